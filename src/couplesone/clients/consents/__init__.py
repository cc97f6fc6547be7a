"""Consents: to which version of a text a client agreed, how, when; and when it was taken back."""
