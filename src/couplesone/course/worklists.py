"""Cases that want attention, each list for a reason of its own (S1.13, S3.6, decisions B13).

The PHQ-9 is due after strong despair (S0.4). A risk answer that nobody acknowledged is urgent, whatever the case's
status (S0.11).

Each list is one statement for the cases and one for the keys that open the clients' names. A list is sorted by the
day since when the case waits.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import literal, or_

from couplesone.cases.overview import (
    OpenCases,
    decision_review,
    last_despair,
    open_cases,
    unseen_danger_sign,
)
from couplesone.clients.caseload import in_caseload, on_care_team
from couplesone.clients.overview import name_of_client
from couplesone.course.schemas import WorklistItem
from couplesone.kernel.clock import monday_of
from couplesone.kernel.coded import Coded
from couplesone.kernel.permissions import Permission
from couplesone.measures.instruments.symptom_scales import PHQ_9
from couplesone.measures.overview import last_taken, risk_waits_since
from couplesone.persistence.paging import Page, PageRequest, keyset, page_of
from couplesone.persistence.work import Work
from couplesone.plans.overview import active_plan_review, has_check_in
from couplesone.practices.codes import SettingKey
from couplesone.practices.settings import value_on
from couplesone.safety.overview import waits_since


class WorklistKind(Coded):
    """Why a case is on a list."""

    NO_NEXT_STEP = "no_next_step", "No next step"
    NEXT_STEP_OVERDUE = "next_step_overdue", "Next step overdue"
    REVIEW_DUE = "review_due", "Review due"
    CHECK_IN_MISSING = "check_in_missing", "Last week's check-in is missing"
    DANGER_SIGN = "danger_sign", "An answer tells of danger, and nobody has seen it"
    DECISION_REVIEW_DUE = "decision_review_due", "The client's decision is due for review"
    SCREEN_DUE = "screen_due", "A safety screen is due"
    RISK_ANSWER = "risk_answer", "An answer must be looked at now"
    MEASURE_DUE = "measure_due", "The PHQ-9 is due after strong despair"


WorklistKind.version = 2


def worklist(work: Work, kind: WorklistKind, page: PageRequest, staff_id: UUID | None) -> Page[WorklistItem]:
    """Return the cases of a list that the asker may see, longest waiting first.

    A case without a next step waits since its opening, one without a check-in since the Monday of last week. Which
    cases wait for a safety screen is answered to whoever may read safety data; PermissionDenied to others.
    """
    cases = open_cases()
    since, *waiting = _waiting(work, kind, cases)
    conditions = [in_caseload(work, cases.client_id), *waiting]
    if kind is WorklistKind.SCREEN_DUE:
        conditions.append(in_caseload(work, cases.client_id, Permission.SAFETY_READ))
    if staff_id is not None:
        conditions.append(on_care_team(work, cases.client_id, staff_id=staff_id, hands_on=True))
    urgent = kind is WorklistKind.RISK_ANSWER
    columns = (since.label("since"), name_of_client(cases.client_id))
    statement = cases.select(*columns, whatever_status=urgent).where(*conditions)
    rows = work.db.execute(keyset(statement, page, since, cases.id, parse=date.fromisoformat)).all()
    work.keyring.load(row.client_id for row in rows)
    found = page_of(rows, page, lambda row: (row.since, row.id))
    return Page([_item(work, row, urgent=urgent) for row in found.items], found.next_cursor)


def _waiting(work: Work, kind: WorklistKind, cases: OpenCases) -> tuple[Any, ...]:
    """Return since when a case of a list waits, and the conditions of being on it."""
    today, last_monday = work.today, monday_of(work.today) - timedelta(weeks=1)
    review, step = active_plan_review(cases.id), cases.next_step_due_on
    risk, danger, decision = (
        risk_waits_since(cases.id),
        unseen_danger_sign(cases.id),
        decision_review(cases.id),
    )
    oldest = today - timedelta(days=value_on(work, SettingKey.SAFETY_SCREEN_MAX_AGE_DAYS, today))
    screen, unscreened = waits_since(cases.id, cases.opened_on, oldest)
    despair, taken = last_despair(cases.id, staff_id=work.staff_id), last_taken(cases.id, PHQ_9.code)
    unreported = ~has_check_in(cases.id, last_monday)
    lists: dict[WorklistKind, tuple[Any, ...]] = {
        WorklistKind.NO_NEXT_STEP: (cases.opened_on, cases.next_step.is_(None)),
        WorklistKind.NEXT_STEP_OVERDUE: (step, step < today),
        WorklistKind.REVIEW_DUE: (review, review <= today),
        WorklistKind.CHECK_IN_MISSING: (literal(last_monday), cases.opened_on < monday_of(today), unreported),
        WorklistKind.DANGER_SIGN: (danger, danger.is_not(None)),
        WorklistKind.DECISION_REVIEW_DUE: (decision, decision <= today),
        WorklistKind.SCREEN_DUE: (screen, unscreened),
        WorklistKind.RISK_ANSWER: (risk, risk.is_not(None)),
        WorklistKind.MEASURE_DUE: (despair, despair.is_not(None), or_(taken.is_(None), taken < despair)),
    }
    return lists[kind]


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
