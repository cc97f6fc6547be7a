"""Whether what follows a crossed limit is the client's own act (S2.46)."""

from __future__ import annotations

from couplesone.cases.codes import About
from couplesone.cases.formulation.errors import BoundaryCommandsPartner
from couplesone.kernel.errors import FieldError


def require_client_acts(acting_person: About | None) -> None:
    """Raise BoundaryCommandsPartner, not confirmable, if somebody else than the client acts."""
    if acting_person not in (None, About.CLIENT):
        said = "This must be the client: nobody sets a boundary by what another does."
        raise BoundaryCommandsPartner(
            errors=[FieldError("/acting_person", "not_the_client", said)], extra={"confirmable": False}
        )
