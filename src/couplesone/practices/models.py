"""Tables of the practices room; the practice itself is in ``persistence``."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.persistence.base import Record, refers
from couplesone.persistence.columns import Guid
from couplesone.practices.codes import SettingKey

_KEYS = ", ".join(f"'{key.value}'" for key in SettingKey)


class PracticeSetting(Record):
    """A value that holds from a day on, until a later one. Rows are added and never changed."""

    __tablename__ = "practice_settings"
    __table_args__ = (
        refers(to="practices", target=()),
        refers("set_by", to="staff"),
        CheckConstraint(f"key IN ({_KEYS})", name="key_known"),
        Index(None, "practice_id", "key", "from_on"),
    )

    key: Mapped[str] = mapped_column(String(40))
    value: Mapped[int] = mapped_column(Integer)
    from_on: Mapped[date] = mapped_column(Date)
    set_by: Mapped[UUID | None] = mapped_column(Guid)
