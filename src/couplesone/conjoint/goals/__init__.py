"""Goals that a client takes along from the work alone."""
