"""Trends: series that are read together, as description."""
