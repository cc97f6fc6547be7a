"""Stop-asking pacts, and changes of strategy: stopping is not giving up (S2.57, S2.58)."""
