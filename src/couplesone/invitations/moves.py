"""The life of an invitation: the one table of allowed moves.

::

    draft ── approve ──► approved ── queue ──► queued ── deliver ──► delivered ── accept ──► accepted
      ▲                    │  ▲                  │                      │                       │ confirm
      └──── reword ────────┘  └───── undo ───────┘                      │ run_out               ▼
                                                                        ▼                   confirmed
    (draft, approved, queued, delivered) ── withdraw ──► (withdrawn)  (answered)                │ schedule
                                                                                                ▼
         (closed) ◄── close ── attended ◄── attend ──┬── scheduled ── miss ──► (no_show)
                                                     └── call_off ──► (cancelled), also from accepted and confirmed

States in brackets absorb. ``agree`` (draft, approved) and ``override`` (those and queued) leave the state as it is.
``hand_over`` leads from approved to delivered at once: the client carries it.

What the partner answers, acceptance apart, is no move of this table: it is kept beside it (``PartnerReply``), so that
nobody can tell an answer from silence. A delivered invitation reads ``answered`` once its time has run out,
whatever was said or not said (decisions C18). Nothing is ever reopened: a further invitation is another record, and
only the partner can bring one about.
"""

from __future__ import annotations

from typing import Final

from couplesone.invitations.codes import InvitationState
from couplesone.invitations.errors import InvitationTransitionRefused

AGREE, OVERRIDE = "agree", "override"
APPROVE, REWORD, QUEUE, UNDO, DELIVER, HAND_OVER = (
    "approve",
    "reword",
    "queue",
    "undo",
    "deliver",
    "hand_over",
)
ACCEPT, RUN_OUT, WITHDRAW, REVOKE = "accept", "run_out", "withdraw", "revoke"
CONFIRM, SCHEDULE, ATTEND, MISS, CALL_OFF, CLOSE = (
    "confirm",
    "schedule",
    "attend",
    "miss",
    "call_off",
    "close",
)
_S = InvitationState
_OPEN: Final = (_S.DRAFT, _S.APPROVED, _S.QUEUED, _S.DELIVERED)
MOVES: Final[dict[str, dict[InvitationState, InvitationState]]] = {
    AGREE: {_S.DRAFT: _S.DRAFT, _S.APPROVED: _S.APPROVED},
    OVERRIDE: {state: state for state in (_S.DRAFT, _S.APPROVED, _S.QUEUED)},
    APPROVE: {_S.DRAFT: _S.APPROVED},
    REWORD: {_S.DRAFT: _S.DRAFT, _S.APPROVED: _S.DRAFT},
    QUEUE: {_S.APPROVED: _S.QUEUED},
    UNDO: {_S.QUEUED: _S.APPROVED},
    DELIVER: {_S.QUEUED: _S.DELIVERED},
    HAND_OVER: {_S.APPROVED: _S.DELIVERED},
    ACCEPT: {_S.DELIVERED: _S.ACCEPTED},
    RUN_OUT: {_S.DELIVERED: _S.ANSWERED},
    WITHDRAW: dict.fromkeys(_OPEN, _S.WITHDRAWN),
    CONFIRM: {_S.ACCEPTED: _S.CONFIRMED},
    SCHEDULE: {_S.CONFIRMED: _S.SCHEDULED, _S.SCHEDULED: _S.SCHEDULED},
    ATTEND: {_S.SCHEDULED: _S.ATTENDED},
    MISS: {_S.SCHEDULED: _S.NO_SHOW},
    CALL_OFF: dict.fromkeys((_S.ACCEPTED, _S.CONFIRMED, _S.SCHEDULED), _S.CANCELLED),
    REVOKE: {
        **dict.fromkeys(_OPEN, _S.WITHDRAWN),
        **dict.fromkeys((_S.ACCEPTED, _S.CONFIRMED, _S.SCHEDULED), _S.CANCELLED),
    },
    CLOSE: {_S.ATTENDED: _S.CLOSED},
}
"""Where each move leads from each state; what is not here is refused. ``revoke`` is no person's move: danger, a closed
case, a consent taken back or a wish not to be contacted end whatever is under way (invariants 2 and 15)."""

TERMINAL: Final = frozenset(_S) - {state for leads in MOVES.values() for state in leads}
"""States from which nothing leads on."""


def after(move: str, state: str) -> InvitationState:
    """Return the state that follows; InvitationTransitionRefused where there is none."""
    found = MOVES[move].get(InvitationState(state))
    if found is None:
        raise InvitationTransitionRefused
    return found
