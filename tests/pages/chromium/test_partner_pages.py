"""The partner's pages, and those around them, in a real browser: with JavaScript and without, in two languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, Page, expect
from sqlalchemy import select

from couplesone.clients.models import Client
from couplesone.invitations.models import Invitation, PartnerReply
from couplesone.invitations.partner_side import hand_code_hash
from support import browser
from support.inviting import COLLATERAL, Door
from support.site import Site
from support.visitors import handed_out, token_of

pytestmark = pytest.mark.skipif(browser.missing(), reason=browser.NOT_RUN)
MAX_PAGE = 30 * 1024
"""Bytes of a page, style and script included."""
WORDS = "Zebrafinch."
DIGITS = "123456"
BROWSER = {"en": "en-GB", "de": "de-AT"}
SAID = {
    "en": {"exit": "Leave this page", "code": "Your code", "go on": "Go on", "thanks": "Thank you"},
    "de": {"exit": "Seite verlassen", "code": "Ihr Code", "go on": "Weiter", "thanks": "Vielen Dank"},
}
TICK = {
    "en": "What I added may be read by the person who holds the talks, and by nobody else. "
    "Without this tick nobody reads it.",
    "de": "Was ich hinzugefügt habe, darf die Person lesen, die die Gespräche führt, und sonst niemand. "
    "Ohne dieses Häkchen liest es niemand.",
}


def inviting(site: Site) -> Door:
    """Return the site's case as one in which an invitation may be written."""
    door = Door(site.chart.world, site.chart)
    site.chart.world.home.people["owner"].call.post(
        "/v1/practice/texts", {"key": "collateral_text", "text": COLLATERAL}
    )
    door.screen()
    return door


def come(site: Site, page_at: str, code: str, token: str | None, locale: str, js: bool) -> Page:
    """Come to a page: by the link with JavaScript, by the code without."""
    page = site.page(java_script_enabled=js, locale=BROWSER[locale])
    if js and token is not None:
        page.goto(f"{page_at}#{token}")
        page.wait_for_url(re.compile(r"/note/[^#]*$"))
        page.locator("h1").wait_for()
        expect(page.locator("#door")).to_have_count(0)
        return page
    page.goto(page_at)
    page.get_by_label(SAID[locale]["code"]).fill(code)
    page.get_by_role("button", name=SAID[locale]["go on"]).click()
    expect(page.locator("#door")).to_have_count(0)
    return page


def invitation(site: Site, locale: str = "en", js: bool = True) -> Page:
    """The invitation."""
    found = inviting(site).delivered(locale=locale)
    return come(site, found["page"], found["code"], token_of(found), locale, js)


def wrong(site: Site, locale: str = "en", js: bool = True) -> Page:
    """The invitation, after nothing was chosen."""
    page = invitation(site, locale, js)
    page.locator("button[value=yes]").click()
    page.locator("#summary").wait_for()
    return page


def hand_code(site: Site, locale: str = "en", js: bool = True) -> Page:
    """Where the six digits are asked."""
    found = inviting(site).delivered(locale=locale)
    with site.chart.world.works.open(site.chart.world.home.id) as work:
        row = work.db.scalars(select(Invitation)).one()
        row.hand_code_hash = hand_code_hash(work, row.id, DIGITS)
    return come(site, found["page"], found["code"], token_of(found), locale, js)


def approval(site: Site, locale: str = "en", js: bool = True) -> Page:
    """Where the client approves the words."""
    site.chart.set(Client, site.chart.client_id, locale=locale)
    door = inviting(site)
    drafted = door.drafted(locale=locale)
    door.act(drafted, "agree", {"text_sha256": drafted["text_sha256"]})
    link = handed_out(site.chart, "approve_text", channel="email")
    return come(site, link["page"], link["code"], token_of(link), locale, js)


def closed(site: Site, locale: str = "en", js: bool = True) -> Page:
    """What an invitation opens that was answered with yes."""
    found = inviting(site).delivered(locale=locale)
    page = come(site, found["page"], found["code"], token_of(found), locale, js)
    page.locator("input[value=accepted]").check()
    page.locator("button[value=yes]").click()
    page.locator("form").wait_for(state="detached")
    return come(site, found["page"], found["code"], token_of(found), locale, js)


def thanks(site: Site, locale: str = "en", js: bool = True) -> Page:
    """What follows an answer."""
    page = invitation(site, locale, js)
    page.locator("#answer-not_now").check()
    page.get_by_role("textbox").first.fill(WORDS)
    page.locator("button[value=yes]").click()
    page.get_by_role("heading", name=SAID[locale]["thanks"]).wait_for()
    return page


ComeTo = Callable[..., Page]
CONTROLS: dict[ComeTo, dict[str, list[str]]] = {
    invitation: {
        "en": [
            'link "Leave this page"',
            'group "What do you say?"',
            'radio "Yes"',
            'radio "Not now"',
            'radio "No"',
            'radio "No, and please never write to me"',
            'textbox "Anything you want to add? You may leave this empty."',
            f'checkbox "{TICK["en"]}"',
            'button "Send the answer"',
            'textbox "Your question; it goes to the person who holds the talks."',
            'button "Send the question"',
        ],
        "de": [
            'link "Seite verlassen"',
            'group "Was sagen Sie dazu?"',
            'radio "Ja"',
            'radio "Jetzt nicht"',
            'radio "Nein"',
            'radio "Nein, und bitte schreiben Sie mir nie wieder"',
            'textbox "Möchten Sie etwas hinzufügen? Sie können das leer lassen."',
            f'checkbox "{TICK["de"]}"',
            'button "Antwort senden"',
            'textbox "Ihre Frage; sie geht an die Person, die die Gespräche führt."',
            'button "Frage senden"',
        ],
    },
    hand_code: {
        "en": ['link "Leave this page"', 'textbox "The six digits that you were given"', 'button "Go on"'],
        "de": [
            'link "Seite verlassen"',
            'textbox "Die sechs Ziffern, die Sie bekommen haben"',
            'button "Weiter"',
        ],
    },
    approval: {
        "en": [
            'link "Leave this page"',
            'group "Your approval"',
            'checkbox "I have read these words, and I want them to go."',
            'button "Send"',
        ],
        "de": [
            'link "Seite verlassen"',
            'group "Ihre Zustimmung"',
            'checkbox "Ich habe diese Worte gelesen und möchte, dass sie hinausgehen."',
            'button "Senden"',
        ],
    },
    closed: {"en": ['link "Leave this page"'], "de": ['link "Seite verlassen"']},
    thanks: {"en": ['link "Leave this page"'], "de": ['link "Seite verlassen"']},
}
"""Each control of a page by its role and name, in the order in which it is read."""
_CONTROL = re.compile(
    r'- ((?:link|group|radio|checkbox|textbox|button|combobox|switch) ".*?")(?=[ :]|$)', re.M
)
PAGES = pytest.mark.parametrize("come_to", [*CONTROLS, wrong], ids=lambda page: page.__name__)


def text_of(page: Page) -> list[str]:
    """Return the lines that can be read, in their order."""
    lines = page.locator("body").inner_text().splitlines()
    return [" ".join(line.split()) for line in lines if line.strip()]


@pytest.mark.parametrize("locale", ["en", "de"])
@pytest.mark.parametrize("js", [True, False], ids=["js", "no-js"])
@PAGES
def test_a_page_is_whole(site: Site, come_to: ComeTo, js: bool, locale: str) -> None:
    page = come_to(site, locale, js)
    assert page.get_attribute("html", "lang") == locale
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), width
        if js:  # axe is a script; without scripts the page is the same one
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
    if come_to in CONTROLS:
        assert _CONTROL.findall(page.locator("body").aria_snapshot()) == CONTROLS[come_to][locale]
    styled = text_of(page)
    page.evaluate("document.querySelectorAll('style').forEach(style => style.remove())")
    assert text_of(page) == styled
    assert max(map(len, site.pages)) <= MAX_PAGE
    assert {urlsplit(url).netloc for url in site.asked} == {urlsplit(site.address).netloc}
    assert not js or site.complaints == [] or come_to in (wrong, closed)


# -- by keyboard alone ----------------------------------------------------------------------------------


def tab_to(page: Page, name: str) -> None:
    """Press Tab until a control is reached."""
    for _ in range(20):
        page.keyboard.press("Tab")
        reached = page.evaluate("(document.activeElement.name || '') + ' ' + document.activeElement.id")
        if name in reached.split():
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
            return
    raise AssertionError(f"no way to {name}")


@pytest.mark.parametrize("js", [True, False], ids=["js", "no-js"])
def test_the_whole_answer_by_keyboard_alone(site: Site, js: bool) -> None:
    found = inviting(site).delivered()
    page = site.page(java_script_enabled=js)
    page.goto(found["page"])
    tab_to(page, "key")
    page.keyboard.type(found["code"].lower())
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Your answer").wait_for()
    tab_to(page, "answer")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    tab_to(page, "words")
    page.keyboard.type(WORDS)
    tab_to(page, "may_be_read")
    page.keyboard.press("Space")
    tab_to(page, "send")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Thank you").wait_for()
    with site.chart.world.works.open(site.chart.world.home.id) as work:
        work.keyring.load([site.chart.partner_id])
        (reply,) = work.db.scalars(select(PartnerReply))
        assert (reply.answer, reply.words, reply.may_be_read) == ("no", WORDS, True)


def test_the_six_digits_and_a_question_by_keyboard_alone(site: Site) -> None:
    page = hand_code(site)
    tab_to(page, "hand_code")
    page.keyboard.type(DIGITS)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="A message for you").wait_for()
    tab_to(page, "question")
    page.keyboard.type("Who will be there?")
    tab_to(page, "send")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("passed on")


def test_the_approval_by_keyboard_alone(site: Site) -> None:
    page = approval(site)
    tab_to(page, "approve")
    page.keyboard.press("Space")
    tab_to(page, "send")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Thank you").wait_for()
    listed = site.chart.world.therapist.get(f"/v1/cases/{site.chart.case_id}/invitations")["items"]
    assert [one["state"] for one in listed] == ["approved"]


# -- left in a hurry ------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["click", "shift"])
@pytest.mark.parametrize(
    "come_to", [invitation, wrong, hand_code, approval, thanks], ids=lambda page: page.__name__
)
def test_there_is_no_way_back(site: Site, come_to: ComeTo, by: str) -> None:
    page = come_to(site)
    if by == "click":
        page.get_by_role("link", name=SAID["en"]["exit"]).click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url(site.exit_url)
    for _ in range(3):
        with suppress(Error):  # there is nothing to go back to, or what was there is not kept
            page.go_back(wait_until="load", timeout=3000)
        page.wait_for_timeout(300)
        shown = page.content()
        for telling in ("message for you", "six digits", "I want them to go", "take a side", WORDS):
            assert telling not in shown


@pytest.mark.parametrize("come_to", CONTROLS, ids=lambda page: page.__name__)
def test_without_javascript_the_way_out_is_a_link(site: Site, come_to: ComeTo) -> None:
    page = come_to(site, js=False)
    page.get_by_role("link", name=SAID["en"]["exit"]).click()
    page.wait_for_url(site.exit_url)
