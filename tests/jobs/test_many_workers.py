"""Several workers at once, with real commits: each job exactly once, those of a key one after another."""

from __future__ import annotations

import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from couplesone.jobs.handlers import JOB_RULES, ClaimedJob
from couplesone.jobs.queue import enqueue
from couplesone.jobs.worker import Worker
from couplesone.kernel.clock import SystemClock
from couplesone.kernel.principal import Principal
from couplesone.kernel.settings import Settings
from couplesone.persistence.practice import Practice
from couplesone.persistence.work import Work, Works
from couplesone.wiring import make_works

WORKERS = 4


class Bench:
    """Works on a database of its own, with a practice, and a note of what was done."""

    def __init__(self, url: str, key_file: Any) -> None:
        self.works: Works = make_works(
            Settings(database_url=url, key_file=key_file, database_wait_seconds=20)
        )
        self.practice_id = self.works.ids.new(SystemClock().now())
        self.done: Counter[str] = Counter()
        self.order: list[tuple[str, int]] = []
        self.at_once: Counter[str] = Counter()
        self.overlaps = 0
        self._noted = threading.Lock()
        rules = self.works.extras[JOB_RULES]
        self.works.extras[JOB_RULES] = replace(rules, handlers={"note": self.note}, chores=())
        with self.works.open(self.practice_id) as work:
            key = self.works.key_file.new_practice_key(self.practice_id)
            stamps = {"created_at": work.now, "updated_at": work.now}
            work.add(
                Practice(practice_id=self.practice_id, name="P", time_zone="UTC", wrapped_key=key, **stamps)
            )

    def note(self, work: Work, job: ClaimedJob) -> None:
        key = job.payload["key"]
        with self._noted:
            self.at_once[key] += 1
            self.overlaps += self.at_once[key] > 1
        time.sleep(0.001)
        with self._noted:
            self.at_once[key] -= 1
            self.done[str(job.id)] += 1
            self.order.append((key, int(job.payload["number"])))

    def put(self, jobs: int, keys: int) -> None:
        for number in range(jobs):
            with self.works.open(self.practice_id) as work:
                work.actor = Principal.worker(self.practice_id)
                key = f"key {number % keys}"
                enqueue(work, "note", {"key": key, "number": number}, key=key)  # type: ignore[dict-item]


@pytest.fixture
def bench(fresh_url: str, key_file):
    made = Bench(fresh_url, key_file)
    yield made
    made.works.database.close()


def drain_together(bench: Bench) -> None:
    ready = threading.Barrier(WORKERS)

    def work() -> None:
        worker = Worker(bench.works)
        ready.wait()
        deadline = time.monotonic() + 30
        while sum(bench.done.values()) < wanted and time.monotonic() < deadline:
            worker.drain()

    wanted = 60
    with ThreadPoolExecutor(WORKERS) as threads:
        for running in [threads.submit(work) for _ in range(WORKERS)]:
            running.result()


def test_each_job_is_done_once_and_in_the_order_of_its_key(bench) -> None:
    bench.put(60, keys=6)
    drain_together(bench)
    assert len(bench.done) == 60
    assert set(bench.done.values()) == {1}
    assert bench.overlaps == 0
    for key in {key for key, _ in bench.order}:
        numbers = [number for other, number in bench.order if other == key]
        assert numbers == sorted(numbers)


def test_a_worker_that_runs_picks_up_what_comes_and_ends_when_asked(bench) -> None:
    worker = Worker(bench.works)
    running = threading.Thread(target=worker.run)
    running.start()
    bench.put(1, keys=1)
    deadline = time.monotonic() + 10
    while not bench.done and time.monotonic() < deadline:
        time.sleep(0.01)
    worker.stop.set()
    running.join(10)
    assert not running.is_alive()
    assert sum(bench.done.values()) == 1


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_database_that_is_away_is_waited_for(bench, engine_name, monkeypatch) -> None:
    from couplesone.jobs import worker as room
    from couplesone.persistence.database import DatabaseUnavailable

    monkeypatch.setattr(room, "POLL_SECONDS", 0.01)
    away = [DatabaseUnavailable(), ZeroDivisionError()]
    real = room.all_practices

    def practices(works: Works, reason: str) -> Any:
        if away:
            raise away.pop()
        worker.stop.set()
        return real(works, reason)

    monkeypatch.setattr(room, "all_practices", practices)
    worker = Worker(bench.works)
    worker.run()
    assert away == []


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_long_job_keeps_its_lease(bench, engine_name) -> None:
    from datetime import timedelta

    rules = bench.works.extras[JOB_RULES]
    ran = []

    class Outside:
        def before(self, work: Work, job: ClaimedJob) -> str:
            return "go"

        def outside(self, prepared: str) -> str:
            time.sleep(0.8)
            Worker(bench.works).drain()  # somebody else looks, and finds nothing
            return prepared

        def after(self, work: Work, job: ClaimedJob, outcome: str) -> None:
            ran.append(job.attempts)

        def abandoned(self, work: Work, job: ClaimedJob) -> None:
            raise AssertionError

    bench.works.extras[JOB_RULES] = replace(rules, handlers={"note": Outside()}, lease=timedelta(seconds=0.4))
    bench.put(1, keys=1)
    Worker(bench.works).drain()
    assert ran == [1]
