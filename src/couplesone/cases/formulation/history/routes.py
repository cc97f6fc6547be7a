"""Routes of what was tried before."""

from __future__ import annotations

from couplesone.cases.formulation.history.schemas import (
    PriorStrategyChange,
    PriorStrategyCreate,
    PriorStrategyOut,
    PriorTherapyChange,
    PriorTherapyCreate,
    PriorTherapyOut,
)
from couplesone.cases.formulation.history.service import PriorStrategyService, PriorTherapyService
from couplesone.cases.kinds.routes import ItemKind, router_of

therapies = router_of(
    ItemKind(
        noun="prior_therapy",
        plural="prior_therapies",
        service=PriorTherapyService,
        create=PriorTherapyCreate,
        change=PriorTherapyChange,
        out=PriorTherapyOut,
        recorded="Record an earlier therapy of the client, the partner, or both.",
    )
)
strategies = router_of(
    ItemKind(
        noun="prior_strategy",
        plural="prior_strategies",
        service=PriorStrategyService,
        create=PriorStrategyCreate,
        change=PriorStrategyChange,
        out=PriorStrategyOut,
        recorded="Record what the client tried before, and its effect.",
    )
)
