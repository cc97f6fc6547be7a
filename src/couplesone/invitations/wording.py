"""The words of an invitation: fixed parts that say what must be said, and a few of the client's own between them.

Every invitation tells what it is for and who the client is, that it is one offer and can be declined without a
consequence or a reason, that the partner chooses what to speak of, that nobody takes a side, and what is recorded
(S1.20, S2.20, S2.35, S3.26, S3.29, S4.2, S4.4, S4.16). The therapist cannot write any of it away.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select

from couplesone.invitations.codes import InvitationOffer, InvitationPurpose, VisitFormat
from couplesone.invitations.models import Invitation
from couplesone.persistence.work import Work
from couplesone.rendering.translation import message, translator

OFFERS: Final[dict[InvitationOffer, str]] = {
    InvitationOffer.ONE_VISIT: message(
        "You are invited to one visit. It is one, and nothing follows by itself."
    ),
    InvitationOffer.PHONE_CALL: message(
        "You are invited to one phone call. It is one, and nothing follows by itself."
    ),
    InvitationOffer.READING_SHEET: message(
        "You are offered a sheet to read. You need not say anything to it."
    ),
}
PURPOSES: Final[dict[InvitationPurpose, str]] = {
    InvitationPurpose.GIVE_OWN_VIEW: message("It is for your own view of things, as you see them."),
    InvitationPurpose.HEAR_WHAT_CLIENT_WORKS_ON: message("It is for you to hear what is being worked on."),
    InvitationPurpose.ASK_QUESTIONS: message("It is for the questions that you may have."),
    InvitationPurpose.MEET_THE_THERAPIST: message("It is for you to see with whom the talks are held."),
}
FORMATS: Final[dict[VisitFormat, str]] = {
    VisitFormat.TOGETHER: message("You would come together; you may also come alone first, phone, or write."),
    VisitFormat.ALONE_FIRST: message(
        "You would come alone first; you may also come together, phone, or write."
    ),
    VisitFormat.PHONE: message("It would be by phone; you may choose to write instead."),
    VisitFormat.WRITTEN: message("It would be in writing; you may choose to phone instead."),
}
ALWAYS: Final = (
    message("Whoever gave you this is the one who comes to the talks. You would not become that by a visit."),
    message("You are not said to be the cause of anything, and nobody is going to take a side."),
    message("You choose what is spoken of, and what is not."),
    message(
        "You may say yes, not now, or no. You need give no reason, nothing follows from a no, and you will not be "
        "asked again."
    ),
    message("That you are asked is no sign that things stand badly."),
)
"""What every invitation says, whatever it is for."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What an invitation is made of."""

    offer: InvitationOffer
    purpose: InvitationPurpose | None
    format: VisitFormat
    locale: str
    client_words: str | None
    collateral_text: str


def compose(wording: Wording) -> str:
    """Return the whole text, paragraph by paragraph, in the locale's language."""
    say = translator(wording.locale)
    paragraphs = [
        wording.client_words,
        say(OFFERS[wording.offer]),
        say(PURPOSES[wording.purpose]) if wording.purpose else None,
        say(FORMATS[wording.format]) if wording.offer is InvitationOffer.ONE_VISIT else None,
        *(say(text) for text in ALWAYS),
        wording.collateral_text,
    ]
    return "\n\n".join(paragraph.strip() for paragraph in paragraphs if paragraph and paragraph.strip())


def locale_by_link(work: Work, link_id: UUID) -> str | None:
    """Return the locale of the invitation that a link is of, whatever became of it."""
    return work.db.scalar(select(Invitation.locale).where(Invitation.link_id == link_id))


def sha256_of(text: str) -> str:
    """Return the hash by which a text is approved."""
    return hashlib.sha256(text.encode()).hexdigest()
