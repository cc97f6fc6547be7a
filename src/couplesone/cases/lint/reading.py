"""Reading a text for wordings that take a side or put a label on somebody. A pure function; it never blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from couplesone.cases.lint.codes import LintCode
from couplesone.cases.lint.phrases import OTHER, PHRASES

_LOOK_BACK: Final = 60
_SENTENCE_END: Final = re.compile(r"[.;:!?\n]")
_OTHER: Final = re.compile(rf"(?<!\w){OTHER}(?!\w)", re.IGNORECASE)
_OF_ONESELF: Final = re.compile(
    r"(?<!\w)(?:i|me|myself|(?:the\s+)?client)(?:"
    r"(?:'m|'ve|'ll|\s+(?:am|was|were|is|be|been|have|has|had|get|got|became))(?:\s+[\w'-]+){0,2}"
    r"|(?:\s+[\w'-]+)?)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Warned:
    """A wording to think about: from ``start`` to before ``end``, counted in code points of the text."""

    code: LintCode
    start: int
    end: int
    suggestion: str

    @property
    def detail(self) -> str:
        """What it is, in words."""
        return f"{self.code.label}."


def warnings_in(text: str | None) -> list[Warned]:
    """Return what the lint finds in a text, from its start to its end; nothing for no text.

    What the client says of themselves ("I was stubborn") is no label (S2.15, S2.55, S3.17, S3.18).
    """
    if not text:
        return []
    plain = text.replace("\u2019", "'").replace("\u2018", "'")
    found = [
        Warned(phrase.code, match.start(), match.end(), phrase.suggestion)
        for phrase in PHRASES
        for match in phrase.pattern.finditer(plain)
        if not (phrase.own and _of_oneself(plain, match.start()))
    ]
    return sorted(found, key=lambda warned: (warned.start, warned.end, warned.code))


def _of_oneself(text: str, start: int) -> bool:
    """Say whether what starts there is said by the client of the client."""
    before = _SENTENCE_END.split(text[max(0, start - _LOOK_BACK) : start])[-1]
    own = _OF_ONESELF.search(before)
    return own is not None and _OTHER.search(before[own.start() :]) is None
