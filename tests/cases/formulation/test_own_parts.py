"""Own-part items: named by the client, completed bit by bit, worked on, never an admission."""

from __future__ import annotations

import pytest

from couplesone.cases.formulation.own_parts.access import require_own_part_of
from couplesone.cases.formulation.own_parts.moves import MOVES
from couplesone.kernel.permissions import Permission
from couplesone.kernel.principal import ActorKind, Principal, Role
from couplesone.persistence.constraints import LinkedRecordMissing
from support.formulation import OWN_PART

row = pytest.mark.row
WHOLE = {
    "category": "blaming",
    "behaviour": "I list what went wrong.",
    "trigger": "A silent evening.",
    "frequency": "weekly",
    "impact": "We both go to bed angry.",
    "alternative": "I say one thing that I need.",
    "responsibility_statement": "The list is mine.",
    "strategy": "Write it down, keep one line.",
}


@pytest.fixture
def where(case) -> str:
    return f"/v1/cases/{case}/own-part-items"


@row("S2.25")
@row("S3.39")
def test_an_own_part_says_what_when_how_often_and_what_instead(therapist, where) -> None:
    made = therapist.post(where, WHOLE)
    read = therapist.get(f"/v1/own-part-items/{made['id']}")
    assert {name: read[name] for name in WHOLE} == WHOLE
    assert read["responsibility_statement"] == "The list is mine."
    assert (read["status"], read["about"]) == ("named", "client")


@row("S2.45")
@row("S3.21")
def test_what_is_missing_is_shown_until_the_chain_to_a_strategy_is_whole(therapist, where) -> None:
    item = therapist.post(where, OWN_PART)
    rest = ["trigger", "frequency", "impact", "alternative", "responsibility_statement", "strategy"]
    assert (item["missing"], item["complete"]) == (rest, False)
    for name in list(rest):
        rest.remove(name)
        item = therapist.patch(f"/v1/own-part-items/{item['id']}", {name: WHOLE[name]}, etag=item)
        assert (item["missing"], item["complete"]) == (rest, not rest)


@row("S4.6")
@pytest.mark.parametrize("category", ["blaming", "judging"])
def test_blaming_and_judging_are_own_parts_and_rated_weekly(therapist, case, where, category) -> None:
    item = therapist.post(where, OWN_PART | {"category": category})
    assert therapist.get(f"/v1/own-part-items/{item['id']}")["category"] == category
    ratings = {"blame_stance": 7, "judging": 4}
    body = {"week_of": "2026-02-23", "source": "client", "ratings": ratings}
    made = therapist.post(f"/v1/cases/{case}/check-ins", body)
    assert therapist.get(f"/v1/check-ins/{made['id']}")["ratings"] == ratings


def test_an_own_part_is_taken_up_completed_set_aside(therapist, where) -> None:
    item = therapist.post(where, OWN_PART)
    path = f"/v1/own-part-items/{item['id']}"
    refused = (409, "own_part_transition_refused")
    assert therapist.refused("POST", f"{path}/complete", etag=item) == refused
    for verb, status in (("take-up", "working"), ("complete", "changed"), ("take-up", "working")):
        item = therapist.post(f"{path}/{verb}", etag=item)
        assert item["status"] == status
    item = therapist.post(f"{path}/set-aside", etag=item)
    assert {action["action"]: action["allowed"] for action in item["actions"]} == {
        "take_up_own_part_item": True,
        "complete_own_part_item": False,
        "set_aside_own_part_item": False,
    }
    assert therapist.refused("POST", f"{path}/set-aside", etag=item) == refused


def test_the_table_of_moves() -> None:
    assert {operation: dict(leads) for operation, leads in MOVES.moves.items()} == {
        "take_up_own_part_item": {"named": "working", "set_aside": "working", "changed": "working"},
        "complete_own_part_item": {"working": "changed"},
        "set_aside_own_part_item": {"named": "set_aside", "working": "set_aside"},
    }


def test_who_only_reads_is_offered_nothing(world, therapist, where) -> None:
    item = therapist.post(where, OWN_PART)
    seen = world.home.people["supervisor"].call.get(f"/v1/own-part-items/{item['id']}")
    assert {action["code"] for action in seen["actions"]} == {"permission_denied"}


def test_what_grows_out_of_an_own_part_names_one_of_its_case(
    world, files, therapist, mara, case, where
) -> None:
    item = therapist.post(where, OWN_PART)
    staff = world.home.people["therapist"]
    with world.works.open(world.home.id) as work:
        work.actor = Principal(
            kind=ActorKind.STAFF,
            practice_id=world.home.id,
            staff_id=staff.id,
            credential_id=None,
            roles=frozenset({Role.THERAPIST}),
        )
        work.permission = Permission.CASE_WRITE
        require_own_part_of(work, case, None)
        require_own_part_of(work, case, item["id"])
        with pytest.raises(LinkedRecordMissing):
            require_own_part_of(work, mara, item["id"])
