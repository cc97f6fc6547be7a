"""The worker: takes one job after another and does it, practice by practice, until it is asked to stop.

Any number of workers may run, in one process or in many: the database hands each job to one of them at a time. What
cannot be done now is tried again later; what fails for good waits for a person (``dead``). A worker that is killed
leaves its job under a lease; when that has run out, another worker takes it.
"""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final
from uuid import UUID

from couplesone.jobs import claims
from couplesone.jobs.backoff import Draw, wait_after
from couplesone.jobs.claims import LeaseLost
from couplesone.jobs.handlers import (
    Chore,
    ClaimedJob,
    GiveUp,
    Handler,
    JobRules,
    OutsideHandler,
    TryAgain,
    rules_among,
)
from couplesone.kernel.errors import Problem, Unavailable
from couplesone.kernel.principal import Principal
from couplesone.persistence.database import is_retryable
from couplesone.persistence.directory import all_practices
from couplesone.persistence.work import Work, Works

POLL_SECONDS: Final = 1.0
CHORES_SECONDS: Final = 60.0
log = logging.getLogger("couplesone.jobs")


class Worker:
    """Does the jobs of every practice of an installation."""

    def __init__(self, works: Works, *, draw: Draw | None = None) -> None:
        self._works = works
        self._draw = draw or random.SystemRandom().random
        self._practices: list[UUID] = []
        self._looked_around: float | None = None
        self.stop = threading.Event()
        """Set to have the worker return after the job that it is doing."""

    @property
    def _rules(self) -> JobRules:
        return rules_among(self._works.extras)

    def run(self) -> None:
        """Work until ``stop`` is set. A database that is away is waited for."""
        log.info("working", extra={"facts": {"kinds": len(self._rules.handlers)}})
        while not self.stop.is_set():
            try:
                self._look_around()
                self._drain()
            except Unavailable:
                log.warning("the database does not answer")
            except Exception as error:
                if not is_retryable(error):
                    log.exception("the worker stumbled")
            self.stop.wait(POLL_SECONDS)
        log.info("stopped")

    def drain(self) -> int:
        """Look after every practice, do every job that is due now, and return how many attempts that took."""
        self._looked_around = None
        self._look_around()
        return self._drain()

    def _look_around(self) -> None:
        """Once a minute: learn which practices there are, and do the chores in each."""
        if self._looked_around is not None and time.monotonic() - self._looked_around < CHORES_SECONDS:
            return
        self._practices = [practice.id for practice in all_practices(self._works, "background work")]
        for practice_id in self._practices:
            for chore in self._rules.chores:
                self._look_after(practice_id, chore)
        self._looked_around = time.monotonic()

    def _look_after(self, practice_id: UUID, chore: Chore) -> None:
        """Do a chore; one that fails keeps nothing else from being done."""
        try:
            with self._acting(practice_id) as work:
                chore(work)
        except Unavailable:
            raise
        except Exception:
            log.exception("a chore failed")

    def _drain(self) -> int:
        """Take one job of each practice in turn, so that no practice waits for another's many."""
        done, waiting = 0, list(self._practices)
        while waiting and not self.stop.is_set():
            waiting = [practice_id for practice_id in waiting if self._one(practice_id)]
            done += len(waiting)
        return done

    def _one(self, practice_id: UUID) -> bool:
        """Do the next job of a practice; say whether there was one."""
        if self.stop.is_set():
            return False
        with self._work(practice_id, write=False) as work:
            if not claims.anything_due(work):
                return False
        with self._work(practice_id) as work:
            job = claims.claim(work)
        if job is None:
            return False
        started = time.monotonic()
        with self._kept(job):
            state, code = self._do(job)
        facts = {"job": str(job.id), "kind": job.kind, "state": state, "attempt": job.attempts}
        facts |= {"ms": round((time.monotonic() - started) * 1000)} | ({"code": code} if code else {})
        log.info("job", extra={"facts": facts})
        return True

    def _do(self, job: ClaimedJob) -> tuple[str, str | None]:
        """Do a claimed job and let it go; return what became of it."""
        try:
            again = self._handle(job)
        except LeaseLost:
            return "overtaken", None
        except GiveUp as refusal:
            return self._let_go(job, refusal.code, for_good=True)
        except TryAgain as refusal:
            return self._let_go(job, refusal.code)
        except Problem as problem:
            return self._let_go(job, problem.code)
        except Exception as error:
            log.exception("a job failed")
            return self._let_go(job, type(error).__name__)
        return ("again", again.code) if again else ("done", None)

    def _handle(self, job: ClaimedJob) -> TryAgain | None:
        handler = self._handler_of(job)
        if job.exhausted:
            raise GiveUp("lease_ran_out")
        if callable(handler):
            with self._acting(job.practice_id) as work:
                handler(work, job)
                claims.complete(work, job)
            return None
        with self._acting(job.practice_id) as work:
            claims.keep(work, job)
            prepared = handler.before(work, job)
            if prepared is None:
                claims.complete(work, job)
                return None
        outcome = handler.outside(prepared)
        with self._acting(job.practice_id) as work:
            again = handler.after(work, job, outcome)
            if again is None:
                claims.complete(work, job)
            else:
                claims.put_back(work, job, again.code, wait_after(job.attempts, self._draw))
            return again

    def _handler_of(self, job: ClaimedJob) -> Handler | OutsideHandler:
        handler = self._rules.handlers.get(job.kind)
        if handler is None:
            raise GiveUp("kind_unknown")
        return handler

    def _let_go(self, job: ClaimedJob, code: str, *, for_good: bool = False) -> tuple[str, str]:
        dead = for_good or job.last_attempt
        handler = self._rules.handlers.get(job.kind)
        try:
            with self._acting(job.practice_id) as work:
                if dead:
                    claims.give_up(work, job, code[:80])
                    if handler is not None and not callable(handler):
                        handler.abandoned(work, job)
                else:
                    claims.put_back(work, job, code[:80], wait_after(job.attempts, self._draw))
        except LeaseLost:
            return "overtaken", code
        return ("dead" if dead else "again"), code

    @contextmanager
    def _kept(self, job: ClaimedJob) -> Iterator[None]:
        """Renew the lease of a job while it is being done."""
        over = threading.Event()
        every = self._rules.lease.total_seconds() / 3

        def beat() -> None:
            while not over.wait(every):
                try:
                    with self._work(job.practice_id) as work:
                        claims.keep(work, job)
                except LeaseLost:
                    return
                except Exception as error:  # noqa: BLE001 - the next beat may get through
                    log.warning("a lease was not renewed", extra={"facts": {"fault": type(error).__name__}})

        beating = threading.Thread(target=beat, name="heartbeat", daemon=True)
        beating.start()
        try:
            yield
        finally:
            over.set()
            beating.join()

    @contextmanager
    def _work(self, practice_id: UUID, *, write: bool = True) -> Iterator[Work]:
        with self._works.open(practice_id, write=write) as work:
            work.actor = Principal.worker(practice_id)
            yield work

    @contextmanager
    def _acting(self, practice_id: UUID) -> Iterator[Work]:
        """Open a ``Work`` that knows the practice's days as well."""
        with self._work(practice_id) as work:
            work.practice()
            yield work


class WorkerThread:
    """A worker beside the requests of a server process."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._thread = threading.Thread(target=worker.run, name="worker", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def end(self, seconds: float) -> None:
        """Ask the worker to stop, and wait for the job that it is doing, so long at most."""
        self._worker.stop.set()
        self._thread.join(seconds)
