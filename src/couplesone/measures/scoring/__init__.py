"""Scoring: totals, classes of change and trajectories, as plain functions of numbers, without a database."""
