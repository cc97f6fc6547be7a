"""What stands in the way of assigning and contacting, and of nothing else."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from couplesone.kernel.errors import RecordNotFound
from couplesone.kernel.permissions import Permission, Role
from couplesone.kernel.principal import ActorKind, Principal
from couplesone.practices.codes import SettingKey
from couplesone.safety.blocks import SENTENCES, require_clear, standing
from couplesone.safety.codes import BlockCode, DueCause, FlagKind, Guarded
from couplesone.safety.due.causes import screen_becomes_due
from couplesone.safety.errors import SafetyBlock
from couplesone.safety.flags.raising import raise_flag
from support.http import Caller
from support.papers import Chart
from support.safety import HIGH, INCOMPLETE, LOW, NEGATIVE, blocks, screened
from support.world import World


def actor(world: World, *roles: Role, scopes: frozenset[Permission] | None = None) -> Principal:
    staff = world.home.people["therapist"].id
    return Principal(ActorKind.STAFF, world.home.id, staff, staff, frozenset(roles), scopes)


def test_without_a_screen_it_is_missing(therapist: Caller, path: str) -> None:
    found = therapist.get(f"{path}/safety")
    assert (found["state"], found["clear"], found["taken_on"], found["result"]) == (
        "missing",
        False,
        None,
        None,
    )
    assert found["blocks"] == [{"code": "screen_missing", "sentence": SENTENCES[BlockCode.SCREEN_MISSING]}]


@pytest.mark.parametrize(
    ("body", "state", "codes"),
    [
        (NEGATIVE, "clear", []),
        (LOW, "positive", ["ipv_positive"]),
        (HIGH, "positive", ["ipv_positive"]),
        (INCOMPLETE, "incomplete", ["screen_incomplete"]),
        (NEGATIVE | {"taken_on": "2025-12-02"}, "clear", []),
        (NEGATIVE | {"taken_on": "2025-12-01"}, "old", ["screen_old"]),
        (LOW | {"taken_on": "2025-12-01"}, "positive", ["ipv_positive", "screen_old"]),
    ],
)
def test_what_a_screen_leaves_in_the_way(therapist, path, body, state, codes) -> None:
    screened(therapist, path, body)
    assert therapist.get(f"{path}/safety")["state"] == state
    assert blocks(therapist, path) == codes


@pytest.mark.row("S4.10")
@pytest.mark.parametrize("what", Guarded)
def test_what_is_guarded_is_refused_with_each_block_in_words(therapist, path, what) -> None:
    answer = therapist.call("POST", f"{path}/safety-check", {"what": what.value})
    assert (answer.status_code, answer.json()["code"]) == (409, "safety_block")
    assert answer.json()["blocked"] == what.value
    assert answer.json()["blocks"] == [
        {"code": "screen_missing", "sentence": SENTENCES[BlockCode.SCREEN_MISSING]}
    ]
    screened(therapist, path, LOW)
    answer = therapist.call("POST", f"{path}/safety-check", {"what": what.value})
    assert [block["code"] for block in answer.json()["blocks"]] == ["ipv_positive"]


@pytest.mark.parametrize("what", Guarded)
def test_after_a_negative_screen_nothing_stands_in_the_way(therapist, path, what) -> None:
    screened(therapist, path)
    assert therapist.post(f"{path}/safety-check", {"what": what.value})["clear"] is True


def test_recording_is_never_blocked(therapist, path) -> None:
    screened(therapist, path, HIGH)
    assert therapist.post(f"{path}/hopes", {"text": "That it ends."})["id"]
    assert therapist.post(f"{path}/pressure-events", {"type": "ask", "times": 1})["id"]


def test_an_incomplete_screen_after_a_negative_one_is_not_negative(therapist, path) -> None:
    screened(therapist, path, NEGATIVE, taken_on="2026-02-20")
    screened(therapist, path, INCOMPLETE)
    assert blocks(therapist, path) == ["screen_incomplete"]


def test_the_latest_day_counts_whatever_is_recorded_later(therapist, path) -> None:
    screened(therapist, path, NEGATIVE)
    screened(therapist, path, INCOMPLETE, taken_on="2026-02-20")
    assert blocks(therapist, path) == []


def test_a_positive_screen_that_is_recorded_late_still_flags(therapist, path) -> None:
    screened(therapist, path, NEGATIVE)
    screened(therapist, path, LOW, taken_on="2026-02-20")
    assert blocks(therapist, path) == ["ipv_positive"]


def test_a_practice_may_ask_more_often(world: World, therapist, path) -> None:
    screened(therapist, path, NEGATIVE, taken_on="2026-02-01")
    assert blocks(therapist, path) == []
    setting = {"key": SettingKey.SAFETY_SCREEN_MAX_AGE_DAYS.value, "value": 28}
    world.home.people["owner"].call.post("/v1/practice/settings", setting)
    assert blocks(therapist, path) == ["screen_old"]


def test_a_cause_blocks_until_a_complete_screen_follows(world: World, chart: Chart, therapist, path) -> None:
    screened(therapist, path)
    with world.works.open(world.home.id) as work:
        work.actor = actor(world, Role.THERAPIST)
        screen_becomes_due(work, chart.case_id, DueCause.TENSION_WITH_FEAR)
        screen_becomes_due(work, chart.case_id, DueCause.TENSION_WITH_FEAR)
    assert blocks(therapist, path) == ["screen_due"]
    assert [due["cause"] for due in therapist.get(f"{path}/safety")["due"]] == ["tension_with_fear"]
    screened(therapist, path, INCOMPLETE)
    assert blocks(therapist, path) == ["screen_incomplete", "screen_due"]
    screen = screened(therapist, path)
    assert blocks(therapist, path) == []
    therapist.post(f"/v1/safety-screens/{screen['id']}/mark-in-error", {"reason": "Not hers."}, etag=screen)
    assert blocks(therapist, path) == ["screen_incomplete", "screen_due"]


def test_a_screen_from_before_the_cause_settles_nothing(world: World, chart: Chart, therapist, path) -> None:
    with world.works.open(world.home.id) as work:
        work.actor = actor(world, Role.THERAPIST)
        screen_becomes_due(work, chart.case_id, DueCause.SEPARATION, date(2026, 2, 20))
    screened(therapist, path, NEGATIVE, taken_on="2026-02-19")
    assert blocks(therapist, path) == ["screen_due"]
    screened(therapist, path, NEGATIVE, taken_on="2026-02-20")
    assert blocks(therapist, path) == []


def test_the_causes_need_a_case(world: World) -> None:
    with world.works.open(world.home.id) as work:
        work.actor = actor(world, Role.THERAPIST)
        with pytest.raises(RecordNotFound):
            screen_becomes_due(work, UUID(int=7), DueCause.ULTIMATUM_ENFORCED)
        with pytest.raises(RecordNotFound):
            standing(work, UUID(int=7))


@pytest.mark.parametrize("kind", [kind for kind in FlagKind if kind is not FlagKind.IPV_POSITIVE])
def test_other_flags_are_shown_and_block_nothing_by_themselves(world, chart, therapist, path, kind) -> None:
    screened(therapist, path)
    with world.works.open(world.home.id) as work:
        work.actor = actor(world, Role.THERAPIST)
        raise_flag(work, case_id=chart.case_id, client_id=chart.client_id, kind=kind)
        assert require_clear(work, chart.case_id, Guarded.PARTNER_CONTACT).flags[0].kind is kind
    assert [flag["kind"] for flag in therapist.get(f"{path}/safety")["flags"]] == [kind.value]


@pytest.mark.parametrize(
    "who",
    [
        (Role.OWNER, None),
        (Role.FRONT_DESK, None),
        (Role.THERAPIST, frozenset(Permission)),
        None,
    ],
)
def test_who_may_not_read_safety_data_is_not_told_why(
    world: World, chart: Chart, therapist, path, who
) -> None:
    answers = []
    for body in (None, NEGATIVE | {"taken_on": "2025-01-01"}, INCOMPLETE, LOW):
        if body is not None:
            screened(therapist, path, body)
        with world.works.open(world.home.id) as work:
            work.actor = actor(world, who[0], scopes=who[1]) if who else None
            with pytest.raises(SafetyBlock) as caught:
                require_clear(work, chart.case_id, Guarded.PARTNER_CONTACT)
        answers.append(caught.value.extra)
    assert answers == [answers[0]] * 4
    assert [block["code"] for block in answers[0]["blocks"]] == ["not_shown"]


def test_it_is_one_statement_whatever_was_recorded(world: World, chart: Chart, therapist, path) -> None:
    def sent() -> int:
        with world.works.open(world.home.id) as work:
            work.practice()
            before = len(world.statements)
            standing(work, chart.case_id)
            return len(world.statements) - before

    first = sent()
    for _ in range(3):
        screened(therapist, path, LOW)
    assert sent() == first <= 1
