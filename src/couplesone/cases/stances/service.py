"""The partner's stance, as reported: every change is kept, the latest holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from couplesone.cases.access import open_to
from couplesone.cases.kinds.service import ItemService
from couplesone.cases.models import PartnerStance
from couplesone.cases.records import Shown


class StanceService(ItemService[PartnerStance]):
    """Stances of the partner."""

    kind = PartnerStance

    def shown(self, items: Sequence[PartnerStance]) -> Sequence[Any]:
        """Say of each stance whether it holds: the latest day counts, and of one day the latest entry."""
        if not items:
            return items
        counted = PartnerStance.entered_in_error_at.is_(None), open_to(self.work.staff_id, PartnerStance)
        holding = self.work.db.scalar(
            select(PartnerStance.id)
            .where(PartnerStance.case_id == items[0].case_id, *counted)
            .order_by(PartnerStance.occurred_on.desc(), PartnerStance.id.desc())
            .limit(1)
        )
        return [Shown(item, holds=item.id == holding) for item in items]
