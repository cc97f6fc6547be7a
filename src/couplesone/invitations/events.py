"""What the invitations room announces; never what a partner answered, acceptance apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from couplesone.kernel.events import Event


@dataclass(frozen=True, slots=True)
class InvitationMoved(Event):
    """An invitation went on in its life."""

    case_id: UUID
    client_id: UUID
    invitation_id: UUID


@dataclass(frozen=True, slots=True)
class InvitationDelivered(InvitationMoved):
    """The partner has it."""

    type: ClassVar[str] = "invitation.delivered"


@dataclass(frozen=True, slots=True)
class InvitationAccepted(InvitationMoved):
    """The partner said yes; somebody confirms and agrees on a day."""

    type: ClassVar[str] = "invitation.accepted"


@dataclass(frozen=True, slots=True)
class InvitationWithdrawn(InvitationMoved):
    """It is off."""

    type: ClassVar[str] = "invitation.withdrawn"


@dataclass(frozen=True, slots=True)
class HoldOverridden(InvitationMoved):
    """The treating clinician went past a hold: whoever supervises is told."""

    type: ClassVar[str] = "invitation.hold_overridden"
    hold: str
