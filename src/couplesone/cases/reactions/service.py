"""Reactions of the client."""

from __future__ import annotations

from couplesone.cases.kinds.service import ItemService
from couplesone.cases.models import Reaction


class ReactionService(ItemService[Reaction]):
    """Reactions of the client."""

    kind = Reaction
