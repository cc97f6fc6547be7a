"""Attempts to involve the partner."""

from __future__ import annotations

from couplesone.cases.kinds.service import ItemService
from couplesone.cases.models import PressureEvent


class PressureService(ItemService[PressureEvent]):
    """Attempts to involve the partner."""

    kind = PressureEvent
