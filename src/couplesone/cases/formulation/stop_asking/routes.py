"""Routes of stop-asking pacts and changes of strategy."""

from __future__ import annotations

from uuid import UUID

from couplesone.cases.errors import ItemInError
from couplesone.cases.formulation.errors import PactEnded, PactExists
from couplesone.cases.formulation.stop_asking.schemas import (
    PactChange,
    PactCreate,
    PactEnd,
    PactOut,
    StrategyChangeChange,
    StrategyChangeCreate,
    StrategyChangeOut,
)
from couplesone.cases.formulation.stop_asking.service import PactService, StrategyChangeService
from couplesone.cases.kinds.routes import CLOSED, WRITE, ItemKind, router_of
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.persistence.work import Work

pacts = router_of(
    ItemKind(
        noun="stop_asking_pact",
        plural="stop_asking_pacts",
        service=PactService,
        create=PactCreate,
        change=PactChange,
        out=PactOut,
        recorded="Record that the client stops asking from a day on; one pact at a time.",
        answers=(PactExists,),
        composite=True,
    )
)
strategy_changes = router_of(
    ItemKind(
        noun="strategy_change",
        plural="strategy_changes",
        service=StrategyChangeService,
        create=StrategyChangeCreate,
        change=StrategyChangeChange,
        out=StrategyChangeOut,
        recorded="Record that the client gave up one strategy for another, and why.",
    )
)


@pacts.act(
    "/v1/stop-asking-pacts/{stop_asking_pact_id}/end",
    answers="get_stop_asking_pact",
    permission=WRITE,
    problems=(*CLOSED, ItemInError, PactEnded, DatesOutOfOrder),
)
def end_stop_asking_pact(work: Work, stop_asking_pact_id: UUID, body: PactEnd, version: int) -> PactOut:
    """End a pact, kept or not."""
    service = PactService(work)
    return PactOut.model_validate(service.end(stop_asking_pact_id, body.ended_on, body.reason, version))
