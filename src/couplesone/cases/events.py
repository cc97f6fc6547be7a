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
class DangerSignGiven(Event):
    """A client's answer told of danger: somebody must look at it (decisions B13)."""

    type: ClassVar[str] = "case.danger_sign_given"
    case_id: UUID
    client_id: UUID
    danger_sign_id: UUID
    kind: str
