"""What is given to the API: days, instants and ids as Python has them, and the absence of a member."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum
from typing import Final, TypeAlias
from uuid import UUID

Id: TypeAlias = UUID | str
"""The id of a record."""
Day: TypeAlias = date | str
"""A calendar day; as text YYYY-MM-DD."""
Moment: TypeAlias = datetime | str
"""An instant with its time zone; as text RFC 3339."""


class Absent(Enum):
    """A member that is not sent. In a change it stays as it is, whereas None empties it."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT
"""The default of every member that need not be sent."""


def plain(value: object) -> str:
    """Return the JSON form of a day, an instant or an id; TypeError for anything else."""
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is nothing that the API takes")


def query_text(value: object) -> str:
    """Return the form of a value in a query: sequences comma-separated, truth in small letters."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple | set | frozenset):
        return ",".join(query_text(item) for item in value)
    return str(value) if isinstance(value, str | int) else plain(value)
