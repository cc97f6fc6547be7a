"""That somebody is not to be contacted, as staff record it in a case. What people say in private is shown nowhere."""
