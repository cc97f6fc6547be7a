"""Listing and finding clients in a constant number of statements.

Names are sealed. A search by name compares keyed tokens in the database; sorting by name opens the names in
memory, of at most 5,000 clients. A cursor of that order holds an id, because a name does not belong in an address.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, literal, not_, or_, select
from sqlalchemy.orm import aliased

from couplesone.clients.caseload import in_caseload, on_care_team
from couplesone.clients.codes import ClientStatus
from couplesone.clients.models import Client, ClientNameToken
from couplesone.clients.registry.errors import TooManyToSort
from couplesone.clients.registry.names import plain, tokens_sought
from couplesone.clients.registry.policy import actions_of
from couplesone.clients.registry.schemas import ClientFilters
from couplesone.kernel.errors import invalid_field
from couplesone.kernel.permissions import Permission, Reach
from couplesone.persistence.paging import (
    CursorInvalid,
    Page,
    PageRequest,
    cursor_of,
    instant,
    keyset,
    page_of,
)
from couplesone.persistence.work import Work
from couplesone.web.schemas import Action

MOST_SORTED = 5000
_BY_NAME = "name"


@dataclass(frozen=True, slots=True)
class SeenClient:
    """A client, what can be done with them, and whether only a tombstone is shown."""

    client: Client
    actions: list[Action]
    deleted: bool


def seen(work: Work, client: Client, *, writable: bool, sync: bool = False) -> SeenClient:
    """Return the client as the actor sees them; for a sync what was filed in error is deleted too."""
    deleted = client.status == ClientStatus.MERGED or (
        sync and client.status == ClientStatus.ENTERED_IN_ERROR
    )
    actions = [] if deleted else actions_of(client, work.principal, writable=writable)
    return SeenClient(client, actions, deleted)


def with_writable(work: Work) -> Select[Client, bool]:
    """Return the SELECT of clients, each with whether the actor's reach for changing includes them."""
    reach = work.principal.reach.get(Permission.CLIENT_WRITE)
    writable: ColumnElement[bool] = literal(reach is Reach.PRACTICE)
    if reach is Reach.TREATING:
        writable = in_caseload(work, Client.id, Permission.CLIENT_WRITE)
    return select(Client, writable.label("writable"))


def find_clients(work: Work, filters: ClientFilters) -> Page[SeenClient]:
    """Return a page of the clients that the filters let through, in the order asked for.

    Raises CursorInvalid, TooManyToSort, and ValidationFailed for a search without a letter.
    """
    sync = filters.updated_since is not None
    order = filters.sort or ("updated_at" if sync else "created_at")
    condition = and_(in_caseload(work, Client.id), *_conditions(work, filters))
    if order == _BY_NAME:
        return _sorted_by_name(work, condition, filters.page, sync=sync)
    column = getattr(Client, order)
    statement = keyset(
        with_writable(work).where(condition),
        filters.page,
        column,
        Client.id,
        parse=instant,
        descending=order == "created_at",
    )
    rows = work.db.execute(statement).all()
    found = page_of(rows, filters.page, lambda row: (getattr(row[0], order), row[0].id))
    return Page(_seen_rows(work, found.items, sync=sync), found.next_cursor)


def _conditions(work: Work, filters: ClientFilters) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if filters.status is not None:
        conditions.append(Client.status.in_([status.value for status in filters.status]))
    elif filters.updated_since is None:
        conditions.append(Client.status == ClientStatus.ACTIVE.value)
    if filters.q is not None:
        conditions += _named(work, filters.q)
    if filters.external_id is not None:
        conditions.append(Client.external_id == filters.external_id)
    if filters.care_team is not None:
        conditions.append(on_care_team(work, Client.id, staff_id=filters.care_team))
    if filters.without_care_team is not None:
        cared_for = on_care_team(work, Client.id)
        conditions.append(not_(cared_for) if filters.without_care_team else cared_for)
    if filters.updated_since is not None:
        conditions.append(Client.updated_at >= filters.updated_since)
    return conditions


def _named(work: Work, query: str) -> list[ColumnElement[bool]]:
    sought = tokens_sought(work.keyring, query)
    if not sought:
        raise invalid_field("/q", "no_letters", "There is no letter to search for.")
    conditions: list[ColumnElement[bool]] = []
    for token in sorted(sought):
        known = aliased(ClientNameToken)
        conditions.append(exists().where(known.client_id == Client.id, known.token == token))
    return conditions


def _sorted_by_name(
    work: Work, condition: ColumnElement[bool], page: PageRequest, *, sync: bool
) -> Page[SeenClient]:
    """Return the page after the cursor's client, who need not match any more: they may just have been archived."""
    after = page.after(_only_by_name)
    named = and_(condition, Client.status != ClientStatus.MERGED.value)
    wanted = named
    if after is not None:
        wanted = or_(named, and_(Client.id == after[1], in_caseload(work, Client.id)))
    statement = (
        select(Client.id, Client.name_used, named.label("matches")).where(wanted).limit(MOST_SORTED + 2)
    )
    rows = work.db.execute(statement).all()
    if sum(row.matches for row in rows) > MOST_SORTED:
        raise TooManyToSort
    order = _in_order(work, rows)
    start = 0
    if after is not None:
        places = [place for place, row in enumerate(order) if row[0] == after[1]]
        if not places:
            raise CursorInvalid
        start = places[0] + 1
    following = [row[0] for row in order[start:] if row.matches]
    kept = following[: page.limit]
    places_of = {identifier: place for place, identifier in enumerate(kept)}
    found = work.db.execute(with_writable(work).where(Client.id.in_(kept))).all()
    ordered = sorted(found, key=lambda row: places_of[row[0].id])
    cursor = cursor_of(_BY_NAME, kept[-1]) if len(following) > page.limit else None
    return Page(_seen_rows(work, ordered, sync=sync), cursor)


def _in_order(work: Work, rows: Sequence[Any]) -> list[Any]:
    work.keyring.load(row[0] for row in rows)

    def key(row: Any) -> tuple[str, str, UUID]:
        name = work.keyring.open(row[1], table=Client.__tablename__, column="name_used", row=row[0])
        return plain(name), name, row[0]

    return sorted(rows, key=key)


def _only_by_name(key: str) -> str:
    if key != _BY_NAME:
        raise ValueError(key)
    return key


def _seen_rows(work: Work, rows: Sequence[Any], *, sync: bool) -> list[SeenClient]:
    found = [seen(work, client, writable=bool(writable), sync=sync) for client, writable in rows]
    work.keyring.load(one.client.id for one in found if not one.deleted)
    return found
