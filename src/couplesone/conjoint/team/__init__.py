"""Who treats, covers for and supervises the work with both: on the team of both parts, or of neither."""
