"""How later statements move the accuracy of an earlier one: the one table.

::

                     corroborates
    (unverified) ──────────────────► (corroborated) ──┐
         │                                            │ contradicts
         │ contradicts                                ▼
         └────────────────► (contradicted) ───► (disputed)
                                       corroborates

Nothing leads back: accuracy is computed anew from what still stands when a statement is marked as an error, or
changed in its words or its day.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from couplesone.cases.partner_statements.codes import Accuracy, Verdict

_UNVERIFIED, _CORROBORATED, _CONTRADICTED, _DISPUTED = Accuracy
MOVES: Final[dict[Verdict, dict[Accuracy, Accuracy]]] = {
    Verdict.CORROBORATES: {
        _UNVERIFIED: _CORROBORATED,
        _CORROBORATED: _CORROBORATED,
        _CONTRADICTED: _DISPUTED,
        _DISPUTED: _DISPUTED,
    },
    Verdict.CONTRADICTS: {
        _UNVERIFIED: _CONTRADICTED,
        _CORROBORATED: _DISPUTED,
        _CONTRADICTED: _CONTRADICTED,
        _DISPUTED: _DISPUTED,
    },
}
"""The accuracy that follows each accuracy, by what the later statement does."""


def accuracy_after(verdicts: Iterable[str]) -> Accuracy:
    """Return the accuracy of a statement about which later ones say this, in any order."""
    accuracy = Accuracy.UNVERIFIED
    for verdict in verdicts:
        accuracy = MOVES[Verdict(verdict)][accuracy]
    return accuracy
