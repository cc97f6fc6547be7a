"""Staff, sign-ins and API keys: who is asking, and proving it."""
