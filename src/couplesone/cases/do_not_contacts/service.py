"""Recording in a case that somebody is not to be contacted: possible in a closed case too, for it only protects."""

from __future__ import annotations

from uuid import UUID

from couplesone.cases.access import case_for
from couplesone.cases.do_not_contacts.schemas import DoNotContactCreate, DoNotContactOut, KnownBy
from couplesone.cases.errors import ItemInError
from couplesone.cases.events import DoNotContactRecorded
from couplesone.kernel.errors import invalid_field
from couplesone.messages import do_not_contact
from couplesone.messages.addresses import mail_address, same_phone, same_words
from couplesone.messages.do_not_contact import DoNotContact
from couplesone.persistence.paging import Page, PageRequest
from couplesone.persistence.work import Work


class DoNotContactService:
    """Who is not to be contacted, as far as staff recorded it in a case."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def record(self, case_id: UUID, content: DoNotContactCreate) -> DoNotContactOut:
        """Record it, and stop what waits to be sent to them.

        Raises RecordNotFound, AddressNotValid; ValidationFailed if nothing says whom, or the case names no partner.
        """
        case = case_for(self.work, case_id)
        if content.partner and case.partner_id is None:
            raise invalid_field("/partner", "no_partner", "This case names no partner.")
        _require_something(content)
        entry_id = do_not_contact.note(
            self.work,
            email=content.email,
            phone=content.phone,
            postal_address=content.postal_address,
            partner_id=case.partner_id if content.partner else None,
            case_id=case.id,
            client_id=case.client_id,
            recorded_by=self.work.staff_id,
        )
        self.work.publish(DoNotContactRecorded(self.work.practice_id, case.id, case.client_id))
        return self.get(entry_id)

    def list(self, case_id: UUID, page: PageRequest) -> Page[DoNotContactOut]:
        """Return what staff recorded in a case, the newest first."""
        case = case_for(self.work, case_id)
        found = do_not_contact.listed(self.work, case.id, page)
        return Page([_shown(entry) for entry in found.items], found.next_cursor)

    def get(self, entry_id: UUID) -> DoNotContactOut:
        """Return what staff recorded; RecordNotFound."""
        entry = do_not_contact.recorded(self.work, entry_id)
        assert entry.case_id is not None
        case_for(self.work, entry.case_id)
        return _shown(entry)

    def mark_in_error(self, entry_id: UUID, reason: str, version: int) -> DoNotContactOut:
        """Mark an entry as made in error, so that it stops nothing more; what it stopped stays stopped.

        What the person said in private stands beside it, and no one is told of it. RecordNotFound, VersionStale,
        ItemInError.
        """
        entry = do_not_contact.recorded(self.work, entry_id)
        assert entry.case_id is not None
        case_for(self.work, entry.case_id)
        entry.expect(version)
        if entry.entered_in_error_at is not None:
            raise ItemInError
        entry.entered_in_error_at, entry.error_reason = self.work.now, reason
        self.work.flush()
        return _shown(entry)


def _require_something(content: DoNotContactCreate) -> None:
    if not (content.partner or content.email or content.phone or content.postal_address):
        raise invalid_field("", "nobody_named", "Say by what to recognise them.")
    if content.email is not None:
        mail_address(content.email)
    if content.phone is not None and not same_phone(content.phone):
        raise invalid_field("/phone", "no_number", "A telephone number has digits.")
    if content.postal_address is not None and not same_words(content.postal_address):
        raise invalid_field("/postal_address", "no_address", "An address has letters or digits.")


def _shown(entry: DoNotContact) -> DoNotContactOut:
    known = {
        KnownBy.EMAIL: entry.email_hash,
        KnownBy.PHONE: entry.phone_hash,
        KnownBy.POSTAL_ADDRESS: entry.postal_hash,
        KnownBy.PARTNER: entry.person_hash,
    }
    assert entry.case_id is not None
    assert entry.recorded_by is not None
    return DoNotContactOut(
        id=entry.id,
        version=entry.version,
        created_at=entry.created_at,
        updated_at=entry.updated_at,
        case_id=entry.case_id,
        known_by=[by for by, value in known.items() if value is not None],
        recorded_at=entry.recorded_at,
        recorded_by=entry.recorded_by,
        entered_in_error_at=entry.entered_in_error_at,
        error_reason=entry.error_reason,
    )
