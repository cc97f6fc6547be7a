"""Recording consents, and taking them back."""

from __future__ import annotations

import hashlib
from uuid import UUID

from sqlalchemy import select

from couplesone.clients.care_team.case_team import end_what_was_authorized
from couplesone.clients.caseload import client_for, client_to_write, in_caseload
from couplesone.clients.codes import ConsentKind
from couplesone.clients.consents.errors import ConsentAlreadyRevoked
from couplesone.clients.consents.schemas import ConsentCreate
from couplesone.clients.events import ConsentRevoked
from couplesone.clients.models import Client, Consent
from couplesone.clients.queries import has_partner
from couplesone.kernel.errors import RecordNotFound, invalid_field, not_in_the_future
from couplesone.persistence.constraints import LinkedRecordMissing
from couplesone.persistence.paging import Page, PageRequest, instant, keyset, page_of
from couplesone.persistence.work import Work


class ConsentService:
    """Consents of clients. What was given and taken back stays on file."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def record(self, client_id: UUID, consent: ConsentCreate) -> Consent:
        """Record that an active client agreed to a text.

        Raises ValidationFailed if the text or its hash is missing (or both are there) or a partner is named where
        none belongs, LinkedRecordMissing for a partner who is not theirs, DatesOutOfOrder.
        """
        client = client_to_write(self.work, client_id)
        self._check_partner(client, consent)
        given_at = consent.given_at or self.work.now
        not_in_the_future(given_at, self.work.now, "/given_at")
        return self.work.add(
            Consent(
                client_id=client.id,
                partner_id=consent.partner_id,
                kind=consent.kind.value,
                text_version=consent.text_version,
                text_sha256=_hash_of(consent),
                method=consent.method.value,
                given_at=given_at,
                recorded_by=self.work.staff_id,
            )
        )

    def list(self, client_id: UUID, page: PageRequest) -> Page[Consent]:
        """Return the consents of a client, the latest given first, those taken back among them."""
        client = client_for(self.work, client_id)
        statement = select(Consent).where(Consent.client_id == client.id)
        statement = keyset(statement, page, Consent.given_at, Consent.id, parse=instant, descending=True)
        self.work.keyring.load([client.id])
        rows = self.work.db.scalars(statement).all()
        return page_of(rows, page, lambda consent: (consent.given_at, consent.id))

    def get(self, consent_id: UUID) -> Consent:
        """Return one consent."""
        reachable = in_caseload(self.work, Consent.client_id)
        consent = self.work.db.scalar(select(Consent).where(Consent.id == consent_id, reachable))
        if consent is None:
            raise RecordNotFound
        self.work.subject = consent.client_id
        return consent

    def revoke(self, consent_id: UUID, note: str | None, version: int) -> Consent:
        """Take a consent back, now, also for a client who is archived; ConsentAlreadyRevoked the second time."""
        consent = self.get(consent_id)
        if consent.revoked_at is not None:
            raise ConsentAlreadyRevoked
        consent.expect(version)
        consent.revoked_at, consent.revocation_note = self.work.now, note
        if consent.kind == ConsentKind.SOLO_RECORD.value:
            end_what_was_authorized(self.work, consent)
        self.work.publish(
            ConsentRevoked(
                self.work.practice_id, consent.client_id, consent.id, ConsentKind(consent.kind).value
            )
        )
        return consent

    def _check_partner(self, client: Client, consent: ConsentCreate) -> None:
        if (consent.kind is ConsentKind.PARTNER_CONTACT) != (consent.partner_id is not None):
            raise invalid_field(
                "/partner_id",
                "partner_mismatch",
                "Name the partner for partner_contact, and for nothing else.",
            )
        if consent.partner_id is not None and not has_partner(self.work, client.id, consent.partner_id):
            raise LinkedRecordMissing


def _hash_of(consent: ConsentCreate) -> str:
    if (consent.text is None) == (consent.text_sha256 is None):
        raise invalid_field("/text", "text_or_hash", "Send either the text or its SHA-256 hash.")
    if consent.text is not None:
        return hashlib.sha256(consent.text.encode()).hexdigest()
    assert consent.text_sha256 is not None
    return consent.text_sha256
