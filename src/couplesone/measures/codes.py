"""Vocabularies of the measures room."""

from __future__ import annotations

from couplesone.cases.weekly import Direction as Direction
from couplesone.kernel.coded import Coded


class ScoringMethod(Coded):
    """How the answers become one number."""

    SUM = "sum", "Sum of the answers"
    MEAN = "mean", "Mean of the answers"


class Comparator(Coded):
    """How a number is compared with a limit."""

    BELOW = "lt", "Below"
    AT_MOST = "le", "At most"
    ABOVE = "gt", "Above"
    AT_LEAST = "ge", "At least"


class AppliesTo(Coded):
    """For whom a cut-off was published."""

    EVERYBODY = "everybody", "Everybody"
    MEN = "men", "Men"
    WOMEN = "women", "Women"


class ChangeClass(Coded):
    """What became of a total since the first one, by one set of parameters (decisions.md 31)."""

    RECOVERED = "recovered", "Reliably better, and past the cut-off"
    IMPROVED = "improved", "Reliably better"
    UNCHANGED = "unchanged", "No reliable change"
    DETERIORATED = "deteriorated", "Reliably worse"


class Respondent(Coded):
    """Who answered; only the client may (invariant 11)."""

    CLIENT = "client", "The client"
    PARTNER = "partner", "The partner"
    THERAPIST = "therapist", "The therapist"
    OTHER = "other", "Somebody else"


class AdministrationSource(Coded):
    """How the client's answers came to the practice."""

    IN_ROOM = "in_room", "Client in the room"
    LINK = "link", "Client by link"
    PAPER = "paper", "On paper"


class InstrumentOrigin(Coded):
    """Where an instrument comes from."""

    SHIPPED = "shipped", "Shipped with the program: scoring facts, no wording"
    PRACTICE = "practice", "The practice's own"


class PracticeInstrumentStatus(Coded):
    """Whether a version of a practice's own instrument can still be taken."""

    ACTIVE = "active", "Active"
    RETIRED = "retired", "Retired"


class OffTrackReason(Coded):
    """Why a course is off track (decisions.md 33)."""

    OUTSIDE_BAND = "outside_band", "Outside the prediction band on the worse side"
    RELIABLY_WORSE = "reliably_worse", "Reliably worse than at the first time"


class ChangeWithheld(Coded):
    """Why the class of a change is not shown (domain.md section 6, C4)."""

    IN_DANGER = (
        "in_danger",
        "While a safety flag stands, more satisfaction with a relationship is no success.",
    )
    NOT_SHOWN = "not_shown", "The clinicians who treat, cover or supervise see it."


VOCABULARIES: tuple[type[Coded], ...] = (
    ScoringMethod,
    Comparator,
    AppliesTo,
    ChangeClass,
    Respondent,
    AdministrationSource,
    InstrumentOrigin,
    PracticeInstrumentStatus,
    OffTrackReason,
    ChangeWithheld,
)
for _vocabulary in VOCABULARIES:
    _vocabulary.version = 1
