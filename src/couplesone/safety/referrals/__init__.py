"""Referrals of the client to services that keep people safe."""
