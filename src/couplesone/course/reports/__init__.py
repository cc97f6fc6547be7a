"""Figures of the whole practice that show nobody: counts of at least five people, in steps of five."""
