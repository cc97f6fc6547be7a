"""Tools: what a client can practise alone, in our own words, as data with version, source and licence."""
