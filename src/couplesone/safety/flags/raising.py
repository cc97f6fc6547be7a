"""Raising a flag: the one way in, for a positive screen and for other rooms."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from couplesone.cases.codes import Visibility
from couplesone.persistence.work import Work
from couplesone.safety.codes import FlagKind, FlagStatus, SafetyGrade
from couplesone.safety.events import SafetyFlagRaised
from couplesone.safety.flags.models import SafetyFlag
from couplesone.safety.overview import open_flag


def raise_flag(
    work: Work,
    *,
    case_id: UUID,
    client_id: UUID,
    kind: FlagKind,
    grade: SafetyGrade = SafetyGrade.LOW,
    on: date | None = None,
    screen_id: UUID | None = None,
    note: str | None = None,
) -> SafetyFlag:
    """Flag a case since a day (default: today). Whoever calls it has fetched the case by its own rules.

    A case has one open flag of a kind: raised again it starts anew from the later day, keeps the higher grade, and a
    release that was asked for is off.
    """
    one_at_a_time(work, case_id)
    day = on or work.today
    open_one = select(SafetyFlag).where(
        SafetyFlag.case_id == case_id, SafetyFlag.kind == kind.value, open_flag()
    )
    flag = work.db.scalar(open_one)
    if flag is None:
        words: dict[str, Any] = {} if note is None else {"note": note}
        flag = work.add(
            SafetyFlag(
                case_id=case_id,
                client_id=client_id,
                recorded_by=work.author_id,
                visibility=Visibility.CLINICIAN_PRIVATE.value,
                kind=kind.value,
                grade=grade.value,
                status=FlagStatus.ACTIVE.value,
                raised_on=day,
                raised_at=work.now,
                screen_id=screen_id,
                **words,
            )
        )
    else:
        flag.raised_on, flag.raised_at = max(flag.raised_on, day), work.now
        flag.screen_id = screen_id or flag.screen_id
        flag.note = note or flag.note
        if grade is SafetyGrade.HIGH:
            flag.grade = grade.value
        flag.status = FlagStatus.ACTIVE.value
        flag.requested_by = flag.requested_at = flag.request_reason = None
        work.flush()
    work.publish(SafetyFlagRaised(work.practice_id, case_id, client_id, flag.id, kind.value))
    return flag


def one_at_a_time(work: Work, case_id: UUID) -> None:
    """Wait for whoever raises or releases a flag of the case at this moment, and keep others waiting until the end.

    So a screen is recorded also while its flag is being released, and flags it anew.
    """
    work.wait_for_lock(f"safety flags of {case_id}")


def raise_again(work: Work, screen_id: UUID) -> None:
    """Raise again what was released on the strength of a screen that turned out to be an error.

    From the day of the flag, by whoever says so now; only a screen recorded after this lets it go (invariant 3).
    """
    released = select(SafetyFlag).where(SafetyFlag.release_screen_id == screen_id)
    for flag in work.db.scalars(released.order_by(SafetyFlag.id)).all():
        raise_flag(
            work,
            case_id=flag.case_id,
            client_id=flag.client_id,
            kind=FlagKind(flag.kind),
            grade=SafetyGrade(flag.grade),
            on=flag.raised_on,
            screen_id=flag.screen_id,
            note=flag.note,
        )
