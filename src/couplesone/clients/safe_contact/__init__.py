"""Safe contact: through which channels, and how, a client wishes to be reached. Not asked yet means: not at all."""
