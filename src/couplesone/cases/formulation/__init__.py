"""Formulation: the client's own side of the standoff, concept by concept (domain.md section 1)."""
