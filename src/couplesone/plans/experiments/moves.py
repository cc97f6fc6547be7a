"""Where an experiment can go, in one table.

::

               do
    (planned) ────► (done)
        │ drop
        └─────────► (dropped)

What was observed of a done experiment may be written more fully later; its outcome is never changed into another.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from couplesone.cases.errors import ItemInError
from couplesone.kernel.errors import Problem
from couplesone.plans.experiments.codes import ExperimentStatus
from couplesone.plans.experiments.errors import ExperimentTransitionRefused
from couplesone.plans.experiments.models import Experiment
from couplesone.plans.shown import offered
from couplesone.web.schemas import Action


class ExperimentMove(StrEnum):
    """What can happen to an experiment."""

    DO = "do"
    DROP = "drop"


_PLANNED, _DONE, _DROPPED = ExperimentStatus
MOVES: Final[dict[ExperimentMove, dict[ExperimentStatus, ExperimentStatus]]] = {
    ExperimentMove.DO: {_PLANNED: _DONE},
    ExperimentMove.DROP: {_PLANNED: _DROPPED},
}
"""The status that follows each status, move by move; what is not here is refused."""

_OPERATIONS: Final = {"finish_experiment": ExperimentMove.DO, "drop_experiment": ExperimentMove.DROP}


def after(move: ExperimentMove, experiment: Experiment) -> str:
    """Return the status after the move; ExperimentTransitionRefused if the table has none."""
    if refusal := _refusal(move, experiment):
        raise refusal
    return MOVES[move][ExperimentStatus(experiment.status)].value


def actions(experiment: Experiment, refusal: Problem | None) -> list[Action]:
    """Return what can be done now; ``refusal`` is what stands in the way of any change in the case."""
    first = (refusal, ItemInError if experiment.entered_in_error_at is not None else None)
    return [offered(name, *first, _refusal(move, experiment)) for name, move in _OPERATIONS.items()]


def _refusal(move: ExperimentMove, experiment: Experiment) -> Problem | None:
    known = ExperimentStatus(experiment.status) in MOVES[move]
    return None if known else ExperimentTransitionRefused()
