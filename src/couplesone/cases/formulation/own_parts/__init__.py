"""Own-part items: what the client contributes, named by the client, never an admission (S2.25, S3.21)."""
