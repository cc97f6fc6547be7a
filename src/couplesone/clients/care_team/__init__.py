"""The care team: who treats, covers for and supervises a client, from when to when."""
