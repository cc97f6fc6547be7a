"""Tools that a client was offered, took up, practised or dropped. Only the client is ever given one (S1.11)."""
