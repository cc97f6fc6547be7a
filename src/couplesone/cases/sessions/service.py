"""Therapy sessions of a case."""

from __future__ import annotations

from typing import ClassVar

from couplesone.cases.kinds.service import ItemService
from couplesone.cases.models import TherapySession


class SessionService(ItemService[TherapySession]):
    """Therapy sessions of a case."""

    kind = TherapySession
    day: ClassVar[str] = "held_on"
