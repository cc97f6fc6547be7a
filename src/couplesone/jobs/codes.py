"""Vocabulary of jobs: the states, and the one table of moves between them.

::

    waiting ----claim----> running ----> done
       |  ^                |  |  ^
       |  |  try again     |  |  | claimed anew, when the lease ran out
       |  +----------------+  +--+
       |  |                |
       |  |                +--given up--> dead ----discard----> discarded
       |  |                                 |
       |  +-------------replay--------------+
       |
       +----cancel----> cancelled
"""

from __future__ import annotations

from typing import Final

from couplesone.kernel.coded import Coded


class JobState(Coded):
    """Where a job stands."""

    WAITING = "waiting", "Waiting"
    RUNNING = "running", "Running"
    DONE = "done", "Done"
    DEAD = "dead", "Given up"
    DISCARDED = "discarded", "Discarded"
    CANCELLED = "cancelled", "Cancelled"


MOVES: Final[dict[JobState, frozenset[JobState]]] = {
    JobState.WAITING: frozenset({JobState.RUNNING, JobState.CANCELLED}),
    JobState.RUNNING: frozenset({JobState.RUNNING, JobState.DONE, JobState.WAITING, JobState.DEAD}),
    JobState.DEAD: frozenset({JobState.WAITING, JobState.DISCARDED}),
    JobState.DONE: frozenset(),
    JobState.DISCARDED: frozenset(),
    JobState.CANCELLED: frozenset(),
}
"""From each state, the states that a job can go to."""

UNFINISHED: Final = frozenset({JobState.WAITING, JobState.RUNNING, JobState.DEAD})
"""While a job is in one of these, later jobs of its key wait: one that was given up waits for a person."""

VOCABULARIES: tuple[type[Coded], ...] = (JobState,)
JobState.version = 1


def sources_of(target: JobState) -> frozenset[JobState]:
    """Return the states from which a job can go to ``target``."""
    return frozenset(state for state, targets in MOVES.items() if target in targets)
