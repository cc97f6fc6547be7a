"""Through the API, two holds at a time: a message leaves only where nothing stands, or what stands was gone past."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest

from couplesone.cases.formulation.stop_asking.models import StopAskingPact
from couplesone.cases.formulation.ultimatums.models import Ultimatum
from couplesone.cases.litigation.models import LegalProceeding
from couplesone.cases.models import Case, PartnerStance, PressureEvent
from couplesone.cases.secrecy.models import Secret
from couplesone.invitations.models import Invitation
from couplesone.safety.flags.models import SafetyFlag
from couplesone.safety.screens.models import SafetyScreen
from support.inviting import Door

DAY = date(2026, 2, 25)
OTHERS = "0" * 64
Setter = Callable[[Door, dict[str, Any], dict[str, Any]], Any]


def add(door: Door, row: Any) -> None:
    """Insert a row past the API."""
    with door.world.works.open(door.world.home.id) as work:
        work.add(row)


def of(door: Door, found: dict[str, Any], **columns: Any) -> None:
    """Set columns of the invitation past the API."""
    door.chart.set(Invitation, found["id"], **columns)


def no_screen(door: Door, _: dict[str, Any], __: dict[str, Any]) -> None:
    """Make the screen an error."""
    (screen,) = door.therapist.get(f"{door.case}/safety-screens")["items"]
    door.chart.set(SafetyScreen, screen["id"], taken_on=DAY - timedelta(days=200))


def flagged(door: Door, _: dict[str, Any], item: dict[str, Any]) -> None:
    """Flag the case past the service, so that the invitation stays for the gate to hold."""
    day = {"raised_on": DAY, "raised_at": door.world.clock.now()}
    add(door, SafetyFlag(**item, kind="ipv_positive", grade="low", status="active", **day))


SETTERS: dict[str, Setter] = {
    "case_not_open": lambda door, _, __: door.chart.set(Case, door.chart.case_id, status="on_hold"),
    "safety_screen_missing_or_old": no_screen,
    "ipv_positive": flagged,
    "litigation_pending": lambda door, _, item: add(
        door, LegalProceeding(**item, kind="custody", begun_on=DAY)
    ),
    "therapist_not_agreed": lambda door, found, _: of(door, found, agreed_sha256=OTHERS),
    "purpose_not_disclosed": lambda door, found, _: of(door, found, purpose=None),
    "ultimatum_active": lambda door, _, item: add(
        door,
        Ultimatum(**item, considered_on=DAY, issued_on=DAY, status="issued", terms="x", stay=1, leave=9),
    ),
    "pressure_high": lambda door, _, item: add(
        door, PressureEvent(**item, occurred_on=DAY, type="ask", times=9)
    ),
    "stop_asking_pact": lambda door, _, item: add(
        door, StopAskingPact(**item, started_on=DAY, target_days=90)
    ),
    "secret_unresolved": lambda door, _, item: add(
        door,
        Secret(
            **item,
            visibility="clinician_private",
            occurred_on=DAY,
            holder="client",
            kind="money",
            text="x",
            state="open",
        ),
    ),
    "partner_decided_to_leave": lambda door, _, item: add(
        door, PartnerStance(**item, occurred_on=DAY, stance="decided_to_leave", reported_by="client")
    ),
}
SHOWN = {"litigation_pending": "administrative_review"}
PAIRS = list(combinations(SETTERS, 2))


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
def test_two_holds_stand_together_and_nothing_leaves(door: Door, pair: tuple[str, str]) -> None:
    found = door.approved()
    item = {
        "case_id": door.chart.case_id,
        "client_id": door.chart.client_id,
        "recorded_by": door.world.home.people["therapist"].id,
    }
    for hold in pair:
        SETTERS[hold](door, found, item)
    expected = sorted(SHOWN.get(hold, hold) for hold in pair)
    assert sorted(door.holds()) == expected
    path = f"/v1/invitations/{found['id']}/hand-over"
    answer = door.therapist.call("POST", path, etag=door.again(found))
    assert (answer.status_code, answer.json()["code"]) == (409, "invitation_held")
    assert sorted(one["hold"] for one in answer.json()["holds"]) == expected
    assert door.again(found)["state"] == "approved"
    reason = {"reason": "Looked at with the supervisor."}
    gone_past = 0
    for hold in pair:
        tried = door.therapist.call(
            "POST", f"/v1/invitations/{found['id']}/hold-overrides", {"hold": hold} | reason
        )
        gone_past += tried.status_code == 201
    assert gone_past == len({"pressure_high", "partner_decided_to_leave"} & set(pair))
    answer = door.therapist.call("POST", path, etag=door.again(found))
    assert answer.status_code == (200 if gone_past == len(pair) else 409)
