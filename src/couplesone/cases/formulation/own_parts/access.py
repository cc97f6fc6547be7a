"""Own-part items as other rooms see them: an experiment grows out of one (S3.21)."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from couplesone.cases.access import readable
from couplesone.cases.formulation.own_parts.models import OwnPartItem
from couplesone.persistence.constraints import LinkedRecordMissing
from couplesone.persistence.work import Work


def require_own_part_of(work: Work, case_id: UUID, own_part_item_id: UUID | None) -> None:
    """Raise LinkedRecordMissing unless an own part that is named is one of the case and counts for the asker.

    Whoever refers to own parts does so with a nullable ``own_part_item_id`` and a key to ``own_part_items``.
    """
    if own_part_item_id is None:
        return
    found = select(OwnPartItem.id).where(
        OwnPartItem.id == own_part_item_id,
        OwnPartItem.case_id == case_id,
        OwnPartItem.entered_in_error_at.is_(None),
        readable(work, OwnPartItem),
    )
    if work.db.scalar(found) is None:
        raise LinkedRecordMissing
