"""Referrals of a client and the partner to work with both."""
