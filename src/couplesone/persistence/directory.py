"""Which practices an installation has: the one look across them all.

Nothing else may be read without a practice: on PostgreSQL the row policies open only ``practices``, and only for
reading. Whoever looks says why, and the security log keeps it.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.engine import Connection

from couplesone.persistence.practice import Practice
from couplesone.persistence.work import Works

log = logging.getLogger("couplesone.security")


@dataclass(frozen=True, slots=True)
class PracticeEntry:
    """A practice in the list of them all."""

    id: UUID
    name: str
    time_zone: str


@contextmanager
def system_scope(works: Works, reason: str) -> Iterator[Connection]:
    """Open a transaction that belongs to no practice and may only read; ``reason`` goes to the security log."""
    log.info("%s", json.dumps({"time": works.clock.now().isoformat(), "system_scope": reason}))
    with works.database.transaction(None, write=False) as connection:
        yield connection


def all_practices(works: Works, reason: str) -> list[PracticeEntry]:
    """Return every practice of the installation, the oldest first."""
    statement = select(Practice.practice_id, Practice.name, Practice.time_zone)
    with system_scope(works, reason) as connection:
        rows = connection.execute(statement.order_by(Practice.created_at, Practice.practice_id))
        return [PracticeEntry(*row) for row in rows]


def only_practice(works: Works, reason: str) -> UUID | None:
    """Return the practice of an installation that has exactly one, else None."""
    with system_scope(works, reason) as connection:
        found = connection.scalars(select(Practice.practice_id).limit(2)).all()
    return found[0] if len(found) == 1 else None
