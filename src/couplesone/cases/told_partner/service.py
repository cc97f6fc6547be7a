"""Recording what the partner was told, agreeing on what to tell, and saying whether the partner knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from couplesone.cases.access import case_for, item_to_change, readable
from couplesone.cases.kinds.service import ItemService
from couplesone.cases.models import Case
from couplesone.cases.records import Shown, record_item
from couplesone.cases.told_partner.codes import PartnerInformed, Shared, TellingIntent, ToldBy
from couplesone.cases.told_partner.errors import TellingHeld
from couplesone.cases.told_partner.guard import telling_is_held, telling_shows_danger
from couplesone.cases.told_partner.models import PartnerTelling, PartnerTellingPart, TransparencyPlan
from couplesone.cases.told_partner.parts import put_shared, put_what, shared_in, what_of
from couplesone.cases.told_partner.pressing import count_as_pressure
from couplesone.cases.told_partner.schemas import (
    PartnerInformedOut,
    TellingChange,
    TellingCreate,
    TransparencyPlanCreate,
    TransparencyPlanOut,
)
from couplesone.kernel.errors import invalid_field
from couplesone.persistence.work import Work


class TellingService(ItemService[PartnerTelling]):
    """What the client told the partner. Recording it is never blocked; only planning it is."""

    kind = PartnerTelling

    def enter(self, case: Case, content: TellingCreate) -> PartnerTelling:
        """Insert the telling with what was shared; a second unprompted one soon after counts as pressure."""
        telling = record_item(self.work, case, PartnerTelling, content)
        put_shared(self.work, telling.id, content.shared)
        count_as_pressure(self.work, case.id)
        return telling

    def change(self, item_id: UUID, change: TellingChange, version: int) -> Any:  # type: ignore[override]
        """Change a telling; whether it counts as pressure follows."""
        telling = item_to_change(self.work, PartnerTelling, item_id, version)
        self._has_come(change)
        sent = change.changes()
        if (shared := sent.pop("shared", None)) is not None:
            put_shared(self.work, telling.id, shared)
            self.work.touch(telling)
        for name, value in sent.items():
            setattr(telling, name, value)
        count_as_pressure(self.work, telling.case_id)
        return self._one(telling)

    def mark_in_error(self, item_id: UUID, reason: str, version: int) -> Any:
        """Mark a telling as an error; the attempt that it counted as goes with it."""
        super().mark_in_error(item_id, reason, version)
        telling = self.work.get(PartnerTelling, item_id)
        count_as_pressure(self.work, telling.case_id)
        return self._one(telling)

    def shown(self, items: Sequence[PartnerTelling]) -> Sequence[Any]:
        """Bring what was shared: one statement."""
        shared = shared_in(self.work, [item.id for item in items])
        return [
            Shown(item, shared=shared[item.id], counts_as_pressure=item.pressure_event_id is not None)
            for item in items
        ]


class TransparencyPlanService(ItemService[TransparencyPlan]):
    """What is agreed with the client on telling the partner; advised, never required (S1.14, S2.63)."""

    kind = TransparencyPlan

    def enter(self, case: Case, content: TransparencyPlanCreate) -> TransparencyPlan:
        """Insert the plan.

        Raises TellingHeld for one that would tell where that is unsafe, ValidationFailed for one that says to
        tell nothing, or names what to tell although nobody will.
        """
        tells = content.intent is TellingIntent.TELL
        if tells != bool(content.what):
            raise invalid_field(
                "/what", "tell_names_what", "A plan to tell names what; any other names nothing."
            )
        if not tells and content.by_whom is not None:
            raise invalid_field("/by_whom", "nobody_tells", "Only a plan to tell names who tells.")
        if tells and telling_is_held(self.work, case.id):
            raise TellingHeld
        by_whom = content.by_whom or ToldBy.CLIENT
        plan = record_item(
            self.work, case, TransparencyPlan, content, by_whom=by_whom.value if tells else None
        )
        put_what(self.work, plan.id, content.what)
        return plan

    def shown(self, items: Sequence[TransparencyPlan]) -> Sequence[Any]:
        """Bring what is to be told: one statement."""
        what = what_of(self.work, [item.id for item in items])
        return [Shown(item, what=what[item.id]) for item in items]


def partner_informed(work: Work, case_id: UUID) -> PartnerInformedOut:
    """Return whether the partner knows, and the plan that holds: a constant number of statements (S3.24).

    Unsafe comes first, by a safety flag or by the latest plan; then what was told decides.
    """
    case = case_for(work, case_id)
    plan = work.db.scalar(
        select(TransparencyPlan)
        .where(
            TransparencyPlan.case_id == case.id,
            TransparencyPlan.entered_in_error_at.is_(None),
            readable(work, TransparencyPlan),
        )
        .order_by(TransparencyPlan.occurred_on.desc(), TransparencyPlan.id.desc())
        .limit(1)
    )
    informed_on = work.db.scalar(
        select(PartnerTelling.occurred_on)
        .join(PartnerTellingPart, PartnerTellingPart.telling_id == PartnerTelling.id)
        .where(
            PartnerTelling.case_id == case.id,
            PartnerTelling.entered_in_error_at.is_(None),
            PartnerTellingPart.shared == Shared.ATTENDS_THERAPY.value,
            readable(work, PartnerTelling),
        )
        .order_by(PartnerTelling.occurred_on)
        .limit(1)
    )
    unsafe = telling_shows_danger(work, case.id) or (plan is not None and plan.intent == TellingIntent.UNSAFE)
    known = PartnerInformed.NO if informed_on is None else PartnerInformed.YES
    return PartnerInformedOut(
        case_id=case.id,
        state=PartnerInformed.UNSAFE if unsafe else known,
        informed_on=informed_on,
        plan=_plan_shown(work, plan),
    )


def _plan_shown(work: Work, plan: TransparencyPlan | None) -> TransparencyPlanOut | None:
    if plan is None:
        return None
    return TransparencyPlanOut.model_validate(TransparencyPlanService(work).shown([plan])[0])
