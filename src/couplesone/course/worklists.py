"""Cases that want attention, each list for a reason of its own (S1.13, S3.6, decisions B13).

A case without a next step waits since its opening, one without a check-in since the Monday of last week, one with a
sign of interest since its day (S2.47); the PHQ-9 is due after strong despair (S0.4). A risk answer that nobody
acknowledged is urgent, whatever the case's status (S0.11). Which cases wait for a safety screen is answered to whoever
may read safety data.

Each list is one statement for the cases and one for the keys that open the clients' names. A list is sorted by the
day since when the case waits.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import literal, or_

from couplesone.cases.overview import (
    OpenCases,
    decision_review,
    last_despair,
    open_cases,
    risk_waits_since,
)
from couplesone.clients.caseload import in_caseload, on_care_team
from couplesone.clients.overview import name_of_client
from couplesone.course.schemas import WorklistItem
from couplesone.kernel.clock import monday_of
from couplesone.kernel.coded import Coded
from couplesone.kernel.permissions import Permission
from couplesone.measures.instruments.symptom_scales import PHQ_9
from couplesone.measures.overview import last_taken
from couplesone.persistence.paging import Page, PageRequest, keyset, page_of
from couplesone.persistence.work import Work
from couplesone.plans.overview import active_plan_review, has_check_in
from couplesone.plans.practised import unreviewed_signal
from couplesone.practices.codes import SettingKey
from couplesone.practices.settings import value_on
from couplesone.safety.overview import waits_since


class WorklistKind(Coded):
    """Why a case is on a list."""

    NO_NEXT_STEP = "no_next_step", "No next step"
    NEXT_STEP_OVERDUE = "next_step_overdue", "Next step overdue"
    REVIEW_DUE = "review_due", "Review due"
    CHECK_IN_MISSING = "check_in_missing", "Last week's check-in is missing"
    RISK_ANSWER = "risk_answer", "An answer must be looked at now"
    MEASURE_DUE = "measure_due", "The PHQ-9 is due after strong despair"
    SCREEN_DUE = "screen_due", "A safety screen is due"
    DECISION_REVIEW_DUE = "decision_review_due", "The client's decision is due for review"
    READINESS_REVIEW = "readiness_review", "A sign of interest to look at; never an invitation by itself"


WorklistKind.version = 2


def worklist(work: Work, kind: WorklistKind, page: PageRequest, staff_id: UUID | None) -> Page[WorklistItem]:
    """Return the cases of a list that the asker may see, longest waiting first.

    PermissionDenied for the list of screens to whoever may not read safety data, and for every list to a script whose
    scopes do not include the names of clients, which the lists show.
    """
    work.principal.require(Permission.CLIENT_READ)
    cases = open_cases()
    since, waits = _LISTS[kind](work, cases)
    conditions = [in_caseload(work, cases.client_id, case_id=cases.id), *waits]
    if staff_id is not None:
        conditions.append(
            on_care_team(work, cases.client_id, staff_id=staff_id, hands_on=True, case_id=cases.id)
        )
    urgent = kind is WorklistKind.RISK_ANSWER
    columns = (since.label("since"), name_of_client(cases.client_id))
    statement = cases.select(*columns, whatever_status=urgent).where(*conditions)
    rows = work.db.execute(keyset(statement, page, since, cases.id, parse=date.fromisoformat)).all()
    work.keyring.load(row.client_id for row in rows)
    found = page_of(rows, page, lambda row: (row.since, row.id))
    return Page([_item(work, row, urgent=urgent) for row in found.items], found.next_cursor)


Waiting = tuple[Any, list[Any]]
"""The column with the day since when a case waits, and the conditions that it waits."""


def _no_next_step(_: Work, cases: OpenCases) -> Waiting:
    return cases.opened_on, [cases.next_step.is_(None)]


def _next_step_overdue(work: Work, cases: OpenCases) -> Waiting:
    return cases.next_step_due_on, [cases.next_step_due_on < work.today]


def _review_due(work: Work, cases: OpenCases) -> Waiting:
    since = active_plan_review(cases.id)
    return since, [since <= work.today]


def _check_in_missing(work: Work, cases: OpenCases) -> Waiting:
    this_week = monday_of(work.today)
    last = this_week - timedelta(weeks=1)
    return literal(last), [cases.opened_on < this_week, ~has_check_in(cases.id, last)]


def _risk_answer(work: Work, cases: OpenCases) -> Waiting:
    since = risk_waits_since(cases.id)
    return since, [
        in_caseload(work, cases.client_id, Permission.SAFETY_READ, case_id=cases.id),
        since.is_not(None),
    ]


def _measure_due(work: Work, cases: OpenCases) -> Waiting:
    since, taken = last_despair(cases.id, staff_id=work.staff_id), last_taken(cases.id, PHQ_9.code)
    return since, [since.is_not(None), or_(taken.is_(None), taken < since)]


def _screen_due(work: Work, cases: OpenCases) -> Waiting:
    days = value_on(work, SettingKey.SAFETY_SCREEN_MAX_AGE_DAYS, work.today)
    since, waits = waits_since(cases.id, cases.opened_on, work.today - timedelta(days=days))
    return since, [in_caseload(work, cases.client_id, Permission.SAFETY_READ, case_id=cases.id), waits]


def _decision_review_due(work: Work, cases: OpenCases) -> Waiting:
    since = decision_review(cases.id)
    return since, [since <= work.today]


def _readiness_review(work: Work, cases: OpenCases) -> Waiting:
    since = unreviewed_signal(cases.id, staff_id=work.staff_id)
    return since, [since.is_not(None)]


_LISTS: dict[WorklistKind, Callable[[Work, OpenCases], Waiting]] = {
    WorklistKind.NO_NEXT_STEP: _no_next_step,
    WorklistKind.NEXT_STEP_OVERDUE: _next_step_overdue,
    WorklistKind.REVIEW_DUE: _review_due,
    WorklistKind.CHECK_IN_MISSING: _check_in_missing,
    WorklistKind.RISK_ANSWER: _risk_answer,
    WorklistKind.MEASURE_DUE: _measure_due,
    WorklistKind.SCREEN_DUE: _screen_due,
    WorklistKind.DECISION_REVIEW_DUE: _decision_review_due,
    WorklistKind.READINESS_REVIEW: _readiness_review,
}


def _item(work: Work, row: Any, *, urgent: bool) -> WorklistItem:
    return WorklistItem(
        case_id=row.id,
        client_id=row.client_id,
        client_name=work.keyring.open(
            row.client_name, table="clients", column="name_used", row=row.client_id
        ),
        status=row.status,
        stage=row.stage,
        due_on=row.since,
        urgent=urgent,
    )
