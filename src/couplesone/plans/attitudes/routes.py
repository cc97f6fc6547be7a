"""Routes of attitude ratings."""

from __future__ import annotations

from uuid import UUID

from couplesone.cases.errors import CaseClosed, ItemInError
from couplesone.cases.kinds.routes import ItemKind, router_of
from couplesone.clients.errors import ClientArchived
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.plans.attitudes.schemas import (
    AttitudeRatingAgain,
    AttitudeRatingChange,
    AttitudeRatingCreate,
    AttitudeRatingOut,
)
from couplesone.plans.attitudes.service import AttitudeService
from couplesone.safety.errors import SafetyBlock

READ, WRITE = Permission.PLAN_READ, Permission.PLAN_WRITE

router = router_of(
    ItemKind(
        noun="attitude_rating",
        plural="attitude_ratings",
        service=AttitudeService,
        create=AttitudeRatingCreate,
        change=AttitudeRatingChange,
        out=AttitudeRatingOut,
        recorded="Take four attitudes of the client, each from 0 to 10.",
        answers=(SafetyBlock,),
        tag="tools",
        read=READ,
        write=WRITE,
    )
)


@router.act(
    "/v1/attitude-ratings/{attitude_rating_id}/again",
    answers="get_attitude_rating",
    permission=WRITE,
    problems=(CaseClosed, ClientArchived, ItemInError, DatesOutOfOrder),
)
def rate_attitudes_again(
    work: Work, attitude_rating_id: UUID, body: AttitudeRatingAgain, version: int
) -> AttitudeRatingOut:
    """Take the four attitudes again, to see how far each moved."""
    found = AttitudeService(work).again(attitude_rating_id, body, version)
    return AttitudeRatingOut.model_validate(found)
