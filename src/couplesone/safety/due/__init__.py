"""What happened that makes a new safety screen due."""
