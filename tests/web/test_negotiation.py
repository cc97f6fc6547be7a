"""Which form of an answer is liked best."""

from __future__ import annotations

import pytest

from couplesone.web.negotiation import preferred, preferred_language

OFFERED = ("text/plain", "text/html", "application/pdf")


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, "text/plain"),
        ("", "text/plain"),
        ("*/*", "text/plain"),
        ("application/pdf", "application/pdf"),
        ("APPLICATION/PDF", "application/pdf"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("text/*;q=0.4, application/*", "application/pdf"),
        ("text/plain;q=0, text/*", "text/html"),
        ("text/plain;q=0.2, text/html;level=1;q=0.7", "text/html"),
        ("text/html;q=x, application/pdf;q=0.1", "application/pdf"),
        ("text/html;q=7, application/pdf;q=0.1", "application/pdf"),
        ("application/json", "text/plain"),
        (";;,,;q=", "text/plain"),
    ],
)
def test_the_most_specific_range_counts_and_the_earlier_form_wins(accept: str | None, chosen: str) -> None:
    assert preferred(accept, OFFERED) == chosen


@pytest.mark.parametrize(
    ("liked", "chosen"),
    [
        (None, "en"),
        ("", "en"),
        ("de", "de"),
        ("DE-at", "de"),
        ("fr", "en"),
        ("fr, de;q=0.1", "de"),
        ("de;q=0.5, en", "en"),
        ("de, en", "de"),
        ("en, de", "en"),
        ("de-AT;q=0.2, en;q=0.5, de;q=0.9", "de"),
        ("en;q=0, *", "de"),
        ("*", "en"),
        ("de;q=0", "en"),
        ("de;q=nan, en;q=0.1", "en"),
        (";;, q=,,,", "en"),
    ],
)
def test_the_language_that_is_liked_best(liked: str | None, chosen: str) -> None:
    assert preferred_language(liked, ["en", "de"]) == chosen
