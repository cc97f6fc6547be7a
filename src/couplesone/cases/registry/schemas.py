"""What a case takes and shows."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final, Literal
from uuid import UUID

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from couplesone.cases.codes import CaseKind, CaseStatus, ClosingReason, GoalsOutcome, RelationshipOutcome
from couplesone.cases.identified_client import IdentifiedClientNote
from couplesone.cases.schemas import ItemOut, or_today
from couplesone.cases.weekly import WeeklyMeasure
from couplesone.kernel.coded import Coded
from couplesone.web.schemas import (
    ABSENT,
    Action,
    Csv,
    ExternalId,
    Filters,
    Input,
    Instant,
    Line,
    Output,
    PageFilters,
    Patch,
    RecordOut,
    SentInstant,
    Text,
)

_OPENING: Final[JsonDict] = {
    "opened_on": "2026-01-05",
    "purpose_statement": "To find out what I can do, whether or not Tobias ever comes.",
    "problem_onset_on": "2024-06-01",
    "first_considered_help_on": "2025-03-01",
    "first_contact_on": "2025-12-29",
    "next_step": "Go through the last refusal.",
    "focus_series": "pressure",
}
FocusSeries = Annotated[WeeklyMeasure, Field(description="The weekly series that the case is watched by.")]


class CaseCreate(Input):
    """A new solo case. One signature is enough: nothing is ever required of the partner (S3.8)."""

    model_config = ConfigDict(json_schema_extra={"examples": [_OPENING | {"external_id": "intake:4711"}]})

    partner_id: UUID | None = None
    opened_on: date = or_today()
    purpose_statement: Text | None = Field(None, description="In the client's words.")
    problem_onset_on: date | None = None
    first_considered_help_on: date | None = None
    first_contact_on: date | None = None
    next_step: Line | None = None
    next_step_due_on: date | None = None
    focus_series: FocusSeries = WeeklyMeasure.PRESSURE
    external_id: ExternalId | None = None


class CaseChange(Patch):
    """What may change of a case that is not closed."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"next_step": "Agree on the cycle map.", "next_step_due_on": "2026-02-02"}]
        }
    )

    partner_id: UUID | None = None
    opened_on: date = ABSENT
    purpose_statement: Text | None = None
    problem_onset_on: date | None = None
    first_considered_help_on: date | None = None
    first_contact_on: date | None = None
    next_step: Line | None = None
    next_step_due_on: date | None = None
    focus_series: FocusSeries = ABSENT
    external_id: ExternalId | None = None


class CaseUpsert(Patch):
    """A case as another system knows it: what is not sent stays as it is, so a script owns what it sends."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [_OPENING | {"client_external_id": "booking:4711"}]}
    )

    client_id: UUID = Field(default=ABSENT, description="The client, unless client_external_id names them.")
    client_external_id: ExternalId = Field(
        default=ABSENT, description="The client, unless client_id names them."
    )
    partner_id: UUID | None = None
    opened_on: date = Field(default=ABSENT, description="For a new case: today, unless given.")
    purpose_statement: Text | None = None
    problem_onset_on: date | None = None
    first_considered_help_on: date | None = None
    first_contact_on: date | None = None
    next_step: Line | None = None
    next_step_due_on: date | None = None
    focus_series: FocusSeries = ABSENT


class StatusMove(Input):
    """When the case went on, and why."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"occurred_on": "2026-03-02", "reason": "Three weeks without an answer."}]
        }
    )

    occurred_on: date = or_today()
    reason: Text | None = None


class CaseClose(Input):
    """How a case ended. What became of the relationship is no measure of success (S2.61, S3.36)."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "closed_on": "2026-06-01",
                    "closing_reason": "completed",
                    "goals_outcome": "met",
                    "relationship_outcome": "undecided",
                    "partner_attended": False,
                }
            ]
        }
    )

    closed_on: date = or_today()
    closing_reason: ClosingReason
    goals_outcome: GoalsOutcome
    relationship_outcome: RelationshipOutcome
    partner_attended: bool | None = None
    summary: Text | None = None


class CaseReopen(Input):
    """When the client came back."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"opened_on": "2026-09-07"}]})

    opened_on: date = or_today()


class CaseEdge(Coded):
    """Who can be shown with a case."""

    CLIENT = "client", "The client"
    PARTNER = "partner", "The partner"


class CaseInclude(Filters):
    """Who is shown with a case."""

    include: Csv[CaseEdge] = Field(
        default_factory=list, description="client (client.read), partner (partner.read)."
    )


class CaseFilters(PageFilters):
    """Which cases, and who is shown with them."""

    client_id: UUID | None = None
    status: Csv[CaseStatus] | None = None
    include_closed: bool = Field(
        False,
        description="Without it closed cases are left out, unless status, external_id or updated_since asks for them.",
    )
    stage: int | None = Field(None, ge=0, le=8)
    external_id: str | None = Field(None, max_length=100)
    updated_since: SentInstant | None = Field(
        None,
        description="Changed at or after this instant, oldest change first; those entered in error come as deleted.",
    )
    include: Csv[CaseEdge] = Field(
        default_factory=list, description="client (client.read), partner (partner.read)."
    )


class ClientName(Output):
    """The client of a case."""

    id: UUID
    name_used: str


class PartnerName(Output):
    """The partner of a case, perhaps without a name."""

    id: UUID
    name_used: str | None


class CaseOut(RecordOut):
    """A case. ``deleted`` marks one that was entered in error; ``client`` and ``partner`` come with include."""

    deleted: bool
    client_id: UUID
    partner_id: UUID | None
    kind: CaseKind
    status: CaseStatus
    stage: int
    opened_on: date
    purpose_statement: str | None
    problem_onset_on: date | None
    first_considered_help_on: date | None
    first_contact_on: date | None
    days_to_help: int | None = Field(description="Days from the onset of the problem to the first contact.")
    next_step: str | None
    next_step_due_on: date | None
    focus_series: WeeklyMeasure
    external_id: str | None
    previous_case_id: UUID | None
    next_case_id: UUID | None
    closed_on: date | None
    closing_reason: ClosingReason | None
    goals_outcome: GoalsOutcome | None
    relationship_outcome: RelationshipOutcome | None
    partner_attended: bool | None
    closing_summary: str | None
    opened_by: UUID
    entered_in_error_at: Instant | None
    error_reason: str | None
    actions: list[Action]
    identified_client: IdentifiedClientNote
    client: ClientName | None
    partner: PartnerName | None


class CaseTombstone(RecordOut):
    """What a sync needs to know of a case that was entered in error."""

    deleted: Literal[True]
    client_id: UUID
    external_id: str | None


class CaseListing(Output):
    """One page of cases."""

    items: list[CaseOut | CaseTombstone]
    next_cursor: str | None


class StatusChangeOut(ItemOut):
    """That the case went from one status to another, on a day."""

    from_status: CaseStatus
    to_status: CaseStatus
    occurred_on: date
    reason: str | None
