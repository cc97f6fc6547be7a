"""What the partner answered cannot be told from silence: two worlds that differ in nothing else look alike to all.

The worlds are one world, forked at a savepoint; the clock and the maker of ids start anew in each, so that what is
made later is named alike. After the answer and after the invitation's time has run out, every operation that reads is
asked by everybody who works here, and what may not be done is tried (decisions C18).
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from couplesone.invitations import partner_side
from couplesone.invitations.models import Invitation, PartnerReply
from couplesone.kernel.permissions import Permission
from support.canaries import OPERATIONS
from support.databases import UndoneDatabase
from support.http import Caller
from support.inviting import WORDS, Door, open_door
from support.visitors import Visitor, token_of
from support.world import World

PAIRS = 100
"""Pairs on each engine."""
READS = 2
"""Reads of a pair at each moment; every read is made by the sweep."""
PEOPLE = ("therapist", "supervisor", "owner", "front_desk", "biller")
EXPIRES = timedelta(days=30)
HOUR = timedelta(hours=1)
_HEADERS = {"X-Request-ID": "looked-at-by-the-test"}
_DIFFERS = ("x-request-id", "ratelimit")


@dataclass(frozen=True)
class Private:
    """What the partner does, and how long after the invitation came; ``answer`` is None for silence."""

    answer: str | None
    words: str | None
    after: timedelta
    typed: bool = False
    looked: int = 0


SILENCE = Private(None, None, HOUR)
NEVER = Private("never", "Leave me alone, and leave her alone too.", timedelta(days=3), looked=1)


@dataclass
class Fork:
    """A world with a delivered invitation, from which others are forked."""

    door: Door
    found: dict[str, Any]
    callers: dict[str, Caller]
    ids: dict[str, str]
    database: UndoneDatabase
    delivered: datetime

    @property
    def world(self) -> World:
        """The world."""
        return self.door.world

    @property
    def reads(self) -> list[tuple[str, str]]:
        """Every operation that reads and whose path is known here, for everybody who works here."""
        paths = [
            operation.path.format(**self.ids)
            for operation in OPERATIONS.values()
            if operation.method == "GET"
            and operation.permission
            and operation.parameters.keys() <= self.ids.keys()
        ]
        return [(who, path) for path in paths for who in self.callers]

    @contextmanager
    def world_of(self, private: Private) -> Iterator[None]:
        """Be in a world in which the partner does this, until the block ends."""
        maker, clock = self.world.works.ids, self.world.clock
        began, last = clock.now(), maker._last
        savepoint = self.database._outer_connection.begin_nested()
        try:
            clock.move(private.after)
            self._act(private)
            yield
        finally:
            savepoint.rollback()
            clock.move(began - clock.now())
            maker._last = last

    def until(self, moment: timedelta) -> None:
        """Wait until a while after the invitation came; what is made from now on is named alike in all worlds."""
        world = self.world
        world.clock.move(self.delivered + moment - world.clock.now())
        world.days(0)
        world.works.ids._random = random.Random(int(moment.total_seconds()))

    def look(self, reads: Sequence[tuple[str, str]]) -> dict[Any, Any]:
        """Return what is answered to reads, and to trying to write another invitation."""
        seen: dict[Any, Any] = {
            (who, path): _told(self.callers[who].call("GET", path, headers=_HEADERS)) for who, path in reads
        }
        seen["draft"] = self._try("therapist", f"{self.door.case}/invitations", WORDS)
        return seen

    def withdraw(self) -> Any:
        """Return what is answered to taking the invitation back."""
        version = self.found["version"]
        return self._try("therapist", f"/v1/invitations/{self.found['id']}/withdraw", etag=version)

    def _try(self, who: str, path: str, body: Any = None, **more: Any) -> Any:
        return _told(self.callers[who].call("POST", path, body, headers=_HEADERS, **more))

    def _act(self, private: Private) -> None:
        visitor = Visitor(self.world, urlsplit(self.found["page"]).path)
        key = self.found["code"] if private.typed else token_of(self.found)
        for _ in range(private.looked):
            assert visitor.send(key=key).status_code == 200
        if private.answer is not None:
            sent = visitor.send(key=key, send="yes", answer=private.answer, words=private.words or "")
            assert sent.status_code == 200


def _told(response: Any) -> tuple[int, bytes, dict[str, str]]:
    headers = {name: value for name, value in response.headers.items() if name not in _DIFFERS}
    return response.status_code, response.content, headers


@pytest.fixture
def fork(world: World, database: UndoneDatabase) -> Fork:
    """A delivered invitation, and everybody who works here."""
    door = open_door(world)
    found = door.delivered()
    people = world.home.people
    callers = {name: people[name].call for name in PEOPLE}
    callers["api_key"] = world.home.api_key(
        people["therapist"], [permission.value for permission in Permission]
    )
    with world.works.open(world.home.id) as work:
        row = work.db.scalars(select(Invitation)).one()
        link_id = str(row.link_id)
    ids = {
        "case_id": str(door.chart.case_id),
        "client_id": str(door.chart.client_id),
        "partner_id": str(door.chart.partner_id),
        "invitation_id": found["id"],
        "access_link_id": link_id,
        "staff_id": str(people["therapist"].id),
    }
    return Fork(door, found | door.again(found), callers, ids, database, world.clock.now())


def seen_in(fork: Fork, private: Private, reads: Sequence[tuple[str, str]], taken_back: bool) -> list[Any]:
    """Return what everybody sees in a world: before the invitation's time has run out, and after."""
    with fork.world_of(private):
        fork.until(EXPIRES - HOUR)
        seen: list[Any] = [fork.look(reads)]
        if taken_back:
            seen.append(fork.withdraw())
        fork.until(EXPIRES + HOUR)
        seen.append(fork.look(reads))
        return seen if taken_back else [*seen, fork.withdraw()]


PRIVATE = st.builds(
    Private,
    answer=st.sampled_from([None, "no", "not_now", "never"]),
    words=st.none() | st.text("abc äé<&'\"\n", min_size=1, max_size=40),
    after=st.integers(0, 29 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes)),
    typed=st.booleans(),
    looked=st.integers(0, 1),
)
GENERATED = settings(
    max_examples=PAIRS, derandomize=True, deadline=None, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip


@pytest.mark.row("S2.37")
def test_two_worlds_that_differ_only_in_what_the_partner_answered_look_alike(fork: Fork) -> None:
    reads = fork.reads
    tried: list[tuple[Private, Private]] = []

    @GENERATED
    @given(PRIVATE, PRIVATE, st.lists(st.sampled_from(reads), min_size=READS, max_size=READS), st.booleans())
    @example(NEVER, SILENCE, [("therapist", f"/v1/invitations/{fork.found['id']}")], False)
    def compare(one: Private, other: Private, some: list[tuple[str, str]], taken_back: bool) -> None:
        tried.append((one, other))
        assert seen_in(fork, one, some, taken_back) == seen_in(fork, other, some, taken_back)

    compare()
    assert len(tried) >= PAIRS


def test_everything_that_can_be_read_looks_alike(fork: Fork) -> None:
    assert len(fork.reads) > 300
    answered, silent = (seen_in(fork, private, fork.reads, False) for private in (NEVER, SILENCE))
    for one, other in zip(answered[:2], silent[:2], strict=True):
        assert [asked for asked in one if one[asked] != other[asked]] == []
    assert answered == silent
    assert {status for status, _, _ in answered[0].values()} >= {200, 403, 404, 409}


def test_the_answer_is_kept_all_the_same(fork: Fork) -> None:
    with fork.world_of(NEVER), fork.world.works.open(fork.world.home.id) as work:
        work.keyring.load([fork.door.chart.partner_id])
        assert [(row.answer, row.words) for row in work.db.scalars(select(PartnerReply))] == [
            ("never", NEVER.words)
        ]


def test_a_trace_would_be_found(fork: Fork, monkeypatch: pytest.MonkeyPatch) -> None:
    keep = partner_side.answer

    def leaving_a_trace(work: Any, invitation: Invitation, *more: Any, **others: Any) -> None:
        keep(work, invitation, *more, **others)
        invitation.hand_code_tries += 1

    read = [("therapist", f"/v1/invitations/{fork.found['id']}")]
    one, other = NEVER, replace(NEVER, answer=None)
    assert seen_in(fork, one, read, False) == seen_in(fork, other, read, False)
    monkeypatch.setattr(partner_side, "answer", leaving_a_trace)
    assert seen_in(fork, one, read, False) != seen_in(fork, other, read, False)
