"""Secrets: who holds one, of what kind, and how it is resolved. For the treating therapist alone (S4.17)."""
