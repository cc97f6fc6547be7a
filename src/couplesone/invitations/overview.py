"""What the course room reads of invitations."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from couplesone.invitations.codes import Delivery, InvitationState, Step
from couplesone.invitations.facts import in_brief, read, situation
from couplesone.invitations.gating import standing_for
from couplesone.invitations.holds import gate
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
    """Return an invitation in brief, as the asker may see it: two statements, a few more if it has an address."""
    seen = read(work, case_id)
    current = seen["current"]
    if current is None:
        standing = standing_for(in_brief(work, seen), Step.SEND, None)
    elif current["delivery"] != Delivery.HAND_OVER:
        with_address = under_way(work, case_id)
        standing = standing_for(situation(work, case_id, with_address), Step.SEND, with_address)
    else:
        found, event = in_brief(work, seen), current["partner_event_id"]
        asked = event is not None and UUID(event) in found.requests
        standing = gate(found.facts, Step.SEND, partner_asked=asked, overridden=found.overridden)
    return Brief(
        holds=[one.hold.value for one in shown_holds(work, case_id, standing)],
        invitation_id=UUID(current["id"]) if current else None,
        state=InvitationState(current["state"]) if current else None,
    )
