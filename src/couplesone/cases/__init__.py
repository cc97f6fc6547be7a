"""The solo case: its sessions, the refusal, the partner's stance, reactions, pressure, hopes."""
