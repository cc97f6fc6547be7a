"""What the clients room announces."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from couplesone.kernel.events import Event


@dataclass(frozen=True, slots=True)
class ClientMerged(Event):
    """A client who was filed twice is now one: what the duplicate had belongs to the survivor.

    Partners have moved already, and with them each case that names one.
    """

    type: ClassVar[str] = "client.merged"
    duplicate_id: UUID
    survivor_id: UUID


@dataclass(frozen=True, slots=True)
class RelationshipRecorded(Event):
    """What a client and a partner are to each other as of a day was recorded."""

    type: ClassVar[str] = "relationship.recorded"
    client_id: UUID
    partner_id: UUID
    relationship_id: UUID
    status: str
    as_of_on: date


@dataclass(frozen=True, slots=True)
class ClientPutAway(Event):
    """A client's file was archived, or filed in error: nothing goes out in it any more."""

    type: ClassVar[str] = "client.put_away"
    leaves_the_house: ClassVar[bool] = False
    client_id: UUID


@dataclass(frozen=True, slots=True)
class PartnerEnteredInError(Event):
    """A partner was entered in error: nothing goes to them any more."""

    type: ClassVar[str] = "partner.entered_in_error"
    leaves_the_house: ClassVar[bool] = False
    client_id: UUID
    partner_id: UUID


@dataclass(frozen=True, slots=True)
class PartnerBecameClient(Event):
    """A partner came into treatment too, with the consent of both."""

    type: ClassVar[str] = "partner.became_client"
    leaves_the_house: ClassVar[bool] = False
    client_id: UUID
    partner_id: UUID


@dataclass(frozen=True, slots=True)
class ConsentRevoked(Event):
    """A client took a consent back."""

    type: ClassVar[str] = "consent.revoked"
    client_id: UUID
    consent_id: UUID
    kind: str
