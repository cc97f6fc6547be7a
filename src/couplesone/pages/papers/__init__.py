"""What a client gives on paper instead of by a page."""
