"""What every kind of clinical item has in common: the operations on it, declared once."""
