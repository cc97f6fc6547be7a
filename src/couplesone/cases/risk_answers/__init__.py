"""Risk answers: an answer that somebody must look at now, and who did."""
