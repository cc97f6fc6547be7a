"""Strengths of the couple, and times when it went otherwise (S1.18)."""
