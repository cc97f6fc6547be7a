"""Clients, their partners (who are not clients), relationships, consents, safe contact, and the care team."""
