"""What a call can end with instead of an answer.

The tree::

    CouplesoneError
    ├── ConnectionFailed                no answer came, or none that the API would give
    └── ApiError                        the API refused; ``code`` says why, and does not change between versions
        ├── MalformedError              400  a header or the JSON itself is not valid
        ├── NotSignedInError            401  no token, or one that no longer holds
        ├── ForbiddenError              403  the role or the API key does not allow it
        ├── NotFoundError               404  no such record, or none that the token's holder may know of
        ├── ConflictError               409  the state of things does not allow it now
        ├── StaleError                  412  somebody changed the record since it was read
        ├── TooLargeError               413  more than is accepted at once
        ├── ValidationError             422  members are missing, unknown or out of range; see ``errors``
        ├── PreconditionRequiredError   428  the change did not say which version it is of
        ├── RateLimitedError            429  too often; see ``retry_after``
        └── ServerError                 5xx  a fault of the server
            └── UnavailableError        502, 503, 504

No error holds the token, the request or its body: errors are logged and sent to trackers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


class CouplesoneError(Exception):
    """The root of the tree."""


class ConnectionFailed(CouplesoneError):
    """No answer came in time, or what came is none that the API would give."""


@dataclass(frozen=True, slots=True)
class FieldError:
    """One place in the request that is wrong: a JSON pointer (or parameter name), a code, a sentence."""

    pointer: str
    code: str
    detail: str


class ApiError(CouplesoneError):
    """The API refused.

    ``retry_after`` is how many seconds the server asks to wait, where it says so. ``extra`` is what the refusal says
    beside the members that every one has: the ``blocks`` of a safety block, the ``rules`` that hold a stage.
    """

    def __init__(
        self,
        *,
        status: int,
        code: str,
        title: str,
        detail: str,
        request_id: str | None = None,
        errors: tuple[FieldError, ...] = (),
        retry_after: float | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(f"{status} {code}: {detail}")
        self.status, self.code, self.title, self.detail = status, code, title, detail
        self.request_id, self.errors, self.retry_after = request_id, errors, retry_after
        self.extra: Mapping[str, Any] = extra or {}

    def __repr__(self) -> str:
        return (
            f"{type(self).__name__}(status={self.status}, code={self.code!r}, request_id={self.request_id!r})"
        )


class MalformedError(ApiError):
    """A header or the JSON itself is not valid."""


class NotSignedInError(ApiError):
    """No token, or one that no longer holds."""


class ForbiddenError(ApiError):
    """The role or the API key does not allow it."""


class NotFoundError(ApiError):
    """No such record, or none that the token's holder may know of."""


class ConflictError(ApiError):
    """The state of things does not allow it now."""


class StaleError(ApiError):
    """Somebody changed the record since it was read."""


class TooLargeError(ApiError):
    """More than is accepted at once."""


class ValidationError(ApiError):
    """Members are missing, unknown or out of range."""


class PreconditionRequiredError(ApiError):
    """The change did not say which version it is of."""


class RateLimitedError(ApiError):
    """Too often."""


class ServerError(ApiError):
    """A fault of the server; nothing was changed."""


class UnavailableError(ServerError):
    """The server, or its database, does not answer now."""


BY_STATUS: dict[int, type[ApiError]] = {
    400: MalformedError,
    401: NotSignedInError,
    403: ForbiddenError,
    404: NotFoundError,
    409: ConflictError,
    412: StaleError,
    413: TooLargeError,
    422: ValidationError,
    428: PreconditionRequiredError,
    429: RateLimitedError,
    502: UnavailableError,
    503: UnavailableError,
    504: UnavailableError,
}


def kind_of(status: int) -> type[ApiError]:
    """Return the class for a status."""
    return BY_STATUS.get(status, ServerError if status >= 500 else ApiError)
