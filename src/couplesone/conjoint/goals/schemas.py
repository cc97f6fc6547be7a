"""What taking goals along takes."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.clients.consents.schemas import Sha256
from couplesone.web.schemas import Input


class GoalsCarried(Input):
    """Which goals the client chose, and the paper on which they signed the choice."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"goal_ids": ["01934f5e-0000-7000-8000-000000000004"], "paper_sha256": "4d" * 32}]
        }
    )

    goal_ids: Annotated[list[UUID], Field(min_length=1, max_length=20)]
    paper_sha256: Sha256
    chosen_on: date | None = Field(None, description="Default: today.")
