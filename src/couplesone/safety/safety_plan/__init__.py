"""The safety plan, version by version."""
