"""Routes of releases of the joint record."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.conjoint.errors import ReleaseNeedsBoth
from couplesone.conjoint.releases.schemas import ConjointReleaseCreate, ConjointReleaseOut
from couplesone.conjoint.releases.service import ReleaseService
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("conjoint")
_IN_CASE = "/v1/conjoint-cases/{conjoint_case_id}/releases"


@router.create(
    _IN_CASE,
    answers="get_conjoint_release",
    permission=Permission.CASE_WRITE,
    problems=(ReleaseNeedsBoth, DatesOutOfOrder),
)
def record_conjoint_release(
    work: Work, conjoint_case_id: UUID, body: ConjointReleaseCreate
) -> ConjointReleaseOut:
    """Record to whom what of the joint record is given; it takes the signed papers of both."""
    return ConjointReleaseOut.model_validate(ReleaseService(work).record(conjoint_case_id, body))


@router.read(_IN_CASE, permission=Permission.CASE_READ)
def list_conjoint_releases(
    work: Work, conjoint_case_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[ConjointReleaseOut]:
    """List the releases of the joint record, the latest first."""
    found = ReleaseService(work).list(conjoint_case_id, query.page)
    return Listing[ConjointReleaseOut].model_validate(found)


@router.read("/v1/conjoint-releases/{conjoint_release_id}", permission=Permission.CASE_READ)
def get_conjoint_release(work: Work, conjoint_release_id: UUID) -> ConjointReleaseOut:
    """Read a release of the joint record."""
    return ConjointReleaseOut.model_validate(ReleaseService(work).get(conjoint_release_id))
