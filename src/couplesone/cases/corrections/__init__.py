"""What a record said before it was corrected. Each room keeps its own table of corrections; the rest is here."""
