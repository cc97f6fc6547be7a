"""How a secret is resolved: the one table.

::

    (open) ──resolve──► (resolved_disclosed) | (resolved_kept) | (resolved_no_longer_relevant)

From a resolution nothing leads on.
"""

from __future__ import annotations

from typing import Final

from couplesone.cases.secrecy.codes import SecretState
from couplesone.cases.secrecy.errors import SecretResolved

_OPEN, *_RESOLVED = SecretState
MOVES: Final[dict[SecretState, frozenset[SecretState]]] = {_OPEN: frozenset(_RESOLVED)}
"""The states that each state leads to; what is not here leads nowhere."""


def refusal_of(state: str) -> type[SecretResolved] | None:
    """Return what stands against resolving a secret in this state, or None."""
    return None if SecretState(state) in MOVES else SecretResolved
