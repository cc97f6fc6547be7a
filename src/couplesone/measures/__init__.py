"""Statistics over what was measured: plain functions of numbers."""
