"""A typed, synchronous client of the API; it needs nothing of the server.

``Couplesone`` has one method for each operation id of the API document. Members of a path are given by position,
query parameters and members of a body by name; answers are dictionaries with the types of ``types``. ``operations``
and ``types`` are written from the API document by ``couplesone openapi``.
"""

from couplesone.sdk import types
from couplesone.sdk.client import Couplesone
from couplesone.sdk.errors import (
    ApiError,
    ConflictError,
    ConnectionFailed,
    CouplesoneError,
    FieldError,
    ForbiddenError,
    MalformedError,
    NotFoundError,
    NotSignedInError,
    PreconditionRequiredError,
    RateLimitedError,
    ServerError,
    StaleError,
    TooLargeError,
    UnavailableError,
    ValidationError,
)
from couplesone.sdk.paging import Page
from couplesone.sdk.values import ABSENT

__all__ = [
    "ABSENT",
    "ApiError",
    "ConflictError",
    "ConnectionFailed",
    "Couplesone",
    "CouplesoneError",
    "FieldError",
    "ForbiddenError",
    "MalformedError",
    "NotFoundError",
    "NotSignedInError",
    "Page",
    "PreconditionRequiredError",
    "RateLimitedError",
    "ServerError",
    "StaleError",
    "TooLargeError",
    "UnavailableError",
    "ValidationError",
    "types",
]
