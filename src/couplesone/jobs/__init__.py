"""What is to be done or told later: the outbox and the jobs, both written in the business transaction."""
