"""Strengths and exceptions of a case."""

from __future__ import annotations

from couplesone.cases.formulation.strengths.models import Strength
from couplesone.cases.kinds.service import ItemService


class StrengthService(ItemService[Strength]):
    """Strengths and exceptions of a case."""

    kind = Strength
    day = "noted_on"
