"""Neutrality checks: one for each session, by whoever held it, for nobody else to read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar
from uuid import UUID

from couplesone.cases.access import case_to_write, item_for
from couplesone.cases.codes import About, ConfidedBy, SessionStatus, Visibility
from couplesone.cases.errors import ItemInError
from couplesone.cases.kinds.service import ItemService
from couplesone.cases.models import TherapySession
from couplesone.cases.neutrality.errors import SessionNotHeld
from couplesone.cases.neutrality.focus import is_partner_focused, self_focus_percent
from couplesone.cases.neutrality.models import NeutralityCheck
from couplesone.cases.neutrality.schemas import NeutralityCheckCreate
from couplesone.cases.records import Shown, record_item
from couplesone.kernel.errors import not_before, not_in_the_future
from couplesone.practices.codes import SettingKey
from couplesone.practices.settings import value_on


class NeutralityService(ItemService[NeutralityCheck]):
    """Neutrality checks. The database keeps each private to its author."""

    kind = NeutralityCheck
    day: ClassVar[str] = "noted_on"

    def check(self, session_id: UUID, content: NeutralityCheckCreate) -> Any:
        """Look back at a session.

        Raises RecordNotFound, CaseClosed, ClientArchived, ItemInError (of the session), SessionNotHeld,
        NeutralityCheckExists, DatesOutOfOrder for a day ahead or before the session.
        """
        session = item_for(self.work, TherapySession, session_id)
        case = case_to_write(self.work, session.case_id)
        if session.entered_in_error_at is not None:
            raise ItemInError
        if session.status != SessionStatus.HELD:
            raise SessionNotHeld
        noted_on = content.noted_on or self.work.today
        not_in_the_future(noted_on, self.work.today, "/noted_on")
        not_before(noted_on, session.held_on, "/noted_on")
        check = record_item(
            self.work,
            case,
            NeutralityCheck,
            content,
            session_id=session.id,
            noted_on=noted_on,
            about=About.BOTH.value,
            confided_by=ConfidedBy.THERAPIST.value,
            visibility=Visibility.AUTHOR_PRIVATE.value,
        )
        return self._one(check)

    def shown(self, items: Sequence[NeutralityCheck]) -> Sequence[Any]:
        """Bring where the time went: one statement for the practice's minimum."""
        minimum = value_on(self.work, SettingKey.MINIMUM_SELF_FOCUS_PERCENT, self.work.today)
        shown = []
        for item in items:
            percent = self_focus_percent(item.self_focus_minutes, item.partner_focus_minutes)
            partner_focused = is_partner_focused(percent, minimum)
            shown.append(Shown(item, self_focus_percent=percent, partner_focused=partner_focused))
        return shown
