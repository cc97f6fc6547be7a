"""Routes of ultimatums."""

from __future__ import annotations

from uuid import UUID

from couplesone.cases.errors import ItemInError
from couplesone.cases.formulation.errors import UltimatumTransitionRefused
from couplesone.cases.formulation.ultimatums import moves
from couplesone.cases.formulation.ultimatums.schemas import (
    UltimatumChange,
    UltimatumCreate,
    UltimatumMove,
    UltimatumOut,
)
from couplesone.cases.formulation.ultimatums.service import UltimatumService
from couplesone.cases.kinds.routes import CLOSED, WRITE, ItemKind, router_of
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.persistence.work import Work

router = router_of(
    ItemKind(
        noun="ultimatum",
        plural="ultimatums",
        service=UltimatumService,
        create=UltimatumCreate,
        change=UltimatumChange,
        out=UltimatumOut,
        recorded="Record an ultimatum that the client considers or has given, and how ambivalent they are.",
        composite=True,
    )
)
_ONE = "/v1/ultimatums/{ultimatum_id}"
_MOVE = (*CLOSED, ItemInError, UltimatumTransitionRefused, DatesOutOfOrder)


@router.act(f"{_ONE}/issue", answers="get_ultimatum", permission=WRITE, problems=_MOVE)
def issue_ultimatum(work: Work, ultimatum_id: UUID, body: UltimatumMove, version: int) -> UltimatumOut:
    """Note that the client gave the ultimatum."""
    service = UltimatumService(work)
    return UltimatumOut.model_validate(service.move(ultimatum_id, moves.ISSUE, body.occurred_on, version))


@router.act(f"{_ONE}/withdraw", answers="get_ultimatum", permission=WRITE, problems=_MOVE)
def withdraw_ultimatum(work: Work, ultimatum_id: UUID, body: UltimatumMove, version: int) -> UltimatumOut:
    """Note that the client took the ultimatum back, or decided against giving it."""
    service = UltimatumService(work)
    return UltimatumOut.model_validate(service.move(ultimatum_id, moves.WITHDRAW, body.occurred_on, version))


@router.act(f"{_ONE}/enforce", answers="get_ultimatum", permission=WRITE, problems=_MOVE)
def enforce_ultimatum(work: Work, ultimatum_id: UUID, body: UltimatumMove, version: int) -> UltimatumOut:
    """Note that the client did what the ultimatum said; safety is to be screened again."""
    service = UltimatumService(work)
    return UltimatumOut.model_validate(service.move(ultimatum_id, moves.ENFORCE, body.occurred_on, version))
