"""What the rooms above read of measures: JSON sub-selects about one case, by the parameter ``case_id``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, case, func, literal, null, select

from couplesone.cases.access import counts, open_to
from couplesone.measures.administrations.models import Administration
from couplesone.measures.administrations.scored import exact
from couplesone.measures.practice_instruments.models import PracticeInstrument
from couplesone.measures.results.series import Taken
from couplesone.measures.scoring.rule import rule_of
from couplesone.persistence.columns import Guid
from couplesone.persistence.json_sql import json_object, json_rows, parsed
from couplesone.persistence.tenancy import AnySelect
from couplesone.persistence.work import Work

CASE: ColumnElement[UUID] = bindparam("case_id", type_=Guid())


def administrations_of_case() -> ColumnElement[Any]:
    """Return what was taken, oldest first; the rule and name of the practice's own instruments come along."""
    own = Administration.practice_instrument_id.is_not(None)
    name = select(PracticeInstrument.name).where(
        PracticeInstrument.id == Administration.practice_instrument_id
    )
    shown = json_object(
        id=Administration.id,
        instrument=Administration.instrument,
        version=Administration.instrument_version,
        taken_on=Administration.taken_on,
        total=Administration.total,
        prorated=Administration.prorated,
        band=Administration.band,
        name=name.scalar_subquery(),
        rule=case((own, Administration.parameters), else_=null()),
    )
    rows = select(shown).where(Administration.case_id == CASE, counts(Administration))
    return json_rows(rows.order_by(Administration.taken_on, Administration.id))


def taken(rows: list[dict[str, Any]]) -> list[Taken]:
    """Return the rows of ``administrations_of_case`` as facts."""
    return [
        Taken(
            id=UUID(row["id"]),
            instrument=row["instrument"],
            version=row["version"],
            taken_on=date.fromisoformat(row["taken_on"]),
            total=exact(row["total"]),
            prorated=bool(row["prorated"]),
            band=row["band"],
            own_name=row["name"],
            own_rule=None if row["rule"] is None else rule_of(parsed(row["rule"])),
        )
        for row in rows
    ]


def last_taken(case_id: Any, instrument: str) -> ColumnElement[Any]:
    """Return the last day on which a case took an instrument, as a column; null if it never did."""
    return (
        select(func.max(Administration.taken_on))
        .where(
            Administration.case_id == case_id,
            Administration.instrument == instrument,
            Administration.entered_in_error_at.is_(None),
        )
        .scalar_subquery()
    )


def timeline() -> tuple[AnySelect, ...]:
    """Return selects of (occurred_on, kind, id, code) for the timeline of a case."""
    administrations = select(
        Administration.taken_on.label("occurred_on"),
        literal("administration").label("kind"),
        Administration.id,
        Administration.instrument.label("code"),
    ).where(Administration.case_id == CASE, counts(Administration))
    return (administrations,)


def last_totals(work: Work, case_ids: Sequence[UUID], instrument: str) -> dict[UUID, tuple[float, date]]:
    """Return the last total of an instrument in each of some cases, and its day; cases without one are left out.

    Whether the asker may know of the cases was decided by whoever names them.
    """
    rows = work.db.execute(
        select(Administration.case_id, Administration.total, Administration.taken_on)
        .where(
            Administration.case_id.in_(case_ids),
            Administration.instrument == instrument,
            Administration.total.is_not(None),
            Administration.entered_in_error_at.is_(None),
            open_to(work.author_id, Administration),
        )
        .order_by(Administration.taken_on, Administration.id)
    )
    return {row.case_id: (row.total, row.taken_on) for row in rows}
