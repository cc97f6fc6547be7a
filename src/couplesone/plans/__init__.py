"""The treatment plan: goals for the client's own conduct, their ratings, and the weekly check-ins."""
