"""Hopes: what the client wishes of the partner. Kept apart from the goals, and never scored."""
