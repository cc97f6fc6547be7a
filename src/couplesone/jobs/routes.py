"""Routes of jobs, for whoever looks after the installation. No content is shown."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.jobs.administration import JobService, actions_of
from couplesone.jobs.codes import JobState
from couplesone.jobs.errors import JobTransitionRefused
from couplesone.jobs.models import Job
from couplesone.jobs.schemas import JobFilters, JobOut
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing

router = Router("jobs")
READ, MANAGE = Permission.JOB_READ, Permission.JOB_MANAGE


def _shown(work: Work, job: Job) -> JobOut:
    return JobOut(
        id=job.id,
        version=job.version,
        created_at=job.created_at,
        updated_at=job.updated_at,
        kind=job.kind,
        state=JobState(job.state),
        attempts=job.attempts,
        max_attempts=job.max_attempts,
        not_before=job.not_before,
        finished_at=job.finished_at,
        error_code=job.error_code,
        actions=actions_of(work, job),
    )


@router.read("/v1/jobs", permission=READ)
def list_jobs(work: Work, query: Annotated[JobFilters, Query()]) -> Listing[JobOut]:
    """List what is done in the background, the newest first."""
    page = JobService(work).list(query.page, query.state)
    return Listing[JobOut](items=[_shown(work, job) for job in page.items], next_cursor=page.next_cursor)


@router.read("/v1/jobs/{job_id}", permission=READ, composite=True)
def get_job(work: Work, job_id: UUID) -> JobOut:
    """Read what became of a job."""
    return _shown(work, JobService(work).get(job_id))


@router.act(
    "/v1/jobs/{job_id}/replay", answers="get_job", permission=MANAGE, problems=(JobTransitionRefused,)
)
def replay_job(work: Work, job_id: UUID, version: int) -> JobOut:
    """Have a job that was given up done again."""
    return _shown(work, JobService(work).replay(job_id, version))


@router.act(
    "/v1/jobs/{job_id}/discard", answers="get_job", permission=MANAGE, problems=(JobTransitionRefused,)
)
def discard_job(work: Work, job_id: UUID, version: int) -> JobOut:
    """Leave a job that was given up undone for good."""
    return _shown(work, JobService(work).discard(job_id, version))
