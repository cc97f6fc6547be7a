"""RFC 9457 problem documents, and how each kind of fault becomes one.

A problem document never repeats what was sent and never carries clinical content. What the schema library says
about a wrong member is replaced by sentences of our own, because its messages may quote the input.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError
from starlette.responses import Response

from couplesone.kernel.errors import (
    FieldError,
    Internal,
    Invalid,
    NotAllowed,
    PreconditionRequired,
    Problem,
    TooLarge,
    UnsupportedMedia,
    ValidationFailed,
)

PROBLEM_JSON = "application/problem+json"


class InternalError(Internal):
    """A fault of ours."""

    code = "internal_error"
    title = "Something went wrong on our side"
    detail = "Nothing was changed. If it happens again, tell the operator the request_id."


class MethodNotAllowed(NotAllowed):
    """The resource has no such method."""

    code = "method_not_allowed"
    title = "This method does not exist here"
    detail = "The resource does not have this method; the API document lists those it has."


class BodyTooLarge(TooLarge):
    """The body is larger than 256 kB."""

    code = "body_too_large"
    title = "The request is too large"
    detail = "A request body may have 256 kB at most."


class NotJson(UnsupportedMedia):
    """The body is not declared as JSON."""

    code = "not_json"
    title = "The body must be JSON"
    detail = "Send Content-Type: application/json."


class IfMatchRequired(PreconditionRequired):
    """A change must say which version of the record it is of."""

    code = "if_match_required"
    title = "Say which version you are changing"
    detail = "Send If-Match with the ETag that you read, so that nobody's change is overwritten unseen."


class IfMatchMalformed(Invalid):
    """If-Match is not one of our entity tags."""

    status = 400
    code = "if_match_malformed"
    title = "If-Match is not valid"
    detail = 'Send the ETag as it came, for example If-Match: "3".'


SENTENCES: dict[str, tuple[str, str]] = {
    "missing": ("required", "This member is required."),
    "extra_forbidden": ("unknown_field", "There is no such member."),
    "enum": ("unknown_code", "This is not one of the codes; see /v1/vocabularies."),
    "literal_error": ("unknown_code", "This is not one of the codes; see /v1/vocabularies."),
    "uuid_parsing": ("not_an_id", "This must be an id."),
    "uuid_type": ("not_an_id", "This must be an id."),
    "int_type": ("not_an_integer", "This must be a whole number."),
    "int_parsing": ("not_an_integer", "This must be a whole number."),
    "int_from_float": ("not_an_integer", "This must be a whole number."),
    "float_type": ("not_a_number", "This must be a number."),
    "bool_type": ("not_a_boolean", "This must be true or false."),
    "bool_parsing": ("not_a_boolean", "This must be true or false."),
    "string_type": ("not_text", "This must be text."),
    "string_too_short": ("too_short", "This text is too short."),
    "string_too_long": ("too_long", "This text is too long."),
    "string_pattern_mismatch": ("wrong_form", "This text does not have the right form."),
    "greater_than_equal": ("out_of_range", "This number is too small."),
    "less_than_equal": ("out_of_range", "This number is too large."),
    "greater_than": ("out_of_range", "This number is too small."),
    "less_than": ("out_of_range", "This number is too large."),
    "too_short": ("too_few", "There are too few items."),
    "too_long": ("too_many", "There are too many items."),
    "list_type": ("not_a_list", "This must be a list."),
    "model_type": ("not_an_object", "This must be an object."),
    "dict_type": ("not_an_object", "This must be an object."),
    "model_attributes_type": ("not_an_object", "This must be an object."),
}
_DATES = ("not_a_date", "This must be a date (YYYY-MM-DD) or an instant (RFC 3339), as the field says.")


def field_errors(error: ValidationError) -> list[FieldError]:
    """Return what is wrong, place by place, in sentences that never quote the input (at most 50)."""
    found = []
    for item in error.errors(include_url=False, include_input=False, include_context=False)[:50]:
        kind = item["type"]
        if kind in SENTENCES:
            code, sentence = SENTENCES[kind]
        elif kind.startswith(("date", "time")) and kind != "dates_out_of_order":
            code, sentence = _DATES
        elif kind in OWN_KINDS:
            code, sentence = kind, item["msg"]
        else:
            code, sentence = "not_valid", "This value is not valid."
        pointer = "/" + "/".join(_pointer_part(part) for part in item["loc"] if _is_named(part))
        found.append(FieldError(pointer, code, sentence))
    return found


OWN_KINDS: set[str] = {
    "dates_out_of_order",
    "unknown_time_zone",
    "unknown_code",
    "levels_incomplete",
    "not_taken_alone",
    "instrument_twice",
    "unknown_variant",
    "wrong_item_count",
    "value_out_of_range",
    "danger_incomplete",
    "danger_mismatch",
    "raised_by_a_screen",
}
"""Error types that our own validators raise: their messages are ours and quote nothing."""


def _is_named(part: int | str) -> bool:
    return isinstance(part, int) or not part.startswith(("function-", "json-or-python", "[key]"))


def _pointer_part(part: int | str) -> str:
    text = str(part)
    return (
        text.replace("~", "~0").replace("/", "~1")
        if (len(text) <= 64 and text.isidentifier()) or isinstance(part, int)
        else "…"
    )


def validation_problem(error: ValidationError) -> Problem:
    """Return the problem for a request that does not fit its schema."""
    return ValidationFailed(errors=field_errors(error))


def document(problem: Problem, *, request_id: str, base: str = "") -> dict[str, Any]:
    """Return the members of the problem document."""
    content: dict[str, Any] = {
        "type": f"{base}/v1/problem-codes#{problem.code}",
        "title": problem.title,
        "status": problem.status,
        "detail": problem.detail,
        "code": problem.code,
        "request_id": request_id,
        "errors": [{"pointer": e.pointer, "code": e.code, "detail": e.detail} for e in problem.errors],
    }
    return content | problem.extra


def problem_response(problem: Problem, *, request_id: str) -> Response:
    """Return the HTTP form of a problem."""
    body = json.dumps(document(problem, request_id=request_id), ensure_ascii=False).encode()
    headers = {"Cache-Control": "no-store", **problem.headers}
    if problem.status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="couplesone"'
    return Response(body, problem.status, headers, media_type=PROBLEM_JSON)
