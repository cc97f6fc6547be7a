"""`couplesone staff` and `couplesone api-keys`, and which practice they are about; on both engines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from couplesone.cli import staff
from couplesone.cli.installation import opened, read_settings
from couplesone.identity import tokens
from couplesone.persistence.paging import PageRequest
from couplesone.practices.service import create_practice

NEW = ("staff", "add", "--email", "Ana@practice.example", "--name", "Ana Kovač", "--role", "therapist")
KEY = ("api-keys", "create", "--staff", "ana@practice.example", "--label", "nightly", "--scope", "case.read")


@pytest.fixture
def found_practice(installed) -> Callable[[str], UUID]:
    """Found a practice in the installation."""

    def found(name: str) -> UUID:
        with opened(read_settings()) as works:
            return create_practice(works, name=name, time_zone="Europe/Vienna")

    return found


@pytest.fixture
def home(found_practice) -> UUID:
    """The only practice."""
    return found_practice("Home")


def test_somebody_new_gets_a_code(installed, home: UUID) -> None:
    added = installed.json(
        *NEW, "--role", "supervisor", "--clinical-lead", "--couple-training", "--ipv-training"
    )
    token = tokens.parse(added["reset_code"])
    assert (token.prefix, token.practice_id) == (tokens.RESET, home)
    [one] = installed.json("staff", "list")["items"]
    assert one == {
        "id": added["staff_id"],
        "email": "ana@practice.example",
        "display_name": "Ana Kovač",
        "roles": ["therapist", "supervisor"],
        "clinical_lead": True,
        "couple_training": True,
        "ipv_training": True,
        "password_set": False,
        "active": True,
    }


def test_the_text_shows_the_code_once_and_what_to_do_with_it(installed, home: UUID) -> None:
    printed = installed.ok(*NEW)
    assert printed.count("c1r_") == 1
    assert "Hand the code over in person" in printed
    listed = installed.ok("staff", "list")
    assert "no password yet" in listed
    assert "c1r_" not in listed
    assert "c1r_" in installed.ok("staff", "reset-password", "ANA@practice.example")


def test_an_address_that_is_in_use(installed, home: UUID) -> None:
    installed.ok(*NEW)
    assert "This address is in use." in installed.fails(1, *NEW)


@pytest.mark.parametrize(
    "arguments",
    [
        (*NEW, "--role", "janitor"),
        NEW[:-2],
        (*NEW[:3], "nobody", *NEW[4:]),
        ("staff", "reset-password", "nobody"),
        (*KEY, "--expires-in-days", "366"),
        (*KEY, "--scope", "everything"),
    ],
)
def test_what_the_api_would_refuse_is_a_usage_error(terminal, arguments: tuple[str, ...]) -> None:
    terminal.fails(2, *arguments)


def test_a_new_code_for_somebody(installed, home: UUID) -> None:
    first = installed.json(*NEW)
    second = installed.json("staff", "reset-password", "ana@practice.example")
    assert second["staff_id"] == first["staff_id"]
    assert second["reset_code"] != first["reset_code"]
    assert "Nobody signs in" in installed.fails(1, "staff", "reset-password", "x@practice.example")


def test_the_states_of_staff() -> None:
    assert staff._state({"active": False, "password_set": True}) == "deactivated"
    assert staff._state({"active": True, "password_set": True}) == "active"


def test_a_key_for_somebody(installed, home: UUID) -> None:
    installed.ok(*NEW)
    made = installed.json(*KEY, "--scope", "plan.read", "--expires-in-days", "30")
    token = tokens.parse(made["secret"])
    assert (token.prefix, str(token.row_id)) == (tokens.LIVE_KEY, made["id"])
    test_key = installed.ok(*KEY, "--test-mode")
    assert "API key: c1_test_" in test_key
    listed = installed.json("api-keys", "list")["items"]
    assert [(key["test_mode"], key["scopes"]) for key in listed] == [
        (True, ["case.read"]),
        (False, ["case.read", "plan.read"]),
    ]
    assert {key["staff"] for key in listed} == {"ana@practice.example"}
    text = installed.ok("api-keys", "list")
    assert "live (test)" in text
    assert made["secret"] not in text


def test_a_key_cannot_do_more_than_the_person(installed, home: UUID) -> None:
    installed.ok(*NEW)
    assert "A key cannot do more than you" in installed.fails(1, *KEY, "--scope", "staff.manage")
    assert "Nobody signs in" in installed.fails(1, *KEY[:3], "x@practice.example", *KEY[4:])


def test_long_lists_are_read_to_the_end(installed, home: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    from couplesone.cli import api_keys

    monkeypatch.setattr(staff, "MAX_LIMIT", 1)
    monkeypatch.setattr(api_keys, "MAX_LIMIT", 1)
    installed.ok(*NEW)
    installed.ok(*NEW[:3], "bo@practice.example", *NEW[4:])
    for _ in range(2):
        installed.ok(*KEY)
    assert len(installed.json("staff", "list")["items"]) == 2
    assert len(installed.json("api-keys", "list")["items"]) == 2
    assert PageRequest(1).limit == 1


def test_the_audit_trail_says_that_the_system_did_it(installed, home: UUID) -> None:
    from sqlalchemy import select

    from couplesone.audit.models import AuditEvent

    staff_id = installed.json(*NEW)["staff_id"]
    installed.ok(*KEY)
    installed.ok("staff", "list")
    installed.ok("api-keys", "list")
    with opened(read_settings()) as works, works.open(home) as work:
        events = work.db.scalars(select(AuditEvent).order_by(AuditEvent.id)).all()
    assert [event.action for event in events] == [
        "create_practice",
        "add_staff_member",
        "issue_password_reset",
        "create_api_key",
        "list_staff",
        "list_api_keys",
    ]
    assert {event.actor_kind for event in events} == {"system"}
    assert str(events[1].resource_id) == staff_id


def test_without_a_practice_there_is_nothing_to_do(installed) -> None:
    assert "There is no practice" in installed.fails(1, "staff", "list")


def test_several_practices_must_be_told_apart(installed, found_practice) -> None:
    first, second, third = found_practice("One"), found_practice("Two"), found_practice("Two")
    sentence = installed.fails(2, "staff", "list")
    assert all(str(practice) in sentence for practice in (first, second, third))
    installed.ok(*NEW, "--practice", "One")
    assert len(installed.json("staff", "list", "--practice", str(first))["items"]) == 1
    assert installed.json("staff", "list", "--practice", str(second))["items"] == []
    assert "Several practices have this name" in installed.fails(2, "staff", "list", "--practice", "Two")
    assert "There is no such practice" in installed.fails(2, "staff", "list", "--practice", "Three")


@pytest.mark.parametrize(("broken", "code"), [("key", 4), ("database", 3), ("schema", 6)], ids=str)
def test_an_installation_that_is_not_ready(sqlite_installed: Any, broken: str, code: int) -> None:
    if broken == "key":
        sqlite_installed.set("KEY_FILE", "absent.key")
    elif broken == "database":
        sqlite_installed.set("DATABASE_URL", "sqlite:///absent.sqlite3")
    else:
        sqlite_installed.ok("db", "downgrade", "base", "--yes")
    sqlite_installed.fails(code, "staff", "list")


def test_the_wrong_key_file_is_found_out_before_anything_is_sealed_with_it(
    installed, home: UUID, tmp_path
) -> None:
    from couplesone.persistence.keyring import KeyFile

    KeyFile.create(tmp_path / "other.key")
    installed.set("KEY_FILE", str(tmp_path / "other.key"))
    found = installed.run("doctor")
    assert found.exit_code == 1
    assert f"does not open the practice {home}" in found.stdout
