"""Vocabularies of system responses."""

from __future__ import annotations

from couplesone.kernel.coded import Coded


class Valence(Coded):
    """Where the system moved (S0.16): tension is a result like any other, and no failure."""

    HARMONY = "harmony", "More harmony"
    TENSION = "tension", "More tension"
    MIXED = "mixed", "Both"
    NONE = "none", "No response"


class ResponseType(Coded):
    """What sort of response it was."""

    NEW_CONVERSATION = "new_conversation", "A different conversation"
    CURIOSITY_SIGNAL = "curiosity_signal", "The partner shows interest"
    ASKS_TO_COME = "asks_to_come", "The partner asks to come along"
    MUTUALITY = "mutuality", "Both take a share"
    SOFTENING = "softening", "Less guarded"
    CHANGE_BACK = "change_back", "A pull back to the old way"
    ESCALATION = "escalation", "A quarrel grew"
    WITHDRAWAL = "withdrawal", "Drawing back"
    PRACTICAL_HELP = "practical_help", "A hand in everyday life"
    NO_RESPONSE = "no_response", "Nothing was noticed"
    OTHER = "other", "Something else"

    @property
    def feeds_readiness(self) -> bool:
        """Whether it is a reason to look whether the time for an invitation has come (S2.47, S4.22)."""
        return self in (
            ResponseType.CURIOSITY_SIGNAL,
            ResponseType.ASKS_TO_COME,
            ResponseType.MUTUALITY,
        )


class ResponseDomain(Coded):
    """Where in life it was noticed (S4.14)."""

    PARTNER = "partner", "With the partner"
    CHILDREN = "children", "With the children"
    HOUSEHOLD = "household", "In the household"
    WORK = "work", "At work"
    FAMILY = "family", "In the wider family"
    OTHER = "other", "Elsewhere"


class InitiatedBy(Coded):
    """Who began it."""

    CLIENT = "client", "The client"
    PARTNER = "partner", "The partner"
    OTHER = "other", "Somebody else"
    UNKNOWN = "unknown", "Not known"


class ResponseReporter(Coded):
    """Who reported it; it is always a report."""

    CLIENT = "client", "Reported by the client"
    PARTNER = "partner", "Reported by the partner"
    THERAPIST = "therapist", "Observed by the therapist"
    OTHER = "other", "Reported by somebody else"


class ReadinessOutcome(Coded):
    """What came of looking whether the time has come; nothing is ever sent by it."""

    NOT_YET = "not_yet", "Not yet"
    LEFT_TO_PARTNER = "left_to_partner", "Left to the partner"
    CLIENT_WISHES_TO_INVITE = "client_wishes_to_invite", "The client wishes to invite"


VOCABULARIES: tuple[type[Coded], ...] = (
    Valence,
    ResponseType,
    ResponseDomain,
    InitiatedBy,
    ResponseReporter,
    ReadinessOutcome,
)
for _vocabulary in VOCABULARIES:
    _vocabulary.version = 1
