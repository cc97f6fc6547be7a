"""Routes of control circles."""

from __future__ import annotations

from couplesone.cases.kinds.routes import ItemKind, router_of
from couplesone.kernel.permissions import Permission
from couplesone.plans.control_circles.schemas import (
    ControlCircleChange,
    ControlCircleCreate,
    ControlCircleOut,
)
from couplesone.plans.control_circles.service import ControlCircleService
from couplesone.plans.errors import GoalOutsideOwnControl

router = router_of(
    ItemKind(
        noun="control_circle",
        plural="control_circles",
        service=ControlCircleService,
        create=ControlCircleCreate,
        change=ControlCircleChange,
        out=ControlCircleOut,
        recorded="Record what the client sees in their own hands, and what not.",
        answers=(GoalOutsideOwnControl,),
        changes=(GoalOutsideOwnControl,),
        tag="tools",
        read=Permission.PLAN_READ,
        write=Permission.PLAN_WRITE,
    )
)
