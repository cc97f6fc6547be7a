"""What the cases room announces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from couplesone.kernel.events import Event


@dataclass(frozen=True, slots=True)
class CaseOpened(Event):
    """A client came for the first time, or for another matter."""

    type: ClassVar[str] = "case.opened"
    case_id: UUID
    client_id: UUID


@dataclass(frozen=True, slots=True)
class CaseClosed(Event):
    """A case ended: whatever still runs in it ends too."""

    type: ClassVar[str] = "case.closed"
    case_id: UUID
    client_id: UUID


@dataclass(frozen=True, slots=True)
class CaseReopened(Event):
    """A client came back: ``case_id`` is the new episode, announced by this event alone."""

    type: ClassVar[str] = "case.reopened"
    case_id: UUID
    client_id: UUID
    previous_case_id: UUID


@dataclass(frozen=True, slots=True)
class PartnerLeftOut(Event):
    """A case names another partner now, or nobody, or is in error: what is under way to the former one ends."""

    type: ClassVar[str] = "case.partner_left_out"
    leaves_the_house: ClassVar[bool] = False
    case_id: UUID
    client_id: UUID


@dataclass(frozen=True, slots=True)
class RiskAnswered(Event):
    """A client gave an answer that must be looked at now (decisions B13), such as one above 0 to PHQ-9 item 9."""

    type: ClassVar[str] = "case.risk_answered"
    leaves_the_house: ClassVar[bool] = False
    case_id: UUID
    client_id: UUID
    risk_answer_id: UUID
    kind: str
    instrument: str | None


@dataclass(frozen=True, slots=True)
class DoNotContactRecorded(Event):
    """Staff recorded in a case that somebody is not to be contacted: whatever is under way to the partner ends."""

    type: ClassVar[str] = "case.do_not_contact_recorded"
    leaves_the_house: ClassVar[bool] = False
    case_id: UUID
    client_id: UUID
