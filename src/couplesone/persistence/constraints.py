"""From a broken database constraint to the problem that it stands for, by the constraint's name.

A constraint says what its breach means with ``info={"problem": SomeProblem}``. What has no such entry is a fault
of ours. No word of the database's own message goes any further: it may hold values.
"""

from __future__ import annotations

import re
from functools import cache

from sqlalchemy import Constraint, Index, UniqueConstraint
from sqlalchemy.exc import IntegrityError

from couplesone.kernel.errors import Conflict, Problem
from couplesone.persistence.base import Base

_SQLITE_COLUMNS = re.compile(r"^UNIQUE constraint failed: (.+)$")
_SQLITE_CHECK = re.compile(r"^CHECK constraint failed: (\w+)$")
_SQLITE_INDEX = re.compile(r"^UNIQUE constraint failed: index '(\w+)'$")


class LinkedRecordMissing(Conflict):
    """A record that this one refers to is gone, or was never there."""

    code = "linked_record_missing"
    title = "A linked record does not exist"
    detail = "The request refers to a record that does not exist; read it again and repeat."


@cache
def _by_columns() -> dict[frozenset[str], str]:
    found: dict[frozenset[str], str] = {}
    for table in Base.metadata.tables.values():
        for item in (*table.constraints, *table.indexes):
            if isinstance(item, UniqueConstraint) or (isinstance(item, Index) and item.unique):
                columns = frozenset(f"{table.name}.{column.name}" for column in item.columns)
                found[columns] = str(item.name)
    return found


@cache
def _problems() -> dict[str, type[Problem]]:
    found: dict[str, type[Problem]] = {}
    for table in Base.metadata.tables.values():
        items: tuple[Constraint | Index, ...] = (*table.constraints, *table.indexes)
        for item in items:
            if problem := item.info.get("problem"):
                found[str(item.name)] = problem
    return found


def constraint_name(error: IntegrityError) -> str | None:
    """Return the name of the broken constraint, if the engine says enough to know it."""
    diagnostics = getattr(error.orig, "diag", None)
    if diagnostics is not None:
        name = diagnostics.constraint_name
        return str(name) if name else None
    message = str(error.orig)
    if match := _SQLITE_INDEX.match(message) or _SQLITE_CHECK.match(message):
        return match[1]
    if match := _SQLITE_COLUMNS.match(message):
        return _by_columns().get(frozenset(match[1].split(", ")))
    return None


def explain(error: IntegrityError) -> Problem | None:
    """Return the problem that the broken constraint stands for, or None if it is a fault of ours."""
    name = constraint_name(error)
    if name is None:
        return LinkedRecordMissing() if "FOREIGN KEY" in str(error.orig) else None
    if problem := _problems().get(name):
        return problem()
    return LinkedRecordMissing() if name.startswith("fk_") else None
