"""Looking at a conflict of interest, deciding it, and the wall that stands meanwhile."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from couplesone.audit.models import AuditEvent
from couplesone.identity.models import Staff
from support.http import Caller
from support.sides import STRANGER, TOBIAS, TwoSides
from support.world import World

REVIEW = (409, "administrative_review")


@pytest.fixture
def conflict(sides: TwoSides) -> dict[str, Any]:
    """Mara's partner is a client of the second therapist."""
    sides.told(**TOBIAS)
    sides.client()
    return sides.found()[0]


def test_each_reading_is_in_the_trail_without_saying_about_whom(
    sides: TwoSides, conflict: dict[str, Any], world: World
) -> None:
    sides.lead.get(f"/v1/conflicts/{conflict['id']}")
    sides.decide(conflict)
    with world.works.open(world.home.id) as work:
        entries = work.db.scalars(select(AuditEvent).where(AuditEvent.action.contains("conflict"))).all()
    assert {entry.action for entry in entries} == {"list_conflicts", "get_conflict", "clear_conflict"}
    assert {entry.client_id for entry in entries} == {None}
    people = {conflict["client_id"], conflict["other_client_id"], conflict["partner_id"]}
    assert not people & {str(entry.resource_id) for entry in entries}


def test_a_cleared_one_holds_nothing_and_is_not_decided_twice(
    sides: TwoSides, conflict: dict[str, Any]
) -> None:
    assert [(one["action"], one["allowed"]) for one in conflict["actions"]] == [
        ("clear_conflict", True),
        ("declare_conflict", False),
    ]
    cleared = sides.decide(conflict)
    assert (cleared["state"], cleared["stands"], cleared["reason"]) == ("cleared", False, "Zebrafinch.")
    assert [one["code"] for one in cleared["actions"]] == ["conflict_decided"] * 2
    path = f"/v1/conflicts/{conflict['id']}/clear"
    assert sides.lead.refused("POST", path, {"reason": "x"}, etag=cleared) == (409, "conflict_decided")
    assert sides.lead.refused("POST", path, {"reason": "x"}, etag=conflict) == (412, "version_stale")
    assert sides.lead.refused("POST", path, {}, etag=cleared)[0] == 422
    assert sides.found(state="open") == []
    assert len(sides.found(state="cleared,declared")) == 1


def test_only_the_one_clinician_of_a_practice_declares_and_invitations_stay_held(
    sides: TwoSides, conflict: dict[str, Any], world: World
) -> None:
    """B10: shown to that clinician by declared exception; no role goes past the hold."""
    path, reason = f"/v1/conflicts/{conflict['id']}/declare", {"reason": "I am alone here."}
    assert sides.lead.refused("POST", path, reason, etag=conflict) == (409, "not_the_one_clinician")
    alone = world.home.hire("alone", "owner", "therapist", clinical_lead=True)
    with world.works.open(world.home.id) as work:
        for staff in work.db.scalars(select(Staff).where(Staff.is_therapist, Staff.id != alone.id)):
            staff.is_therapist, staff.is_biller = False, True
    assert sides.lead.refused("POST", path, reason, etag=conflict) == (409, "not_the_one_clinician")
    seen = alone.call.get(f"/v1/conflicts/{conflict['id']}")
    assert [one["allowed"] for one in seen["actions"]] == [True, True]
    declared = alone.call.post(path, reason, etag=seen)
    assert (declared["state"], declared["stands"]) == ("declared", True)


def test_a_list_costs_the_same_however_long(sides: TwoSides, world: World) -> None:
    sides.told(**TOBIAS)

    def cost() -> int:
        before = len(world.statements)
        sides.found()
        return len(world.statements) - before

    sides.client()
    few = cost()
    for number in range(12):
        sides.client(**TOBIAS | {"name_used": f"Tobias {number}"})
    assert cost() == few
    page = sides.lead.get("/v1/conflicts?limit=5")
    assert len(page["items"]) == 5
    assert len(sides.lead.get(f"/v1/conflicts?limit=50&cursor={page['next_cursor']}")["items"]) == 8


def ways_in(sides: TwoSides, conflict: dict[str, Any], call: Caller) -> list[tuple[int, str]]:
    """Try to bring either therapist to the other's client, in every way there is."""
    first = sides.world.home.people["therapist"].id
    tries = []
    for client_id, staff_id in (
        (conflict["client_id"], sides.second.id),
        (conflict["other_client_id"], first),
    ):
        for role in ("treating", "covering", "supervising"):
            body = {"staff_id": str(staff_id), "role": role}
            tries.append(call.refused("POST", f"/v1/clients/{client_id}/care-team", body))
        body = {"to_staff_id": str(staff_id)}
        tries.append(call.refused("POST", f"/v1/clients/{client_id}/reassign", body))
    return tries


@pytest.mark.parametrize("who", ["front_desk", "second_owner"])
def test_nobody_but_the_clinical_lead_brings_one_side_to_the_other(
    sides: TwoSides, conflict: dict[str, Any], world: World, who: str
) -> None:
    world.home.hire("second_owner", "owner")
    call = world.home.people[who].call
    assert ways_in(sides, conflict, call) == [REVIEW] * 8
    said = call.call(
        "POST", f"/v1/clients/{conflict['client_id']}/reassign", {"to_staff_id": str(sides.second.id)}
    )
    assert said.json()["detail"] == "The clinical lead of the practice looks at it, and can do this."
    third = world.home.hire("third", "therapist")
    call.post(
        f"/v1/clients/{conflict['client_id']}/care-team", {"staff_id": str(third.id), "role": "covering"}
    )
    assert ways_in(sides, conflict, call) == [REVIEW] * 8
    sides.decide(conflict)
    call.post(f"/v1/clients/{conflict['client_id']}/reassign", {"to_staff_id": str(sides.second.id)})


def test_a_merge_is_no_way_round_the_wall(sides: TwoSides, conflict: dict[str, Any], world: World) -> None:
    """Whoever may merge could otherwise bring a therapist along with a made-up duplicate."""
    owner = world.home.hire("second_owner", "owner").call
    decoy = sides.second.call.post("/v1/clients", STRANGER)
    path, body = f"/v1/clients/{decoy['id']}/merge", {"into_client_id": conflict["client_id"]}
    assert owner.refused("POST", path, body, etag=decoy) == REVIEW
    sides.lead.post(path, body, etag=decoy)


def test_the_clinical_lead_may(sides: TwoSides, conflict: dict[str, Any]) -> None:
    body = {"staff_id": str(sides.second.id), "role": "covering"}
    sides.lead.post(f"/v1/clients/{conflict['client_id']}/care-team", body)


def test_who_has_left_the_other_side_is_kept_apart_no_more(
    sides: TwoSides, conflict: dict[str, Any], world: World
) -> None:
    desk = world.home.people["front_desk"].call
    other = f"/v1/clients/{conflict['other_client_id']}"
    (member,) = desk.get(f"{other}/care-team")["items"]
    desk.post(f"/v1/care-team/{member['id']}/end", {}, etag=member)
    body = {"staff_id": str(sides.second.id), "role": "covering"}
    desk.post(f"/v1/clients/{conflict['client_id']}/care-team", body)
