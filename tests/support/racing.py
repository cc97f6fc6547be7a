"""Calls that are made at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier


def at_once(*calls: Callable[[], int]) -> list[int]:
    """Make the calls at the same moment and return their statuses."""
    gate = Barrier(len(calls))

    def run(call: Callable[[], int]) -> int:
        gate.wait(20)
        return call()

    with ThreadPoolExecutor(len(calls)) as threads:
        return [running.result(60) for running in [threads.submit(run, call) for call in calls]]
