"""Reading the audit trail."""

from __future__ import annotations

from sqlalchemy import select

from couplesone.audit.models import AuditEvent
from couplesone.audit.schemas import AuditFilters
from couplesone.persistence.paging import Page, instant, keyset, page_of
from couplesone.persistence.work import Work


def audit_events(work: Work, filters: AuditFilters) -> Page[AuditEvent]:
    """Return the entries that fit, newest first."""
    statement = select(AuditEvent)
    for column, value in (
        (AuditEvent.staff_id, filters.staff_id),
        (AuditEvent.client_id, filters.client_id),
        (AuditEvent.action, filters.action),
    ):
        if value is not None:
            statement = statement.where(column == value)
    if filters.since is not None:
        statement = statement.where(AuditEvent.occurred_at >= filters.since)
    if filters.until is not None:
        statement = statement.where(AuditEvent.occurred_at < filters.until)
    statement = keyset(
        statement, filters.page, AuditEvent.occurred_at, AuditEvent.id, parse=instant, descending=True
    )
    return page_of(work.db.scalars(statement).all(), filters.page, lambda row: (row.occurred_at, row.id))
