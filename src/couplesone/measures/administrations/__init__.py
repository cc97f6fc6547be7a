"""Administrations: an instrument taken by the client on a day, its answers, and what they score."""
