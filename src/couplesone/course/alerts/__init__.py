"""Alerts: what in a case may be worth a word, each with the numbers and the threshold behind it."""
