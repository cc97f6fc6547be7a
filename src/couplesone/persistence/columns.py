"""Column types that mean the same on both engines, and the one type for encrypted text."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload
from uuid import UUID

from sqlalchemy import CHAR, DateTime, String, Text, TypeDecorator, Uuid, event
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import InstrumentedAttribute, Mapper, mapped_column, object_session
from sqlalchemy.types import TypeEngine

if TYPE_CHECKING:
    from couplesone.persistence.keyring import Keyring

T = TypeVar("T", str, str | None)


class Guid(TypeDecorator[UUID]):
    """A UUID: native on PostgreSQL, 36 characters with dashes on SQLite, so JSON built there reads the same."""

    impl = Uuid
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the native type where there is one."""
        return dialect.type_descriptor(Uuid() if dialect.name == "postgresql" else CHAR(36))

    def process_bind_param(self, value: UUID | str | None, dialect: Dialect) -> Any:
        """Write the form of the engine."""
        if value is None:
            return None
        identifier = value if isinstance(value, UUID) else UUID(value)
        return identifier if dialect.name == "postgresql" else str(identifier)

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        """Return a UUID whatever the engine keeps."""
        return value if value is None or isinstance(value, UUID) else UUID(value)


def rfc_3339(instant: datetime) -> str:
    """Return an instant that is in UTC as text of fixed width: ``2026-03-02T09:00:00.000000Z``."""
    return f"{instant.replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


class UtcDateTime(TypeDecorator[datetime]):
    """An aware instant in UTC; SQLite keeps RFC 3339 text of fixed width, which sorts as time does."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the native type where there is one."""
        return dialect.type_descriptor(
            DateTime(timezone=True) if dialect.name == "postgresql" else String(27)
        )

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Refuse naive instants; write the form of the engine."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        instant = value.astimezone(UTC)
        return instant if dialect.name == "postgresql" else rfc_3339(instant)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Return an aware instant in UTC."""
        if value is None:
            return None
        return datetime.fromisoformat(value) if isinstance(value, str) else value.astimezone(UTC)


class Plain:
    """Text on its way to be sealed: it lives in the entity until the flush and is never printed."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return "Plain(…)"


class EncryptedText(Generic[T]):
    """Text that the database never sees: AES-GCM under the key of the person it belongs to.

    ``name: ... = EncryptedText[str]()`` adds a text column ``name`` that holds the sealed form. On an entity the
    attribute reads and takes plain text; on the class it is the sealed column, for queries. The entity says whose
    key protects it with its property ``key_owner``; the seal is bound to practice, table, column, row and key.
    """

    def __init__(self, *, nullable: bool = False) -> None:
        self.nullable = nullable
        self.column = ""

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self.column = name
        setattr(owner, self.attribute, mapped_column(name, Text, nullable=self.nullable))

    @property
    def attribute(self) -> str:
        """The name of the mapped attribute that holds the sealed form."""
        return f"{self.column}_sealed"

    @overload
    def __get__(self, entity: None, owner: type[Any]) -> InstrumentedAttribute[T]: ...
    @overload
    def __get__(self, entity: Any, owner: type[Any]) -> T: ...
    def __get__(self, entity: Any, owner: type[Any]) -> Any:
        if entity is None:
            return getattr(owner, self.attribute)
        value = getattr(entity, self.attribute)
        if value is None:
            return None
        if isinstance(value, Plain):
            return value.text
        session = object_session(entity)
        assert session is not None, "sealed text can only be read inside its transaction"
        keyring: Keyring = session.info["keyring"]
        return keyring.open(value, table=entity.__tablename__, column=self.column, row=entity.id)

    def __set__(self, entity: Any, value: T) -> None:
        setattr(entity, self.attribute, None if value is None else Plain(value))


@cache
def encrypted_of(entity_class: type[Any]) -> tuple[EncryptedText[Any], ...]:
    """Return the encrypted columns of a mapped class."""
    seen: dict[str, EncryptedText[Any]] = {}
    for base in entity_class.__mro__:
        for name, value in vars(base).items():
            if isinstance(value, EncryptedText):
                seen.setdefault(name, value)
    return tuple(seen.values())


def _seal(_mapper: Mapper[Any], _connection: Any, entity: Any) -> None:
    session = object_session(entity)
    assert session is not None
    seal(entity, session.info["keyring"])


def seal(entity: Any, keyring: Keyring) -> None:
    """Seal what plain text an entity holds, under the key of the person it belongs to."""
    for column in encrypted_of(entity.__class__):
        value = entity.__dict__.get(column.attribute)
        if isinstance(value, Plain):
            sealed = keyring.seal(
                value.text,
                person=entity.key_owner,
                table=entity.__tablename__,
                column=column.column,
                row=entity.id,
            )
            setattr(entity, column.attribute, sealed)


def seal_on_flush(record: type[Any]) -> None:
    """Have every entity below ``record`` sealed just before it is written."""
    event.listen(record, "before_insert", _seal, propagate=True)
    event.listen(record, "before_update", _seal, propagate=True)
