"""Routes of cycle maps."""

from __future__ import annotations

from uuid import UUID

from couplesone.cases.errors import ItemInError
from couplesone.cases.formulation.cycle_maps.schemas import (
    CycleMapAgree,
    CycleMapChange,
    CycleMapCreate,
    CycleMapOut,
)
from couplesone.cases.formulation.cycle_maps.service import CycleMapService
from couplesone.cases.formulation.errors import CycleMapAgreed, CycleMapWithoutOwnReaction
from couplesone.cases.kinds.routes import CLOSED, WRITE, ItemKind, router_of
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.persistence.work import Work

router = router_of(
    ItemKind(
        noun="cycle_map",
        plural="cycle_maps",
        service=CycleMapService,
        create=CycleMapCreate,
        change=CycleMapChange,
        out=CycleMapOut,
        recorded="Draw a map of the couple's cycle; it supersedes the one before.",
        answers=(CycleMapWithoutOwnReaction,),
        changes=(CycleMapAgreed,),
        composite=True,
    )
)


@router.act(
    "/v1/cycle-maps/{cycle_map_id}/agree",
    answers="get_cycle_map",
    permission=WRITE,
    problems=(*CLOSED, ItemInError, CycleMapAgreed, DatesOutOfOrder),
)
def agree_on_cycle_map(work: Work, cycle_map_id: UUID, body: CycleMapAgree, version: int) -> CycleMapOut:
    """Note that client and therapist agreed on a map; it does not change any more."""
    return CycleMapOut.model_validate(CycleMapService(work).agree(cycle_map_id, body.agreed_on, version))
