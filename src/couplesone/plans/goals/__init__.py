"""Goals for the client's own conduct, with five attainment levels, and the steps towards them."""
