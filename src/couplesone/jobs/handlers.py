"""What a room must offer to have its jobs done, and the rules by which they are.

The wiring lists the handlers by kind. A handler runs as the system (``kernel.permissions.WORKER_GRANTS``), in a
``Work`` of its practice; what it writes is committed together with the job's completion, or not at all. It may run
again after a crash, so it must be idempotent by the job's id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final, Protocol, TypeAlias
from uuid import UUID

from couplesone.kernel.clock import Clock
from couplesone.persistence.work import Work

JOB_RULES: Final = "job_rules"
"""The name under which the rules are among the extras of the Works."""
LEASE: Final = timedelta(seconds=60)
"""How long a job is somebody's who shows no more signs of life."""


@dataclass(frozen=True, slots=True)
class ClaimedJob:
    """A job in the hands of one worker. ``fencing`` tells this claim from every other."""

    id: UUID
    practice_id: UUID
    kind: str
    payload: Mapping[str, str]
    attempts: int
    max_attempts: int
    fencing: int

    @property
    def last_attempt(self) -> bool:
        """Whether a failure now would be the last."""
        return self.attempts >= self.max_attempts

    @property
    def exhausted(self) -> bool:
        """Whether it was taken as often as it may be already, and nobody lived to say how it went."""
        return self.attempts > self.max_attempts

    def id_of(self, name: str) -> UUID:
        """Return an id of the payload."""
        return UUID(self.payload[name])


class TryAgain(Exception):
    """The job could not be done now; ``code`` is shown to whoever looks after the jobs."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class GiveUp(Exception):
    """The job cannot be done, however often it is tried."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


Handler: TypeAlias = Callable[[Work, ClaimedJob], None]
"""Does a job within one transaction. Raises TryAgain or GiveUp; anything else that it raises counts as TryAgain."""


class OutsideHandler(Protocol):
    """Does a job whose middle touches the outside world, where no transaction reaches."""

    def before(self, work: Work, job: ClaimedJob) -> Any:
        """Decide, and write down what is about to be done: committed before ``outside`` runs. None: nothing to do."""
        ...

    def outside(self, prepared: Any) -> Any:
        """Do it, without a transaction; return how it went."""
        ...

    def after(self, work: Work, job: ClaimedJob, outcome: Any) -> TryAgain | None:
        """Write down how it went, in the transaction that completes the job; returns TryAgain to repeat it."""
        ...

    def abandoned(self, work: Work, job: ClaimedJob) -> None:
        """Write down that nobody will try it again, in the transaction in which it is given up."""
        ...


Chore: TypeAlias = Callable[[Work], None]
"""Something that the worker looks after in each practice once a minute: what nobody asked for but time."""


@dataclass(frozen=True, slots=True)
class JobRules:
    """Which jobs there are, who does them, and how long a claim lasts.

    ``clock`` stands in for the database's clock in rehearsals and tests, where time is moved by hand.
    """

    handlers: Mapping[str, Handler | OutsideHandler] = field(default_factory=dict)
    chores: Sequence[Chore] = ()
    lease: timedelta = LEASE
    clock: Clock | None = None


def rules_among(extras: Mapping[str, Any]) -> JobRules:
    """Return the rules that the wiring put among the extras."""
    rules = extras[JOB_RULES]
    assert isinstance(rules, JobRules)
    return rules
