"""What invitations take and show. Whether one was declined is shown to nobody."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.cases.schemas import ItemOut
from couplesone.invitations.codes import (
    ApprovalMethod,
    Delivery,
    Hold,
    InvitationOffer,
    InvitationPurpose,
    InvitationSource,
    InvitationState,
    ShownHold,
    Step,
    VisitClosing,
    VisitFormat,
)
from couplesone.web.schemas import (
    ABSENT,
    Action,
    Filters,
    Input,
    Instant,
    Line,
    Output,
    Patch,
    SentInstant,
    Text,
)

Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
Words = Annotated[str, Field(min_length=1, max_length=1200)]


class HoldFilters(Filters):
    """Up to which step to ask."""

    step: Step = Step.SEND


class HoldOut(Output):
    """One thing that stands in the way."""

    hold: Hold | ShownHold
    label: str
    since: date | None
    until: date | None = Field(
        description="From this day on it would fall away by itself, if nothing else happens."
    )
    asked_from: Step | None = Field(description="The first step at which it stands in the way.")
    clears: str = Field(description="What would clear it.")
    overridable: bool = Field(description="Whether the treating clinician may override it with a reason.")


class HoldsOut(Output):
    """Everything that stands in the way of an invitation, at once."""

    case_id: UUID
    invitation_id: UUID | None
    step: Step
    as_of: date
    holds: list[HoldOut]
    partner_asked_on: date | None = Field(
        description="The day on which the partner asked to come, if that opens an invitation now."
    )
    partner_event_id: UUID | None


class InvitationCreate(Input):
    """What to offer, for what, and how it gets there."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "offer": "one_visit",
                    "purpose": "give_own_view",
                    "format": "together",
                    "delivery": "hand_over",
                    "locale": "en",
                    "client_words": "I have been going for a while now. I would like to know how you see it.",
                }
            ]
        }
    )

    offer: InvitationOffer = InvitationOffer.ONE_VISIT
    purpose: InvitationPurpose | None = None
    format: VisitFormat = VisitFormat.TOGETHER
    delivery: Delivery = Delivery.HAND_OVER
    locale: Annotated[str, Field(pattern="^[a-z]{2}$")] = "en"
    client_words: Words | None = Field(None, description="The client's own words, before all others.")
    address: Line | None = Field(
        None, description="Where the practice sends it; not for what is handed over."
    )
    partner_event_id: UUID | None = Field(
        None, description="The system response in which the partner, of their own accord, asked to come."
    )


class InvitationChange(Patch):
    """Other words, or another way; the client then approves anew."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"purpose": "ask_questions"}]})

    offer: InvitationOffer = ABSENT
    purpose: InvitationPurpose = ABSENT
    format: VisitFormat = ABSENT
    delivery: Delivery = ABSENT
    locale: Annotated[str, Field(pattern="^[a-z]{2}$")] = ABSENT
    client_words: Words | None = ABSENT
    address: Line | None = ABSENT


class WordsRead(Input):
    """The words that were read, by their hash."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"text_sha256": "0" * 64}]})

    text_sha256: Sha256


class SignedApproval(WordsRead):
    """The approval that the client signed on paper."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"text_sha256": "0" * 64, "paper_sha256": "1" * 64, "signed_on": "2026-03-02"}]
        }
    )

    paper_sha256: Sha256 = Field(description="The hash of the scanned paper.")
    signed_on: date


class OverrideCreate(Input):
    """Which hold, and why."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"hold": "pressure_high", "reason": "The four attempts were one evening, before the pact."}
            ]
        }
    )

    hold: Hold
    reason: Text


class OverrideOut(ItemOut):
    """That the treating clinician went past a hold."""

    invitation_id: UUID
    hold: Hold
    reason: str


class VisitAgreed(Input):
    """When the visit is to be."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"visit_at": "2026-04-02T15:00:00Z"}]})

    visit_at: SentInstant = Field(description="An instant with its offset.")


class VisitClosed(Input):
    """What came of the visit."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"closing": "attended_once"}]})

    closing: VisitClosing


class InvitationOut(ItemOut):
    """An invitation as everybody may see it who may see it at all."""

    partner_id: UUID
    source: InvitationSource
    partner_event_id: UUID | None
    offer: InvitationOffer
    purpose: InvitationPurpose | None
    format: VisitFormat
    delivery: Delivery
    locale: str
    client_words: str | None
    text: str
    text_sha256: str
    address: str | None
    state: InvitationState
    agreed_at: Instant | None
    agreed_by: UUID | None
    approved_at: Instant | None
    approval_method: ApprovalMethod | None
    queued_at: Instant | None
    delivered_at: Instant | None
    expires_at: Instant | None
    accepted_at: Instant | None
    visit_at: Instant | None
    closing: VisitClosing | None
    actions: list[Action]


class InvitationHandedOver(InvitationOut):
    """An invitation that the client carries, with what opens the partner's page: shown this once."""

    page: str = Field(description="The address at which the code is typed.")
    url: str | None = Field(description="The address with the token in its fragment; null when asked again.")
    code: str | None = Field(description="To be typed where JavaScript is off; null when asked again.")


class InvitationQueued(InvitationOut):
    """An invitation that waits to leave."""

    hand_code: str | None = Field(
        description="Six digits that the client hands over, without which the page of an e-mail stays closed; shown "
        "this once. Null for a letter, and when asked again."
    )


class QuestionOut(Output):
    """A question of the partner's."""

    asked_at: Instant
    words: str


class PartnerWordsOut(Output):
    """What the partner wrote to the treating clinician, and said may be read."""

    id: UUID = Field(description="The invitation.")
    questions: list[QuestionOut]
    words: str | None
