"""The formulation at a glance, in one statement after the one that finds the case."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, select

from couplesone.cases.access import case_for
from couplesone.cases.codes import PressureType
from couplesone.cases.formulation.boundaries.models import Boundary, BoundaryEvent
from couplesone.cases.formulation.codes import BoundaryOutcome, StrengthKind
from couplesone.cases.formulation.cycle_maps.models import CycleMap
from couplesone.cases.formulation.motives.models import MotiveCheck
from couplesone.cases.formulation.own_parts.models import OwnPartItem
from couplesone.cases.formulation.own_parts.service import WHOLE
from couplesone.cases.formulation.strengths.models import Strength
from couplesone.cases.formulation.summary.schemas import (
    BoundaryGlance,
    CycleGlance,
    FormulationOut,
    MotiveGlance,
    MotivesAsked,
    OwnPartGlance,
    PressureGlance,
    StrengthGlance,
)
from couplesone.cases.models import PressureEvent
from couplesone.cases.overview import count_of, counts_in_case, distinct_reasons
from couplesone.clients.caseload import reached_by
from couplesone.persistence.json_sql import json_object, json_one, parsed
from couplesone.persistence.work import Work


def glance(work: Work, case_id: UUID) -> FormulationOut:
    """Return the formulation of a case; RecordNotFound if the asker may not know of it. Two statements."""
    found = case_for(work, case_id)
    statement = select(_everything())
    (row,) = work.db.execute(statement, {"case_id": found.id, **reached_by(work)}).all()
    seen = parsed(row[0])
    attempts, in_cycle = seen["attempts"], seen["in_cycle"]
    first_on, last_on = _day(seen["first_on"]), _day(seen["last_on"])
    good, problems = seen["strengths"] + seen["exceptions"], seen["own_parts"] + seen["reasons"]
    latest = _motives(seen["latest_motives"])
    return FormulationOut(
        case_id=found.id,
        pressure=PressureGlance(
            attempts=attempts,
            coercive_attempts=seen["coercive"],
            first_on=first_on,
            last_on=last_on,
            nudging_days=(last_on - first_on).days if first_on and last_on else None,
        ),
        cycle=CycleGlance(
            maps=seen["maps"],
            agreed_maps=seen["agreed_maps"],
            current_map_id=seen["current_map"]["id"] if seen["current_map"] else None,
            attempts_in_cycle=in_cycle,
            overlap_percent=round(100 * in_cycle / attempts, 1) if attempts else None,
        ),
        own_parts=OwnPartGlance(items=seen["own_parts"], complete=seen["own_parts_complete"]),
        strengths=StrengthGlance(
            strengths=seen["strengths"],
            exception_examples=seen["exceptions"],
            problems=problems,
            per_problem=round(good / problems, 2) if problems else None,
        ),
        boundaries=BoundaryGlance(
            boundaries=seen["boundaries"], honoured=seen["honoured"], crossed=seen["crossed"]
        ),
        motives=MotiveGlance(
            checks=seen["motive_checks"],
            first=_motives(seen["first_motives"]),
            latest=latest,
            due=latest is None or latest.stage != found.stage,
        ),
    )


def _everything() -> ColumnElement[Any]:
    coercive = PressureEvent.type.in_([kind.value for kind in PressureType if kind.coercive])
    return json_object(
        attempts=_attempts(),
        coercive=_attempts(coercive),
        in_cycle=_attempts(PressureEvent.cycle_map_id.is_not(None)),
        first_on=_of_pressure(func.min(PressureEvent.occurred_on)),
        last_on=_of_pressure(func.max(PressureEvent.occurred_on)),
        maps=count_of(CycleMap),
        agreed_maps=count_of(CycleMap, CycleMap.agreed_on.is_not(None)),
        current_map=_current_map(),
        own_parts=count_of(OwnPartItem),
        own_parts_complete=count_of(
            OwnPartItem, *(getattr(OwnPartItem, name).is_not(None) for name in WHOLE)
        ),
        reasons=distinct_reasons(),
        strengths=count_of(Strength, Strength.kind == StrengthKind.STRENGTH),
        exceptions=count_of(Strength, Strength.kind == StrengthKind.EXCEPTION_EXAMPLE),
        boundaries=count_of(Boundary),
        honoured=_boundary_events(BoundaryOutcome.HONOURED),
        crossed=_boundary_events(BoundaryOutcome.CROSSED),
        motive_checks=count_of(MotiveCheck),
        first_motives=_motives_asked(MotiveCheck.occurred_on, MotiveCheck.id),
        latest_motives=_motives_asked(MotiveCheck.occurred_on.desc(), MotiveCheck.id.desc()),
    )


def _attempts(condition: ColumnElement[bool] | None = None) -> ColumnElement[Any]:
    times: Any = PressureEvent.times
    if condition is not None:
        times = case((condition, times), else_=0)
    return _of_pressure(func.coalesce(func.sum(times), 0))


def _of_pressure(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return select(column).where(counts_in_case(PressureEvent)).scalar_subquery()


def _boundary_events(outcome: BoundaryOutcome) -> ColumnElement[int]:
    whole = and_(Boundary.id == BoundaryEvent.boundary_id, Boundary.entered_in_error_at.is_(None))
    of_boundary = select(Boundary.id).where(whole).exists()
    return count_of(BoundaryEvent, BoundaryEvent.outcome == outcome, of_boundary)


def _current_map() -> ColumnElement[Any]:
    rows = select(json_object(id=CycleMap.id)).where(counts_in_case(CycleMap))
    return json_one(rows.order_by(CycleMap.drawn_on.desc(), CycleMap.id.desc()))


def _motives_asked(*order: Any) -> ColumnElement[Any]:
    names = MotivesAsked.model_fields
    shown = json_object(**{name: getattr(MotiveCheck, name) for name in names})
    return json_one(select(shown).where(counts_in_case(MotiveCheck)).order_by(*order))


def _motives(asked: dict[str, Any] | None) -> MotivesAsked | None:
    return None if asked is None else MotivesAsked.model_validate(asked)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
