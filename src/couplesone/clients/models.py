"""Tables of the clients room. Names and contact data are sealed under the key of the person they belong to."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Date,
    Index,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.clients.errors import ExternalIdTaken
from couplesone.persistence.base import Record, Row, refers
from couplesone.persistence.columns import EncryptedText, Guid, UtcDateTime


class Client(Record):
    """Somebody who is in treatment here. The id is also the id of the person whose keys seal the text."""

    __tablename__ = "clients"
    __table_args__ = (
        refers("id", to="people"),
        refers("merged_into_id", to="clients"),
        UniqueConstraint("practice_id", "test_data", "external_id", info={"problem": ExternalIdTaken}),
        CheckConstraint(
            "status IN ('active', 'archived', 'merged', 'entered_in_error')", name="status_known"
        ),
        CheckConstraint("(status = 'merged') = (merged_into_id IS NOT NULL)", name="merged_names_its_target"),
        Index(None, "practice_id", "updated_at", "id"),
        Index(None, "practice_id", "created_at", "id"),
    )

    status: Mapped[str] = mapped_column(String(20))
    name_used = EncryptedText[str]()
    legal_name = EncryptedText[str | None](nullable=True)
    pronouns = EncryptedText[str | None](nullable=True)
    birth_date = EncryptedText[str | None](nullable=True)
    email = EncryptedText[str | None](nullable=True)
    phone = EncryptedText[str | None](nullable=True)
    postal_address = EncryptedText[str | None](nullable=True)
    locale: Mapped[str] = mapped_column(String(35))
    time_zone: Mapped[str] = mapped_column(String(64))
    external_id: Mapped[str | None] = mapped_column(String(100))
    test_data: Mapped[bool] = mapped_column(Boolean)
    merged_into_id: Mapped[UUID | None] = mapped_column(Guid)
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    error_reason = EncryptedText[str | None](nullable=True)

    @property
    def key_owner(self) -> UUID:
        """The person whose key seals this row."""
        return self.id


class ClientNameToken(Row):
    """A keyed hash of a prefix of a word of a client's name, for searching without readable names."""

    __tablename__ = "client_name_tokens"
    __table_args__ = (
        refers("client_id", to="clients"),
        UniqueConstraint("practice_id", "client_id", "token"),
        Index(None, "practice_id", "token"),
    )

    client_id: Mapped[UUID] = mapped_column(Guid)
    token: Mapped[bytes] = mapped_column(LargeBinary)


class ContactPreference(Record):
    """What a client said about one channel. No row means: not asked yet, so no contact."""

    __tablename__ = "contact_preferences"
    __table_args__ = (
        refers("client_id", to="clients"),
        UniqueConstraint("practice_id", "client_id", "channel"),
        CheckConstraint("channel IN ('email', 'text_message', 'phone', 'letter')", name="channel_known"),
    )

    client_id: Mapped[UUID] = mapped_column(Guid)
    channel: Mapped[str] = mapped_column(String(20))
    allowed: Mapped[bool] = mapped_column(Boolean)
    discreet: Mapped[bool] = mapped_column(Boolean)
    voicemail: Mapped[bool] = mapped_column(Boolean)
    hours = EncryptedText[str | None](nullable=True)
    notes = EncryptedText[str | None](nullable=True)
    confirmed_on: Mapped[date] = mapped_column(Date)
    review_due_on: Mapped[date] = mapped_column(Date)

    @property
    def key_owner(self) -> UUID:
        """The person whose key seals this row."""
        return self.client_id


class CareTeamMember(Record):
    """Somebody's part in a client's care, from a day to before another day.

    One that ends on the day it starts never took effect: it was corrected the same day, and is kept.
    """

    __tablename__ = "care_team"
    __table_args__ = (
        refers("client_id", to="clients"),
        refers("staff_id", to="staff"),
        CheckConstraint("until_on IS NULL OR until_on >= from_on", name="ends_no_earlier_than_start"),
        CheckConstraint("role IN ('treating', 'covering', 'supervising')", name="role_known"),
        Index(None, "practice_id", "staff_id", "client_id"),
        Index(None, "practice_id", "client_id"),
    )

    client_id: Mapped[UUID] = mapped_column(Guid)
    staff_id: Mapped[UUID] = mapped_column(Guid)
    role: Mapped[str] = mapped_column(String(20))
    from_on: Mapped[date] = mapped_column(Date)
    until_on: Mapped[date | None] = mapped_column(Date)


class CaseTeamMember(Record):
    """Somebody's part in the care of one case only: nothing else of the client is within their reach (C10)."""

    __tablename__ = "case_team"
    __table_args__ = (
        refers("case_id", "client_id", to="cases", target=("id", "client_id"), onupdate="CASCADE"),
        refers("staff_id", to="staff"),
        CheckConstraint("until_on IS NULL OR until_on >= from_on", name="ends_no_earlier_than_start"),
        CheckConstraint("role IN ('treating', 'covering', 'supervising')", name="role_known"),
        Index(None, "practice_id", "staff_id", "case_id"),
        Index(None, "practice_id", "case_id"),
        Index(None, "practice_id", "client_id"),
    )

    case_id: Mapped[UUID] = mapped_column(Guid)
    client_id: Mapped[UUID] = mapped_column(Guid)
    staff_id: Mapped[UUID] = mapped_column(Guid)
    role: Mapped[str] = mapped_column(String(20))
    from_on: Mapped[date] = mapped_column(Date)
    until_on: Mapped[date | None] = mapped_column(Date)


class Partner(Record):
    """The partner of a client: a person who is not a client, perhaps without a name."""

    __tablename__ = "partners"
    __table_args__ = (
        refers("id", to="people"),
        refers("client_id", to="clients"),
        refers("became_client_id", to="clients"),
        UniqueConstraint("practice_id", "id", "client_id"),
        Index(None, "practice_id", "client_id"),
    )

    client_id: Mapped[UUID] = mapped_column(Guid)
    name_used = EncryptedText[str | None](nullable=True)
    pronouns = EncryptedText[str | None](nullable=True)
    contact = EncryptedText[str | None](nullable=True)
    birth_date = EncryptedText[str | None](nullable=True)
    email = EncryptedText[str | None](nullable=True)
    phone = EncryptedText[str | None](nullable=True)
    became_client_id: Mapped[UUID | None] = mapped_column(Guid)
    """Whom they became who came into treatment too, with the client's and their own consent (C10)."""
    notes = EncryptedText[str | None](nullable=True)
    entered_in_error_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    error_reason = EncryptedText[str | None](nullable=True)

    @property
    def key_owner(self) -> UUID:
        """The person whose key seals this row."""
        return self.id


class Relationship(Record):
    """What a client and a partner are to each other, since when; a new row when it changes."""

    __tablename__ = "relationships"
    __table_args__ = (
        refers("partner_id", "client_id", to="partners", target=("id", "client_id"), onupdate="CASCADE"),
        CheckConstraint("since_on IS NULL OR as_of_on >= since_on", name="as_of_after_since"),
        CheckConstraint(
            "kind IN ('married', 'civil_partnership', 'engaged', 'living_together', 'dating', 'other', 'unknown')",
            name="kind_known",
        ),
        CheckConstraint(
            "status IN ('together', 'on_a_break', 'separated', 'divorced', 'widowed', 'ended', 'unknown')",
            name="status_known",
        ),
        Index(None, "practice_id", "partner_id"),
    )

    client_id: Mapped[UUID] = mapped_column(Guid)
    partner_id: Mapped[UUID] = mapped_column(Guid)
    kind: Mapped[str] = mapped_column(String(30))
    status: Mapped[str] = mapped_column(String(30))
    since_on: Mapped[date | None] = mapped_column(Date)
    as_of_on: Mapped[date] = mapped_column(Date)
    cohabiting: Mapped[bool | None] = mapped_column(Boolean)
    children_at_home: Mapped[int | None] = mapped_column(Integer)
    entered_in_error_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    error_reason = EncryptedText[str | None](nullable=True)

    @property
    def key_owner(self) -> UUID:
        """The person whose key seals this row."""
        return self.client_id


class Consent(Record):
    """That a client agreed to a text: which version of it, by hash, how, when; and when it was taken back."""

    __tablename__ = "consents"
    __table_args__ = (
        refers("client_id", to="clients"),
        refers("partner_id", "client_id", to="partners", target=("id", "client_id"), onupdate="CASCADE"),
        CheckConstraint(
            "kind IN ('treatment', 'telehealth', 'partner_contact', 'solo_record', 'follow_up')",
            name="kind_known",
        ),
        CheckConstraint(
            "method IN ('paper_signature', 'electronic_signature', 'verbal')", name="method_known"
        ),
        CheckConstraint("revoked_at IS NULL OR revoked_at >= given_at", name="revoked_after_given"),
        CheckConstraint(
            "(kind = 'partner_contact') = (partner_id IS NOT NULL)", name="partner_contact_names_partner"
        ),
        Index(None, "practice_id", "client_id"),
    )

    client_id: Mapped[UUID] = mapped_column(Guid)
    partner_id: Mapped[UUID | None] = mapped_column(Guid)
    kind: Mapped[str] = mapped_column(String(30))
    text_version: Mapped[str] = mapped_column(String(50))
    text_sha256: Mapped[str] = mapped_column(String(64))
    method: Mapped[str] = mapped_column(String(30))
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revocation_note = EncryptedText[str | None](nullable=True)
    recorded_by: Mapped[UUID] = mapped_column(Guid)

    @property
    def key_owner(self) -> UUID:
        """The person whose key seals this row."""
        return self.client_id
