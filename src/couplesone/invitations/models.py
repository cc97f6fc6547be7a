"""Tables of invitations. The database holds what it can: one under way, one delivered in a lifetime."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Index,
    LargeBinary,
    SmallInteger,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import ClinicalItem, between, item_constraints, one_of
from couplesone.invitations.codes import (
    HELD_REASONS,
    ApprovalMethod,
    Delivery,
    Hold,
    InvitationOffer,
    InvitationPurpose,
    InvitationSource,
    InvitationState,
    PartnerAnswer,
    VisitClosing,
    VisitFormat,
)
from couplesone.invitations.errors import (
    InvitationHeld,
    InvitationOpen,
    InvitationTransitionRefused,
    NothingToOverride,
    PartnerEventNotUsable,
)
from couplesone.persistence.base import Record, Row, refers
from couplesone.persistence.columns import EncryptedText, Guid, UtcDateTime

MAX_HAND_CODE_TRIES = 5
"""Wrong six-digit codes, after which an e-mailed invitation is withdrawn."""
_UNDER_WAY = text("state IN ('draft', 'approved', 'queued') AND entered_in_error_at IS NULL")
_DELIVERED = text("delivered_at IS NOT NULL AND partner_event_id IS NULL AND entered_in_error_at IS NULL")
_TAKEN = text("partner_event_id IS NOT NULL AND (delivered_at IS NOT NULL OR state <> 'withdrawn')")
"""An event that opened an invitation which never left may open another."""
_NOT_YET = "('draft', 'approved', 'queued', 'withdrawn')"
_REASONS = "({})".format(", ".join(f"'{reason.value}'" for reason in HELD_REASONS))


class Invitation(ClinicalItem):
    """An invitation as everybody may see it. Whether it was declined is nowhere in this row."""

    __tablename__ = "invitations"
    __table_args__ = (
        *item_constraints(),
        refers("partner_id", "client_id", to="partners", target=("id", "client_id"), onupdate="CASCADE"),
        refers("partner_event_id", to="system_responses"),
        refers("approval_link_id", to="access_links"),
        refers("link_id", to="access_links"),
        refers("agreed_by", to="staff"),
        refers("message_id", to="messages"),
        one_of("source", InvitationSource),
        one_of("purpose", InvitationPurpose),
        one_of("offer", InvitationOffer),
        one_of("format", VisitFormat),
        one_of("delivery", Delivery),
        one_of("state", InvitationState),
        one_of("approval_method", ApprovalMethod),
        one_of("closing", VisitClosing),
        between("hand_code_tries", 0, MAX_HAND_CODE_TRIES),
        CheckConstraint(
            "(source = 'partner_initiated') = (partner_event_id IS NOT NULL)", name="of_an_event"
        ),
        CheckConstraint("(approved_at IS NULL) = (approved_sha256 IS NULL)", name="approved_words"),
        CheckConstraint("(approved_at IS NULL) = (approval_method IS NULL)", name="approved_somehow"),
        CheckConstraint("(agreed_at IS NULL) = (agreed_sha256 IS NULL)", name="agreed_words"),
        CheckConstraint("(agreed_at IS NULL) = (agreed_by IS NULL)", name="agreed_by_somebody"),
        CheckConstraint(
            "state IN ('draft', 'withdrawn') OR approved_sha256 = text_sha256", name="goes_as_approved"
        ),
        CheckConstraint(f"state IN {_NOT_YET} OR delivered_at IS NOT NULL", name="delivered_first"),
        CheckConstraint("(delivered_at IS NULL) = (expires_at IS NULL)", name="delivered_for_a_time"),
        CheckConstraint("(closing IS NULL) = (state <> 'closed')", name="closed_with_an_outcome"),
        CheckConstraint("expires_at IS NULL OR expires_at > delivered_at", name="expires_later"),
        Index(
            "uq_invitations_under_way",
            "practice_id",
            "case_id",
            unique=True,
            sqlite_where=_UNDER_WAY,
            postgresql_where=_UNDER_WAY,
            info={"problem": InvitationOpen},
        ),
        Index(
            "uq_invitations_once",
            "practice_id",
            "client_id",
            "partner_id",
            unique=True,
            sqlite_where=_DELIVERED,
            postgresql_where=_DELIVERED,
            info={"problem": InvitationHeld},
        ),
        Index(
            "uq_invitations_event",
            "practice_id",
            "partner_event_id",
            unique=True,
            sqlite_where=_TAKEN,
            postgresql_where=_TAKEN,
            info={"problem": PartnerEventNotUsable},
        ),
    )

    partner_id: Mapped[UUID] = mapped_column(Guid)
    source: Mapped[str] = mapped_column(String(20))
    partner_event_id: Mapped[UUID | None] = mapped_column(Guid)
    purpose: Mapped[str | None] = mapped_column(String(40))
    offer: Mapped[str] = mapped_column(String(20))
    format: Mapped[str] = mapped_column(String(20))
    locale: Mapped[str] = mapped_column(String(10))
    client_words = EncryptedText[str | None](nullable=True)
    text = EncryptedText[str]()
    text_sha256: Mapped[str] = mapped_column(String(64))
    collateral_told: Mapped[bool] = mapped_column(Boolean, default=False)
    delivery: Mapped[str] = mapped_column(String(20))
    address = EncryptedText[str | None](nullable=True)
    state: Mapped[str] = mapped_column(String(20))
    agreed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    agreed_by: Mapped[UUID | None] = mapped_column(Guid)
    agreed_sha256: Mapped[str | None] = mapped_column(String(64))
    approved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    approved_sha256: Mapped[str | None] = mapped_column(String(64))
    approval_method: Mapped[str | None] = mapped_column(String(20))
    approval_link_id: Mapped[UUID | None] = mapped_column(Guid)
    approval_paper_sha256: Mapped[str | None] = mapped_column(String(64))
    link_id: Mapped[UUID | None] = mapped_column(Guid)
    hand_code_hash: Mapped[bytes | None] = mapped_column(LargeBinary)
    hand_code_tries: Mapped[int] = mapped_column(SmallInteger, default=0)
    message_id: Mapped[UUID | None] = mapped_column(Guid)
    queued_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    delivered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    accepted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    visit_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closing: Mapped[str | None] = mapped_column(String(20))

    def state_at(self, now: datetime) -> InvitationState:
        """Return where it stands at an instant: a delivered one reads as answered once its time has run out."""
        over = (
            self.state == InvitationState.DELIVERED and self.expires_at is not None and now >= self.expires_at
        )
        return InvitationState.ANSWERED if over else InvitationState(self.state)


class HoldOverride(ClinicalItem):
    """That the treating clinician went past a hold of one invitation, and why."""

    __tablename__ = "hold_overrides"
    __table_args__ = (
        *item_constraints(),
        refers("invitation_id", to="invitations"),
        CheckConstraint(
            f"hold IN ('{Hold.PRESSURE_HIGH.value}', '{Hold.PARTNER_DECIDED_TO_LEAVE.value}')",
            name="overridable",
        ),
        UniqueConstraint("practice_id", "invitation_id", "hold", info={"problem": NothingToOverride}),
    )

    invitation_id: Mapped[UUID] = mapped_column(Guid)
    hold: Mapped[str] = mapped_column(String(40))
    reason = EncryptedText[str]()


class HeldAttempt(Row):
    """That somebody wished to go on with an invitation and was held, for figures of the practice.

    It says no more than was told: what the clinical lead alone may know is ``administrative_review`` here too.
    """

    __tablename__ = "held_attempts"
    __table_args__ = (
        refers("case_id", "client_id", to="cases", target=("id", "client_id"), onupdate="CASCADE"),
        CheckConstraint(f"reason IN {_REASONS}", name="reason_known"),
        Index(None, "practice_id", "met_at"),
        Index(None, "practice_id", "case_id"),
    )

    case_id: Mapped[UUID] = mapped_column(Guid)
    client_id: Mapped[UUID] = mapped_column(Guid)
    met_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(String(40))


class PartnerReply(Record):
    """What the partner answered: private, one for each invitation, and sealed under the partner's own key.

    It changes no other row, unless the partner accepts, so that nobody can tell an answer from silence.
    """

    __tablename__ = "partner_replies"
    __table_args__ = (
        refers("invitation_id", to="invitations"),
        refers("partner_id", to="partners"),
        one_of("answer", PartnerAnswer),
        UniqueConstraint("practice_id", "invitation_id", info={"problem": InvitationTransitionRefused}),
    )

    invitation_id: Mapped[UUID] = mapped_column(Guid)
    partner_id: Mapped[UUID] = mapped_column(Guid)
    answer: Mapped[str] = mapped_column(String(20))
    replied_at: Mapped[datetime] = mapped_column(UtcDateTime)
    words = EncryptedText[str | None](nullable=True)
    may_be_read: Mapped[bool] = mapped_column(Boolean)

    @property
    def key_owner(self) -> UUID:
        """The person whose key seals this row."""
        return self.partner_id


class PartnerQuestion(Record):
    """A question that the partner asked before answering; for the treating clinician alone."""

    __tablename__ = "partner_questions"
    __table_args__ = (
        refers("invitation_id", to="invitations"),
        refers("partner_id", to="partners"),
        Index(None, "practice_id", "invitation_id"),
    )

    invitation_id: Mapped[UUID] = mapped_column(Guid)
    partner_id: Mapped[UUID] = mapped_column(Guid)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    words = EncryptedText[str]()

    @property
    def key_owner(self) -> UUID:
        """The person whose key seals this row."""
        return self.partner_id
