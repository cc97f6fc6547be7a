"""Therapy sessions: their day, length, who was present, whether they took place."""
