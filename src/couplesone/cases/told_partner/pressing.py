"""When telling becomes pressing (S2.57 against S3.24).

Telling once is honesty. A second telling that nobody had asked for, within some days of the one before (a practice
setting, 30 unless set), is explaining again: it is recorded as such an attempt, and follows its telling when that is
changed or marked as an error.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from couplesone.cases.codes import PressureType
from couplesone.cases.models import PressureEvent
from couplesone.cases.records import mark_in_error
from couplesone.cases.told_partner.models import PartnerTelling
from couplesone.persistence.work import Work
from couplesone.practices.codes import SettingKey
from couplesone.practices.settings import value_on

_REASON = "The telling that it came from does not count as pressure."


def count_as_pressure(work: Work, case_id: UUID) -> None:
    """Give each telling of a case that explains again its attempt, and take it from those that do not.

    The setting is read as of the day of the later telling.
    """
    work.flush()  # what follows reads the tellings as they are now
    before: PartnerTelling | None = None
    for telling in work.db.scalars(
        select(PartnerTelling)
        .where(PartnerTelling.case_id == case_id)
        .order_by(PartnerTelling.occurred_on, PartnerTelling.id)
    ).all():
        unprompted = not telling.prompted and telling.entered_in_error_at is None
        if unprompted and before is not None and _soon_after(work, telling, before):
            _attempt(work, telling)
        else:
            _no_attempt(work, telling)
        before = telling if unprompted else before
    work.flush()


def _soon_after(work: Work, telling: PartnerTelling, before: PartnerTelling) -> bool:
    days = value_on(work, SettingKey.TELLING_AGAIN_DAYS, telling.occurred_on)
    return (telling.occurred_on - before.occurred_on).days <= days


def _attempt(work: Work, telling: PartnerTelling) -> None:
    if telling.pressure_event_id is not None:
        work.get(PressureEvent, telling.pressure_event_id).occurred_on = telling.occurred_on
        return
    event = PressureEvent(
        case_id=telling.case_id,
        client_id=telling.client_id,
        visibility=telling.visibility,
        recorded_by=telling.recorded_by,
        occurred_on=telling.occurred_on,
        type=PressureType.EXPLAIN_AGAIN.value,
        times=1,
    )
    telling.pressure_event_id = work.add(event).id


def _no_attempt(work: Work, telling: PartnerTelling) -> None:
    if telling.pressure_event_id is None:
        return
    event = work.get(PressureEvent, telling.pressure_event_id)
    if event.entered_in_error_at is None:
        mark_in_error(work, event, _REASON)
    telling.pressure_event_id = None
