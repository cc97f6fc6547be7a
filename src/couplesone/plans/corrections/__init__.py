"""What ratings and check-ins said before they were corrected."""
