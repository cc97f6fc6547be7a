"""Passwords and sign-ins for the people of the test practices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from couplesone.identity import tokens
from couplesone.identity.models import SignIn, Staff
from couplesone.identity.sign_in_rules import rules_among
from couplesone.kernel.ids import Ids
from couplesone.kernel.settings import Settings
from couplesone.persistence.database import Database
from couplesone.persistence.work import Work, Works
from couplesone.wiring import make_works
from support.http import Caller
from support.world import Person, PracticeWorld, World

PASSWORD = "a sentence easy to remember"
NEW_PASSWORD = "another sentence, as easy"


@dataclass
class Door:
    """Short ways to give people passwords and to knock at the sign-in."""

    world: World
    known: dict[str, UUID] = field(default_factory=dict)

    def password(self, person: Person, password: str | None = PASSWORD) -> Person:
        """Give somebody a password past the API."""
        hasher = rules_among(self.world.works.extras).hasher
        with self.world.works.open(person.practice.id) as work:
            kept = hasher.hash(password) if password else None
            work.get(Staff, person.id).password_hash = kept
        return person

    def deactivate(self, person: Person) -> None:
        """Deactivate somebody past the API."""
        with self.world.works.open(person.practice.id) as work:
            work.get(Staff, person.id).deactivated_at = work.now

    def knock(self, email: str, password: str = PASSWORD, **more: Any) -> Any:
        """Try to sign in at the home practice; return the response."""
        body = {"email": email, "password": password, "practice_id": str(self.world.home.id)} | more
        return self.world.anonymous.call("POST", "/v1/sign-ins", body)

    def enter(self, person: Person) -> Caller:
        """Make a new sign-in for somebody past the API and return a caller with it."""
        with self.world.works.open(person.practice.id) as work:
            row_id = work.new_id()
            token, digest = tokens.issue(tokens.SIGN_IN, person.practice.id, row_id)
            work.add(
                SignIn(
                    id=row_id,
                    staff_id=person.id,
                    token_hash=digest,
                    created_at=work.now,
                    last_seen_at=work.now,
                    expires_at=work.now + timedelta(hours=12),
                )
            )
        return self.world.caller(token)


@pytest.fixture
def door(world: World) -> Door:
    """The door of the home practice."""
    return Door(world)


@pytest.fixture
def home(world: World) -> PracticeWorld:
    """The home practice."""
    return world.home


@pytest.fixture
def owner(world: World) -> Caller:
    """The owner of the home practice."""
    return world.home.people["owner"].call


@pytest.fixture
def look(world: World) -> Callable[..., Any]:
    """Read something in the home practice past the API."""

    def looking(question: Callable[[Work], Any]) -> Any:
        with world.works.open(world.home.id, write=False) as work:
            return question(work)

    return looking


@pytest.fixture
def committed(fresh_url: str, works: Works, settings: Settings) -> Iterator[Works]:
    """Works on a database of its own, where transactions commit: for races."""
    database = Database(settings.model_copy(update={"database_url": fresh_url}))
    own = make_works(settings, clock=works.clock, database=database, hasher=rules_among(works.extras).hasher)
    own.ids = Ids()
    yield own
    database.close()
