"""What may be done with a member of staff, and when.

::

    active ──deactivate──▶ deactivated ──reactivate──▶ active
       └─issue a password reset

Deactivating ends every credential at once. The last active owner can be neither deactivated nor demoted.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from couplesone.identity.errors import LastOwner, StaffActive, StaffDeactivated
from couplesone.identity.models import Staff
from couplesone.identity.schemas import action
from couplesone.kernel.errors import Problem
from couplesone.kernel.permissions import Permission, PermissionDenied
from couplesone.kernel.principal import Principal
from couplesone.web.schemas import Action

DEACTIVATE: Final = "deactivate_staff_member"
REACTIVATE: Final = "reactivate_staff_member"
ISSUE_RESET: Final = "issue_password_reset"
WANTS_ACTIVE: Final[Mapping[str, bool]] = {DEACTIVATE: True, REACTIVATE: False, ISSUE_RESET: True}
"""Which operations need an active member of staff (True) or a deactivated one (False)."""


def refusal(name: str, staff: Staff, only_owner: UUID | None) -> type[Problem] | None:
    """Return why the state of things does not allow an operation, or None; ``only_owner`` is the last one left."""
    active = staff.deactivated_at is None
    if WANTS_ACTIVE[name] != active:
        return StaffActive if active else StaffDeactivated
    return LastOwner if name == DEACTIVATE and staff.id == only_owner else None


def actions_of(actor: Principal, staff: Staff, only_owner: UUID | None) -> list[Action]:
    """Return every operation on a member of staff: allowed now, or why not."""
    manages = actor.may(Permission.STAFF_MANAGE)
    return [
        action(name, refusal(name, staff, only_owner) if manages else PermissionDenied)
        for name in WANTS_ACTIVE
    ]
