"""Jobs: put in with the business transaction, done once and in order, tried again, given up, looked after."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from couplesone.jobs import claims
from couplesone.jobs.claims import LeaseLost
from couplesone.jobs.codes import MOVES, UNFINISHED, JobState, sources_of
from couplesone.jobs.handlers import JOB_RULES, GiveUp, TryAgain
from couplesone.jobs.models import Job
from couplesone.jobs.queue import cancel, enqueue
from couplesone.kernel.errors import RecordNotFound
from couplesone.kernel.permissions import GRANTS, WORKER_GRANTS, Permission, PermissionDenied, Role
from couplesone.kernel.principal import ActorKind, Principal
from couplesone.persistence.database import DatabaseUnavailable
from couplesone.persistence.work import Work


def test_a_job_is_done_once(queue) -> None:
    job_id = queue.put()
    assert queue.drain() == 1
    assert queue.drain() == 0
    assert queue.done == [job_id]
    job = queue.job(job_id)
    assert (job.state, job.attempts, job.lease_until, job.error_code) == ("done", 1, None, None)
    assert job.finished_at is not None


def test_a_job_of_a_transaction_that_is_undone_never_was(queue, world) -> None:
    def undone() -> None:
        with world.works.open(world.home.id) as work:
            enqueue(work, "note", {})
            raise RecordNotFound

    with pytest.raises(RecordNotFound):
        undone()
    assert queue.drain() == 0


def test_what_a_handler_wrote_is_undone_when_it_fails(queue, world) -> None:
    def half(work: Work, job) -> None:
        enqueue(work, "note", {}, dedupe="second")
        raise TryAgain("half")

    queue.use(half=half, note=queue.note)
    queue.put("half", max_attempts=1)
    queue.drain()
    assert queue.done == []


def test_a_job_waits_for_its_time(queue, world) -> None:
    queue.put(not_before=world.clock.now() + timedelta(minutes=10))
    queue.later(minutes=9, seconds=59)
    assert queue.drain() == 0
    queue.later(seconds=1)
    assert queue.drain() == 1


def test_a_kind_that_nobody_does_is_refused_at_once(queue) -> None:
    with pytest.raises(KeyError):
        queue.put("unheard_of")


def test_a_kind_that_nobody_does_any_more_waits_for_a_person(queue) -> None:
    job_id = queue.put()
    queue.use()
    assert queue.drain() == 1
    assert (queue.job(job_id).state, queue.job(job_id).error_code) == ("dead", "kind_unknown")


def test_a_name_is_used_once_in_a_practice(queue, world) -> None:
    first = queue.put(dedupe="once")
    assert queue.put(dedupe="once") == first
    assert queue.put(dedupe="once", practice=world.other) != first
    queue.drain()
    assert queue.put(dedupe="once") == first
    assert queue.drain() == 0


def test_no_practice_sees_anothers_jobs(queue, world) -> None:
    theirs = queue.put(practice=world.other)
    with world.works.open(world.home.id) as work:
        assert work.db.scalars(select(Job)).all() == []
        assert not claims.anything_due(work)
        assert claims.claim(work) is None
    assert queue.drain() == 1
    assert queue.done == [theirs]


def test_a_later_job_of_a_key_waits_for_an_earlier_one(queue) -> None:
    queue.problems = [TryAgain("busy")]
    first, second, other = queue.put(key="a"), queue.put(key="a"), queue.put(key="b")
    queue.drain()
    assert queue.done == [other]
    queue.later(hours=1)
    queue.drain()
    assert queue.done == [other, first, second]


def test_a_job_that_was_given_up_holds_its_key_until_a_person_decides(queue, world) -> None:
    queue.problems = [GiveUp("never")]
    first, second = queue.put(key="a"), queue.put(key="a")
    queue.drain()
    assert (queue.done, queue.job(first).state) == ([], "dead")
    owner = world.home.people["owner"].call
    job = owner.get(f"/v1/jobs/{first}")
    owner.post(f"/v1/jobs/{first}/discard", etag=job)
    queue.drain()
    assert queue.done == [second]


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        (TryAgain("busy"), "busy"),
        (RecordNotFound(), "not_found"),
        (ZeroDivisionError("x" * 99), "ZeroDivisionError"),
    ],
)
def test_a_failure_is_tried_again_after_a_while_and_given_up_in_the_end(queue, problem, code) -> None:
    queue.problems = [problem] * 2
    job_id = queue.put(max_attempts=2)
    assert queue.drain() == 1
    job = queue.job(job_id)
    assert (job.state, job.error_code, job.finished_at) == ("waiting", code, None)
    assert job.not_before == queue.world.clock.now() + timedelta(seconds=2.5)
    assert queue.drain() == 0
    queue.later(seconds=3)
    assert queue.drain() == 1
    job = queue.job(job_id)
    assert (job.state, job.attempts, job.error_code) == ("dead", 2, code)


def test_what_fails_for_good_is_not_tried_again(queue) -> None:
    queue.problems = [GiveUp("never")]
    job_id = queue.put()
    queue.drain()
    assert (queue.job(job_id).state, queue.job(job_id).attempts) == ("dead", 1)


def test_a_job_that_nobody_began_can_be_taken_out(queue, world) -> None:
    job_id = queue.put()
    with world.works.open(world.home.id) as work:
        assert cancel(work, job_id)
        assert not cancel(work, job_id)
    assert queue.drain() == 0
    assert queue.job(job_id).state == "cancelled"


class TestLease:
    def test_a_job_in_hand_is_nobody_elses(self, queue, world) -> None:
        queue.put()
        with world.works.open(world.home.id) as work:
            assert claims.claim(work) is not None
        assert queue.drain() == 0

    def test_after_its_lease_it_is_and_who_was_overtaken_completes_nothing(self, queue, world) -> None:
        job_id = queue.put()
        with world.works.open(world.home.id) as work:
            slept = claims.claim(work)
        queue.later(seconds=61)
        with world.works.open(world.home.id) as work:
            taken = claims.claim(work)
        assert taken.id == slept.id == job_id
        assert taken.fencing == slept.fencing + 1
        for let_go in (
            lambda work: claims.complete(work, slept),
            lambda work: claims.keep(work, slept),
            lambda work: claims.put_back(work, slept, "late", timedelta(0)),
            lambda work: claims.give_up(work, slept, "late"),
        ):
            with pytest.raises(LeaseLost), world.works.open(world.home.id) as work:
                let_go(work)
        with world.works.open(world.home.id) as work:
            claims.complete(work, taken)
        assert queue.job(job_id).state == "done"

    def test_what_the_overtaken_wrote_is_undone(self, queue, world) -> None:
        def slow(work: Work, job) -> None:
            work.db.execute(select(Job.id))
            enqueue(work, "note", {})
            queue.later(seconds=61)
            assert claims.claim(work) is not None  # somebody else, in the meantime

        queue.use(slow=slow, note=queue.note)
        queue.put("slow")
        worker = queue.worker()
        worker.drain()
        assert queue.done == []

    def test_a_sign_of_life_keeps_it(self, queue, world) -> None:
        queue.put()
        with world.works.open(world.home.id) as work:
            job = claims.claim(work)
        queue.later(seconds=50)
        with world.works.open(world.home.id) as work:
            claims.keep(work, job)
        queue.later(seconds=50)
        assert queue.drain() == 0

    def test_what_kills_every_worker_is_given_up(self, queue, world) -> None:
        job_id = queue.put(max_attempts=2)
        for _ in range(2):
            with world.works.open(world.home.id) as work:
                assert claims.claim(work) is not None
            queue.later(seconds=61)
        assert queue.drain() == 1
        assert queue.done == []
        assert (queue.job(job_id).state, queue.job(job_id).error_code) == ("dead", "lease_ran_out")


class TestChores:
    def test_each_practice_is_looked_after_once_a_minute(self, queue, world) -> None:
        seen = []
        extras = world.works.extras
        extras[JOB_RULES] = replace(extras[JOB_RULES], chores=(lambda work: seen.append(work.practice_id),))
        worker = queue.worker()
        worker.drain()
        assert {world.home.id, world.other.id} == set(seen)
        worker._look_around()
        assert len(seen) == 2

    def test_one_that_fails_keeps_nothing_from_being_done(self, queue, world, caplog) -> None:
        def fail(work: Work) -> None:
            raise ZeroDivisionError

        extras = world.works.extras
        extras[JOB_RULES] = replace(extras[JOB_RULES], chores=(fail,))
        queue.put()
        assert queue.drain() == 1
        assert "a chore failed" in caplog.messages

    def test_a_database_that_is_away_is_not_taken_for_a_failing_chore(self, queue, world) -> None:
        def away(work: Work) -> None:
            raise DatabaseUnavailable

        extras = world.works.extras
        extras[JOB_RULES] = replace(extras[JOB_RULES], chores=(away,))
        with pytest.raises(DatabaseUnavailable):
            queue.drain()


class TestStates:
    def test_every_state_has_its_row_and_ends_lead_nowhere(self) -> None:
        assert MOVES.keys() == set(JobState)
        ends = {state for state, targets in MOVES.items() if not targets}
        assert ends == {JobState.DONE, JobState.DISCARDED, JobState.CANCELLED}
        assert set(JobState) - ends == UNFINISHED

    def test_sources(self) -> None:
        assert sources_of(JobState.WAITING) == {JobState.RUNNING, JobState.DEAD}
        assert sources_of(JobState.CANCELLED) == {JobState.WAITING}


class TestWhoWorks:
    def test_the_worker_may_do_what_is_listed_and_nothing_else(self, world) -> None:
        worker = Principal.worker(world.home.id)
        assert worker.kind is ActorKind.SYSTEM
        assert {permission for permission in Permission if worker.may(permission)} == WORKER_GRANTS.keys()
        assert WORKER_GRANTS.keys() == {Permission.MESSAGE_READ, Permission.MESSAGE_WRITE}
        with pytest.raises(PermissionDenied):
            worker.require(Permission.CASE_READ)

    def test_the_worker_signs_for_nobody(self, queue, world) -> None:
        def sign(work: Work, job) -> None:
            assert work.staff_id

        queue.use(sign=sign)
        job_id = queue.put("sign", max_attempts=1)
        queue.drain()
        assert queue.job(job_id).error_code == "AssertionError"

    def test_it_knows_the_day_of_the_practice(self, queue, world) -> None:
        zones = []
        queue.use(zone=lambda work, job: zones.append(work.time_zone))
        queue.put("zone")
        queue.drain()
        assert zones == ["Europe/Vienna"]

    def test_only_owners_look_after_jobs(self) -> None:
        for permission in (Permission.JOB_READ, Permission.JOB_MANAGE):
            assert {role for role in Role if permission in GRANTS[role]} == {Role.OWNER}
