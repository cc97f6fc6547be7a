"""What can go wrong, in the words of the practice.

The tree::

    Problem
    ├── Invalid               the request cannot be understood or breaks a rule of form
    ├── Unauthenticated       nobody known is asking
    ├── Forbidden             somebody known may not do this at all
    ├── NotFound              no such thing, or none that the asker may know of
    ├── NotAllowed            the thing exists but not with this method
    ├── Conflict              the state of things does not allow it now
    ├── Stale                 somebody changed it in the meantime
    ├── PreconditionRequired  the change does not say which version it is of
    ├── TooLarge              more than we accept at once
    ├── UnsupportedMedia      not JSON
    ├── TooMany               too often
    ├── Internal              our own fault
    └── Unavailable           not now

A concrete problem is a subclass beside the code that raises it, with a stable ``code``, a ``title`` and a
``detail``: a sentence that a therapist or an integrator understands, which never repeats what was sent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class FieldError:
    """One place in the request that is wrong: a JSON pointer (or parameter name), a code, a sentence."""

    pointer: str
    code: str
    detail: str


class Problem(Exception):
    """The root of the tree; ``extra`` holds further members of the problem document."""

    status: ClassVar[int] = 500
    code: ClassVar[str]
    title: ClassVar[str]
    detail: str
    known: ClassVar[dict[str, type[Problem]]] = {}

    def __init_subclass__(cls) -> None:
        """Enter each class that has a code of its own into the list of known problems."""
        if code := cls.__dict__.get("code"):
            other = Problem.known.get(code, cls)
            if (other.__module__, other.__qualname__) != (cls.__module__, cls.__qualname__):
                raise TypeError(f"two problems share the code {code}")
            Problem.known[code] = cls

    def __init__(
        self,
        detail: str | None = None,
        *,
        errors: Sequence[FieldError] = (),
        extra: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        if detail is not None:
            self.detail = detail
        super().__init__(self.code)
        self.errors = tuple(errors)
        self.extra = dict(extra or {})
        self.headers = dict(headers or {})


class Invalid(Problem):
    """The request cannot be understood or breaks a rule of form."""

    status = 422


class Unauthenticated(Problem):
    """Nobody known is asking."""

    status = 401


class Forbidden(Problem):
    """Somebody known may not do this at all."""

    status = 403


class NotFound(Problem):
    """No such thing, or none that the asker may know of."""

    status = 404


class NotAllowed(Problem):
    """The thing exists but not with this method."""

    status = 405


class Conflict(Problem):
    """The state of things does not allow it now."""

    status = 409


class Stale(Problem):
    """Somebody changed it in the meantime."""

    status = 412


class PreconditionRequired(Problem):
    """The change does not say which version it is of."""

    status = 428


class TooLarge(Problem):
    """More than we accept at once."""

    status = 413


class UnsupportedMedia(Problem):
    """Not JSON."""

    status = 415


class TooMany(Problem):
    """Too often."""

    status = 429


class Internal(Problem):
    """Our own fault."""

    status = 500


class Unavailable(Problem):
    """Not now."""

    status = 503


class ValidationFailed(Invalid):
    """Some members of the request are missing, unknown or out of range."""

    code = "validation_failed"
    title = "The request is not valid"
    detail = "Some fields are missing, unknown or out of range; see errors."


class RecordNotFound(NotFound):
    """There is no such record, or none that the asker may know of."""

    code = "not_found"
    title = "Not found"
    detail = "There is no such record, or you may not know of it."


class VersionStale(Stale):
    """The record was changed since it was read."""

    code = "version_stale"
    title = "Somebody else changed this record"
    detail = "Read the record again, look at what changed, and repeat your change with its new ETag."


class DatesOutOfOrder(Invalid):
    """A date lies before another that must come first, or in the future."""

    code = "dates_out_of_order"
    title = "The dates are not in order"
    detail = "One of the dates lies before a date that must come first, or in the future."


def not_in_the_future(day: date | None, today: date, pointer: str) -> None:
    """Raise DatesOutOfOrder if a day that must have come already lies after ``today``."""
    if day is not None and day > today:
        raise DatesOutOfOrder(errors=[FieldError(pointer, "in_the_future", "This day lies in the future.")])


def not_before(day: date | None, earlier: date | None, pointer: str) -> None:
    """Raise DatesOutOfOrder if ``day`` lies before ``earlier``; either may be missing."""
    if day is not None and earlier is not None and day < earlier:
        raise DatesOutOfOrder(
            errors=[FieldError(pointer, "too_early", "This day lies before one that must come first.")]
        )


def invalid_field(pointer: str, code: str, detail: str) -> ValidationFailed:
    """Return a validation problem about one member of the body."""
    return ValidationFailed(errors=[FieldError(pointer, code, detail)])
