"""Routes of own-part items."""

from __future__ import annotations

from uuid import UUID

from couplesone.cases.errors import ItemInError
from couplesone.cases.formulation.errors import OwnPartTransitionRefused
from couplesone.cases.formulation.own_parts import moves
from couplesone.cases.formulation.own_parts.schemas import OwnPartChange, OwnPartCreate, OwnPartOut
from couplesone.cases.formulation.own_parts.service import OwnPartService
from couplesone.cases.kinds.routes import CLOSED, WRITE, ItemKind, router_of
from couplesone.persistence.work import Work

router = router_of(
    ItemKind(
        noun="own_part_item",
        plural="own_part_items",
        service=OwnPartService,
        create=OwnPartCreate,
        change=OwnPartChange,
        out=OwnPartOut,
        recorded="Record an own part that the client names; it is no admission, and never exported as one.",
        composite=True,
    )
)
_ONE = "/v1/own-part-items/{own_part_item_id}"
_MOVE = (*CLOSED, ItemInError, OwnPartTransitionRefused)


@router.act(f"{_ONE}/take-up", answers="get_own_part_item", permission=WRITE, problems=_MOVE)
def take_up_own_part_item(work: Work, own_part_item_id: UUID, version: int) -> OwnPartOut:
    """Begin, or begin again, to work on an own part."""
    return OwnPartOut.model_validate(OwnPartService(work).move(own_part_item_id, moves.TAKE_UP, version))


@router.act(f"{_ONE}/complete", answers="get_own_part_item", permission=WRITE, problems=_MOVE)
def complete_own_part_item(work: Work, own_part_item_id: UUID, version: int) -> OwnPartOut:
    """Note that the client has changed an own part."""
    return OwnPartOut.model_validate(OwnPartService(work).move(own_part_item_id, moves.COMPLETE, version))


@router.act(f"{_ONE}/set-aside", answers="get_own_part_item", permission=WRITE, problems=_MOVE)
def set_aside_own_part_item(work: Work, own_part_item_id: UUID, version: int) -> OwnPartOut:
    """Set an own part aside; it can be taken up again."""
    return OwnPartOut.model_validate(OwnPartService(work).move(own_part_item_id, moves.SET_ASIDE, version))
