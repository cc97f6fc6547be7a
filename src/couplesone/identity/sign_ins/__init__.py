"""Signing in and out: counting what fails, and listing where one is signed in."""
