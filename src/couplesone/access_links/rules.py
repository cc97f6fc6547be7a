"""Where pages are, and where they lead when they are left in a hurry. The wiring hands it in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Self
from uuid import UUID

from couplesone.access_links.codes import Code
from couplesone.identity.tokens import place_of
from couplesone.kernel.settings import Settings
from couplesone.persistence.work import Work

PAGE_RULES: Final = "page_rules"
"""The name under which the rules are among the extras of the Works."""
PATH: Final = "/note"
"""What the browser's address bar and history show: nothing about anybody."""


@dataclass(frozen=True, slots=True)
class PageRules:
    """The address under which clients reach the server, and the neutral page."""

    base_url: str
    exit_url: str

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the rules that the settings make."""
        base_url = settings.public_url or f"http://{settings.host}:{settings.port}"
        return cls(base_url.rstrip("/"), settings.client_page_exit_url)

    def page_of(self, practice_id: UUID) -> str:
        """Return the address of a practice's page."""
        return f"{self.base_url}{PATH}/{place_of(practice_id)}"


@dataclass(frozen=True, slots=True, repr=False)
class Opening:
    """What opens a page: its address, the address with the token in its fragment, and the code to type there."""

    page: str
    url: str | None
    code: str | None


def opening(work: Work, token: str | None, code: Code | None) -> Opening:
    """Return what opens a page of the practice; without secrets, as when asked again, its address alone."""
    page = rules_among(work.extras).page_of(work.practice_id)
    return Opening(page, f"{page}#{token}" if token else None, code.shown if code else None)


def rules_among(extras: Mapping[str, Any]) -> PageRules:
    """Return the rules that the wiring put among the extras."""
    rules = extras[PAGE_RULES]
    assert isinstance(rules, PageRules)
    return rules
