"""What the course room reads of cases: JSON sub-selects about one case, by the parameter ``case_id``.

Sealed texts come out sealed, beside the id of their row; the course opens them. What was entered in error, and what
is private to another author than whoever asks (``reached_by``), is left out, also of what is counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, String, and_, bindparam, cast, exists, func, literal, null, or_, select
from sqlalchemy.orm import aliased

from couplesone.cases.access import counts, open_to
from couplesone.cases.codes import CaseKind, CaseStatus, ReactionCode, SessionStatus
from couplesone.cases.decisions.models import DecisionPoint
from couplesone.cases.follow_ups.due import FIRST_YEAR
from couplesone.cases.follow_ups.models import FollowUp
from couplesone.cases.formulation.boundaries.models import Boundary
from couplesone.cases.formulation.cycle_maps.models import CycleMap
from couplesone.cases.formulation.history.models import PriorStrategy, PriorTherapy
from couplesone.cases.formulation.intake.models import IntakeProfile
from couplesone.cases.formulation.motives.models import MotiveCheck
from couplesone.cases.formulation.own_parts.models import OwnPartItem
from couplesone.cases.formulation.stop_asking.models import StopAskingPact, StrategyChange
from couplesone.cases.formulation.strengths.models import Strength
from couplesone.cases.formulation.ultimatums.models import Ultimatum
from couplesone.cases.items import ClinicalItem
from couplesone.cases.models import (
    Case,
    Hope,
    PartnerStance,
    PressureEvent,
    Reaction,
    RefusalEpisode,
    RefusalReason,
    StageChange,
    StageWaiver,
    StatusChange,
    TherapySession,
)
from couplesone.cases.partner_statements.models import PartnerStatement
from couplesone.cases.risk_answers.models import RiskAnswer
from couplesone.cases.told_partner.models import PartnerTelling, TransparencyPlan
from couplesone.clients.caseload import ACTOR
from couplesone.persistence.columns import Guid
from couplesone.persistence.json_sql import json_object, json_one, json_pairs, json_rows
from couplesone.persistence.tenancy import AnySelect
from couplesone.practices.codes import SettingKey
from couplesone.practices.settings import value_column

CASE: ColumnElement[UUID] = bindparam("case_id", type_=Guid())
CASE_ID, CLIENT_ID, PARTNER_ID = Case.id, Case.client_id, Case.partner_id
_TEXT = String(60)


def is_part(case_id: Any) -> ColumnElement[bool]:
    """Return the condition that a case is a client's part of a conjoint case."""
    part = aliased(Case)
    return exists().where(part.id == case_id, part.kind == CaseKind.CONJOINT_PART.value)


def is_case() -> ColumnElement[bool]:
    """Return the condition that a statement is about the case of the parameter, not entered in error."""
    return and_(Case.id == CASE, Case.entered_in_error_at.is_(None))


def case_row() -> ColumnElement[Any]:
    """Return the case's own columns as a JSON object, its texts sealed."""
    return json_object(
        id=Case.id,
        version=Case.version,
        updated_at=Case.updated_at,
        status=Case.status,
        stage=Case.stage,
        client_id=Case.client_id,
        partner_id=Case.partner_id,
        opened_on=Case.opened_on,
        closed_on=Case.closed_on,
        purpose_statement=Case.purpose_statement,
        next_step=Case.next_step,
        next_step_due_on=Case.next_step_due_on,
        focus_series=Case.focus_series,
        closing_reason=Case.closing_reason,
        outcome=Case.goals_outcome,
    )


def latest_stance() -> ColumnElement[Any]:
    """Return the partner's latest stance: stance, occurred_on, reported_by; or null."""
    shown = json_object(
        stance=PartnerStance.stance,
        occurred_on=PartnerStance.occurred_on,
        reported_by=PartnerStance.reported_by,
    )
    rows = select(shown).where(counts_in_case(PartnerStance))
    return json_one(rows.order_by(PartnerStance.occurred_on.desc(), PartnerStance.id.desc()))


def last_despair(case_id: Any, *, staff_id: Any = ACTOR) -> ColumnElement[Any]:
    """Return the last day on which a case knew despair or depression as strong as the practice minds (S0.4).

    As a column, null if it never did; the limit is the one that held on the day.
    """
    limit = value_column(SettingKey.PHQ9_PROMPT_INTENSITY, Reaction.occurred_on)
    return (
        select(func.max(Reaction.occurred_on))
        .where(
            Reaction.case_id == case_id,
            or_(*(Reaction.code == code.value for code in (ReactionCode.DESPAIR, ReactionCode.DEPRESSED))),
            Reaction.entered_in_error_at.is_(None),
            open_to(staff_id, Reaction),
            Reaction.intensity >= limit,
        )
        .scalar_subquery()
    )


def pressure_of_case() -> ColumnElement[Any]:
    """Return the pressure events: occurred_on, times, type."""
    shown = json_object(
        occurred_on=PressureEvent.occurred_on, times=PressureEvent.times, type=PressureEvent.type
    )
    return json_rows(select(shown).where(counts_in_case(PressureEvent)))


def reactions_of_case() -> ColumnElement[Any]:
    """Return the reactions to the refusal: occurred_on, code, intensity 0 to 10."""
    shown = json_object(occurred_on=Reaction.occurred_on, code=Reaction.code, intensity=Reaction.intensity)
    return json_rows(select(shown).where(counts_in_case(Reaction)))


def sessions_about() -> ColumnElement[Any]:
    """Return how many sessions that took place were about whom, by the codes of ``About``."""
    numbers = (
        select(TherapySession.about, func.count(TherapySession.id).label("sessions"))
        .where(counts_in_case(TherapySession), TherapySession.status == SessionStatus.HELD.value)
        .group_by(TherapySession.about)
        .subquery()
    )
    return json_pairs(select(numbers.c.about, numbers.c.sessions))


def count_of(kind: type[ClinicalItem], *more: ColumnElement[bool]) -> ColumnElement[int]:
    """Return how many items of a kind count in the case."""
    return select(func.count(kind.id)).where(counts_in_case(kind), *more).scalar_subquery()


def distinct_reasons() -> ColumnElement[int]:
    """Return how many different reasons may lie behind the refusals of the case."""
    rows = select(func.count(RefusalReason.code.distinct()))
    return rows.where(counts_in_case(RefusalReason), _of_refusal_that_counts()).scalar_subquery()


def stage_counts() -> ColumnElement[Any]:
    """Return what the exit rules of the stages count, by name."""
    return json_object(
        reactions=count_of(Reaction),
        refusal_reasons=count_of(RefusalReason, _of_refusal_that_counts()),
        sessions=count_of(TherapySession),
        motive_checks=count_of(MotiveCheck),
        agreed_cycle_maps=count_of(CycleMap, CycleMap.agreed_on.is_not(None)),
        own_part_items=count_of(OwnPartItem),
        decisions=count_of(DecisionPoint),
        follow_ups=count_of(
            FollowUp, FollowUp.months_after <= FIRST_YEAR[-1], FollowUp.occurred_on.is_not(None)
        ),
    )


def waivers_of_case() -> ColumnElement[Any]:
    """Return the waived exit rules: stage, rule."""
    shown = json_object(stage=StageWaiver.stage, rule=StageWaiver.rule)
    return json_rows(select(shown).where(counts_in_case(StageWaiver)))


def decision_review(case_id: Any) -> ColumnElement[Any]:
    """Return the day on which the client wants to look at their latest decision again, as a column."""
    return (
        select(DecisionPoint.review_on)
        .where(DecisionPoint.case_id == case_id, DecisionPoint.entered_in_error_at.is_(None))
        .order_by(DecisionPoint.decided_on.desc(), DecisionPoint.id.desc())
        .limit(1)
        .scalar_subquery()
    )


def waiting_risk_answers() -> ColumnElement[Any]:
    """Return the risk answers that nobody acknowledged, the longest waiting first: id, answered_on."""
    shown = json_object(id=RiskAnswer.id, answered_on=RiskAnswer.answered_on)
    rows = select(shown).where(
        RiskAnswer.case_id == CASE, counts(RiskAnswer), RiskAnswer.acknowledged_at.is_(None)
    )
    return json_rows(rows.order_by(RiskAnswer.answered_on, RiskAnswer.id))


def risk_waits_since(case_id: Any) -> ColumnElement[Any]:
    """Return since which day a risk answer of a case waits to be acknowledged, as a column; null without one."""
    return (
        select(func.min(RiskAnswer.answered_on))
        .where(
            RiskAnswer.case_id == case_id,
            RiskAnswer.acknowledged_at.is_(None),
            RiskAnswer.entered_in_error_at.is_(None),
        )
        .scalar_subquery()
    )


def timeline() -> tuple[AnySelect, ...]:
    """Return selects of (occurred_on, kind, id, code) for the timeline of a case."""

    def rows(kind: str, model: Any, day: Any, code: Any) -> AnySelect:
        return select(
            day.label("occurred_on"), literal(kind).label("kind"), model.id, code.label("code")
        ).where(counts_in_case(model))

    opened = select(
        Case.opened_on.label("occurred_on"),
        literal("case_opened").label("kind"),
        Case.id,
        Case.kind.label("code"),
    ).where(Case.id == CASE)
    nothing = cast(null(), _TEXT)
    return (
        opened,
        rows("status_changed", StatusChange, StatusChange.occurred_on, StatusChange.to_status),
        rows("stage_changed", StageChange, StageChange.occurred_on, cast(StageChange.to_stage, _TEXT)),
        rows("session", TherapySession, TherapySession.held_on, TherapySession.status),
        rows("refusal", RefusalEpisode, RefusalEpisode.occurred_on, RefusalEpisode.answer),
        rows("refusal_reason", RefusalReason, RefusalReason.noted_on, RefusalReason.code).where(
            _of_refusal_that_counts()
        ),
        rows("partner_stance", PartnerStance, PartnerStance.occurred_on, PartnerStance.stance),
        rows("reaction", Reaction, Reaction.occurred_on, Reaction.code),
        rows("pressure_event", PressureEvent, PressureEvent.occurred_on, PressureEvent.type),
        rows("hope", Hope, Hope.occurred_on, nothing),
        rows("intake_profile", IntakeProfile, IntakeProfile.taken_on, IntakeProfile.suitable_format),
        rows("prior_therapy", PriorTherapy, PriorTherapy.noted_on, PriorTherapy.experience),
        rows("prior_strategy", PriorStrategy, PriorStrategy.noted_on, PriorStrategy.code),
        rows("motive_check", MotiveCheck, MotiveCheck.occurred_on, nothing),
        rows("cycle_map", CycleMap, CycleMap.drawn_on, CycleMap.pattern),
        rows("own_part_item", OwnPartItem, OwnPartItem.named_on, OwnPartItem.category),
        rows("strength", Strength, Strength.noted_on, Strength.kind),
        rows("boundary", Boundary, Boundary.set_on, Boundary.theme),
        rows("ultimatum", Ultimatum, Ultimatum.considered_on, Ultimatum.status),
        rows("stop_asking_pact", StopAskingPact, StopAskingPact.started_on, nothing),
        rows("strategy_change", StrategyChange, StrategyChange.occurred_on, StrategyChange.instead),
        rows("decision_point", DecisionPoint, DecisionPoint.decided_on, DecisionPoint.method),
        rows("partner_statement", PartnerStatement, PartnerStatement.occurred_on, PartnerStatement.accuracy),
        rows("telling", PartnerTelling, PartnerTelling.occurred_on, nothing),
        rows("transparency_plan", TransparencyPlan, TransparencyPlan.occurred_on, TransparencyPlan.intent),
        rows("follow_up", FollowUp, FollowUp.occurred_on, FollowUp.state).where(
            FollowUp.occurred_on.is_not(None)
        ),
    )


def counts_in_case(kind: type[ClinicalItem]) -> ColumnElement[bool]:
    """Return the condition that an item is one of the case of the parameter and counts for whoever asks."""
    return and_(kind.case_id == CASE, counts(kind))


def _of_refusal_that_counts() -> ColumnElement[bool]:
    """Return the condition that a reason's refusal counts too."""
    return exists().where(RefusalEpisode.id == RefusalReason.refusal_id, counts(RefusalEpisode))


@dataclass(frozen=True, slots=True)
class OpenCases:
    """The columns of cases that are being worked on, for a list of them."""

    id: Any
    client_id: Any
    opened_on: Any
    next_step: Any
    next_step_due_on: Any

    def select(self, *more: Any, whatever_status: bool = False) -> AnySelect:
        """Return a select of (id, client_id, status, stage) and ``more`` over these cases.

        ``whatever_status`` lets cases in that nobody works on at present.
        """
        found = select(Case.id, Case.client_id, Case.status, Case.stage, *more)
        found = found.where(Case.entered_in_error_at.is_(None))
        if whatever_status:
            return found
        return found.where(Case.status.in_((CaseStatus.INTAKE.value, CaseStatus.ACTIVE.value)))


def open_cases() -> OpenCases:
    """Return the cases in intake or active, to be narrowed by conditions on their columns."""
    return OpenCases(Case.id, Case.client_id, Case.opened_on, Case.next_step, Case.next_step_due_on)
