"""What is shown of jobs: nothing of what they are about."""

from __future__ import annotations

from pydantic import Field

from couplesone.jobs.codes import JobState
from couplesone.web.schemas import Action, Instant, PageFilters, RecordOut


class JobFilters(PageFilters):
    """Which jobs to list."""

    state: JobState | None = None


class JobOut(RecordOut):
    """A job: what kind of work, how far it came; not for whom."""

    kind: str
    state: JobState
    attempts: int
    max_attempts: int
    not_before: Instant = Field(description="It is not tried before then.")
    finished_at: Instant | None
    error_code: str | None = Field(description="Why the last attempt failed.")
    actions: list[Action]
