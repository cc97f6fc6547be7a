"""A page as it is to be rendered, and what in a posted form is content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from couplesone.web.forms import Form

KEY: Final = "key"
SEND: Final = "send"
_NOT_CONTENT: Final = frozenset({KEY, SEND})


@dataclass(frozen=True, slots=True)
class Shown:
    """A page to be rendered: its template, what it shows, and whether it refuses or corrects.

    ``locale`` is the language of whoever the page is for; None where that is nobody's, and the browser's counts.
    """

    template: str
    context: dict[str, Any]
    status: int = 200
    locale: str | None = None


OVER: Final = Shown("over.html", {}, 404)
"""The one page for whatever does not open, in a language that tells nothing of what it was."""


def content_of(form: Form) -> str:
    """Return what was sent, without the key, in one canonical form."""
    return urlencode(
        sorted((name, value) for name, values in form.items() for value in values if name not in _NOT_CONTENT)
    )
