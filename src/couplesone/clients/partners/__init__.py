"""Partners, who are not clients, and what a client and a partner are to each other."""
