"""Attempts to involve the partner: well meant as a rule, and possibly felt as pressure (S2.8, S2.9)."""
