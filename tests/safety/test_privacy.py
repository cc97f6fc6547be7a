"""Who sees safety data: the clinicians of the care team, in person; nobody and nothing else."""

from __future__ import annotations

import logging

import pytest
from sqlalchemy import select

from couplesone.audit.models import AuditEvent
from couplesone.kernel.permissions import SESSION_ONLY, Permission
from couplesone.safety.referrals.models import SafetyReferral
from couplesone.safety.safety_plan.models import SafetyPlan
from couplesone.safety.screens.models import SafetyScreen
from support.canaries import OPERATIONS, example
from support.safety import HIGH, LOW, REASON, screened

CANARY = "waxwing"
READS = [
    name for name, op in OPERATIONS.items() if op.method == "GET" and op.permission is Permission.SAFETY_READ
]


@pytest.fixture
def ids(chart, therapist, path):
    """One of everything about safety, a canary in every text."""
    screen = screened(therapist, path, HIGH, note=CANARY)
    plan = therapist.post(f"{path}/safety-plan", {"places": CANARY})
    referral = therapist.post(
        f"{path}/safety-referrals", {"kind": "crisis", "service": CANARY, "note": CANARY}
    )
    (flag,) = therapist.get(f"{path}/safety-flags")["items"]
    risky = {"instrument": "phq9", "items": [1] * 9, "respondent": "client", "source": "in_room"}
    therapist.post(f"{path}/administrations", risky)
    (answer,) = therapist.get(f"{path}/risk-answers")["items"]
    return {
        "case_id": str(chart.case_id),
        "safety_screen_id": screen["id"],
        "safety_plan_id": plan["id"],
        "safety_referral_id": referral["id"],
        "safety_flag_id": flag["id"],
        "risk_answer_id": answer["id"],
    }


def key(world):
    """Return an API key of the treating therapist with every scope that a key can have."""
    scopes = [permission.value for permission in Permission if permission not in SESSION_ONLY]
    return world.home.api_key(world.home.people["therapist"], scopes)


@pytest.mark.parametrize("name", READS)
def test_who_reads(world, chart, ids, name) -> None:
    colleague = world.home.hire("colleague", "therapist")
    where = OPERATIONS[name].path.format(**ids)
    everywhere = "{" not in OPERATIONS[name].path
    expected = {
        "therapist": 200,
        "supervisor": 200,
        "owner": 403,
        "front_desk": 403,
        "biller": 403,
    }
    for person, status in expected.items():
        assert world.home.people[person].call.call("GET", where).status_code == status, person
    assert colleague.call.call("GET", where).status_code == (200 if everywhere else 404)
    assert key(world).call("GET", where).status_code == 403
    chart.join("colleague", "covering")
    assert colleague.call.call("GET", where).status_code == 200


@pytest.mark.parametrize(
    "name", [name for name, op in OPERATIONS.items() if op.permission is Permission.SAFETY_WRITE]
)
def test_who_writes(world, chart, ids, name) -> None:
    """Who treats or covers writes; who supervises, owns or does the desk does not, and a key never."""
    operation = OPERATIONS[name]
    where, body = operation.path.format(**ids), example(name) if operation.body else None
    etag = 99 if operation.conditional else None
    for person in ("supervisor", "owner", "front_desk", "biller"):
        assert world.home.people[person].call.refused(operation.method, where, body, etag=etag) == (
            403,
            "permission_denied",
        )
    assert key(world).refused(operation.method, where, body, etag=etag) == (403, "permission_denied")
    world.home.hire("colleague", "therapist")
    chart.join("colleague", "supervising")
    colleague = world.home.people["colleague"].call
    assert colleague.refused(operation.method, where, body, etag=etag) == (404, "not_found")


def test_the_timeline_does_not_tell_others_that_a_screen_exists(world, ids, therapist, path) -> None:
    kinds = {entry["kind"] for entry in therapist.get(f"{path}/timeline")["items"]}
    assert {"safety_screen", "safety_flag", "safety_plan", "safety_referral"} <= kinds
    for other in (world.home.people["owner"].call, key(world)):
        seen = other.get(f"{path}/timeline")["items"]
        assert seen
        assert not [entry for entry in seen if "safety" in entry["kind"]]


def test_the_dashboard_shows_it_to_those_who_may_know(world, ids, therapist, supervisor, path) -> None:
    for caller in (therapist, supervisor):
        shown = caller.get(f"{path}/dashboard")["safety_flags"]
        assert (shown["state"], shown["result"], shown["grade"]) == ("positive", "positive", "high")
        assert ids["safety_flag_id"] in [flag["id"] for flag in shown["flags"]]
        assert [flag["kind"] for flag in shown["flags"]] == ["ipv_positive", "suicidality_risk"]
        assert [block["code"] for block in shown["blocks"]] == ["ipv_positive"]


def test_the_case_looks_the_same_to_others_whatever_was_screened(world, chart, therapist, path) -> None:
    """Non-interference: dashboard, stage, timeline, case and worklists before and after a positive screen."""
    owner, script = world.home.people["owner"].call, key(world)
    paths = [path, *(f"{path}/{part}" for part in ("dashboard", "stage", "timeline", "progress"))]
    paths += [f"/v1/worklists/{kind}" for kind in ("no_next_step", "review_due", "check_in_missing")]

    def seen() -> list[str]:
        return [caller.call("GET", where).text for caller in (owner, script) for where in paths]

    before = seen()
    screened(therapist, path, HIGH)
    assert seen() == before
    assert '"safety_flags":{"state":"not_shown"}' in before[1]
    assert {rule["state"] for rule in owner.get(f"{path}/stage")["rules"] if "safety" in rule["code"]} == {
        "not_shown"
    }


def test_the_worklist_of_due_screens_is_for_those_who_may_know(world, chart, therapist, supervisor) -> None:
    assert len(therapist.get("/v1/worklists/screen_due")["items"]) == 1
    assert len(supervisor.get("/v1/worklists/screen_due")["items"]) == 1
    for caller in (world.home.people["owner"].call, key(world), world.home.people["front_desk"].call):
        assert caller.refused("GET", "/v1/worklists/screen_due") == (403, "permission_denied")


def test_every_read_leaves_a_trace(world, ids, therapist) -> None:
    for name in READS:
        if "{" in OPERATIONS[name].path:
            therapist.get(OPERATIONS[name].path.format(**ids))
    with world.works.open(world.home.id) as work:
        traced = {row.action for row in work.db.scalars(select(AuditEvent))}
    assert {name for name in READS if "{" in OPERATIONS[name].path} <= traced


def test_the_log_says_nothing_of_it(world, chart, therapist, path, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    body = HIGH | {"note": CANARY, "strangulation": True, "danger_total": 19, "danger_level": "extreme"}
    screened(therapist, path, body)
    therapist.post(f"{path}/safety-plan", {"places": CANARY, "people": CANARY})
    therapist.refused("POST", f"{path}/safety-check", {"what": "partner_contact"})
    therapist.refused("POST", f"{path}/safety-screens", body | {"fear": CANARY})
    said = " ".join(str(record.__dict__) for record in caplog.records)
    for word in (CANARY, "strangulation", "extreme", "positive", "ipv"):
        assert word not in said, word


def test_no_integration_learns_of_a_flag(world, chart, therapist, supervisor, path) -> None:
    """Whoever is told of events later is a script: flags are announced to rooms of the house alone."""
    from couplesone.jobs.models import OutboxEvent

    screened(therapist, path, HIGH, note=CANARY)
    (flag,) = therapist.get(f"{path}/safety-flags")["items"]
    world.days(1)
    screened(therapist, path)
    url = f"/v1/safety-flags/{flag['id']}"
    asked = therapist.post(f"{url}/request-release", REASON, etag=flag)
    assert supervisor.post(f"{url}/confirm-release", REASON, etag=asked)["status"] == "released"
    with world.works.open(world.home.id) as work:
        told = [f"{event.type} {event.payload}" for event in work.db.scalars(select(OutboxEvent))]
    assert not [event for event in told if flag["id"] in event or "safety" in event or CANARY in event]


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        (SafetyScreen, ["note"]),
        (SafetyPlan, ["places"]),
        (SafetyReferral, ["service", "note"]),
    ],
)
def test_words_are_sealed_in_the_database(world, ids, table, columns) -> None:
    with world.works.open(world.home.id) as work:
        row = work.db.scalars(select(table)).one()
        for column in columns:
            assert getattr(row, column) == CANARY
            assert CANARY not in getattr(row, f"{column}_sealed")


def test_safety_items_are_for_clinicians_only(world, ids) -> None:
    with world.works.open(world.home.id) as work:
        for table in (SafetyScreen, SafetyPlan, SafetyReferral):
            assert work.db.scalars(select(table.visibility)).all() == ["clinician_private"]


def test_an_api_key_that_assigns_learns_nothing_from_the_refusal(world, chart, therapist, path) -> None:
    """A key may hold plan.write: the act is refused to it without the reason."""
    screened(therapist, path, LOW)
    assert key(world).refused("POST", f"{path}/safety-check", {"what": "own_part_homework"}) == (
        403,
        "permission_denied",
    )
