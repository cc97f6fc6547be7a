"""What the course room reads of invitations."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from couplesone.invitations.codes import InvitationState, Step
from couplesone.invitations.facts import situation
from couplesone.invitations.gating import standing_for
from couplesone.invitations.service import under_way
from couplesone.invitations.shown import shown_holds
from couplesone.persistence.work import Work


@dataclass(frozen=True, slots=True)
class Brief:
    """What stands in the way of an invitation now, and the one that is under way, if there is one."""

    holds: list[str]
    invitation_id: UUID | None
    state: InvitationState | None


def brief_of(work: Work, case_id: UUID) -> Brief:
    """Return an invitation in brief, as the asker may see it. A few statements, whatever the case holds."""
    current = under_way(work, case_id)
    standing = standing_for(situation(work, case_id, current), Step.SEND, current)
    return Brief(
        holds=[one.hold.value for one in shown_holds(work, case_id, standing)],
        invitation_id=current.id if current else None,
        state=current.state_at(work.now) if current else None,
    )
