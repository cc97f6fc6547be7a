"""Tables of the practices room; the practice itself is in ``persistence``."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.persistence.base import Record, refers
from couplesone.persistence.columns import Guid
from couplesone.practices.codes import SettingKey, TextKey

_KEYS = ", ".join(f"'{key.value}'" for key in SettingKey)
_TEXT_KEYS = ", ".join(f"'{key.value}'" for key in TextKey)


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


class PracticeText(Record):
    """A text of the practice's own that holds from a day on, until a later one. Rows are added, never changed."""

    __tablename__ = "practice_texts"
    __table_args__ = (
        refers(to="practices", target=()),
        refers("set_by", to="staff"),
        CheckConstraint(f"key IN ({_TEXT_KEYS})", name="key_known"),
        Index(None, "practice_id", "key", "from_on"),
    )

    key: Mapped[str] = mapped_column(String(40))
    text: Mapped[str] = mapped_column(Text)
    from_on: Mapped[date] = mapped_column(Date)
    set_by: Mapped[UUID | None] = mapped_column(Guid)
