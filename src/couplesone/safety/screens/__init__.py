"""Safety screens: what the client alone answered, scored from facts."""
