"""Results: the totals of a case over time, each with its class of change and what was to be expected."""
