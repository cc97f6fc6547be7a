"""The partner's side as JSON, for whoever makes pages of their own: the same doors, the same answers."""
