"""From an id to a cycle map, or a step of one, that something in the same case may point to."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import exists, select

from couplesone.cases.access import readable
from couplesone.cases.formulation.cycle_maps.models import CycleMap, CycleNode
from couplesone.persistence.constraints import LinkedRecordMissing
from couplesone.persistence.work import Work


def require_map_of(work: Work, case_id: UUID, cycle_map_id: UUID | None) -> None:
    """Raise LinkedRecordMissing unless a map that is named belongs to the case and counts for the asker."""
    if cycle_map_id is None:
        return
    found = select(CycleMap.id).where(
        CycleMap.id == cycle_map_id,
        CycleMap.case_id == case_id,
        CycleMap.entered_in_error_at.is_(None),
        readable(work, CycleMap),
    )
    if work.db.scalar(found) is None:
        raise LinkedRecordMissing


def require_node_of(work: Work, case_id: UUID, cycle_node_id: UUID | None) -> None:
    """Raise LinkedRecordMissing unless a step that is named is in a map of the case that counts for the asker."""
    if cycle_node_id is None:
        return
    whole = exists().where(
        CycleMap.id == CycleNode.cycle_map_id,
        CycleMap.entered_in_error_at.is_(None),
        readable(work, CycleMap),
    )
    found = select(CycleNode.id).where(CycleNode.id == cycle_node_id, CycleNode.case_id == case_id, whole)
    if work.db.scalar(found) is None:
        raise LinkedRecordMissing
