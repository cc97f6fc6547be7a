"""Hashing, and which passwords are refused."""

from __future__ import annotations

import threading

import pytest

from couplesone.identity import passwords
from couplesone.identity.common_passwords import COMMON
from couplesone.identity.errors import PasswordTooWeak
from couplesone.identity.passwords import AT_ONCE, MAX_BYTES, SHORTEST, PasswordHasher, check_strength

OWN = ("Ana Kovač", "ana.kovac@linden.example", "Linden Practice")


@pytest.fixture
def hasher() -> PasswordHasher:
    return PasswordHasher(passes=1, memory_kib=8, lanes=1)


def test_the_right_password_holds_and_a_wrong_one_does_not(hasher) -> None:
    kept = hasher.hash("a sentence easy to remember")
    assert hasher.verify("a sentence easy to remember", kept) == (True, None)
    assert hasher.verify("a sentence easy to forget", kept) == (False, None)


def test_equal_passwords_have_different_hashes(hasher) -> None:
    assert hasher.hash("the same sentence twice") != hasher.hash("the same sentence twice")


def test_the_default_cost_is_64_mib_three_passes_four_lanes() -> None:
    hasher = PasswordHasher()
    kept = hasher.hash("a sentence easy to remember")
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert hasher.verify("a sentence easy to remember", kept) == (True, None)


def test_a_cheaper_hash_of_before_is_replaced_by_a_better_one(hasher) -> None:
    better_hasher = PasswordHasher(passes=2, memory_kib=16, lanes=1)
    held, better = better_hasher.verify(
        "a sentence easy to remember", hasher.hash("a sentence easy to remember")
    )
    assert held
    assert better is not None
    assert "m=16,t=2" in better
    assert better_hasher.verify("a sentence easy to remember", better) == (True, None)


def test_a_wrong_password_never_brings_a_better_hash(hasher) -> None:
    better_hasher = PasswordHasher(passes=2, memory_kib=16, lanes=1)
    assert better_hasher.verify("wrong", hasher.hash("a sentence easy to remember")) == (False, None)


@pytest.mark.parametrize("kept", [None, ""])
def test_without_a_hash_it_works_as_hard_and_says_no(hasher, kept, monkeypatch) -> None:
    seen = []
    original = hasher._argon2.verify_and_update
    monkeypatch.setattr(hasher._argon2, "verify_and_update", lambda p, k: seen.append(k) or original(p, k))
    assert hasher.verify("a sentence easy to remember", kept) == (False, None)
    (used,) = seen
    parameters = hasher.hash("x" * 20).split("$")[:4]
    assert used.split("$")[:4] == parameters, "the stand-in costs what a real hash costs"


def test_a_password_of_too_many_bytes_is_wrong_without_being_hashed_whole(hasher, monkeypatch) -> None:
    long = "ü" * (MAX_BYTES // 2 + 1)
    kept = hasher.hash(long)
    seen = []
    original = hasher._argon2.verify_and_update
    monkeypatch.setattr(hasher._argon2, "verify_and_update", lambda p, k: seen.append(p) or original(p, k))
    assert hasher.verify(long, kept) == (False, None)
    assert seen == [""]
    assert hasher.verify(long, hasher.hash("")) == (False, None)


def test_no_more_than_four_hashes_at_once(hasher, monkeypatch) -> None:
    running, most, lock, full = 0, 0, threading.Lock(), threading.Event()
    go_on = threading.Event()

    def slow(_password: str) -> str:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
            if running == AT_ONCE:
                full.set()
        go_on.wait(5)
        with lock:
            running -= 1
        return "hash"

    monkeypatch.setattr(hasher._argon2, "hash", slow)
    threads = [threading.Thread(target=hasher.hash, args=("x",)) for _ in range(3 * AT_ONCE)]
    for thread in threads:
        thread.start()
    assert full.wait(5)
    go_on.set()
    for thread in threads:
        thread.join()
    assert most == AT_ONCE


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("x" * (SHORTEST - 1), "too_short"),
        ("a sentence, 14", "too_short"),
        ("ü" * (MAX_BYTES // 2 + 1), "too_long"),
        ("aaaaaaaaaaaaaaaaaaaa", "too_common"),
        ("abababababababababab", "too_common"),
        ("passwordpassword", "too_common"),
        ("PasswordPassword", "too_common"),
        ("123456789012345", "too_common"),
        ("543210987654321", "too_common"),
        ("abcdefghijklmnopqrs", "too_common"),
        ("qwertyuiopasdfgh", "too_common"),
        ("qwertzuiopasdfgh", "too_common"),
        ("Correct Horse Battery Staple", "too_common"),
        ("correct-horse-battery-staple", "too_common"),
        ("ThisIsMyPassword", "too_common"),
        ("Ana.Kovac@Linden.example", "own_words"),
        ("linden.practice.2026", "own_words"),
        ("KovačKovač-linden1", "own_words"),
        ("couplesone-kovac-1", "own_words"),
    ],
)
def test_a_weak_password_is_refused(password: str, code: str) -> None:
    with pytest.raises(PasswordTooWeak) as caught:
        check_strength(password, OWN)
    (error,) = caught.value.errors
    assert (error.pointer, error.code) == ("/new_password", code)
    assert password not in error.detail


@pytest.mark.parametrize(
    "password",
    [
        "x1" * 4 + "yellow submarine",
        "fifteen letters",
        "a sentence easy to remember",
        "Kovač keeps bees behind the linden trees",
        "!§$%&/()=?`*+#-.:;,",
        "🐝🐝🌳 and fifteen more",
        "ä" * 3 + "ßöü and something else",
        "passwordpassword but longer and different",
    ],
)
def test_a_good_password_is_taken_whatever_it_is_made_of(password: str) -> None:
    check_strength(password, OWN)


def test_the_list_holds_only_what_is_long_enough_to_matter() -> None:
    assert all(len(word) >= SHORTEST and word == word.casefold() for word in COMMON)
    assert len(COMMON) > 100


def test_the_length_counts_characters_and_the_cap_counts_bytes() -> None:
    assert passwords._weakness("é" * 7 + "bcdefgh!", ()) is None
