"""Tries to reach a client who stays away: on a channel that they allowed, two at most, never by the partner (C8)."""
