"""Whether the server lives, and whether it can work."""

from __future__ import annotations

from couplesone.persistence.work import Works
from couplesone.web.routing import Router
from couplesone.web.schemas import Output

router = Router("operations")


class Health(Output):
    """The state of the server."""

    status: str


@router.read("/healthz", public="a process manager asks whether the process lives")
def get_health() -> Health:
    """Say that the process lives."""
    return Health(status="ok")


@router.read("/readyz", public="a load balancer asks whether requests can be served")
def get_readiness(works: Works) -> Health:
    """Say whether the database answers; 503 when it does not."""
    works.database.ready()
    return Health(status="ready")
