"""The five operations that every kind of clinical item has, declared once.

A kind ``hope`` gets ``record_hope`` and ``list_hopes`` under its case, and ``get_hope``, ``change_hope`` and
``mark_hope_in_error`` by its own id. What differs between kinds is said in an ``ItemKind``.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, cast
from uuid import UUID

from fastapi import Query

from couplesone.cases.errors import CaseClosed, ItemInError
from couplesone.cases.kinds.service import ItemService
from couplesone.cases.schemas import EnteredInError, ItemInput, ItemOut
from couplesone.clients.errors import ClientArchived
from couplesone.kernel.errors import DatesOutOfOrder, Problem
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters, Patch

READ, WRITE = Permission.CASE_READ, Permission.CASE_WRITE
CLOSED: tuple[type[Problem], ...] = (CaseClosed, ClientArchived)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemKind:
    """One kind of clinical item: its words, its service, what it takes and shows.

    ``noun`` and ``plural`` are written as in code (``pressure_event``); ``recorded`` is the sentence of the
    operation that records one; ``answers`` are problems that only recording this kind can answer.
    """

    noun: str
    plural: str
    service: type[ItemService[Any]]
    create: type[ItemInput]
    change: type[Patch]
    out: type[ItemOut]
    recorded: str
    answers: tuple[type[Problem], ...] = ()

    @property
    def words(self) -> str:
        """The noun as people write it."""
        return self.noun.replace("_", " ")


def router_of(kind: ItemKind) -> Router:
    """Return the routes of a kind."""
    router = Router("cases")
    get, words = f"get_{kind.noun}", kind.words
    item_id, path = f"{kind.noun}_id", kind.plural.replace("_", "-")
    in_case, by_id = f"/v1/cases/{{case_id}}/{path}", f"/v1/{path}/{{{item_id}}}"
    out: Any = kind.out
    listing: Any = cast(Any, Listing)[out]

    def record(work: Work, case_id: UUID, body: ItemInput) -> ItemOut:
        return kind.out.model_validate(kind.service(work).record(case_id, body))

    def list_(work: Work, case_id: UUID, query: PageFilters) -> Any:
        return listing.model_validate(kind.service(work).list(case_id, query.page))

    def read(work: Work, identifier: UUID) -> ItemOut:
        return kind.out.model_validate(kind.service(work).get(identifier))

    def change(work: Work, identifier: UUID, body: Patch, version: int) -> ItemOut:
        return kind.out.model_validate(kind.service(work).change(identifier, body, version))

    def mark(work: Work, identifier: UUID, body: EnteredInError, version: int) -> ItemOut:
        return kind.out.model_validate(kind.service(work).mark_in_error(identifier, body.reason, version))

    router.create(in_case, answers=get, permission=WRITE, problems=(*CLOSED, DatesOutOfOrder, *kind.answers))(
        endpoint(record, f"record_{kind.noun}", kind.recorded, out, case_id=UUID, body=kind.create)
    )
    router.read(in_case, permission=READ)(
        endpoint(
            list_,
            f"list_{kind.plural}",
            f"List the {kind.plural.replace('_', ' ')} of a case, newest first, those entered in error among them.",
            listing,
            case_id=UUID,
            query=Annotated[PageFilters, Query()],
        )
    )
    router.read(by_id, permission=READ)(endpoint(read, get, f"Read a {words}.", out, **{item_id: UUID}))
    router.change(by_id, answers=get, permission=WRITE, problems=(*CLOSED, ItemInError, DatesOutOfOrder))(
        endpoint(
            change,
            f"change_{kind.noun}",
            f"Change a {words}.",
            out,
            **{item_id: UUID},
            body=kind.change,
            version=int,
        )
    )
    router.act(f"{by_id}/mark-in-error", answers=get, permission=WRITE, problems=(*CLOSED, ItemInError))(
        endpoint(
            mark,
            f"mark_{kind.noun}_in_error",
            f"Mark a {words} as entered in error; it is kept, and out of everything that counts.",
            out,
            **{item_id: UUID},
            body=EnteredInError,
            version=int,
        )
    )
    return router


def endpoint(run: Callable[..., Any], name: str, says: str, returns: Any, **takes: Any) -> Callable[..., Any]:
    """Return ``run`` as an endpoint called ``name`` that takes ``work`` and the given parameters, in their order."""

    def operation(work: Work, **given: Any) -> Any:
        return run(work, *(given[parameter] for parameter in takes))

    hints = {"work": Work, **takes}
    operation.__name__, operation.__doc__ = name, says
    operation.__annotations__ = {**hints, "return": returns}
    operation.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            inspect.Parameter(key, inspect.Parameter.KEYWORD_ONLY, annotation=hint)
            for key, hint in hints.items()
        ],
        return_annotation=returns,
    )
    return operation
