"""The form of tokens: what is one of ours, and what is not."""

from __future__ import annotations

from uuid import UUID

import pytest

from couplesone.identity import tokens
from couplesone.kernel.ids import to_base62

PRACTICE, ROW = UUID("01931b2c-0000-7000-8000-000000000001"), UUID("01931b2c-ffff-7fff-bfff-ffffffffffff")
PREFIXES = [tokens.SIGN_IN, tokens.LIVE_KEY, tokens.TEST_KEY, tokens.RESET]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_token_is_taken_apart_into_what_it_was_made_of(prefix: str) -> None:
    text, digest = tokens.issue(prefix, PRACTICE, ROW)
    token = tokens.parse(text)
    assert token is not None
    assert (token.prefix, token.practice_id, token.row_id) == (prefix, PRACTICE, ROW)
    assert token.matches(digest)


def test_two_tokens_of_one_row_have_different_secrets() -> None:
    (one, digest), (other, _) = (tokens.issue(tokens.SIGN_IN, PRACTICE, ROW) for _ in range(2))
    assert one != other
    assert not tokens.parse(other).matches(digest)


def test_every_changed_character_is_noticed_before_any_query() -> None:
    text, _ = tokens.issue(tokens.LIVE_KEY, PRACTICE, ROW)
    for place, letter in enumerate(text):
        changed = text[:place] + ("x" if letter != "x" else "y") + text[place + 1 :]
        assert tokens.parse(changed) is None, place


@pytest.mark.parametrize("cut", [0, 1, 10, 43, 97])
def test_a_truncated_token_is_none(cut: int) -> None:
    text, _ = tokens.issue(tokens.SIGN_IN, PRACTICE, ROW)
    assert tokens.parse(text[:cut]) is None
    assert tokens.parse(text + "\n") is None
    assert tokens.parse(text + "0") is None


def test_a_place_beyond_128_bits_is_none() -> None:
    body = f"c1s_{'z' * 44}_{'0' * 43}"
    assert tokens.parse(f"{body}_{tokens._check(body)}") is None
    assert tokens.parse(f"{body}_{to_base62(1, 6)}") is None


def test_the_secret_is_not_printed() -> None:
    text, _ = tokens.issue(tokens.SIGN_IN, PRACTICE, ROW)
    token = tokens.parse(text)
    assert token.secret not in repr(token)
