"""Vocabularies of the clients room."""

from __future__ import annotations

from couplesone.clients.conflicts.codes import VOCABULARIES as OF_CONFLICTS
from couplesone.kernel.coded import Coded


class ClientStatus(Coded):
    """Where a client stands in the practice's files."""

    ACTIVE = "active", "Active"
    ARCHIVED = "archived", "Archived"
    MERGED = "merged", "Merged into another client"
    ENTERED_IN_ERROR = "entered_in_error", "Entered in error"


class Channel(Coded):
    """A way to reach somebody."""

    EMAIL = "email", "E-mail"
    TEXT_MESSAGE = "text_message", "Text message"
    PHONE = "phone", "Phone call"
    LETTER = "letter", "Letter"


class RelationshipKind(Coded):
    """What the two are to each other."""

    MARRIED = "married", "Married"
    CIVIL_PARTNERSHIP = "civil_partnership", "Civil partnership"
    ENGAGED = "engaged", "Engaged"
    LIVING_TOGETHER = "living_together", "Living together unmarried"
    DATING = "dating", "Dating"
    OTHER = "other", "Other"
    UNKNOWN = "unknown", "Unknown"


class RelationshipStatus(Coded):
    """Whether the two are together; no status ranks above another."""

    TOGETHER = "together", "Together"
    ON_A_BREAK = "on_a_break", "On a break"
    SEPARATED = "separated", "Separated"
    DIVORCED = "divorced", "Divorced"
    WIDOWED = "widowed", "Widowed"
    ENDED = "ended", "Ended"
    UNKNOWN = "unknown", "Unknown"


class ConsentKind(Coded):
    """What somebody consents to."""

    TREATMENT = "treatment", "Treatment"
    TELEHEALTH = "telehealth", "Telehealth"
    PARTNER_CONTACT = "partner_contact", "Contact with the partner"
    SOLO_RECORD = "solo_record", "Whoever treats the couple may know of the work alone"
    FOLLOW_UP = "follow_up", "Being asked how things went after the work has ended"


class ConsentMethod(Coded):
    """How the consent was given."""

    PAPER_SIGNATURE = "paper_signature", "Signed on paper"
    ELECTRONIC_SIGNATURE = "electronic_signature", "Signed electronically"
    VERBAL = "verbal", "Given verbally and noted"


class CareRole(Coded):
    """The part that somebody has in a client's care."""

    TREATING = "treating", "Treating"
    COVERING = "covering", "Covering"
    SUPERVISING = "supervising", "Supervising"


VOCABULARIES: tuple[type[Coded], ...] = (
    ClientStatus,
    Channel,
    RelationshipKind,
    RelationshipStatus,
    ConsentKind,
    ConsentMethod,
    CareRole,
    *OF_CONFLICTS,
)
for _vocabulary in VOCABULARIES:
    _vocabulary.version = 1
