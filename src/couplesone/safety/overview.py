"""What this and other rooms read of safety: JSON sub-selects and conditions about one case.

What was entered in error is left out. Nothing here asks who reads: a block holds for everybody, also for those who
may not know why. Who shows any of it asks for ``safety.read`` first.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    String,
    and_,
    case,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from couplesone.cases.access import counts
from couplesone.cases.overview import CASE, is_part
from couplesone.clients.caseload import TODAY
from couplesone.persistence.json_sql import json_object, json_one, json_rows
from couplesone.persistence.tenancy import AnySelect
from couplesone.practices.codes import SettingKey
from couplesone.practices.settings import value_column
from couplesone.safety.codes import FlagKind, FlagStatus, ScreenResult
from couplesone.safety.due.models import DueScreen
from couplesone.safety.flags.models import SafetyFlag
from couplesone.safety.referrals.models import SafetyReferral
from couplesone.safety.safety_plan.models import SafetyPlan
from couplesone.safety.screens.models import SafetyScreen


def standing_of(case_id: Any, client_id: Any) -> ColumnElement[Any]:
    """Return what ``blocks.judge`` needs: latest screen, open flags, causes that wait, the age that is allowed.

    Flags are those of the client, not of the case alone: a new episode does not shake one off. In the client's part
    of a conjoint case a flag from elsewhere blocks as it does anywhere, and is ``elsewhere``: nothing of it is told.
    """
    screen = json_object(
        id=SafetyScreen.id,
        taken_on=SafetyScreen.taken_on,
        result=SafetyScreen.result,
        grade=SafetyScreen.grade,
    )
    latest = select(screen).where(_counted(SafetyScreen, case_id))
    flag = json_object(
        id=SafetyFlag.id,
        kind=SafetyFlag.kind,
        grade=SafetyFlag.grade,
        status=SafetyFlag.status,
        raised_on=SafetyFlag.raised_on,
        elsewhere=and_(SafetyFlag.case_id != case_id, is_part(case_id)),
    )
    flags = select(flag).where(SafetyFlag.client_id == client_id, open_flag())
    due = json_object(id=DueScreen.id, cause=DueScreen.cause, due_on=DueScreen.due_on)
    waiting = select(due).where(_counted(DueScreen, case_id), still_due())
    return json_object(
        latest=json_one(latest.order_by(SafetyScreen.taken_on.desc(), SafetyScreen.id.desc())),
        flags=json_rows(flags.order_by(SafetyFlag.raised_on, SafetyFlag.id)),
        due=json_rows(waiting.order_by(DueScreen.due_on, DueScreen.id)),
        max_age_days=value_column(SettingKey.SAFETY_SCREEN_MAX_AGE_DAYS, TODAY),
    )


def open_flag() -> ColumnElement[bool]:
    """Return the condition that a flag is not released."""
    return SafetyFlag.status != FlagStatus.RELEASED.value


def is_flagged(client_id: Any) -> ColumnElement[bool]:
    """Return the condition that the client has a flag that is not released."""
    return exists().where(SafetyFlag.client_id == client_id, open_flag())


def violence_released_at(client_id: Any) -> ColumnElement[Any]:
    """Return when a flag for violence of the client was last released, or null: contact needs a consent after it."""
    return (
        select(func.max(SafetyFlag.released_at))
        .where(
            SafetyFlag.client_id == client_id,
            SafetyFlag.kind == FlagKind.IPV_POSITIVE.value,
            SafetyFlag.entered_in_error_at.is_(None),
        )
        .scalar_subquery()
    )


def still_due() -> ColumnElement[bool]:
    """Return the condition that no complete screen of the case was taken, and recorded, since the cause."""
    screen = aliased(SafetyScreen)
    settles = select(screen.id).where(
        screen.case_id == DueScreen.case_id,
        screen.taken_on >= DueScreen.due_on,
        screen.id > DueScreen.id,  # ids ascend with the time at which a row was recorded
        screen.result != ScreenResult.INCOMPLETE.value,
        screen.entered_in_error_at.is_(None),
    )
    return ~settles.exists()


def waits_since(case_id: Any, opened_on: Any, oldest: Any) -> tuple[ColumnElement[Any], ColumnElement[bool]]:
    """Return since when a case waits for a screen, and the condition that it does.

    It waits since the first cause that no screen followed; since its opening if there was none; since the last screen
    if that is incomplete or was taken before ``oldest``.
    """
    due = (
        select(func.min(DueScreen.due_on)).where(_counted(DueScreen, case_id), still_due()).scalar_subquery()
    )
    last_day, last_result = _last(case_id, SafetyScreen.taken_on), _last(case_id, SafetyScreen.result)
    since: ColumnElement[Any] = case((due.is_not(None), due), (last_day.is_(None), opened_on), else_=last_day)
    waits = or_(
        due.is_not(None),
        last_day.is_(None),
        last_day < oldest,
        last_result == ScreenResult.INCOMPLETE.value,
    )
    return since, waits


def timeline() -> tuple[AnySelect, ...]:
    """Return selects of (occurred_on, kind, id, code) for the timeline, for those who may read safety data."""

    def rows(kind: str, model: Any, day: Any, code: Any) -> AnySelect:
        return select(
            day.label("occurred_on"), literal(kind).label("kind"), model.id, code.label("code")
        ).where(model.case_id == CASE, counts(model))

    return (
        rows("safety_screen", SafetyScreen, SafetyScreen.taken_on, SafetyScreen.result),
        rows("safety_flag", SafetyFlag, SafetyFlag.raised_on, SafetyFlag.kind),
        rows("safety_screen_due", DueScreen, DueScreen.due_on, DueScreen.cause),
        rows("safety_plan", SafetyPlan, SafetyPlan.agreed_on, cast(SafetyPlan.number, String(60))),
        rows("safety_referral", SafetyReferral, SafetyReferral.offered_on, SafetyReferral.kind),
    )


def _last(case_id: Any, column: Any) -> ScalarSelect[Any]:
    return (
        select(column)
        .where(_counted(SafetyScreen, case_id))
        .order_by(SafetyScreen.taken_on.desc(), SafetyScreen.id.desc())
        .limit(1)
        .scalar_subquery()
    )


def _counted(kind: Any, case_id: Any) -> ColumnElement[bool]:
    condition: ColumnElement[bool] = (kind.case_id == case_id) & kind.entered_in_error_at.is_(None)
    return condition
