"""Pages in the reader's language: the client's, the invitation's; where nobody is known, the browser's and no other."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from sqlalchemy import select

from couplesone.cases.decisions import wording
from couplesone.clients.models import Client
from couplesone.invitations.models import Invitation
from couplesone.invitations.partner_side import hand_code_hash
from couplesone.rendering.translation import translator
from support.http import Caller
from support.inviting import Door, open_door
from support.papers import Chart
from support.visitors import CRISIS, Visitor, answers, constant, handed_out, measure, said
from support.world import World

UNKNOWN = "2222-2222-2222"
DECISION = {
    "send": "yes",
    "choice": "work_on_self",
    "ambivalence_stay": "7",
    "ambivalence_leave": "6",
    "review_on": "2026-06-01",
    "own_words": "yes",
}


def reads(chart: Chart, locale: str) -> None:
    """Have the client read a language."""
    chart.set(Client, chart.client_id, locale=locale)


def language(page: httpx.Response) -> str:
    """Return the language that a page says it is in."""
    return page.text.split('<html lang="')[1].split('"')[0]


@pytest.fixture
def german(chart: Chart, visitor: Visitor) -> Visitor:
    """The visitor, as a client who reads German and has an English browser."""
    reads(chart, "de-AT")
    return Visitor(visitor.world, visitor.path, "en-US,en")


@pytest.fixture
def asked(chart: Chart) -> None:
    """Acceptance of the refusal has been asked."""
    chart.check_in(date(2026, 2, 23), acceptance_of_refusal=4)


def test_the_weekly_note_is_in_the_clients_language(chart: Chart, german: Visitor) -> None:
    code = handed_out(chart)["code"]
    page = german.send(key=code)
    assert language(page) == "de"
    for part in ("Wochennotiz", "Diese Woche: 2. März bis 8. März", "Wie dringend", "innerhalb von 7 Tagen"):
        assert part in said(page)
    wrong = german.send(key=code, send="yes", week="2026-03-02", agency="70", note="<b>Ä & é</b>")
    assert "Fehler: Wochennotiz" in said(wrong)
    assert "Geben Sie eine ganze Zahl von 0 bis 10 ein." in said(wrong)
    assert "&lt;b&gt;Ä &amp; é&lt;/b&gt;" in wrong.text
    thanks = german.send(key=code, send="yes", week="2026-03-02", agency="7", afraid="yes")
    assert (language(thanks), "Vielen Dank" in said(thanks), "Notruf" in said(thanks)) == ("de", True, True)


def test_one_day_is_not_several(chart: Chart, german: Visitor, owner: Caller) -> None:
    owner.post("/v1/practice/settings", {"key": "client_page_read_within_days", "value": 1})
    assert "innerhalb von 1 Tag gelesen" in said(german.send(key=handed_out(chart)["code"]))
    reads(chart, "en")
    assert "within 1 day;" in said(german.send(key=handed_out(chart)["code"]))


def test_a_practices_own_words_stay_as_they_were_written(
    chart: Chart, german: Visitor, owner: Caller
) -> None:
    sent = german.send(key=handed_out(chart)["code"], send="yes", week="2026-03-02", agency="7", afraid="yes")
    assert CRISIS in said(sent)


def test_dates_are_written_as_the_clients_region_does(chart: Chart, visitor: Visitor) -> None:
    for locale, week in (("en", "2 March to 8 March"), ("en-US", "March 2 to March 8"), ("fr", "2 March to")):
        reads(chart, locale)
        page = visitor.send(key=handed_out(chart)["code"])
        assert (language(page), f"This week: {week}" in said(page)) == ("en", True)


def test_a_measure_is_in_the_clients_language(chart: Chart, german: Visitor) -> None:
    code = measure(chart)["code"]
    page = said(german.send(key=code))
    assert "Es sind 9 Fragen." in page
    assert "Keine Antwort" in page
    wrong = german.send(key=code, **answers([7] + [None] * 8))
    assert "Frage 1: Wählen Sie eine der Antworten." in said(wrong)
    assert "Beantworten Sie mindestens eine Frage." in said(german.send(key=code, **answers([None] * 9)))
    stale = german.send(key=code, **answers([0] * 9, number=7))
    assert "Die Fragen haben sich inzwischen geändert." in said(stale)


# -- decisions ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", ["en", "de"])
def test_the_evidence_of_a_decision_is_of_the_words_that_were_shown(
    chart: Chart, visitor: Visitor, asked: None, locale: str
) -> None:
    reads(chart, locale)
    words, code = wording.words_in(locale), handed_out(chart, "decision")["code"]
    page = said(visitor.send(key=code))
    for part in (words.statement, words.order, *words.questions.values(), *words.options.values()):
        assert part in page
    assert visitor.send(key=code, **DECISION, text_sha256=words.sha256).status_code == 200
    path = f"/v1/cases/{chart.case_id}/decision-points"
    evidence = chart.world.therapist.get(path)["items"][0]["evidence"]
    assert (evidence["text_version"], evidence["text_sha256"]) == (wording.VERSION, words.sha256)


def test_each_language_has_a_hash_of_its_own() -> None:
    assert wording.words_in("en").sha256 != wording.words_in("de").sha256
    assert wording.words_in("de").questions["choice"] == translator("de")(wording.QUESTIONS["choice"])


def test_words_of_another_language_than_was_shown_are_no_evidence(
    chart: Chart, visitor: Visitor, asked: None
) -> None:
    code = handed_out(chart, "decision")["code"]
    visitor.send(key=code)
    reads(chart, "de")
    english = wording.words_in("en").sha256
    again = visitor.send(key=code, **DECISION, text_sha256=english)
    assert (again.status_code, "Die Worte wurden inzwischen geändert." in said(again)) == (422, True)
    ticked = [line for line in again.text.splitlines() if 'id="own_words"' in line and "checked" in line]
    assert ticked == []
    assert 'value="7"' in again.text
    assert chart.world.therapist.get(f"/v1/cases/{chart.case_id}/decision-points")["items"] == []


@pytest.mark.parametrize("locale", ["en", "de"])
def test_the_options_stand_in_the_order_of_the_languages_alphabet(locale: str) -> None:
    labels = [label.casefold() for label in wording.words_in(locale).options.values()]
    assert labels == sorted(labels)
    assert all(label.isascii() or label[0].isascii() for label in labels)  # else casefold would not sort them


# -- invitations ----------------------------------------------------------------------------------------


@pytest.fixture
def door(world: World) -> Door:
    """The case of Mara, whose partner is Tobias."""
    return open_door(world)


def partner(door: Door, found: dict[str, Any], liked: str = "en") -> Visitor:
    """Return whoever has the address of the page."""
    return Visitor(door.world, urlsplit(found["page"]).path, liked)


def test_an_invitation_is_in_its_own_language(door: Door) -> None:
    found = door.delivered(locale="de")
    visitor, code = partner(door, found), found["code"]
    page = visitor.send(key=code)
    assert language(page) == "de"
    for part in ("Eine Nachricht für Sie", "Sie sind zu einem Besuch eingeladen.", "Jetzt nicht", "Häkchen"):
        assert part in said(page)
    assert "Frage wurde weitergegeben" in said(visitor.send(key=code, send="ask", question="Wer ist da?"))
    assert "Schreiben Sie hier Ihre Frage" in said(visitor.send(key=code, send="ask", question=""))
    assert "Wählen Sie eine der Antworten." in said(visitor.send(key=code, send="yes"))
    thanks = visitor.send(key=code, send="yes", answer="no")
    assert (language(thanks), "Vielen Dank" in said(thanks)) == ("de", True)
    assert constant(visitor.send(key=code, send="yes", answer="no")) == constant(thanks)


def test_the_six_digits_are_asked_in_the_invitations_language(door: Door) -> None:
    found = door.delivered(locale="de")
    with door.world.works.open(door.world.home.id) as work:
        row = work.db.scalars(select(Invitation)).one()
        row.hand_code_hash = hand_code_hash(work, row.id, "123456")
    visitor = partner(door, found)
    asking = visitor.send(key=found["code"])
    assert (language(asking), "Die sechs Ziffern" in said(asking)) == ("de", True)
    assert "Das ist nicht der Code." in said(visitor.send(key=found["code"], hand_code="000000"))


def test_the_approval_is_in_the_clients_language_and_shows_the_invitations(door: Door) -> None:
    reads(door.chart, "de")
    found = door.drafted(locale="en")
    link = handed_out(door.chart, "approve_text")
    page = partner(door, link).send(key=link["code"])
    assert (language(page), '<blockquote lang="en">' in page.text) == ("de", True)
    assert "Ihre Zustimmung" in said(page)
    unticked = partner(door, link).send(key=link["code"], send="yes", text_sha256=found["text_sha256"])
    assert "Setzen Sie hier ein Häkchen" in said(unticked)


# -- nobody is known ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("liked", "shown"), [("de-AT,en;q=0.5", "de"), ("en", "en"), ("fr", "en"), (None, "en")]
)
def test_the_door_goes_by_the_browser(visitor: Visitor, liked: str | None, shown: str) -> None:
    page = Visitor(visitor.world, visitor.path, liked).look()
    assert (language(page), page.headers["vary"]) == (shown, "Accept-Language")
    assert {"en": "Your code", "de": "Ihr Code"}[shown] in said(page)


@pytest.mark.parametrize("liked", ["de", "en"])
def test_the_closed_page_goes_by_the_browser_whosever_it_was(
    chart: Chart, visitor: Visitor, liked: str
) -> None:
    at_the_door = Visitor(visitor.world, visitor.path, liked)
    unknown = at_the_door.send(key=UNKNOWN)
    assert (unknown.status_code, language(unknown)) == (404, liked)
    assert unknown.headers["vary"] == "Accept-Language"
    for locale in ("de", "en"):
        reads(chart, locale)
        link = handed_out(chart)
        visitor.world.therapist.post(f"/v1/access-links/{link['id']}/revoke", etag=link)
        assert constant(at_the_door.send(key=link["code"])) == constant(unknown)


@pytest.mark.parametrize("liked", ["de", "en"])
@pytest.mark.parametrize("locale", ["de", "en"])
def test_an_answered_invitation_tells_nothing_by_its_language(door: Door, liked: str, locale: str) -> None:
    found = door.delivered(locale=locale)
    visitor = partner(door, found, liked)
    unknown, page = visitor.send(key=UNKNOWN), visitor.send(key=found["code"])
    visitor.send(key=found["code"], send="yes", answer="never")
    assert (language(unknown), language(page)) == (liked, locale)
    assert constant(visitor.send(key=found["code"])) == constant(page)
    visitor.send(key=found["code"], send="yes", answer="accepted")
    assert constant(visitor.send(key=found["code"])) == constant(unknown)
