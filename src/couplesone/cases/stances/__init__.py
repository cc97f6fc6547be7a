"""The partner's stance towards therapy, as reported: a dated history of which the latest holds."""
