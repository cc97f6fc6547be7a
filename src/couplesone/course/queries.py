"""The case seen whole, in one statement: what each room offers about a case, composed.

The statement is kept as it is and bound by parameters, so that its compiled form is found at once. It brings the
wrapped keys along, so that sealed texts can be opened without asking again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select

from couplesone.cases import overview as cases
from couplesone.clients import overview as clients
from couplesone.clients.caseload import TODAY, reached, reached_by
from couplesone.course.completeness import incomplete_because
from couplesone.course.facts import (
    CaseFacts,
    CheckInFact,
    GoalFact,
    PlanVersion,
    PressureFact,
    RatingFact,
    ReactionFact,
    ResponseFact,
)
from couplesone.invitations import overview as invitations
from couplesone.kernel.errors import RecordNotFound
from couplesone.kernel.permissions import Permission, Reach
from couplesone.measures import overview as measures
from couplesone.persistence.json_sql import json_object
from couplesone.persistence.keyring import keys_of
from couplesone.persistence.prepared import Prepared
from couplesone.persistence.work import Work
from couplesone.plans import overview as plans
from couplesone.plans import practised
from couplesone.practices.codes import SettingKey
from couplesone.practices.settings import value_column, values_column
from couplesone.safety import overview as safety
from couplesone.safety.blocks import Standing, judge, may_know

Seen = dict[str, Any]
"""A case as JSON, with the members of the view that was asked for."""

_CLIENT, _PARTNER = cases.CLIENT_ID, cases.PARTNER_ID
_FIGURES: dict[str, Callable[[], ColumnElement[Any]]] = {
    "case": cases.case_row,
    "keys": lambda: keys_of(_CLIENT, _PARTNER),
    "minimum_points": lambda: value_column(SettingKey.MINIMUM_PHASE_POINTS, TODAY),
    "pressure": cases.pressure_of_case,
    "plans": plans.plans_of_case,
    "goals": plans.goals_of_case,
    "places": plans.places_of_goals,
    "ratings": plans.ratings_of_case,
    "check_ins": plans.check_ins_of_case,
    "measures": measures.administrations_of_case,
}


_ALERTS: dict[str, Callable[[], ColumnElement[Any]]] = {
    "reactions": cases.reactions_of_case,
    "sessions_about": cases.sessions_about,
    "settings": lambda: values_column(TODAY),
}
_SAFETY: dict[str, Callable[[], ColumnElement[Any]]] = {
    "safety": lambda: safety.standing_of(cases.CASE, _CLIENT)
}
_RESPONSES: dict[str, Callable[[], ColumnElement[Any]]] = {"responses": practised.responses_of_case}


class View(Enum):
    """How much of a case is read: each view is one statement."""

    FIGURES = _FIGURES
    """What every figure is computed from."""
    PROGRESS = _FIGURES | _SAFETY
    """And what says which of them may be shown."""
    MEASURES = {name: _FIGURES[name] for name in ("case", "keys", "measures")} | _SAFETY
    """The measures alone, and the same."""
    DASHBOARD = _FIGURES | {
        "client": lambda: clients.client_brief(_CLIENT),
        "partner": lambda: clients.partner_brief(_PARTNER),
        "stance": cases.latest_stance,
        **_SAFETY,
        "despair": lambda: cases.last_despair(cases.CASE),
        "risk_answers": cases.waiting_risk_answers,
        "invitation": invitations.facts_of_case,
        **_ALERTS,
    }
    """And whose case it is."""
    STAGE = _FIGURES | {
        "counts": cases.stage_counts,
        "waivers": cases.waivers_of_case,
        "consents": lambda: clients.treatment_consents(_CLIENT),
        "channels": lambda: clients.channels_asked(_CLIENT),
        **_SAFETY,
        "homework": practised.homework_counts,
    }
    """And what the exit rules of the stages ask."""
    RIPPLE = _FIGURES | _RESPONSES
    """And what came back."""
    ALERTS = _FIGURES | _ALERTS
    """And what alerts look at."""
    TRENDS = _FIGURES | _ALERTS | _RESPONSES
    """All of it."""


@cache
def _statement(reach: Reach, view: View, without: frozenset[str]) -> Prepared:
    members = {name: column() for name, column in view.value.items() if name not in without}
    return Prepared(
        select(json_object(**members)).where(cases.is_case(), reached(reach, _CLIENT, case_id=cases.CASE_ID))
    )


def whole_case(work: Work, case_id: UUID, view: View) -> Seen:
    """Return a view of the case; RecordNotFound if the asker may not know of it. One statement.

    Safety data are not even read for whoever may not know them, apart from what holds an invitation, of which they
    are shown no cause; nor how an invitation stands, for whoever may not know that.
    """
    without = set() if may_know(work) else {"safety"}
    if not work.principal.may(Permission.INVITATION_READ):
        without.add("invitation")
    statement = _statement(work.reach(), view, frozenset(without))
    rows = work.run(statement, case_id=case_id, **reached_by(work))
    if not rows:
        raise RecordNotFound
    seen: Seen = rows[0][0]
    work.subject = UUID(seen["case"]["client_id"])
    work.keyring.hold_json(seen["keys"])
    return seen


def standing_in(work: Work, seen: Seen) -> Standing | None:
    """Return how the case stands as to safety, None for whoever may not know."""
    found = seen.get("safety")
    return None if found is None else judge(found, work.today)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def facts_of(work: Work, seen: Seen) -> CaseFacts:
    """Return what the figures are computed from, the goals' titles opened."""
    places: dict[str, dict[str, int]] = {}
    for place in seen["places"]:
        places.setdefault(place["goal_id"], {})[place["plan_id"]] = place["position"]
    case, reason = seen["case"], incomplete_because(seen["case"])
    return CaseFacts(
        case_id=case["id"],
        opened_on=date.fromisoformat(case["opened_on"]),
        focus_series=case["focus_series"],
        plans=tuple(
            PlanVersion(
                id=plan["id"],
                number=plan["number"],
                status=plan["status"],
                activated_on=_day(plan["activated_on"]),
                ended_on=_day(plan["ended_on"]),
                review_due_on=_day(plan["review_due_on"]),
            )
            for plan in seen["plans"]
        ),
        goals=tuple(
            GoalFact(
                id=goal["id"],
                title=work.keyring.open(goal["title"], table="goals", column="title", row=goal["id"]),
                lifecycle=goal["lifecycle"],
                weight=goal["weight"],
                baseline_level=goal["baseline_level"],
                plans=places.get(goal["id"], {}),
            )
            for goal in seen["goals"]
        ),
        ratings=tuple(
            RatingFact(
                goal_id=rating["goal_id"],
                week_of=date.fromisoformat(rating["week_of"]),
                source=rating["source"],
                level=rating["level"],
            )
            for rating in seen["ratings"]
        ),
        check_ins=tuple(
            CheckInFact(
                id=report["id"],
                week_of=date.fromisoformat(report["week_of"]),
                source=report["source"],
                values=report["values"],
            )
            for report in seen["check_ins"]
        ),
        pressure=tuple(
            PressureFact(
                occurred_on=date.fromisoformat(event["occurred_on"]), times=event["times"], type=event["type"]
            )
            for event in seen["pressure"]
        ),
        measures=tuple(measures.taken(seen["measures"])),
        unfinished_on=_day(case["closed_on"]) if reason is not None and reason.ended else None,
    )


def reactions_of(seen: Seen) -> tuple[ReactionFact, ...]:
    """Return the reactions of a view that brings them."""
    return tuple(
        ReactionFact(date.fromisoformat(row["occurred_on"]), row["code"], row["intensity"])
        for row in seen["reactions"]
    )


def responses_of(seen: Seen) -> tuple[ResponseFact, ...]:
    """Return the responses of a view that brings them."""
    return tuple(
        ResponseFact(
            date.fromisoformat(row["occurred_on"]),
            row["valence"],
            row["type"],
            row["domain"],
            row["initiated_by"],
        )
        for row in seen["responses"]
    )
