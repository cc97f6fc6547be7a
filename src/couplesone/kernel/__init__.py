"""Pure Python that every room may use: time, ids, errors, permissions, settings. No framework."""
