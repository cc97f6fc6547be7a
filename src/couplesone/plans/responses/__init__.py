"""What is reported to have come back from the partner and the household: recorded, never predicted."""
