"""Looking after jobs: seeing them, and deciding about those that were given up."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import select

from couplesone.jobs.codes import MOVES, JobState
from couplesone.jobs.errors import JobTransitionRefused
from couplesone.jobs.models import Job
from couplesone.jobs.queue import instant_of
from couplesone.kernel.errors import Problem
from couplesone.kernel.permissions import Permission, PermissionDenied
from couplesone.persistence.paging import Page, PageRequest, instant, keyset, page_of
from couplesone.persistence.work import Work
from couplesone.web.schemas import Action

ACTIONS: Final[dict[str, JobState]] = {"replay_job": JobState.WAITING, "discard_job": JobState.DISCARDED}
"""By operation id: the state that a job that was given up goes to."""


class JobService:
    """The jobs of a practice, for whoever looks after them."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def list(self, page: PageRequest, state: JobState | None) -> Page[Job]:
        """Return the jobs, the newest first."""
        statement = select(Job) if state is None else select(Job).where(Job.state == state.value)
        statement = keyset(statement, page, Job.created_at, Job.id, parse=instant, descending=True)
        return page_of(self.work.db.scalars(statement).all(), page, lambda job: (job.created_at, job.id))

    def get(self, job_id: UUID) -> Job:
        """Return a job; RecordNotFound."""
        return self.work.get(Job, job_id)

    def replay(self, job_id: UUID, version: int) -> Job:
        """Have a job that was given up done again, as often as at first; VersionStale, JobTransitionRefused."""
        job = self._given_up(job_id, version)
        job.state, job.attempts, job.finished_at = JobState.WAITING.value, 0, None
        job.not_before = instant_of(self.work)
        self.work.flush()  # the database says when that is
        self.work.db.refresh(job)
        return job

    def discard(self, job_id: UUID, version: int) -> Job:
        """Leave a job that was given up undone for good; VersionStale, JobTransitionRefused."""
        job = self._given_up(job_id, version)
        job.state = JobState.DISCARDED.value
        self.work.flush()
        return job

    def _given_up(self, job_id: UUID, version: int) -> Job:
        job = self.get(job_id)
        job.expect(version)
        if refusal := refusal_of(job):
            raise refusal
        return job


def refusal_of(job: Job) -> Problem | None:
    """Return why a person cannot decide about the job, or None."""
    return None if JobState.DISCARDED in MOVES[JobState(job.state)] else JobTransitionRefused()


def actions_of(work: Work, job: Job) -> list[Action]:
    """Return what the asker can do with the job, or why not."""
    held = work.principal.may(Permission.JOB_MANAGE)
    refusal = refusal_of(job) if held else PermissionDenied()
    return [
        Action(
            action=name,
            allowed=refusal is None,
            code=refusal.code if refusal else None,
            reason=refusal.detail if refusal else None,
        )
        for name in ACTIONS
    ]
