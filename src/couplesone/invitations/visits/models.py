"""Tables of visits."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import Date, SmallInteger, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import ClinicalItem, between, item_constraints, once, one_of
from couplesone.invitations.codes import VisitFormat
from couplesone.invitations.errors import InvitationTransitionRefused
from couplesone.invitations.visits.codes import CollateralMethod
from couplesone.invitations.visits.errors import CollateralConsentExists
from couplesone.persistence.base import refers
from couplesone.persistence.columns import EncryptedText, Guid


class CollateralConsent(ClinicalItem):
    """That the partner signed what the visit is and is not: which text, by hash, how, and when."""

    __tablename__ = "collateral_consents"
    __table_args__ = (
        *item_constraints(),
        refers("invitation_id", to="invitations"),
        one_of("method", CollateralMethod),
        once("invitation_id", problem=CollateralConsentExists),
    )

    invitation_id: Mapped[UUID] = mapped_column(Guid)
    text_sha256: Mapped[str] = mapped_column(String(64))
    method: Mapped[str] = mapped_column(String(30))
    signed_on: Mapped[date] = mapped_column(Date)


class CollateralVisit(ClinicalItem):
    """That the partner came: no chart, no score and no goal of theirs (S2.38, S3.26, S4.19)."""

    __tablename__ = "collateral_visits"
    __table_args__ = (
        *item_constraints(),
        refers("invitation_id", to="invitations"),
        one_of("format", VisitFormat),
        between("voluntariness", 0, 10),
        between("engagement", 0, 10),
        UniqueConstraint("practice_id", "invitation_id", info={"problem": InvitationTransitionRefused}),
    )

    invitation_id: Mapped[UUID] = mapped_column(Guid)
    visited_on: Mapped[date] = mapped_column(Date)
    format: Mapped[str] = mapped_column(String(20))
    voluntariness: Mapped[int] = mapped_column(SmallInteger)
    engagement: Mapped[int | None] = mapped_column(SmallInteger)
    note = EncryptedText[str | None](nullable=True)
