"""Whether and when the partner comes, once the answer was yes."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from couplesone.invitations import moves
from couplesone.invitations.codes import Step, VisitClosing
from couplesone.invitations.gating import make, require, to_move
from couplesone.invitations.shown import one_shown
from couplesone.kernel.errors import invalid_field
from couplesone.persistence.work import Work


class AgreedVisits:
    """What follows acceptance."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def confirm(self, invitation_id: UUID, version: int) -> Any:
        """Confirm as the clinician that the partner may come; safety is asked again. InvitationHeld."""
        invitation = make(self.work, to_move(self.work, invitation_id, version, moves.CONFIRM), moves.CONFIRM)
        require(self.work, invitation, Step.DRAFT)
        self.work.flush()
        return one_shown(self.work, invitation)

    def schedule(self, invitation_id: UUID, visit_at: datetime, version: int) -> Any:
        """Agree on when; ValidationFailed unless it lies ahead, InvitationHeld."""
        if visit_at <= self.work.now:
            raise invalid_field("/visit_at", "not_ahead", "Give an instant that lies ahead, with its offset.")
        invitation = make(
            self.work, to_move(self.work, invitation_id, version, moves.SCHEDULE), moves.SCHEDULE
        )
        require(self.work, invitation, Step.DRAFT)
        invitation.visit_at = visit_at
        self.work.flush()
        return one_shown(self.work, invitation)

    def move(self, invitation_id: UUID, move: str, version: int, closing: VisitClosing | None = None) -> Any:
        """Make a move that asks for nothing more: a no-show, a visit called off, closing after it."""
        invitation = to_move(self.work, invitation_id, version, move)
        invitation.closing = closing.value if closing else None
        return one_shown(self.work, make(self.work, invitation, move))
