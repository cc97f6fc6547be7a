"""Keys for scripts: each acts for the member of staff who made it, within its scopes."""
