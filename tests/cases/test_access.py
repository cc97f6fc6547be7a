"""Who finds a case or an item of a case, and what keeps them from recording in it: function by function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import product
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from couplesone.cases.access import (
    Entry,
    case_for,
    case_to_write,
    counts,
    entry_from,
    entry_statement,
    item_for,
    item_to_change,
    item_to_write,
    open_to,
    readable,
    standing_of,
)
from couplesone.cases.codes import CaseStatus, Visibility
from couplesone.cases.errors import CaseClosed, ItemInError
from couplesone.cases.models import Case, Hope
from couplesone.clients.caseload import reached_by
from couplesone.clients.codes import ClientStatus
from couplesone.clients.errors import ClientArchived
from couplesone.clients.models import Client
from couplesone.kernel.errors import Problem, RecordNotFound, VersionStale
from couplesone.kernel.permissions import Permission, PermissionDenied, Reach, Role
from couplesone.kernel.principal import ActorKind, Principal
from couplesone.persistence.work import Work
from support.world import START

OPENED = date(2026, 1, 5)
"""The day on which the case was opened."""

Asking = Callable[..., Any]
CLIENTS = (ClientStatus.ACTIVE, ClientStatus.ARCHIVED)


@pytest.fixture
def asking(world) -> Asking:
    """Return a work of somebody of the practice, a therapist unless said otherwise, on a route that reads."""

    @contextmanager
    def ask(name: str = "therapist", role: Role = Role.THERAPIST, *, writes: bool = False) -> Iterator[Work]:
        with world.works.open(world.home.id) as work:
            staff_id = world.home.people[name].id
            work.actor = Principal(ActorKind.STAFF, world.home.id, staff_id, None, frozenset({role}))
            work.permission = Permission.CASE_WRITE if writes else Permission.CASE_READ
            yield work

    return ask


@pytest.fixture
def put(files, mara, case) -> Callable[..., type[Problem] | None]:
    """Bring the case and its client into a state; return what has to keep anybody from recording."""

    def into(status: CaseStatus, in_error: bool, client: ClientStatus) -> type[Problem] | None:
        closed_on = OPENED if status is CaseStatus.CLOSED else None
        error = START if in_error else None
        files.change(Case, case, status=status.value, closed_on=closed_on, entered_in_error_at=error)
        files.change(Client, mara, status=client.value)
        if status is CaseStatus.CLOSED or in_error:
            return CaseClosed
        return None if client is ClientStatus.ACTIVE else ClientArchived

    return into


@pytest.fixture
def hope(world, case, mara) -> Callable[..., UUID]:
    """Note a hope past the API."""

    def note(author: str = "therapist", **more: Any) -> UUID:
        recorded_by = world.home.people[author].id
        with world.works.open(world.home.id) as work:
            members = {"case_id": case, "client_id": mara, "recorded_by": recorded_by, "occurred_on": OPENED}
            return work.add(Hope(**members, text="That he comes.", **more)).id

    return note


def raised(step: Callable[..., Any], *args: Any) -> type[BaseException] | None:
    try:
        step(*args)
    except Problem as problem:
        return type(problem)
    return None


def entry(work: Work, case_id: UUID, reach: Reach = Reach.TREATING) -> tuple[Entry, Any]:
    statement = entry_statement(reach, Case.stage, Case.kind)
    rows = work.db.execute(statement, {"case_id": case_id, **reached_by(work)}).all()
    return entry_from(work, case_id, rows)


@pytest.mark.parametrize("status", CaseStatus)
def test_what_keeps_from_recording_is_told_alike_everywhere(
    asking, put, mara, case, hope, status: CaseStatus
) -> None:
    item = hope()
    for in_error, client in product((False, True), CLIENTS):
        refusal = put(status, in_error, client)
        with asking(writes=True) as work:
            standing = standing_of(work, case, Permission.CASE_WRITE)
            assert type(standing.refusal) is (refusal or type(None))
            assert standing.case.id == case
            for step in (case_to_write, entry):
                assert raised(step, work, case) is refusal
                assert work.subject == mara
                work.subject = None
            assert raised(item_to_write, work, Hope, item) is refusal
            assert raised(item_to_change, work, Hope, item, 1) is refusal
            assert case_for(work, case).id == case  # whatever became of it, it can be read
            assert item_for(work, Hope, item).id == item


def test_a_case_that_takes_entries_comes_with_what_was_asked_for(asking, mara, case) -> None:
    with asking(writes=True) as work:
        found, more = entry(work, case)
        assert found == Entry(case, mara, OPENED)
        assert list(more) == [0, "solo"]
        assert case_to_write(work, case).id == case


@pytest.mark.parametrize("step", [case_for, case_to_write, entry])
def test_who_finds_a_case_learns_of_no_other(asking, files, mara, case, strangers, step) -> None:
    another = files.case(files.client(("supervisor", "treating")))
    with asking() as work:
        step(work, case)
        assert work.subject == mara
        work.subject = None
        for unknown in (another, UUID(int=7)):
            assert raised(step, work, unknown) is RecordNotFound
            assert work.subject is None
    with asking("colleague") as work:
        assert raised(step, work, case) is RecordNotFound


@pytest.mark.parametrize(
    ("person", "role", "part", "refusal"),
    [
        ("therapist", Role.THERAPIST, None, None),
        ("colleague", Role.THERAPIST, "covering", None),
        ("colleague", Role.THERAPIST, "supervising", RecordNotFound),
        ("supervisor", Role.SUPERVISOR, None, PermissionDenied),
        ("owner", Role.OWNER, "treating", PermissionDenied),
    ],
)
def test_who_only_reads_is_told_what_recording_would_answer(
    asking, files, mara, case, strangers, person: str, role: Role, part: str | None, refusal
) -> None:
    if part is not None:
        files.join(mara, person, part)
    with asking(person, role) as work:
        standing = standing_of(work, case, Permission.CASE_WRITE)
        assert type(standing.refusal) is (refusal or type(None))
        assert work.subject == mara


def test_of_a_case_out_of_reach_there_is_no_standing(asking, files, case, strangers) -> None:
    another = files.case(files.client())
    for person, case_id in (("colleague", case), ("therapist", another), ("therapist", UUID(int=7))):
        with asking(person) as work:
            assert raised(standing_of, work, case_id, Permission.CASE_WRITE) is RecordNotFound
            assert work.subject is None


@pytest.mark.parametrize("visibility", Visibility)
@pytest.mark.parametrize("author", ["therapist", "supervisor"])
@pytest.mark.parametrize("in_error", [False, True])
def test_what_is_private_to_its_author_is_open_to_its_author_alone(
    asking, hope, strangers, visibility: Visibility, author: str, in_error: bool
) -> None:
    item = hope(author, visibility=visibility.value, entered_in_error_at=START if in_error else None)
    for asker in ("therapist", "supervisor", "colleague"):
        is_open = visibility is not Visibility.AUTHOR_PRIVATE or asker == author
        with asking(asker) as work:
            hopes = select(Hope.id)
            opened = work.db.scalars(hopes.where(open_to(work.staff_id, Hope))).all()
            counted = work.db.scalars(hopes.where(counts(Hope)), reached_by(work)).all()
            read = work.db.scalars(hopes.where(readable(work, Hope))).all()
            reads = is_open and asker != "colleague"
            assert (bool(opened), bool(counted), bool(read)) == (is_open, is_open and not in_error, reads)
            assert raised(item_for, work, Hope, item) is (None if reads else RecordNotFound)


def test_an_item_is_found_by_its_id_and_names_the_client(asking, hope, mara) -> None:
    first, second = hope(), hope()
    with asking() as work:
        assert raised(item_for, work, Hope, UUID(int=7)) is RecordNotFound
        assert work.subject is None
        assert [item_for(work, Hope, item).id for item in (second, first)] == [second, first]
        assert work.subject == mara


def test_an_item_in_error_takes_no_change_and_another_only_at_its_version(asking, hope) -> None:
    gone, kept = hope(entered_in_error_at=START), hope()
    with asking(writes=True) as work:
        assert raised(item_to_write, work, Hope, gone) is ItemInError
        assert raised(item_to_change, work, Hope, gone, 1) is ItemInError
        assert item_to_write(work, Hope, kept).id == item_to_change(work, Hope, kept, 1).id == kept
        assert raised(item_to_change, work, Hope, kept, 2) is VersionStale
