"""A client at the door: opening a page with a token or code, and sending what is on it.

Opening consumes nothing, because whatever looks at mail follows links too. Sending uses the link up; who sends just
the same once more (a second click, a lost answer) reads the same thanks. Whatever does not open, whyever, reads one
constant page.
"""

from __future__ import annotations

from functools import cached_property
from uuid import UUID

from couplesone.access_links.door import enter, knock, use_up, was_used_for
from couplesone.access_links.errors import LinkNotValid
from couplesone.access_links.service import AccessLink
from couplesone.cases.access import Standing, standing_of
from couplesone.cases.errors import CaseClosed
from couplesone.clients.errors import ClientArchived
from couplesone.clients.queries import locale_of_client
from couplesone.identity.tokens import practice_at
from couplesone.kernel.errors import RecordNotFound
from couplesone.kernel.permissions import CLIENT_GRANTS, Purpose
from couplesone.measures.errors import InstrumentRetired
from couplesone.pages.forms.approval import ApprovalForm
from couplesone.pages.forms.check_in import CheckInForm
from couplesone.pages.forms.decision import DecisionForm
from couplesone.pages.forms.fields import Reading
from couplesone.pages.forms.measure import MeasureForm
from couplesone.pages.forms.purpose import PurposeForm
from couplesone.pages.partner_visit import PartnerVisit
from couplesone.pages.shown import KEY, OVER, SEND, Shown, content_of
from couplesone.persistence.directory import only_practice
from couplesone.persistence.work import Work, Works
from couplesone.practices.codes import SettingKey, TextKey
from couplesone.practices.settings import value_on
from couplesone.practices.texts import text_on
from couplesone.rendering.translation import Language, translator
from couplesone.web.forms import Form


def answer(works: Works, form: Form, *, place: str | None, address: str, request_id: str) -> Shown:
    """Return the page that a posted form leads to."""
    key = form.get(KEY, ("",))[-1].strip()
    practice_id = practice_at(place) if place else only_practice(works, "a client types a code")
    try:
        again = SEND in form
        shown = knock(works, key, practice_id=practice_id, address=address, again=again)
        with works.open(shown.practice_id, request_id=request_id) as work:
            link = enter(work, shown, again=again)
            if link.purpose == Purpose.INVITATION:
                return PartnerVisit(work, link, key).answer(form)
            return _Visit(work, link, key).answer(form)
    except (LinkNotValid, CaseClosed, ClientArchived, InstrumentRetired, RecordNotFound):
        return OVER


class _Visit:
    """One request of a client who holds a link."""

    def __init__(self, work: Work, link: AccessLink, key: str) -> None:
        self.work, self.link, self.key = work, link, key

    @cached_property
    def say(self) -> Language:
        """The client's language; asked only of a link that opens, so that one that does not costs nothing more."""
        return translator(locale_of_client(self.work, self.link.client_id))

    def answer(self, form: Form) -> Shown:
        """Show the form, or take what was sent."""
        sent, link = SEND in form, self.link
        (self.work.permission,) = CLIENT_GRANTS[Purpose(link.purpose)]
        content = content_of(form) if sent else ""
        sent_before = sent and was_used_for(self.work, link, content)
        page = self._form(link, self._case(link.case_id))
        reading = Reading(form if sent else {}, self.say)
        if not sent:
            self.work.audit("open_client_page", link.id)
            return self._blank(page, reading)
        if sent_before:
            return self._thanks(page.tells_of_danger(reading))
        danger = page.receive(reading)
        if reading.errors:
            if page.tells_of_danger(reading):
                page.keep_danger()
            return self._blank(page, reading)
        use_up(self.work, link, content)
        self.work.audit("send_client_page", link.id)
        return self._thanks(danger)

    def _case(self, case_id: UUID) -> Standing:
        assert self.work.permission is not None
        standing = standing_of(self.work, case_id, self.work.permission)
        if standing.refusal is not None:
            raise standing.refusal
        return standing

    def _form(self, link: AccessLink, case: Standing) -> PurposeForm:
        if link.purpose == Purpose.DECISION:
            return DecisionForm(self.work, case, self.say, in_room=link.in_room)
        if link.purpose == Purpose.MEASURE:
            return MeasureForm(self.work, case, link, self.say)
        if link.purpose == Purpose.APPROVE_TEXT:
            return ApprovalForm(self.work, case, link)
        return CheckInForm(self.work, case, self.say)

    def _blank(self, page: PurposeForm, reading: Reading) -> Shown:
        context = {
            **page.context(),
            "key": self.key,
            "typed": reading.one,
            "ticked": reading.many,
            "errors": reading.errors,
            "read_within": self._read_within(),
            "crisis": self._crisis(page.tells_of_danger(reading)),
        }
        return Shown(page.template, context, 422 if reading.errors else 200, self.say.locale)

    def _thanks(self, danger: bool) -> Shown:
        context = {"crisis": self._crisis(danger), "read_within": self._read_within()}
        return Shown("thanks.html", context, locale=self.say.locale)

    def _crisis(self, danger: bool) -> str | None:
        """Return what is shown at once after an answer that tells of danger, also if the form has to be corrected.

        A practice's own text is shown as it was written; the one that holds without it, in the client's language.
        """
        return self.say(text_on(self.work, TextKey.CRISIS_TEXT, self.work.today)) if danger else None

    def _read_within(self) -> int:
        return value_on(self.work, SettingKey.CLIENT_PAGE_READ_WITHIN_DAYS, self.work.today)
