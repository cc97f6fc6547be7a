"""Routes of ratings."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.cases.errors import CaseClosed, ItemInError
from couplesone.cases.schemas import EnteredInError
from couplesone.clients.errors import ClientArchived
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.plans.errors import GoalNotActive, RatingExists
from couplesone.plans.ratings.schemas import RatingCorrection, RatingCorrectionOut, RatingCreate, RatingOut
from couplesone.plans.ratings.service import RatingService
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("ratings")
READ, WRITE = Permission.PLAN_READ, Permission.PLAN_WRITE
CHANGE = (CaseClosed, ClientArchived, ItemInError)
_IN_GOAL, _ONE = "/v1/goals/{goal_id}/ratings", "/v1/ratings/{rating_id}"


@router.create(
    _IN_GOAL,
    answers="get_rating",
    permission=WRITE,
    problems=(*CHANGE, GoalNotActive, RatingExists, DatesOutOfOrder),
)
def record_rating(work: Work, goal_id: UUID, body: RatingCreate) -> RatingOut:
    """Record the level of a goal in a week; one a week from each source."""
    return RatingOut.model_validate(RatingService(work).record(goal_id, body))


@router.read(_IN_GOAL, permission=READ)
def list_ratings(work: Work, goal_id: UUID, query: Annotated[PageFilters, Query()]) -> Listing[RatingOut]:
    """List the ratings of a goal, the latest week first."""
    return Listing[RatingOut].model_validate(RatingService(work).list(goal_id, query.page))


@router.read(_ONE, permission=READ)
def get_rating(work: Work, rating_id: UUID) -> RatingOut:
    """Read a rating."""
    return RatingOut.model_validate(RatingService(work).get(rating_id))


@router.change(_ONE, answers="get_rating", permission=WRITE, problems=CHANGE)
def correct_rating(work: Work, rating_id: UUID, body: RatingCorrection, version: int) -> RatingOut:
    """Correct a rating with a reason; what it said before is kept."""
    return RatingOut.model_validate(RatingService(work).correct(rating_id, body, version))


@router.read(f"{_ONE}/corrections", permission=READ)
def list_rating_corrections(
    work: Work, rating_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[RatingCorrectionOut]:
    """List what a rating said before each of its corrections, the latest first."""
    found = RatingService(work).corrections(rating_id, query.page)
    return Listing[RatingCorrectionOut].model_validate(found)


@router.act(f"{_ONE}/mark-in-error", answers="get_rating", permission=WRITE, problems=CHANGE)
def mark_rating_in_error(work: Work, rating_id: UUID, body: EnteredInError, version: int) -> RatingOut:
    """Mark a rating as entered in error; it is kept, and its week is free again."""
    return RatingOut.model_validate(RatingService(work).mark_in_error(rating_id, body.reason, version))
