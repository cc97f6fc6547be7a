"""The partner at the door: an invitation to read, to ask about, and to answer.

Nothing notes that the page was opened, and an answer leaves no trace that anybody could see but a yes: the page stays
as it was, and the last answer counts until the time has run out or it was yes. What is not open reads like any other
closed page. Where the practice sent the invitation, a six-digit code that the client hands over is asked first; until
then the page is neutral.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, Final

from couplesone.access_links.door import use_up, was_used_for
from couplesone.access_links.service import AccessLink
from couplesone.invitations import partner_side
from couplesone.invitations.codes import PartnerAnswer
from couplesone.invitations.partner_side import Invitation
from couplesone.invitations.wording import locale_by_link
from couplesone.pages.forms.fields import Reading
from couplesone.pages.shown import OVER, SEND, Shown, content_of
from couplesone.persistence.work import Work
from couplesone.rendering.translation import Language, message, translator
from couplesone.web.forms import Form

ANSWERS: Final[dict[str, str]] = {
    PartnerAnswer.ACCEPTED.value: message("Yes"),
    PartnerAnswer.NOT_NOW.value: message("Not now"),
    PartnerAnswer.NO.value: message("No"),
    PartnerAnswer.NEVER.value: message("No, and please never write to me"),
}
ASK: Final = "ask"
HAND_CODE: Final = "hand_code"


class PartnerVisit:
    """One request of a partner who holds a link."""

    def __init__(self, work: Work, link: AccessLink, key: str) -> None:
        self.work, self.link, self.key = work, link, key

    @cached_property
    def say(self) -> Language:
        """The invitation's language; asked only of a link that opens, so that one that does not costs nothing more."""
        return translator(locale_by_link(self.work, self.link.id))

    def answer(self, form: Form) -> Shown:
        """Show the invitation, or take a question or the answer."""
        sent = SEND in form
        if sent and was_used_for(self.work, self.link, content_of(form)):
            return self._thanks()
        invitation = partner_side.invitation_of(self.work, self.link)
        reading = Reading(form, self.say)
        if not partner_side.is_let_in(self.work, invitation, reading.one(HAND_CODE)):
            return self._hand_code(invitation, reading)
        if not sent:
            return self._page(invitation, Reading({}, self.say), reading)
        if form[SEND][-1] == ASK:
            return self._ask(invitation, reading)
        return self._receive(invitation, reading, form)

    def _receive(self, invitation: Invitation, reading: Reading, form: Form) -> Shown:
        said = reading.choice("answer", ANSWERS, required=True)
        words = reading.text("words")
        if said is None or reading.errors:
            return self._page(invitation, reading, reading)
        partner_side.answer(
            self.work,
            invitation,
            PartnerAnswer(said),
            words,
            may_be_read=reading.one("may_be_read") == "yes",
        )
        if said == PartnerAnswer.ACCEPTED:
            use_up(self.work, self.link, content_of(form))
        return self._thanks()

    def _ask(self, invitation: Invitation, reading: Reading) -> Shown:
        question = reading.text("question")
        if question is None:
            reading.complain("question", message("Write your question here, or leave it and answer above."))
        elif not reading.errors and not partner_side.ask(self.work, invitation, question):
            reading.complain("question", message("No more questions can be taken here."))
        if reading.errors:
            return self._page(invitation, reading, reading)
        return self._page(invitation, Reading({}, self.say), reading, asked=True)

    def _hand_code(self, invitation: Invitation, reading: Reading) -> Shown:
        """Ask for the code; a wrong one counts, and after five the invitation is over."""
        context: dict[str, Any] = {"key": self.key, "errors": {}}
        if not reading.one(HAND_CODE):
            return Shown("hand_code.html", context, locale=self.say.locale)
        if not partner_side.count_wrong_code(self.work, invitation):
            return OVER
        context["errors"] = {HAND_CODE: self.say(message("This is not the code."))}
        return Shown("hand_code.html", context, 422, self.say.locale)

    def _page(
        self, invitation: Invitation, typed: Reading, reading: Reading, *, asked: bool = False
    ) -> Shown:
        context = {
            "key": self.key,
            "hand_code": reading.one(HAND_CODE),
            "words": invitation.text.split("\n\n"),
            "answers": {answer: self.say(label) for answer, label in ANSWERS.items()},
            "asked": asked,
            "typed": typed.one,
            "errors": typed.errors,
        }
        return Shown("invitation.html", context, 422 if typed.errors else 200, self.say.locale)

    def _thanks(self) -> Shown:
        """Return the one page after any answer."""
        return Shown("answered.html", {}, locale=self.say.locale)
