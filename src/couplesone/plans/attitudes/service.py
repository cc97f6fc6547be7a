"""Taking attitudes before and after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from couplesone.cases.access import OpenCase, item_to_change
from couplesone.cases.kinds.service import ItemService
from couplesone.cases.records import Shown
from couplesone.kernel.errors import not_before, not_in_the_future
from couplesone.plans.attitudes.models import SLIDERS, AttitudeRating
from couplesone.plans.attitudes.schemas import (
    AttitudeRatingAgain,
    AttitudeRatingChange,
    AttitudeRatingCreate,
)
from couplesone.safety.blocks import require_clear
from couplesone.safety.codes import Guarded


class AttitudeService(ItemService[AttitudeRating]):
    """The attitude ratings of a case."""

    kind = AttitudeRating

    def enter(self, case: OpenCase, content: AttitudeRatingCreate) -> AttitudeRating:
        """Take the sliders for the first time; SafetyBlock if they are meant as homework and that may not be given."""
        if content.homework:
            require_clear(self.work, case.id, Guarded.COMPASSION_HOMEWORK)
        rating = AttitudeRating(
            **content.model_dump(exclude={"before"}),
            case_id=case.id,
            client_id=case.client_id,
            recorded_by=self.work.staff_id,
        )
        rating.put("before", content.before.model_dump())
        return self.work.add(rating)

    def change(self, item_id: UUID, change: AttitudeRatingChange, version: int) -> Any:  # type: ignore[override]
        """Correct the first rating; DatesOutOfOrder if it were later than the second."""
        rating = item_to_change(self.work, AttitudeRating, item_id, version)
        not_in_the_future(change.occurred_on, self.work.today, "/occurred_on")
        not_before(rating.again_on, change.occurred_on, "/occurred_on")
        for name, value in change.changes().items():
            if name == "before":
                rating.put("before", value.model_dump())
            else:
                setattr(rating, name, value)
        self.work.flush()
        return self._one(rating)

    def again(self, item_id: UUID, content: AttitudeRatingAgain, version: int) -> Any:
        """Take the sliders again; a later rating takes the place of an earlier one. Raises DatesOutOfOrder."""
        rating = item_to_change(self.work, AttitudeRating, item_id, version)
        day = content.again_on or self.work.today
        not_in_the_future(day, self.work.today, "/again_on")
        not_before(day, rating.occurred_on, "/again_on")
        rating.again_on = day
        rating.put("after", content.after.model_dump())
        self.work.flush()
        return self._one(rating)

    def shown(self, items: Sequence[AttitudeRating]) -> Sequence[Any]:
        """Bring the sliders, and how far each moved."""
        return [_shown(item) for item in items]


def _shown(rating: AttitudeRating) -> Shown:
    before, after = rating.taken("before"), rating.taken("after")
    moved = None
    if before is not None and after is not None:
        moved = {slider: after[slider] - before[slider] for slider in SLIDERS}
    return Shown(rating, before=before, after=after, change=moved)
