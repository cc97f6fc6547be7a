"""Putting a job into the queue, in the transaction that makes it necessary; and taking it out again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, exists, select, update

from couplesone.jobs.codes import JobState, sources_of
from couplesone.jobs.handlers import rules_among
from couplesone.jobs.models import Job
from couplesone.persistence.instants import database_instant
from couplesone.persistence.work import Work

MAX_ATTEMPTS: Final = 8


def instant_of(work: Work, after: timedelta = timedelta(0)) -> Any:
    """Return the instant by which leases are decided, ``after`` from now: the database's, or the rehearsal's."""
    clock = rules_among(work.extras).clock
    return database_instant(after.total_seconds()) if clock is None else clock.now() + after


def enqueue(
    work: Work,
    kind: str,
    payload_ids: Mapping[str, UUID],
    *,
    key: str | None = None,
    not_before: datetime | None = None,
    max_attempts: int = MAX_ATTEMPTS,
    dedupe: str | None = None,
) -> UUID:
    """Have something done later, if and only if the transaction of ``work`` commits; return the job's id.

    ``payload_ids`` are ids and nothing else. Jobs with the same ``key`` are done one after another in the order in
    which they were put in. ``dedupe`` names the job within its practice: where there is one of that name already,
    whatever became of it, that one's id is returned and nothing is added. Raises KeyError for a kind that the
    wiring does not know.
    """
    if kind not in rules_among(work.extras).handlers:
        raise KeyError(kind)
    if dedupe is not None:
        work.wait_for_lock(f"job {dedupe}")
        found = work.db.scalar(select(Job.id).where(Job.dedupe_key == dedupe))
        if found is not None:
            return found
    job = Job(
        kind=kind,
        payload={name: str(identifier) for name, identifier in payload_ids.items()},
        order_key=key,
        dedupe_key=dedupe,
        state=JobState.WAITING.value,
        not_before=not_before or instant_of(work),
        attempts=0,
        max_attempts=max_attempts,
        fencing=0,
        request_id=work.request_id,
    )
    return work.add(job).id


def cancel(work: Work, job_id: UUID) -> bool:
    """Take a job out of the queue that nobody has begun; say whether it was still there to be taken."""
    taken = work.db.execute(
        update(Job)
        .where(Job.id == job_id, Job.state.in_(sources_of(JobState.CANCELLED)))
        .values(
            state=JobState.CANCELLED.value,
            finished_at=work.now,
            updated_at=work.now,
            version=Job.version + 1,
        )
        .execution_options(synchronize_session=False)
    )
    return bool(taken.rowcount)  # type: ignore[attr-defined]


def is_in_hand(work: Work, job_id: Any) -> ColumnElement[bool]:
    """Return the condition that somebody is at work on the job that a column names, under a lease that holds."""
    return exists(
        select(Job.id).where(
            Job.id == job_id, Job.state == JobState.RUNNING.value, Job.lease_until >= instant_of(work)
        )
    )


def is_over(job_id: Any) -> ColumnElement[bool]:
    """Return the condition that the job that a column names will not be tried any more by itself."""
    live = (JobState.WAITING.value, JobState.RUNNING.value)
    return ~exists(select(Job.id).where(Job.id == job_id, Job.state.in_(live)))
