"""A case in one answer, from one statement."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from couplesone.cases.codes import CaseStatus, Stance
from couplesone.cases.identified_client import IDENTIFIED_CLIENT
from couplesone.cases.weekly import Source, WeeklyMeasure
from couplesone.course.alerts import rules
from couplesone.course.alerts.codes import AlertState
from couplesone.course.alerts.schemas import AlertOut
from couplesone.course.attainment import baseline
from couplesone.course.attainment import standing as attained_by
from couplesone.course.completeness import completeness
from couplesone.course.facts import CaseFacts
from couplesone.course.measures import phq9_due, risk, summaries
from couplesone.course.progress import goals_out, series_out
from couplesone.course.queries import Seen, reactions_of, standing_in
from couplesone.course.schemas import (
    CheckInSummary,
    Dashboard,
    InvitationSummary,
    NotShown,
    PersonSummary,
    PlanSummary,
    SafetySummary,
    StanceSummary,
)
from couplesone.course.series import check_in_weeks, points_of, series_of
from couplesone.course.stages import name_of
from couplesone.course.trends.report import coercion
from couplesone.invitations.overview import brief_of
from couplesone.kernel.clock import monday_of
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.plans.codes import PlanStatus
from couplesone.practices.settings import values_from
from couplesone.safety.blocks import Standing
from couplesone.safety.standing.schemas import StandingOut

LATEST = 4
"""How many of the latest check-ins are shown."""

RECENT_WEEKS = 4
"""Over how many whole weeks the dashboard adds pressure up."""


def attention(
    *,
    status: str,
    next_step: Any,
    next_step_due_on: date | None,
    review_due_on: date | None,
    last_week_reported: bool,
    screen_due: bool,
    risk_waits: bool,
    phq9_is_due: bool,
    today: date,
) -> list[str]:
    """Return what of a case wants attention; of one that is not being worked on, a risk answer alone (S3.6)."""
    found = ["risk_answer"] if risk_waits else []
    if status not in (CaseStatus.INTAKE, CaseStatus.ACTIVE):
        return found
    if next_step is None:
        found.append("no_next_step")
    if next_step_due_on is not None and next_step_due_on < today:
        found.append("next_step_overdue")
    if review_due_on is not None and review_due_on <= today:
        found.append("review_due")
    if not last_week_reported:
        found.append("check_in_missing")
    if screen_due:
        found.append("screen_due")
    if phq9_is_due:
        found.append("measure_due")
    return found


def recent_pressure(facts: CaseFacts, week: int) -> int:
    """Return the pressure of the last four whole weeks, the running one left out (decisions C20)."""
    points = points_of(facts, WeeklyMeasure.PRESSURE, week - 1)
    return sum(value for at, value in points if at >= week - RECENT_WEEKS)


def _person(work: Work, table: str, brief: dict[str, Any] | None, read: Permission) -> PersonSummary | None:
    """Return somebody in brief; without a name for a script whose scopes do not include the names."""
    if brief is None:
        return None
    row, named = UUID(brief["id"]), work.principal.may(read)

    def opened(column: str) -> str | None:
        sealed = brief[column] if named else None
        return None if sealed is None else work.keyring.open(sealed, table=table, column=column, row=row)

    return PersonSummary(id=row, name_used=opened("name_used"), pronouns=opened("pronouns"))


def _plan(facts: CaseFacts) -> PlanSummary | None:
    order = (PlanStatus.ACTIVE, PlanStatus.DRAFT)
    held = [plan for status in order for plan in facts.plans if plan.status == status]
    if not held:
        return None
    plan = held[0]
    return PlanSummary(
        id=UUID(plan.id),
        number=plan.number,
        status=PlanStatus(plan.status),
        activated_on=plan.activated_on,
        review_due_on=plan.review_due_on,
    )


def _stance(seen: Seen) -> StanceSummary | None:
    stance = seen["stance"]
    if stance is None:
        return None
    return StanceSummary(
        stance=Stance(stance["stance"]),
        occurred_on=date.fromisoformat(stance["occurred_on"]),
        reported_by=stance["reported_by"],
    )


def _safety(standing: Standing | None) -> SafetySummary | NotShown:
    if standing is None:
        return NotShown(state="not_shown")
    members = StandingOut.model_validate(standing).model_dump(exclude={"state", "clear"})
    return SafetySummary(state=standing.state, **members)


def _alerts(seen: Seen, facts: CaseFacts, today: date) -> list[AlertOut]:
    settings = values_from(seen["settings"])
    return rules.alerts(facts, reactions_of(seen), seen["sessions_about"], settings, today)


def _check_ins(facts: CaseFacts) -> list[CheckInSummary]:
    return [
        CheckInSummary(
            id=UUID(report.id),
            week=facts.week(report.week_of),
            week_of=report.week_of,
            source=Source(report.source),
            values=dict(report.values),
        )
        for report in reversed(facts.check_ins[-LATEST:])
    ]


def _last_week_reported(facts: CaseFacts, today: date) -> bool:
    """Say whether last week has a check-in, or needs none because the case was not open yet."""
    last_monday = monday_of(today) - timedelta(weeks=1)
    begun_later = facts.opened_on > last_monday + timedelta(days=6)
    return begun_later or any(report.week_of == last_monday for report in facts.check_ins)


def _invitation(work: Work, seen: Seen) -> InvitationSummary | NotShown:
    if "invitation" not in seen:
        return NotShown(state="not_shown")
    brief = brief_of(work, seen)
    return InvitationSummary(
        state="held" if brief.holds else "free",
        holds=brief.holds,
        invitation_id=brief.invitation_id,
        invitation_state=brief.state,
    )


def dashboard(work: Work, seen: Seen, facts: CaseFacts) -> Dashboard:
    """Return the dashboard of a case as of today."""
    case, week, standing = seen["case"], facts.week(work.today), standing_in(work, seen)
    start, attained = baseline(facts), attained_by(facts, week)
    plan = _plan(facts)
    due, despair = case["next_step_due_on"], seen["despair"]
    client = _person(work, "clients", seen["client"], Permission.CLIENT_READ)
    assert client is not None

    def opened(column: str) -> str | None:
        sealed = case[column]
        if sealed is None:
            return None
        return work.keyring.open(sealed, table="cases", column=column, row=facts.case_id)

    return Dashboard(
        id=UUID(facts.case_id),
        version=case["version"],
        updated_at=datetime.fromisoformat(case["updated_at"]),
        status=CaseStatus(case["status"]),
        opened_on=facts.opened_on,
        current_week=week,
        purpose_statement=opened("purpose_statement"),
        identified_client=IDENTIFIED_CLIENT,
        client=client,
        partner=_person(work, "partners", seen["partner"], Permission.PARTNER_READ),
        partner_stance=_stance(seen),
        stage=case["stage"],
        stage_name=name_of(case["stage"]),
        next_step=opened("next_step"),
        next_step_due_on=date.fromisoformat(due) if due else None,
        plan=plan,
        completeness=completeness(case),
        t_score=attained.t_score,
        baseline_t_score=start.t_score if start else None,
        goals=goals_out(attained),
        focus=series_out(
            series_of(facts, WeeklyMeasure(facts.focus_series), week, minimum_points=seen["minimum_points"])
        ),
        pressure_last_four_weeks=recent_pressure(facts, week),
        coercive_percent=coercion(facts.pressure).coercive_percent,
        check_in_weeks=check_in_weeks(facts, week),
        check_ins=_check_ins(facts),
        measures=summaries(facts, standing),
        risk=risk(facts, None if standing is None else seen["risk_answers"], week),
        attention=attention(
            status=case["status"],
            next_step=case["next_step"],
            next_step_due_on=date.fromisoformat(due) if due else None,
            review_due_on=plan.review_due_on if plan and plan.status is PlanStatus.ACTIVE else None,
            last_week_reported=_last_week_reported(facts, work.today),
            screen_due=standing is not None and not standing.up_to_date,
            risk_waits=standing is not None and bool(seen["risk_answers"]),
            phq9_is_due=phq9_due(facts, date.fromisoformat(despair) if despair else None),
            today=work.today,
        ),
        alerts=[alert for alert in _alerts(seen, facts, work.today) if alert.state is AlertState.RAISED],
        invitation_holds=_invitation(work, seen),
        safety_flags=_safety(standing),
    )
