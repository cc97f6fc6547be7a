"""A client at the door of a page: what the therapist hands out, and what a browser without JavaScript sends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx

from support.papers import Chart
from support.world import World

CRISIS = "Ring 0800 222 555."
"""A crisis text of the practice's own."""


@dataclass
class Visitor:
    """A client, or somebody who holds what was meant for them."""

    world: World
    path: str
    language: str | None = None
    """What the browser says of the languages that it likes."""

    def look(self) -> httpx.Response:
        """Open the address."""
        return self.world.anonymous.http.get(self.path, headers=self._liked())

    def send(self, path: str | None = None, **fields: Any) -> httpx.Response:
        """Post a form as a browser does; fields may have several values."""
        body = urlencode(fields, doseq=True)
        headers = {"Content-Type": "application/x-www-form-urlencoded"} | self._liked()
        return self.world.anonymous.http.post(path or self.path, content=body, headers=headers)

    def _liked(self) -> dict[str, str]:
        return {"Accept-Language": self.language} if self.language else {}


def handed_out(chart: Chart, purpose: str = "check_in", **more: Any) -> dict[str, Any]:
    """Have the therapist make a link; by default a code in the room."""
    body = {"purpose": purpose} | (more or {"in_room": True})
    issued: dict[str, Any] = chart.world.therapist.post(f"/v1/cases/{chart.case_id}/access-links", body)
    return issued


def answers(items: list[int | None], number: int = 1, **more: str) -> dict[str, str]:
    """Return what a browser sends of a sheet: also the items that were left open."""
    ticked = {f"item_{place}": "" if value is None else str(value) for place, value in enumerate(items, 1)}
    return {"send": "yes", "number": str(number)} | ticked | more


def measure(chart: Chart, instrument: str = "phq9", **more: Any) -> dict[str, Any]:
    """Have the therapist make a link for an instrument; by default a code in the room."""
    return handed_out(chart, "measure", instrument=instrument, **(more or {"in_room": True}))


def token_of(link: dict[str, Any]) -> str:
    """Return the token in the address of a link."""
    return urlsplit(link["url"]).fragment


def said(response: httpx.Response) -> str:
    """Return the words of a page."""
    body = re.sub(r"<(style|script)>.*?</\1>", " ", response.text, flags=re.S)
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body)))


def constant(response: httpx.Response) -> tuple[Any, ...]:
    """Return what an answer tells, without what differs in every answer."""
    headers = {k: v for k, v in response.headers.items() if k not in ("x-request-id", "ratelimit")}
    return response.status_code, response.content, headers
