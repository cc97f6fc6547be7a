"""Routes of secrets; nobody but the treating therapist, signed in, is let through."""

from __future__ import annotations

from uuid import UUID

from couplesone.cases.errors import ItemInError
from couplesone.cases.kinds.routes import CLOSED, ItemKind, router_of
from couplesone.cases.secrecy.errors import SecretResolved
from couplesone.cases.secrecy.schemas import SecretChange, SecretCreate, SecretOut, SecretResolve
from couplesone.cases.secrecy.service import SecretService
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work

router = router_of(
    ItemKind(
        noun="secret",
        plural="secrets",
        service=SecretService,
        create=SecretCreate,
        change=SecretChange,
        out=SecretOut,
        recorded="Record a secret, for the treating therapist alone; each reading of it is audited.",
        read=Permission.SECRET_READ,
        write=Permission.SECRET_WRITE,
        composite=True,
    )
)


@router.act(
    "/v1/secrets/{secret_id}/resolve",
    answers="get_secret",
    permission=Permission.SECRET_WRITE,
    problems=(*CLOSED, ItemInError, DatesOutOfOrder, SecretResolved),
)
def resolve_secret(work: Work, secret_id: UUID, body: SecretResolve, version: int) -> SecretOut:
    """Resolve a secret: disclosed by its holder, kept by decision, or no longer relevant."""
    return SecretOut.model_validate(SecretService(work).resolve(secret_id, body, version))
