"""Versions of the treatment plan: one draft and one active version a case at most."""
