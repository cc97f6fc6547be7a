"""Who is not to be contacted: kept as keyed hashes, asked in the transaction in which a message would leave.

Two kinds of entry look the same to the gateway and different to people. What staff recorded is listed in its case.
What a person said themself on a page (``recorded_by`` is null) is shown nowhere: not in a list, a count, an id, a
version, nor by how a message to them is shown. Hashes are HMAC under a key of the practice (security.md S9): without it
nobody can try addresses out, and two practices have nothing in common.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, bindparam, or_, select, update

from couplesone.kernel.errors import RecordNotFound
from couplesone.messages.addresses import same_mail, same_phone, same_words
from couplesone.messages.codes import MessageChannel, MessageState, Recipient, sources_of
from couplesone.messages.ending import can_cancel, cancel
from couplesone.messages.events import Left, tell
from couplesone.messages.models import DoNotContact as DoNotContact
from couplesone.messages.models import Message
from couplesone.persistence.paging import Page, PageRequest, instant, keyset, page_of
from couplesone.persistence.prepared import Prepared
from couplesone.persistence.work import Work

CODE: Final = "do_not_contact"
"""Why a message is withheld to which an entry stands in the way."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether somebody is not to be contacted: as staff recorded, and as the person said in private."""

    by_staff: bool
    privately: bool

    @property
    def stands(self) -> bool:
        """Whether any entry stands against contact."""
        return self.by_staff or self.privately


def note(
    work: Work,
    *,
    email: str | None = None,
    phone: str | None = None,
    postal_address: str | None = None,
    partner_id: UUID | None = None,
    case_id: UUID | None = None,
    client_id: UUID | None = None,
    recorded_by: UUID | None = None,
) -> UUID:
    """Note that somebody is not to be contacted, under whatever is known of them; return the entry's id.

    In the same transaction, what waits to be sent to them is stopped: openly if staff recorded it (``recorded_by``,
    ``case_id`` and its ``client_id`` together), and without a trace for people here if the person said so in private
    (all None). ValueError unless there is something to know them by.
    """
    found = _hashes(work, email, phone, postal_address, partner_id)
    of_staff = [one is not None for one in (recorded_by, case_id, client_id)]
    if not any(found.values()) or any(of_staff) != all(of_staff):
        raise ValueError("say whom, and either who recorded it in which case, or neither")
    entry = DoNotContact(recorded_at=work.now, recorded_by=recorded_by, **found)
    entry.case_id, entry.client_id = case_id, client_id
    work.add(entry)
    addresses = [value for value in (found["email_hash"], found["postal_hash"]) if value]
    theirs: list[ColumnElement[bool]] = [Message.address_hash.in_(addresses)]
    if partner_id is not None:
        theirs.append(and_(Message.partner_id == partner_id, Message.recipient == Recipient.PARTNER.value))
    waiting = and_(or_(*theirs), Message.recipient != Recipient.STAFF.value)
    if recorded_by is None:
        _stop_quietly(work, waiting)
    else:
        _stop_openly(work, waiting)
    return entry.id


_BY_STAFF: Final = Prepared(
    select(DoNotContact.id)
    .where(
        or_(
            *(
                column == bindparam(column.name)
                for column in (DoNotContact.person_hash, DoNotContact.email_hash, DoNotContact.postal_hash)
            )
        ),
        DoNotContact.recorded_by.is_not(None),
        DoNotContact.entered_in_error_at.is_(None),
    )
    .limit(1)
)


def staff_recorded(
    work: Work, *, partner_id: UUID | None, email: str | None = None, postal_address: str | None = None
) -> bool:
    """Say whether staff recorded that a partner, or who lives at an address, is not to be contacted. One statement."""
    found = _hashes(work, email, None, postal_address, partner_id)
    return bool(
        work.run(_BY_STAFF, **{name: found[name] for name in ("person_hash", "email_hash", "postal_hash")})
    )


def stands_against(
    work: Work,
    *,
    email: str | None = None,
    phone: str | None = None,
    postal_address: str | None = None,
    partner_id: UUID | None = None,
) -> Standing:
    """Say whether somebody is not to be contacted, by whatever is known of them. One statement.

    Whoever shows the answer to people shows ``by_staff`` only (decisions C18).
    """
    return _standing(work, _hashes(work, email, phone, postal_address, partner_id))


def stands_against_message(work: Work, message: Message) -> Standing:
    """Say whether whom a message is for is not to be contacted. One statement; staff always are."""
    if message.recipient == Recipient.STAFF:
        return Standing(by_staff=False, privately=False)
    to_partner = message.partner_id if message.recipient == Recipient.PARTNER else None
    found = _hashes(work, None, None, None, to_partner)
    by_channel = {MessageChannel.EMAIL: "email_hash", MessageChannel.LETTER: "postal_hash"}
    if column := by_channel.get(MessageChannel(message.channel)):
        found[column] = message.address_hash
    return _standing(work, found)


def listed(work: Work, case_id: UUID, page: PageRequest) -> Page[DoNotContact]:
    """Return what staff recorded in a case, the newest first; what people said in private is in no case."""
    statement = select(DoNotContact).where(
        DoNotContact.case_id == case_id, DoNotContact.recorded_by.is_not(None)
    )
    statement = keyset(
        statement, page, DoNotContact.recorded_at, DoNotContact.id, parse=instant, descending=True
    )
    rows = work.db.scalars(statement).all()
    return page_of(rows, page, lambda entry: (entry.recorded_at, entry.id))


def recorded(work: Work, entry_id: UUID) -> DoNotContact:
    """Return an entry that staff recorded; RecordNotFound, also for one that a person made in private."""
    entry = work.get(DoNotContact, entry_id)
    if entry.recorded_by is None:
        raise RecordNotFound
    return entry


def address_hash(work: Work, channel: MessageChannel, address: str | None) -> bytes | None:
    """Return the keyed hash of the address of a message; None without one."""
    if address is None or channel is MessageChannel.HAND_OVER:
        return None
    if channel is MessageChannel.EMAIL:
        return _hashes(work, address, None, None, None)["email_hash"]
    return _hashes(work, None, None, address, None)["postal_hash"]


def _hashes(
    work: Work, email: str | None, phone: str | None, postal_address: str | None, partner_id: UUID | None
) -> dict[str, bytes | None]:
    same = {
        "email_hash": same_mail(email) if email else "",
        "phone_hash": same_phone(phone) if phone else "",
        "postal_hash": same_words(postal_address) if postal_address else "",
        "person_hash": str(partner_id) if partner_id else "",
    }
    return {
        column: work.keyring.token(f"do not contact: {column}", text) if text else None
        for column, text in same.items()
    }


def _standing(work: Work, found: dict[str, bytes | None]) -> Standing:
    known = [getattr(DoNotContact, column) == value for column, value in found.items() if value]
    if not known:
        return Standing(by_staff=False, privately=False)
    stands = or_(*known), DoNotContact.entered_in_error_at.is_(None)
    private = set(work.db.scalars(select(DoNotContact.recorded_by.is_(None)).where(*stands)))
    return Standing(by_staff=False in private, privately=True in private)


def _stop_openly(work: Work, waiting: ColumnElement[bool]) -> None:
    """Cancel what waits for them."""
    cancellable = [state.value for state in sources_of(MessageState.CANCELLED)]
    rows = select(Message).where(waiting, Message.state.in_(cancellable)).order_by(Message.id)
    for message in work.db.scalars(rows.with_for_update()):
        if can_cancel(message):
            cancel(work, message)
            tell(work, message, Left.WITHHELD)


def _stop_quietly(work: Work, waiting: ColumnElement[bool]) -> None:
    """Withhold the mail that waits for them, leaving no mark on what people are shown: no version, no time."""
    work.db.execute(
        update(Message)
        .where(waiting, Message.state == MessageState.QUEUED.value)
        .values(state=MessageState.WITHHELD.value, withheld_code=CODE, withheld_privately=True)
        .execution_options(synchronize_session=False)
    )
    work.db.expire_all()  # what this transaction has read of them is no longer so
