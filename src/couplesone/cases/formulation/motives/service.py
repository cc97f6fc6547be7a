"""Motive checks of a case: asked at intake and again at every stage."""

from __future__ import annotations

from couplesone.cases.formulation.motives.models import MotiveCheck
from couplesone.cases.formulation.motives.schemas import MotiveCheckCreate
from couplesone.cases.kinds.service import ItemService
from couplesone.cases.models import Case
from couplesone.cases.records import record_item


class MotiveCheckService(ItemService[MotiveCheck]):
    """Motive checks of a case."""

    kind = MotiveCheck

    def enter(self, case: Case, content: MotiveCheckCreate) -> MotiveCheck:
        """Insert the check, at the case's present stage unless it names another."""
        stage = case.stage if content.stage is None else content.stage
        return record_item(self.work, case, MotiveCheck, content, stage=stage)
