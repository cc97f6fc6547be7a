"""Vocabularies of partner statements."""

from __future__ import annotations

from couplesone.kernel.coded import Coded


class StatementKind(Coded):
    """What a statement about the partner speaks of."""

    CONDUCT = "conduct", "What the partner did or said"
    ATTITUDE = "attitude", "What the partner is said to think or feel"
    HISTORY = "history", "Something from the past"
    PARTNER_PROTECTIVENESS = "partner_protectiveness", "How the partner protects themselves or others"
    OTHER = "other", "Something else"


class StatementSource(Coded):
    """From whom or what a statement comes."""

    CLIENT = "client", "The client"
    PARTNER = "partner", "The partner"
    THERAPIST_OBSERVATION = "therapist_observation", "The therapist saw or heard it"
    DOCUMENT = "document", "A document"


class Directness(Coded):
    """Whether the source was there."""

    FIRST_HAND = "first_hand", "First hand"
    HEARSAY = "hearsay", "Hearsay"


class Accuracy(Coded):
    """How far a statement is borne out by others."""

    UNVERIFIED = "unverified", "Unverified"
    CORROBORATED = "corroborated", "Borne out by another source"
    CONTRADICTED = "contradicted", "Contradicted"
    DISPUTED = "disputed", "Borne out and contradicted"


class Verdict(Coded):
    """What a later statement does to an earlier one."""

    CORROBORATES = "corroborates", "Bears it out"
    CONTRADICTS = "contradicts", "Contradicts it"


class LineCrossing(Coded):
    """How far over a line goes what is told (S2.53): a triage of conduct, no verdict on a person."""

    DIFFICULT = "difficult", "Difficult"
    UNACCEPTABLE = "unacceptable", "Unacceptable to the client"
    HARMFUL = "harmful", "Harmful"


VOCABULARIES: tuple[type[Coded], ...] = (
    StatementKind,
    StatementSource,
    Directness,
    Accuracy,
    Verdict,
    LineCrossing,
)
for _vocabulary in VOCABULARIES:
    _vocabulary.version = 1
