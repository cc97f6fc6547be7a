"""Conjoint cases: opening, reading, closing, and what two measures differ by."""
