"""From an id to a conjoint case that the asker may know of: only who cares for both parts may."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, select
from sqlalchemy.orm import aliased

from couplesone.clients.caseload import in_caseload
from couplesone.conjoint.codes import ConjointStatus, Missing
from couplesone.conjoint.errors import ConjointClosed, ConjointNotReady, NotOneOfTheTwo
from couplesone.conjoint.models import ConjointAgreement, ConjointCase, ConjointPart
from couplesone.kernel.errors import RecordNotFound
from couplesone.persistence.work import Work
from couplesone.safety.blocks import standing

R = TypeVar("R", bound=Any)


@dataclass(frozen=True, slots=True)
class Both:
    """A conjoint case and its two parts, in their order."""

    case: ConjointCase
    parts: Sequence[ConjointPart]

    def part_of(self, client_id: UUID) -> ConjointPart:
        """Return the part of one of the two; NotOneOfTheTwo."""
        for part in self.parts:
            if part.client_id == client_id:
                return part
        raise NotOneOfTheTwo


def reaches_both(work: Work, conjoint_case_id: Any) -> ColumnElement[bool]:
    """Return the condition that the actor's permission reaches both parts of a conjoint case."""
    found = []
    for position in (1, 2):
        part = aliased(ConjointPart)
        found.append(
            exists().where(
                part.conjoint_case_id == conjoint_case_id,
                part.position == position,
                in_caseload(work, part.client_id, case_id=part.case_id),
            )
        )
    return and_(*found)


def conjoint_for(work: Work, conjoint_case_id: UUID) -> Both:
    """Return the conjoint case if the asker may know of it; RecordNotFound otherwise, as for an unknown id."""
    reached = ConjointCase.id == conjoint_case_id, reaches_both(work, ConjointCase.id)
    case = work.db.scalar(select(ConjointCase).where(*reached))
    if case is None:
        raise RecordNotFound
    return Both(case, parts_of(work, [case.id])[case.id])


def conjoint_to_write(work: Work, conjoint_case_id: UUID) -> Both:
    """Return the conjoint case if something may be recorded in it; ConjointClosed if not."""
    both = conjoint_for(work, conjoint_case_id)
    if both.case.status == ConjointStatus.CLOSED.value:
        raise ConjointClosed
    return both


def of_conjoint(work: Work, kind: type[R], record_id: UUID) -> R:
    """Return a record of a conjoint case that the asker may know of; RecordNotFound otherwise."""
    reached = reaches_both(work, kind.conjoint_case_id)
    found: R | None = work.db.scalar(select(kind).where(kind.id == record_id, reached))
    if found is None:
        raise RecordNotFound
    return found


def parts_of(work: Work, conjoint_case_ids: Sequence[UUID]) -> dict[UUID, list[ConjointPart]]:
    """Return the parts of conjoint cases in their order, in one statement."""
    found: dict[UUID, list[ConjointPart]] = {one: [] for one in conjoint_case_ids}
    for part in work.db.scalars(
        select(ConjointPart)
        .where(ConjointPart.conjoint_case_id.in_(conjoint_case_ids))
        .order_by(ConjointPart.position)
    ):
        found[part.conjoint_case_id].append(part)
    return found


def missing(work: Work, both: Both) -> list[Missing]:
    """Return what is missing before anything joint is recorded: of whom, it does not say."""
    signed = work.db.execute(
        select(ConjointAgreement.client_id, ConjointAgreement.text_sha256).where(
            ConjointAgreement.conjoint_case_id == both.case.id, ConjointAgreement.withdrawn_at.is_(None)
        )
    ).all()
    agreed = len(signed) == len(both.parts) and len({row.text_sha256 for row in signed}) == 1
    clear = [standing(work, part.case_id).clear for part in both.parts]  # of both, whatever the first says
    lacking = {Missing.NO_SECRETS_AGREEMENT: not agreed, Missing.SAFETY: not all(clear)}
    return [what for what, lacks in lacking.items() if lacks]


def require_ready(work: Work, both: Both) -> None:
    """Raise ConjointNotReady, with what is missing, unless both agreed and were found safe alone."""
    if lacking := missing(work, both):
        raise ConjointNotReady(extra={"missing": [what.value for what in lacking]})
