"""Where an own part can go, in one table.

::

              take_up              complete
    (named) ──────────► (working) ──────────► (changed)
       │ set_aside       │  ▲                     │
       ▼                 ▼  │ take_up             │ take_up
    (set_aside) ◄────────┘  └─────────────────────┘
          └── take_up ──► (working)
"""

from __future__ import annotations

from typing import Final

from couplesone.cases.formulation.codes import OwnPartStatus
from couplesone.cases.formulation.errors import OwnPartTransitionRefused
from couplesone.cases.kinds.machine import Machine

TAKE_UP, COMPLETE, SET_ASIDE = "take_up_own_part_item", "complete_own_part_item", "set_aside_own_part_item"
_NAMED, _WORKING, _CHANGED, _SET_ASIDE = OwnPartStatus
MOVES: Final = Machine(
    {
        TAKE_UP: {_NAMED: _WORKING, _SET_ASIDE: _WORKING, _CHANGED: _WORKING},
        COMPLETE: {_WORKING: _CHANGED},
        SET_ASIDE: {_NAMED: _SET_ASIDE, _WORKING: _SET_ASIDE},
    },
    refused=OwnPartTransitionRefused,
)
"""The status that follows each status, move by move; what is not here is refused."""
