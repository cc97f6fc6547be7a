"""Hopes of a case."""

from __future__ import annotations

from couplesone.cases.kinds.service import ItemService
from couplesone.cases.models import Hope


class HopeService(ItemService[Hope]):
    """Hopes of a case."""

    kind = Hope
