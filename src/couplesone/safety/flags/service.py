"""Reading flags, raising them by hand, and releasing them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from couplesone.cases.access import case_to_write, item_for
from couplesone.cases.offering import offered
from couplesone.cases.records import Shown, list_items
from couplesone.clients.caseload import on_care_team
from couplesone.identity.queries import confirms_safety, somebody_else_confirms_safety
from couplesone.kernel.errors import Problem, not_in_the_future
from couplesone.kernel.permissions import Permission, PermissionDenied
from couplesone.persistence.paging import Page, PageRequest
from couplesone.persistence.work import Work
from couplesone.safety.codes import ScreenResult
from couplesone.safety.errors import (
    ConsultantNeeded,
    NewScreenNeeded,
    SecondPersonNeeded,
    SecondRoleNeeded,
)
from couplesone.safety.events import SafetyFlagReleased
from couplesone.safety.flags.models import SafetyFlag
from couplesone.safety.flags.moves import NEEDS_SCREEN, FlagMove, after, refusal
from couplesone.safety.flags.raising import one_at_a_time, raise_flag
from couplesone.safety.flags.schemas import FlagRaise
from couplesone.safety.screens.models import SafetyScreen


class FlagService:
    """The flags of a case.

    A flag outlives the closing of its case, and so does its release: a client who comes back is not kept from help
    by a flag that nobody may touch.
    """

    def __init__(self, work: Work) -> None:
        self.work = work

    def raise_by_hand(self, case_id: UUID, content: FlagRaise) -> Shown:
        """Flag a case for what was learned otherwise than by a screen.

        Raises RecordNotFound, CaseClosed, ClientArchived, and DatesOutOfOrder if the day has not come.
        """
        case = case_to_write(self.work, case_id)
        not_in_the_future(content.raised_on, self.work.today, "/raised_on")
        flag = raise_flag(
            self.work,
            case_id=case.id,
            client_id=case.client_id,
            kind=content.kind,
            grade=content.grade,
            on=content.raised_on,
            note=content.note,
        )
        return self._one(flag)

    def list(self, case_id: UUID, page: PageRequest) -> Page[Shown]:
        """Return the flags of a case, the latest first, those released among them."""
        found = list_items(self.work, case_id, SafetyFlag, page, day="raised_on")
        return Page(self._shown(found.items), found.next_cursor)

    def get(self, flag_id: UUID) -> Shown:
        """Return one flag."""
        return self._one(item_for(self.work, SafetyFlag, flag_id))

    def release(self, flag_id: UUID, reason: str, version: int) -> Shown:
        """Release a low flag that is not for violence.

        Raises FlagTransitionRefused, SecondPersonNeeded for any other, NewScreenNeeded, VersionStale.
        """
        flag = self._flag(flag_id, version)
        status = after(FlagMove.RELEASE, flag)
        return self._released(flag, status, self._new_screen(flag), reason)

    def request_release(self, flag_id: UUID, reason: str, version: int) -> Shown:
        """Ask as the treating therapist that a high flag, or one for violence, be released.

        Raises FlagTransitionRefused, NewScreenNeeded, VersionStale, and ConsultantNeeded where nobody else in the
        practice could confirm (decisions B10).
        """
        flag = self._flag(flag_id, version)
        flag.status = after(FlagMove.REQUEST_RELEASE, flag)
        self._new_screen(flag)
        if not somebody_else_confirms_safety(self.work):
            raise ConsultantNeeded
        flag.requested_by, flag.requested_at = self.work.staff_id, self.work.now
        flag.request_reason = reason
        self.work.flush()
        return self._one(flag)

    def confirm_release(self, flag_id: UUID, reason: str, version: int) -> Shown:
        """Confirm as the second person, a supervisor or clinical lead, that such a flag is released.

        Raises SecondRoleNeeded, FlagTransitionRefused, SecondPersonNeeded for whoever asked, NewScreenNeeded,
        VersionStale.
        """
        flag = self._flag(flag_id, version)
        self._second(flag, FlagMove.CONFIRM_RELEASE)
        status = after(FlagMove.CONFIRM_RELEASE, flag)
        return self._released(flag, status, self._new_screen(flag), reason)

    def decline_release(self, flag_id: UUID, reason: str, version: int) -> Shown:
        """Decline as the second person to release such a flag; it is active as before, and says why."""
        flag = self._flag(flag_id, version)
        self._second(flag, FlagMove.DECLINE_RELEASE)
        flag.status = after(FlagMove.DECLINE_RELEASE, flag)
        flag.release_reason = reason
        self.work.flush()
        return self._one(flag)

    def _flag(self, flag_id: UUID, version: int) -> SafetyFlag:
        flag = item_for(self.work, SafetyFlag, flag_id)
        one_at_a_time(self.work, flag.case_id)
        self.work.db.refresh(flag)  # whoever was first has changed it
        flag.expect(version)
        return flag

    def _second(self, flag: SafetyFlag, move: FlagMove) -> None:
        """Raise what keeps whoever asks from being the second of two people."""
        if not confirms_safety(self.work.principal):
            raise SecondRoleNeeded
        if problem := refusal(move, flag) or self._same_person(flag):
            raise problem

    def _same_person(self, flag: SafetyFlag) -> Problem | None:
        return SecondPersonNeeded() if flag.requested_by == self.work.staff_id else None

    def _released(self, flag: SafetyFlag, status: str, screen_id: UUID | None, reason: str) -> Shown:
        work = self.work
        flag.status, flag.released_by, flag.released_at = status, work.staff_id, work.now
        flag.release_reason, flag.release_screen_id = reason, screen_id
        work.flush()
        work.publish(SafetyFlagReleased(work.practice_id, flag.case_id, flag.client_id, flag.id, flag.kind))
        return self._one(flag)

    def _new_screen(self, flag: SafetyFlag) -> UUID | None:
        """Return the screen that lets the flag go, None where the kind needs none; NewScreenNeeded otherwise."""
        if flag.kind not in NEEDS_SCREEN:
            return None
        screen = self._latest_screen(flag.client_id)
        if screen is None or not _clears(screen, flag):
            raise NewScreenNeeded
        return screen.id

    def _latest_screen(self, client_id: UUID) -> SafetyScreen | None:
        latest = (
            select(SafetyScreen)
            .where(SafetyScreen.client_id == client_id, SafetyScreen.entered_in_error_at.is_(None))
            .order_by(SafetyScreen.taken_on.desc(), SafetyScreen.id.desc())
        )
        return self.work.db.scalar(latest.limit(1))

    def _one(self, flag: SafetyFlag) -> Shown:
        return self._shown([flag])[0]

    def _shown(self, flags: Sequence[SafetyFlag]) -> Sequence[Shown]:
        """Say of each flag what can be done with it: the same few statements however many there are."""
        if not flags:
            return []
        work, client_id = self.work, flags[0].client_id
        screen = self._latest_screen(client_id)
        hands_on = on_care_team(
            work, client_id, staff_id=work.staff_id, hands_on=True, case_id=flags[0].case_id
        )
        writes = work.principal.may(Permission.SAFETY_WRITE) and bool(work.db.scalar(select(hands_on)))
        others = writes and somebody_else_confirms_safety(work)
        asking = None if writes else PermissionDenied
        second = None if confirms_safety(work.principal) else SecondRoleNeeded

        def actions(flag: SafetyFlag) -> list[object]:
            wanting = flag.kind in NEEDS_SCREEN and (screen is None or not _clears(screen, flag))
            lacking = NewScreenNeeded if wanting else None
            alone = None if others else ConsultantNeeded
            same = self._same_person(flag)
            return [
                offered("release_safety_flag", asking, refusal(FlagMove.RELEASE, flag), lacking),
                offered(
                    "request_safety_flag_release",
                    asking,
                    refusal(FlagMove.REQUEST_RELEASE, flag),
                    lacking,
                    alone,
                ),
                offered(
                    "confirm_safety_flag_release",
                    second,
                    refusal(FlagMove.CONFIRM_RELEASE, flag),
                    same,
                    lacking,
                ),
                offered("decline_safety_flag_release", second, refusal(FlagMove.DECLINE_RELEASE, flag), same),
            ]

        return [Shown(flag, actions=actions(flag)) for flag in flags]


def _clears(screen: SafetyScreen, flag: SafetyFlag) -> bool:
    """Say whether a client's latest screen lets the flag go: negative, taken and recorded after it was raised."""
    return (
        screen.result == ScreenResult.NEGATIVE
        and screen.taken_on > flag.raised_on
        and screen.created_at > flag.raised_at
    )
