"""Texts in the reader's language: one catalogue for each locale, in gettext's format, read by Babel.

The English text is the key, so a text that a catalogue lacks is shown in English rather than not at all; a test asks
that none lacks. Texts are marked by ``message`` in Python, and by ``_()`` and ``ngettext()`` in templates;
``python tests/catalogues.py`` collects them. What a text is filled with stands in it as ``%(name)s``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib import resources
from io import BytesIO
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.dates import format_skeleton
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE: Final = "en"
LOCALES: Final = (SOURCE, "de")
"""The locales that there are texts for; anything else reads English."""
_DATES: Final = {"en": "en_001", "de": "de"}
"""How dates are written where a language tag names no region."""


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


@dataclass(frozen=True, slots=True)
class Language:
    """What gives a text in one language."""

    locale: str
    dates: Locale
    texts: NullTranslations

    def __call__(self, text: str, **values: object) -> str:
        """Return a text in this language, filled with values."""
        said = self.texts.gettext(text) if text else text
        return said % values if values else said

    def day(self, day: date) -> str:
        """Return a day and its month, as they are written in this language.

        >>> from datetime import date
        >>> [translator(tag).day(date(2026, 3, 2)) for tag in ("en", "en-US", "de-AT", "fr")]
        ['2 March', 'March 2', '2. März', '2 March']
        """
        return format_skeleton("MMMMd", day, locale=self.dates)


@lru_cache(maxsize=256)
def translator(tag: str | None) -> Language:
    """Return the language of a tag."""
    locale = locale_of(tag)
    return Language(locale, _dates(tag or locale, locale), _texts(locale))


@cache
def catalogue(locale: str) -> Catalog:
    """Return the catalogue of a locale."""
    with resources.files(__package__).joinpath("locales", f"{locale}.po").open("rb") as file:
        return read_po(file, locale=locale)


@cache
def _texts(locale: str) -> NullTranslations:
    if locale == SOURCE:
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, catalogue(locale))
    compiled.seek(0)
    return GNUTranslations(compiled)


def _dates(tag: str, locale: str) -> Locale:
    """Return how dates are written for a tag; its region counts only where its language has texts."""
    plain = Locale.parse(_DATES[locale])
    try:
        asked = Locale.parse(tag.replace("_", "-"), sep="-")
    except (ValueError, UnknownLocaleError):
        return plain
    return asked if asked.territory and asked.language == locale else plain
