"""When two files of one client become one, the duplicate's messages are the survivor's."""

from __future__ import annotations

from sqlalchemy import update

from couplesone.clients.events import ClientMerged
from couplesone.kernel.events import Event
from couplesone.messages.models import Message
from couplesone.persistence.work import Work


def move_messages(work: Work, event: Event) -> None:
    """Give the survivor the duplicate's messages that belong to no case; the others came along with theirs."""
    assert isinstance(event, ClientMerged)
    work.db.execute(
        update(Message)
        .where(Message.client_id == event.duplicate_id)
        .values(client_id=event.survivor_id, version=Message.version + 1, updated_at=work.now)
        .execution_options(synchronize_session=False)
    )
