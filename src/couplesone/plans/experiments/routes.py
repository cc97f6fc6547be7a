"""Routes of experiments."""

from __future__ import annotations

from uuid import UUID

from couplesone.cases.errors import CaseClosed, ItemInError
from couplesone.cases.kinds.routes import ItemKind, router_of
from couplesone.cases.wording import ConfirmationNeedsClinician
from couplesone.clients.errors import ClientArchived
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.plans.errors import GoalOutsideOwnControl
from couplesone.plans.experiments.errors import ExperimentTransitionRefused
from couplesone.plans.experiments.schemas import (
    ExperimentChange,
    ExperimentCreate,
    ExperimentDrop,
    ExperimentFinish,
    ExperimentOut,
)
from couplesone.plans.experiments.service import ExperimentService
from couplesone.safety.errors import SafetyBlock

READ, WRITE = Permission.PLAN_READ, Permission.PLAN_WRITE
OWN_CONTROL = (GoalOutsideOwnControl, ConfirmationNeedsClinician)
MOVE = (CaseClosed, ClientArchived, ItemInError, ExperimentTransitionRefused, DatesOutOfOrder)
_ONE = "/v1/experiments/{experiment_id}"

router = router_of(
    ItemKind(
        noun="experiment",
        plural="experiments",
        service=ExperimentService,
        create=ExperimentCreate,
        change=ExperimentChange,
        out=ExperimentOut,
        recorded="Plan an experiment: a move of the client's own, for a day that may lie ahead.",
        answers=(*OWN_CONTROL, SafetyBlock),
        changes=(*OWN_CONTROL, ExperimentTransitionRefused),
        tag="experiments",
        read=READ,
        write=WRITE,
        composite=True,
    )
)


@router.act(f"{_ONE}/finish", answers="get_experiment", permission=WRITE, problems=MOVE)
def finish_experiment(work: Work, experiment_id: UUID, body: ExperimentFinish, version: int) -> ExperimentOut:
    """Note that the move was made, and what was observed."""
    return ExperimentOut.model_validate(ExperimentService(work).finish(experiment_id, body, version))


@router.act(f"{_ONE}/drop", answers="get_experiment", permission=WRITE, problems=MOVE)
def drop_experiment(work: Work, experiment_id: UUID, body: ExperimentDrop, version: int) -> ExperimentOut:
    """Let a planned experiment go."""
    found = ExperimentService(work).drop(experiment_id, body.dropped_on, body.reason, version)
    return ExperimentOut.model_validate(found)
