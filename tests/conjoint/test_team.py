"""The team of a conjoint case: on both parts at once, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from couplesone.clients.models import CaseTeamMember
from support.couple import ANA, Conjoint, Couple
from support.http import Caller
from support.world import Person, World


def owner(conjoint: Conjoint) -> Caller:
    """Whoever sees to who cares for whom."""
    return conjoint.couple.world.home.people["owner"].call


def joins(conjoint: Conjoint, who: Person, **more: Any) -> dict[str, Any]:
    """Give somebody a part."""
    body = {"staff_id": str(who.id), "role": "covering"} | more
    found: dict[str, Any] = owner(conjoint).post(f"{conjoint.path}/team", body)
    return found


def refused(conjoint: Conjoint, who: Person, **more: Any) -> tuple[int, str]:
    """Try to."""
    body = {"staff_id": str(who.id), "role": "covering"} | more
    found: tuple[int, str] = owner(conjoint).refused("POST", f"{conjoint.path}/team", body)
    return found


@pytest.fixture
def cover(world: World) -> Person:
    """A therapist who has to do with neither of the two."""
    return world.home.hire("cover", "therapist")


def test_a_cover_works_with_both_and_knows_of_neither_alone(conjoint: Conjoint, cover: Person) -> None:
    seen = [(cover.call.refused("GET", path)) for path in (conjoint.path, *conjoint.parts)]
    assert seen == [(404, "not_found")] * 3
    member = joins(conjoint, cover)
    assert (member["staff_id"], member["role"], member["current"]) == (str(cover.id), "covering", True)
    assert member["warnings"] == []
    assert owner(conjoint).get(f"/v1/conjoint-team/{member['id']}") == member
    assert cover.call.get(conjoint.path) == conjoint.case
    assert [cover.call.get(path)["kind"] for path in conjoint.parts] == ["conjoint_part"] * 2
    cover.call.post(f"{conjoint.path}/sessions", {"held_on": "2026-03-02", "minutes": 50})
    assert cover.call.refused("GET", conjoint.couple.door.case) == (404, "not_found")


def test_the_team_is_listed_from_whoever_opened_it_on(conjoint: Conjoint, cover: Person) -> None:
    member = joins(conjoint, cover, from_on="2026-03-09", until_on="2026-03-16")
    listed = conjoint.therapist.get(f"{conjoint.path}/team")["items"]
    assert listed[0] == member
    assert [(one["staff_id"], one["role"], one["current"]) for one in listed] == [
        (str(cover.id), "covering", False),
        (str(conjoint.couple.colleague.id), "treating", True),
    ]


def test_ending_it_ends_it_in_both_parts(conjoint: Conjoint, cover: Person) -> None:
    first, ended = joins(conjoint, cover), f"{conjoint.path}/team"
    path = f"/v1/conjoint-team/{first['id']}/end"
    done = owner(conjoint).post(path, {}, etag=first)
    assert (done["until_on"], done["current"]) == ("2026-03-02", False)
    for seen in (conjoint.path, *conjoint.parts):
        assert cover.call.refused("GET", seen) == (404, "not_found")
    assert owner(conjoint).refused("POST", path, {}, etag=done) == (409, "care_team_ended")
    again = joins(conjoint, cover)
    early = owner(conjoint).refused(
        "POST", f"/v1/conjoint-team/{again['id']}/end", {"until_on": "2026-03-01"}, etag=again
    )
    assert early == (422, "dates_out_of_order")
    owner(conjoint).post(f"/v1/conjoint-team/{again['id']}/end", {}, etag=again)
    with conjoint.couple.world.works.open(conjoint.couple.world.home.id) as work:
        held = select(CaseTeamMember.until_on).where(CaseTeamMember.staff_id == cover.id)
        assert [str(one) for one in work.db.scalars(held)] == ["2026-03-02"] * 4
    assert len(owner(conjoint).get(ended)["items"]) == 3


def test_nobody_has_the_same_part_twice_or_one_that_does_not_fit(
    conjoint: Conjoint, cover: Person, world: World
) -> None:
    joins(conjoint, cover)
    assert refused(conjoint, cover) == (409, "already_on_care_team")
    assert refused(conjoint, world.home.people["front_desk"]) == (409, "care_role_unfit")
    backwards = refused(conjoint, cover, role="treating", until_on="2026-03-01")
    assert backwards == (422, "dates_out_of_order")
    joins(conjoint, world.home.people["supervisor"], role="supervising")


def test_whoever_treats_one_alone_does_not_come_to_treat_both(conjoint: Conjoint, world: World) -> None:
    own = world.home.people["therapist"]
    for role in ("treating", "covering"):
        assert refused(conjoint, own, role=role) == (409, "treats_one_alone")
    assert own.call.refused("GET", conjoint.path) == (404, "not_found")


def test_with_reasons_in_writing_they_do(couple: Couple, cover: Person) -> None:
    conjoint = couple.opened_by_own()
    path = f"/v1/clients/{couple.wei}/care-team"
    owner(conjoint).post(path, {"staff_id": str(cover.id), "role": "covering"})
    assert joins(conjoint, cover)["current"] is True


def test_only_who_sees_to_the_teams_changes_them(conjoint: Conjoint, cover: Person, world: World) -> None:
    body = {"staff_id": str(cover.id), "role": "covering"}
    for caller in (conjoint.therapist, world.home.people["supervisor"].call):
        assert caller.refused("POST", f"{conjoint.path}/team", body)[0] in (403, 404)
    world.home.people["front_desk"].call.post(f"{conjoint.path}/team", body)
    assert world.therapist.refused("GET", f"{conjoint.path}/team") == (404, "not_found")
    stranger = world.other.people["owner"].call
    assert stranger.refused("POST", f"{conjoint.path}/team", body) == (404, "not_found")


def test_a_closed_one_takes_nobody(conjoint: Conjoint, cover: Person) -> None:
    conjoint.therapist.post(f"{conjoint.path}/close", {}, etag=conjoint.case)
    assert refused(conjoint, cover) == (409, "conjoint_closed")


def test_many_on_the_team_are_no_more_statements(conjoint: Conjoint, world: World) -> None:
    counts = []
    for place in range(3):
        joins(conjoint, world.home.hire(f"cover{place}", "therapist"))
        before = len(world.statements)
        conjoint.therapist.get(f"{conjoint.path}/team")
        counts.append(len(world.statements) - before)
    assert len(set(counts)) == 1


def test_walls_stand_for_a_couple_s_team_too(conjoint: Conjoint, cover: Person, world: World) -> None:
    nora = cover.call.post("/v1/clients", {"name_used": "Nora"})["id"]
    cover.call.post(f"/v1/clients/{nora}/partners", {"name_used": "A.", "email": ANA["email"]})
    body, desk = {"staff_id": str(cover.id), "role": "covering"}, world.home.people["front_desk"].call
    walled = desk.refused("POST", f"{conjoint.path}/team", body)
    assert walled == (409, "administrative_review")
    assert joins(conjoint, cover)["current"] is True  # the clinical lead, who knows why


def test_and_in_the_other_order(conjoint: Conjoint, cover: Person, world: World) -> None:
    desk, someone = world.home.people["front_desk"].call, world.home.hire("someone", "therapist")
    desk.post(f"{conjoint.path}/team", {"staff_id": str(cover.id), "role": "covering"})
    nora = someone.call.post("/v1/clients", {"name_used": "Nora"})["id"]
    someone.call.post(f"/v1/clients/{nora}/partners", {"name_used": "A.", "email": ANA["email"]})
    body = {"staff_id": str(cover.id), "role": "covering"}
    walled = desk.refused("POST", f"/v1/clients/{nora}/care-team", body)
    assert walled == (409, "administrative_review")


def test_whoever_opened_it_comes_back(conjoint: Conjoint) -> None:
    colleague = conjoint.couple.colleague
    (member,) = conjoint.therapist.get(f"{conjoint.path}/team")["items"]
    owner(conjoint).post(f"/v1/conjoint-team/{member['id']}/end", {}, etag=member)
    assert colleague.call.refused("GET", conjoint.path) == (404, "not_found")
    assert joins(conjoint, colleague, role="treating")["current"] is True
    assert colleague.call.get(conjoint.path) == conjoint.case


@pytest.mark.row("S3.34")
def test_leaving_the_couple_is_no_way_to_the_work_alone(conjoint: Conjoint) -> None:
    """Invariant 8: it takes the client's written authorization, also from somebody who treated the two before."""
    colleague = conjoint.couple.colleague
    (member,) = conjoint.therapist.get(f"{conjoint.path}/team")["items"]
    owner(conjoint).post(f"/v1/conjoint-team/{member['id']}/end", {}, etag=member)
    body = {"staff_id": str(colleague.id), "role": "covering"}
    alone = f"/v1/clients/{conjoint.couple.wei}/care-team"
    assert owner(conjoint).refused("POST", alone, body) == (409, "authorization_missing")


def test_a_supervisor_of_the_couple_sees_the_sums_of_its_parts(conjoint: Conjoint, world: World) -> None:
    supervisor = world.home.people["supervisor"]
    held = {"held_on": "2026-03-02", "minutes": 50}
    session = conjoint.therapist.post(f"{conjoint.parts[1]}/sessions", held)
    conjoint.therapist.post(f"/v1/sessions/{session['id']}/neutrality-check", {"alliance": 6})

    def sums() -> list[tuple[str, int]]:
        rows = supervisor.call.get("/v1/reports/neutrality")["items"]
        return [(row["staff_id"], row["sessions_checked"]) for row in rows]

    assert sums() == []
    joins(conjoint, supervisor, role="supervising")
    assert sums() == [(str(conjoint.couple.colleague.id), 1)]


def test_supervising_one_alone_is_no_way_to_treat_both(conjoint: Conjoint, cover: Person) -> None:
    body = {"staff_id": str(cover.id), "role": "supervising"}
    owner(conjoint).post(f"/v1/clients/{conjoint.couple.wei}/care-team", body)
    assert refused(conjoint, cover, role="treating") == (409, "treats_one_alone")
