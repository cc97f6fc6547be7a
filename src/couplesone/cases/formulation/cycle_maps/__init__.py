"""Cycle maps: how the two keep each other in the standoff, as the client sees it (S2.10 to S2.12, S3.13)."""
