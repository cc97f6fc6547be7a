"""Decisions are the client's: by a link, by a code in the room, or on paper that they signed (invariant 7)."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from couplesone.cases.decisions import wording
from couplesone.cases.decisions.codes import DecisionOption
from couplesone.cases.decisions.errors import DecisionIsTheClients
from couplesone.cases.decisions.models import DecisionPoint
from couplesone.cases.decisions.schemas import DecisionContent
from couplesone.cases.decisions.service import DecisionService
from couplesone.cases.models import Case
from couplesone.kernel.permissions import Permission, Purpose, Role
from couplesone.kernel.principal import ActorKind, Principal
from support.canaries import example
from support.papers import Chart
from support.visitors import Visitor, constant, handed_out, said, token_of
from support.world import World

DECISION = {
    "send": "yes",
    "choice": "work_on_self",
    "options": ["stay_as_is", "work_on_self"],
    "dealbreakers": "Shouting\r\n\r\n Lies ",
    "ambivalence_stay": "7",
    "ambivalence_leave": "6",
    "using_refusal_as_evidence": "no",
    "viability_doubt": "4",
    "words": "I give it until summer.",
    "review_on": "2026-06-01",
    "own_words": "yes",
    "text_sha256": wording.words_in("en").sha256,
}


@pytest.fixture
def path(chart: Chart) -> str:
    """Where decisions of the case are read and filed."""
    return f"/v1/cases/{chart.case_id}/decision-points"


@pytest.fixture
def asked(chart: Chart) -> None:
    """Acceptance of the refusal has been asked."""
    chart.check_in(date(2026, 2, 23), acceptance_of_refusal=4)


def paper(**changes: Any) -> dict[str, Any]:
    """Return a signed decision, changed."""
    return example("record_decision_point", **changes)


def decisions(chart: Chart) -> list[dict[str, Any]]:
    """Return the decisions of the case."""
    found: list[dict[str, Any]] = chart.world.therapist.get(f"/v1/cases/{chart.case_id}/decision-points")[
        "items"
    ]
    return found


@pytest.mark.row("S1.13")
@pytest.mark.row("S2.39")
@pytest.mark.row("S2.40")
@pytest.mark.row("S3.20")
def test_the_client_writes_a_decision_in_the_room(chart: Chart, visitor: Visitor, asked: None) -> None:
    issued = handed_out(chart, "decision")
    assert wording.STATEMENT in said(visitor.send(key=issued["code"]))
    assert "Thank you" in said(visitor.send(key=issued["code"], **DECISION))
    (found,) = decisions(chart)
    assert {name: found[name] for name in DECISION if name not in ("send", "own_words", "text_sha256")} == {
        "choice": "work_on_self",
        "options": ["stay_as_is", "work_on_self"],
        "dealbreakers": ["Shouting", "Lies"],
        "ambivalence_stay": 7,
        "ambivalence_leave": 6,
        "using_refusal_as_evidence": False,
        "viability_doubt": 4,
        "words": "I give it until summer.",
        "review_on": "2026-06-01",
    }
    assert (found["decided_by"], found["decided_on"]) == ("client", "2026-03-02")
    assert found["recorded_by"] == str(chart.client_id)
    assert found["evidence"] == {
        "method": "in_room_code",
        "given_at": "2026-03-02T09:00:00.000000Z",
        "access_link_id": issued["id"],
        "text_version": wording.VERSION,
        "text_sha256": wording.words_in("en").sha256,
        "paper": None,
    }


def test_by_a_link_the_method_says_so(chart: Chart, visitor: Visitor, asked: None) -> None:
    visitor.send(key=token_of(handed_out(chart, "decision", channel="email")), **DECISION)
    assert decisions(chart)[0]["evidence"]["method"] == "access_link"


@pytest.mark.row("S1.13")
@pytest.mark.row("S3.20")
@pytest.mark.parametrize("method", [None, "access_link", "in_room_code"])
def test_a_clinicians_write_is_refused(world: World, path: str, asked: None, method: str | None) -> None:
    for body in (paper(method=method), paper(method=method, paper=None)):
        assert world.therapist.refused("POST", path, body) == (403, "decision_is_the_clients")
    events = world.home.people["owner"].call.get("/v1/audit-events?action=record_decision_point")["items"]
    assert {event["outcome"] for event in events} == {"refused"}


def test_no_key_may_file_a_decision(world: World, path: str) -> None:
    key = world.home.api_key(world.home.people["therapist"], ["case.read", "case.write", "decision.write"])
    assert key.refused("POST", path, paper()) == (403, "permission_denied")


def test_a_signed_paper_is_filed_and_marked_as_such(world: World, path: str) -> None:
    filed = world.therapist.post(path, paper())
    assert filed["evidence"] == {
        "method": "signed_paper",
        "given_at": "2026-03-02T09:00:00.000000Z",
        "access_link_id": None,
        "text_version": None,
        "text_sha256": None,
        "paper": paper()["paper"],
    }
    assert (filed["decided_by"], filed["decided_on"]) == ("client", "2026-02-27")
    assert filed["recorded_by"] == str(world.home.people["therapist"].id)
    assert world.therapist.get(f"/v1/decision-points/{filed['id']}") == filed


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"paper": None}, "validation_failed"),
        ({"paper": {"sha256": "A" * 64, "signed_on": "2026-02-27"}}, "validation_failed"),
        ({"choice": "divorce"}, "validation_failed"),
        ({"ambivalence_leave": 11}, "validation_failed"),
        ({"ambivalence_stay": None}, "validation_failed"),
        ({"decided_on": "2026-03-03"}, "dates_out_of_order"),
        ({"paper": {"sha256": "a" * 64, "signed_on": "2026-03-03"}}, "dates_out_of_order"),
        ({"review_on": "2026-02-27"}, "dates_out_of_order"),
    ],
)
def test_a_paper_that_does_not_fit_is_refused(
    world: World, path: str, changes: dict[str, Any], code: str
) -> None:
    assert world.therapist.refused("POST", path, paper(**changes)) == (422, code)


@pytest.mark.row("S1.12")
def test_acceptance_is_asked_before_a_decision_is_opened(world: World, chart: Chart, path: str) -> None:
    links = f"/v1/cases/{chart.case_id}/access-links"
    link = {"purpose": "decision", "in_room": True}
    not_asked = (409, "acceptance_not_asked")
    assert world.therapist.refused("POST", links, link) == not_asked
    assert world.therapist.refused("POST", path, paper(acceptance_of_refusal=None)) == not_asked
    assert decisions(chart) == []
    assert world.therapist.post(path, paper(acceptance_of_refusal=0))["acceptance_of_refusal"] == 0
    week = {"week_of": "2026-02-23", "source": "client", "ratings": {"acceptance_of_refusal": 0}}
    check_in = world.therapist.post(f"/v1/cases/{chart.case_id}/check-ins", week)
    assert check_in["ratings"] == {"acceptance_of_refusal": 0}
    assert world.therapist.post(links, link)["code"]
    assert world.therapist.post(path, paper(acceptance_of_refusal=None))["acceptance_of_refusal"] is None


def test_acceptance_in_a_check_in_entered_in_error_was_not_asked(
    world: World, chart: Chart, path: str
) -> None:
    check_in = chart.check_in(date(2026, 2, 23), acceptance_of_refusal=4)
    one = f"/v1/check-ins/{check_in}"
    world.therapist.post(f"{one}/mark-in-error", {"reason": "Another case."}, etag=world.therapist.get(one))
    assert world.therapist.refused("POST", path, paper(acceptance_of_refusal=None)) == (
        409,
        "acceptance_not_asked",
    )


@pytest.mark.row("S2.39")
@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("ambivalence_stay", ""),
        ("ambivalence_leave", "11"),
        ("viability_doubt", "x"),
        ("choice", ""),
        ("choice", "divorce"),
        ("using_refusal_as_evidence", "maybe"),
        ("review_on", "2026-03-02"),
        ("review_on", "soon"),
        ("review_on", "2099-01-01"),
        ("own_words", ""),
        ("dealbreakers", "\n".join(["x"] * 21)),
        ("dealbreakers", "x" * 201),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    chart: Chart, visitor: Visitor, asked: None, field: str, typed: str
) -> None:
    code = handed_out(chart, "decision")["code"]
    refused = visitor.send(key=code, **DECISION | {field: typed})
    assert refused.status_code == 422
    assert f'href="#{field}"' in refused.text
    assert refused.text.count(f'id="{field}"') == 1
    assert f'id="{field}-error"' in refused.text
    assert decisions(chart) == []
    assert "Thank you" in said(visitor.send(key=code, **DECISION))


def test_what_was_ticked_comes_back(chart: Chart, visitor: Visitor, asked: None) -> None:
    refused = visitor.send(key=handed_out(chart, "decision")["code"], **DECISION | {"own_words": ""}).text
    ticked = [line for line in refused.splitlines() if "checked" in line]
    assert [line.split('value="')[1].split('"')[0] for line in ticked] == [
        "work_on_self",
        "work_on_self",
        "stay_as_is",
        "no",
    ]


def test_without_a_tick_everything_was_weighed(chart: Chart, visitor: Visitor, asked: None) -> None:
    visitor.send(key=handed_out(chart, "decision")["code"], **DECISION | {"options": []})
    assert decisions(chart)[0]["options"] == sorted(option.value for option in DecisionOption)


def test_the_options_stand_in_an_order_that_ranks_nothing(
    chart: Chart, visitor: Visitor, asked: None
) -> None:
    codes = [option.value for option in DecisionOption]
    assert codes == sorted(codes)
    page = visitor.send(key=handed_out(chart, "decision")["code"]).text
    shown = re.findall(r'name="choice".*\n<label[^>]*>(.*)</label>', page)
    assert shown == sorted(option.label for option in DecisionOption)
    assert wording.ORDER in said(visitor.send(key=handed_out(chart, "decision")["code"]))


def test_a_link_for_a_check_in_takes_no_decision(chart: Chart, visitor: Visitor, asked: None) -> None:
    assert visitor.send(key=handed_out(chart)["code"], **DECISION).status_code == 422
    assert decisions(chart) == []


def test_a_decision_that_was_sent_twice_is_one(chart: Chart, visitor: Visitor, asked: None) -> None:
    code = handed_out(chart, "decision")["code"]
    assert constant(visitor.send(key=code, **DECISION)) == constant(visitor.send(key=code, **DECISION))
    assert len(decisions(chart)) == 1
    assert visitor.send(key=code, **DECISION | {"choice": "separate"}).status_code == 404


def test_narrative_is_sealed(world: World, chart: Chart, visitor: Visitor, asked: None) -> None:
    visitor.send(key=handed_out(chart, "decision")["code"], **DECISION)
    with world.works.open(world.home.id) as work:
        row = repr(work.db.execute(select(*DecisionPoint.__table__.columns)).one())
    assert "summer" not in row
    assert "Shouting" not in row


def test_nobody_changes_a_decision_and_an_error_is_marked(world: World, path: str) -> None:
    filed = world.therapist.post(path, paper())
    one = f"/v1/decision-points/{filed['id']}"
    assert world.therapist.refused("PATCH", one, {"choice": "separate"}, etag=filed) == (
        405,
        "method_not_allowed",
    )
    marked = world.therapist.post(f"{one}/mark-in-error", {"reason": "Another client's paper."}, etag=filed)
    assert marked["entered_in_error_at"]
    assert marked["choice"] == filed["choice"]
    again = world.therapist.refused("POST", f"{one}/mark-in-error", {"reason": "Twice."}, etag=marked)
    assert again == (409, "item_in_error")


@pytest.mark.parametrize(
    ("role", "may"), [("supervisor", True), ("owner", True), ("front_desk", False), ("biller", False)]
)
def test_decisions_are_read_by_those_who_read_cases(world: World, path: str, role: str, may: bool) -> None:
    world.therapist.post(path, paper())
    answer = world.home.people[role].call.call("GET", path)
    assert answer.status_code == (200 if may else 403)
    assert world.home.people[role].call.refused("POST", path, paper()) == (403, "permission_denied")


def test_no_decision_in_a_closed_case(world: World, chart: Chart, path: str) -> None:
    chart.set(Case, chart.case_id, status="closed", closed_on=world.today, closing_reason="completed")
    assert world.therapist.refused("POST", path, paper()) == (409, "case_closed")


def test_a_decision_is_due_for_review_from_its_day_until_the_next_one(
    world: World, chart: Chart, path: str
) -> None:
    due = "/v1/worklists/decision_review_due"
    filed = world.therapist.post(path, paper(review_on="2026-03-02"))
    assert [(i["case_id"], i["due_on"]) for i in world.therapist.get(due)["items"]] == [
        (str(chart.case_id), "2026-03-02")
    ]
    world.therapist.post(path, paper(decided_on="2026-02-28", review_on="2026-03-03"))
    assert world.therapist.get(due)["items"] == []
    world.days(1)
    assert len(world.therapist.get(due)["items"]) == 1
    newest = world.therapist.get(path)["items"][0]
    world.therapist.post(f"/v1/decision-points/{newest['id']}/mark-in-error", {"reason": "No."}, etag=newest)
    assert world.therapist.get(due)["items"][0]["due_on"] == filed["review_on"]


@pytest.mark.row("S1.13")
def test_stage_seven_ends_by_a_decision_of_the_client(world: World, chart: Chart, path: str) -> None:
    chart.set(Case, chart.case_id, stage=7)

    def state() -> str:
        (rule,) = world.therapist.get(f"/v1/cases/{chart.case_id}/stage")["rules"]
        return str(rule["state"])

    assert state() == "unmet"
    filed = world.therapist.post(path, paper())
    assert state() == "met"
    world.therapist.post(f"/v1/decision-points/{filed['id']}/mark-in-error", {"reason": "No."}, etag=filed)
    assert state() == "unmet"


def test_the_timeline_names_the_decision_and_not_what_it_is(world: World, chart: Chart, path: str) -> None:
    world.therapist.post(path, paper())
    entries = world.therapist.get(f"/v1/cases/{chart.case_id}/timeline")["items"]
    assert [e["code"] for e in entries if e["kind"] == "decision_point"] == ["signed_paper"]


def test_a_list_costs_the_same_for_one_and_for_many(world: World, path: str) -> None:
    def cost() -> int:
        before = len(world.statements)
        world.therapist.get(path)
        return len(world.statements) - before

    world.therapist.post(path, paper())
    one = cost()
    for _ in range(5):
        world.therapist.post(path, paper())
    assert cost() == one


WRITERS = [
    {"kind": ActorKind.STAFF, "roles": frozenset({Role.THERAPIST})},
    {"kind": ActorKind.API_KEY, "roles": frozenset({Role.THERAPIST})},
    {"kind": ActorKind.SYSTEM},
    {"kind": ActorKind.CLIENT, "purpose": Purpose.CHECK_IN},
]


@pytest.mark.row("S3.20")
@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: str(writer["kind"].value))
def test_below_the_routes_too_nobody_but_the_client_writes_a_decision(
    world: World, chart: Chart, writer: dict[str, Any]
) -> None:
    content = DecisionContent(
        choice=DecisionOption.UNDECIDED, ambivalence_stay=5, ambivalence_leave=5, review_on=date(2026, 6, 1)
    )
    with world.works.open(world.home.id) as work:
        work.actor = Principal(
            practice_id=world.home.id,
            staff_id=None if "purpose" in writer else world.home.people["therapist"].id,
            client_id=chart.client_id if "purpose" in writer else None,
            credential_id=chart.client_id,
            **{"roles": frozenset()} | writer,
        )
        work.permission = Permission.DECISION_WRITE
        with pytest.raises(DecisionIsTheClients):
            DecisionService(work).write(chart.case_id, content, in_room=True, locale="en")
        assert work.db.scalar(select(DecisionPoint.id)) is None


@pytest.mark.parametrize(
    "evidence",
    [
        {"method": "in_room_code"},
        {"method": "access_link"},
        {"method": "signed_paper"},
        {"method": "signed_paper", "paper_sha256": "0" * 64},
    ],
)
def test_the_database_keeps_no_decision_without_its_evidence(
    world: World, chart: Chart, evidence: dict[str, str]
) -> None:
    row = DecisionPoint(
        case_id=chart.case_id,
        client_id=chart.client_id,
        recorded_by=chart.client_id,
        decided_on=date(2026, 3, 2),
        review_on=date(2026, 6, 1),
        choice="undecided",
        options=[],
        dealbreakers="[]",
        ambivalence_stay=5,
        ambivalence_leave=5,
        given_at=world.clock.now(),
        **evidence,
    )
    with pytest.raises(IntegrityError), world.works.open(world.home.id) as work:
        work.add(row)
