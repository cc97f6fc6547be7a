"""What reports of the whole practice read of invitations: how many clients came how far in a span of days.

The select gives (axis, code, number, people), as those of ``cases/reporting`` do. Each thing counts in the span in
which it happened, whatever became of it later: what was published of a quarter does not change by an answer of the
next one. What is in error, what is private to its author, and test data (or real data, for a test key) are left out.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, String, and_, cast, distinct, exists, func, literal, select, union_all

from couplesone.cases.codes import Visibility
from couplesone.cases.items import ClinicalItem
from couplesone.clients.caseload import in_caseload
from couplesone.invitations.codes import FunnelStage, InvitationState, OtherAnswer, PartnerAnswer
from couplesone.invitations.models import HeldAttempt, Invitation, PartnerReply
from couplesone.invitations.visits.models import CollateralVisit
from couplesone.persistence.tenancy import AnySelect
from couplesone.persistence.work import Work
from couplesone.plans.inviting import wishes_to_invite

_CODE: Final = String(60)


STAGE, REASON, ANSWER, ANSWERS = "stage", "reason", "answer", "answers"
"""The axes; ``answers`` is all that was not yes, as one."""


def funnel(work: Work, from_on: date, until_on: date, from_at: datetime, until_at: datetime) -> AnySelect:
    """Return how far invitations came from a day to before another, given also as instants."""

    def at(column: Any) -> ColumnElement[bool]:
        return and_(column >= from_at, column < until_at)

    def on(column: Any) -> ColumnElement[bool]:
        return and_(column >= from_on, column < until_on)

    held = _people(HeldAttempt.client_id, _whose(work, HeldAttempt), at(HeldAttempt.met_at))
    drafted = _people(Invitation.client_id, _counted(work, Invitation), at(Invitation.created_at))
    wished = select(wishes_to_invite(work, from_on, until_on).subquery().c.client_id)
    stages = {
        FunnelStage.CONSIDERED: union_all(wished, held, drafted),
        FunnelStage.HELD: held,
        FunnelStage.DRAFTED: drafted,
        FunnelStage.DELIVERED: _people(
            Invitation.client_id, _counted(work, Invitation), at(Invitation.delivered_at)
        ),
        FunnelStage.ACCEPTED: _people(
            Invitation.client_id, _counted(work, Invitation), at(Invitation.accepted_at)
        ),
        FunnelStage.ATTENDED: _people(
            CollateralVisit.client_id, _counted(work, CollateralVisit), on(CollateralVisit.visited_on)
        ),
    }
    reasons = _cells(REASON, HeldAttempt.reason, HeldAttempt.client_id).where(
        _whose(work, HeldAttempt), at(HeldAttempt.met_at)
    )
    answers = _other_answers(work, at).subquery("answers")
    selects = [_stage(stage, people) for stage, people in stages.items()]
    selects.append(reasons.group_by(HeldAttempt.reason))
    selects.append(_cells(ANSWER, answers.c.code, answers.c.client_id).group_by(answers.c.code))
    selects.append(_cells(ANSWERS, literal("not_accepted", _CODE), answers.c.client_id))
    return select(*union_all(*selects).subquery("cells").columns)


def _other_answers(work: Work, at: Any) -> Any:
    """Select (code, client) of what was said, and of silence, on the day on which the time ran out.

    Both count on that day, and neither if the invitation was withdrawn before: so the sum of all that was not yes
    tells nobody whether anything was said.
    """
    ran_out = (
        Invitation.state.in_((InvitationState.DELIVERED.value, InvitationState.ANSWERED.value)),
        at(Invitation.expires_at),
        _counted(work, Invitation),
    )
    said = (
        select(cast(PartnerReply.answer, _CODE).label("code"), Invitation.client_id)
        .join(Invitation, Invitation.id == PartnerReply.invitation_id)
        .where(PartnerReply.answer != PartnerAnswer.ACCEPTED.value, *ran_out)
    )
    quiet = select(literal(OtherAnswer.SILENCE.value, _CODE).label("code"), Invitation.client_id).where(
        ~exists().where(PartnerReply.invitation_id == Invitation.id), *ran_out
    )
    return union_all(said, quiet)


def _stage(stage: FunnelStage, people: Any) -> AnySelect:
    rows = people.subquery(stage.value)
    return _cells(STAGE, literal(stage.value, _CODE), rows.c.client_id)


def _people(client_id: Any, *conditions: ColumnElement[bool]) -> AnySelect:
    return select(client_id.label("client_id")).where(*conditions)


def _cells(axis: str, code: Any, client_id: Any) -> AnySelect:
    people = func.count(distinct(client_id))
    return select(
        literal(axis, _CODE).label("axis"),
        cast(code, _CODE).label("code"),
        people.label("number"),
        people.label("people"),
    )


def _counted(work: Work, kind: type[ClinicalItem]) -> ColumnElement[bool]:
    return and_(
        kind.entered_in_error_at.is_(None),
        kind.visibility != Visibility.AUTHOR_PRIVATE.value,
        _whose(work, kind),
    )


def _whose(work: Work, kind: type[ClinicalItem | HeldAttempt]) -> ColumnElement[bool]:
    return in_caseload(work, kind.client_id)
