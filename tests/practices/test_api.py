"""The practice and its settings over HTTP."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from couplesone.kernel.errors import ValidationFailed
from couplesone.kernel.permissions import Role
from couplesone.practices import settings
from couplesone.practices.codes import SETTINGS, SettingKey
from couplesone.practices.service import create_practice

DENIED = (403, "permission_denied")


@pytest.fixture
def owner(world):
    return world.home.people["owner"].call


@pytest.mark.parametrize("role", [role.value for role in Role])
def test_everybody_reads_the_practice(world, role) -> None:
    response = world.home.people[role].call.call("GET", "/v1/practice")
    shown = response.json()
    assert (shown["id"], shown["name"]) == (str(world.home.id), "Home Practice")
    assert shown["time_zone"] == "Europe/Vienna"
    assert response.headers["etag"] == '"1"'


def test_an_owner_renames_it(owner, world) -> None:
    shown = owner.get("/v1/practice")
    world.clock.move(timedelta(minutes=1))
    changed = owner.patch("/v1/practice", {"name": "Linden Practice"}, etag=shown)
    assert changed == shown | {
        "name": "Linden Practice", "version": 2, "updated_at": "2026-03-02T09:01:00.000000Z"
    }  # fmt: skip
    assert owner.get("/v1/practice") == changed
    assert world.other.people["owner"].call.get("/v1/practice")["name"] == "Other Practice"


def test_a_new_time_zone_moves_the_day(world) -> None:
    world.clock.move(timedelta(hours=5))
    with world.works.open(world.home.id) as work:
        work.practice().time_zone = "Pacific/Auckland"
    with world.works.open(world.home.id, write=False) as work:
        work.practice()
        assert work.today == date(2026, 3, 3)


def test_an_owner_moves_it_to_another_time_zone(owner) -> None:
    changed = owner.patch("/v1/practice", {"time_zone": "America/New_York"}, etag=1)
    assert changed["time_zone"] == "America/New_York"


def test_an_empty_change_changes_nothing(owner) -> None:
    shown = owner.get("/v1/practice")
    assert owner.patch("/v1/practice", {}, etag=shown) == shown


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"name": ""}, "/name"),
        ({"name": None}, "/name"),
        ({"time_zone": "Mars/Olympus"}, "/time_zone"),
        ({"time_zone": "../etc/passwd"}, "/time_zone"),
        ({"time_zone": ""}, "/time_zone"),
        ({"time_zone": None}, "/time_zone"),
        ({"wrapped_key": "x"}, "/wrapped_key"),
    ],
)
def test_what_cannot_be_is_refused(owner, change, pointer) -> None:
    response = owner.call("PATCH", "/v1/practice", change, etag=1)
    assert response.status_code == 422
    assert [error["pointer"] for error in response.json()["errors"]] == [pointer]


def test_a_change_names_the_version_it_is_of(owner) -> None:
    assert owner.refused("PATCH", "/v1/practice", {"name": "X"}) == (428, "if_match_required")
    response = owner.call("PATCH", "/v1/practice", {"name": "X"}, etag=2)
    assert (response.status_code, response.headers["etag"]) == (412, '"1"')


WRITES = [
    ("PATCH", "/v1/practice", {"name": "X"}),
    ("POST", "/v1/practice/settings", {"key": "review_every_days", "value": 30}),
]


@pytest.mark.parametrize(("method", "path", "body"), WRITES)
@pytest.mark.parametrize("role", [role.value for role in Role if role is not Role.OWNER])
def test_only_owners_change_it(world, role, method, path, body) -> None:
    etag = 1 if method == "PATCH" else None
    assert world.home.people[role].call.refused(method, path, body, etag=etag) == DENIED


@pytest.mark.parametrize(("method", "path", "body"), WRITES)
def test_not_even_an_owners_key_changes_it(world, method, path, body) -> None:
    key = world.home.api_key(world.home.people["owner"], ["practice.manage", "practice.read"])
    assert key.refused(method, path, body, etag=1 if method == "PATCH" else None) == DENIED
    key.get("/v1/practice/settings")


# --- settings


def setting(caller, key: str) -> dict:
    (found,) = [item for item in caller.get("/v1/practice/settings")["items"] if item["key"] == key]
    return found


@pytest.mark.parametrize("key", SettingKey)
def test_every_setting_can_be_set_to_either_end(owner, key) -> None:
    for value in (SETTINGS[key].lowest, SETTINGS[key].highest):
        owner.post("/v1/practice/settings", {"key": key.value, "value": value})
    shown = next(item for item in owner.get("/v1/practice/settings")["items"] if item["key"] == key)
    assert (shown["value"], len(shown["history"])) == (SETTINGS[key].highest, 2)


def test_product_defaults_hold_until_something_is_set(world) -> None:
    items = world.therapist.get("/v1/practice/settings")["items"]
    assert {item["key"]: item["value"] for item in items} == {
        "review_every_days": 28,
        "invitation_days": 30,
        "partner_event_days": 30,
        "pressure_hold_events": 4,
        "ultimatum_rest_days": 30,
        "check_in_grace_days": 7,
        "safe_contact_review_days": 90,
        "minimum_phase_points": 5,
        "safety_screen_max_age_days": 90,
        "high_risk_hits_total": 15,
        "access_link_days": 7,
        "client_page_read_within_days": 7,
        "telling_again_days": 30,
        "minimum_self_focus_percent": 50,
        "phq9_prompt_intensity": 6,
        "alert_check_ins": 3,
        "fixation_rise_points": 2,
        "resentment_window_days": 56,
        "resentment_rise_points": 2,
        "burnout_effort": 8,
        "burnout_hope": 3,
        "message_undo_minutes": 10,
    }
    assert all(item["value"] == item["default"] and item["history"] == [] for item in items)
    assert all(item["lowest"] <= item["default"] <= item["highest"] for item in items)


def test_a_value_holds_from_its_day_on_and_the_past_stays_readable(world, owner) -> None:
    response = owner.call("POST", "/v1/practice/settings", {"key": "review_every_days", "value": 42})
    assert response.status_code == 201
    assert response.headers["location"] == "/v1/practice/settings"
    later = {"key": "review_every_days", "value": 56, "from_on": "2026-04-01"}
    assert owner.post("/v1/practice/settings", later) == owner.get("/v1/practice/settings")
    shown = setting(owner, "review_every_days")
    assert shown["value"] == 42
    assert [(entry["value"], entry["from_on"]) for entry in shown["history"]] == [
        (56, "2026-04-01"),
        (42, "2026-03-02"),
    ]
    assert {entry["set_by"] for entry in shown["history"]} == {str(world.home.people["owner"].id)}
    assert shown["history"][0]["recorded_at"] == "2026-03-02T09:00:00.000000Z"
    with world.works.open(world.home.id, write=False) as work:
        days = (date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 31), date(2026, 4, 1), date(2030, 1, 1))
        values = [settings.value_on(work, SettingKey.REVIEW_EVERY_DAYS, day) for day in days]
        assert values == [28, 42, 42, 56, 56]
        assert [settings.values_on(work, day)[SettingKey.REVIEW_EVERY_DAYS] for day in days] == values
        columns = [settings.value_column(SettingKey.REVIEW_EVERY_DAYS, day) for day in days]
        assert [*work.read(select(*columns)).one()] == values
        assert settings.value_on(work, SettingKey.MINIMUM_PHASE_POINTS, days[-1]) == 5
    assert setting(world.other.people["owner"].call, "review_every_days")["history"] == []


def test_of_two_values_from_one_day_the_later_recorded_counts(world, owner) -> None:
    for value in (42, 14, 35):
        owner.post("/v1/practice/settings", {"key": "review_every_days", "value": value})
    shown = setting(owner, "review_every_days")
    assert shown["value"] == 35
    with world.works.open(world.home.id, write=False) as work:
        column = settings.value_column(SettingKey.REVIEW_EVERY_DAYS, world.today)
        assert work.read(select(column)).scalar_one() == 35
    assert [entry["value"] for entry in shown["history"]] == [35, 14, 42]


def test_reading_all_values_takes_one_statement(world, owner) -> None:
    for value in range(10, 20):
        owner.post("/v1/practice/settings", {"key": "review_every_days", "value": value})
    with world.works.open(world.home.id, write=False) as work:
        before = len(world.statements)
        assert len(settings.values_on(work, world.today)) == len(SettingKey)
        assert len(world.statements) - before == 1


def test_a_replay_sets_nothing_twice(owner) -> None:
    body = {"key": "review_every_days", "value": 42}
    first = owner.post("/v1/practice/settings", body, key="set")
    again = owner.call("POST", "/v1/practice/settings", body, key="set")
    assert again.headers["idempotency-replayed"] == "true"
    assert again.json() == first


def test_today_is_the_practices_day(world, owner) -> None:
    world.clock._instant = datetime(2026, 3, 2, 9, 10, tzinfo=UTC)
    owner.patch("/v1/practice", {"time_zone": "Pacific/Kiritimati"}, etag=1)
    refused = {"key": "review_every_days", "value": 42, "from_on": "2026-03-01"}
    assert owner.refused("POST", "/v1/practice/settings", refused) == (422, "dates_out_of_order")
    owner.post("/v1/practice/settings", {"key": "review_every_days", "value": 42})
    assert setting(owner, "review_every_days")["history"][0]["from_on"] == "2026-03-02"


def test_no_day_that_has_passed_can_be_rewritten(owner) -> None:
    body = {"key": "review_every_days", "value": 42, "from_on": "2026-03-01"}
    response = owner.call("POST", "/v1/practice/settings", body)
    problem = response.json()
    assert (response.status_code, problem["code"]) == (422, "dates_out_of_order")
    assert problem["errors"][0]["pointer"] == "/from_on"


@pytest.mark.parametrize("key", SettingKey)
@pytest.mark.parametrize("edge", ["lowest", "highest"])
def test_a_value_lies_within_its_range(owner, key, edge) -> None:
    rule = SETTINGS[key]
    last, beyond = (rule.lowest, rule.lowest - 1) if edge == "lowest" else (rule.highest, rule.highest + 1)
    owner.post("/v1/practice/settings", {"key": key.value, "value": last})
    response = owner.call("POST", "/v1/practice/settings", {"key": key.value, "value": beyond})
    assert response.status_code == 422
    assert response.json()["errors"][0] == {
        "pointer": "/value",
        "code": "out_of_range",
        "detail": f"This setting takes {rule.lowest} to {rule.highest}.",
    }


@pytest.mark.parametrize(
    "body",
    [
        {"key": "moon_phase", "value": 3},
        {"key": "review_every_days"},
        {"key": "review_every_days", "value": "42"},
        {"key": "review_every_days", "value": 42.5},
        {"key": "review_every_days", "value": 42, "from_on": "tomorrow"},
    ],
)
def test_a_malformed_setting_is_refused(owner, body) -> None:
    assert owner.refused("POST", "/v1/practice/settings", body) == (422, "validation_failed")


# --- making a practice


def test_a_practice_is_made_with_a_key_of_its_own(world) -> None:
    made = create_practice(world.works, name="  Linden Practice ", time_zone="Europe/Vienna")
    with world.works.open(made) as work:
        assert (work.practice().name, work.today) == ("Linden Practice", date(2026, 3, 2))
        assert work.keyring.token("a", "b") != b""
        assert settings.value_on(work, SettingKey.REVIEW_EVERY_DAYS, work.today) == 28
        entry = settings.set_value(work, SettingKey.REVIEW_EVERY_DAYS, 30)
        assert entry.set_by is None, "the command line has no actor"


@pytest.mark.parametrize(("name", "zone"), [("", "UTC"), ("x" * 201, "UTC"), ("Linden", "Mars/Olympus")])
def test_a_practice_needs_a_name_and_a_time_zone(world, name, zone) -> None:
    with pytest.raises(ValidationFailed):
        create_practice(world.works, name=name, time_zone=zone)
