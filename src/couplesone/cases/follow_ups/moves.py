"""How a follow-up is settled: the one table.

::

               complete
    (planned) ──────────────────► (done)
        │  │ no_answer     ▲
        │  └────► (no_answer) ┘ ──decline──► (declined)
        └───────── decline ─────────────────────▲

Somebody who did not answer can be asked again; what was made or declined stays so.
"""

from __future__ import annotations

from typing import Final

from couplesone.cases.follow_ups.codes import FollowUpState
from couplesone.cases.follow_ups.errors import FollowUpSettled
from couplesone.kernel.errors import Problem

_PLANNED, _DONE, _DECLINED, _NO_ANSWER = FollowUpState
_UNSETTLED: Final = frozenset({_PLANNED, _NO_ANSWER})
MOVES: Final[dict[str, tuple[frozenset[FollowUpState], FollowUpState]]] = {
    "complete_follow_up": (_UNSETTLED, _DONE),
    "decline_follow_up": (_UNSETTLED, _DECLINED),
    "note_follow_up_unanswered": (_UNSETTLED, _NO_ANSWER),
}
"""By operation: from which states, to which one."""


def refusal_of(move: str, state: str) -> type[Problem] | None:
    """Return what stands against a move from this state, or None."""
    return None if FollowUpState(state) in MOVES[move][0] else FollowUpSettled
