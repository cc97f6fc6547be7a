"""The therapist's own look at a session: did I stay neutral? For its author, and summed up for the supervisor."""
