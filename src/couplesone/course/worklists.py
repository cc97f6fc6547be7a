"""Cases that want attention, each list for a reason of its own (S1.13, S3.6, decisions B13).

Each list is one statement for the cases and one for the keys that open the clients' names. A list is sorted by the
day since when the case waits.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import literal

from couplesone.cases.overview import decision_review, open_cases, unseen_danger_sign
from couplesone.clients.caseload import in_caseload, on_care_team
from couplesone.clients.overview import name_of_client
from couplesone.course.schemas import WorklistItem
from couplesone.kernel.clock import monday_of
from couplesone.kernel.coded import Coded
from couplesone.kernel.permissions import Permission
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
    DANGER_SIGN = "danger_sign", "An answer tells of danger, and nobody has seen it"
    DECISION_REVIEW_DUE = "decision_review_due", "The client's decision is due for review"
    SCREEN_DUE = "screen_due", "A safety screen is due"
    READINESS_REVIEW = "readiness_review", "A sign of interest to look at; never an invitation by itself"


WorklistKind.version = 2


def worklist(work: Work, kind: WorklistKind, page: PageRequest, staff_id: UUID | None) -> Page[WorklistItem]:
    """Return the cases of a list that the asker may see, longest waiting first.

    A case without a next step waits since its opening, one without a check-in since the Monday of last week. Which
    cases wait for a safety screen is answered to whoever may read safety data; PermissionDenied to others.
    """
    cases = open_cases()
    last_monday = monday_of(work.today) - timedelta(weeks=1)
    conditions: list[Any] = [in_caseload(work, cases.client_id)]
    since: Any = cases.opened_on
    if kind is WorklistKind.NO_NEXT_STEP:
        conditions.append(cases.next_step.is_(None))
    elif kind is WorklistKind.NEXT_STEP_OVERDUE:
        since = cases.next_step_due_on
        conditions.append(since < work.today)
    elif kind is WorklistKind.REVIEW_DUE:
        since = active_plan_review(cases.id)
        conditions.append(since <= work.today)
    elif kind is WorklistKind.DANGER_SIGN:
        since = unseen_danger_sign(cases.id)
        conditions.append(since.is_not(None))
    elif kind is WorklistKind.DECISION_REVIEW_DUE:
        since = decision_review(cases.id)
        conditions.append(since <= work.today)
    elif kind is WorklistKind.SCREEN_DUE:
        conditions.append(in_caseload(work, cases.client_id, Permission.SAFETY_READ))
        days = value_on(work, SettingKey.SAFETY_SCREEN_MAX_AGE_DAYS, work.today)
        oldest = work.today - timedelta(days=days)
        since, waits = waits_since(cases.id, cases.opened_on, oldest)
        conditions.append(waits)
    elif kind is WorklistKind.READINESS_REVIEW:
        since = unreviewed_signal(cases.id)
        conditions.append(since.is_not(None))
    else:
        since = literal(last_monday)
        conditions += [cases.opened_on < monday_of(work.today), ~has_check_in(cases.id, last_monday)]
    if staff_id is not None:
        conditions.append(on_care_team(work, cases.client_id, staff_id=staff_id, hands_on=True))
    statement = cases.select(since.label("since"), name_of_client(cases.client_id)).where(*conditions)
    rows = work.db.execute(keyset(statement, page, since, cases.id, parse=date.fromisoformat)).all()
    work.keyring.load(row.client_id for row in rows)
    found = page_of(rows, page, lambda row: (row.since, row.id))
    return Page([_item(work, row) for row in found.items], found.next_cursor)


def _item(work: Work, row: Any) -> WorklistItem:
    return WorklistItem(
        case_id=row.id,
        client_id=row.client_id,
        client_name=work.keyring.open(
            row.client_name, table="clients", column="name_used", row=row.client_id
        ),
        status=row.status,
        stage=row.stage,
        due_on=row.since,
    )
