"""Home experiments: a move of the client's own, what may be pulled back by it, and what was observed."""
