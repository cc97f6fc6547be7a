"""Who is asking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self
from uuid import UUID

from couplesone.kernel.permissions import (
    CLIENT_GRANTS,
    WORKER_GRANTS,
    Permission,
    PermissionDenied,
    Purpose,
    Reach,
    Role,
    reaches,
)


class ActorKind(StrEnum):
    """Through what somebody acts."""

    STAFF = "staff"
    API_KEY = "api_key"
    CLIENT = "client"
    PARTNER = "partner"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Principal:
    """Somebody who proved who they are, detached from any table.

    An API key acts for the member of staff who made it, within its scopes and that person's caseload. A client
    acts through an access link, which is the credential: for themself, and for the link's purpose only; so does an
    invited partner, who reaches nobody's records. The system
    without a role is the worker that does jobs: it may do what ``WORKER_GRANTS`` lists and nothing else.
    """

    kind: ActorKind
    practice_id: UUID
    staff_id: UUID | None
    credential_id: UUID | None
    roles: frozenset[Role]
    scopes: frozenset[Permission] | None = None
    test_mode: bool = False
    clinical_lead: bool = False
    client_id: UUID | None = None
    purpose: Purpose | None = None
    reach: Mapping[Permission, Reach] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_link = None if self.purpose is None else CLIENT_GRANTS[self.purpose]
        by_role = reaches(self.roles, self.scopes, clinical_lead=self.clinical_lead)
        reach = by_role if by_link is None else by_link
        if self.kind is ActorKind.SYSTEM and not self.roles:
            reach = WORKER_GRANTS
        object.__setattr__(self, "reach", reach)

    @classmethod
    def worker(cls, practice_id: UUID) -> Self:
        """Return who does the background work of a practice."""
        return cls(
            kind=ActorKind.SYSTEM,
            practice_id=practice_id,
            staff_id=None,
            credential_id=None,
            roles=frozenset(),
        )

    def may(self, permission: Permission) -> bool:
        """Say whether the permission is held at all, for at least some clients."""
        return permission in self.reach

    def require(self, permission: Permission) -> Reach:
        """Return the reach of a permission; PermissionDenied when it is not held."""
        if (reach := self.reach.get(permission)) is None:
            raise PermissionDenied
        return reach
