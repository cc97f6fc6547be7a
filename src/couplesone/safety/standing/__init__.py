"""How a case stands as to safety, for those who may know."""
