"""How a client may be reached, over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from couplesone.clients.codes import Channel

NEVER_ASKED = {
    "asked": False,
    "allowed": False,
    "discreet": True,
    "voicemail": False,
    "hours": None,
    "notes": None,
    "confirmed_on": None,
    "review_due_on": None,
    "review_due": True,
}


@pytest.fixture
def path(client) -> str:
    return f"/v1/clients/{client['id']}/safe-contact"


def channel(shown: dict[str, Any], name: str) -> dict[str, Any]:
    (found,) = [row for row in shown["channels"] if row["channel"] == name]
    return {member: value for member, value in found.items() if member != "channel"}


def test_no_contact_until_asked(world, path: str, client) -> None:
    shown = world.therapist.get(path)
    assert shown["id"] == client["id"]
    assert [row["channel"] for row in shown["channels"]] == [member.value for member in Channel]
    for name in Channel:
        assert channel(shown, name) == NEVER_ASKED


def test_what_the_client_said_holds_and_is_asked_again_after_ninety_days(world, path: str) -> None:
    wish = {
        "allowed": True,
        "discreet": False,
        "voicemail": True,
        "hours": "Mon-Fri 9-12",
        "notes": "Ring twice",
        "confirmed_on": "2026-02-01",
    }
    shown = world.therapist.post(path, wish | {"channel": "phone"})
    expected = wish | {"asked": True, "review_due_on": "2026-05-02", "review_due": False}
    assert channel(shown, "phone") == expected
    assert channel(shown, "letter") == NEVER_ASKED
    assert world.therapist.get(path) == shown


@pytest.mark.parametrize(("days", "due"), [(89, False), (90, True)])
def test_the_review_is_due_on_its_day(world, path: str, days: int, due: bool) -> None:
    world.therapist.post(path, {"channel": "email", "allowed": True})
    world.days(days)
    assert channel(world.therapist.get(path), "email")["review_due"] is due


def test_a_new_wish_replaces_the_whole_of_the_old_one(world, path: str) -> None:
    world.therapist.post(
        path, {"channel": "phone", "allowed": True, "voicemail": True, "notes": "Ring twice"}
    )
    shown = world.therapist.post(path, {"channel": "phone", "allowed": False})
    now = channel(shown, "phone")
    assert (now["allowed"], now["voicemail"], now["discreet"], now["notes"]) == (False, False, True, None)
    assert world.therapist.get(path) == shown


def test_an_older_wish_does_not_replace_a_newer_one(world, path: str) -> None:
    world.therapist.post(path, {"channel": "phone", "allowed": False, "confirmed_on": "2026-03-01"})
    older = {"channel": "phone", "allowed": True, "confirmed_on": "2026-02-28"}
    assert world.therapist.refused("POST", path, older) == (409, "newer_wish_recorded")
    same_day = older | {"confirmed_on": "2026-03-01"}
    assert channel(world.therapist.post(path, same_day), "phone")["allowed"] is True


def test_it_was_not_said_in_the_future(world, path: str) -> None:
    wish = {"channel": "phone", "allowed": True, "confirmed_on": "2026-03-03"}
    assert world.therapist.refused("POST", path, wish) == (422, "dates_out_of_order")


@pytest.mark.parametrize(
    "wrong",
    [{"channel": "fax"}, {"allowed": None}, {"allowed": "yes"}, {"reason": "Because"}, {"hours": "a\nb"}],
)
def test_what_is_no_wish_is_refused_and_no_reason_is_taken(world, path: str, wrong: dict[str, Any]) -> None:
    wish = {"channel": "phone", "allowed": True} | wrong
    assert world.therapist.refused("POST", path, wish) == (422, "validation_failed")


def test_sent_again_it_answers_what_holds(world, path: str) -> None:
    wish = {"channel": "phone", "allowed": True}
    first = world.therapist.call("POST", path, wish, key="k")
    again = world.therapist.call("POST", path, wish, key="k")
    assert (again.status_code, again.json()) == (200, first.json())
    assert again.headers["idempotency-replayed"] == "true"


def test_nothing_new_is_recorded_for_an_archived_client(world, path: str, client) -> None:
    world.therapist.post(f"/v1/clients/{client['id']}/archive", etag=client)
    wish = {"channel": "phone", "allowed": True}
    assert world.therapist.refused("POST", path, wish) == (409, "client_archived")
    assert world.therapist.get(path)["channels"]
