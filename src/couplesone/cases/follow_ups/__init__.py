"""Follow-ups after closing: at 3, 6, 12, 24 and 60 months, how are things? No answer ranks above another (S3.36)."""
