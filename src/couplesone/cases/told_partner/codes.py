"""Vocabularies of what the partner was told."""

from __future__ import annotations

from couplesone.kernel.coded import Coded


class Shared(Coded):
    """What the client shared with the partner."""

    ATTENDS_THERAPY = "attends_therapy", "That the client attends therapy"
    WANTS_BETTER_RELATIONSHIP = "wants_better_relationship", "That the client wants a better relationship"
    WHAT_I_WORK_ON = "what_i_work_on", "What the client works on"
    TOOL_SHEET = "tool_sheet", "A tool sheet"
    OTHER = "other", "Something else"


class TellingIntent(Coded):
    """What the client wants the partner to know; being open is advised, never required (S1.14, S2.63)."""

    TELL = "tell", "The partner will be told"
    KEEP_PRIVATE = "keep_private", "The client keeps the therapy private"
    UNSAFE = "unsafe", "Telling would be unsafe"


class ToldBy(Coded):
    """Who tells the partner; nobody else ever does."""

    CLIENT = "client", "The client"
    CLIENT_IN_SESSION = "client_in_session", "The client, in a session with the partner"


class PartnerInformed(Coded):
    """Whether the partner knows that the client attends therapy (S3.24)."""

    YES = "yes", "The partner knows"
    NO = "no", "The partner was not told"
    UNSAFE = "unsafe", "Telling would be unsafe"


VOCABULARIES: tuple[type[Coded], ...] = (Shared, TellingIntent, ToldBy, PartnerInformed)
for _vocabulary in VOCABULARIES:
    _vocabulary.version = 1
