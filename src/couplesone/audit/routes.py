"""Routes of the audit trail."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from couplesone.audit.queries import audit_events
from couplesone.audit.schemas import AuditEventOut, AuditFilters
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing

router = Router("audit")


@router.read("/v1/audit-events", permission=Permission.AUDIT_READ)
def list_audit_events(work: Work, query: Annotated[AuditFilters, Query()]) -> Listing[AuditEventOut]:
    """List who did what to whose record, newest first."""
    return Listing[AuditEventOut].model_validate(audit_events(work, query))
