"""What the team of a conjoint case shows; it takes what any care team takes."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import Field

from couplesone.clients.care_team.schemas import CareWarning
from couplesone.clients.codes import CareRole
from couplesone.web.schemas import RecordOut


class ConjointTeamMemberOut(RecordOut):
    """A part in the work with both."""

    conjoint_case_id: UUID
    staff_id: UUID
    display_name: str
    role: CareRole
    from_on: date
    until_on: date | None
    current: bool = Field(description="Whether it holds today.")
    warnings: list[CareWarning]
