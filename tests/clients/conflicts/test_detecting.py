"""Who is found to be a client's partner and a client: by what, when, and that a match stays until it is decided."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select, update

from couplesone.clients.conflicts.models import IdentityToken, InterestConflict
from couplesone.clients.models import Client
from support.sides import STRANGER, TOBIAS, TwoSides
from support.world import World

NAME = {"name_used": "LIND, Tobiáš", "birth_date": "1985-02-03"}


@pytest.mark.parametrize(
    ("known", "by"),
    [
        (NAME, ["name_and_birth_date"]),
        ({"email": "Tobias@Example.org"}, ["email"]),
        ({"phone": "0664/1234567"}, ["phone"]),
        ({"contact": "Only after six: 0664 123 4567"}, ["phone"]),
        ({"contact": "tobias@example.org, please discreetly"}, ["email"]),
        (NAME | {"phone": "0664 1234567"}, ["name_and_birth_date", "phone"]),
    ],
)
@pytest.mark.parametrize("first", ["partner", "client"])
def test_found_whoever_is_written_first(
    sides: TwoSides, known: dict[str, Any], by: list[str], first: str
) -> None:
    if first == "partner":
        sides.told(**known)
    tobias = sides.client()
    if first == "client":
        assert sides.found() == []
        sides.told(**known)
    (conflict,) = sides.found()
    assert conflict["matched_by"] == by
    assert (conflict["state"], conflict["stands"]) == ("open", True)
    assert (conflict["client_id"], conflict["other_client_id"]) == (
        str(sides.door.chart.client_id),
        tobias["id"],
    )
    assert conflict["other_client_name"] == "Tobias Lind"
    who = sides.second.id if first == "partner" else sides.world.home.people["therapist"].id
    assert conflict["opened_by"] == str(who)


@pytest.mark.parametrize(
    "known",
    [
        {"name_used": "Tobias Lind"},
        {"name_used": "Tobias Lind", "birth_date": "1985-02-04"},
        {"birth_date": "1985-02-03"},
        {"email": "tobias@example.com"},
        {"phone": "0664 1234568"},
        {"phone": "4567"},
        {"notes": "tobias@example.org"},
    ],
)
def test_not_found(sides: TwoSides, known: dict[str, Any]) -> None:
    sides.told(**known)
    sides.client()
    assert sides.found() == []


def test_a_client_is_not_in_conflict_with_their_own_partner(sides: TwoSides) -> None:
    """A couple may share a phone."""
    sides.told(**TOBIAS)
    mara = sides.door.therapist.get(f"/v1/clients/{sides.door.chart.client_id}")
    sides.door.therapist.patch(f"/v1/clients/{mara['id']}", {"phone": TOBIAS["phone"]}, etag=mara)
    assert sides.found() == []


def test_a_changed_client_is_compared_again_and_so_is_one_known_by_an_upsert(sides: TwoSides) -> None:
    sides.told(**TOBIAS)
    client = sides.client(**STRANGER)
    sides.second.call.patch(f"/v1/clients/{client['id']}", {"locale": "de"}, etag=client)
    assert sides.found() == []
    sides.second.call.call("PUT", "/v1/clients/external/x", STRANGER)
    client = sides.second.call.get(f"/v1/clients/{client['id']}")
    sides.second.call.patch(f"/v1/clients/{client['id']}", {"email": "tobias@example.org"}, etag=client)
    assert [one["matched_by"] for one in sides.found()] == [["email"]]


def test_who_came_back_under_another_name_is_found_by_either(sides: TwoSides) -> None:
    sides.told(name_used="Tobias Lind", birth_date="1985-02-03")
    sides.client(name_used="Toby", legal_name="Tobias Lind", birth_date="1985-02-03")
    assert [one["matched_by"] for one in sides.found()] == [["name_and_birth_date"]]


def test_test_data_and_real_data_never_meet(sides: TwoSides, world: World) -> None:
    sides.told(**TOBIAS)
    key = world.home.api_key(sides.second, ["client.read", "client.write"], test_mode=True)
    key.post("/v1/clients", TOBIAS)
    assert sides.found() == []
    with world.works.open(world.home.id) as work:
        assert work.db.scalars(select(InterestConflict)).all() == []


def test_a_match_stays_until_it_is_looked_at_whatever_is_written_afterwards(sides: TwoSides) -> None:
    """So nobody finds out who is a client by trying."""
    sides.told(email="tobias@example.org")
    sides.client()
    sides.told(email=None)
    assert sides.found()[0]["stands"]
    assert "administrative_review" in sides.door.holds()
    sides.decide(sides.found()[0])
    assert not sides.found()[0]["stands"]
    assert "administrative_review" not in sides.door.holds()
    sides.told(email="tobias@example.org")
    assert sides.found()[0]["state"] == "cleared"


def test_a_new_ground_opens_a_cleared_match_again(sides: TwoSides) -> None:
    sides.told(phone=TOBIAS["phone"])
    sides.client()
    sides.decide(sides.found()[0])
    sides.told(email=TOBIAS["email"])
    (again,) = sides.found()
    assert (again["state"], again["matched_by"]) == ("open", ["email", "phone"])
    assert (again["decided_at"], again["decided_by"], again["reason"]) == (None, None, None)


@pytest.mark.parametrize("who", ["partner", "client"])
def test_somebody_entered_in_error_is_compared_no_more(sides: TwoSides, who: str) -> None:
    client = sides.client()
    if who == "partner":
        before = sides.told(phone=TOBIAS["phone"])
        sides.door.therapist.post(f"{sides.partner}/mark-in-error", {"reason": "x"}, etag=before)
    else:
        sides.told(phone=TOBIAS["phone"])
        sides.second.call.post(f"/v1/clients/{client['id']}/mark-in-error", {"reason": "x"}, etag=client)
    assert [one["stands"] for one in sides.found()] == [False]
    assert "administrative_review" not in sides.door.holds()
    if who == "partner":
        sides.client(**TOBIAS | {"name_used": "Somebody else"})
        assert len(sides.found()) == 1


def test_the_partner_of_a_client_entered_in_error_is_nobody_s_conflict(sides: TwoSides, world: World) -> None:
    sides.told(**TOBIAS)
    mara = sides.door.therapist.get(f"/v1/clients/{sides.door.chart.client_id}")
    sides.door.therapist.post(f"/v1/clients/{mara['id']}/mark-in-error", {"reason": "x"}, etag=mara)
    sides.client()
    assert sides.found() == []


def test_of_somebody_archived_it_still_stands(sides: TwoSides) -> None:
    client = sides.client()
    sides.second.call.post(f"/v1/clients/{client['id']}/archive", {}, etag=client)
    sides.told(phone=TOBIAS["phone"])
    assert [one["stands"] for one in sides.found()] == [True]


def merge(sides: TwoSides, duplicate: dict[str, Any], survivor: dict[str, Any]) -> None:
    """Let the clinical lead make one of two files."""
    duplicate = sides.lead.get(f"/v1/clients/{duplicate['id']}")
    body = {"into_client_id": survivor["id"]}
    sides.lead.post(f"/v1/clients/{duplicate['id']}/merge", body, etag=duplicate)


def test_a_merged_client_is_found_by_what_either_file_said(sides: TwoSides) -> None:
    one = sides.client(**STRANGER | {"email": TOBIAS["email"]})
    other = sides.client(**STRANGER)
    sides.told(phone=TOBIAS["phone"])
    merge(sides, one, other)
    assert sides.found() == []
    sides.told(email=TOBIAS["email"])
    (conflict,) = sides.found()
    assert (conflict["other_client_id"], conflict["matched_by"]) == (other["id"], ["email"])
    fresh = sides.lead.get(f"/v1/clients/{other['id']}")
    sides.second.call.patch(f"/v1/clients/{other['id']}", {"phone": TOBIAS["phone"]}, etag=fresh)
    assert sides.found()[0]["matched_by"] == ["email", "phone"]


@pytest.mark.parametrize("cleared", [False, True])
def test_what_was_found_of_two_files_becomes_one(sides: TwoSides, cleared: bool) -> None:
    sides.told(phone=TOBIAS["phone"], email=TOBIAS["email"])
    survivor = sides.client(name_used="Tobias", phone=TOBIAS["phone"])
    if cleared:
        sides.decide(sides.found()[0])
    duplicate = sides.client(name_used="Tobi", email=TOBIAS["email"])
    merge(sides, duplicate, survivor)
    (conflict,) = sides.found()
    assert (conflict["other_client_id"], conflict["state"]) == (survivor["id"], "open")
    assert conflict["matched_by"] == ["email", "phone"]


def test_what_was_found_of_a_duplicate_moves_to_the_survivor(sides: TwoSides) -> None:
    sides.told(phone=TOBIAS["phone"])
    survivor = sides.client(name_used="Tobias")
    merge(sides, sides.client(), survivor)
    assert [(one["other_client_id"], one["stands"]) for one in sides.found()] == [(survivor["id"], True)]


def test_two_who_were_one_all_along_are_in_no_conflict(sides: TwoSides) -> None:
    sides.told(phone=TOBIAS["phone"])
    merge(sides, sides.client(), {"id": str(sides.door.chart.client_id)})
    assert sides.found() == []


def test_tokens_are_hashes_of_one_practice(sides: TwoSides, world: World) -> None:
    sides.told(**TOBIAS)
    world.other.people["therapist"].call.post("/v1/clients", TOBIAS)
    assert sides.found() == []
    seen: dict[str, set[bytes]] = {}
    for practice in (world.home, world.other):
        with world.works.open(practice.id) as work:
            for token in work.db.scalars(select(IdentityToken)):
                assert len(token.token) == 16
                seen.setdefault(str(practice.id), set()).add(token.token)
    here, there = seen.values()
    assert not here & there


def test_the_database_wants_a_ground_and_a_reason(sides: TwoSides, world: World) -> None:
    from sqlalchemy.exc import IntegrityError

    sides.told(**TOBIAS)
    sides.client()
    for wrong in (
        {"by_name": False, "by_email": False, "by_phone": False},
        {"state": "cleared"},
        {"state": "forgotten"},
    ):
        with pytest.raises(IntegrityError), world.works.open(world.home.id) as work:
            work.db.execute(update(InterestConflict).values(**wrong))
    with world.works.open(world.home.id) as work:
        assert work.db.scalar(select(Client.id).limit(1)) is not None
