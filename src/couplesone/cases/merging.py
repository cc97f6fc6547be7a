"""When two files of one client become one, the duplicate's cases are the survivor's."""

from __future__ import annotations

from sqlalchemy import update

from couplesone.cases.models import Case
from couplesone.clients.events import ClientMerged
from couplesone.kernel.events import Event
from couplesone.persistence.work import Work


def move_cases(work: Work, event: Event) -> None:
    """Give the survivor the duplicate's cases; what is recorded in them follows by the keys.

    A case that names a partner came along with the partner, so every case of the survivor counts as changed: one
    who keeps a copy learns of the new client_id.
    """
    assert isinstance(event, ClientMerged)
    work.db.execute(
        update(Case)
        .where(Case.client_id.in_((event.duplicate_id, event.survivor_id)))
        .values(client_id=event.survivor_id, version=Case.version + 1, updated_at=work.now)
        .execution_options(synchronize_session=False)
    )
