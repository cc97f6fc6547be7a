"""Recording and correcting ratings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from couplesone.cases.access import case_for, case_to_write, item_for, item_to_change, readable
from couplesone.cases.corrections import history
from couplesone.cases.errors import ItemInError
from couplesone.cases.records import mark_in_error, record_item
from couplesone.kernel.clock import series_week
from couplesone.persistence.paging import Page, PageRequest, keyset, page_of
from couplesone.persistence.work import Work
from couplesone.plans.goals.moves import require_rated
from couplesone.plans.models import Correction, Goal, Rating
from couplesone.plans.ratings.schemas import RatingCorrection, RatingCreate
from couplesone.plans.shown import Shown
from couplesone.plans.weeks import week_to_record


class RatingService:
    """Ratings of a goal: one a week from each source (decisions.md 34)."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def record(self, goal_id: UUID, rating: RatingCreate) -> Shown:
        """Record the level of a goal in a week.

        Raises GoalNotActive, ItemInError, RatingExists, and DatesOutOfOrder for a week that has not begun or lies
        before the case.
        """
        goal = item_for(self.work, Goal, goal_id)
        case = case_to_write(self.work, goal.case_id)
        if goal.entered_in_error_at is not None:
            raise ItemInError
        require_rated(goal)
        monday = week_to_record(rating.week_of, opened_on=case.opened_on, today=self.work.today)
        record = record_item(self.work, case, Rating, rating, goal_id=goal.id, week_of=monday)
        return self._week(record, case.opened_on, 0)

    def list(self, goal_id: UUID, page: PageRequest) -> Page[Shown]:
        """Return the ratings of a goal, the latest week first, those entered in error among them."""
        goal = item_for(self.work, Goal, goal_id)
        statement = select(Rating).where(Rating.goal_id == goal.id, readable(self.work, Rating))
        statement = keyset(
            statement, page, Rating.week_of, Rating.id, parse=date.fromisoformat, descending=True
        )
        self.work.keyring.load([goal.client_id])
        found = page_of(self.work.db.scalars(statement).all(), page, lambda it: (it.week_of, it.id))
        return Page(self._shown(found.items), found.next_cursor)

    def get(self, rating_id: UUID) -> Shown:
        """Return one rating."""
        return self._shown([item_for(self.work, Rating, rating_id)])[0]

    def correct(self, rating_id: UUID, correction: RatingCorrection, version: int) -> Shown:
        """Correct a rating and keep what it said; ValidationFailed if it says the same already."""
        rating = item_to_change(self.work, Rating, rating_id, version)
        before = _content(rating)
        for name, value in correction.changes().items():
            if name != "reason":
                setattr(rating, name, value)
        history.correct(
            self.work,
            Correction.rating_id,
            rating,
            before=before,
            now=_content(rating),
            reason=correction.reason,
        )
        return self._shown([rating])[0]

    def corrections(self, rating_id: UUID, page: PageRequest) -> Page[Any]:
        """Return what a rating said before each of its corrections."""
        return history.corrections_of(
            self.work, Correction.rating_id, item_for(self.work, Rating, rating_id), page
        )

    def mark_in_error(self, rating_id: UUID, reason: str, version: int) -> Shown:
        """Mark a rating as entered in error: kept, and its week is free again."""
        rating = item_to_change(self.work, Rating, rating_id, version)
        return self._shown([mark_in_error(self.work, rating, reason)])[0]

    def _shown(self, ratings: Sequence[Rating]) -> Sequence[Shown]:
        if not ratings:
            return []
        opened_on = case_for(self.work, ratings[0].case_id).opened_on
        counts = history.count_corrections(self.work, Correction.rating_id, [it.id for it in ratings])
        return [self._week(rating, opened_on, counts.get(rating.id, 0)) for rating in ratings]

    @staticmethod
    def _week(rating: Rating, opened_on: date, corrections: int) -> Shown:
        return Shown(rating, week=series_week(opened_on, rating.week_of), corrections=corrections)


def _content(rating: Rating) -> dict[str, Any]:
    return {"level": rating.level, "note": rating.note}
