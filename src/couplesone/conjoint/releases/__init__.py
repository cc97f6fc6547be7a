"""Releases of the joint record, which take both."""
