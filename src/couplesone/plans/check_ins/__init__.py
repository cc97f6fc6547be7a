"""Check-ins: a week in numbers, as the client or the therapist reports it."""
