"""Practice settings with history: which value held on a day (decisions: a past decision keeps its threshold).

A setting holds from its ``from_on`` on. Where two hold from the same day, the one that was recorded later counts.
Nobody can set a day that has passed, so what held on it can be read for ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, func, select

from couplesone.kernel.errors import invalid_field, not_before
from couplesone.persistence.json_sql import json_object, json_rows
from couplesone.persistence.work import Work
from couplesone.practices.codes import SETTINGS, SettingKey
from couplesone.practices.models import PracticeSetting

_HISTORY: Final = select(PracticeSetting).order_by(
    PracticeSetting.from_on, PracticeSetting.created_at, PracticeSetting.id
)


def value_on(work: Work, key: SettingKey, day: date) -> int:
    """Return the value of a setting that holds, or held, on a day; the product default if none was set."""
    return _in_force(work.db.scalars(_HISTORY.where(PracticeSetting.key == key.value)), day)[key]


def value_column(key: SettingKey, day: Any) -> ColumnElement[int]:
    """Return the value of a setting on a day as a column, for a read model."""
    latest = (
        select(PracticeSetting.value)
        .where(PracticeSetting.key == key.value, PracticeSetting.from_on <= day)
        .order_by(
            PracticeSetting.from_on.desc(), PracticeSetting.created_at.desc(), PracticeSetting.id.desc()
        )
        .limit(1)
        .scalar_subquery()
    )
    return func.coalesce(latest, SETTINGS[key].default)


def values_column(day: Any) -> ColumnElement[Any]:
    """Return everything that was set up to a day as JSON rows, key and value, for ``values_from``."""
    rows = (
        select(json_object(key=PracticeSetting.key, value=PracticeSetting.value))
        .where(PracticeSetting.from_on <= day)
        .order_by(PracticeSetting.from_on, PracticeSetting.created_at, PracticeSetting.id)
    )
    return json_rows(rows)


def values_from(rows: Iterable[Mapping[str, Any]]) -> dict[SettingKey, int]:
    """Return every setting's value from the rows of ``values_column``."""
    values = {key: rule.default for key, rule in SETTINGS.items()}
    values.update({SettingKey(row["key"]): row["value"] for row in rows})
    return values


def values_on(work: Work, day: date) -> dict[SettingKey, int]:
    """Return every setting's value on a day, in one statement."""
    return _in_force(work.db.scalars(_HISTORY), day)


def history(work: Work) -> Sequence[PracticeSetting]:
    """Return everything that was ever set, the earliest day first."""
    return work.db.scalars(_HISTORY).all()


def set_value(work: Work, key: SettingKey, value: int, from_on: date | None = None) -> PracticeSetting:
    """Set a value from a day on (default: today).

    Raises ValidationFailed if it is out of range, DatesOutOfOrder if the day has passed.
    """
    rule = SETTINGS[key]
    if not rule.lowest <= value <= rule.highest:
        raise invalid_field("/value", "out_of_range", f"This setting takes {rule.lowest} to {rule.highest}.")
    not_before(from_on, work.today, "/from_on")
    return work.add(
        PracticeSetting(
            key=key.value,
            value=value,
            from_on=from_on or work.today,
            set_by=work.actor.staff_id if work.actor else None,
        )
    )


def _in_force(rows: Iterable[PracticeSetting], day: date) -> dict[SettingKey, int]:
    values = {key: rule.default for key, rule in SETTINGS.items()}
    values.update({SettingKey(row.key): row.value for row in rows if row.from_on <= day})
    return values
