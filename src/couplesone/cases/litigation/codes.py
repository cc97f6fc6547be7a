"""Vocabulary of legal proceedings."""

from __future__ import annotations

from couplesone.kernel.coded import Coded


class ProceedingKind(Coded):
    """What the proceedings are about."""

    SEPARATION = "separation", "Separation or divorce"
    CUSTODY = "custody", "Custody or contact with children"
    PROTECTION = "protection", "A protection order"
    CRIMINAL = "criminal", "A criminal matter"
    SUBPOENA = "subpoena", "Records were asked for by a court or a lawyer"
    OTHER = "other", "Something else"


VOCABULARIES: tuple[type[Coded], ...] = (ProceedingKind,)
ProceedingKind.version = 1
