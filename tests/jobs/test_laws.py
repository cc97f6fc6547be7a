"""Laws: how long is waited, and that the jobs of a key keep their order whatever fails."""

from __future__ import annotations

from datetime import timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from couplesone.jobs.backoff import FIRST, LONGEST, longest_wait, wait_after
from couplesone.jobs.handlers import TryAgain


@given(st.integers(0, 10_000), st.floats(0, 1, exclude_max=True))
def test_no_wait_is_longer_than_it_may_be(attempts: int, drawn: float) -> None:
    wait = wait_after(attempts, lambda: drawn)
    assert timedelta(0) <= wait <= longest_wait(attempts) <= LONGEST
    assert longest_wait(attempts) <= longest_wait(attempts + 1)


@given(st.integers(1, 9))
def test_the_longest_wait_doubles(attempts: int) -> None:
    assert longest_wait(attempts) == FIRST * 2 ** (attempts - 1)
    assert wait_after(attempts, lambda: 0.0) == timedelta(0)


@pytest.mark.parametrize("engine_name", ["sqlite"])
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    keys=st.lists(st.sampled_from("abc"), min_size=1, max_size=6),
    failing=st.lists(st.booleans(), max_size=6),
    drawn=st.floats(0, 1, exclude_max=True),
)
def test_jobs_of_a_key_are_done_in_their_order(queue, engine_name, keys, failing, drawn) -> None:
    queue.done.clear()
    fails = list(failing)

    def note(work, job) -> None:
        if fails and fails.pop(0):
            raise TryAgain("busy")
        queue.done.append(job.id)

    queue.use(note=note)
    put = [(key, queue.put(key=key)) for key in keys]
    for _ in range(len(failing) + 1):
        queue.worker(lambda: drawn).drain()
        queue.later(hours=1)
    queue.worker().drain()
    assert sorted(queue.done) == sorted(job_id for _, job_id in put)
    for wanted in set(keys):
        in_order = [job_id for key, job_id in put if key == wanted]
        assert [job_id for job_id in queue.done if job_id in in_order] == in_order
