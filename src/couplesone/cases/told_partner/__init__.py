"""What the client told the partner about the therapy, and what the two of them agreed to tell (S1.14, S3.24, S3.25)."""
