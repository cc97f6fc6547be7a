"""What reports of the whole practice read of cases: counts by code, of records that count, each with its people.

Every select gives (axis, code, detail, number, people); ``detail`` is null for the code as a whole, and the axis
``total`` has neither. What is in error, what is private to its author, and test data (or real data, for a test key)
are left out.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ColumnElement,
    String,
    and_,
    case,
    cast,
    distinct,
    exists,
    func,
    literal,
    null,
    select,
    union_all,
)

from couplesone.cases.codes import CaseStatus, Visibility
from couplesone.cases.items import ClinicalItem
from couplesone.cases.models import Case, RefusalEpisode, RefusalReason
from couplesone.clients.caseload import in_caseload
from couplesone.persistence.tenancy import AnySelect
from couplesone.persistence.work import Work

_CODE = String(60)
_NOTHING = cast(null(), _CODE)


def refusal_reasons(work: Work) -> AnySelect:
    """Return the reasons for refusals by code, counted in clients (S1.2)."""
    counted = and_(
        _shared(RefusalReason),
        exists().where(RefusalEpisode.id == RefusalReason.refusal_id, _shared(RefusalEpisode)),
        exists().where(Case.id == RefusalReason.case_id, Case.entered_in_error_at.is_(None)),
        in_caseload(work, RefusalReason.client_id),
    )
    clients = func.count(distinct(RefusalReason.client_id))
    total = _cells("total", _NOTHING, _NOTHING, clients, clients).where(counted)
    by_code = _cells("code", RefusalReason.code, _NOTHING, clients, clients).where(counted)
    return _all_of(total, by_code.group_by(RefusalReason.code))


def case_kinds(work: Work) -> AnySelect:
    """Return the cases by kind (S0.1)."""
    counted = _counted_case(work)
    total = _cells("total", _NOTHING, _NOTHING, *_CASES).where(counted)
    return _all_of(total, _cells("code", Case.kind, _NOTHING, *_CASES).where(counted).group_by(Case.kind))


def outcomes(work: Work) -> AnySelect:
    """Return closed cases by what was decided, by whether the partner came, and each by how the goals stood."""
    counted = and_(_counted_case(work), Case.status == CaseStatus.CLOSED.value)
    came = case(
        (Case.partner_attended.is_(None), "unknown"),
        (Case.partner_attended.is_(True), "attended"),
        else_="not_attended",
    )
    decided = func.coalesce(Case.relationship_outcome, "unknown")
    selects = [_cells("total", _NOTHING, _NOTHING, *_CASES).where(counted)]
    for axis, code in (("decision", decided), ("attendance", came)):
        inner = select(
            code.label("code"),
            func.coalesce(Case.goals_outcome, "not_assessed").label("goals"),
            Case.id,
            Case.client_id,
        ).where(counted)
        rows = inner.subquery(axis)
        sums = func.count(rows.c.id), func.count(distinct(rows.c.client_id))
        selects.append(_cells(axis, rows.c.code, _NOTHING, *sums).group_by(rows.c.code))
        selects.append(_cells(axis, rows.c.code, rows.c.goals, *sums).group_by(rows.c.code, rows.c.goals))
    return _all_of(*selects)


_CASES = (func.count(Case.id), func.count(distinct(Case.client_id)))


def _all_of(*selects: AnySelect) -> AnySelect:
    return select(*union_all(*selects).subquery("cells").columns)


def _cells(axis: str, code: Any, detail: Any, count: Any, people: Any) -> AnySelect:
    return select(
        literal(axis, _CODE).label("axis"),
        cast(code, _CODE).label("code"),
        cast(detail, _CODE).label("detail"),
        count.label("number"),
        people.label("people"),
    )


def _counted_case(work: Work) -> ColumnElement[bool]:
    return and_(Case.entered_in_error_at.is_(None), in_caseload(work, Case.client_id))


def _shared(kind: type[ClinicalItem]) -> ColumnElement[bool]:
    return and_(kind.entered_in_error_at.is_(None), kind.visibility != Visibility.AUTHOR_PRIVATE.value)
