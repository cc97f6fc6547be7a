"""Making one client of two files.

The duplicate becomes a tombstone that names the survivor; everything the duplicate had belongs to the survivor,
in one transaction. Rooms above this one move what is theirs when they hear of ``ClientMerged``.

What goes where: partners (with relationships and the consents and cases that name them, by the keys), consents,
names to search by, and the keys that sealed it all, so that it still opens. Of the wishes for contact the
survivor's win, channel by channel. The care team becomes that of both; the duplicate's own stays with the
tombstone, so that whoever knew the old id is told the new one.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update

from couplesone.clients.care_team.case_team import require_authorization
from couplesone.clients.caseload import client_for
from couplesone.clients.codes import ClientStatus
from couplesone.clients.conflicts.detecting import clients_merged
from couplesone.clients.conflicts.overview import keep_apart
from couplesone.clients.errors import ClientArchived, ClientTransitionRefused
from couplesone.clients.events import ClientMerged
from couplesone.clients.models import (
    CareTeamMember,
    Client,
    ClientNameToken,
    Consent,
    ContactPreference,
    Partner,
)
from couplesone.clients.partners.becoming import are_a_couple_here
from couplesone.clients.registry.policy import MOVES
from couplesone.clients.registry.search import SeenClient, seen
from couplesone.kernel.errors import RecordNotFound, invalid_field
from couplesone.persistence.base import Record
from couplesone.persistence.constraints import LinkedRecordMissing
from couplesone.persistence.work import Work


def merge_client(work: Work, duplicate_id: UUID, into_client_id: UUID, version: int) -> SeenClient:
    """Merge the duplicate into the survivor and return the tombstone.

    Raises ClientTransitionRefused, ValidationFailed if the two are the same, LinkedRecordMissing if there is no
    such survivor, ClientArchived if the survivor is not active, AdministrativeReview,
    AuthorizationMissing.
    """
    duplicate = client_for(work, duplicate_id)
    duplicate.expect(version)
    MOVES["merge_client"].check(duplicate)
    if are_a_couple_here(work, duplicate_id, into_client_id):
        raise ClientTransitionRefused
    survivor = _survivor(work, duplicate, into_client_id)
    _move_external_id(work, duplicate, survivor)
    duplicate.status, duplicate.merged_into_id = ClientStatus.MERGED.value, survivor.id
    duplicate.archived_at = None
    work.flush()  # what follows are bulk statements
    _move_wishes(work, duplicate.id, survivor.id)
    _move_names(work, duplicate.id, survivor.id)
    _move_partners_and_consents(work, duplicate.id, survivor.id)
    _unite_care_teams(work, duplicate.id, survivor.id)
    work.keyring.hand_over(duplicate.id, survivor.id)
    _change(work, Client, Client.merged_into_id == duplicate.id, merged_into_id=survivor.id)
    clients_merged(work, duplicate.id, survivor)
    work.publish(ClientMerged(work.practice_id, duplicate.id, survivor.id))
    work.audit("merge_client", survivor.id, client_id=survivor.id)
    return seen(work, duplicate, writable=False)


def _survivor(work: Work, duplicate: Client, into_client_id: UUID) -> Client:
    if into_client_id == duplicate.id:
        raise invalid_field("/into_client_id", "same_client", "A client is not merged into themselves.")
    try:
        survivor = client_for(work, into_client_id)
    except RecordNotFound:
        raise LinkedRecordMissing from None
    finally:
        work.subject = duplicate.id
    if survivor.status != ClientStatus.ACTIVE:
        raise ClientArchived
    return survivor


def _move_external_id(work: Work, duplicate: Client, survivor: Client) -> None:
    """Let another system find the survivor under the duplicate's external id, unless it knows another already."""
    if survivor.external_id is None and duplicate.external_id is not None:
        moving, duplicate.external_id = duplicate.external_id, None
        work.flush()  # an external id belongs to one client at any time
        survivor.external_id = moving


def _move_wishes(work: Work, duplicate_id: UUID, survivor_id: UUID) -> None:
    taken = select(ContactPreference.channel).where(ContactPreference.client_id == survivor_id)
    theirs = work.db.scalars(taken).all()
    condition = ContactPreference.client_id == duplicate_id
    _change(
        work, ContactPreference, condition, ContactPreference.channel.not_in(theirs), client_id=survivor_id
    )


def _move_names(work: Work, duplicate_id: UUID, survivor_id: UUID) -> None:
    taken = work.db.scalars(
        select(ClientNameToken.token).where(ClientNameToken.client_id == survivor_id)
    ).all()
    of_duplicate = ClientNameToken.client_id == duplicate_id
    work.db.execute(
        update(ClientNameToken)
        .where(of_duplicate, ClientNameToken.token.not_in(taken))
        .values(client_id=survivor_id)
        .execution_options(synchronize_session=False)
    )
    work.db.execute(delete(ClientNameToken).where(of_duplicate))


def _move_partners_and_consents(work: Work, duplicate_id: UUID, survivor_id: UUID) -> None:
    """Move the partners, whose keys carry along what names them, and then the consents that name none."""
    consents = work.db.scalars(select(Consent.id).where(Consent.client_id == duplicate_id)).all()
    _change(work, Partner, Partner.client_id == duplicate_id, client_id=survivor_id)
    _change(work, Partner, Partner.became_client_id == duplicate_id, became_client_id=survivor_id)
    _change(work, Consent, Consent.id.in_(consents), client_id=survivor_id)


def _unite_care_teams(work: Work, duplicate_id: UUID, survivor_id: UUID) -> None:
    """Give the survivor each part of the duplicate's team; parts of one person that touch become one."""
    both = work.db.scalars(
        select(CareTeamMember).where(CareTeamMember.client_id.in_((duplicate_id, survivor_id)))
    ).all()
    parts = [member for member in both if member.client_id == survivor_id]
    for member in both:
        if member.client_id == survivor_id:
            continue
        same = [
            part
            for part in parts
            if (part.staff_id, part.role) == (member.staff_id, member.role)
            and part.from_on <= (member.until_on or date.max)
            and member.from_on <= (part.until_on or date.max)
        ]
        if member.until_on is None or member.until_on > work.today:
            keep_apart(work, survivor_id, member.staff_id)
            if not any(part.until_on is None or part.until_on > work.today for part in same):
                require_authorization(work, survivor_id, member.staff_id)
        if same:
            same[0].from_on = min(same[0].from_on, member.from_on)
            same[0].until_on = _later(same[0].until_on, member.until_on)
            continue
        copy = CareTeamMember(
            client_id=survivor_id,
            staff_id=member.staff_id,
            role=member.role,
            from_on=member.from_on,
            until_on=member.until_on,
        )
        parts.append(work.add(copy))
    work.flush()


def _later(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)


def _change(work: Work, kind: type[Record], *conditions: Any, **members: Any) -> None:
    """Change records in one statement, and count their version up."""
    work.db.execute(
        update(kind)
        .where(*conditions)
        .values(**members, version=kind.version + 1, updated_at=work.now)
        .execution_options(synchronize_session=False)
    )
