"""The case seen whole, in one statement: what each room offers about a case, composed.

The statement is kept as it is and bound by parameters, so that its compiled form is found at once. It brings the
wrapped keys along, so that sealed texts can be opened without asking again.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import select

from couplesone.cases import overview as cases
from couplesone.clients import overview as clients
from couplesone.clients.caseload import TODAY, reached, reached_by
from couplesone.course.facts import CaseFacts, CheckInFact, GoalFact, PlanVersion, PressureFact, RatingFact
from couplesone.kernel.errors import RecordNotFound
from couplesone.kernel.permissions import Reach
from couplesone.persistence.json_sql import json_object
from couplesone.persistence.keyring import keys_of
from couplesone.persistence.prepared import Prepared
from couplesone.persistence.work import Work
from couplesone.plans import overview as plans
from couplesone.practices.codes import SettingKey
from couplesone.practices.settings import value_column

Seen = dict[str, Any]
"""A case seen whole, as JSON; see ``whole_case`` for its members."""


@cache
def _statement(reach: Reach) -> Prepared:
    client, partner = cases.CLIENT_ID, cases.PARTNER_ID
    whole = json_object(
        case=cases.case_row(),
        client=clients.client_brief(client),
        partner=clients.partner_brief(partner),
        keys=keys_of(client, partner),
        minimum_points=value_column(SettingKey.MINIMUM_PHASE_POINTS, TODAY),
        stance=cases.latest_stance(),
        pressure=cases.pressure_of_case(),
        counts=cases.stage_counts(),
        waivers=cases.waivers_of_case(),
        consents=clients.treatment_consents(client),
        channels=clients.channels_asked(client),
        plans=plans.plans_of_case(),
        goals=plans.goals_of_case(),
        places=plans.places_of_goals(),
        ratings=plans.ratings_of_case(),
        check_ins=plans.check_ins_of_case(),
        values=plans.check_in_values_of_case(),
    )
    return Prepared(select(whole).where(cases.is_case(), reached(reach, client)))


def whole_case(work: Work, case_id: UUID) -> Seen:
    """Return the case seen whole; RecordNotFound if the asker may not know of it. One statement.

    Members: case, client, partner, keys, minimum_points, stance, pressure, counts, waivers, consents, channels,
    plans, goals, places, ratings, check_ins, values.
    """
    rows = work.run(_statement(work.reach()), case_id=case_id, **reached_by(work))
    if not rows:
        raise RecordNotFound
    seen: Seen = rows[0][0]
    work.subject = UUID(seen["case"]["client_id"])
    work.keyring.hold_json(seen["keys"])
    return seen


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def facts_of(work: Work, seen: Seen) -> CaseFacts:
    """Return what the figures are computed from, the goals' titles opened."""
    places: dict[str, dict[str, int]] = {}
    for place in seen["places"]:
        places.setdefault(place["goal_id"], {})[place["plan_id"]] = place["position"]
    values: dict[str, dict[str, int]] = {}
    for value in seen["values"]:
        values.setdefault(value["check_in_id"], {})[value["measure"]] = value["value"]
    case = seen["case"]
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
                values=values.get(report["id"], {}),
            )
            for report in seen["check_ins"]
        ),
        pressure=tuple(
            PressureFact(occurred_on=date.fromisoformat(event["occurred_on"]), times=event["times"])
            for event in seen["pressure"]
        ),
    )
