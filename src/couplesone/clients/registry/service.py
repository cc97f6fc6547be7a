"""Adding, changing, archiving clients."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import delete, select

from couplesone.clients.care_team.joining import take_on
from couplesone.clients.caseload import client_for, client_to_write, in_caseload
from couplesone.clients.codes import CareRole, ClientStatus
from couplesone.clients.conflicts.detecting import IDENTIFYING, client_written, person_gone
from couplesone.clients.errors import ClientArchived
from couplesone.clients.events import ClientPutAway
from couplesone.clients.models import Client, ClientNameToken
from couplesone.clients.registry.names import tokens_of
from couplesone.clients.registry.policy import MOVES
from couplesone.clients.registry.schemas import ClientChange, ClientCreate, ClientFilters, ClientUpsert
from couplesone.clients.registry.search import SeenClient, find_clients, seen, with_writable
from couplesone.kernel.errors import RecordNotFound, VersionStale, not_in_the_future
from couplesone.kernel.permissions import PermissionDenied, Reach, Role
from couplesone.persistence.paging import Page
from couplesone.persistence.work import Work

_NAMES = ("name_used", "legal_name")
DEFAULT_LOCALE = "en"


class ClientService:
    """The clients of a practice."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def add(self, client: ClientCreate) -> SeenClient:
        """Add a client; whoever is to treat them is on the care team at once.

        Raises DatesOutOfOrder for a birth date to come, ExternalIdTaken, PermissionDenied if a therapist names
        somebody else, and what ``take_on`` raises.
        """
        members = client.model_dump(exclude={"therapist_id"})
        return self._insert(members, client.therapist_id)

    def get(self, client_id: UUID) -> SeenClient:
        """Return one client."""
        statement = with_writable(self.work).where(Client.id == client_id, in_caseload(self.work, Client.id))
        row = self.work.db.execute(statement).first()
        if row is None:
            raise RecordNotFound
        self.work.subject = client_id
        return seen(self.work, row[0], writable=bool(row[1]))

    def list(self, filters: ClientFilters) -> Page[SeenClient]:
        """Return a page of clients."""
        return find_clients(self.work, filters)

    def change(self, client_id: UUID, change: ClientChange, version: int) -> SeenClient:
        """Change an active client."""
        client = client_to_write(self.work, client_id)
        client.expect(version)
        self._amend(client, self._differing(client, change.changes()))
        return self._seen(client)

    def upsert(self, external_id: str, known: ClientUpsert, version: int | None) -> tuple[SeenClient, bool]:
        """Add the client whom another system knows by ``external_id``, or bring them up to date; say if added.

        Nothing happens, whatever the status, if nothing differs. A client who was merged or filed in error does
        not come back to life.
        """
        statement = select(Client).where(Client.external_id == external_id, in_caseload(self.work, Client.id))
        client = self.work.db.scalar(statement)
        members = known.changes()
        therapist_id = members.pop("therapist_id", None)
        if client is None:
            if version is not None:
                raise VersionStale
            return self._insert(members | {"external_id": external_id}, therapist_id), True
        self.work.subject = client.id
        if version is not None:
            client.expect(version)
        _check_on_file(client)
        differing = self._differing(client, members)
        if differing:
            MOVES["change_client"].check(client)
            self._amend(client, differing)
        return self._seen(client), False

    def archive(self, client_id: UUID, version: int) -> SeenClient:
        """Put a client's file away: nothing new is recorded in it until it is restored."""
        return self._move("archive_client", client_id, version)

    def restore(self, client_id: UUID, version: int) -> SeenClient:
        """Take a client's file out again."""
        return self._move("restore_client", client_id, version)

    def mark_in_error(self, client_id: UUID, reason: str, version: int) -> SeenClient:
        """Mark a client as filed in error: kept, and out of everything that counts."""
        return self._move("mark_client_in_error", client_id, version, reason)

    def _move(self, name: str, client_id: UUID, version: int, reason: str | None = None) -> SeenClient:
        move = MOVES[name]
        client = client_for(self.work, client_id)
        client.expect(version)
        move.check(client)
        assert move.target is not None
        client.status = move.target.value
        client.archived_at = self.work.now if move.target is ClientStatus.ARCHIVED else None
        if reason is not None:
            client.error_reason = reason
        self.work.flush()
        if move.target is ClientStatus.ENTERED_IN_ERROR:
            person_gone(self.work, client.id)
        if move.target is not ClientStatus.ACTIVE:
            self.work.publish(ClientPutAway(self.work.practice_id, client.id))
        return self._seen(client)

    def _insert(self, members: dict[str, Any], therapist_id: UUID | None) -> SeenClient:
        work, client_id = self.work, self.work.new_id()
        treating = self._who_treats(therapist_id)
        work.subject = client_id
        work.keyring.register(client_id)  # the row hangs from the person, whose key seals it
        client = Client(
            id=client_id,
            status=ClientStatus.ACTIVE.value,
            locale=members.pop("locale", None) or DEFAULT_LOCALE,
            time_zone=members.pop("time_zone", None) or work.time_zone,
            test_data=work.principal.test_mode,
        )
        for name, value in self._stored(members).items():
            setattr(client, name, value)
        work.add(client)
        self._index_names(client)
        if treating is not None:
            take_on(work, client_id, treating, CareRole.TREATING, work.today)
        client_written(work, client)
        return self._seen(client)

    def _who_treats(self, named: UUID | None) -> UUID | None:
        """Return who treats a new client: who is named, else the therapist who adds them, else nobody yet."""
        if named is None:
            return self.work.staff_id if Role.THERAPIST in self.work.principal.roles else None
        if named != self.work.staff_id and self.work.reach() is not Reach.PRACTICE:
            raise PermissionDenied
        return named

    def _stored(self, members: dict[str, Any]) -> dict[str, Any]:
        """Return the members as they are stored; DatesOutOfOrder for a birth date to come."""
        if (born := members.get("birth_date")) is not None:
            not_in_the_future(born, self.work.today, "/birth_date")
            return members | {"birth_date": born.isoformat()}
        return members

    def _differing(self, client: Client, members: dict[str, Any]) -> dict[str, Any]:
        return {
            name: value for name, value in self._stored(members).items() if getattr(client, name) != value
        }

    def _amend(self, client: Client, differing: dict[str, Any]) -> None:
        for name, value in differing.items():
            setattr(client, name, value)
        self.work.flush()
        if differing.keys() & IDENTIFYING:
            client_written(self.work, client)
        if differing.keys() & set(_NAMES):
            self.work.db.execute(delete(ClientNameToken).where(ClientNameToken.client_id == client.id))
            self._index_names(client)

    def _index_names(self, client: Client) -> None:
        tokens = tokens_of(self.work.keyring, (client.name_used, client.legal_name))
        self.work.add_all([ClientNameToken(client_id=client.id, token=token) for token in sorted(tokens)])

    def _seen(self, client: Client) -> SeenClient:
        return seen(self.work, client, writable=True)


def _check_on_file(client: Client) -> None:
    """Raise ClientArchived, naming the survivor, for a client who was merged or filed in error."""
    if client.status in (ClientStatus.MERGED, ClientStatus.ENTERED_IN_ERROR):
        survivor = client.merged_into_id
        raise ClientArchived(extra={"merged_into_id": str(survivor) if survivor else None})
