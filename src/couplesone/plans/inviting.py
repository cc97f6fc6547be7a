"""What the invitations room reads of check-ins and responses about one case: facts for its holds.

As in ``cases/inviting``: everything counts, whoever asks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, select

from couplesone.cases.access import item_for
from couplesone.cases.codes import Visibility
from couplesone.cases.weekly import Source, WeeklyMeasure
from couplesone.clients.caseload import in_caseload
from couplesone.kernel.clock import monday_of
from couplesone.persistence.json_sql import json_object, json_one, json_rows
from couplesone.persistence.tenancy import AnySelect
from couplesone.persistence.work import Work
from couplesone.plans.models import CheckIn, CheckInValue
from couplesone.plans.overview import CASE
from couplesone.plans.responses.codes import InitiatedBy, ReadinessOutcome, ResponseType
from couplesone.plans.responses.models import SystemResponse

WEEKS: Final = 4
"""Whole weeks over which pressure is counted (decisions C20)."""


def reported_pressure() -> ColumnElement[Any]:
    """Return what check-ins of the case say of pressure: week_of, source, value."""
    shown = json_object(week_of=CheckIn.week_of, source=CheckIn.source, value=CheckInValue.value)
    rows = (
        select(shown)
        .select_from(CheckInValue)
        .join(CheckIn, CheckIn.id == CheckInValue.check_in_id)
        .where(
            CheckIn.case_id == CASE,
            CheckIn.entered_in_error_at.is_(None),
            CheckInValue.measure == WeeklyMeasure.PRESSURE.value,
        )
    )
    return json_rows(rows)


def latest_request_of_partner() -> ColumnElement[Any]:
    """Return the latest event in which the partner, of their own accord, asked to come: id, occurred_on; or null."""
    shown = json_object(id=SystemResponse.id, occurred_on=SystemResponse.occurred_on)
    rows = select(shown).where(
        SystemResponse.case_id == CASE,
        SystemResponse.entered_in_error_at.is_(None),
        SystemResponse.type == ResponseType.ASKS_TO_COME.value,
        SystemResponse.initiated_by == InitiatedBy.PARTNER.value,
    )
    return json_one(rows.order_by(SystemResponse.occurred_on.desc(), SystemResponse.id.desc()))


def requests_of_partner() -> ColumnElement[Any]:
    """Return the ids of all such events of the case."""
    rows = select(json_object(id=SystemResponse.id)).where(
        SystemResponse.case_id == CASE,
        SystemResponse.entered_in_error_at.is_(None),
        SystemResponse.type == ResponseType.ASKS_TO_COME.value,
        SystemResponse.initiated_by == InitiatedBy.PARTNER.value,
    )
    return json_rows(rows)


def wishes_to_invite(work: Work, from_on: date, until_on: date) -> AnySelect:
    """Select the clients who, as a review from a day to before another found, wished to invite the partner."""
    return select(SystemResponse.client_id).where(
        SystemResponse.readiness_outcome == ReadinessOutcome.CLIENT_WISHES_TO_INVITE.value,
        SystemResponse.reviewed_on >= from_on,
        SystemResponse.reviewed_on < until_on,
        SystemResponse.entered_in_error_at.is_(None),
        SystemResponse.visibility != Visibility.AUTHOR_PRIVATE.value,
        in_caseload(work, SystemResponse.client_id),
    )


def request_of_partner(work: Work, response_id: UUID, case_id: UUID) -> date | None:
    """Return the day on which a response of the case says that the partner asked to come; None if it says not so.

    RecordNotFound for a response that the asker may not know of.
    """
    found = item_for(work, SystemResponse, response_id)
    says_so = (
        found.case_id == case_id
        and found.entered_in_error_at is None
        and found.type == ResponseType.ASKS_TO_COME.value
        and found.initiated_by == InitiatedBy.PARTNER.value
    )
    return found.occurred_on if says_so else None


def pressure_of_weeks(
    events: Iterable[tuple[date, int]], reported: Iterable[tuple[date, Source, int]], today: date
) -> dict[date, int]:
    """Return the pressure of each of the last four whole weeks, by the Monday (decisions C20).

    ``events`` are (day, how often); ``reported`` are counts of check-ins, of which the client's go before the
    therapist's. A week counts as the larger of what was logged and what was reported.

    >>> pressure_of_weeks([(date(2026, 3, 4), 2)], [(date(2026, 3, 2), Source.CLIENT, 1)], date(2026, 3, 9))
    {datetime.date(2026, 3, 2): 2}
    """
    this = monday_of(today)
    first = this - timedelta(weeks=WEEKS)
    logged: Counter[date] = Counter()
    for day, times in events:
        logged[monday_of(day)] += times
    by_client_last = sorted(reported, key=lambda one: one[1] is Source.CLIENT)
    said = {week_of: value for week_of, _, value in by_client_last}  # the last one stays
    weeks = {week for week in (*logged, *said) if first <= week < this}
    return {week: max(logged[week], said.get(week, 0)) for week in sorted(weeks)}


def pressure_from(seen: Mapping[str, Any], today: date) -> dict[date, int]:
    """Return ``pressure_of_weeks`` from the rows ``pressure`` and ``reported_pressure`` of a statement."""
    return pressure_of_weeks(
        [(date.fromisoformat(row["occurred_on"]), row["times"]) for row in seen["pressure"]],
        [
            (date.fromisoformat(row["week_of"]), Source(row["source"]), row["value"])
            for row in seen["reported_pressure"]
        ],
        today,
    )
