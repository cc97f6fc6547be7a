"""``Work``: one request or job = one transaction = one commit, before anybody gets an answer.

A service is made with a ``Work`` and finds there whatever it needs: the session, who is asking, what time it is,
fresh ids, the keyring; and says through it what happened.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.engine import Connection, CursorResult
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified
from sqlalchemy.orm.exc import StaleDataError

from couplesone.kernel.clock import Clock, local_date
from couplesone.kernel.errors import Problem, RecordNotFound, VersionStale
from couplesone.kernel.events import Event
from couplesone.kernel.ids import Ids
from couplesone.kernel.permissions import Permission, Reach
from couplesone.kernel.principal import Principal
from couplesone.persistence.base import Base, Owned, Record, Row
from couplesone.persistence.constraints import explain
from couplesone.persistence.database import Database
from couplesone.persistence.keyring import KeyFile, Keyring
from couplesone.persistence.practice import Practice
from couplesone.persistence.prepared import Prepared, PreparedInsert
from couplesone.persistence.tenancy import PRACTICE_ID, AnySelect, PracticeSession, scoped

E = TypeVar("E", bound=Base)
R = TypeVar("R", bound=Row)
_TRY_LOCK = text("SELECT pg_try_advisory_xact_lock(:lock)")
_WAIT_FOR_LOCK = text("SELECT pg_advisory_xact_lock(:lock)")


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """That somebody did something to a record: ids and codes only."""

    action: str
    resource_id: UUID | None = None
    client_id: UUID | None = None
    outcome: str = "done"


class Recorder(Protocol):
    """Writes the audit trail; implemented by the audit room."""

    def record(self, work: Work, entries: Sequence[AuditEntry]) -> None:
        """Write the entries within the transaction of ``work``."""
        ...


class Publisher(Protocol):
    """Tells subscribers and the outbox what happened; implemented by the jobs room."""

    def publish(self, work: Work, event: Event) -> None:
        """Run the subscribers and write the outbox row within the transaction of ``work``."""
        ...


class Work:
    """What a service works with, for the length of one transaction."""

    def __init__(
        self, works: Works, connection: Connection, practice_id: UUID, request_id: str | None
    ) -> None:
        self._works = works
        self._session: Session | None = None
        self._entries: list[AuditEntry] = []
        self._practice: Practice | None = None
        self._keyring: Keyring | None = None
        self._wrapped_key: bytes | None = None
        self._if_refused: list[Callable[[Work], object]] = []
        self.connection = connection
        self.practice_id = practice_id
        self.request_id = request_id
        self.now: datetime = works.clock.now()
        self.time_zone = "UTC"
        self.actor: Principal | None = None
        self.permission: Permission | None = None
        self.subject: UUID | None = None
        """The client whom this work is about, once known; the audit trail keeps it."""

    @property
    def db(self) -> Session:
        """The session: entities, and ORM statements, of this practice only."""
        if self._session is None:
            self._session = PracticeSession(
                self.connection,
                autoflush=False,
                expire_on_commit=False,
                join_transaction_mode="rollback_only",
            )
            self._session.info[PRACTICE_ID] = self.practice_id
            self._session.info["keyring"] = _LazyKeyring(self)
        return self._session

    @property
    def keyring(self) -> Keyring:
        """The keys of this practice."""
        if self._keyring is None:
            if self._wrapped_key is None:
                practice = self.practice()
                self.unlock(practice.time_zone, practice.wrapped_key)
            assert self._wrapped_key is not None
            key = self._works.key_file.unwrap_practice_key(self.practice_id, self._wrapped_key)
            self._keyring = Keyring(self, key)
        return self._keyring

    @property
    def staff_id(self) -> UUID:
        """The member of staff who acts, in person or through an API key."""
        staff_id = self.principal.staff_id
        assert staff_id is not None
        return staff_id

    @property
    def author_id(self) -> UUID:
        """The person who acts: the member of staff, or the client themself through an access link."""
        author_id = self.principal.staff_id or self.principal.client_id
        assert author_id is not None
        return author_id

    @property
    def principal(self) -> Principal:
        """Who is asking."""
        assert self.actor is not None
        return self.actor

    @property
    def today(self) -> date:
        """The calendar day in the practice's time zone."""
        return local_date(self.now, self.time_zone)

    def practice(self) -> Practice:
        """Return the practice itself."""
        if self._practice is None:
            self._practice = self.db.get(Practice, self.practice_id)
            if self._practice is None:
                raise RecordNotFound
            self.time_zone = self._practice.time_zone
        return self._practice

    def unlock(self, time_zone: str, wrapped_key: bytes) -> None:
        """Take the practice's time zone and key, which whoever authenticated has read already."""
        self.time_zone, self._wrapped_key = time_zone, wrapped_key

    def new_id(self) -> UUID:
        """Return a fresh identifier."""
        return self._works.ids.new(self.now)

    def reach(self, permission: Permission | None = None) -> Reach:
        """Return for whose clients the actor has the permission (default: the one the route requires)."""
        wanted = permission or self.permission
        assert wanted is not None
        return self.principal.require(wanted)

    def get(self, entity: type[R], identifier: UUID) -> R:
        """Return the row with this id in this practice; RecordNotFound if there is none."""
        found = self.db.get(entity, (self.practice_id, identifier))
        if found is None:
            raise RecordNotFound
        return found

    def add(self, entity: E) -> E:
        """Insert a new record now, stamped, so that a broken constraint is reported where it happens."""
        self._stamp(entity)
        self.db.add(entity)
        self.flush()
        return entity

    def add_all(self, entities: Sequence[E]) -> None:
        """Insert several new records of one kind now."""
        for entity in entities:
            self._stamp(entity)
        self.db.add_all(entities)
        self.flush()

    def run(self, statement: Prepared, **parameters: Any) -> list[tuple[Any, ...]]:
        """Run a prepared SELECT, bound to this practice, and return its rows."""
        return statement.rows(self.connection, {PRACTICE_ID: self.practice_id, **parameters})

    def insert(self, statement: PreparedInsert, *entities: Owned) -> None:
        """Insert rows by a prepared statement, stamped and sealed, without the session knowing them.

        For the busiest writes. Broken constraints become problems, as with ``add``.
        """
        for entity in entities:
            self._stamp(entity)
        try:
            statement.insert(self.connection, entities, self.keyring)
        except IntegrityError as error:
            if problem := explain(error):
                raise problem from None
            raise

    def touch(self, record: Record) -> None:
        """Count a record's version up although none of its own columns changes: something of it did."""
        record.updated_at = self.now
        flag_modified(record, "updated_at")

    def flush(self) -> None:
        """Send what changed to the database; broken constraints become problems, a lost race VersionStale."""
        for entity in self.db.dirty:
            if isinstance(entity, Record) and self.db.is_modified(entity):
                entity.updated_at = self.now
        try:
            self.db.flush()
        except StaleDataError:
            raise VersionStale from None
        except IntegrityError as error:
            if problem := explain(error):
                raise problem from None
            raise

    def read(self, statement: AnySelect, **parameters: Any) -> CursorResult[*tuple[Any, ...]]:
        """Run a read model on the bare connection, bound to this practice."""
        return self.connection.execute(scoped(statement), {PRACTICE_ID: self.practice_id, **parameters})

    def try_lock(self, name: str) -> bool:
        """Take a lock of that name until the transaction ends; False if somebody else has it.

        On SQLite writers take turns anyway, so there is nothing to take.
        """
        if self.connection.dialect.name != "postgresql":
            return True
        taken = self.connection.scalar(_TRY_LOCK, {"lock": self._lock_number(name)})
        return bool(taken)

    def wait_for_lock(self, name: str) -> None:
        """Take a lock of that name until the transaction ends, after whoever has it now.

        For rules about several rows, which no constraint can hold. On SQLite writers take turns anyway.
        """
        if self.connection.dialect.name == "postgresql":
            self.connection.execute(_WAIT_FOR_LOCK, {"lock": self._lock_number(name)})

    def _lock_number(self, name: str) -> int:
        digest = hashlib.sha256(f"{self.practice_id}|{name}".encode()).digest()
        return int.from_bytes(digest[:8], signed=True)

    def audit(
        self,
        action: str,
        resource_id: UUID | None = None,
        *,
        client_id: UUID | None = None,
        outcome: str = "done",
    ) -> None:
        """Note for the audit trail; written with everything else at the end."""
        self._entries.append(AuditEntry(action, resource_id, client_id or self.subject, outcome))

    def publish(self, happened: Event) -> None:
        """Tell subscribers now and the outside later that something happened."""
        self.flush()  # subscribers see the database as it is after the fact
        self._works.publisher.publish(self, happened)

    def if_refused(self, step: Callable[[Work], object]) -> None:
        """Have ``step`` done in a transaction of its own if this one ends in a problem and is undone.

        So what must be remembered of a refused attempt outlives the attempt.
        """
        self._if_refused.append(step)

    def remember_refusal(self) -> None:
        """Do what was to be done if this transaction ended in a problem; called once, after the rollback."""
        if self._if_refused:
            with self._works.open(self.practice_id, request_id=self.request_id) as later:
                for step in self._if_refused:
                    step(later)

    @property
    def extras(self) -> dict[str, Any]:
        """What the wiring gave the rooms to work with."""
        return self._works.extras

    def finish(self) -> None:
        """Write what is pending; called once, just before the commit."""
        if self._session is not None:
            self.flush()
        if self._entries:
            self._works.recorder.record(self, self._entries)
            self._entries = []

    def close(self) -> None:
        """Let the session go."""
        if self._session is not None:
            self._session.close()

    def _stamp(self, entity: Base) -> None:
        if isinstance(entity, Owned):
            entity.practice_id = self.practice_id
        if isinstance(entity, Row) and not _has_id(entity):
            entity.id = self.new_id()
        if isinstance(entity, Record):
            entity.created_at = entity.updated_at = self.now
            entity.version = 1


def _has_id(entity: Row) -> bool:
    return entity.__dict__.get("id") is not None


class _LazyKeyring:
    """Stands in the session for the keyring, which costs a statement that most reads do not need."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def __getattr__(self, name: str) -> Any:
        return getattr(self._work.keyring, name)


@dataclass(slots=True)
class Works:
    """Makes ``Work``: the database, the clock, ids, keys, and who records and publishes."""

    database: Database
    clock: Clock
    ids: Ids
    key_file: KeyFile
    recorder: Recorder
    publisher: Publisher
    extras: dict[str, Any] = field(default_factory=dict)

    @contextmanager
    def open(self, practice_id: UUID, *, write: bool = True, request_id: str | None = None) -> Iterator[Work]:
        """Open a ``Work`` for one practice; commit when the block ends, roll back when it raises."""
        work: Work | None = None
        try:
            with self.database.transaction(practice_id, write=write) as connection:
                work = Work(self, connection, practice_id, request_id)
                try:
                    yield work
                    work.finish()
                finally:
                    work.close()
        except Problem:
            if work is not None:
                work.remember_refusal()
            raise
