"""The things that a telling or a plan consists of: kept as rows, shown as a list of codes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select

from couplesone.cases.told_partner.codes import Shared
from couplesone.cases.told_partner.models import PartnerTellingPart, TransparencyPlanPart
from couplesone.persistence.work import Work


def put_shared(work: Work, telling_id: UUID, shared: Iterable[Shared]) -> None:
    """Let a telling consist of these things, each once."""
    work.db.execute(delete(PartnerTellingPart).where(PartnerTellingPart.telling_id == telling_id))
    work.add_all([PartnerTellingPart(telling_id=telling_id, shared=one.value) for one in _once(shared)])


def put_what(work: Work, plan_id: UUID, what: Iterable[Shared]) -> None:
    """Let a plan consist of these things, each once."""
    work.add_all([TransparencyPlanPart(plan_id=plan_id, shared=one.value) for one in _once(what)])


def shared_in(work: Work, telling_ids: Collection[UUID]) -> dict[UUID, list[Shared]]:
    """Return what was shared in each telling, in one statement."""
    columns = PartnerTellingPart.telling_id, PartnerTellingPart.shared
    rows = work.db.execute(select(*columns).where(PartnerTellingPart.telling_id.in_(telling_ids)))
    return _by_id(rows.all())


def what_of(work: Work, plan_ids: Collection[UUID]) -> dict[UUID, list[Shared]]:
    """Return what each plan is to tell, in one statement."""
    columns = TransparencyPlanPart.plan_id, TransparencyPlanPart.shared
    rows = work.db.execute(select(*columns).where(TransparencyPlanPart.plan_id.in_(plan_ids)))
    return _by_id(rows.all())


def _once(codes: Iterable[Shared]) -> list[Shared]:
    asked = set(codes)
    return [code for code in Shared if code in asked]


def _by_id(rows: Sequence[Any]) -> dict[UUID, list[Shared]]:
    found: dict[UUID, set[Shared]] = defaultdict(set)
    for owner, code in rows:
        found[owner].add(Shared(code))
    return defaultdict(list, {owner: _once(codes) for owner, codes in found.items()})
