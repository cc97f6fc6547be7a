"""Finding the words that tell."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import Final

from couplesone.language.discretion.words import TELLING

_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_SHORT: Final = 3
"""A part of a name up to this length is no name by which anybody is known."""


@cache
def _patterns(locale: str) -> re.Pattern[str]:
    parts = [re.escape(word.rstrip("*")) + (r".*" if word.endswith("*") else "") for word in TELLING[locale]]
    return re.compile("|".join(parts))


def telling_words(
    text: str, *, locales: Collection[str] = tuple(TELLING), names: Collection[str] = ()
) -> list[str]:
    """Return the words of a text that tell what it is about, in its order.

    ``names`` are names that must not stand in it either: of the practice, of people; each of their longer words counts.

    >>> telling_words("Your couples therapist has a message")
    ['couples', 'therapist']
    """
    parts = {word for name in names for word in _words(name) if len(word) > _SHORT}
    return [
        word
        for word in _words(text)
        if word in parts or any(_patterns(locale).fullmatch(word) for locale in locales)
    ]


def _words(text: str) -> list[str]:
    return [word.replace("\u2019", "'") for word in _WORD.findall(text.casefold())]
