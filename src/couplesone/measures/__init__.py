"""Measures: instruments as data, scoring, reliable change, trajectories, and single-case statistics."""
