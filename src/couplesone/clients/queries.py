"""What rooms above may ask about clients and partners. What a statement carries along is in ``overview``."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from couplesone.clients.caseload import in_caseload
from couplesone.clients.codes import Channel, ClientStatus, ConsentKind
from couplesone.clients.models import Client, Consent, ContactPreference, Partner
from couplesone.persistence.constraints import LinkedRecordMissing
from couplesone.persistence.work import Work


def names_of_clients(work: Work, client_ids: Collection[UUID]) -> dict[UUID, str]:
    """Return the names in use of the given clients: one statement for them, one for the keys.

    Whether the asker may know of them was decided by whoever selected the ids.
    """
    work.keyring.load(client_ids)
    rows = work.db.execute(select(Client.id, Client.name_used).where(Client.id.in_(client_ids)))
    return {
        client_id: work.keyring.open(sealed, table=Client.__tablename__, column="name_used", row=client_id)
        for client_id, sealed in rows
    }


def names_of_partners(work: Work, partner_ids: Collection[UUID]) -> dict[UUID, str | None]:
    """Return the names in use of the given partners, None for one without: as for clients."""
    work.keyring.load(partner_ids)
    rows = work.db.execute(select(Partner.id, Partner.name_used).where(Partner.id.in_(partner_ids)))
    return {
        partner_id: sealed
        and work.keyring.open(sealed, table=Partner.__tablename__, column="name_used", row=partner_id)
        for partner_id, sealed in rows
    }


def consents_to(work: Work, client_id: UUID, kind: ConsentKind) -> bool:
    """Say whether a consent of the client to something is in force."""
    found = select(Consent.id).where(
        Consent.client_id == client_id, Consent.kind == kind.value, Consent.revoked_at.is_(None)
    )
    return work.db.scalar(found.limit(1)) is not None


def channel_is_safe(work: Work, client_id: UUID, channel: Channel, *, confirmed_lately: bool = False) -> bool:
    """Say whether the client allowed contact through a channel; not asked means no (security S3).

    ``confirmed_lately``: and what they said is not due to be asked again.
    """
    wish = work.db.execute(
        select(ContactPreference.allowed, ContactPreference.review_due_on).where(
            ContactPreference.client_id == client_id, ContactPreference.channel == channel.value
        )
    ).first()
    return wish is not None and wish.allowed and not (confirmed_lately and wish.review_due_on <= work.today)


def mail_of_active_client(work: Work, client_id: UUID) -> tuple[bool, str | None]:
    """Return whether the client is on file and active, and the mail address that is on file for them."""
    row = work.db.execute(select(Client.status, Client.email).where(Client.id == client_id)).first()
    if row is None or row[0] != ClientStatus.ACTIVE:
        return False, None
    sealed = row[1]
    return True, sealed and work.keyring.open(
        sealed, table=Client.__tablename__, column="email", row=client_id
    )


def locale_of_client(work: Work, client_id: UUID) -> str | None:
    """Return the language tag that a client reads, None if there is no such client."""
    return work.db.scalar(select(Client.locale).where(Client.id == client_id))


def has_partner(work: Work, client_id: UUID, partner_id: UUID) -> bool:
    """Say whether the partner is this client's and was not entered in error."""
    found = select(Partner.id).where(
        Partner.id == partner_id, Partner.client_id == client_id, Partner.entered_in_error_at.is_(None)
    )
    return work.db.scalar(found) is not None


def is_only_a_partner(work: Work, client_id: UUID, partner_id: UUID) -> bool:
    """Say whether the partner is this client's, was not entered in error, and is no client here.

    Locked until the end, so that nobody becomes a client meanwhile.
    """
    found = select(Partner.id).where(
        Partner.id == partner_id,
        Partner.client_id == client_id,
        Partner.entered_in_error_at.is_(None),
        Partner.became_client_id.is_(None),
    )
    return work.db.scalar(found.with_for_update()) is not None


def client_with_external_id(work: Work, external_id: str) -> UUID:
    """Return the client whom another system knows by this id; LinkedRecordMissing if the actor knows none."""
    found = work.db.scalar(
        select(Client.id).where(Client.external_id == external_id, in_caseload(work, Client.id))
    )
    if found is None:
        raise LinkedRecordMissing
    return found
