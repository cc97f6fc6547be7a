"""The router: a route without a permission, or a reason to be public, cannot even be declared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from fastapi import APIRouter

from couplesone.kernel.errors import Problem
from couplesone.kernel.permissions import Permission
from couplesone.web.operations import Operation

F = TypeVar("F", bound=Callable[..., Any])


class Router(APIRouter):
    """Collects the operations of one feature."""

    def __init__(self, tag: str) -> None:
        super().__init__(tags=[tag], redirect_slashes=False)
        self.operations: list[Operation] = []

    def operation(
        self,
        method: str,
        path: str,
        *,
        permission: Permission | None = None,
        public: str | None = None,
        status: int = 200,
        answers: str | None = None,
        conditional: bool = False,
        composite: bool = False,
        question: bool = False,
        audited: bool = True,
        replay: Callable[..., Any] | None = None,
        problems: tuple[type[Problem], ...] = (),
        media_type: str | tuple[str, ...] = "application/json",
        shown: bool = True,
    ) -> Callable[[F], F]:
        """Declare an operation; its id is the endpoint's name, its summary the docstring's first line.

        ``answers`` names the GET operation of the resource that the answer shows: it gives the Location of what
        was created and the answer to a replayed request. ``conditional`` requires If-Match, handed to the
        endpoint as ``version`` where it asks for it. ``composite`` says that the answer shows more than the
        record whose version it carries, so that If-None-Match never answers 304. ``question`` says that a POST only
        answers a question and stores nothing, so that it is simply run again when it is repeated.
        ``audited=False`` is for what is about nobody's data. ``media_type`` names several where the answer has several
        forms.
        """
        if (permission is None) == (public is None):
            raise TypeError(f"{path}: say permission= or public=, and not both")

        def declare(endpoint: F) -> F:
            operation = Operation(
                name=endpoint.__name__,
                method=method,
                path=path,
                endpoint=endpoint,
                permission=permission,
                public=public,
                status=status,
                answers=answers,
                conditional=conditional,
                composite=composite,
                question=question,
                audited=audited and permission is not None,
                replay=replay,
                problems=problems,
            )
            self._describe(operation, media_type=media_type, shown=shown)
            self.operations.append(operation)
            return endpoint

        return declare

    def _describe(self, operation: Operation, *, media_type: str | tuple[str, ...], shown: bool) -> None:
        """Give the operation its place in the API document; the framework never runs it."""
        signature, endpoint = operation.inspect(), operation.endpoint

        def stub(**_: Any) -> Any:
            raise AssertionError("the dispatcher runs the operation")

        stub.__name__, stub.__doc__ = endpoint.__name__, endpoint.__doc__
        stub.__signature__ = signature  # type: ignore[attr-defined]
        extra: dict[str, Any] = {"x-permission": operation.permission.value if operation.permission else None}
        if operation.public:
            extra["x-public"] = operation.public
        is_json = media_type == "application/json"
        responses: dict[int | str, dict[str, Any]] | None = None
        if not is_json:
            forms = (media_type,) if isinstance(media_type, str) else media_type
            responses = {200: {"content": {form: {} for form in forms}}}
        elif operation.upserts:
            other, said = (200, "It was there.") if operation.status == 201 else (201, "Created.")
            responses = {other: {"model": signature.return_annotation, "description": said}}
        self.add_api_route(
            operation.path,
            stub,
            methods=[operation.method],
            status_code=operation.status,
            operation_id=operation.name,
            summary=(endpoint.__doc__ or "").strip().partition("\n")[0].rstrip("."),
            response_model=signature.return_annotation if is_json else None,
            responses=responses,
            openapi_extra=extra,
            include_in_schema=shown,
        )

    def read(self, path: str, **rules: Any) -> Callable[[F], F]:
        """Declare a GET."""
        return self.operation("GET", path, **rules)

    def create(self, path: str, *, answers: str, **rules: Any) -> Callable[[F], F]:
        """Declare a POST that creates: 201, Location, ETag."""
        return self.operation("POST", path, status=201, answers=answers, **rules)

    def act(self, path: str, *, answers: str, conditional: bool = True, **rules: Any) -> Callable[[F], F]:
        """Declare a POST that changes the state of a record: If-Match, 200."""
        return self.operation("POST", path, answers=answers, conditional=conditional, **rules)

    def ask(self, path: str, **rules: Any) -> Callable[[F], F]:
        """Declare a POST that answers a question and stores nothing: 200."""
        return self.operation("POST", path, question=True, **rules)

    def change(self, path: str, *, answers: str, **rules: Any) -> Callable[[F], F]:
        """Declare a PATCH: JSON Merge Patch, If-Match, 200."""
        return self.operation("PATCH", path, answers=answers, conditional=True, **rules)

    def upsert(self, path: str, *, answers: str, **rules: Any) -> Callable[[F], F]:
        """Declare a PUT that creates what is not there and changes what is: 201 or 200.

        The endpoint returns ``Upserted``. Sent again it does nothing, so it takes no Idempotency-Key; If-Match is
        honoured if it is sent, and then what is not there is stale too (``version`` is None if it is not sent).
        """
        return self.operation("PUT", path, answers=answers, **rules)


def operations_of(routers: list[Router]) -> dict[str, Operation]:
    """Return every operation by its id; ids are unique, and what an operation answers exists."""
    found: dict[str, Operation] = {}
    for router in routers:
        for operation in router.operations:
            if operation.name in found:
                raise TypeError(f"two operations are called {operation.name}")
            found[operation.name] = operation
    for operation in found.values():
        if operation.answers is not None and operation.answers not in found:
            raise TypeError(f"{operation.name} answers {operation.answers}, which does not exist")
    return found
