"""Boundaries: a limit, and what the client will do when it is crossed (S1.8, S2.46)."""
