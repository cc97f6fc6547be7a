"""The forms behind the links, one for each purpose: what they ask, how they are read, what becomes of them."""
