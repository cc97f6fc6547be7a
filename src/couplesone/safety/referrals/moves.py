"""Where a referral can go, in one table.

::

              accept               complete
    (offered) ──────► (accepted) ───────────► (done)
        │               │    ▲
        │ decline       │    │ accept
        ▼               ▼    │
    (declined) ◄─────────────┘
                 decline
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from couplesone.cases.errors import ItemInError
from couplesone.cases.offering import offered
from couplesone.kernel.errors import Problem
from couplesone.safety.codes import ReferralStatus
from couplesone.safety.errors import ReferralTransitionRefused
from couplesone.safety.referrals.models import SafetyReferral
from couplesone.web.schemas import Action


class ReferralMove(StrEnum):
    """What a client can answer to a referral, and that it was used."""

    ACCEPT = "accept"
    DECLINE = "decline"
    COMPLETE = "complete"


_OFFERED, _ACCEPTED, _DECLINED, _DONE = ReferralStatus
MOVES: Final[dict[ReferralMove, dict[ReferralStatus, ReferralStatus]]] = {
    ReferralMove.ACCEPT: {_OFFERED: _ACCEPTED, _DECLINED: _ACCEPTED},
    ReferralMove.DECLINE: {_OFFERED: _DECLINED, _ACCEPTED: _DECLINED},
    ReferralMove.COMPLETE: {_ACCEPTED: _DONE},
}
"""The status that follows each status, move by move; what is not here is refused."""


def after(move: ReferralMove, referral: SafetyReferral) -> str:
    """Return the status of the referral after the move; ReferralTransitionRefused if the table has none."""
    if problem := _refusal(move, referral):
        raise problem
    return MOVES[move][ReferralStatus(referral.status)].value


def actions(referral: SafetyReferral, refusal: Problem | None) -> list[Action]:
    """Return what can be done with the referral now; ``refusal`` is what stands in the way of any change of it."""
    first = (refusal, ItemInError if referral.entered_in_error_at is not None else None)
    return [
        *(
            offered(f"{move.value}_safety_referral", *first, _refusal(move, referral))
            for move in ReferralMove
        ),
        offered("mark_safety_referral_in_error", *first),
    ]


def _refusal(move: ReferralMove, referral: SafetyReferral) -> Problem | None:
    known = ReferralStatus(referral.status) in MOVES[move]
    return None if known else ReferralTransitionRefused()
