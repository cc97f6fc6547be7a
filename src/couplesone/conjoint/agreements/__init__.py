"""The no-secrets agreement, signed by each."""
