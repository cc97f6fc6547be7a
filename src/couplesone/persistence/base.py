"""The declarative base, the naming convention, and what every record has.

Every table's key is ``(practice_id, id)``, and every foreign key carries ``practice_id`` too, so that no row can
point into another practice on any engine. There are no ORM relationships: what belongs together is selected
together by the feature's queries.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Integer, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from couplesone.kernel.errors import VersionStale
from couplesone.persistence.columns import Guid, UtcDateTime


class Base(DeclarativeBase):
    """The root of all tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def refers(*columns: str, to: str, target: tuple[str, ...] = ("id",), **options: Any) -> ForeignKeyConstraint:
    """Return the foreign key ``(practice_id, *columns)`` to ``(practice_id, *target)`` of table ``to``."""
    return ForeignKeyConstraint(
        ["practice_id", *columns], [f"{to}.practice_id", *(f"{to}.{name}" for name in target)], **options
    )


class Owned(Base):
    """Whatever belongs to a practice: its key starts with the practice."""

    __abstract__ = True

    practice_id: Mapped[UUID] = mapped_column(Guid, primary_key=True, sort_order=-100)


class Row(Owned):
    """A row of a practice that has an id of its own."""

    __abstract__ = True

    id: Mapped[UUID] = mapped_column(Guid, primary_key=True, sort_order=-90)


class Record(Row):
    """A row that people change: stamped, versioned, and never overwritten unseen."""

    __abstract__ = True

    created_at: Mapped[datetime] = mapped_column(UtcDateTime, sort_order=-80)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, sort_order=-70)
    version: Mapped[int] = mapped_column(Integer, sort_order=-60)

    missing: ClassVar[type[Exception] | None] = None

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Let every UPDATE check the version that was read (rowcount 1), and count it up."""
        return {"version_id_col": cls.version}

    def expect(self, version: int) -> None:
        """Raise VersionStale unless the record still has the version that the asker has seen."""
        if self.version != version:
            raise VersionStale(headers={"ETag": f'"{self.version}"'})
