"""The formulation at a glance: counts and days, no words."""
