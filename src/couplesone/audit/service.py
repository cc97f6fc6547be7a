"""Writing the audit trail within the business transaction, in one statement a request."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import insert

from couplesone.audit.models import AuditEvent
from couplesone.kernel.principal import ActorKind
from couplesone.persistence.prepared import Prepared
from couplesone.persistence.work import AuditEntry, Work

_INSERT = Prepared(insert(AuditEvent))


class AuditTrail:
    """The Recorder of every Work."""

    def record(self, work: Work, entries: Sequence[AuditEntry]) -> None:
        """Write the entries; if they cannot be written, nothing of the request is."""
        actor = work.actor
        rows = [
            {
                "practice_id": work.practice_id,
                "id": work.new_id(),
                "occurred_at": work.now,
                "actor_kind": actor.kind.value if actor else ActorKind.SYSTEM.value,
                "staff_id": actor.staff_id if actor else None,
                "credential_id": actor.credential_id if actor else None,
                "action": entry.action,
                "resource_id": entry.resource_id,
                "client_id": entry.client_id,
                "outcome": entry.outcome,
                "request_id": work.request_id,
            }
            for entry in entries
        ]
        if len(rows) == 1:
            _INSERT.execute(work.connection, rows[0])
        else:
            work.connection.execute(insert(AuditEvent), rows)
