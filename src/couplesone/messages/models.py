"""Tables of the messages room. A message lies in a client's chart and is sealed under that client's key."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, Index, Integer, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.kernel.coded import Coded
from couplesone.messages.codes import Category, MessageChannel, MessageState, Recipient
from couplesone.messages.errors import FirstContactExists
from couplesone.persistence.base import Record, refers
from couplesone.persistence.columns import EncryptedText, Guid, UtcDateTime


def _one_of(column: str, vocabulary: type[Coded]) -> CheckConstraint:
    codes = ", ".join(f"'{member.value}'" for member in vocabulary)
    return CheckConstraint(f"{column} IN ({codes})", name=f"{column}_known")


_LIVE = text(
    "category = 'first_contact' AND about_id IS NOT NULL AND (withheld_privately OR state IN "
    "('queued', 'attempting', 'sent', 'unknown', 'prepared', 'handed_over'))"
)


class Message(Record):
    """Something said to somebody.

    ``enclosed`` (a link, a code) stands in the text while it is on its way, in place of the mark ``{enclosed}``, and
    is forgotten afterwards: only hashes of such secrets are kept. ``fencing`` is the number of the claim under which
    it was last attempted. ``withheld_code`` says which rule held it back; ``withheld_privately`` that the reason is
    nobody's business here.
    """

    __tablename__ = "messages"
    __table_args__ = (
        refers("client_id", to="clients"),
        refers("case_id", "client_id", to="cases", target=("id", "client_id"), onupdate="CASCADE"),
        refers("partner_id", to="partners"),
        refers("staff_id", to="staff"),
        refers("job_id", to="jobs"),
        _one_of("category", Category),
        _one_of("recipient", Recipient),
        _one_of("channel", MessageChannel),
        _one_of("state", MessageState),
        CheckConstraint("(channel = 'email') = (message_id IS NOT NULL)", name="email_has_a_message_id"),
        CheckConstraint("channel <> 'email' OR address IS NOT NULL", name="email_has_an_address"),
        CheckConstraint("(state = 'withheld') = (withheld_code IS NOT NULL)", name="withheld_for_a_reason"),
        Index(
            None,
            "practice_id",
            "kind",
            "about_id",
            unique=True,
            sqlite_where=_LIVE,
            postgresql_where=_LIVE,
            info={"problem": FirstContactExists},
        ),
        Index(None, "practice_id", "client_id", "created_at", "id"),
        Index(None, "practice_id", "created_at", "id"),
        Index(None, "practice_id", "state"),
        Index(None, "practice_id", "address_hash"),
    )

    client_id: Mapped[UUID] = mapped_column(Guid)
    case_id: Mapped[UUID | None] = mapped_column(Guid)
    partner_id: Mapped[UUID | None] = mapped_column(Guid)
    staff_id: Mapped[UUID | None] = mapped_column(Guid)
    about_id: Mapped[UUID | None] = mapped_column(Guid)
    """What it is about: an invitation, an appointment."""
    kind: Mapped[str] = mapped_column(String(40))
    category: Mapped[str] = mapped_column(String(20))
    recipient: Mapped[str] = mapped_column(String(20))
    channel: Mapped[str] = mapped_column(String(20))
    address = EncryptedText[str | None](nullable=True)
    address_hash: Mapped[bytes | None] = mapped_column(LargeBinary)
    subject: Mapped[str] = mapped_column(String(200))
    body = EncryptedText[str]()
    enclosed = EncryptedText[str | None](nullable=True)
    state: Mapped[str] = mapped_column(String(20))
    not_before: Mapped[datetime] = mapped_column(UtcDateTime)
    message_id: Mapped[str | None] = mapped_column(String(200))
    job_id: Mapped[UUID | None] = mapped_column(Guid)
    attempts: Mapped[int] = mapped_column(Integer)
    fencing: Mapped[int] = mapped_column(Integer)
    queued_by: Mapped[UUID | None] = mapped_column(Guid)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    failure_code: Mapped[str | None] = mapped_column(String(60))
    withheld_code: Mapped[str | None] = mapped_column(String(60))
    withheld_privately: Mapped[bool] = mapped_column(Boolean, default=False)
    resolved_by: Mapped[UUID | None] = mapped_column(Guid)

    @property
    def key_owner(self) -> UUID:
        """The person whose key seals this row."""
        return self.client_id


class DoNotContact(Record):
    """That somebody is not to be contacted: keyed hashes of how they could be, never the addresses themselves.

    ``recorded_by`` is null when the person said so themself on a page; such a row names no case, is shown nowhere,
    and is never an error.
    """

    __tablename__ = "do_not_contacts"
    __table_args__ = (
        refers(to="practices", target=()),
        refers("case_id", "client_id", to="cases", target=("id", "client_id"), onupdate="CASCADE"),
        refers("recorded_by", to="staff"),
        CheckConstraint(
            "email_hash IS NOT NULL OR phone_hash IS NOT NULL OR postal_hash IS NOT NULL "
            "OR person_hash IS NOT NULL",
            name="says_whom",
        ),
        CheckConstraint("(recorded_by IS NULL) = (case_id IS NULL)", name="private_or_in_a_case"),
        CheckConstraint("(case_id IS NULL) = (client_id IS NULL)", name="case_of_a_client"),
        CheckConstraint("entered_in_error_at IS NULL OR recorded_by IS NOT NULL", name="private_stands"),
        CheckConstraint("(entered_in_error_at IS NULL) = (error_reason IS NULL)", name="error_with_a_reason"),
        Index(None, "practice_id", "email_hash"),
        Index(None, "practice_id", "phone_hash"),
        Index(None, "practice_id", "postal_hash"),
        Index(None, "practice_id", "person_hash"),
        Index(None, "practice_id", "case_id", "recorded_at", "id"),
    )

    case_id: Mapped[UUID | None] = mapped_column(Guid)
    client_id: Mapped[UUID | None] = mapped_column(Guid)
    email_hash: Mapped[bytes | None] = mapped_column(LargeBinary)
    phone_hash: Mapped[bytes | None] = mapped_column(LargeBinary)
    postal_hash: Mapped[bytes | None] = mapped_column(LargeBinary)
    person_hash: Mapped[bytes | None] = mapped_column(LargeBinary)
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    recorded_by: Mapped[UUID | None] = mapped_column(Guid)
    entered_in_error_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    error_reason = EncryptedText[str | None](nullable=True)

    @property
    def key_owner(self) -> UUID | None:
        """The client in whose case it was recorded, if it was."""
        return self.client_id
