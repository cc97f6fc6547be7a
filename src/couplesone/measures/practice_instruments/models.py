"""The table of the practice's own instruments."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import one_of
from couplesone.kernel.errors import VersionStale
from couplesone.measures.codes import PracticeInstrumentStatus
from couplesone.persistence.base import Record, refers
from couplesone.persistence.columns import Guid


class PracticeInstrument(Record):
    """A version of an instrument that the practice brings: nobody's data, so it is not sealed."""

    __tablename__ = "practice_instruments"
    __table_args__ = (
        refers(to="practices", target=()),
        refers("added_by", to="staff"),
        one_of("status", PracticeInstrumentStatus),
        UniqueConstraint("practice_id", "code", "number", info={"problem": VersionStale}),
    )

    code: Mapped[str] = mapped_column(String(40))
    number: Mapped[int] = mapped_column(Integer)
    status: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(200))
    licence: Mapped[str] = mapped_column(String(200))
    questionnaire: Mapped[dict[str, Any]] = mapped_column(JSON)
    rule: Mapped[dict[str, Any]] = mapped_column(JSON)
    added_by: Mapped[UUID] = mapped_column(Guid)
