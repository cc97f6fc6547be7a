"""Tables of partner statements."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import ClinicalItem, item_constraints, once, one_of
from couplesone.cases.partner_statements.codes import (
    Accuracy,
    Directness,
    LineCrossing,
    StatementKind,
    StatementSource,
    Verdict,
)
from couplesone.cases.partner_statements.errors import StatementAlreadyAssessed
from couplesone.persistence.base import refers
from couplesone.persistence.columns import EncryptedText, Guid


class PartnerStatement(ClinicalItem):
    """Something that was said about the partner: by whom, how directly, and how far it is borne out (S3.27)."""

    __tablename__ = "partner_statements"
    __table_args__ = (
        *item_constraints(),
        one_of("kind", StatementKind),
        one_of("source", StatementSource),
        one_of("directness", Directness),
        one_of("accuracy", Accuracy),
        one_of("line_crossing", LineCrossing),
    )

    occurred_on: Mapped[date] = mapped_column(Date)
    kind: Mapped[str] = mapped_column(String(30))
    text = EncryptedText[str]()
    source: Mapped[str] = mapped_column(String(30))
    directness: Mapped[str] = mapped_column(String(20))
    accuracy: Mapped[str] = mapped_column(String(20))
    line_crossing: Mapped[str | None] = mapped_column(String(20))


class StatementAssessment(ClinicalItem):
    """That a later statement bears out or contradicts an earlier one; once for each two."""

    __tablename__ = "statement_verdicts"
    __table_args__ = (
        *item_constraints(),
        refers("statement_id", to="partner_statements"),
        refers("by_statement_id", to="partner_statements"),
        one_of("verdict", Verdict),
        CheckConstraint("statement_id <> by_statement_id", name="of_another"),
        once("statement_id", "by_statement_id", problem=StatementAlreadyAssessed),
        Index(None, "practice_id", "by_statement_id"),
    )

    statement_id: Mapped[UUID] = mapped_column(Guid)
    by_statement_id: Mapped[UUID] = mapped_column(Guid)
    verdict: Mapped[str] = mapped_column(String(20))
    noted_on: Mapped[date] = mapped_column(Date)
