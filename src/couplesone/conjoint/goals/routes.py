"""Routes of goals that are taken along."""

from __future__ import annotations

from uuid import UUID

from couplesone.cases.errors import CaseClosed, NotAConjointPart
from couplesone.clients.errors import ClientArchived
from couplesone.conjoint.errors import GoalNotTheirs
from couplesone.conjoint.goals.schemas import GoalsCarried
from couplesone.conjoint.goals.service import carry_goals as carry
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.plans.treatment.schemas import PlanOut
from couplesone.plans.treatment.service import PlanService
from couplesone.web.routing import Router

router = Router("conjoint")


@router.create(
    "/v1/cases/{case_id}/carried-goals",
    answers="get_plan",
    permission=Permission.PLAN_WRITE,
    problems=(CaseClosed, ClientArchived, NotAConjointPart, GoalNotTheirs, DatesOutOfOrder),
)
def carry_goals(work: Work, case_id: UUID, body: GoalsCarried) -> PlanOut:
    """Take the goals that the client chose along into the draft plan of their part of a conjoint case."""
    return PlanOut.model_validate(PlanService(work).get(carry(work, case_id, body), goals=True))
