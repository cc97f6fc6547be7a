"""Flags: who raises them, who releases them, and what is needed."""

from __future__ import annotations

import itertools
from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError

from couplesone.cases.models import Case
from couplesone.identity.models import Staff
from couplesone.safety.codes import FlagStatus
from couplesone.safety.errors import ConsultantNeeded
from couplesone.safety.flags.models import SafetyFlag
from couplesone.safety.flags.moves import MOVES, FlagMove
from support.papers import action
from support.safety import HIGH, INCOMPLETE, LOW, NEGATIVE, REASON, altered, blocks, screened


def flagged(caller, path, body=HIGH):
    """Record a positive screen and return the flag that it raised."""
    screened(caller, path, body)
    (flag,) = caller.get(f"{path}/safety-flags")["items"]
    return flag


def reported(caller, path):
    """Raise a low flag for what was reported, which one person releases."""
    return caller.post(f"{path}/safety-flags", {"kind": "harmful_statement", "grade": "low"})


def act(caller, flag, verb, **more):
    """Do something with a flag."""
    return caller.post(f"/v1/safety-flags/{flag['id']}/{verb}", REASON, etag=flag, **more)


def refused(caller, flag, verb):
    """Try something with a flag that is refused."""
    return caller.refused("POST", f"/v1/safety-flags/{flag['id']}/{verb}", REASON, etag=flag)


def read(caller, flag):
    """Return the flag as it is now."""
    return caller.get(f"/v1/safety-flags/{flag['id']}")


@pytest.fixture
def requested(world, therapist, path):
    """A high flag whose release the treating therapist asked for, the day after."""
    flag = flagged(therapist, path)
    world.days(1)
    screened(therapist, path)
    return act(therapist, flag, "request-release")


@pytest.mark.parametrize(("body", "grade"), [(LOW, "low"), (HIGH, "high")])
def test_a_positive_screen_raises_a_flag_of_its_grade(therapist, path, body, grade) -> None:
    flag = flagged(therapist, path, body)
    (screen,) = therapist.get(f"{path}/safety-screens")["items"]
    assert (flag["kind"], flag["grade"], flag["status"]) == ("ipv_positive", grade, "active")
    assert (flag["screen_id"], flag["raised_on"]) == (screen["id"], screen["taken_on"])


@pytest.mark.parametrize("body", [NEGATIVE, INCOMPLETE])
def test_no_other_screen_raises_one(therapist, path, body) -> None:
    screened(therapist, path, body)
    assert therapist.get(f"{path}/safety-flags")["items"] == []


def test_a_low_flag_goes_with_a_reason_after_a_new_negative_screen(world, therapist, path) -> None:
    flag = reported(therapist, path)
    assert refused(therapist, flag, "release") == (409, "new_screen_needed")
    world.days(1)
    assert refused(therapist, flag, "release") == (409, "new_screen_needed")
    screened(therapist, path, INCOMPLETE)
    assert refused(therapist, flag, "release") == (409, "new_screen_needed")
    new = screened(therapist, path)
    assert action(read(therapist, flag), "release_safety_flag") == (True, None)
    gone = act(therapist, flag, "release")
    assert (gone["status"], gone["release_screen_id"], gone["release_reason"]) == (
        "released",
        new["id"],
        REASON["reason"],
    )
    assert blocks(therapist, path) == []


@pytest.mark.parametrize("day", ["2026-03-01", "2026-03-02"])
def test_a_screen_of_the_flags_day_or_before_is_not_new(world, therapist, path, day) -> None:
    flag = flagged(therapist, path, LOW)
    world.days(1)
    screened(therapist, path, NEGATIVE, taken_on=day)
    assert refused(therapist, flag, "request-release") == (409, "new_screen_needed")


def test_a_screen_that_was_recorded_before_the_flag_is_not_new(world, therapist, path) -> None:
    screened(therapist, path, NEGATIVE)
    screened(therapist, path, LOW, taken_on="2026-02-20")
    (flag,) = therapist.get(f"{path}/safety-flags")["items"]
    assert refused(therapist, flag, "request-release") == (409, "new_screen_needed")


def test_a_high_flag_goes_by_two_people_in_two_roles(requested, therapist, supervisor, path) -> None:
    assert requested["status"] == "release_requested"
    assert blocks(therapist, path) == ["ipv_positive"], "asking alone changes nothing"
    assert refused(therapist, requested, "confirm-release") == (403, "second_role_needed")
    gone = act(supervisor, requested, "confirm-release")
    assert gone["status"] == "released"
    assert gone["requested_by"] != gone["released_by"]
    assert blocks(therapist, path) == []
    for verb in ("release", "request-release"):
        assert refused(therapist, gone, verb) == (409, "flag_transition_refused")
    for verb in ("confirm-release", "decline-release"):
        assert refused(supervisor, gone, verb) == (409, "flag_transition_refused")


def test_one_person_in_both_roles_is_one_person(world, chart, path) -> None:
    both = world.home.hire("both", "therapist", "supervisor", clinical_lead=True)
    chart.join("both", "treating")
    flag = flagged(both.call, path)
    world.days(1)
    screened(both.call, path)
    asked = act(both.call, flag, "request-release")
    assert refused(both.call, asked, "confirm-release") == (409, "second_person_needed")
    assert refused(both.call, asked, "decline-release") == (409, "second_person_needed")
    assert action(read(both.call, asked), "confirm_safety_flag_release") == (False, "second_person_needed")


def test_a_clinical_lead_who_is_a_therapist_confirms(world, chart, requested) -> None:
    lead = world.home.hire("lead", "therapist", clinical_lead=True)
    assert refused(lead.call, requested, "confirm-release") == (404, "not_found")
    chart.join("lead", "covering")
    assert act(lead.call, requested, "confirm-release")["status"] == "released"


def test_a_high_flag_is_not_released_by_one(therapist, world, path) -> None:
    flag = flagged(therapist, path)
    world.days(1)
    screened(therapist, path)
    assert refused(therapist, flag, "release") == (409, "second_person_needed")
    assert action(read(therapist, flag), "release_safety_flag") == (False, "second_person_needed")
    assert action(read(therapist, flag), "request_safety_flag_release") == (True, None)


def test_violence_goes_by_two_people_also_where_it_is_graded_low(therapist, supervisor, world, path) -> None:
    """Decisions C16: what keeps the partner from being contacted is never one person's to clear."""
    flag = flagged(therapist, path, LOW)
    world.days(1)
    screened(therapist, path)
    assert refused(therapist, flag, "release") == (409, "second_person_needed")
    asked = act(therapist, flag, "request-release")
    assert act(supervisor, asked, "confirm-release")["status"] == "released"


def test_a_low_flag_is_not_asked_for(therapist, world, path) -> None:
    flag = reported(therapist, path)
    assert refused(therapist, flag, "request-release") == (409, "flag_transition_refused")


def test_the_second_person_may_decline(requested, therapist, supervisor, path) -> None:
    back = act(supervisor, requested, "decline-release")
    assert (back["status"], back["release_reason"]) == ("active", REASON["reason"])
    assert blocks(therapist, path) == ["ipv_positive"]
    assert act(therapist, back, "request-release")["status"] == "release_requested"


def test_in_a_practice_of_one_it_waits_for_a_consultant(world, chart, therapist, path) -> None:
    """Decisions B10: until an external consultant has an account, the act is refused with that sentence."""
    flag = flagged(therapist, path)
    world.days(1)
    screened(therapist, path)
    supervisor = world.home.people["supervisor"]
    chart.set(Staff, supervisor.id, deactivated_at=world.clock.now())
    answer = therapist.call("POST", f"/v1/safety-flags/{flag['id']}/request-release", REASON, etag=flag)
    assert (answer.status_code, answer.json()["code"]) == (409, "consultant_needed")
    assert answer.json()["detail"] == ConsultantNeeded.detail
    assert "external consultant" in answer.json()["detail"]
    assert action(read(therapist, flag), "request_safety_flag_release") == (False, "consultant_needed")
    world.home.hire("consultant", "supervisor")
    assert act(therapist, flag, "request-release")["status"] == "release_requested"


def test_an_owner_who_leads_but_treats_nobody_is_no_second(world, chart, requested) -> None:
    owner = world.home.people["owner"].call
    assert refused(owner, requested, "confirm-release") == (403, "permission_denied")


def test_raised_again_it_starts_anew(requested, world, therapist, supervisor, path) -> None:
    screened(therapist, path, LOW)
    now = read(therapist, requested)
    assert (now["status"], now["grade"], now["requested_by"]) == ("active", "high", None)
    assert now["raised_on"] == str(world.today)
    assert refused(supervisor, now, "confirm-release") == (409, "flag_transition_refused")
    assert refused(therapist, now, "request-release") == (409, "new_screen_needed")


def test_a_graver_screen_makes_a_low_flag_high(therapist, path) -> None:
    flag = flagged(therapist, path, LOW)
    screened(therapist, path, HIGH)
    assert read(therapist, flag)["grade"] == "high"


def test_the_new_screen_counts_when_the_release_is_confirmed_too(
    requested, therapist, supervisor, path
) -> None:
    (negative, _) = therapist.get(f"{path}/safety-screens")["items"]
    therapist.post(f"/v1/safety-screens/{negative['id']}/mark-in-error", {"reason": "x"}, etag=negative)
    assert refused(supervisor, requested, "confirm-release") == (409, "new_screen_needed")


@pytest.mark.row("INV-3")
@pytest.mark.parametrize(("body", "grade"), [(LOW, "low"), (HIGH, "high")])
def test_a_screen_that_let_a_flag_go_and_was_an_error_raises_it_again(
    world, therapist, supervisor, path, body, grade
) -> None:
    """Releasing rests on the screen: what no screen said is not released by marking the screen as an error."""
    flag = flagged(therapist, path, body)
    world.days(1)
    screen = screened(therapist, path)
    gone = act(supervisor, act(therapist, flag, "request-release"), "confirm-release")
    assert gone["status"] == "released"
    therapist.post(f"/v1/safety-screens/{screen['id']}/mark-in-error", {"reason": "Mistaken."}, etag=screen)
    assert read(therapist, flag)["status"] == "released", "what was done stays on the record"
    again = next(one for one in therapist.get(f"{path}/safety-flags")["items"] if one["status"] == "active")
    assert (again["kind"], again["grade"], again["raised_on"]) == ("ipv_positive", grade, "2026-03-02")
    assert blocks(therapist, path) == ["ipv_positive"]
    screened(therapist, path, taken_on="2026-03-02")
    assert refused(therapist, again, "request-release") == (409, "new_screen_needed")
    world.days(1)
    screened(therapist, path)
    assert act(therapist, again, "request-release")["status"] == "release_requested"


def test_a_screen_that_let_nothing_go_raises_nothing_when_it_was_an_error(therapist, path) -> None:
    screen = screened(therapist, path)
    therapist.post(f"/v1/safety-screens/{screen['id']}/mark-in-error", {"reason": "Mistaken."}, etag=screen)
    assert therapist.get(f"{path}/safety-flags")["items"] == []


def test_a_flag_outlives_its_case_and_its_next_episode(world, chart, therapist, supervisor, path) -> None:
    """Invariant 3: closing and opening again is no way around a flag."""
    flag = flagged(therapist, path, LOW)
    chart.set(Case, chart.case_id, status="closed", closed_on=world.today, closing_reason="completed")
    again = therapist.post(f"{path}/reopen", {"opened_on": str(world.today)}, etag=therapist.get(path))
    next_path = f"/v1/cases/{again['id']}"
    world.days(1)
    new = screened(therapist, next_path)
    assert blocks(therapist, next_path) == ["ipv_positive"]
    gone = act(supervisor, act(therapist, flag, "request-release"), "confirm-release")
    assert gone["release_screen_id"] == new["id"]
    assert blocks(therapist, next_path) == []


@pytest.mark.parametrize("kind", ["harmful_statement", "suicidality_risk", "other_danger"])
def test_a_flag_raised_by_hand(therapist, world, path, kind) -> None:
    body = {"kind": kind, "grade": "low", "raised_on": "2026-02-27", "note": "A letter was opened."}
    flag = therapist.post(f"{path}/safety-flags", body)
    assert {name: flag[name] for name in body} == body
    again = therapist.post(
        f"{path}/safety-flags", body | {"grade": "high", "raised_on": "2026-02-20", "note": None}
    )
    assert (again["id"], again["grade"], again["raised_on"], again["note"]) == (
        flag["id"],
        "high",
        "2026-02-27",
        "A letter was opened.",
    )


def test_only_what_was_screened_needs_a_screen(therapist, path) -> None:
    flag = therapist.post(f"{path}/safety-flags", {"kind": "suicidality_risk", "grade": "low"})
    assert act(therapist, flag, "release")["release_screen_id"] is None


@pytest.mark.parametrize(
    "wrong",
    [{"kind": "ipv_positive"}, {"grade": "middling"}, {"raised_on": "2026-13-01"}, {"status": "released"}],
)
def test_what_cannot_be_raised(therapist, path, wrong) -> None:
    body = {"kind": "other_danger", "grade": "low"} | wrong
    assert therapist.refused("POST", f"{path}/safety-flags", body) == (422, "validation_failed")


def test_a_flag_is_not_raised_ahead(therapist, path) -> None:
    body = {"kind": "other_danger", "grade": "low", "raised_on": "2026-03-03"}
    assert therapist.refused("POST", f"{path}/safety-flags", body) == (422, "dates_out_of_order")


@pytest.mark.parametrize(("move", "status"), list(itertools.product(FlagMove, FlagStatus)))
def test_the_table_of_moves_leads_to_released_by_two_ways_only(move, status) -> None:
    leads = MOVES[move].get(status)
    if leads is FlagStatus.RELEASED:
        assert (move, status) in {
            (FlagMove.RELEASE, FlagStatus.ACTIVE),
            (FlagMove.CONFIRM_RELEASE, FlagStatus.RELEASE_REQUESTED),
        }
    assert status is not FlagStatus.RELEASED or leads is None


@pytest.mark.parametrize("verb", ["release", "request-release", "confirm-release", "decline-release"])
def test_a_change_that_nobody_has_seen_is_not_made(therapist, supervisor, path, verb) -> None:
    flag = flagged(therapist, path)
    who = supervisor if verb.startswith(("confirm", "decline")) else therapist
    where = f"/v1/safety-flags/{flag['id']}/{verb}"
    assert who.refused("POST", where, REASON) == (428, "if_match_required")
    assert who.refused("POST", where, REASON, etag=7) == (412, "version_stale")


def test_the_database_refuses_a_release_by_one(world, chart, therapist, path) -> None:
    flag = flagged(therapist, path)
    therapist_id = world.home.people["therapist"].id
    by_one = {
        "requested_by": therapist_id,
        "released_by": therapist_id,
        "release_screen_id": UUID(flag["screen_id"]),
    }
    released = {"status": "released", "released_at": world.clock.now()}
    with pytest.raises(IntegrityError):
        altered(world, SafetyFlag, **by_one, **released)


def test_lists_of_flags_cost_the_same_however_long(world, chart, therapist, path) -> None:
    def sent() -> int:
        before = len(world.statements)
        therapist.get(f"{path}/safety-flags")
        return len(world.statements) - before

    flagged(therapist, path)
    one = sent()
    for kind in ("harmful_statement", "suicidality_risk", "other_danger"):
        therapist.post(f"{path}/safety-flags", {"kind": kind, "grade": "high"})
    assert sent() == one
    assert len(therapist.get(f"{path}/safety-flags")["items"]) == 4
