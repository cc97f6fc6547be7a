"""The practice: its name, its time zone, and the defaults that it may change (settings with history)."""
