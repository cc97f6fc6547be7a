"""Claiming a job, keeping it, and letting it go: each one statement, decided by the database.

A claim takes the first job of a practice that is due, or whose lease ran out, and of whose key nothing earlier is
unfinished. On PostgreSQL, workers that come at the same moment skip what another is just taking (SKIP LOCKED); on
SQLite they take turns (BEGIN IMMEDIATE). Row-level security stays in force, so there is one claim statement for each
practice, never one across them.

Whoever lets a job go must still hold the claim's fencing number; a worker that slept through its lease does not.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, or_, select, update
from sqlalchemy.orm import aliased

from couplesone.jobs.codes import UNFINISHED, JobState
from couplesone.jobs.handlers import ClaimedJob, rules_among
from couplesone.jobs.models import Job
from couplesone.jobs.queue import instant_of
from couplesone.persistence.work import Work


class LeaseLost(Exception):
    """Somebody else has the job by now: nothing of what was done under this claim is kept."""


def anything_due(work: Work) -> bool:
    """Say whether there is a job to claim; a read, so that idle workers keep nobody from writing."""
    one = aliased(Job)
    return work.db.scalar(_due(work, one).limit(1)) is not None


def _due(work: Work, one: Any) -> Any:
    """Return a select of the id of the next job that may be claimed."""
    now, earlier = instant_of(work), aliased(Job)
    before_it = or_(
        earlier.created_at < one.created_at, and_(earlier.created_at == one.created_at, earlier.id < one.id)
    )
    held_up = exists(
        select(earlier.id).where(
            earlier.order_key == one.order_key, earlier.state.in_(sorted(UNFINISHED)), before_it
        )
    )
    return (
        select(one.id)
        .where(
            or_(
                and_(one.state == JobState.WAITING.value, one.not_before <= now),
                and_(one.state == JobState.RUNNING.value, one.lease_until < now),
            ),
            or_(one.order_key.is_(None), ~held_up),
        )
        .order_by(one.not_before, one.id)
    )


def claim(work: Work) -> ClaimedJob | None:
    """Take the next job for as long as a lease lasts; None if there is none.

    One that was taken as often as it may be, and let go by nobody, is handed out once more, to be given up.
    """
    one = aliased(Job)
    next_one = _due(work, one).limit(1).with_for_update(skip_locked=True, of=one).scalar_subquery()
    found = work.db.execute(
        update(Job)
        .where(Job.id == next_one)
        .values(
            state=JobState.RUNNING.value,
            attempts=Job.attempts + 1,
            fencing=Job.fencing + 1,
            lease_until=instant_of(work, rules_among(work.extras).lease),
            updated_at=work.now,
            version=Job.version + 1,
        )
        .returning(
            Job.id, Job.practice_id, Job.kind, Job.payload, Job.attempts, Job.max_attempts, Job.fencing
        )
        .execution_options(synchronize_session=False)
    ).first()
    return ClaimedJob(*found) if found else None


def keep(work: Work, job: ClaimedJob) -> None:
    """Renew the lease; LeaseLost."""
    _change(work, job, lease_until=instant_of(work, rules_among(work.extras).lease))


def complete(work: Work, job: ClaimedJob) -> None:
    """Say that the job is done; LeaseLost."""
    _change(work, job, state=JobState.DONE.value, lease_until=None, finished_at=work.now, error_code=None)


def put_back(work: Work, job: ClaimedJob, code: str, wait: timedelta) -> None:
    """Have the job tried again after a while, or given up if this was the last attempt; LeaseLost."""
    if job.last_attempt:
        give_up(work, job, code)
        return
    _change(
        work,
        job,
        state=JobState.WAITING.value,
        lease_until=None,
        not_before=instant_of(work, wait),
        error_code=code,
    )


def give_up(work: Work, job: ClaimedJob, code: str) -> None:
    """Leave the job to a person; LeaseLost."""
    _change(work, job, state=JobState.DEAD.value, lease_until=None, finished_at=work.now, error_code=code)


def _held(job: ClaimedJob) -> ColumnElement[bool]:
    return and_(Job.id == job.id, Job.state == JobState.RUNNING.value, Job.fencing == job.fencing)


def _change(work: Work, job: ClaimedJob, **values: Any) -> None:
    changed = work.db.execute(
        update(Job)
        .where(_held(job))
        .values(**values, updated_at=work.now, version=Job.version + 1)
        .execution_options(synchronize_session=False)
    )
    if changed.rowcount != 1:  # type: ignore[attr-defined]
        raise LeaseLost
