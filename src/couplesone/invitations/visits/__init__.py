"""The visit: the partner's consent to it, and that it took place. The partner stays a collateral, never a client."""
