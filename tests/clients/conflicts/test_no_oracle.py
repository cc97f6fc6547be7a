"""Nobody but the clinical lead can tell that a client's partner is a client too (invariant 9, decisions C15)."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from sqlalchemy import func, select

from couplesone.audit.models import AuditEvent
from couplesone.clients.models import CareTeamMember
from couplesone.invitations.codes import InvitationPurpose
from couplesone.jobs.models import OutboxEvent
from support.http import Caller
from support.sides import STRANGER, TOBIAS, TwoSides
from support.world import World

DRAFT = {"purpose": InvitationPurpose.GIVE_OWN_VIEW.value}
READERS = ("therapist", "supervisor", "second_owner")


def reader(sides: TwoSides, name: str) -> Caller:
    """Return somebody who may read Mara's case and does not lead."""
    if name == "therapist":
        return sides.door.therapist
    home = sides.world.home
    who = (
        home.people["supervisor"]
        if name == "supervisor"
        else home.hire("second_owner", "owner", "supervisor")
    )
    with sides.world.works.open(home.id) as work:
        work.add(
            CareTeamMember(
                client_id=sides.door.chart.client_id,
                staff_id=who.id,
                role="supervising",
                from_on=sides.world.today,
            )
        )
    return who.call


def answers(sides: TwoSides, who: Caller) -> list[tuple[int, dict[str, str], bytes]]:
    """Return what is told of the holds of Mara's case, to the byte."""
    calls = [who.call("GET", f"{sides.door.case}/invitation-holds?step={step}") for step in ("draft", "send")]
    calls.append(who.call("POST", f"{sides.door.case}/invitations", DRAFT))
    return [
        (
            one.status_code,
            {k: v for k, v in one.headers.items() if k not in ("x-request-id", "ratelimit", "date")},
            body(one),
        )
        for one in calls
    ]


def on_dashboard(sides: TwoSides, who: Caller) -> Any:
    """Return what the dashboard says of the holds."""
    return who.get(f"{sides.door.case}/dashboard")["invitation_holds"]


def body(response: Any) -> bytes:
    """Return an answer's bytes without the id of the request, which every answer has anew."""
    said = response.content
    request_id = response.headers["x-request-id"].encode()
    return bytes(said.replace(request_id, b"-"))


@pytest.mark.row("S2.55")
@pytest.mark.parametrize("who", READERS)
def test_a_conflict_reads_to_the_byte_like_legal_proceedings(sides: TwoSides, who: str) -> None:
    asking = reader(sides, who)
    free = answers(sides, asking)
    if who == "therapist":
        sides.door.act(json.loads(free[-1][2]), "withdraw")
    begun = {"kind": "custody", "begun_on": "2026-02-20"}
    found = sides.door.therapist.post(f"{sides.door.case}/legal-proceedings", begun)
    litigation, summed_up = answers(sides, asking), on_dashboard(sides, asking)
    path = f"/v1/legal-proceedings/{found['id']}"
    sides.door.therapist.patch(path, {"ended_on": "2026-02-21"}, etag=found)
    sides.told(**TOBIAS)
    sides.client()
    conflict = answers(sides, asking)
    assert conflict == litigation
    assert on_dashboard(sides, asking) == summed_up
    assert conflict[0] != free[0]
    assert b"administrative_review" in conflict[0][2]
    assert b"conflict" not in b"".join(said for _, _, said in conflict).replace(b"/conflicts", b"")


def test_the_clinical_lead_is_told_the_cause(sides: TwoSides, world: World) -> None:
    sides.told(**TOBIAS)
    sides.client()
    with world.works.open(world.home.id) as work:
        work.add(
            CareTeamMember(
                client_id=sides.door.chart.client_id,
                staff_id=world.home.people["owner"].id,
                role="supervising",
                from_on=world.today,
            )
        )
    assert "conflict_of_interest" in sides.door.holds(caller=sides.lead)
    assert "administrative_review" not in sides.door.holds(caller=sides.lead)


READ_BY_THERAPIST = (
    "/v1/clients", "/v1/clients?q=tobias", "/v1/clients?updated_since=2020-01-01T00:00:00Z", "/v1/cases",
    "{client}", "{client}/partners", "{client}/care-team", "{client}/consents", "{client}/safe-contact",
    "{partner}", "{partner}/relationships", "{case}", "{case}?include=client,partner", "{case}/dashboard",
    "{case}/invitations", "{case}/timeline", "{case}/stage", "{case}/alerts", "/v1/worklists",
)  # fmt: skip


def read_by_therapist(sides: TwoSides) -> dict[str, tuple[int, Any, bytes]]:
    """Return everything that Mara's therapist may read of her side, with versions, but the holds."""
    places = {
        "client": f"/v1/clients/{sides.door.chart.client_id}",
        "partner": sides.partner,
        "case": sides.door.case,
    }
    found = {}
    for path in READ_BY_THERAPIST:
        answer = sides.door.therapist.call("GET", path.format(**places))
        said = body(answer)
        if path.endswith("/dashboard"):  # it lists the holds, which are compared above
            said = json.dumps(json.loads(said) | {"invitation_holds": None}).encode()
        found[path] = (answer.status_code, answer.headers.get("etag"), said)
    return found


def test_nothing_else_that_the_therapist_reads_changes(sides: TwoSides) -> None:
    sides.told(**TOBIAS)
    before = read_by_therapist(sides)
    sides.client()
    assert len(sides.found()) == 1
    assert read_by_therapist(sides) == before


def shapes(statements: list[str]) -> list[str]:
    """Return statements without the rows that they insert and the numbers of savepoints."""
    return [re.sub(r"savepoint_\d+", "", statement.partition("VALUES")[0]) for statement in statements]


def masked(answer: Any, known: dict[str, Any]) -> str:
    """Return an answer without ids and without what was sent."""
    said = json.loads(answer.content)
    shown = {
        name: value for name, value in said.items() if name not in known and not name.endswith(("id", "_at"))
    }
    return json.dumps([answer.status_code, answer.headers.get("etag"), sorted(said), shown])


@pytest.mark.parametrize("who", ["second", "front_desk", "owner"])
def test_adding_a_client_answers_and_asks_the_same_whether_a_partner_is_them_or_not(
    sides: TwoSides, world: World, who: str
) -> None:
    call = world.home.people[who].call
    sides.told(**TOBIAS)
    call.post("/v1/clients", STRANGER | {"email": "warm@example.org", "phone": "+43 1 000 00 00 00"})
    said, sent = [], []
    for known in (STRANGER, TOBIAS):
        before = len(world.statements)
        answer = call.call("POST", "/v1/clients", known)
        sent.append(shapes(world.statements[before:]))
        said.append(masked(answer, known))
    assert said[0] == said[1]
    assert sent[0] == sent[1]
    assert len(sides.found()) == 1


def test_writing_a_partner_answers_and_asks_the_same_whether_they_are_a_client_or_not(
    sides: TwoSides, world: World
) -> None:
    sides.client()
    path = f"/v1/clients/{sides.door.chart.client_id}/partners"
    sides.door.therapist.post(path, {"name_used": "Warm"} | {"birth_date": "1970-01-01"})
    said, sent = [], []
    for known in (STRANGER, TOBIAS):
        before = len(world.statements)
        answer = sides.door.therapist.call("POST", path, known)
        sent.append(shapes(world.statements[before:]))
        said.append(masked(answer, known))
    assert said[0] == said[1]
    assert sent[0] == sent[1]
    assert len(sides.found()) == 1


def test_the_front_desk_finds_the_same_clients_with_and_without_a_match(
    sides: TwoSides, world: World
) -> None:
    desk = world.home.people["front_desk"].call
    tobias = sides.client()
    paths = ("/v1/clients", "/v1/clients?q=tob", f"/v1/clients/{tobias['id']}", "/v1/clients?q=mara")
    before = [body(desk.call("GET", path)) for path in paths]
    sides.told(**TOBIAS)
    assert len(sides.found()) == 1
    assert [body(desk.call("GET", path)) for path in paths] == before


def test_no_event_and_no_entry_of_the_trail_tells(sides: TwoSides, world: World) -> None:
    """An owner who does not lead reads the audit trail; the outside hears events."""

    def trail() -> tuple[int, int]:
        with world.works.open(world.home.id) as work:
            entries = work.db.scalar(select(func.count(AuditEvent.id)))
            events = work.db.scalar(select(func.count(OutboxEvent.id)))
        return entries or 0, events or 0

    sides.told(**TOBIAS)
    grown = []
    for known in (STRANGER, TOBIAS):
        before = trail()
        sides.client(**known)
        after = trail()
        grown.append((after[0] - before[0], after[1] - before[1]))
    assert grown[0] == grown[1] == (1, 0)


@pytest.mark.parametrize("who", ["therapist", "supervisor", "front_desk", "biller", "second"])
def test_the_list_is_closed_to_everybody_else(sides: TwoSides, world: World, who: str) -> None:
    sides.told(**TOBIAS)
    call = world.home.people[who].call
    empty = world.caller(None)
    assert empty.refused("GET", "/v1/conflicts")[0] == 401
    sides.client()
    (conflict,) = sides.found()
    one = f"/v1/conflicts/{conflict['id']}"
    denied = (403, "permission_denied")
    assert call.refused("GET", "/v1/conflicts") == denied
    assert call.refused("GET", one) == denied
    for verb in ("clear", "declare"):
        assert call.refused("POST", f"{one}/{verb}", {"reason": "x"}, etag=conflict) == denied
    assert "conflict.manage" not in json.dumps(call.get("/v1/me"))


def test_an_owner_who_does_not_lead_and_a_key_of_the_lead_are_refused_too(
    sides: TwoSides, world: World
) -> None:
    owner = world.home.hire("second_owner", "owner").call
    assert owner.refused("GET", "/v1/conflicts") == (403, "permission_denied")
    key = world.home.api_key(world.home.people["owner"], ["client.read"])
    assert key.refused("GET", "/v1/conflicts") == (403, "permission_denied")
    assert "conflict.manage" in json.dumps(sides.lead.get("/v1/me"))
