"""Envelope encryption: a key file wraps practice keys, a practice key wraps person keys, those seal text.

Sealed form, base64: version (1 byte) | person-key id (16) | nonce (12) | AES-256-GCM ciphertext and tag.
The associated data is ``practice|table|column|row|person-key id``: a value moved elsewhere does not open.
Destroying one person's keys makes that person's text unreadable and no one else's.

Search and conflict detection use HMAC-SHA256 under an index key derived from the practice key (HKDF), so equal
plaintexts of two practices never give equal tokens.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import os
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import ColumnElement, Index, String, insert, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.persistence.base import Record, Row, refers
from couplesone.persistence.columns import Guid, UtcDateTime, seal_on_flush
from couplesone.persistence.json_sql import json_object, json_rows

_VERSION = b"\x01"
_NONCE = 12
_HEAD = 1 + 16 + _NONCE


class KeyFileProblem(Exception):
    """The key file is missing, unreadable, or not the one that this data was sealed with."""


class SealBroken(Exception):
    """A sealed value does not open: it was moved, altered, or its key is not the right one."""


class Person(Row):
    """Somebody whose data have keys of their own: a client or a partner."""

    __tablename__ = "people"
    __table_args__ = (refers(to="practices", target=()),)


class PersonKey(Row):
    """A data key of one person, wrapped by the practice key. The newest seals; all open."""

    __tablename__ = "person_keys"
    __table_args__ = (refers("person_id", to="people"), Index(None, "practice_id", "person_id"))

    person_id: Mapped[UUID] = mapped_column(Guid)
    wrapped: Mapped[str] = mapped_column(String(100))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class KeyFile:
    """The key-encryption keys of an installation, by id; the current one wraps what is new."""

    def __init__(self, keys: dict[str, bytes], current: str) -> None:
        self._keys = keys
        self.current = current

    @classmethod
    def read(cls, path: Path) -> KeyFile:
        """Read the key file; KeyFileProblem says in a sentence what is wrong with it."""
        try:
            content = json.loads(path.read_text())
            keys = {name: base64.b64decode(key, validate=True) for name, key in content["keys"].items()}
            current = str(content["current"])
        except FileNotFoundError:
            raise KeyFileProblem(f"There is no key file at {path}; `couplesone init` makes one.") from None
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            raise KeyFileProblem(f"The key file at {path} cannot be read or is damaged.") from None
        if current not in keys or any(len(key) != 32 for key in keys.values()):
            raise KeyFileProblem(f"The key file at {path} is damaged: a key is missing or too short.")
        return cls(keys, current)

    @classmethod
    def create(cls, path: Path) -> KeyFile:
        """Write a new key file that only its owner can read; FileExistsError if there is one."""
        name = base64.b32encode(os.urandom(5)).decode().lower()
        key = os.urandom(32)
        content = {"current": name, "keys": {name: base64.b64encode(key).decode()}}
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            json.dump(content, file)
        return cls({name: key}, name)

    def new_practice_key(self, practice_id: UUID) -> bytes:
        """Return a fresh practice key, wrapped: id length | id | nonce | ciphertext."""
        nonce, name = os.urandom(_NONCE), self.current.encode()
        sealed = AESGCM(self._keys[self.current]).encrypt(nonce, os.urandom(32), practice_id.bytes)
        return bytes([len(name)]) + name + nonce + sealed

    def unwrap_practice_key(self, practice_id: UUID, wrapped: bytes) -> bytes:
        """Return the practice key; KeyFileProblem when the key file is not the one that wrapped it."""
        size = wrapped[0]
        name, rest = wrapped[1 : 1 + size].decode(), wrapped[1 + size :]
        try:
            return AESGCM(self._keys[name]).decrypt(rest[:_NONCE], rest[_NONCE:], practice_id.bytes)
        except (KeyError, InvalidTag):
            raise KeyFileProblem("The key file is not the one that this practice was sealed with.") from None


class Rows(Protocol):
    """What the keyring needs of a transaction."""

    practice_id: UUID
    now: datetime

    @property
    def connection(self) -> Connection:
        """The open connection."""
        ...

    def new_id(self) -> UUID:
        """Return a fresh identifier."""
        ...


class Keyring:
    """Seals and opens text within one transaction; loads each person's keys at most once."""

    def __init__(self, work: Rows, practice_key: bytes) -> None:
        self._work = work
        self._practice = AESGCM(practice_key)
        self._practice_key = practice_key
        self._index_key: bytes | None = None
        self._by_name: dict[bytes, tuple[AESGCM, UUID]] = {}
        self._newest: dict[UUID, UUID] = {}

    def register(self, person: UUID) -> None:
        """Enter a new person and make the first key."""
        work, key_id, data_key = self._work, self._work.new_id(), os.urandom(32)
        work.connection.execute(insert(Person), {"practice_id": work.practice_id, "id": person})
        nonce = os.urandom(_NONCE)
        row = {
            "practice_id": work.practice_id,
            "id": key_id,
            "person_id": person,
            "wrapped": base64.b64encode(
                nonce + self._practice.encrypt(nonce, data_key, self._wrap_aad(key_id))
            ).decode(),
            "created_at": work.now,
        }
        work.connection.execute(insert(PersonKey), row)
        self._by_name[key_id.bytes], self._newest[person] = (AESGCM(data_key), key_id), key_id

    def hold(self, keys: Iterable[tuple[UUID, UUID, str]]) -> None:
        """Take wrapped keys that a query brought along: (key id, person id, wrapped), oldest first."""
        for key_id, person, wrapped in keys:
            if key_id.bytes not in self._by_name:
                self._by_name[key_id.bytes] = (self._unwrapped(key_id, wrapped), key_id)
            self._newest[person] = key_id

    def hold_json(self, keys: Iterable[Mapping[str, str]]) -> None:
        """Take wrapped keys as ``keys_of`` selects them."""
        self.hold((UUID(key["id"]), UUID(key["person_id"]), key["wrapped"]) for key in keys)

    def load(self, people: Iterable[UUID]) -> None:
        """Fetch the keys of several people in one statement."""
        if wanted := set(people) - self._newest.keys():
            self.hold(self._select(PersonKey.person_id.in_(wanted)))

    def hand_over(self, person: UUID, heir: UUID) -> None:
        """Give the keys of one person to another, who was the same all along: what they sealed stays readable."""
        keys = (PersonKey.practice_id == self._work.practice_id, PersonKey.person_id == person)
        self._work.connection.execute(update(PersonKey).where(*keys).values(person_id=heir))
        self._newest.pop(person, None)
        self._newest.pop(heir, None)

    def seal(self, text: str, *, person: UUID, table: str, column: str, row: UUID) -> str:
        """Return the sealed form of ``text`` under the newest key of ``person``."""
        if person not in self._newest:
            self.load([person])
        key_id, nonce = self._newest[person], os.urandom(_NONCE)
        aad = self._aad(table, column, row, key_id)
        sealed = self._by_name[key_id.bytes][0].encrypt(nonce, text.encode(), aad)
        return base64.b64encode(_VERSION + key_id.bytes + nonce + sealed).decode()

    def open(self, sealed: str, *, table: str, column: str, row: UUID | str) -> str:
        """Return the plain text; SealBroken if it was sealed for another place or with another key."""
        try:
            raw = binascii.a2b_base64(sealed, strict_mode=True)
            found = self._by_name.get(raw[1:17])
            if found is None:
                self.hold(self._select(PersonKey.id == UUID(bytes=raw[1:17])))
                found = self._by_name[raw[1:17]]
            if raw[:1] != _VERSION:
                raise SealBroken(f"{table}.{column}")
            key, key_id = found
            return key.decrypt(raw[17:_HEAD], raw[_HEAD:], self._aad(table, column, row, key_id)).decode()
        except (KeyError, ValueError, InvalidTag):
            raise SealBroken(f"{table}.{column}") from None

    def token(self, purpose: str, text: str) -> bytes:
        """Return a 16-byte keyed hash for searching and comparing, different for each practice and purpose."""
        if self._index_key is None:
            hkdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"couplesone index")
            self._index_key = hkdf.derive(self._practice_key)
        return hmac.new(self._index_key, f"{purpose}\x00{text}".encode(), hashlib.sha256).digest()[:16]

    def _select(self, condition: Any) -> list[tuple[UUID, UUID, str]]:
        statement = (
            select(PersonKey.id, PersonKey.person_id, PersonKey.wrapped)
            .where(PersonKey.practice_id == self._work.practice_id, condition)
            .order_by(PersonKey.created_at, PersonKey.id)
        )
        return [(row[0], row[1], row[2]) for row in self._work.connection.execute(statement)]

    def _unwrapped(self, key_id: UUID, wrapped: str) -> AESGCM:
        try:
            raw = base64.b64decode(wrapped)
            return AESGCM(self._practice.decrypt(raw[:_NONCE], raw[_NONCE:], self._wrap_aad(key_id)))
        except (ValueError, InvalidTag):
            raise SealBroken("person_keys.wrapped") from None

    def _wrap_aad(self, key_id: UUID) -> bytes:
        return self._work.practice_id.bytes + key_id.bytes

    def _aad(self, table: str, column: str, row: UUID | str, key_id: UUID) -> bytes:
        return f"{self._work.practice_id}|{table}|{column}|{row}|{key_id}".encode()


def keys_of(*people: Any) -> ColumnElement[Any]:
    """Return the wrapped keys of the people whom columns name as a JSON array, oldest first: for ``hold_json``."""
    shown = json_object(id=PersonKey.id, person_id=PersonKey.person_id, wrapped=PersonKey.wrapped)
    rows = select(shown).where(PersonKey.person_id.in_(people))
    return json_rows(rows.order_by(PersonKey.created_at, PersonKey.id))


seal_on_flush(Record)
