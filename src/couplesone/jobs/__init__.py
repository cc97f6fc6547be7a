"""What is to be done or told later: the outbox, written in the business transaction."""
