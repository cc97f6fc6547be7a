"""Ultimatums: considered, issued, withdrawn or enforced (S2.37, S2.39)."""
