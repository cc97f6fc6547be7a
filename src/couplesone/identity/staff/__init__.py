"""The people who work in the practice: their roles, and their coming and going."""
