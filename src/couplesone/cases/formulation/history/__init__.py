"""What was tried before: therapies and strategies (S2.5, S2.18, S3.2, S3.7)."""
