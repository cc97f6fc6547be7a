"""The key file, the keys of practices and people, and what is sealed with them."""

from __future__ import annotations

import base64
import json
import stat
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select, text, update

from couplesone.clients.models import Client, ContactPreference, Partner
from couplesone.persistence.columns import EncryptedText, Plain, encrypted_of
from couplesone.persistence.json_sql import parsed
from couplesone.persistence.keyring import KeyFile, KeyFileProblem, Keyring, PersonKey, SealBroken, keys_of
from couplesone.persistence.practice import Practice

CANARY = "Zebrafinch Ω"
PRACTICE, OTHER = UUID(int=1), UUID(int=2)


# -- the key file -----------------------------------------------------------------------------------


def test_a_new_key_file_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "new.key"
    made = KeyFile.create(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    wrapped = made.new_practice_key(PRACTICE)
    assert KeyFile.read(path).unwrap_practice_key(PRACTICE, wrapped) == made.unwrap_practice_key(
        PRACTICE, wrapped
    )


def test_a_key_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "new.key"
    KeyFile.create(path)
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        KeyFile.create(path)
    assert path.read_bytes() == before


def test_a_missing_key_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(KeyFileProblem, match=r"There is no key file at .*no\.key"):
        KeyFile.read(tmp_path / "no.key")


KEY = base64.b64encode(bytes(32)).decode()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "not json",
        "[]",
        "3",
        "null",
        "{}",
        '{"keys": {}}',
        '{"current": "a", "keys": []}',
        '{"current": "a", "keys": {"a": 3}}',
        '{"current": "a", "keys": {"a": "??"}}',
        json.dumps({"keys": {"a": KEY}}),
        json.dumps({"current": "b", "keys": {"a": KEY}}),
        json.dumps({"current": "a", "keys": {"a": KEY[:-8]}}),
        json.dumps({"current": "a", "keys": {"a": KEY, "b": "AAAA"}}),
        json.dumps({"current": ["a"], "keys": {"a": KEY}}),
        b"\xff\xfe",
    ],
)
def test_a_damaged_key_file_is_refused(tmp_path: Path, content: str | bytes) -> None:
    path = tmp_path / "damaged.key"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(KeyFileProblem, match="damaged") as caught:
        KeyFile.read(path)
    assert KEY[:8] not in str(caught.value)


def test_a_directory_is_no_key_file(tmp_path: Path) -> None:
    with pytest.raises(KeyFileProblem, match="cannot be read"):
        KeyFile.read(tmp_path)


def test_the_current_key_wraps_and_every_key_opens() -> None:
    old = KeyFile({"old": bytes(32)}, "old")
    both = KeyFile({"old": bytes(32), "new": b"n" * 32}, "new")
    before, after = old.new_practice_key(PRACTICE), both.new_practice_key(PRACTICE)
    assert both.unwrap_practice_key(PRACTICE, before) == old.unwrap_practice_key(PRACTICE, before)
    assert len(both.unwrap_practice_key(PRACTICE, after)) == 32
    with pytest.raises(KeyFileProblem, match="not the one"):
        old.unwrap_practice_key(PRACTICE, after)


def test_another_key_under_the_same_name_does_not_open() -> None:
    wrapped = KeyFile({"k": bytes(32)}, "k").new_practice_key(PRACTICE)
    with pytest.raises(KeyFileProblem, match="not the one"):
        KeyFile({"k": b"x" * 32}, "k").unwrap_practice_key(PRACTICE, wrapped)


def test_a_practice_key_opens_for_its_practice_alone() -> None:
    keys = KeyFile({"k": bytes(32)}, "k")
    with pytest.raises(KeyFileProblem, match="not the one"):
        keys.unwrap_practice_key(OTHER, keys.new_practice_key(PRACTICE))


# -- sealed columns ---------------------------------------------------------------------------------


def client_of(world, practice=None, **texts: Any) -> UUID:
    """Add a client with texts."""
    with world.works.open((practice or world.home).id) as work:
        client_id = work.new_id()
        work.keyring.register(client_id)
        plain = {"status": "active", "locale": "en", "time_zone": "UTC", "test_data": False}
        work.add(Client(id=client_id, **plain, **{"name_used": CANARY, **texts}))
    return client_id


def sealed(world, practice, statement: str, **parameters: Any) -> Any:
    """Return one value as it lies in the database."""
    with world.works.database.transaction(practice.id, write=False) as connection:
        return connection.execute(text(statement), parameters).scalar_one()


def test_the_database_never_sees_the_text(world) -> None:
    client_id = client_of(world, email="zebrafinch@example.org")
    with world.works.database.transaction(world.home.id, write=False) as connection:
        rows = connection.execute(text("SELECT * FROM clients")).mappings().all()
    (row,) = rows
    for column in ("name_used", "email"):
        raw = base64.b64decode(row[column])
        assert raw[0] == 1
        assert len(raw) > 29 + 16
        assert b"ebrafinch" not in raw
    assert "ebrafinch" not in str(dict(row))
    with world.works.open(world.home.id) as work:
        client = work.get(Client, client_id)
        assert (client.name_used, client.email, client.phone) == (CANARY, "zebrafinch@example.org", None)


def test_the_same_text_is_sealed_differently_each_time(world) -> None:
    one, other = client_of(world), client_of(world)
    with world.works.open(world.home.id) as work:
        values = work.db.execute(select(Client.name_used).where(Client.id.in_((one, other)))).scalars().all()
    assert len(set(values)) == 2


def test_text_is_changed_cleared_and_set_again(world) -> None:
    client_id = client_of(world, phone="1")
    for value in ("2", None, "3"):
        with world.works.open(world.home.id) as work:
            client = work.get(Client, client_id)
            client.phone = value
            assert client.phone == value
            work.flush()
            assert client.phone == value
        with world.works.open(world.home.id) as work:
            assert work.get(Client, client_id).phone == value


def test_plain_text_is_never_printed() -> None:
    client = Client(name_used=CANARY)
    assert client.name_used == CANARY
    assert "ebra" not in repr(Plain(CANARY))
    assert "ebra" not in repr(client.__dict__)
    assert "ebra" not in str(Plain(CANARY))


def test_the_class_attribute_is_the_sealed_column() -> None:
    assert str(Client.name_used) == "Client.name_used_sealed"
    assert {column.column for column in encrypted_of(ContactPreference)} == {"hours", "notes"}


def test_a_subclass_inherits_what_is_sealed() -> None:
    class Base:
        a = EncryptedText[str]()
        b = EncryptedText[str]()

    class Sub(Base):
        b = EncryptedText[str | None](nullable=True)

    assert {column.column: column.nullable for column in encrypted_of(Sub)} == {"a": False, "b": True}


MOVES = {
    "to another row": "UPDATE clients SET name_used = :value WHERE id = :target",
    "to another column": "UPDATE clients SET phone = :value WHERE id = :target",
}


def test_a_value_opens_where_it_was_sealed_only(world) -> None:
    source, target = client_of(world), client_of(world, phone="1")
    dialect_id = str if world.works.database.is_sqlite else (lambda value: value)
    value = sealed(world, world.home, "SELECT name_used FROM clients WHERE id = :id", id=dialect_id(source))
    with world.works.open(world.home.id) as work:
        ring = work.keyring
        assert ring.open(value, table="clients", column="name_used", row=source) == CANARY
        for place in (
            {"table": "clients", "column": "name_used", "row": target},
            {"table": "clients", "column": "phone", "row": source},
            {"table": "partners", "column": "name_used", "row": source},
        ):
            with pytest.raises(SealBroken, match=rf"^{place['table']}\.{place['column']}$"):
                ring.open(value, **place)
        work.connection.execute(text(MOVES["to another row"]), {"value": value, "target": dialect_id(target)})
        with pytest.raises(SealBroken, match=r"clients\.name_used"):
            _ = work.get(Client, target).name_used


def test_a_value_of_another_practice_does_not_open(world) -> None:
    foreign = client_of(world, world.other)
    own = client_of(world)
    with world.works.open(world.other.id) as work:
        value = work.db.execute(select(Client.name_used).where(Client.id == foreign)).scalar_one()
        keys = work.db.execute(select(PersonKey.id, PersonKey.person_id, PersonKey.wrapped)).all()
    with world.works.open(world.home.id) as work:
        with pytest.raises(SealBroken):
            work.keyring.open(value, table="clients", column="name_used", row=foreign)
        with pytest.raises(SealBroken, match="person_keys"):
            work.keyring.hold([tuple(key) for key in keys])
        work.db.execute(update(Client).where(Client.id == own).values(name_used_sealed=value))
        with pytest.raises(SealBroken, match=r"clients\.name_used"):
            _ = work.get(Client, own).name_used


@given(data=st.data())
def test_no_byte_can_be_changed_or_left_out(data: st.DataObject) -> None:
    ring, person = lone_keyring()
    place = {"table": "t", "column": "c", "row": UUID(int=9)}
    raw = base64.b64decode(ring.seal("text", person=person, **place))
    at = data.draw(st.integers(0, len(raw) - 1))
    flipped = bytearray(raw)
    flipped[at] ^= data.draw(st.integers(1, 255))
    for damaged in (bytes(flipped), raw[:at]):
        with pytest.raises(SealBroken):
            ring.open(base64.b64encode(damaged).decode(), **place)


@pytest.mark.parametrize("value", ["", "?", "AAA", "no base 64", "ä"])
def test_what_is_no_seal_at_all_does_not_open(value: str) -> None:
    ring, _ = lone_keyring()
    with pytest.raises(SealBroken, match=r"t\.c"):
        ring.open(value, table="t", column="c", row=UUID(int=9))


class NoRows:
    """A transaction without rows."""

    practice_id, now = PRACTICE, None

    class connection:  # noqa: N801 - stands for an attribute
        @staticmethod
        def execute(_: object) -> list[Any]:
            return []


def lone_keyring() -> tuple[Keyring, UUID]:
    """Return a keyring that holds one person's key."""
    ring, key_id, person = Keyring(NoRows(), bytes(32)), UUID(int=5), UUID(int=6)  # type: ignore[arg-type]
    wrapped = bytes(12) + ring._practice.encrypt(bytes(12), b"d" * 32, ring._wrap_aad(key_id))
    ring.hold([(key_id, person, base64.b64encode(wrapped).decode())])
    return ring, person


def test_a_newer_key_seals_and_the_older_still_opens(world) -> None:
    client_id = client_of(world, phone="old")
    with world.works.open(world.home.id) as work:
        ring = work.keyring
        first = work.connection.scalar(select(PersonKey.id).where(PersonKey.person_id == client_id))
        nonce, key_id = b"n" * 12, work.new_id()
        wrapped = nonce + ring._practice.encrypt(nonce, b"d" * 32, ring._wrap_aad(key_id))
        row = {"practice_id": world.home.id, "id": key_id, "person_id": client_id, "created_at": work.now}
        work.connection.execute(insert(PersonKey), row | {"wrapped": base64.b64encode(wrapped).decode()})
    with world.works.open(world.home.id) as work:
        client = work.get(Client, client_id)
        client.email = "new@example.org"
        work.flush()
        phone, email = work.db.execute(select(Client.phone, Client.email).where(Client.id == client_id)).one()
    assert UUID(bytes=base64.b64decode(phone)[1:17]) == first
    assert UUID(bytes=base64.b64decode(email)[1:17]) == key_id
    with world.works.open(world.home.id) as work:
        client = work.get(Client, client_id)
        assert (client.phone, client.email) == ("old", "new@example.org")


def test_a_practice_key_that_is_wrapped_anew_opens_what_was_sealed_before(world) -> None:
    client_id = client_of(world)
    works = world.works
    fresh = KeyFile({**works.key_file._keys, "next": b"k" * 32}, "next")
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    with works.open(world.home.id) as work:
        practice = work.practice()
        key = works.key_file.unwrap_practice_key(world.home.id, practice.wrapped_key)
        sealed_anew = AESGCM(b"k" * 32).encrypt(bytes(12), key, world.home.id.bytes)
        practice.wrapped_key = bytes([4]) + b"next" + bytes(12) + sealed_anew
        works.key_file = fresh
    with works.open(world.home.id) as work:
        assert work.get(Client, client_id).name_used == CANARY
    works.key_file = KeyFile({"next": b"?" * 32}, "next")
    with works.open(world.home.id) as work, pytest.raises(KeyFileProblem, match="not the one"):
        _ = work.get(Client, client_id).name_used


def test_destroying_one_persons_keys_destroys_that_persons_text_only(world) -> None:
    lost, kept = client_of(world), client_of(world)
    with world.works.open(world.home.id) as work:
        work.connection.execute(
            text("DELETE FROM person_keys WHERE person_id = :id"),
            {"id": str(lost) if world.works.database.is_sqlite else lost},
        )
    with world.works.open(world.home.id) as work:
        assert work.get(Client, kept).name_used == CANARY
        with pytest.raises(SealBroken):
            _ = work.get(Client, lost).name_used


def test_keys_are_loaded_once_for_several_people(world) -> None:
    people = [client_of(world) for _ in range(3)]
    with world.works.open(world.home.id) as work:
        clients = [work.get(Client, person) for person in people]
        work.keyring.load(people)
        before = len(world.statements)
        work.keyring.load(people)
        work.keyring.load([])
        assert {client.name_used for client in clients} == {CANARY}
        assert len(world.statements) == before


def test_keys_may_come_along_with_a_read(world) -> None:
    client_id = client_of(world)
    with world.works.open(world.home.id) as work:
        keys, value = work.read(
            select(keys_of(Client.id), Client.name_used_sealed).where(Client.id == client_id)
        ).one()
        work.keyring.hold_json(parsed(keys))
        before = len(world.statements)
        assert work.keyring.open(value, table="clients", column="name_used", row=str(client_id)) == CANARY
        assert len(world.statements) == before


def test_an_heir_reads_what_was_sealed_for_the_other(world) -> None:
    duplicate, survivor = client_of(world), client_of(world)
    with world.works.open(world.home.id) as work:
        assert work.get(Client, duplicate).name_used == CANARY
        work.keyring.hand_over(duplicate, survivor)
        partner_id = work.new_id()
        work.keyring.register(partner_id)
        work.add(Partner(id=partner_id, client_id=survivor, name_used="Tobias"))
    with world.works.open(world.home.id) as work:
        owners = set(
            work.connection.scalars(select(PersonKey.person_id).where(PersonKey.practice_id == world.home.id))
        )
        assert owners == {survivor, partner_id}
        assert work.get(Client, duplicate).name_used == CANARY


def test_tokens_tell_practices_and_purposes_apart(world) -> None:
    with world.works.open(world.home.id) as work:
        ring = work.keyring
        token = ring.token("name", "mara")
        assert (len(token), ring.token("name", "mara")) == (16, token)
        others = {ring.token("mail", "mara"), ring.token("name", "mar"), ring.token("nam", "e\x00mara")}
    with world.works.open(world.other.id) as work:
        others.add(work.keyring.token("name", "mara"))
    assert len(others | {token}) == 5


def test_a_practice_without_its_row_has_no_keys(world) -> None:
    from couplesone.kernel.errors import RecordNotFound

    with world.works.open(UUID(int=77)) as work, pytest.raises(RecordNotFound):
        _ = work.keyring
    with world.works.open(world.home.id) as work:
        assert work.db.get(Practice, world.other.id) is None
