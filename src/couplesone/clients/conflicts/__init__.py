"""Conflicts of interest: a client's partner who is a client of the practice too. For the clinical lead alone."""
