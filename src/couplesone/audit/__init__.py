"""The audit trail: who did what to whose record, ids and codes only."""
