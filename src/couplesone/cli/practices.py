"""Which practice a command is about, and acting in it as the system."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from sqlalchemy import select

from couplesone.cli.installation import opened, read_settings
from couplesone.cli.output import ExitCode, Failure
from couplesone.kernel.permissions import Role
from couplesone.kernel.principal import ActorKind, Principal
from couplesone.persistence.practice import Practice
from couplesone.persistence.work import Work, Works


@contextmanager
def working(practice: str | None, *, write: bool = True) -> Iterator[Work]:
    """Open a ``Work`` of the practice that is named, or of the only one; the audit trail notes the system."""
    with opened(read_settings()) as works, acting(works, choose(works, practice), write=write) as work:
        yield work


@contextmanager
def acting(works: Works, practice_id: UUID, *, write: bool = True) -> Iterator[Work]:
    """Open a ``Work`` in which the system acts, with what an owner may do."""
    with works.open(practice_id, write=write) as work:
        work.actor = Principal(
            kind=ActorKind.SYSTEM,
            practice_id=practice_id,
            staff_id=None,
            credential_id=None,
            roles=frozenset({Role.OWNER}),
        )
        yield work


def choose(works: Works, wanted: str | None) -> UUID:
    """Return the practice with this name or id, or the only one; a failure lists what there is."""
    practices = every_practice(works)
    if not practices:
        raise Failure(ExitCode.REFUSED, "There is no practice in this database; `couplesone init` makes one.")
    if wanted is None:
        if len(practices) == 1:
            return next(iter(practices))
        raise Failure(ExitCode.USAGE, f"Say which practice with --practice: {_listed(practices)}")
    found = [identifier for identifier, name in practices.items() if wanted in (name, str(identifier))]
    if len(found) == 1:
        return found[0]
    why = "Several practices have this name" if found else "There is no such practice"
    raise Failure(ExitCode.USAGE, f"{why}; say one of these with --practice: {_listed(practices)}")


def every_practice(works: Works) -> dict[UUID, str]:
    """Return the name of every practice of the installation, by id."""
    statement = select(Practice.practice_id, Practice.name).order_by(Practice.name, Practice.practice_id)
    with works.database.transaction(None, write=False) as connection:
        return {row[0]: row[1] for row in connection.execute(statement)}


def _listed(practices: dict[UUID, str]) -> str:
    return "".join(f"\n- {identifier} {name}" for identifier, name in practices.items())
