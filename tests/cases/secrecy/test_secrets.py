"""A secret is the treating therapist's alone, and every look at it leaves a line (S4.17, invariant 6)."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import func, select

from couplesone.audit.models import AuditEvent
from couplesone.cases.secrecy.codes import SecretState
from couplesone.cases.secrecy.models import Secret
from couplesone.cases.secrecy.moves import MOVES, refusal_of
from couplesone.jobs.models import OutboxEvent
from couplesone.kernel.permissions import GRANTS, SESSION_ONLY, Permission, Reach, Role
from couplesone.web.routing import operations_of
from couplesone.wiring import ROUTERS

CANARY = "zebrafinch"
KEPT = {"holder": "client", "kind": "money", "text": f"An account, {CANARY}.", "occurred_on": "2026-02-02"}
SECRET_OPERATIONS = {
    name: operation
    for name, operation in operations_of(ROUTERS).items()
    if operation.permission in (Permission.SECRET_READ, Permission.SECRET_WRITE)
}


@pytest.fixture
def keep(therapist, case):
    """Record a secret."""
    return lambda **more: therapist.post(f"/v1/cases/{case}/secrets", KEPT | more)


def looks(world, secret) -> list[str]:
    """Return the operations that are noted for the secret."""
    with world.works.open(world.home.id) as work:
        seen = select(AuditEvent).where(AuditEvent.resource_id == secret["id"]).order_by(AuditEvent.id)
        return [event.action for event in work.db.scalars(seen)]


@pytest.mark.row("S4.17")
def test_a_secret_has_a_holder_a_kind_and_the_day_the_policy_was_shown(therapist, keep, files):
    kept = keep(policy_shown_on="2026-01-05", holder="third_party", kind="health")
    expected = KEPT | {
        "holder": "third_party",
        "kind": "health",
        "state": "open",
        "policy_shown_on": "2026-01-05",
        "visibility": "clinician_private",
        "resolved_on": None,
    }
    assert {name: kept[name] for name in expected} == expected
    assert therapist.get(f"/v1/secrets/{kept['id']}") == kept
    assert CANARY not in files.raw(Secret, kept["id"], "text")


@pytest.mark.row("S4.17")
@pytest.mark.parametrize("state", sorted(MOVES[SecretState.OPEN]))
def test_a_secret_is_resolved_once(therapist, keep, state, files):
    kept = keep()
    path = f"/v1/secrets/{kept['id']}"
    sent = {"state": state.value, "resolved_on": "2026-02-20", "note": CANARY}
    done = therapist.post(f"{path}/resolve", sent, etag=kept)
    assert (done["state"], done["resolved_on"], done["resolution_note"]) == (
        state.value,
        "2026-02-20",
        CANARY,
    )
    assert done["actions"][0] == {
        "action": "resolve_secret",
        "allowed": False,
        "code": "secret_resolved",
        "reason": done["actions"][0]["reason"],
    }
    assert therapist.refused("POST", f"{path}/resolve", sent, etag=done) == (409, "secret_resolved")
    assert CANARY not in files.raw(Secret, kept["id"], "resolution_note")


def test_the_table_of_states():
    assert refusal_of("open") is None
    assert all(refusal_of(state) is not None for state in SecretState if state is not SecretState.OPEN)


def test_days_are_in_order(therapist, case, keep):
    kept = keep()
    path = f"/v1/secrets/{kept['id']}"
    for day in ("2026-02-01", "2026-03-03"):
        sent = {"state": "resolved_kept", "resolved_on": day}
        assert therapist.refused("POST", f"{path}/resolve", sent, etag=kept) == (422, "dates_out_of_order")
    tomorrow = {"policy_shown_on": "2026-03-03"}
    assert therapist.refused("PATCH", path, tomorrow, etag=kept) == (422, "dates_out_of_order")
    assert therapist.refused("POST", f"/v1/cases/{case}/secrets", KEPT | tomorrow) == (
        422,
        "dates_out_of_order",
    )
    done = therapist.post(
        f"{path}/resolve", {"state": "resolved_kept", "resolved_on": "2026-02-03"}, etag=kept
    )
    later = {"occurred_on": "2026-02-04"}
    assert therapist.refused("PATCH", path, later, etag=done) == (422, "dates_out_of_order")


@pytest.mark.parametrize(
    "wrong", [{"visibility": "solo"}, {"state": "open"}, {"kind": "crime"}, {"holder": "us"}]
)
def test_nothing_makes_it_less_private(therapist, case, keep, wrong):
    assert therapist.refused("POST", f"/v1/cases/{case}/secrets", KEPT | wrong) == (422, "validation_failed")
    kept = keep()
    if "state" not in wrong:
        refusal = therapist.refused("PATCH", f"/v1/secrets/{kept['id']}", wrong, etag=kept)
        assert refusal == (422, "validation_failed")
    open_again = {"state": "open"}
    refusal = therapist.refused("POST", f"/v1/secrets/{kept['id']}/resolve", open_again, etag=kept)
    assert refusal == (422, "validation_failed")


def test_only_therapists_hold_the_permission_and_no_key():
    for permission in (Permission.SECRET_READ, Permission.SECRET_WRITE):
        assert {role for role in Role if permission in GRANTS[role]} == {Role.THERAPIST}
        assert GRANTS[Role.THERAPIST][permission] is Reach.OWN
        assert permission in SESSION_ONLY
    assert len(SECRET_OPERATIONS) == 6


def calls(case, kept):
    """Each operation on secrets."""
    path = f"/v1/secrets/{kept['id']}"
    return [
        ("GET", f"/v1/cases/{case}/secrets", None),
        ("POST", f"/v1/cases/{case}/secrets", KEPT),
        ("GET", path, None),
        ("PATCH", path, {"kind": "past"}),
        ("POST", f"{path}/resolve", {"state": "resolved_kept"}),
        ("POST", f"{path}/mark-in-error", {"reason": "x"}),
    ]


@pytest.mark.row("S4.17")
def test_nobody_else_gets_at_it(world, files, mara, case, keep, strangers):
    kept = keep()
    files.join(mara, "owner", "covering")
    world.home.hire("lead", "owner", "supervisor", clinical_lead=True)
    files.join(mara, "lead", "supervising")
    files.join(mara, "colleague", "covering")
    key = world.home.api_key(world.home.people["therapist"], ["case.read", "secret.read", "secret.write"])
    refused = {
        **{
            name: (world.home.people[name].call, 403)
            for name in ("supervisor", "owner", "lead", "front_desk", "biller")
        },
        "key": (key, 403),
        "colleague": (strangers["colleague"].call, 404),
        "elsewhere": (strangers["elsewhere"].call, 404),
    }
    for name, (caller, status) in refused.items():
        for verb, where, body in calls(case, kept):
            answer = caller.call(verb, where, body, etag=kept)
            assert answer.status_code == status, (name, verb, where)
            assert CANARY not in answer.text
    assert world.therapist.get(f"/v1/secrets/{kept['id']}")["version"] == 1


def test_a_therapist_who_supervises_does_not_read_it(files, mara, case, keep, strangers):
    files.join(mara, "colleague", "supervising")
    assert strangers["colleague"].call.refused("GET", f"/v1/cases/{case}/secrets") == (404, "not_found")


def test_whoever_treats_next_reads_it(files, mara, keep, strangers):
    kept = keep()
    files.join(mara, "colleague", "treating")
    assert strangers["colleague"].call.get(f"/v1/secrets/{kept['id']}")["text"] == KEPT["text"]


def test_every_look_is_noted_also_that_at_a_list(world, therapist, case, keep):
    kept, other = keep(), keep()
    assert looks(world, kept) == ["record_secret"]
    therapist.get(f"/v1/secrets/{kept['id']}")
    therapist.get(f"/v1/cases/{case}/secrets")
    assert looks(world, kept) == ["record_secret", "get_secret", "get_secret"]
    assert looks(world, other) == ["record_secret", "get_secret"]


def test_a_long_list_sends_no_more_statements(world, therapist, case, keep):
    def sent() -> int:
        before = len(world.statements)
        therapist.get(f"/v1/cases/{case}/secrets")
        return len(world.statements) - before

    keep()
    one = sent()
    for _ in range(11):
        keep()
    assert sent() == one


def without_holds(answer: Any) -> str:
    """Return an answer without what stands in the way of an invitation, where a secret is a hold (decisions C15).

    Whoever may not know of it is told of an administrative review there, like any other.
    """
    if not answer.is_success:
        return str(answer.json()["code"])
    content = answer.json() if "json" in answer.headers["content-type"] else answer.text
    if isinstance(content, dict):
        content.pop("holds", None)
        content.pop("invitation_holds", None)
    return json.dumps(content)


@pytest.mark.row("S4.17")
def test_nothing_of_it_shows_anywhere_else(world, files, mara, case, keep, therapist, caplog):
    """Invariant 6: take the secret away, and no answer but those on secrets changes."""
    operations = operations_of(ROUTERS)
    reading = [
        name
        for name, operation in operations.items()
        if operation.method == "GET" and operation.permission is not None and name not in SECRET_OPERATIONS
    ]
    ids = {
        "case_id": str(case),
        "client_id": str(mara),
        "kind": "no_next_step",
        "staff_id": str(world.home.people["therapist"].id),
    }

    def everything() -> dict[str, str]:
        seen = {}
        for name in reading:
            operation = operations[name]
            if not set(operation.parameters) <= ids.keys() or name in (
                "list_audit_events",
                "get_me",
                "list_sign_ins",
            ):
                continue
            for person in ("therapist", "supervisor", "owner"):
                answer = world.home.people[person].call.call("GET", operation.path.format(**ids))
                seen[f"{name} {person}"] = without_holds(answer)
        return seen

    before = everything()
    with caplog.at_level("INFO"):
        kept = keep()
        therapist.get(f"/v1/secrets/{kept['id']}")
    assert everything() == before
    assert len(before) > 20
    assert CANARY not in caplog.text
    assert therapist.get(f"/v1/clients?q={CANARY}")["items"] == []
    with world.works.open(world.home.id) as work:
        assert work.db.scalar(select(func.count(OutboxEvent.id))) == 0
        for event in work.db.scalars(select(AuditEvent)):
            assert CANARY not in json.dumps([event.action, event.outcome])


def test_a_void_secret_offers_nothing(therapist, keep):
    kept = keep()
    void = therapist.post(f"/v1/secrets/{kept['id']}/mark-in-error", {"reason": "Wrong case."}, etag=kept)
    assert void["actions"][0]["code"] == "item_in_error"
    sent = {"state": "resolved_kept"}
    refusal = therapist.refused("POST", f"/v1/secrets/{kept['id']}/resolve", sent, etag=void)
    assert refusal == (409, "item_in_error")
