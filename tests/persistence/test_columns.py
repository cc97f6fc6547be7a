"""Column types mean the same on both engines."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import StatementError

from couplesone.jobs.models import OutboxEvent
from couplesone.persistence.columns import Guid, UtcDateTime

DIALECTS = {"sqlite": sqlite.dialect(), "postgresql": postgresql.dialect()}
INSTANTS = st.datetimes(
    timezones=st.integers(-720, 840).map(lambda minutes: timezone(timedelta(minutes=minutes))),
    min_value=datetime(2, 1, 1),  # noqa: DTZ001 - the zone comes from the strategy
    max_value=datetime(9998, 1, 1),  # noqa: DTZ001 - the zone comes from the strategy
)


def kept(world, instant: datetime) -> OutboxEvent:
    """Keep a row with an instant and read it anew."""
    with world.works.open(world.home.id) as work:
        row = work.add(OutboxEvent(type="t", payload={"a": "ü"}, occurred_at=instant, request_id=None))
        row_id = row.id
    with world.works.open(world.home.id) as work:
        return work.get(OutboxEvent, row_id)


def test_an_instant_comes_back_in_utc_to_the_microsecond(world) -> None:
    sent = datetime(2026, 3, 2, 1, 2, 3, 45, timezone(timedelta(hours=5, minutes=30)))
    found = kept(world, sent)
    assert found.occurred_at == sent
    assert found.occurred_at.utcoffset() == timedelta(0)
    assert found.payload == {"a": "ü"}
    assert found.request_id is None


def test_a_naive_instant_is_refused(world) -> None:
    with pytest.raises(StatementError, match="needs its time zone"):
        kept(world, datetime(2026, 3, 2))  # noqa: DTZ001 - that is the point


@pytest.mark.parametrize("dialect", DIALECTS)
def test_no_instant_is_none(dialect: str) -> None:
    for kind in (UtcDateTime(), Guid()):
        assert kind.process_bind_param(None, DIALECTS[dialect]) is None
        assert kind.process_result_value(None, DIALECTS[dialect]) is None


@given(INSTANTS, INSTANTS)
def test_sqlite_keeps_text_that_sorts_as_time_does(one: datetime, other: datetime) -> None:
    kind, dialect = UtcDateTime(), DIALECTS["sqlite"]
    first, second = (kind.process_bind_param(instant, dialect) for instant in (one, other))
    assert (first < second) == (one < other)
    assert len(first) == 27
    assert kind.process_result_value(first, dialect) == one


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_the_text_forms_on_sqlite(world, engine_name) -> None:
    found = kept(world, datetime(2026, 3, 2, 9, tzinfo=UTC))
    with world.works.database.transaction(world.home.id, write=False) as connection:
        row = connection.execute(text("SELECT id, occurred_at FROM outbox_events")).one()
    assert tuple(row) == (str(found.id), "2026-03-02T09:00:00.000000Z")


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("given", [UUID(int=7), str(UUID(int=7)), UUID(int=7).hex])
def test_an_id_is_taken_in_any_form(dialect: str, given: object) -> None:
    kind = Guid()
    sent = kind.process_bind_param(given, DIALECTS[dialect])
    assert sent == (str(UUID(int=7)) if dialect == "sqlite" else UUID(int=7))
    assert kind.process_result_value(sent, DIALECTS[dialect]) == UUID(int=7)


def test_an_id_reads_the_same_in_json_of_the_database(world) -> None:
    from couplesone.persistence.json_sql import json_object, parsed

    found = kept(world, datetime(2026, 3, 2, 9, tzinfo=UTC))
    with world.works.open(world.home.id) as work:
        shown = work.read(select(json_object(id=OutboxEvent.id))).scalar_one()
    assert json.dumps(parsed(shown)) == json.dumps({"id": str(found.id)})


@pytest.mark.parametrize("engine_name", ["postgresql"])
def test_the_servers_own_time_zone_does_not_matter(fresh_url, engine_name) -> None:
    from couplesone.kernel.settings import Settings
    from couplesone.persistence.database import Database

    database = Database(Settings(database_url=fresh_url))
    with database.transaction(None, write=False) as connection:
        assert connection.scalar(text("SHOW timezone")) == "UTC"
        assert connection.scalar(text("SELECT now()")).utcoffset() == timedelta(0)
    database.close()
