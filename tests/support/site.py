"""The pages as a browser comes to them: a served application, and the way to each page of a client."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from support.papers import Chart
from support.visitors import handed_out

TYPED = "Something only I know"
_ENDS = {"minValue": 0, "maxValue": 100}
OWN: dict[str, Any] = {
    "code": "calm_evenings",
    "name": "Calm evenings",
    "licence": "Written by the practice.",
    "questionnaire": {
        "resourceType": "Questionnaire",
        "status": "active",
        "item": [
            {"linkId": "0", "type": "display", "text": "Think of the last seven evenings."},
            {
                "linkId": "1",
                "type": "integer",
                "text": "How warm was it?",
                "extension": [
                    {"url": f"http://hl7.org/fhir/StructureDefinition/{end}", "valueInteger": value}
                    for end, value in _ENDS.items()
                ],
            },
        ],
    },
    "scoring": {
        "method": "sum",
        "direction": "higher_is_better",
        "least_answered": 1,
        "items": [{"link_id": "1", "low": 0, "high": 100}],
    },
}
"""An instrument of the practice whose number is typed."""


@dataclass
class Kept:
    """An application, and the pages that it has answered with."""

    app: ASGIApp
    pages: list[bytes] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, and keep the answer if it is a page."""
        body, is_page = b"", False

        async def kept(message: Message) -> None:
            nonlocal body, is_page
            if message["type"] == "http.response.start":
                is_page = dict(message["headers"]).get(b"content-type", b"").startswith(b"text/html")
            else:
                body += message.get("body", b"")
            await send(message)

        await self.app(scope, receive, kept)
        if is_page:
            self.pages.append(body)


@dataclass
class Site:
    """The served application, and the case whose client visits it."""

    chart: Chart
    address: str
    exit_url: str
    chromium: Browser
    pages: list[bytes] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def page(self, **options: Any) -> Page:
        """Open an empty page of a visitor without a past."""
        context = self.chromium.new_context(**options)
        self.contexts.append(context)
        context.on("request", lambda request: self.asked.append(request.url))
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def link(self, purpose: str = "check_in", instrument: str | None = None) -> str:
        """Return the address of a new link."""
        return str(handed_out(self.chart, purpose, instrument=instrument, channel="email")["url"])

    def code(self, purpose: str = "check_in", instrument: str | None = None) -> str:
        """Return a new code."""
        return str(handed_out(self.chart, purpose, instrument=instrument, in_room=True)["code"])

    def opened(self, purpose: str = "check_in", instrument: str | None = None) -> Page:
        """Return a page that a link opened."""
        page = self.page()
        page.goto(self.link(purpose, instrument))
        page.get_by_role("button", name="Send").wait_for()
        return page

    def check_ins(self) -> list[dict[str, Any]]:
        """Return what arrived."""
        path = f"/v1/cases/{self.chart.case_id}/check-ins"
        found: list[dict[str, Any]] = self.chart.world.therapist.get(path)["items"]
        return [item for item in found if item["source"] == "client"]

    def answers(self) -> list[list[int | None]]:
        """Return the answers to measures that arrived."""
        path = f"/v1/cases/{self.chart.case_id}/administrations"
        return [item["items"] for item in self.chart.world.therapist.get(path)["items"]]


def fill(page: Page) -> None:
    """Write something into the weekly note."""
    page.get_by_label("How much was your week in your own hands?").fill("7")
    page.get_by_label("Anything you want to add?").fill(TYPED)


def door(site: Site) -> Page:
    """The page where a code is typed."""
    page = site.page()
    page.goto(f"{site.address}/note")
    return page


def over(site: Site) -> Page:
    """The page of what does not open."""
    page = site.page()
    page.goto(site.link()[:-1] + "x")
    page.get_by_role("heading", name="This page is not open").wait_for()
    return page


def wrong(site: Site) -> Page:
    """A form that was not filled in well."""
    page = site.opened()
    page.get_by_label("How much was your week in your own hands?").fill("70")
    page.get_by_role("button", name="Send").click()
    page.get_by_role("heading", name="Something is not right yet").wait_for()
    return page


def crisis(site: Site) -> Page:
    """The thanks after an answer that tells of danger."""
    page = site.opened()
    fill(page)
    page.get_by_role("group", name="Were you afraid").get_by_label("Yes").check()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_contain_text("112")
    return page


def check_in(site: Site) -> Page:
    """The weekly note."""
    return site.opened()


def decision(site: Site) -> Page:
    """The decision."""
    return site.opened("decision")


def wrong_decision(site: Site) -> Page:
    """A decision with everything missing."""
    page = decision(site)
    page.get_by_role("button", name="Send").click()
    page.get_by_role("heading", name="Something is not right yet").wait_for()
    return page


def measure(site: Site) -> Page:
    """The longest shipped measure."""
    return site.opened("measure", "csi32")


def wrong_measure(site: Site) -> Page:
    """A measure without an answer."""
    page = site.opened("measure", "phq9")
    page.get_by_role("button", name="Send").click()
    page.get_by_role("heading", name="Something is not right yet").wait_for()
    return page


def worded_measure(site: Site) -> Page:
    """A practice's own measure, with words and a number that is typed, and that number is wrong."""
    site.chart.world.home.people["owner"].call.post("/v1/practice-instruments", OWN)
    page = site.opened("measure", "calm_evenings")
    page.get_by_label("How warm was it?").fill("101")
    page.get_by_role("button", name="Send").click()
    page.get_by_role("heading", name="Something is not right yet").wait_for()
    return page


def second_measure(site: Site) -> Page:
    """A measure that tells of danger, and was taken today before."""
    path = f"/v1/cases/{site.chart.case_id}/administrations"
    taken = {"instrument": "phq9", "respondent": "client", "source": "paper", "items": [0] * 9}
    site.chart.world.therapist.post(path, taken)
    page = site.opened("measure", "phq9")
    item(page, 9).get_by_label("3").check()
    page.get_by_role("button", name="Send").click()
    page.get_by_role("heading", name="Please read this now").wait_for()
    page.get_by_role("heading", name="Something is not right yet").wait_for()
    return page


def item(page: Page, place: int) -> Locator:
    """Return an item of a measure, as a screen reader finds it."""
    return page.get_by_role("group", name=f"Item {place}", exact=True)
