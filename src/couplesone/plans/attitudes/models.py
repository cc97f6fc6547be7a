"""The table of attitude ratings."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Boolean, CheckConstraint, Date, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import ClinicalItem, between, item_constraints

SLIDERS = ("able", "respecting", "interested", "caring")
"""From helpless (0) to able (10), disrespectful to respecting, judging to interested, hardened to caring."""
COLUMNS = tuple(f"{slider}_{moment}" for moment in ("before", "after") for slider in SLIDERS)
_AFTER = tuple(f"{slider}_after" for slider in SLIDERS)


class AttitudeRating(ClinicalItem):
    """The client's own attitudes before, and later after, some weeks of work on them; nobody else rates them."""

    __tablename__ = "attitude_ratings"
    __table_args__ = (
        *item_constraints(),
        *(between(column, 0, 10) for column in COLUMNS),
        between("perceived_investment_gap", 0, 10),
        *(
            CheckConstraint(f"(again_on IS NULL) = ({column} IS NULL)", name=f"{column}_with_a_day")
            for column in _AFTER
        ),
        CheckConstraint("again_on IS NULL OR again_on >= occurred_on", name="again_later"),
    )

    occurred_on: Mapped[date] = mapped_column(Date)
    homework: Mapped[bool] = mapped_column(Boolean)
    perceived_investment_gap: Mapped[int | None] = mapped_column(SmallInteger)
    able_before: Mapped[int] = mapped_column(SmallInteger)
    respecting_before: Mapped[int] = mapped_column(SmallInteger)
    interested_before: Mapped[int] = mapped_column(SmallInteger)
    caring_before: Mapped[int] = mapped_column(SmallInteger)
    again_on: Mapped[date | None] = mapped_column(Date)
    able_after: Mapped[int | None] = mapped_column(SmallInteger)
    respecting_after: Mapped[int | None] = mapped_column(SmallInteger)
    interested_after: Mapped[int | None] = mapped_column(SmallInteger)
    caring_after: Mapped[int | None] = mapped_column(SmallInteger)

    def put(self, moment: str, sliders: dict[str, int]) -> None:
        """Set the four sliders of ``before`` or ``after``."""
        for slider, value in sliders.items():
            setattr(self, f"{slider}_{moment}", value)

    def taken(self, moment: str) -> dict[str, int] | None:
        """Return the four sliders of ``before`` or ``after``; None if they were not taken."""
        found = {slider: getattr(self, f"{slider}_{moment}") for slider in SLIDERS}
        return None if None in found.values() else found
