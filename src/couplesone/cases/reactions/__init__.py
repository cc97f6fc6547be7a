"""Reactions: what the refusal does to the client."""
