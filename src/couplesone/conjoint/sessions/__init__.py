"""Sessions with both."""
