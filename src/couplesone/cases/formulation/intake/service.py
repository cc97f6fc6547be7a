"""The intake profile of a case."""

from __future__ import annotations

from couplesone.cases.formulation.intake.models import IntakeProfile
from couplesone.cases.kinds.service import ItemService


class IntakeProfileService(ItemService[IntakeProfile]):
    """The intake profile of a case: one that counts."""

    kind = IntakeProfile
    day = "taken_on"
