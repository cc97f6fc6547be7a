"""Ratings: the level of a goal in a week, as the client or the therapist sees it."""
