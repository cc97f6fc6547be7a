"""Vocabulary of danger signs."""

from __future__ import annotations

from couplesone.kernel.coded import Coded


class DangerKind(Coded):
    """Of what danger an answer tells."""

    FEAR = "fear", "Afraid of somebody close"
    RISK_ANSWER = "risk_answer", "A measure sent twice in a day: the second answers tell of danger"


VOCABULARIES: tuple[type[Coded], ...] = (DangerKind,)
DangerKind.version = 1
