"""Cases like the worked case C1, written straight into a database."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from couplesone.cases.models import Case, PartnerStance, PressureEvent
from couplesone.clients.models import CareTeamMember, Client, Partner
from couplesone.identity import tokens
from couplesone.identity.models import SignIn, Staff
from couplesone.kernel.permissions import Role
from couplesone.persistence.practice import Practice
from couplesone.persistence.work import Work, Works
from couplesone.plans.models import CheckIn, CheckInValue, Goal, Plan, PlanGoal, Rating

WEEKS = 13
PRESSURE = (6, 5, 7, 6, 6, 5, 4, 3, 3, 2, 2, 1, 1)


def practice(works: Works) -> tuple[UUID, UUID, str]:
    """Make a practice with a therapist who is signed in; return practice, staff and token."""
    practice_id = works.ids.new(works.clock.now())
    with works.open(practice_id) as work:
        work.add(
            Practice(
                practice_id=practice_id,
                name="Benchmark",
                time_zone="UTC",
                wrapped_key=works.key_file.new_practice_key(practice_id),
                created_at=work.now,
                updated_at=work.now,
            )
        )
        staff = work.add(
            Staff(
                email="t@example.test",
                display_name="T",
                clinical_lead=False,
                couple_training=True,
                **{f"is_{role.value}": role is Role.THERAPIST for role in Role},
            )
        )
        row = work.new_id()
        token, digest = tokens.issue(tokens.SIGN_IN, practice_id, row)
        work.add(
            SignIn(
                id=row,
                staff_id=staff.id,
                token_hash=digest,
                created_at=work.now,
                last_seen_at=work.now,
                expires_at=work.now + timedelta(hours=12),
            )
        )
        return practice_id, staff.id, token


def case(work: Work, staff_id: UUID, number: int) -> Case:
    """Write a case with a plan of three goals and thirteen weeks of check-ins and ratings."""
    opened = work.today - timedelta(days=work.today.weekday(), weeks=WEEKS)
    client_id, partner_id = work.new_id(), work.new_id()
    work.keyring.register(client_id)
    work.keyring.register(partner_id)
    work.add(
        Client(
            id=client_id,
            status="active",
            name_used=f"Client {number}",
            locale="en",
            time_zone="UTC",
            test_data=False,
        )
    )
    work.add(CareTeamMember(client_id=client_id, staff_id=staff_id, role="treating", from_on=opened))
    work.add(Partner(id=partner_id, client_id=client_id, name_used=f"Partner {number}"))
    found = work.add(
        Case(
            client_id=client_id,
            partner_id=partner_id,
            kind="solo",
            status="active",
            stage=6,
            opened_on=opened,
            purpose_statement="To become a calmer partner.",
            next_step="Practise the pause.",
            focus_series="pressure",
            opened_by=staff_id,
        )
    )
    common = {"case_id": found.id, "client_id": client_id, "recorded_by": staff_id}
    plan = work.add(
        Plan(**common, number=1, status="active", activated_on=opened + timedelta(weeks=5), ended_on=None)
    )
    goals = [
        Goal(
            **common,
            lifecycle="active",
            category="skill",
            title=f"I take a break before I answer ({place})",
            less="[]",
            more="[]",
            instead_of="[]",
            indicator="From my log",
            levels="{}",
            weight=3 - place,
            baseline_level=-1,
            acting_person="client",
            measured_person="client",
        )
        for place in range(3)
    ]
    work.add_all(goals)
    work.add_all([PlanGoal(plan_id=plan.id, goal_id=goal.id, position=i) for i, goal in enumerate(goals)])
    work.add_all(
        [
            Rating(**common, goal_id=goal.id, week_of=_monday(opened, week), source="client", level=0)
            for goal in goals
            for week in (9, 13)
        ]
    )
    reports = [
        CheckIn(**common, week_of=_monday(opened, week), source="client") for week in range(1, WEEKS + 1)
    ]
    work.add_all(reports)
    work.add_all(
        [
            CheckInValue(check_in_id=report.id, measure=measure, value=value)
            for report, pressure in zip(reports, PRESSURE, strict=True)
            for measure, value in (("pressure", pressure), ("agency", 6), ("hope_for_change", 5))
        ]
    )
    work.add(PartnerStance(**common, occurred_on=opened, stance="refuses", reported_by="client"))
    work.add_all(
        [
            PressureEvent(**common, occurred_on=_monday(opened, week), type="ask", times=1)
            for week in range(1, 6)
        ]
    )
    return found


def _monday(opened: date, week: int) -> date:
    return opened + timedelta(weeks=week - 1)
