"""A practice that can say something to somebody: a client with a case, kinds of messages, a way out that is watched."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from couplesone.jobs.worker import Worker
from couplesone.messages.codes import Category, MessageChannel, Recipient
from couplesone.messages.gateway import Gateway, Given
from couplesone.messages.guards import MESSAGE_RULES, MessageKind, MessageRules, Outgoing
from couplesone.messages.models import Message
from couplesone.messages.transports.outcomes import Fate, Mail, Outcome
from couplesone.persistence.work import Work

CLIENT_MAIL, PARTNER_MAIL = "mara@example.org", "tobias@example.org"


class Watched:
    """A way out that keeps what it was given, and answers as it is told to."""

    def __init__(self) -> None:
        self.mails: list[Mail] = []
        self.answers: list[Outcome] = []

    def send(self, mail: Mail) -> Outcome:
        outcome = self.answers.pop(0) if self.answers else Outcome(Fate.ACCEPTED)
        if outcome.fate is Fate.ACCEPTED:
            self.mails.append(mail)
        return outcome


class Guard:
    """A guard that says what it is told to."""

    def __init__(self) -> None:
        self.code: str | None = None
        self.fault: Exception | None = None
        self.asked: list[Outgoing] = []

    def refusal(self, work: Work, message: Outgoing) -> str | None:
        self.asked.append(message)
        if self.fault is not None:
            raise self.fault
        return self.code


class Post:
    """Messages of the home practice."""

    def __init__(self, world: Any) -> None:
        self.world = world
        self.guard, self.way_out = Guard(), Watched()
        extras = world.works.extras
        kinds = {
            "invitation": MessageKind(Category.FIRST_CONTACT, self.guard),
            "reminder": MessageKind(Category.REMINDER, self.guard),
            "task": MessageKind(Category.STAFF_MAIL, self.guard),
        }
        rules: MessageRules = extras[MESSAGE_RULES]
        extras[MESSAGE_RULES] = replace(
            rules, kinds=kinds, transport=self.way_out, sender="post@practice.example"
        )
        call = world.therapist
        client = call.post(
            "/v1/clients",
            {"name_used": "Mara", "email": CLIENT_MAIL, "locale": "en", "time_zone": "Europe/Vienna"},
        )
        self.client_id = UUID(client["id"])
        partner = call.post(f"/v1/clients/{self.client_id}/partners", {"name_used": "Tobias"})
        self.partner_id = UUID(partner["id"])
        case = call.post(f"/v1/clients/{self.client_id}/cases", {"partner_id": str(self.partner_id)})
        self.case_id = UUID(case["id"])

    def rules(self, **changes: Any) -> None:
        extras = self.world.works.extras
        extras[MESSAGE_RULES] = replace(extras[MESSAGE_RULES], **changes)

    def allow(self, channel: str = "email", allowed: bool = True) -> None:
        """Have the client say whether a channel is safe."""
        self.world.therapist.post(
            f"/v1/clients/{self.client_id}/safe-contact", {"channel": channel, "allowed": allowed}
        )

    def queue(self, kind: str = "invitation", **more: Any) -> Given:
        """Queue a message: to the partner, unless it says otherwise."""
        defaults: dict[str, Any] = {
            "recipient": Recipient.PARTNER,
            "channel": MessageChannel.EMAIL,
            "body": "Mara asked me to write.\n\n{enclosed}\n",
            "client_id": self.client_id,
            "case_id": self.case_id,
            "partner_id": self.partner_id,
            "address": PARTNER_MAIL,
            "enclosed": "https://example.org/#c1i_secret",
        }
        if kind == "reminder":
            defaults |= {"recipient": Recipient.CLIENT, "address": CLIENT_MAIL, "partner_id": None}
        with self.world.works.open(self.world.home.id) as work:
            work.actor = self.principal
            return Gateway(work).queue(kind=kind, **{**defaults, **more})

    @property
    def principal(self) -> Any:
        from couplesone.kernel.permissions import Role
        from couplesone.kernel.principal import ActorKind, Principal

        staff_id = self.world.home.people["therapist"].id
        roles = frozenset({Role.THERAPIST})
        return Principal(ActorKind.STAFF, self.world.home.id, staff_id, None, roles)

    def message(self, message_id: UUID) -> Message:
        """Return a message as it is in the database."""
        with self.world.works.open(self.world.home.id) as work:
            return work.db.scalars(select(Message).where(Message.id == message_id)).one()

    def shown(self, message_id: UUID) -> Any:
        """Return a message as the therapist sees it."""
        return self.world.therapist.get(f"/v1/messages/{message_id}")

    def work(self) -> Any:
        """Open a Work of the practice, as the therapist."""
        return self.world.works.open(self.world.home.id)

    def later(self, **more: float) -> None:
        """Let time pass; everybody stays signed in."""
        self.world.clock.move(timedelta(**more))
        self.world.days(0)

    def send(self, **later: float) -> int:
        """Let time pass (the undo window, by default), and have the worker do what is due."""
        self.later(**(later or {"minutes": 10}))
        return Worker(self.world.works, draw=lambda: 0.5).drain()


@pytest.fixture
def post(world) -> Post:
    return Post(world)
