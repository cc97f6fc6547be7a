"""Filling the worksheet of the control circle."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from couplesone.cases.access import OpenCase, case_for, item_to_change
from couplesone.cases.kinds.service import ItemService
from couplesone.cases.records import Shown
from couplesone.cases.wording import names_in
from couplesone.kernel.errors import not_in_the_future
from couplesone.plans import conduct
from couplesone.plans.conduct import Part, Wording
from couplesone.plans.control_circles.models import ControlCircle
from couplesone.plans.control_circles.schemas import ControlCircleChange, ControlCircleCreate
from couplesone.plans.errors import GoalOutsideOwnControl


class ControlCircleService(ItemService[ControlCircle]):
    """The control circles of a case."""

    kind = ControlCircle

    def enter(self, case: OpenCase, content: ControlCircleCreate) -> ControlCircle:
        """Record a worksheet; GoalOutsideOwnControl where something inside is not the client's own conduct."""
        self._judge(case, content.inside)
        circle = ControlCircle(
            **content.model_dump(exclude={"inside", "outside"}),
            case_id=case.id,
            client_id=case.client_id,
            recorded_by=self.work.staff_id,
            inside_texts=_kept(content.inside),
            outside_texts=_kept(content.outside),
        )
        return self.work.add(circle)

    def change(self, item_id: UUID, change: ControlCircleChange, version: int) -> Any:  # type: ignore[override]
        """Change a worksheet; what is inside is judged again."""
        circle = item_to_change(self.work, ControlCircle, item_id, version)
        not_in_the_future(change.occurred_on, self.work.today, "/occurred_on")
        for name, value in change.changes().items():
            if name == "occurred_on":
                circle.occurred_on = value
            else:
                setattr(circle, f"{name}_texts", _kept(value))
        if "inside" in change.model_fields_set:
            self._judge(case_for(self.work, circle.case_id), change.inside)
        self.work.flush()
        return self._one(circle)

    def shown(self, items: Sequence[ControlCircle]) -> Sequence[Any]:
        """Bring both lists."""
        return [
            Shown(item, inside=json.loads(item.inside_texts), outside=json.loads(item.outside_texts))
            for item in items
        ]

    def _judge(self, case: OpenCase, inside: Sequence[str]) -> None:
        names = names_in(self.work, case.client_id, case.partner_id)
        texts = [Wording(f"/inside/{place}", text, Part.OUTCOME) for place, text in enumerate(inside)]
        if findings := conduct.wording_findings(texts, names):
            raise GoalOutsideOwnControl(errors=findings, extra={"confirmable": False})


def _kept(texts: Sequence[str]) -> str:
    return json.dumps(list(texts), ensure_ascii=False)
