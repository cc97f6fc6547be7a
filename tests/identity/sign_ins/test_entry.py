"""Signing in past HTTP: the only practice, races, and what changes between the two transactions."""

from __future__ import annotations

import threading
from collections import Counter

import pytest

from couplesone.identity.errors import SignInFailed, SignInThrottled
from couplesone.identity.models import Staff
from couplesone.identity.service import StaffService
from couplesone.identity.sign_in_rules import rules_among
from couplesone.identity.sign_ins.attempts import network_of
from couplesone.identity.sign_ins.entry import Entry
from couplesone.kernel.errors import Problem
from couplesone.kernel.permissions import Role
from couplesone.persistence.database import Database
from couplesone.persistence.paging import PageRequest
from couplesone.practices.service import create_practice
from couplesone.wiring import make_works

PASSWORD = "a sentence easy to remember"
EMAIL = "ana@linden.example"


@pytest.fixture
def practice_id(committed):
    """A practice with one owner, who has a password."""
    made = create_practice(committed, name="Linden Practice", time_zone="Europe/Vienna")
    with committed.open(made) as work:
        staff = StaffService(work).add(email=EMAIL, display_name="Ana", roles=[Role.OWNER])
        staff.password_hash = rules_among(committed.extras).hasher.hash(PASSWORD)
    return made


@pytest.fixture
def entry(committed) -> Entry:
    return Entry(committed, address="198.51.100.7")


def test_the_only_practice_need_not_be_named(entry, practice_id) -> None:
    assert entry.sign_in(email=EMAIL, password=PASSWORD).practice_id == practice_id


def test_of_two_practices_one_must_be_named(committed, entry, practice_id) -> None:
    create_practice(committed, name="Other", time_zone="UTC")
    with pytest.raises(SignInFailed):
        entry.sign_in(email=EMAIL, password=PASSWORD)


def test_without_any_practice_signing_in_fails_alike(committed, entry) -> None:
    with pytest.raises(SignInFailed):
        entry.sign_in(email=EMAIL, password=PASSWORD)


@pytest.mark.parametrize("change", ["password", "deactivated"])
def test_what_changes_while_the_hash_is_worked_out_counts(
    committed, entry, practice_id, change, monkeypatch
) -> None:
    original = entry.rules.hasher.verify

    def meanwhile(password, kept):
        with committed.open(practice_id) as work:
            (staff,) = StaffService(work).list(PageRequest()).items
            if change == "password":
                staff.password_hash = entry.rules.hasher.hash("another sentence, as easy")
            else:
                staff.deactivated_at = work.now
        return original(password, kept)

    monkeypatch.setattr(entry.rules.hasher, "verify", meanwhile)
    with pytest.raises(SignInFailed):
        entry.sign_in(email=EMAIL, password=PASSWORD, practice_id=practice_id)


def test_no_transaction_is_open_while_the_hash_is_worked_out(
    committed, entry, practice_id, monkeypatch
) -> None:
    original = entry.rules.hasher.verify
    checked_out = []

    def watched(password, kept):
        checked_out.append(committed.database.engine.pool.checkedout())
        return original(password, kept)

    monkeypatch.setattr(entry.rules.hasher, "verify", watched)
    entry.sign_in(email=EMAIL, password=PASSWORD, practice_id=practice_id)
    assert checked_out == [0]


def test_sixteen_at_once_get_no_more_than_ten_tries(committed, entry, practice_id) -> None:
    start, outcomes = threading.Barrier(16), Counter()

    def guess() -> None:
        start.wait()
        try:
            entry.sign_in(email=EMAIL, password="a sentence easy to forget", practice_id=practice_id)
        except Problem as problem:
            outcomes[type(problem)] += 1

    threads = [threading.Thread(target=guess) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes == {SignInFailed: 10, SignInThrottled: 6}


def test_failures_survive_a_restart(committed, entry, practice_id, settings, works) -> None:
    for _ in range(10):
        with pytest.raises(SignInFailed):
            entry.sign_in(email=EMAIL, password="a sentence easy to forget", practice_id=practice_id)
    url = committed.database.url.render_as_string(hide_password=False)
    database = Database(settings.model_copy(update={"database_url": url}))
    restarted = make_works(settings, clock=works.clock, database=database, hasher=entry.rules.hasher)
    with pytest.raises(SignInThrottled):
        Entry(restarted, address="203.0.113.9").sign_in(
            email=EMAIL, password=PASSWORD, practice_id=practice_id
        )
    database.close()


def test_a_person_with_a_password_hash_is_found_by_small_letters(committed, practice_id) -> None:
    with committed.open(practice_id) as work:
        added = StaffService(work).add(email="  Bo@Linden.Example ", display_name="Bo", roles=[Role.BILLER])
        assert work.get(Staff, added.id).email == "bo@linden.example"


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("198.51.100.7", "198.51.100.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("", ""),
        ("a socket", "a socket"),
    ],
)
def test_an_address_is_counted_by_what_one_connection_holds(address, counted) -> None:
    assert network_of(address) == counted
