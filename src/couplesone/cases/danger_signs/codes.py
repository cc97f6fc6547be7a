"""Vocabulary of danger signs."""

from __future__ import annotations

from couplesone.kernel.coded import Coded


class DangerKind(Coded):
    """Of what danger an answer tells."""

    FEAR = "fear", "Afraid of somebody close"


VOCABULARIES: tuple[type[Coded], ...] = (DangerKind,)
DangerKind.version = 1
