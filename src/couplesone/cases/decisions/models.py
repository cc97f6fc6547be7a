"""The decision points' table."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON, Boolean, CheckConstraint, Date, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.decisions.codes import DecisionMethod, DecisionOption
from couplesone.cases.items import ClinicalItem, between, item_constraints, one_of
from couplesone.persistence.base import refers
from couplesone.persistence.columns import EncryptedText, Guid, UtcDateTime


class DecisionPoint(ClinicalItem):
    """What the client decided on a day, until which day it stands unlooked at, and how we know that it is theirs.

    ``recorded_by`` is the client, or the member of staff who filed the signed paper.
    """

    __tablename__ = "decision_points"
    __table_args__ = (
        *item_constraints(),
        refers("access_link_id", to="access_links"),
        one_of("choice", DecisionOption),
        one_of("method", DecisionMethod),
        between("ambivalence_stay", 0, 10),
        between("ambivalence_leave", 0, 10),
        between("viability_doubt", 0, 10),
        between("acceptance_of_refusal", 0, 10),
        CheckConstraint("review_on > decided_on", name="review_comes_later"),
        CheckConstraint("(method = 'signed_paper') = (paper_sha256 IS NOT NULL)", name="paper_is_kept"),
        CheckConstraint("(method = 'signed_paper') = (access_link_id IS NULL)", name="client_wrote_it"),
        CheckConstraint("(paper_sha256 IS NULL) = (paper_signed_on IS NULL)", name="paper_has_a_day"),
        CheckConstraint("(access_link_id IS NULL) = (text_sha256 IS NULL)", name="words_are_known"),
        CheckConstraint("(text_sha256 IS NULL) = (text_version IS NULL)", name="words_have_a_version"),
    )

    decided_on: Mapped[date] = mapped_column(Date)
    review_on: Mapped[date] = mapped_column(Date)
    choice: Mapped[str] = mapped_column(String(20))
    options: Mapped[list[str]] = mapped_column(JSON)
    dealbreakers = EncryptedText[str]()
    ambivalence_stay: Mapped[int] = mapped_column(SmallInteger)
    ambivalence_leave: Mapped[int] = mapped_column(SmallInteger)
    using_refusal_as_evidence: Mapped[bool | None] = mapped_column(Boolean)
    viability_doubt: Mapped[int | None] = mapped_column(SmallInteger)
    acceptance_of_refusal: Mapped[int | None] = mapped_column(SmallInteger)
    words = EncryptedText[str | None](nullable=True)
    method: Mapped[str] = mapped_column(String(20))
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)
    access_link_id: Mapped[UUID | None] = mapped_column(Guid)
    text_version: Mapped[str | None] = mapped_column(String(20))
    text_sha256: Mapped[str | None] = mapped_column(String(64))
    paper_sha256: Mapped[str | None] = mapped_column(String(64))
    paper_signed_on: Mapped[date | None] = mapped_column(Date)
