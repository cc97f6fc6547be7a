"""What is found out at intake: format, readiness, what keeps the client from coming alone (S0.7, S3.11)."""
