"""What safety says to planning that the partner is told of the therapy (S3.24)."""

from __future__ import annotations

from uuid import UUID

from couplesone.persistence.work import Work
from couplesone.safety.blocks import may_know, standing


class SafetyTellingGuard:
    """Holds a plan to tell the partner while the client is in danger.

    Whoever may not read safety data is held whatever the block is, and sees no danger: neither answer tells more
    than that safety is not settled.
    """

    def holds(self, work: Work, case_id: UUID) -> bool:
        """Say whether a plan to tell is refused. One statement."""
        found = standing(work, case_id)
        return found.in_danger if may_know(work) else not found.clear

    def shows_danger(self, work: Work, case_id: UUID) -> bool:
        """Say whether the asker may know of a danger, and there is one. One statement at most."""
        return may_know(work) and standing(work, case_id).in_danger
