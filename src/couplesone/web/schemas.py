"""The roots of what comes in and goes out, and the annotated types that every schema uses.

Input is strict and refuses unknown members. Output has no defaults. A patch tells absent from null.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import Annotated, Any, Final, Generic, TypeVar
from uuid import UUID
from zoneinfo import available_timezones

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
    field_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from couplesone.persistence.columns import rfc_3339
from couplesone.persistence.paging import DEFAULT_LIMIT, MAX_LIMIT, PageRequest

T = TypeVar("T")

Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\r\n]*$")
]
"""One line of text, 1 to 200 characters."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
"""Free text, 1 to 4,000 characters."""
ExternalId = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=r"^[A-Za-z0-9._:-]+$")]
"""The id that another system gave a record; it may stand in a path."""
Scale = Annotated[int, Field(ge=0, le=10)]
"""A rating from 0 to 10."""
Count = Annotated[int, Field(ge=0, le=1000)]
"""How often something happened."""
Minutes = Annotated[int, Field(ge=1, le=600)]
"""A length of time in minutes."""
Instant = Annotated[
    datetime,
    PlainSerializer(rfc_3339, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "format": "date-time"}, mode="serialization"),
]
"""An instant in UTC, RFC 3339."""


def _in_utc(value: datetime) -> datetime:
    try:
        return value.astimezone(UTC)
    except OverflowError:
        raise PydanticCustomError(
            "datetime_out_of_range", "This instant lies outside the calendar."
        ) from None


SentInstant = Annotated[AwareDatetime, AfterValidator(_in_utc)]
"""An instant as a client sends it, with its time zone; RFC 3339."""


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _known_time_zone(value: str) -> str:
    if value not in _time_zones():
        raise PydanticCustomError(
            "unknown_time_zone", "This is no time zone of the IANA list, like Europe/Vienna."
        )
    return value


TimeZone = Annotated[str, StringConstraints(max_length=64), AfterValidator(_known_time_zone)]
"""The name of a time zone in the IANA list."""


class Input(BaseModel):
    """What a client sends: strict types, no unknown members."""

    model_config = ConfigDict(strict=True, extra="forbid", allow_inf_nan=False, hide_input_in_errors=True)


ABSENT: Final[Any] = None
"""The default of a patch's members: not sent. What was sent is told by ``Patch.changes``."""


class Patch(Input):
    """A JSON Merge Patch (RFC 7396): absent members stay as they are, null clears what may be empty."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Show no default: an absent member is not a null one."""
        shown = handler(schema)
        for member in handler.resolve_ref_schema(shown).get("properties", {}).values():
            member.pop("default", None)
        return shown

    def changes(self) -> dict[str, Any]:
        """Return the members that were sent."""
        return {name: getattr(self, name) for name in self.model_fields_set}


class Filters(BaseModel):
    """Query parameters: typed by name, no query language, unknown ones refused."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True, allow_inf_nan=False)

    @field_validator("*", mode="before")
    @classmethod
    def _no_nul(cls, value: Any) -> Any:
        if isinstance(value, str) and "\x00" in value:
            raise PydanticCustomError(
                "nul_character", "NUL is no character of a text."
            )  # PostgreSQL takes none
        return value


class PageFilters(Filters):
    """Query parameters of a list."""

    limit: int = Field(DEFAULT_LIMIT, ge=1, le=MAX_LIMIT, description="How many items at most.")
    cursor: str | None = Field(None, max_length=400, description="next_cursor of the page before.")

    @property
    def page(self) -> PageRequest:
        """The page that is asked for."""
        return PageRequest(self.limit, self.cursor)


def _split(value: Any) -> Any:
    return [part for part in value.split(",") if part] if isinstance(value, str) else value


Csv = Annotated[list[T], BeforeValidator(_split)]
"""A comma-separated query parameter."""


class Output(BaseModel):
    """What a client gets: every member is always there."""

    model_config = ConfigDict(from_attributes=True, hide_input_in_errors=True)


class Listing(Output, Generic[T]):
    """One page of a list."""

    items: list[T]
    next_cursor: str | None


class Action(Output):
    """Something that can be done with a record: allowed now, or why not."""

    action: str = Field(description="The operation id.")
    allowed: bool
    code: str | None = Field(description="The problem code that the attempt would answer.")
    reason: str | None


class RecordOut(Output):
    """What every record shows."""

    id: UUID
    version: int
    created_at: Instant
    updated_at: Instant
