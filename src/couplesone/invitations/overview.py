"""What the course room reads of invitations, and shows of them in brief."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement

from couplesone.invitations.agreed_words import Words
from couplesone.invitations.codes import Delivery, InvitationState, Step
from couplesone.invitations.facts import Subject, columns, situation_in
from couplesone.invitations.holds import gate
from couplesone.invitations.shown import shown_holds
from couplesone.persistence.json_sql import json_object
from couplesone.persistence.work import Work

_BESIDE: Final = ("case", "settings")
"""Facts that whoever reads a case whole has read already, under the same names."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What stands in the way of an invitation now, and the one that is under way, if there is one."""

    holds: list[str]
    invitation_id: UUID | None
    state: InvitationState | None


def facts_of_case() -> ColumnElement[Any]:
    """Return the facts behind the holds, without those that stand beside them in a case that is read whole."""
    return json_object(**{name: column for name, column in columns().items() if name not in _BESIDE})


def brief_of(work: Work, seen: Mapping[str, Any]) -> Brief:
    """Return an invitation in brief, as the asker may see it, from a case read whole. One statement, two at most."""
    read = {**seen["invitation"], **{name: seen[name] for name in _BESIDE}}
    current = read["current"]
    found = situation_in(work, read, _subject(work, current) if current else None)
    if current:
        event = current["partner_event_id"]
        asked = event is not None and UUID(event) in found.requests
    else:
        asked = found.partner_asked_id is not None
    standing = gate(found.facts, Step.SEND, partner_asked=asked, overridden=found.overridden)
    return Brief(
        holds=[one.hold.value for one in shown_holds(work, UUID(seen["case"]["id"]), standing)],
        invitation_id=UUID(current["id"]) if current else None,
        state=InvitationState(current["state"]) if current else None,
    )


def _subject(work: Work, current: Mapping[str, Any]) -> Subject:
    sealed = current["address"]
    address = sealed and work.keyring.open(sealed, table="invitations", column="address", row=current["id"])
    return Subject(UUID(current["id"]), Words.stored(current), current["delivery"] == Delivery.EMAIL, address)
