"""Tables of conjoint work. The database holds that each part is a case of its own client and of no other work."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Date,
    ForeignKeyConstraint,
    Index,
    SmallInteger,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.codes import CaseKind
from couplesone.cases.items import ClinicalItem, between, item_constraints, once, one_of
from couplesone.conjoint.codes import ConjointStatus, ReferralOrigin, ReferredTo, SignedBy
from couplesone.conjoint.errors import AgreementExists, ConjointNotAsked, GoalNotTheirs, ReferralNotUsable
from couplesone.persistence.base import Record, refers
from couplesone.persistence.columns import EncryptedText, Guid, UtcDateTime

_HOLDS = text("withdrawn_at IS NULL")
_BOTH = "client_paper_sha256 IS NOT NULL AND partner_paper_sha256 IS NOT NULL"


class ConjointReferral(ClinicalItem):
    """That client and partner wish to go on together, and with whom; it stays in the client's own case."""

    __tablename__ = "conjoint_referrals"
    __table_args__ = (
        *item_constraints(),
        refers("partner_id", "client_id", to="partners", target=("id", "client_id"), onupdate="CASCADE"),
        refers("invitation_id", to="invitations"),
        refers("response_id", to="system_responses"),
        refers("to_staff_id", to="staff"),
        one_of("origin", ReferralOrigin),
        one_of("referred_to", ReferredTo),
        CheckConstraint("(origin = 'visit') = (invitation_id IS NOT NULL)", name="of_a_visit"),
        CheckConstraint("(origin = 'partner_asked') = (response_id IS NOT NULL)", name="of_an_event"),
        CheckConstraint(
            f"referred_to <> 'same_therapist' OR (rationale IS NOT NULL AND {_BOTH})",
            name="same_with_reasons_and_both",
        ),
        CheckConstraint(f"to_staff_id IS NULL OR ({_BOTH})", name="within_with_both"),
        CheckConstraint(
            "(client_paper_sha256 IS NULL) = (client_signed_on IS NULL)", name="client_signed_on_a_day"
        ),
        CheckConstraint(
            "(partner_paper_sha256 IS NULL) = (partner_signed_on IS NULL)", name="partner_signed_on_a_day"
        ),
        once("invitation_id", problem=ConjointNotAsked),
        once("response_id", problem=ConjointNotAsked),
    )

    partner_id: Mapped[UUID] = mapped_column(Guid)
    occurred_on: Mapped[date] = mapped_column(Date)
    origin: Mapped[str] = mapped_column(String(20))
    invitation_id: Mapped[UUID | None] = mapped_column(Guid)
    response_id: Mapped[UUID | None] = mapped_column(Guid)
    referred_to: Mapped[str] = mapped_column(String(20))
    to_staff_id: Mapped[UUID | None] = mapped_column(Guid)
    to_whom = EncryptedText[str | None](nullable=True)
    rationale = EncryptedText[str | None](nullable=True)
    client_paper_sha256: Mapped[str | None] = mapped_column(String(64))
    client_signed_on: Mapped[date | None] = mapped_column(Date)
    partner_paper_sha256: Mapped[str | None] = mapped_column(String(64))
    partner_signed_on: Mapped[date | None] = mapped_column(Date)


class ConjointCase(Record):
    """The work with two clients. The id is also the id under whose key what is joint is sealed."""

    __tablename__ = "conjoint_cases"
    __table_args__ = (
        refers("id", to="people"),
        refers("referral_id", to="conjoint_referrals"),
        one_of("status", ConjointStatus),
        UniqueConstraint("practice_id", "referral_id", info={"problem": ReferralNotUsable}),
        CheckConstraint("(status = 'closed') = (closed_on IS NOT NULL)", name="closed_has_a_day"),
        CheckConstraint("closed_on IS NULL OR closed_on >= opened_on", name="closed_after_opening"),
        Index(None, "practice_id", "opened_on", "id"),
    )

    referral_id: Mapped[UUID] = mapped_column(Guid)
    status: Mapped[str] = mapped_column(String(20))
    opened_on: Mapped[date] = mapped_column(Date)
    closed_on: Mapped[date | None] = mapped_column(Date)
    opened_by: Mapped[UUID] = mapped_column(Guid)

    @property
    def key_owner(self) -> UUID:
        """The key of the joint record."""
        return self.id


class ConjointPart(Record):
    """One of the two clients, and their own part: a case that is theirs and is nothing but a part."""

    __tablename__ = "conjoint_parts"
    __table_args__ = (
        refers("conjoint_case_id", to="conjoint_cases"),
        refers(
            "case_id",
            "client_id",
            "case_kind",
            to="cases",
            target=("id", "client_id", "kind"),
            onupdate="CASCADE",
        ),
        CheckConstraint(f"case_kind = '{CaseKind.CONJOINT_PART.value}'", name="a_part_and_no_solo_case"),
        between("position", 1, 2),
        UniqueConstraint("practice_id", "conjoint_case_id", "position"),
        UniqueConstraint("practice_id", "conjoint_case_id", "client_id"),
        UniqueConstraint("practice_id", "case_id"),
    )

    conjoint_case_id: Mapped[UUID] = mapped_column(Guid)
    position: Mapped[int] = mapped_column(SmallInteger)
    client_id: Mapped[UUID] = mapped_column(Guid)
    case_id: Mapped[UUID] = mapped_column(Guid)
    case_kind: Mapped[str] = mapped_column(String(20), default=CaseKind.CONJOINT_PART.value)


def _of_one_of_the_two() -> ForeignKeyConstraint:
    return refers(
        "conjoint_case_id",
        "client_id",
        to="conjoint_parts",
        target=("conjoint_case_id", "client_id"),
        onupdate="CASCADE",
    )


class ConjointAgreement(Record):
    """That one of the two signed that the therapist keeps no secrets between them; which text, by hash."""

    __tablename__ = "conjoint_agreements"
    __table_args__ = (
        _of_one_of_the_two(),
        refers("recorded_by", to="staff"),
        one_of("method", SignedBy),
        Index(
            "uq_conjoint_agreements_holding",
            "practice_id",
            "conjoint_case_id",
            "client_id",
            unique=True,
            sqlite_where=_HOLDS,
            postgresql_where=_HOLDS,
            info={"problem": AgreementExists},
        ),
    )

    conjoint_case_id: Mapped[UUID] = mapped_column(Guid)
    client_id: Mapped[UUID] = mapped_column(Guid)
    text_sha256: Mapped[str] = mapped_column(String(64))
    paper_sha256: Mapped[str] = mapped_column(String(64))
    method: Mapped[str] = mapped_column(String(30))
    signed_on: Mapped[date] = mapped_column(Date)
    recorded_by: Mapped[UUID] = mapped_column(Guid)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class JointSession(Record):
    """A session with both."""

    __tablename__ = "joint_sessions"
    __table_args__ = (
        refers("conjoint_case_id", to="conjoint_cases"),
        refers("recorded_by", to="staff"),
        between("minutes", 1, 600),
        Index(None, "practice_id", "conjoint_case_id", "held_on"),
    )

    conjoint_case_id: Mapped[UUID] = mapped_column(Guid)
    held_on: Mapped[date] = mapped_column(Date)
    minutes: Mapped[int] = mapped_column(SmallInteger)
    note = EncryptedText[str | None](nullable=True)
    recorded_by: Mapped[UUID] = mapped_column(Guid)
    entered_in_error_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    error_reason = EncryptedText[str | None](nullable=True)

    @property
    def key_owner(self) -> UUID:
        """The key of the joint record."""
        return self.conjoint_case_id


class ConjointRelease(Record):
    """That both allowed something of the joint record to be given to somebody: both papers, or there is no row."""

    __tablename__ = "conjoint_releases"
    __table_args__ = (
        refers("conjoint_case_id", to="conjoint_cases"),
        refers("recorded_by", to="staff"),
        CheckConstraint("first_paper_sha256 <> second_paper_sha256", name="two_papers"),
        Index(None, "practice_id", "conjoint_case_id", "released_on"),
    )

    conjoint_case_id: Mapped[UUID] = mapped_column(Guid)
    released_on: Mapped[date] = mapped_column(Date)
    recipient = EncryptedText[str]()
    scope = EncryptedText[str]()
    first_paper_sha256: Mapped[str] = mapped_column(String(64))
    second_paper_sha256: Mapped[str] = mapped_column(String(64))
    recorded_by: Mapped[UUID] = mapped_column(Guid)

    @property
    def key_owner(self) -> UUID:
        """The key of the joint record."""
        return self.conjoint_case_id


class CarriedGoal(ClinicalItem):
    """That a client chose to take a goal of the work alone along into their part (S3.38)."""

    __tablename__ = "carried_goals"
    __table_args__ = (
        *item_constraints(),
        refers("goal_id", to="goals"),
        refers("copy_id", to="goals"),
        UniqueConstraint("practice_id", "case_id", "goal_id", info={"problem": GoalNotTheirs}),
    )

    goal_id: Mapped[UUID] = mapped_column(Guid)
    copy_id: Mapped[UUID] = mapped_column(Guid)
    paper_sha256: Mapped[str] = mapped_column(String(64))
    chosen_on: Mapped[date] = mapped_column(Date)
