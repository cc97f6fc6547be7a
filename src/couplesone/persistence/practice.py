"""The practice itself: the root that every row hangs from."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from couplesone.persistence.base import Base
from couplesone.persistence.columns import Guid, UtcDateTime


class Practice(Base):
    """A practice: one or more therapists who share clients, staff and settings."""

    __tablename__ = "practices"

    practice_id: Mapped[UUID] = mapped_column(Guid, primary_key=True, sort_order=-100)
    name: Mapped[str] = mapped_column(String(200))
    time_zone: Mapped[str] = mapped_column(String(64))
    wrapped_key: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(Integer)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Let every UPDATE check the version that was read."""
        return {"version_id_col": cls.version}
