"""Telling what happened: subscribers at once, the outbox for later, both within the business transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import insert

from couplesone.jobs.models import OutboxEvent
from couplesone.kernel.events import Event
from couplesone.persistence.work import Work

Subscriber = Callable[[Work, Event], None]
_INSERT = insert(OutboxEvent)


class Outbox:
    """The Publisher of every Work."""

    def __init__(self, subscribers: Mapping[type[Event], Sequence[Subscriber]]) -> None:
        self._subscribers = subscribers

    def publish(self, work: Work, event: Event) -> None:
        """Run the subscribers in their order, and write the outbox row, unless the event stays in the house."""
        for subscriber in self._subscribers.get(type(event), ()):
            subscriber(work, event)
        if not event.leaves_the_house:
            return
        row = {
            "practice_id": work.practice_id,
            "id": work.new_id(),
            "type": event.type,
            "payload": event.payload(),
            "occurred_at": work.now,
            "request_id": work.request_id,
        }
        work.connection.execute(_INSERT, row)
