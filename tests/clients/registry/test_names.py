"""How names are found without being readable."""

from __future__ import annotations

import doctest

import pytest

from couplesone.clients.registry import names


class Plainly:
    """A keyring whose tokens can be read."""

    def token(self, purpose: str, text: str) -> bytes:
        assert purpose == "client-name"
        return text.encode()


def found(query: str, *stored: str | None) -> bool:
    """Say whether somebody with these names is found."""
    sought = names.tokens_sought(Plainly(), query)
    return bool(sought) and sought <= names.tokens_of(Plainly(), stored)


def test_the_examples_hold() -> None:
    assert doctest.testmod(names).failed == 0


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("mar", "Mára L."),
        ("Marä", "Mára L."),
        ("MARA l", "Mára L."),
        ("l", "Mára L."),
        ("m\u0301ara", "Mára L."),
        ("obri", "Sean O'Brien"),
        ("o'brien", "Sean O'Brien"),
        ("brien sean", "Sean O'Brien"),
        ("annem", "Anne-Marie"),
        ("marie", "Anne-Marie"),
        ("strasse", "Eva Straße"),
        ("lukasz", "Łukasz"),
        ("\u0131rmak", "Irmak"),
        ("bartholomäuseder", "Bartholomaeuseder Bartholomäuseder"),
        ("王小", "王小明"),
        ("李", "李 明"),
    ],
)
def test_found(query: str, name: str) -> None:
    assert found(query, name)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("ara", "Mára L."),
        ("mara lo", "Mára L."),
        ("l", "Lind"),
        ("maral", "Mára L."),
        ("", "Mára L."),
        ("--", "Mára L."),
        ("mara", ""),
    ],
)
def test_not_found(query: str, name: str) -> None:
    assert not found(query, name)


def test_words_of_both_names_count() -> None:
    assert found("mara lindqvist", "Mara", None, "Lindqvist")


def test_a_single_letter_on_its_way_to_a_word_is_skipped() -> None:
    assert found("mara z", "Mara Lind")


def test_what_is_longer_than_the_longest_beginning_is_found_by_that() -> None:
    word = "abcdefghijklmnop"
    assert names.tokens_sought(Plainly(), word) == {word[:12].encode()}
    assert found(word, word)
