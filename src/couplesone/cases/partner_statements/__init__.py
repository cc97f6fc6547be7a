"""What is said about the partner, with its provenance: never a fact before something else bears it out (S3.27)."""
