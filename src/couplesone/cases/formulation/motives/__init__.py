"""Motive checks: what the client wants of the therapy besides the work (S2.31, S2.55, S2.62)."""
