"""Routes of motive checks."""

from __future__ import annotations

from couplesone.cases.formulation.motives.schemas import MotiveCheckChange, MotiveCheckCreate, MotiveCheckOut
from couplesone.cases.formulation.motives.service import MotiveCheckService
from couplesone.cases.kinds.routes import ItemKind, router_of

router = router_of(
    ItemKind(
        noun="motive_check",
        plural="motive_checks",
        service=MotiveCheckService,
        create=MotiveCheckCreate,
        change=MotiveCheckChange,
        out=MotiveCheckOut,
        recorded="Record what the client wants of the therapy, as asked at a stage.",
    )
)
