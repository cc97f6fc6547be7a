"""How holds and invitations are shown, and to whom which cause is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from couplesone.cases.access import standing_of
from couplesone.cases.offering import offered
from couplesone.cases.records import Shown
from couplesone.invitations import moves
from couplesone.invitations.codes import Hold, InvitationState, ShownHold, Step
from couplesone.invitations.errors import InvitationHeld, InvitationTransitionRefused
from couplesone.invitations.holds import ASKED_FROM, CLEARS, Facts, Standing
from couplesone.invitations.models import Invitation
from couplesone.invitations.moves import MOVES
from couplesone.invitations.schemas import HoldOut
from couplesone.kernel.errors import Problem, RecordNotFound
from couplesone.kernel.permissions import Permission, PermissionDenied
from couplesone.kernel.principal import ActorKind
from couplesone.persistence.work import Work
from couplesone.safety.blocks import may_know
from couplesone.web.schemas import Action

_SAFETY: Final = frozenset({Hold.SAFETY_SCREEN_MISSING_OR_OLD, Hold.IPV_POSITIVE})
_ADMINISTRATIVE: Final = frozenset({Hold.CONFLICT_OF_INTEREST, Hold.LITIGATION_PENDING})
_CONSTANT: Final[dict[ShownHold, str]] = {
    ShownHold.ADMINISTRATIVE_REVIEW: "The clinical lead of the practice looks at it.",
    ShownHold.SAFETY_REVIEW: "The treating clinician looks at it.",
}
ACTIONS: Final[dict[str, str]] = {
    "change_invitation": moves.REWORD,
    "agree_to_invitation": moves.AGREE,
    "override_hold": moves.OVERRIDE,
    "approve_invitation_on_paper": moves.APPROVE,
    "hand_over_invitation": moves.HAND_OVER,
    "queue_invitation": moves.QUEUE,
    "undo_invitation": moves.UNDO,
    "withdraw_invitation": moves.WITHDRAW,
    "confirm_invitation": moves.CONFIRM,
    "agree_on_visit": moves.SCHEDULE,
    "record_visit": moves.ATTEND,
    "record_no_show": moves.MISS,
    "call_off_visit": moves.CALL_OFF,
    "close_invitation": moves.CLOSE,
}
"""The operation by which a person makes each move."""


def shown_holds(work: Work, case_id: UUID, standing: Sequence[Standing]) -> list[HoldOut]:
    """Return the holds as the asker may see them; one whose cause is not for them has a constant text (C15).

    No date and no cause of it is told, and several such holds read as one.
    """
    hidden = {hold: ShownHold.SAFETY_REVIEW for hold in _SAFETY if not may_know(work)}
    if not work.principal.clinical_lead:
        hidden |= dict.fromkeys(_ADMINISTRATIVE, ShownHold.ADMINISTRATIVE_REVIEW)
    if any(one.hold is Hold.SECRET_UNRESOLVED for one in standing) and not _knows_secrets(work, case_id):
        hidden[Hold.SECRET_UNRESOLVED] = ShownHold.ADMINISTRATIVE_REVIEW
    open_ones = [_told(one) for one in standing if one.hold not in hidden]
    constants = {hidden[one.hold] for one in standing if one.hold in hidden}
    return open_ones + [_constant(code) for code in ShownHold if code in constants]


def veiled(work: Work, case_id: UUID, facts: Facts) -> frozenset[Hold]:
    """Return what is asked for from the first step on, because the asker is told of it as of a review like any other.

    The client, who approves, is told nothing of any hold.
    """
    by_staff = work.principal.kind in (ActorKind.STAFF, ActorKind.API_KEY)
    if not by_staff or facts[Hold.SECRET_UNRESOLVED] is None or _knows_secrets(work, case_id):
        return frozenset()
    return frozenset({Hold.SECRET_UNRESOLVED})


def held(work: Work, case_id: UUID, standing: Sequence[Standing]) -> InvitationHeld:
    """Return the refusal that lists what stands in the way."""
    holds = shown_holds(work, case_id, standing)
    return InvitationHeld(extra={"holds": [hold.model_dump(mode="json") for hold in holds]})


def one_shown(work: Work, invitation: Invitation) -> Any:
    """Return an invitation with what can be done with it now."""
    return several_shown(work, invitation.case_id, [invitation])[0]


def several_shown(work: Work, case_id: UUID, invitations: Sequence[Invitation]) -> list[Any]:
    """Return invitations of a case with what can be done with them now. One statement."""
    refusal = standing_of(work, case_id, Permission.INVITATION_WRITE).refusal
    return [
        Shown(one, state=state, actions=[_offered(action, refusal, state) for action in ACTIONS])
        for one in invitations
        for state in (one.state_at(work.now),)
    ]


def _offered(action: str, refusal: Problem | None, state: InvitationState) -> Action:
    leads = MOVES[ACTIONS[action]]
    return offered(action, refusal, None if state in leads else InvitationTransitionRefused)


def _knows_secrets(work: Work, case_id: UUID) -> bool:
    if not work.principal.may(Permission.SECRET_READ):
        return False
    refusal = standing_of(work, case_id, Permission.SECRET_READ).refusal
    return not isinstance(refusal, PermissionDenied | RecordNotFound)


def _told(one: Standing) -> HoldOut:
    return HoldOut(
        hold=one.hold,
        label=one.hold.label,
        since=one.finding.since,
        until=one.finding.until,
        asked_from=ASKED_FROM[one.hold],
        clears=CLEARS[one.hold],
        overridable=one.overridable,
    )


def _constant(code: ShownHold) -> HoldOut:
    return HoldOut(
        hold=code,
        label=code.label,
        since=None,
        until=None,
        asked_from=Step.DRAFT,
        clears=_CONSTANT[code],
        overridable=False,
    )
