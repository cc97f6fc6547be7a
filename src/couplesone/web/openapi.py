"""The API document: what the framework derives, completed by what only the operations know.

Each operation gets its permission, its headers (If-Match, Idempotency-Key), the problem codes that it answers
by status, and an example body. The framework's own error schema, which would echo input, is taken out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI

from couplesone.kernel.errors import Problem
from couplesone.web.operations import Operation

_EVERYWHERE = ("rate_limited", "host_unknown", "database_unavailable", "internal_error", "answer_malformed")
_GUARDED = ("not_signed_in", "permission_denied")
_BODY = ("validation_failed", "json_malformed", "not_json", "body_too_large")
_FORM = ("not_a_form", "form_malformed", "body_too_large")
_IF_MATCH = ("if_match_required", "if_match_malformed")
_IDEMPOTENT = ("idempotency_key_reused", "idempotency_key_malformed", "request_in_flight")
_CHANGE = ("version_stale", "linked_record_missing")
_IF_MATCH_HEADER = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "description": "The ETag of the version that is being changed.",
    "schema": {"type": "string", "examples": ['"1"']},
}
_IDEMPOTENCY_HEADER = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "Makes it safe to send the request again; kept for 24 hours.",
    "schema": {"type": "string", "maxLength": 255},
}
_PROBLEM: dict[str, Any] = {
    "type": "object",
    "title": "Problem",
    "description": "A problem document (RFC 9457). It never repeats what was sent.",
    "required": ["type", "title", "status", "detail", "code", "request_id", "errors"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "code": {"type": "string"},
        "request_id": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["pointer", "code", "detail"],
                "properties": {
                    "pointer": {"type": "string"},
                    "code": {"type": "string"},
                    "detail": {"type": "string"},
                },
            },
        },
    },
}


def problem_codes(operation: Operation) -> list[str]:
    """Return every problem code that an operation may answer."""
    codes = set(_EVERYWHERE) | {problem.code for problem in operation.problems}
    if operation.permission is not None:
        codes.update(_GUARDED)
    if operation.parameters:
        codes.add("not_found")
    codes.update(_what_is_sent(operation))
    if operation.query is not None:
        codes.add("validation_failed")
        if "cursor" in operation.query[1].model_fields:
            codes.add("cursor_invalid")
    if operation.conditional:
        codes.update(_IF_MATCH)
    elif "version" in operation.takes:
        codes.add("if_match_malformed")
    if operation.method != "GET" and operation.permission is not None:
        codes.update(_CHANGE)
    if operation.keyed:
        codes.update(_IDEMPOTENT, ("not_found",))  # what came of the first request may be out of reach by now
    return sorted(codes)


def _what_is_sent(operation: Operation) -> tuple[str, ...]:
    """Return the codes of what may be wrong with a body."""
    return (_BODY if operation.body is not None else ()) + (_FORM if "form" in operation.takes else ())


def document(app: FastAPI, operations: Mapping[str, Operation]) -> dict[str, Any]:
    """Return the complete API document of an application."""
    if getattr(app.state, "document", None) is None:
        app.state.document = _complete(app.openapi(), operations)
    found: dict[str, Any] = app.state.document
    return found


def _complete(content: dict[str, Any], operations: Mapping[str, Operation]) -> dict[str, Any]:
    schemas: dict[str, Any] = content.setdefault("components", {}).setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    schemas["Problem"] = _PROBLEM
    content["components"]["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer", "description": "A sign-in token or an API key."}
    }
    for methods in content["paths"].values():
        for shown in methods.values():
            _complete_operation(shown, operations[shown["operationId"]], schemas)
    return content


def _complete_operation(shown: dict[str, Any], operation: Operation, schemas: dict[str, Any]) -> None:
    shown["security"] = [{"token": []}] if operation.permission is not None else []
    _complete_parameters(shown, operation)
    _complete_responses(shown, operation)
    if operation.body is not None and (examples := schemas.get(operation.body.__name__, {}).get("examples")):
        shown["requestBody"]["content"]["application/json"]["example"] = examples[0]


def _complete_parameters(shown: dict[str, Any], operation: Operation) -> None:
    parameters = shown.setdefault("parameters", [])
    for parameter in parameters:
        if parameter["in"] == "query" and _is_list(parameter["schema"]):
            parameter["explode"] = False  # written comma-separated, not repeated
    if operation.conditional or "version" in operation.takes:
        parameters.append(_IF_MATCH_HEADER | {"required": operation.conditional})
    if operation.keyed:
        parameters.append(_IDEMPOTENCY_HEADER)
    if not parameters:
        del shown["parameters"]


def _complete_responses(shown: dict[str, Any], operation: Operation) -> None:
    responses = shown["responses"]
    responses.pop("422", None)
    done = responses[str(operation.status)]
    done["description"] = "Done." if operation.status != 201 else "Created."
    if len(content := done.get("content", {})) > 1:
        del content["application/json"]  # the framework's default beside what the route says
    shown["x-problem-codes"] = codes = problem_codes(operation)
    by_status: dict[int, list[str]] = defaultdict(list)
    for code in codes:
        by_status[Problem.known[code].status].append(code)
    for status, found in sorted(by_status.items()):
        responses[str(status)] = {
            "description": "; ".join(f"`{code}`: {Problem.known[code].title}" for code in found),
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }


def _is_list(schema: Mapping[str, Any]) -> bool:
    return any(choice.get("type") == "array" for choice in schema.get("anyOf", [schema]))
