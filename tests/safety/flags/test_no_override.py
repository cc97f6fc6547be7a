"""Invariant 3: no operation, role, setting or waiver takes a high flag away; two people and a new screen do."""

from __future__ import annotations

from typing import Any

import pytest

from couplesone.invitations.codes import Hold
from couplesone.invitations.holds import OVERRIDABLE
from couplesone.kernel.permissions import GRANTS, SESSION_ONLY, Permission, Role
from couplesone.safety import blocks as blocks_module
from support.canaries import OPERATIONS, example
from support.safety import HIGH, NEGATIVE, screened

TWO_PEOPLE = {"confirm_safety_flag_release"}
"""The one operation that ends a high flag, and only after another person has asked."""
BREAKING = {"end_sign_in", "sign_out", "end_other_sign_ins", "deactivate_staff_member", "change_staff_member"}
"""What would end the sign-ins of the test itself."""


def everything(ids: dict[str, str], caller: Any) -> None:
    """Call every operation that writes, once, on the given ids."""
    for name, operation in OPERATIONS.items():
        if operation.method == "GET" or operation.permission is None or name in BREAKING:
            continue
        path = operation.path
        for parameter in operation.parameters:
            path = path.replace(
                f"{{{parameter}}}", ids.get(parameter, "019cadc6-9a80-7011-ad2a-34b4b722da66")
            )
        bodies: list[Any] = [None]
        if operation.body is not None:
            bodies = [example(name)]
            if "waived_by" in operation.body.model_fields:
                bodies = [
                    bodies[0] | {"waived_by": ground} for ground in ("safety_block", "clinician_reason")
                ]
        for body in bodies:
            for version in (1, 2, 3) if operation.conditional else (None,):
                answer = caller.call(operation.method, path, body, etag=version)
                assert answer.status_code < 500, (name, answer.text)


@pytest.mark.row("INV-3")
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.BILLER])
def test_no_operation_of_any_role_takes_a_high_flag_away(world, chart, therapist, path, role) -> None:
    screen = screened(therapist, path, HIGH)
    (flag,) = therapist.get(f"{path}/safety-flags")["items"]
    world.days(1)
    screened(therapist, path, NEGATIVE)
    person = world.home.hire("tester", role.value, clinical_lead=True)
    chart.join("tester", "treating")
    ids = {
        "case_id": str(chart.case_id),
        "client_id": str(chart.client_id),
        "partner_id": str(chart.partner_id),
        "safety_flag_id": flag["id"],
        "safety_screen_id": screen["id"],
    }
    everything(ids, person.call)
    now = world.therapist.call("GET", f"/v1/safety-flags/{flag['id']}")
    if now.status_code == 200:
        assert now.json()["status"] != "released"
    with world.works.open(world.home.id) as work:
        found = blocks_module.standing(work, chart.case_id)
        assert found.in_danger
        assert ("ipv_positive", "high") in [(flag.kind, flag.grade) for flag in found.flags]


def test_the_permission_table_has_no_way_around() -> None:
    """Only the three safety permissions guard what touches flags, none of them is for keys or for owners."""
    touching = {name: op for name, op in OPERATIONS.items() if "safety_flag" in op.path}
    assert {op.permission for op in touching.values()} == {
        Permission.SAFETY_READ,
        Permission.SAFETY_WRITE,
        Permission.SAFETY_RELEASE,
    }
    assert {name for name, op in touching.items() if op.permission is Permission.SAFETY_RELEASE} == {
        *TWO_PEOPLE,
        "decline_safety_flag_release",
    }
    safety = {Permission.SAFETY_READ, Permission.SAFETY_WRITE, Permission.SAFETY_RELEASE}
    assert safety <= SESSION_ONLY
    for role in (Role.OWNER, Role.FRONT_DESK, Role.BILLER):
        assert not safety & GRANTS[role].keys()
    overriding = {name for name in OPERATIONS if "override" in name}
    assert overriding == {"override_hold", "list_hold_overrides", "get_hold_override"}
    assert OVERRIDABLE.isdisjoint({Hold.IPV_POSITIVE, Hold.SAFETY_SCREEN_MISSING_OR_OLD})


def test_no_operation_changes_or_voids_a_flag() -> None:
    methods = {(op.method, op.path) for op in OPERATIONS.values() if op.path.startswith("/v1/safety-flags/")}
    one = "/v1/safety-flags/{safety_flag_id}"
    assert methods == {
        ("GET", one),
        ("POST", f"{one}/release"),
        ("POST", f"{one}/request-release"),
        ("POST", f"{one}/confirm-release"),
        ("POST", f"{one}/decline-release"),
    }
