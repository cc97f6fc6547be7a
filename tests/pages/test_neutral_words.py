"""Words that must not stand where anybody may look: over a shoulder, in a list of windows, before the six digits."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

import httpx
import pytest
from sqlalchemy import select

from couplesone.clients.models import Client
from couplesone.invitations.models import Invitation
from couplesone.invitations.partner_side import hand_code_hash
from support.inviting import Door, open_door
from support.visitors import Visitor, handed_out, measure
from support.world import World

DENIED = {
    "en": (
        "therap", "couple", "counsel", "partner", "spouse", "husband", "wife", "marriage", "marital", "divorce",
        "separat", "affair", "violen", "abus", "safety", "danger", "clinic", "patient", "client", "practice",
        "psycho", "mental", "treatment", "diagnos", "depress", "invit", "relationship", "love", "sex", "decision",
    ),
    "de": (
        "therap", "paar", "beratung", "partner", "gatt", "ehe", "ehemann", "ehefrau", "scheidung", "trennung",
        "trennen", "affäre", "fremdgeh", "gewalt", "missbrauch", "gefahr", "klinik", "patient", "klient", "praxis",
        "psych", "seelisch", "behandlung", "diagnos", "depress", "einlad", "beziehung", "liebe", "sex",
        "entscheidung",
    ),
}  # fmt: skip
"""Beginnings of words, by language."""
NAMES = ("Home Practice", "Mara", "Tobias", "Therapist", "couplesone")
"""The practice's name, those of client, partner and therapist, and the product's."""


@pytest.fixture
def door(world: World) -> Door:
    """The case of Mara, whose partner is Tobias."""
    return open_door(world)


def words_of(page: str) -> str:
    """Return everything that can be read in a page's source, but its style and script."""
    return re.sub(r"<(style|script)>.*?</\1>", " ", page, flags=re.S)


def title_of(page: httpx.Response) -> str:
    """Return the title of a page."""
    return page.text.split("<title>")[1].split("</title>")[0]


def denied(text: str, locale: str) -> list[str]:
    """Return what must not stand in a text."""
    found = [word for word in DENIED[locale] if re.search(rf"\b{word}", text, flags=re.I)]
    return found + [name for name in NAMES if name.casefold() in text.casefold()]


def hand_code(door: Door, locale: str) -> tuple[Visitor, str]:
    """Return whoever holds an invitation that needs six digits, and what opens it."""
    found = door.delivered(locale=locale)
    with door.world.works.open(door.world.home.id) as work:
        row = work.db.scalars(select(Invitation)).one()
        row.hand_code_hash = hand_code_hash(work, row.id, "123456")
    return Visitor(door.world, urlsplit(found["page"]).path, locale), found["code"]


@pytest.mark.parametrize("locale", DENIED)
def test_a_neutral_page_says_nothing(door: Door, locale: str) -> None:
    door.chart.set(Client, door.chart.client_id, locale=locale)
    visitor, key = hand_code(door, locale)
    note = handed_out(door.chart)["code"]
    sent = {"send": "yes", "week": "2026-03-02", "agency": "7"}
    pages = {
        "door": visitor.look(),
        "closed": visitor.send(key="2222-2222-2222"),
        "hand code": visitor.send(key=key),
        "wrong hand code": visitor.send(key=key, hand_code="000000"),
        "thanks": visitor.send(key=note, **sent),
        "answered": visitor.send(key=key, hand_code="123456", send="yes", answer="no"),
    }
    assert {name: denied(words_of(page.text), locale) for name, page in pages.items()} == {
        name: [] for name in pages
    }
    assert {page.text.split('lang="')[1][:2] for page in pages.values()} == {locale}


@pytest.mark.parametrize("locale", DENIED)
def test_a_title_says_nothing(door: Door, locale: str) -> None:
    chart = door.chart
    chart.set(Client, chart.client_id, locale=locale)
    chart.check_in(date(2026, 2, 23), acceptance_of_refusal=4)
    drafted = door.drafted(locale=locale)
    door.act(drafted, "agree", {"text_sha256": drafted["text_sha256"]})
    links = [
        *(handed_out(chart, purpose) for purpose in ("check_in", "decision", "approve_text")),
        measure(chart),
    ]
    visitor = Visitor(door.world, urlsplit(links[0]["page"]).path, locale)
    pages = [visitor.send(key=link["code"], **more) for link in links for more in ({}, {"send": "yes"})]
    paper = {"text_sha256": drafted["text_sha256"], "paper_sha256": "1" * 64, "signed_on": "2026-03-01"}
    door.act(drafted, "approve-on-paper", paper)
    code = door.act(drafted, "hand-over")["code"]
    pages += [visitor.send(key=code), visitor.send(key=code, send="yes")]
    titles = {title_of(page) for page in pages}
    assert len(titles) == 4  # two, each also with an error
    assert {title: denied(title, locale) for title in titles} == {title: [] for title in titles}


@pytest.mark.parametrize(
    ("locale", "text"),
    [("en", "Couples counselling"), ("de", "Ihre Praxis für Paartherapie"), ("en", "A note for Mara")],
)
def test_a_word_would_be_found(locale: str, text: str) -> None:
    assert denied(text, locale)
