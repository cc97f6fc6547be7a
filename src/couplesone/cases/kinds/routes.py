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
    operation that records one; ``answers`` are problems that only recording this kind can answer, ``changes``
    those that only changing it can. ``read`` and ``write`` are permissions of its own where a kind is more private
    than the case. ``composite`` says that its answer shows more than the item.
    """

    noun: str
    plural: str
    service: type[ItemService[Any]]
    create: type[ItemInput]
    change: type[Patch]
    out: type[ItemOut]
    recorded: str
    answers: tuple[type[Problem], ...] = ()
    changes: tuple[type[Problem], ...] = ()
    tag: str = "cases"
    read: Permission = READ
    write: Permission = WRITE
    composite: bool = False


@dataclass(frozen=True, slots=True)
class _Run:
    """What the operations of a kind do: one call of its service each."""

    kind: ItemKind
    listing: Any

    def record(self, work: Work, case_id: UUID, body: ItemInput) -> ItemOut:
        return self.kind.out.model_validate(self.kind.service(work).record(case_id, body))

    def list(self, work: Work, case_id: UUID, query: PageFilters) -> Any:
        return self.listing.model_validate(self.kind.service(work).list(case_id, query.page))

    def get(self, work: Work, item_id: UUID) -> ItemOut:
        return self.kind.out.model_validate(self.kind.service(work).get(item_id))

    def change(self, work: Work, item_id: UUID, body: Patch, version: int) -> ItemOut:
        return self.kind.out.model_validate(self.kind.service(work).change(item_id, body, version))

    def mark(self, work: Work, item_id: UUID, body: EnteredInError, version: int) -> ItemOut:
        return self.kind.out.model_validate(
            self.kind.service(work).mark_in_error(item_id, body.reason, version)
        )


def router_of(kind: ItemKind) -> Router:
    """Return the routes of a kind."""
    router, out = Router(kind.tag), kind.out
    listing = cast(Any, Listing)[out]
    run = _Run(kind, listing)
    get, item_id, words = f"get_{kind.noun}", f"{kind.noun}_id", kind.noun.replace("_", " ")
    path = kind.plural.replace("_", "-")
    in_case, by_id = f"/v1/cases/{{case_id}}/{path}", f"/v1/{path}/{{{item_id}}}"
    one: dict[str, Any] = {item_id: UUID}
    plural = kind.plural.replace("_", " ")
    several = f"List the {plural} of a case, newest first, those entered in error among them."
    article = "an" if words[0] in "aeiou" else "a"
    void = f"Mark {article} {words} as entered in error; it is kept, and out of everything that counts."
    query = Annotated[PageFilters, Query()]

    router.create(
        in_case, answers=get, permission=kind.write, problems=(*CLOSED, DatesOutOfOrder, *kind.answers)
    )(endpoint(run.record, f"record_{kind.noun}", kind.recorded, out, case_id=UUID, body=kind.create))
    router.read(in_case, permission=kind.read)(
        endpoint(run.list, f"list_{kind.plural}", several, listing, case_id=UUID, query=query)
    )
    router.read(by_id, permission=kind.read, composite=kind.composite)(
        endpoint(run.get, get, f"Read {article} {words}.", out, **one)
    )
    problems = (*CLOSED, ItemInError, DatesOutOfOrder, *kind.changes)
    router.change(by_id, answers=get, permission=kind.write, problems=problems)(
        endpoint(
            run.change,
            f"change_{kind.noun}",
            f"Change {article} {words}.",
            out,
            **one,
            body=kind.change,
            version=int,
        )
    )
    router.act(f"{by_id}/mark-in-error", answers=get, permission=kind.write, problems=(*CLOSED, ItemInError))(
        endpoint(run.mark, f"mark_{kind.noun}_in_error", void, out, **one, body=EnteredInError, version=int)
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
