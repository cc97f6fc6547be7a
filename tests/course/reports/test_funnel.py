"""The funnel of invitations: of quarters that are over, in people, and no answer of a few follows from it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from couplesone.cases.models import Case
from couplesone.clients.models import Client, Partner
from couplesone.course.reports.cells import published
from couplesone.course.reports.funnel import _answers
from couplesone.invitations.models import HeldAttempt, Invitation, PartnerReply
from couplesone.invitations.visits.models import CollateralVisit
from couplesone.plans.responses.models import SystemResponse
from support.inviting import Door, open_door
from support.world import PracticeWorld, World

WINTER = datetime(2025, 11, 10, 9, 0, tzinfo=UTC)
"""A day of the last quarter of 2025; the world's clock stands in the first of 2026."""


class Funnel:
    """Fills a practice with invitations past the API."""

    def __init__(self, world: World, practice: PracticeWorld) -> None:
        self.world, self.practice = world, practice
        self.staff_id = practice.people["therapist"].id

    def add(self, row: Any) -> Any:
        with self.world.works.open(self.practice.id) as work:
            return work.add(row)

    def case(self, *, test_data: bool = False) -> dict[str, UUID]:
        """Return the ids that every row of a new case has."""
        with self.world.works.open(self.practice.id) as work:
            client_id, partner_id = work.new_id(), work.new_id()
            for person in (client_id, partner_id):
                work.keyring.register(person)
            known = {"status": "active", "locale": "en", "time_zone": "UTC", "test_data": test_data}
            work.add(Client(id=client_id, name_used="Zebrafinch", **known))
            work.add(Partner(id=partner_id, client_id=client_id))
            case = work.add(
                Case(
                    client_id=client_id,
                    partner_id=partner_id,
                    kind="solo",
                    status="active",
                    stage=0,
                    opened_on=date(2025, 1, 7),
                    focus_series="pressure",
                    opened_by=self.staff_id,
                )
            )
        return {"client_id": client_id, "case_id": case.id, "partner_id": partner_id}

    def delivered(self, at: datetime = WINTER, **more: Any) -> Invitation:
        """Deliver an invitation in a new case."""
        state = more.pop("state", "delivered")
        row = Invitation(
            **self.case(test_data=more.pop("test_data", False)),
            recorded_by=self.staff_id,
            source="client",
            offer="one_visit",
            format="together",
            locale="en",
            delivery="hand_over",
            text="",
            text_sha256="0" * 64,
            approved_at=at,
            approved_sha256="0" * 64,
            approval_method="signed_paper",
            state=state,
            delivered_at=at,
            expires_at=at + timedelta(days=30),
            **more,
        )
        self.add(row)
        self.backdate(row, at)
        return row

    def backdate(self, row: Invitation, at: datetime) -> None:
        with self.world.works.open(self.practice.id) as work:
            work.get(Invitation, row.id).created_at = at

    def answered(self, answer: str, at: datetime = WINTER, **more: Any) -> Invitation:
        """Deliver one that is answered on the same day."""
        if answer == "accepted":
            more |= {"state": "accepted", "accepted_at": at}
        invitation = self.delivered(at, **more)
        reply = PartnerReply(invitation_id=invitation.id, partner_id=invitation.partner_id, answer=answer)
        reply.replied_at, reply.may_be_read = at, False
        self.add(reply)
        return invitation

    def held(self, reason: str, at: datetime = WINTER, case: dict[str, UUID] | None = None) -> None:
        """Hold an attempt."""
        ids = dict(case or self.case())
        ids.pop("partner_id")
        self.add(HeldAttempt(**ids, met_at=at, reason=reason))


@pytest.fixture
def funnel(world: World) -> Funnel:
    return Funnel(world, world.home)


def read(world: World, query: str = "", person: str = "owner") -> dict[str, Any]:
    """Read the report; it is one statement."""
    before = len(world.statements)
    found: dict[str, Any] = world.home.people[person].call.get(f"/v1/reports/invitation-funnel{query}")
    assert len([sent for sent in world.statements[before:] if "AS people" in sent]) == 1
    return found


def counts(cells: list[dict[str, Any]]) -> dict[str, int | None]:
    assert all(one["suppressed"] == (one["count"] is None) for one in cells)
    return {one["code"]: one["count"] for one in cells}


@pytest.mark.row("S4.20")
def test_from_considered_to_attended(world: World, funnel: Funnel) -> None:
    for _ in range(7):
        funnel.held("pressure_high")
    for number in range(11):
        invitation = funnel.answered("accepted" if number < 6 else "no")
        if number < 5:
            visit = {"format": "together", "voluntariness": 7, "visited_on": date(2025, 12, 1)}
            ids = {"case_id": invitation.case_id, "client_id": invitation.client_id}
            funnel.add(
                CollateralVisit(**ids, recorded_by=funnel.staff_id, invitation_id=invitation.id, **visit)
            )
    seen = read(world)
    assert (seen["quarter"], seen["from_on"], seen["until_on"]) == ("2025-Q4", "2025-10-01", "2026-01-01")
    assert (seen["counted"], seen["minimum_cell"], seen["as_of"]) == ("clients", 5, "2026-03-02")
    assert list(counts(seen["stages"]).items()) == [
        ("considered", 15),
        ("held", 5),
        ("drafted", 10),
        ("delivered", 10),
        ("accepted", 5),
        ("attended", 5),
    ]
    assert counts(seen["answers"]) == {"not_accepted": 5}
    assert read(world, "?quarter=2025-Q4", "supervisor") == seen


def test_a_wish_found_by_a_review_counts_as_considered(world: World, funnel: Funnel) -> None:
    for number in range(6):
        case = funnel.case()
        case.pop("partner_id")
        more: dict[str, Any] = {"entered_in_error_at": WINTER} if number == 5 else {}
        funnel.add(
            SystemResponse(
                **case,
                recorded_by=funnel.staff_id,
                occurred_on=date(2025, 11, 1),
                valence="harmony",
                type="curiosity_signal",
                domain="partner",
                initiated_by="partner",
                reported_by="client",
                with_fear=False,
                reviewed_on=date(2025, 11, 3) if number else date(2026, 1, 3),
                readiness_outcome="client_wishes_to_invite",
                **more,
            )
        )
    assert counts(read(world)["stages"])["considered"] is None, (
        "four, and one in the next quarter, one in error"
    )


def test_reasons_count_clients_and_name_no_cause_that_is_for_few(world: World, funnel: Funnel) -> None:
    case = funnel.case()
    for _ in range(9):
        funnel.held("pressure_high", case=case)
    for _ in range(5):
        funnel.held("administrative_review")
    seen = counts(read(world)["reasons"])
    assert seen["pressure_high"] is None, "nine times, and one client"
    assert seen["administrative_review"] == 5
    assert list(seen) == sorted(seen)
    hidden = {"conflict_of_interest", "litigation_pending", "secret_unresolved", "ipv_positive"}
    assert not hidden & seen.keys()


@pytest.mark.parametrize(
    ("kinds", "shown"),
    [
        ({"not_now": 9, "no": 9, "never": 4, "silence": 9}, {"not_accepted": 30}),
        ({"not_now": 2, "no": 1, "never": 1}, {"not_accepted": None}),
        (
            {"not_now": 5, "no": 6, "never": 5, "silence": 11},
            {"not_now": 5, "no": 5, "never": 5, "silence": 10},
        ),
    ],
)
def test_answers_are_one_number_unless_each_was_given_by_five(
    world: World, funnel: Funnel, kinds: dict[str, int], shown: dict[str, int | None]
) -> None:
    for kind, number in kinds.items():
        for _ in range(number):
            if kind == "silence":
                funnel.delivered(state="answered")
            else:
                funnel.answered(kind)
    assert counts(read(world)["answers"]) == shown


@pytest.mark.parametrize("more", [{"state": "delivered"}, {"state": "withdrawn"}])
def test_whether_anybody_answered_does_not_follow_from_when_it_is_counted(
    world: World, funnel: Funnel, more: dict[str, Any]
) -> None:
    """An answer counts when silence would, and only where silence would."""
    at = datetime(2025, 12, 20, tzinfo=UTC) if more["state"] == "delivered" else WINTER
    for _ in range(6):
        funnel.answered("no", at, **more)
    assert counts(read(world)["answers"]) == {"not_accepted": None}


def test_nobody_watches_an_answer_arrive(world: World, funnel: Funnel) -> None:
    """An answer of this quarter changes nothing that anybody can read before the quarter is over."""
    for _ in range(9):
        funnel.answered("no")
    before = read(world)
    now = world.clock.now()
    for answer in ("no", "never", "accepted"):
        funnel.answered(answer, now)
    assert read(world) == before
    owner = world.home.people["owner"].call
    for quarter in ("2026-Q1", "2026-Q2", "2031-Q4"):
        path = f"/v1/reports/invitation-funnel?quarter={quarter}"
        answer = owner.call("GET", path)
        assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "quarter_not_over")
    for nonsense in ("2026", "2025-Q5", "0000-Q1", "2025-q4"):
        path = f"/v1/reports/invitation-funnel?quarter={nonsense}"
        assert owner.refused("GET", path)[0] == 422
    world.days(29.5)
    assert read(world)["quarter"] == "2025-Q4", "the evening of the last day of March in Vienna"
    world.days(1)
    assert read(world)["quarter"] == "2026-Q1"


def test_a_quarter_ends_at_midnight_of_the_practice(world: World, funnel: Funnel) -> None:
    last = datetime(2025, 12, 31, 22, 59, tzinfo=UTC)
    for number in range(6):
        funnel.answered("accepted", last if number else last + timedelta(minutes=1))
    assert counts(read(world)["stages"])["accepted"] == 5
    assert counts(read(world, "?quarter=2025-Q3")["stages"])["accepted"] is None


def test_what_does_not_count_is_left_out(world: World, funnel: Funnel) -> None:
    for _ in range(4):
        funnel.answered("accepted")
    funnel.answered("accepted", entered_in_error_at=WINTER)
    funnel.answered("accepted", visibility="author_private")
    funnel.answered("accepted", test_data=True)
    elsewhere = Funnel(world, world.other)
    for _ in range(9):
        elsewhere.answered("accepted")
    assert counts(read(world)["stages"])["delivered"] is None


@pytest.mark.parametrize("who", ["therapist", "front_desk", "biller"])
def test_it_is_for_those_who_read_reports(world: World, who: str) -> None:
    path = "/v1/reports/invitation-funnel"
    assert world.home.people[who].call.refused("GET", path) == (403, "permission_denied")


KINDS = ("not_now", "no", "never", "silence")


@given(st.lists(st.integers(0, 14), min_size=4, max_size=4))
def test_no_few_follow_from_what_is_shown(numbers: list[int]) -> None:
    """Whatever is shown fits also a practice in which the smallest cell is another one."""

    def shown(these: list[int]) -> list[Any]:
        cells = {("answer", kind): published(count, count) for kind, count in zip(KINDS, these, strict=True)}
        total = sum(these)
        return [
            one.model_dump()
            for one in _answers(cells | {("answers", "not_accepted"): published(total, total)})
        ]

    seen = shown(numbers)
    if min(numbers) >= 5:
        assert len(seen) == 4
        return
    assert len(seen) == 1
    small = numbers.index(min(numbers))
    for other in range(5):
        changed = numbers.copy()
        changed[small] = other
        rest = sum(numbers) - sum(changed)
        changed[(small + 1) % 4] = max(changed[(small + 1) % 4] + rest, 0)
        if sum(changed) == sum(numbers):
            assert shown(changed) == seen


@pytest.fixture
def door(world: World) -> Door:
    return open_door(world)


def attempts(world: World) -> list[str]:
    from sqlalchemy import select

    with world.works.open(world.home.id) as work:
        return sorted(work.db.scalars(select(HeldAttempt.reason)))


def test_a_refused_attempt_is_remembered_and_a_look_at_the_holds_is_not(world: World, door: Door) -> None:
    door.therapist.post(f"{door.case}/legal-proceedings", {"kind": "custody", "begun_on": "2026-02-20"})
    secret = {"holder": "client", "kind": "other_relationship", "text": "Zebrafinch."}
    door.therapist.post(f"{door.case}/secrets", secret)
    door.holds()
    assert attempts(world) == []
    path = f"{door.case}/invitations"
    assert door.therapist.refused("POST", path, {"purpose": "give_own_view"})[0] == 409
    assert attempts(world) == ["administrative_review"]
    door.screen(fear=True)
    assert door.therapist.refused("POST", path, {"purpose": "give_own_view"})[0] == 409
    assert attempts(world) == ["administrative_review"] * 2 + ["safety_review"]


def test_what_is_remembered_of_a_conflict_is_what_is_of_legal_proceedings(world: World, door: Door) -> None:
    partner = f"/v1/partners/{door.chart.partner_id}"
    door.therapist.patch(partner, {"email": "tobias@example.org"}, etag=door.therapist.get(partner))
    world.home.hire("second", "therapist").call.post(
        "/v1/clients", {"name_used": "Tobias", "email": "tobias@example.org"}
    )
    assert door.therapist.refused("POST", f"{door.case}/invitations", {"purpose": "give_own_view"})[0] == 409
    assert attempts(world) == ["administrative_review"]


def test_approving_and_handing_over_count_too(world: World, door: Door) -> None:
    found = door.drafted(purpose=None)
    paper = {"text_sha256": found["text_sha256"], "paper_sha256": "1" * 64, "signed_on": "2026-03-01"}
    assert door.refused(found, "approve-on-paper", paper) == (409, "invitation_held")
    assert attempts(world) == ["purpose_not_disclosed"]
    body = {"occurred_on": "2026-02-24", "type": "ask", "times": 9}
    door.act(found, "withdraw")
    approved = door.approved()
    door.therapist.post(f"{door.case}/pressure-events", body)
    assert door.refused(approved, "hand-over") == (409, "invitation_held")
    assert attempts(world) == ["pressure_high", "purpose_not_disclosed"]
    assert "Zebrafinch" not in json.dumps(attempts(world))
