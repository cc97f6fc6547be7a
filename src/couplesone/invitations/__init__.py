"""The optional invitation of the partner: one, honest, safe; what stands in its way, its life, and the answer.

A solo case is complete without it. Sources: domain.md 2.5, invitation rules in the module docstrings below.
"""
