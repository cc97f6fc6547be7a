"""A queue whose jobs are kinds of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from couplesone.jobs.handlers import JOB_RULES, ClaimedJob, JobRules
from couplesone.jobs.models import Job
from couplesone.jobs.queue import enqueue
from couplesone.jobs.worker import Worker
from couplesone.kernel.principal import Principal
from couplesone.persistence.work import Work


class Queue:
    """Jobs of one practice: put some in, have them done, and see what was done in which order."""

    def __init__(self, world: Any) -> None:
        self.world = world
        self.done: list[UUID] = []
        self.problems: list[Exception] = []
        self.use(note=self.note)

    def use(self, **handlers: Any) -> None:
        """Let only these handlers be there."""
        extras = self.world.works.extras
        extras[JOB_RULES] = replace(extras[JOB_RULES], handlers=handlers, chores=())

    @property
    def rules(self) -> JobRules:
        return self.world.works.extras[JOB_RULES]

    def note(self, work: Work, job: ClaimedJob) -> None:
        """Do a job, or fail by the next problem."""
        if self.problems:
            raise self.problems.pop(0)
        self.done.append(job.id)

    def put(self, kind: str = "note", practice: Any = None, **more: Any) -> UUID:
        """Put a job in."""
        with self.world.works.open((practice or self.world.home).id) as work:
            work.actor = Principal.worker(work.practice_id)
            return enqueue(work, kind, more.pop("payload", {}), **more)

    def job(self, job_id: UUID) -> Job:
        """Return a job as it is."""
        with self.world.works.open(self.world.home.id) as work:
            return work.db.scalars(select(Job).where(Job.id == job_id)).one()

    def later(self, **more: float) -> None:
        """Let time pass."""
        self.world.clock.move(timedelta(**more))

    def worker(self, draw: Callable[[], float] = lambda: 0.5) -> Worker:
        """Return a worker."""
        return Worker(self.world.works, draw=draw)

    def drain(self) -> int:
        """Do what is due."""
        return self.worker().drain()


@pytest.fixture
def queue(world) -> Queue:
    return Queue(world)
