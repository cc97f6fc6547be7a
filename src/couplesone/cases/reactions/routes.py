"""Routes of reactions."""

from __future__ import annotations

from couplesone.cases.kinds.routes import ItemKind, router_of
from couplesone.cases.reactions.schemas import ReactionChange, ReactionCreate, ReactionOut
from couplesone.cases.reactions.service import ReactionService

router = router_of(
    ItemKind(
        noun="reaction",
        plural="reactions",
        service=ReactionService,
        create=ReactionCreate,
        change=ReactionChange,
        out=ReactionOut,
        recorded="Record what the refusal does to the client on a day, from 0 to 10.",
    )
)
