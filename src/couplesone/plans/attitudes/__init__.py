"""How the client looks at the other, before and after: four pairs of attitudes, each a slider (S4.10)."""
