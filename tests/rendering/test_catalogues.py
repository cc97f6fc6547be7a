"""Every text has its translation, and a text that is not marked does not stand on a page."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Message

import catalogues
from couplesone.rendering.translation import LOCALES, SOURCE, catalogue, translator

TRANSLATED = [locale for locale in LOCALES if locale != SOURCE]
TEMPLATES = sorted(catalogues.SOURCES.glob("pages/templates/*.html"))
_FILLED = re.compile(r"%\([a-z]+\)s")


def forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    """Return the forms of a text: one, or one for each number."""
    return [text] if isinstance(text, str) else list(text)


def entries(locale: str) -> list[Message]:
    """Return the entries of a catalogue, without its head."""
    return [entry for entry in catalogue(locale) if entry.id]


@pytest.mark.parametrize("locale", TRANSLATED)
def test_every_marked_text_is_translated_and_nothing_else_is(locale: str) -> None:
    found = {entry.id: entry for entry in entries(locale)}
    assert found.keys() == {entry.id for entry in catalogues.marked() if entry.id}
    assert [entry.id for entry in found.values() if entry.fuzzy] == []
    assert [entry.id for entry in found.values() if not all(forms(entry.string))] == []
    assert not catalogue(locale).obsolete


@pytest.mark.parametrize("locale", TRANSLATED)
def test_a_translation_is_filled_with_the_same(locale: str) -> None:
    assert [errors for _, errors in catalogue(locale).check()] == []
    for entry in entries(locale):
        values = [set(_FILLED.findall(text)) for text in (*forms(entry.id), *forms(entry.string))]
        assert all(value == values[0] for value in values), entry.id


@pytest.mark.parametrize("locale", TRANSLATED)
def test_a_translation_is_of_this_language_and_a_whole_one(locale: str) -> None:
    same = {entry.id for entry in entries(locale) if entry.id == entry.string}
    assert same == set()
    for entry in entries(locale):
        for said, translated in zip(forms(entry.id), forms(entry.string), strict=True):
            assert said[-1].isalnum() == translated[-1].isalnum(), translated
            assert said[0].isupper() == translated[0].isupper(), translated


@pytest.mark.parametrize("locale", TRANSLATED)
def test_the_file_is_as_it_is_written_anew(locale: str) -> None:
    assert (catalogues.FOLDER / f"{locale}.po").read_bytes() == catalogues.rewritten(locale)


def test_a_text_that_is_new_or_gone_would_be_found() -> None:
    texts = {entry.id for entry in catalogues.marked()}
    assert {"Weekly note", "How patient were you?", "Separate", "Yes"} <= texts
    assert "Weekly notes" not in texts
    assert any(isinstance(text, tuple) for text in texts)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_word_of_a_template_is_unmarked(template: Path) -> None:
    markup = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", " ", template.read_text(encoding="utf-8"), flags=re.S)
    assert re.findall(r"\w{2,}", re.sub(r"<[^>]*>", " ", markup)) == []


@pytest.mark.parametrize(
    ("tag", "said", "day"),
    [
        ("de", "Ja", "2. März"),
        ("de-AT", "Ja", "2. März"),
        ("de_CH", "Ja", "2. März"),
        ("en", "Yes", "2 March"),
        ("en-US", "Yes", "March 2"),
        ("fr-CA", "Yes", "2 March"),
        ("x", "Yes", "2 March"),
        ("", "Yes", "2 March"),
        (None, "Yes", "2 March"),
    ],
)
def test_a_tag_is_read_as_far_as_there_are_texts(tag: str | None, said: str, day: str) -> None:
    say = translator(tag)
    assert (say("Yes"), say.day(date(2026, 3, 2))) == (said, day)


def test_a_text_that_no_catalogue_has_is_shown_as_it_is() -> None:
    assert translator("de")("Zebrafinch 100 %") == "Zebrafinch 100 %"
    assert translator("de")("") == ""
