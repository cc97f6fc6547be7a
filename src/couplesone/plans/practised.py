"""What the course room reads of tools, experiments and responses: JSON sub-selects about one case, as in overview."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, exists, func, literal, select

from couplesone.cases.access import counts, open_to
from couplesone.persistence.json_sql import json_object, json_rows
from couplesone.persistence.tenancy import AnySelect
from couplesone.plans.assignments.models import ToolAssignment, ToolPractice
from couplesone.plans.experiments.codes import ExperimentStatus
from couplesone.plans.experiments.models import Experiment
from couplesone.plans.overview import CASE
from couplesone.plans.responses.codes import ResponseType
from couplesone.plans.responses.models import SystemResponse

_SIGNALS = tuple(kind.value for kind in ResponseType if kind.feeds_readiness)


def homework_counts() -> ColumnElement[Any]:
    """Return what the exit rules count: how often the most practised tool was practised, experiments answered."""
    times = (
        select(func.count(ToolPractice.id).label("times"))
        .join(ToolAssignment, ToolAssignment.id == ToolPractice.assignment_id)
        .where(ToolPractice.case_id == CASE, counts(ToolPractice), counts(ToolAssignment))
        .group_by(ToolAssignment.tool)
        .subquery()
    )
    answered = exists().where(SystemResponse.experiment_id == Experiment.id, counts(SystemResponse))
    experiments = select(func.count(Experiment.id)).where(
        Experiment.case_id == CASE,
        Experiment.status == ExperimentStatus.DONE.value,
        counts(Experiment),
        answered,
    )
    most = select(func.coalesce(func.max(times.c.times), 0))
    return json_object(
        most_practised=most.scalar_subquery(), experiments_answered=experiments.scalar_subquery()
    )


def responses_of_case() -> ColumnElement[Any]:
    """Return every response: occurred_on, valence, type, domain, initiated_by."""
    shown = json_object(
        occurred_on=SystemResponse.occurred_on,
        valence=SystemResponse.valence,
        type=SystemResponse.type,
        domain=SystemResponse.domain,
        initiated_by=SystemResponse.initiated_by,
    )
    return json_rows(select(shown).where(SystemResponse.case_id == CASE, counts(SystemResponse)))


def unreviewed_signal(case_id: Any, *, staff_id: Any) -> ColumnElement[Any]:
    """Return the day of the first sign of interest in a case that nobody looked at yet, as a column; or null.

    One that is private to another author than ``staff_id`` is left out.
    """
    return (
        select(func.min(SystemResponse.occurred_on))
        .where(
            SystemResponse.case_id == case_id,
            SystemResponse.type.in_(_SIGNALS),
            SystemResponse.reviewed_on.is_(None),
            SystemResponse.entered_in_error_at.is_(None),
            open_to(staff_id, SystemResponse),
        )
        .scalar_subquery()
    )


def timeline() -> tuple[AnySelect, ...]:
    """Return selects of (occurred_on, kind, id, code) for the timeline of a case."""
    from_tools = ToolAssignment.tool.label("code")
    return (
        _rows(ToolAssignment, ToolAssignment.offered_on, "tool_offered", from_tools),
        _rows(ToolPractice, ToolPractice.practised_on, "tool_practice", from_tools).join(
            ToolAssignment, ToolAssignment.id == ToolPractice.assignment_id
        ),
        _rows(Experiment, Experiment.planned_on, "experiment", Experiment.status.label("code")),
        _rows(
            SystemResponse,
            SystemResponse.occurred_on,
            "system_response",
            SystemResponse.valence.label("code"),
        ),
    )


def _rows(model: Any, day: Any, kind: str, code: Any) -> Any:
    return select(day.label("occurred_on"), literal(kind).label("kind"), model.id, code).where(
        model.case_id == CASE, counts(model)
    )
