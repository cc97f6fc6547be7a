"""Texts in the reader's language: one catalogue for each locale, in gettext's format, read by Babel.

The English text is the key, so a text that a catalogue lacks is shown in English rather than not at all; a test asks
that none lacks. Texts are marked by ``message``, and in templates by ``_()``; ``couplesone catalogues`` collects them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

SOURCE: Final = "en"
LOCALES: Final = (SOURCE, "de")
"""The locales that there are texts for; anything else reads English."""
Translate = Callable[[str], str]


def message(text: str) -> str:
    """Mark a text as one that is translated when it is shown."""
    return text


def locale_of(tag: str | None) -> str:
    """Return the locale whose texts serve a language tag.

    >>> locale_of("de-AT"), locale_of("fr"), locale_of(None)
    ('de', 'en', 'en')
    """
    language = (tag or "").replace("_", "-").split("-")[0].lower()
    return language if language in LOCALES else SOURCE


def translator(tag: str | None) -> Translate:
    """Return what gives a text in the language of a tag."""
    locale = locale_of(tag)
    if locale == SOURCE:
        return message
    texts = _texts(locale)
    return lambda text: texts.get(text, text)


@cache
def catalogue(locale: str) -> Catalog:
    """Return the catalogue of a locale."""
    with resources.files(__package__).joinpath("locales", f"{locale}.po").open("rb") as file:
        return read_po(file, locale=locale)


@cache
def _texts(locale: str) -> dict[str, str]:
    return {
        str(entry.id): str(entry.string)
        for entry in catalogue(locale)
        if entry.id and entry.string and not entry.fuzzy
    }
