"""Legal proceedings between the couple, or about them: they call for care with what is written and sent (S2.55)."""
