"""Two practices with staff in every role, and short ways to fill them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
from sqlalchemy import update

from couplesone.identity import tokens
from couplesone.identity.models import ApiKey, SignIn, Staff
from couplesone.kernel.clock import SettableClock
from couplesone.kernel.permissions import Role
from couplesone.persistence.practice import Practice
from couplesone.persistence.work import Works
from support.http import Caller

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""A Monday morning."""
ROLES = tuple(role.value for role in Role)


@dataclass
class Person:
    """A member of staff of a test practice, and a way to call the API as that person."""

    id: UUID
    email: str
    call: Caller
    practice: PracticeWorld


@dataclass
class PracticeWorld:
    """A test practice."""

    id: UUID
    world: World
    people: dict[str, Person] = field(default_factory=dict)

    def hire(self, name: str, *roles: str, **flags: Any) -> Person:
        """Add somebody with roles, signed in."""
        world = self.world
        with world.works.open(self.id) as work:
            staff = work.add(
                Staff(
                    email=f"{name}@example.test",
                    display_name=name.title(),
                    clinical_lead=flags.get("clinical_lead", False),
                    couple_training=True,
                    ipv_training=True,
                    **{f"is_{role}": role in roles for role in ROLES},
                )
            )
            sign_in_id = work.new_id()
            token, digest = tokens.issue(tokens.SIGN_IN, self.id, sign_in_id)
            work.add(
                SignIn(
                    id=sign_in_id,
                    staff_id=staff.id,
                    token_hash=digest,
                    created_at=work.now,
                    last_seen_at=work.now,
                    expires_at=work.now + timedelta(days=3650),
                )
            )
            person = Person(staff.id, staff.email, world.caller(token), self)
        self.people[name] = person
        return person

    def api_key(self, staff: Person, scopes: list[str], *, test_mode: bool = False) -> Caller:
        """Make an API key for somebody and return a caller with it."""
        with self.world.works.open(self.id) as work:
            key_id = work.new_id()
            prefix = tokens.TEST_KEY if test_mode else tokens.LIVE_KEY
            token, digest = tokens.issue(prefix, self.id, key_id)
            work.add(
                ApiKey(
                    id=key_id,
                    staff_id=staff.id,
                    label="script",
                    scopes=scopes,
                    test_mode=test_mode,
                    secret_hash=digest,
                    expires_at=work.now + timedelta(days=300),
                )
            )
        return self.world.caller(token)


class World:
    """The application with a clock that stands still, and two practices: ``home`` and ``other``."""

    def __init__(self, works: Works, clock: SettableClock, transport: httpx.BaseTransport) -> None:
        self.works, self.clock, self.transport = works, clock, transport
        self.anonymous = self.caller(None)
        self.home = self.practice("Home Practice")
        self.other = self.practice("Other Practice")
        for role in ROLES:
            self.home.hire(role, role, clinical_lead=role == "owner")
        self.other.hire("therapist", "therapist")
        self.other.hire("owner", "owner")
        self.therapist = self.home.people["therapist"].call

    @property
    def today(self) -> date:
        """The day on the clock."""
        return self.clock.now().date()

    @property
    def statements(self) -> list[str]:
        """The statements sent so far on the savepoint database."""
        return self.works.database.statements  # type: ignore[attr-defined,no-any-return]

    def caller(self, token: str | None) -> Caller:
        """Return a caller with a token."""
        return Caller(self.transport, token)

    def practice(self, name: str) -> PracticeWorld:
        """Add a practice."""
        practice_id = self.works.ids.new(self.clock.now())
        with self.works.open(practice_id) as work:
            work.add(
                Practice(
                    practice_id=practice_id,
                    name=name,
                    time_zone="Europe/Vienna",
                    wrapped_key=self.works.key_file.new_practice_key(practice_id),
                    created_at=work.now,
                    updated_at=work.now,
                )
            )
        return PracticeWorld(practice_id, self)

    def days(self, number: float) -> None:
        """Move the clock on; everybody stays signed in."""
        self.clock.move(timedelta(days=number))
        for practice in (self.home, self.other):
            with self.works.open(practice.id) as work:
                work.db.execute(update(SignIn).values(last_seen_at=work.now))
