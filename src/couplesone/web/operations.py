"""One operation of the API: what it needs, what it answers, and how a call of it runs.

A call authenticates, opens the ``Work``, checks the permission, reads the input, runs the service, commits and
renders, all inside one thread: hops between threads cost more than the work itself. The answer is rendered inside
the transaction, so that one which does not fit its schema rolls everything back.
"""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, get_type_hints
from uuid import UUID

from pydantic import BaseModel, TypeAdapter, ValidationError
from starlette.requests import Request
from starlette.responses import Response

from couplesone.kernel.errors import Forbidden, Internal, Problem, RecordNotFound, Unauthenticated
from couplesone.kernel.permissions import Permission
from couplesone.kernel.principal import Principal
from couplesone.persistence.database import DatabaseUnavailable, is_retryable
from couplesone.persistence.paging import Page
from couplesone.persistence.work import Work, Works
from couplesone.web import idempotency, strict_json
from couplesone.web.conditional import etag_of, expected_version, not_modified
from couplesone.web.forms import read_form
from couplesone.web.problems import NotJson, validation_problem

ATTEMPTS = 3
GIVEN = ("work", "works", "version", "address", "request_id", "form", "accept", "accept_language")
"""What an endpoint may ask for by name that is no input: its ``Work``; the version that If-Match names; Accept;
or, where it is public, the ``Works``, the caller's address, the request's id, its Accept-Language and its HTML form."""
_JSON_TYPES = ("application/json", "application/merge-patch+json")


class NotSignedIn(Unauthenticated):
    """No credential, or one that does not hold."""

    code = "not_signed_in"
    title = "Sign in first"
    detail = "Send Authorization: Bearer with a sign-in token or an API key that is still valid."


class Credential(Protocol):
    """A bearer token that has the right form."""

    @property
    def practice_id(self) -> UUID:
        """The practice that it names."""
        ...


class Authenticator(Protocol):
    """Says who holds a credential; implemented by the identity room."""

    def parse(self, token: str) -> Credential | None:
        """Return the credential, or None when the token cannot be one of ours."""
        ...

    def authenticate(self, work: Work, credential: Credential) -> Principal | None:
        """Return who holds the credential, with the practice's key unlocked; None when it does not hold."""
        ...


@dataclass(frozen=True, slots=True)
class Attachment:
    """An answer that is rendered already: a page, a picture; with a status of its own, or the operation's."""

    content: bytes
    media_type: str
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int | None = None


R = TypeVar("R")


class Upserted(NamedTuple, Generic[R]):
    """What an upsert answers: the record, with 201 if it is new and 200 if it was there."""

    record: R
    created: bool


@dataclass(slots=True)
class Operation:
    """A route and its rules. ``name`` is the operation id."""

    name: str
    method: str
    path: str
    endpoint: Callable[..., Any]
    permission: Permission | None
    public: str | None = None
    status: int = 200
    answers: str | None = None
    conditional: bool = False
    composite: bool = False
    question: bool = False
    upserts: bool = False
    audited: bool = True
    replay: Callable[[Work, UUID], Any] | None = None
    problems: tuple[type[Problem], ...] = ()
    parameters: dict[str, TypeAdapter[Any]] = field(default_factory=dict)
    query: tuple[str, type[BaseModel]] | None = None
    body: type[BaseModel] | None = None
    result: TypeAdapter[Any] | None = None
    takes: set[str] = field(default_factory=set)

    @property
    def writes(self) -> bool:
        """Whether the transaction may write: even a read notes the use of the credential and is audited."""
        return self.permission is not None

    @property
    def keyed(self) -> bool:
        """Whether an Idempotency-Key is honoured."""
        return self.method == "POST" and self.permission is not None and not self.question

    def inspect(self) -> inspect.Signature:
        """Learn the input from the endpoint's signature; return the signature that the API document shows."""
        hints = get_type_hints(self.endpoint, include_extras=True)
        shown = []
        for name, parameter in inspect.signature(self.endpoint).parameters.items():
            annotation = hints[name]
            if name in GIVEN:
                self.takes.add(name)
                continue
            if f"{{{name}}}" in self.path:
                self.parameters[name] = TypeAdapter(annotation)
            elif name == "body":
                self.body = annotation
            else:
                model = annotation.__origin__ if hasattr(annotation, "__metadata__") else annotation
                self.query = (name, model)
            shown.append(parameter.replace(annotation=annotation, kind=inspect.Parameter.KEYWORD_ONLY))
        answer = hints.get("return")
        if typing.get_origin(answer) is Upserted:
            (answer,) = typing.get_args(answer)
            self.upserts = True
        self.result = TypeAdapter(answer) if answer not in (None, type(None)) else None
        return inspect.Signature(shown, return_annotation=answer)


class Runner:
    """Runs operations: it has the works, the authenticator and all operations by name."""

    def __init__(
        self, works: Works, authenticator: Authenticator, operations: Mapping[str, Operation]
    ) -> None:
        self.works = works
        self.authenticator = authenticator
        self.operations = operations

    def run(self, operation: Operation, request: Request, raw: bytes) -> Response:
        """Run one call and return its answer; raises Problem when it is refused."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                if operation.permission is None:
                    return self._run_public(operation, request, raw)
                return self._run_guarded(operation, request, raw)
            except Exception as error:
                if not is_retryable(error):
                    raise
                if attempt == ATTEMPTS:
                    raise DatabaseUnavailable from error
        raise AssertionError("unreachable")

    def _run_public(self, operation: Operation, request: Request, raw: bytes) -> Response:
        arguments = self._arguments(operation, request, raw)
        given: dict[str, Any] = {
            "works": self.works,
            "address": request.client.host if request.client else "",
            "request_id": request.scope["state"]["request_id"],
            "accept_language": request.headers.get("accept-language"),
        }
        if "form" in operation.takes:
            given["form"] = read_form(request.headers.get("content-type", ""), raw)
        result = operation.endpoint(**{name: given[name] for name in operation.takes}, **arguments)
        return self._render(operation, request, result, operation.status)

    def _run_guarded(self, operation: Operation, request: Request, raw: bytes) -> Response:
        credential = self._credential(request)
        request_id = request.scope["state"]["request_id"]
        work: Work | None = None
        try:
            with self.works.open(
                credential.practice_id, write=operation.writes, request_id=request_id
            ) as work:
                principal = self.authenticator.authenticate(work, credential)
                if principal is None:
                    raise NotSignedIn
                work.actor = principal
                request.scope["state"]["principal"] = principal
                return self._perform(work, operation, request, raw)
        except Forbidden:
            if work is not None and work.actor is not None:
                self._record_refusal(work, operation, request)
            raise

    def _perform(self, work: Work, operation: Operation, request: Request, raw: bytes) -> Response:
        assert operation.permission is not None
        work.principal.require(operation.permission)
        work.permission = operation.permission
        arguments = self._arguments(operation, request, raw)
        key = request.headers.get("idempotency-key") if operation.keyed else None
        claimed = None
        if key is not None:
            seen = request.url.path.encode() + b"\n" + raw
            claimed = idempotency.claim(work, operation.name, key, seen)
        if isinstance(claimed, idempotency.Replay):
            result = self._again(work, operation, claimed.resource_id)
            response = self._render(operation, request, result, claimed.status)
            response.headers["Idempotency-Replayed"] = "true"
        else:
            result, status = operation.endpoint(work=work, **arguments), operation.status
            if isinstance(result, Upserted):
                result, status = result.record, 201 if result.created else 200
            work.finish()
            response = self._render(operation, request, result, status)
            if claimed is not None:
                claimed.status, claimed.resource_id = response.status_code, getattr(result, "id", None)
        if operation.audited:
            work.audit(operation.name, self._resource(request, result))
        return response

    def _again(self, work: Work, operation: Operation, resource_id: UUID | None) -> Any:
        if operation.replay is not None:
            assert resource_id is not None
            return operation.replay(work, resource_id)
        assert operation.answers is not None, operation.name
        reader = self.operations[operation.answers]
        assert reader.permission is not None
        work.principal.require(reader.permission)
        work.permission = reader.permission
        arguments: dict[str, Any] = dict.fromkeys(reader.parameters, resource_id)
        if reader.query is not None:
            name, model = reader.query
            arguments[name] = model()
        return reader.endpoint(work=work, **arguments)

    def _credential(self, request: Request) -> Credential:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        credential = self.authenticator.parse(token.strip()) if scheme.lower() == "bearer" else None
        if credential is None:
            raise NotSignedIn
        return credential

    def _arguments(self, operation: Operation, request: Request, raw: bytes) -> dict[str, Any]:
        arguments: dict[str, Any] = {}
        try:
            for name, adapter in operation.parameters.items():
                arguments[name] = adapter.validate_python(request.path_params[name])
        except ValidationError:
            raise RecordNotFound from None
        try:
            if operation.query is not None:
                name, model = operation.query
                arguments[name] = model.model_validate(dict(request.query_params))
            if operation.body is not None:
                media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
                if media_type not in _JSON_TYPES:
                    raise NotJson
                strict_json.read(raw)
                arguments["body"] = operation.body.model_validate_json(raw)
        except ValidationError as error:
            raise validation_problem(error) from None
        arguments.update(self._from_headers(operation, request))
        return arguments

    @staticmethod
    def _from_headers(operation: Operation, request: Request) -> dict[str, Any]:
        version = None
        if operation.conditional or ("version" in operation.takes and "if-match" in request.headers):
            version = expected_version(request)
        found = {"version": version, "accept": request.headers.get("accept")}
        return {name: found[name] for name in found.keys() & operation.takes}

    def _render(self, operation: Operation, request: Request, result: Any, status: int) -> Response:
        headers = {"Cache-Control": "no-store"}
        if isinstance(result, Attachment):
            return Response(
                result.content,
                result.status or status,
                headers | dict(result.headers),
                media_type=result.media_type,
            )
        if operation.result is None:
            return Response(status_code=204, headers=headers)
        version = getattr(result, "version", None)
        if version is not None and not isinstance(result, Page):
            headers["ETag"] = etag_of(version)
            if (
                operation.method == "GET"
                and not operation.composite
                and not_modified(request, headers["ETag"])
            ):
                return Response(status_code=304, headers=headers)
        next_cursor = getattr(result, "next_cursor", None)
        if next_cursor is not None:
            url = request.url.include_query_params(cursor=next_cursor)
            headers["Link"] = f'<{url.path}?{url.query}>; rel="next"'
        if status == 201 and operation.answers is not None:
            headers["Location"] = self._location(operation.answers, result)
        try:
            answer = operation.result.validate_python(result, from_attributes=True)
            body = operation.result.dump_json(answer)
        except ValidationError as error:
            raise AnswerMalformed(operation.name) from error
        return Response(body, status, headers, media_type="application/json")

    def _location(self, reader: str, result: Any) -> str:
        target = self.operations[reader]
        path = target.path
        for name in target.parameters:
            path = path.replace(f"{{{name}}}", str(result.id))
        return path

    @staticmethod
    def _resource(request: Request, result: Any) -> UUID | None:
        identifier = getattr(result, "id", None)
        if isinstance(identifier, UUID):
            return identifier
        values: Sequence[Any] = list(request.path_params.values())
        try:
            return UUID(str(values[0])) if values else None
        except ValueError:
            return None

    def _record_refusal(self, refused: Work, operation: Operation, request: Request) -> None:
        with self.works.open(refused.practice_id, request_id=refused.request_id) as work:
            work.actor = refused.actor
            work.audit(
                operation.name, self._resource(request, None), client_id=refused.subject, outcome="refused"
            )


class AnswerMalformed(Internal):
    """An answer of ours does not fit its own schema; nothing was committed."""

    code = "answer_malformed"
    title = "Something went wrong on our side"
    detail = "Nothing was changed. If it happens again, tell the operator the request_id."

    def __init__(self, operation: str) -> None:
        super().__init__()
        self.operation = operation
