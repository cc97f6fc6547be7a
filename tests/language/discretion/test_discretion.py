"""Nothing that strangers may see tells what it is about: mail, pages, addresses, in every locale."""

from __future__ import annotations

import ast
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import couplesone
from couplesone.language.discretion import telling_words
from couplesone.language.discretion.words import TELLING
from couplesone.practices.codes import ON_THE_OUTSIDE, TEXTS

ROOT = Path(couplesone.__file__).parent
TEMPLATES = sorted((ROOT / "pages" / "templates").glob("*.html"))


@pytest.mark.parametrize("locale", TELLING)
def test_the_words_of_a_locale_are_there_in_small_letters_and_once(locale: str) -> None:
    words = TELLING[locale]
    assert len(words) > 30
    assert len(set(words)) == len(words)
    assert all(word == word.casefold() for word in words)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Your couples therapist", ["couples", "therapist"]),
        ("COUPLE\u2019S counselling", ["couple's", "counselling"]),
        ("Paartherapie morgen", ["paartherapie"]),
        ("Die Scheidung, eine Affäre", ["scheidung", "affäre"]),
        ("Divorced. Violence?", ["divorced", "violence"]),
        ("A message for you", []),
        ("Eine Nachricht für Sie", []),
        ("A scoupled thing", []),
    ],
)
def test_words_that_tell_are_found(line: str, found: list[str]) -> None:
    assert telling_words(line) == found


def test_so_are_names() -> None:
    assert telling_words("Greetings from Lindenhof", names=("Praxis am Lindenhof",)) == ["lindenhof"]
    assert telling_words("Meet me at ten", names=("am Tor",)) == []


@pytest.mark.parametrize("key", sorted(ON_THE_OUTSIDE))
def test_the_constant_texts_of_mail_tell_nothing(key) -> None:
    assert telling_words(TEXTS[key]) == []


class Words(HTMLParser):
    """Gathers what a template shows or says to a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.said += [
            value for name, value in attrs if value and name in ("title", "alt", "aria-label", "content")
        ]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_page_tells_by_its_own_words(template: Path) -> None:
    words = Words()
    words.feed(re.sub(r"\{[{%#].*?[}%#]\}", " ", template.read_text(), flags=re.DOTALL))
    assert words.said
    assert [word for said in words.said for word in telling_words(said)] == []


def constant_texts(room: str) -> list[tuple[str, str]]:
    """Return every sentence that a room's code holds and may show to somebody outside: no docstrings, no codes."""
    found = []
    for path in sorted((ROOT / room).rglob("*.py")):
        tree = ast.parse(path.read_text())
        documentation = {
            ast.get_docstring(node, clean=False)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                documentation.add(node.value.value)
        found += [
            (path.relative_to(ROOT).as_posix(), node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and " " in node.value
            and node.value not in documentation
        ]
    return found


ADJECTIVES = {("pages/forms/questions.py", "patient")}
"""Words that tell as a noun and stand here as something else."""
FOR_INTEGRATORS = "pages/public_api/"
"""What describes the API to whoever makes pages of their own; no partner reads it."""
OUTGOING = ("messages/composing.py", "messages/letters.py", "messages/gateway.py")
"""Where what leaves is put together; the rest of that room speaks to clinicians."""


def told(texts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(path, word) for path, text in texts for word in telling_words(text)]


def test_no_text_of_the_pages_tells() -> None:
    shown = [(path, text) for path, text in constant_texts("pages") if not path.startswith(FOR_INTEGRATORS)]
    assert set(told(shown)) == ADJECTIVES


def test_nothing_is_added_to_what_leaves_that_tells() -> None:
    texts = constant_texts("messages")
    assert {path for path, _ in texts}
    assert told([(path, text) for path, text in texts if path in OUTGOING]) == []


def test_a_text_that_tells_would_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "form.py").write_text('"""Therapy."""\nTEXT = "Your therapist asks"\n')
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    assert told(constant_texts("pages")) == [("pages/form.py", "therapist")]
