"""The table of system responses."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, Date, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import ClinicalItem, item_constraints, one_of
from couplesone.persistence.base import refers
from couplesone.persistence.columns import EncryptedText, Guid
from couplesone.plans.responses.codes import (
    InitiatedBy,
    ReadinessOutcome,
    ResponseDomain,
    ResponseReporter,
    ResponseType,
    Valence,
)


class SystemResponse(ClinicalItem):
    """What is reported to have come back from the system, with or without an experiment before it (S0.16)."""

    __tablename__ = "system_responses"
    __table_args__ = (
        *item_constraints(),
        refers("experiment_id", to="experiments"),
        one_of("valence", Valence),
        one_of("type", ResponseType),
        one_of("domain", ResponseDomain),
        one_of("initiated_by", InitiatedBy),
        one_of("reported_by", ResponseReporter),
        one_of("readiness_outcome", ReadinessOutcome),
        CheckConstraint(
            "(reviewed_on IS NULL) = (readiness_outcome IS NULL)", name="reviewed_with_an_outcome"
        ),
        Index(None, "practice_id", "experiment_id"),
    )

    occurred_on: Mapped[date] = mapped_column(Date)
    valence: Mapped[str] = mapped_column(String(20))
    type: Mapped[str] = mapped_column(String(30))
    domain: Mapped[str] = mapped_column(String(20))
    initiated_by: Mapped[str] = mapped_column(String(20))
    reported_by: Mapped[str] = mapped_column(String(20))
    with_fear: Mapped[bool] = mapped_column(Boolean)
    words = EncryptedText[str | None](nullable=True)
    experiment_id: Mapped[UUID | None] = mapped_column(Guid)
    reviewed_on: Mapped[date | None] = mapped_column(Date)
    readiness_outcome: Mapped[str | None] = mapped_column(String(30))

    @property
    def feeds_readiness(self) -> bool:
        """Whether it opened a readiness review."""
        return ResponseType(self.type).feeds_readiness
