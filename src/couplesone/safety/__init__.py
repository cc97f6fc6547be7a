"""Safety: screens taken with the client alone, what they block, flags and their release, the plan, referrals."""
