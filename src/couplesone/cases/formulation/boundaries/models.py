"""Tables of boundaries, and of the days on which they were honoured or crossed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, Date, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.formulation.codes import BoundaryOutcome, BoundaryTheme
from couplesone.cases.items import ClinicalItem, item_constraints, one_of
from couplesone.persistence.base import refers
from couplesone.persistence.columns import EncryptedText, Guid


class Boundary(ClinicalItem):
    """A limit of the client's, and the client's own act when it is crossed (S1.8, S2.46)."""

    __tablename__ = "boundaries"
    __table_args__ = (*item_constraints(), one_of("theme", BoundaryTheme))

    set_on: Mapped[date] = mapped_column(Date)
    theme: Mapped[str | None] = mapped_column(String(30))
    limit = EncryptedText[str]()
    my_action_if_crossed = EncryptedText[str]()
    wording_rule: Mapped[str | None] = mapped_column(String(60))
    wording_confirmed_by: Mapped[UUID | None] = mapped_column(Guid)
    wording_confirmed_reason = EncryptedText[str | None](nullable=True)


class BoundaryEvent(ClinicalItem):
    """That a limit was honoured or crossed on a day; ``acted`` says whether the client did what they had said."""

    __tablename__ = "boundary_events"
    __table_args__ = (
        *item_constraints(),
        refers("boundary_id", to="boundaries"),
        one_of("outcome", BoundaryOutcome),
        CheckConstraint("outcome = 'crossed' OR acted IS NULL", name="acted_when_crossed"),
        Index(None, "practice_id", "boundary_id"),
    )

    boundary_id: Mapped[UUID] = mapped_column(Guid)
    occurred_on: Mapped[date] = mapped_column(Date)
    outcome: Mapped[str] = mapped_column(String(20))
    acted: Mapped[bool | None] = mapped_column(Boolean)
    note = EncryptedText[str | None](nullable=True)
