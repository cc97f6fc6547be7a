"""Who one is, what one may do, and one's own password."""
