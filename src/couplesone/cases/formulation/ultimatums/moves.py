"""Where an ultimatum can go, in one table.

::

                    issue              enforce
    (considered) ──────────► (issued) ──────────► (enforced)
          │ withdraw            │ withdraw
          └────────► (withdrawn) ◄┘

Nothing leads on from withdrawn and enforced: a new ultimatum is a new record.
"""

from __future__ import annotations

from typing import Final

from couplesone.cases.formulation.codes import UltimatumStatus
from couplesone.cases.formulation.errors import UltimatumTransitionRefused
from couplesone.cases.formulation.events import (
    UltimatumEnforced,
    UltimatumIssued,
    UltimatumMoved,
    UltimatumWithdrawn,
)
from couplesone.cases.kinds.machine import Machine

ISSUE, WITHDRAW, ENFORCE = "issue_ultimatum", "withdraw_ultimatum", "enforce_ultimatum"
_CONSIDERED, _ISSUED, _WITHDRAWN, _ENFORCED = UltimatumStatus
MOVES: Final = Machine(
    {
        ISSUE: {_CONSIDERED: _ISSUED},
        WITHDRAW: {_CONSIDERED: _WITHDRAWN, _ISSUED: _WITHDRAWN},
        ENFORCE: {_ISSUED: _ENFORCED},
    },
    refused=UltimatumTransitionRefused,
)
"""The status that follows each status, move by move; what is not here is refused."""

ANNOUNCED: Final[dict[str, type[UltimatumMoved]]] = {
    _ISSUED: UltimatumIssued,
    _WITHDRAWN: UltimatumWithdrawn,
    _ENFORCED: UltimatumEnforced,
}
"""What is published when an ultimatum comes to a status."""
