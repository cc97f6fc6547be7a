"""Refusals: that the partner was asked and did not agree, and what may lie behind it."""
