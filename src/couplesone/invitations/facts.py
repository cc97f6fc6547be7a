"""The facts behind the holds of a case: read in one statement, and turned into what stands, by pure functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select

from couplesone.cases.codes import CaseStatus, Stance
from couplesone.cases.formulation.stop_asking.streak import target
from couplesone.cases.inviting import facts_of_case
from couplesone.cases.overview import CASE, CLIENT_ID, PARTNER_ID, case_row, is_case, is_part
from couplesone.clients.caseload import TODAY, status_of_client
from couplesone.clients.codes import ClientStatus
from couplesone.clients.conflicts.overview import open_conflict_since
from couplesone.clients.overview import consent_to_contact
from couplesone.invitations.agreed_words import Words
from couplesone.invitations.codes import Delivery, Hold, InvitationState, PartnerAnswer
from couplesone.invitations.holds import Facts, Finding
from couplesone.invitations.models import HoldOverride, Invitation, PartnerReply
from couplesone.kernel.clock import local_date
from couplesone.kernel.errors import RecordNotFound
from couplesone.messages.do_not_contact import staff_recorded
from couplesone.messages.showing import perhaps_left
from couplesone.persistence.json_sql import json_object, json_one, json_rows
from couplesone.persistence.prepared import Prepared
from couplesone.persistence.work import Work
from couplesone.plans.inviting import (
    latest_request_of_partner,
    pressure_from,
    reported_pressure,
    requests_of_partner,
)
from couplesone.practices.codes import SettingKey, TextKey
from couplesone.practices.settings import values_column, values_from
from couplesone.practices.texts import text_column
from couplesone.safety import overview as safety
from couplesone.safety.blocks import Standing as SafetyStanding
from couplesone.safety.blocks import judge
from couplesone.safety.codes import BlockCode

UNDER_WAY: Final = (InvitationState.DRAFT, InvitationState.APPROVED, InvitationState.QUEUED)
"""Where an invitation stands that has not gone yet."""
_WORKED_ON: Final = (CaseStatus.INTAKE.value, CaseStatus.ACTIVE.value)
_SCREEN: Final = (
    BlockCode.SCREEN_MISSING,
    BlockCode.SCREEN_INCOMPLETE,
    BlockCode.SCREEN_DUE,
    BlockCode.SCREEN_OLD,
)


@dataclass(frozen=True, slots=True)
class Situation:
    """A case as the gate sees it."""

    facts: Facts
    partner_asked_on: date | None
    partner_asked_id: UUID | None
    overridden: frozenset[Hold]
    requests: frozenset[UUID]
    """The events that say, as they stand now, that the partner asked to come."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The invitation that is asked about, as far as the facts depend on it."""

    id: UUID
    words: Words
    by_mail: bool
    address: str | None


def situation(work: Work, case_id: UUID, invitation: Invitation | None) -> Situation:
    """Return how a case stands as to an invitation, today; RecordNotFound for no case. Two statements."""
    work.flush()  # the statement goes past the session
    rows = work.run(_statement(), case_id=case_id, actor_today=work.today)
    if not rows:
        raise RecordNotFound
    if invitation is None:
        return situation_in(work, rows[0][0], None)
    by_mail = invitation.delivery == Delivery.EMAIL
    about = Subject(invitation.id, Words.of(invitation), by_mail, invitation.address)
    return situation_in(work, rows[0][0], about)


def situation_in(work: Work, seen: Mapping[str, Any], about: Subject | None) -> Situation:
    """Return the situation that follows from what ``columns`` read. One statement more.

    Of the entries against contact those alone count that staff recorded; what somebody said in private shows nowhere.
    """
    found = judged(seen, about, work.today, work.time_zone)
    partner_id = seen["case"]["partner_id"]
    if staff_recorded(
        work,
        partner_id=UUID(partner_id) if partner_id else None,
        email=about.address if about and about.by_mail else None,
        postal_address=about.address if about and not about.by_mail else None,
    ):
        return replace(found, facts={**found.facts, Hold.DO_NOT_CONTACT: Finding()})
    return found


@cache
def _statement() -> Prepared:
    return Prepared(select(json_object(**columns())).where(is_case()))


def columns() -> dict[str, ColumnElement[Any]]:
    """Return the facts as columns beside a case, and the invitation that is under way."""
    earlier = json_object(
        id=Invitation.id,
        delivered_at=func.coalesce(Invitation.delivered_at, Invitation.queued_at),
        event=Invitation.partner_event_id,
    )
    current = json_object(
        **{
            name: getattr(Invitation, name)
            for name in (
                "id",
                "state",
                "text_sha256",
                "purpose",
                "collateral_told",
                "approved_sha256",
                "agreed_sha256",
                "delivery",
                "address",
                "partner_event_id",
            )
        }
    )
    overrides = json_object(invitation_id=HoldOverride.invitation_id, hold=HoldOverride.hold)
    return {
        **facts_of_case(),
        "case": case_row(),
        "client_status": status_of_client(CLIENT_ID),
        "safety": safety.standing_of(CASE, CLIENT_ID),
        "is_part": is_part(CASE),
        "violence_released_at": safety.violence_released_at(CLIENT_ID),
        "contact_consent_at": consent_to_contact(CLIENT_ID, PARTNER_ID),
        "reported_pressure": reported_pressure(),
        "conflict_since": open_conflict_since(CLIENT_ID),
        "request": latest_request_of_partner(),
        "requests": requests_of_partner(),
        "invitations": json_rows(
            select(earlier).where(
                or_(
                    and_(Invitation.client_id == CLIENT_ID, Invitation.partner_id == PARTNER_ID),
                    Invitation.case_id == CASE,
                ),
                or_(Invitation.delivered_at.is_not(None), perhaps_left(Invitation.message_id)),
            )
        ),
        "current": json_one(
            select(current).where(
                Invitation.case_id == CASE, or_(*(Invitation.state == state.value for state in UNDER_WAY))
            )
        ),
        "overrides": json_rows(select(overrides).where(HoldOverride.case_id == CASE)),
        "settings": values_column(TODAY),
        "collateral_text": text_column(TextKey.COLLATERAL_TEXT, TODAY),
        "told_never_at": _told_never(),
    }


def _told_never() -> ColumnElement[Any]:
    """Return when the partner said never to be contacted, on the page; or null. Nobody is shown it as such."""
    return (
        select(func.min(PartnerReply.replied_at))
        .where(PartnerReply.partner_id == PARTNER_ID, PartnerReply.answer == PartnerAnswer.NEVER.value)
        .scalar_subquery()
    )


def judged(seen: Mapping[str, Any], about: Subject | None, today: date, time_zone: str) -> Situation:
    """Return the situation that follows from what the statement read, for an invitation or before there is one."""
    settings = values_from(seen["settings"])
    request = seen["request"]
    asked_on = date.fromisoformat(request["occurred_on"]) if request else None
    asked_id = UUID(request["id"]) if request else None
    own_id = str(about.id) if about else None
    earlier = [row for row in seen["invitations"] if row["id"] != own_id]
    last = max((_day(row["delivered_at"], time_zone) for row in earlier), default=None)
    used = any(row["event"] == str(asked_id) for row in earlier)
    usable = (
        asked_on is not None
        and not used
        and asked_on >= today - timedelta(days=settings[SettingKey.PARTNER_EVENT_DAYS])
        and (last is None or asked_on >= last)
    )
    facts: dict[Hold, Finding | None] = {
        Hold.CASE_NOT_OPEN: _case_not_open(seen),
        **_safety(seen, today, settings[SettingKey.SAFETY_SCREEN_MAX_AGE_DAYS], time_zone),
        Hold.DO_NOT_CONTACT: None,
        Hold.CONFLICT_OF_INTEREST: _conflict(seen["conflict_since"], time_zone),
        Hold.LITIGATION_PENDING: _since(seen["litigation_since"]),
        Hold.ALREADY_INVITED: _already(last, seen["told_never_at"], time_zone),
        **_words(
            about.words if about else None,
            bool(seen["collateral_text"]),
            seen["contact_consent_at"] is not None,
        ),
        Hold.ULTIMATUM_ACTIVE: _ultimatum(seen, today, settings[SettingKey.ULTIMATUM_REST_DAYS]),
        Hold.PRESSURE_HIGH: _pressure(seen, today, settings[SettingKey.PRESSURE_HOLD_EVENTS]),
        Hold.STOP_ASKING_PACT: _pact(seen["pact"], today),
        Hold.SECRET_UNRESOLVED: _since(seen["secret_since"]),
        Hold.PARTNER_DECIDED_TO_LEAVE: _leaving(seen["stance"]),
    }
    return Situation(
        facts=facts,
        partner_asked_on=asked_on if usable else None,
        partner_asked_id=asked_id if usable else None,
        overridden=frozenset(
            Hold(row["hold"]) for row in seen["overrides"] if row["invitation_id"] == own_id
        ),
        requests=frozenset(UUID(row["id"]) for row in seen["requests"]),
    )


def _case_not_open(seen: Mapping[str, Any]) -> Finding | None:
    worked_on = seen["case"]["status"] in _WORKED_ON and seen["client_status"] == ClientStatus.ACTIVE.value
    return None if worked_on else Finding()


def _safety(seen: Mapping[str, Any], today: date, max_age: int, time_zone: str) -> dict[Hold, Finding | None]:
    standing = judge(seen["safety"], today)
    codes = {block.code for block in standing.blocks}
    violence = BlockCode.IPV_POSITIVE in codes
    released, consented = seen["violence_released_at"], seen["contact_consent_at"]
    stale = released is not None and (consented is None or _instant(consented) < _instant(released))
    return {
        Hold.SAFETY_SCREEN_MISSING_OR_OLD: Finding(_screen_since(standing, max_age))
        if codes & set(_SCREEN)
        else None,
        Hold.IPV_POSITIVE: Finding(_violence_since(seen, standing, time_zone)) if violence or stale else None,
    }


def _screen_since(standing: SafetyStanding, max_age: int) -> date | None:
    if standing.due:
        return min(due.due_on for due in standing.due)
    if standing.taken_on is None or not standing.screened:
        return standing.taken_on
    return standing.taken_on + timedelta(days=max_age + 1)


def _violence_since(seen: Mapping[str, Any], standing: SafetyStanding, time_zone: str) -> date | None:
    raised = [flag.raised_on for flag in standing.flags]
    if raised:
        return min(raised)
    if seen["is_part"]:
        return None  # known from the work alone, of which nothing is told here
    released = seen["violence_released_at"]
    return _day(released, time_zone) if released is not None else standing.taken_on


def _already(last: date | None, never_at: str | None, time_zone: str) -> Finding | None:
    """Return the hold of whoever was invited before: an answer of never reads the same as any other."""
    if last is None and never_at is None:
        return None
    return Finding(last if last is not None else _day(never_at, time_zone))


def _words(words: Words | None, collateral_text: bool, consent: bool) -> dict[Hold, Finding | None]:
    """Return the holds about what is written; before there is an invitation, nothing is approved yet."""
    approved = words is not None and words.approved_sha256 == words.sha256
    stands = {
        Hold.PURPOSE_NOT_DISCLOSED: words is not None and not words.purpose_told,
        Hold.COLLATERAL_TEXT_MISSING: not collateral_text
        or (words is not None and not words.collateral_told),
        Hold.CLIENT_NOT_APPROVED: not approved or (words is not None and words.by_practice and not consent),
        Hold.THERAPIST_NOT_AGREED: words is None or words.agreed_sha256 != words.sha256,
    }
    return {hold: Finding() if holds else None for hold, holds in stands.items()}


def _ultimatum(seen: Mapping[str, Any], today: date, rest_days: int) -> Finding | None:
    if seen["ultimatum_since"]:
        return Finding(date.fromisoformat(seen["ultimatum_since"]))
    if not seen["ultimatum_withdrawn"]:
        return None
    withdrawn = date.fromisoformat(seen["ultimatum_withdrawn"])
    until = withdrawn + timedelta(days=rest_days)
    return Finding(withdrawn, until) if today < until else None


def _pressure(seen: Mapping[str, Any], today: date, from_events: int) -> Finding | None:
    weeks = pressure_from(seen, today)
    return Finding(min(weeks)) if sum(weeks.values()) >= from_events else None


def _pact(pact: Mapping[str, Any] | None, today: date) -> Finding | None:
    if pact is None:
        return None
    started = date.fromisoformat(pact["started_on"])
    until = target(started, pact["target_days"])
    return Finding(started, until) if today < until else None


def _leaving(stance: Mapping[str, Any] | None) -> Finding | None:
    leaves = stance is not None and stance["stance"] == Stance.DECIDED_TO_LEAVE.value
    return Finding(date.fromisoformat(stance["occurred_on"])) if leaves and stance else None


def _since(day: str | None) -> Finding | None:
    return Finding(date.fromisoformat(day)) if day else None


def _conflict(since: str | None, time_zone: str) -> Finding | None:
    return Finding(_day(since, time_zone)) if since else None


def _instant(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _day(text: str | None, time_zone: str) -> date:
    assert text is not None
    return local_date(_instant(text), time_zone)
