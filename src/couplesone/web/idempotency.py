"""``Idempotency-Key``: the same POST sent twice does its work once.

The key's row is written in the transaction that does the work, and keeps the id of the resource, not the answer:
a replay checks permissions again and renders the resource as it is now. A key holds for 24 hours, for one member
of staff and one operation. While the first request is still running, PostgreSQL answers 409 to a second one;
on SQLite writers take turns, so the second waits and is then a replay.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Index, Integer, LargeBinary, String, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.kernel.errors import Conflict, Invalid
from couplesone.persistence.base import Row
from couplesone.persistence.columns import Guid, UtcDateTime
from couplesone.persistence.work import Work

KEPT = timedelta(hours=24)
MAX_LENGTH = 255


class IdempotencyKeyReused(Invalid):
    """The key was used for another request."""

    code = "idempotency_key_reused"
    title = "This Idempotency-Key was used for something else"
    detail = "Within 24 hours a key belongs to one request; take a new key for a new request."


class IdempotencyKeyMalformed(Invalid):
    """The key is empty or too long."""

    status = 400
    code = "idempotency_key_malformed"
    title = "The Idempotency-Key is not valid"
    detail = "Send 1 to 255 printable ASCII characters."


class RequestInFlight(Conflict):
    """The same request is still being worked on."""

    code = "request_in_flight"
    title = "The same request is still running"
    detail = "Repeat it with the same Idempotency-Key in a moment to get its answer."

    def __init__(self) -> None:
        super().__init__(headers={"Retry-After": "1"})


class IdempotencyKey(Row):
    """A key that was used, for what, and which resource came of it."""

    __tablename__ = "idempotency_keys"
    __table_args__ = (
        UniqueConstraint(
            "practice_id", "staff_id", "operation", "key_hash", info={"problem": RequestInFlight}
        ),
        Index(None, "practice_id", "created_at"),
    )

    staff_id: Mapped[UUID] = mapped_column(Guid)
    operation: Mapped[str] = mapped_column(String(100))
    key_hash: Mapped[bytes] = mapped_column(LargeBinary)
    request_hash: Mapped[bytes] = mapped_column(LargeBinary)
    status: Mapped[int | None] = mapped_column(Integer)
    resource_id: Mapped[UUID | None] = mapped_column(Guid)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


@dataclass(frozen=True, slots=True)
class Replay:
    """The work was done before: with what status, and what came of it."""

    status: int
    resource_id: UUID | None


def claim(work: Work, operation: str, key: str, request: bytes) -> IdempotencyKey | Replay:
    """Return the row to complete, or the Replay if the work was done before.

    Raises IdempotencyKeyReused, IdempotencyKeyMalformed, RequestInFlight.
    """
    if not 1 <= len(key) <= MAX_LENGTH or not key.isascii() or not key.isprintable():
        raise IdempotencyKeyMalformed
    key_hash = hashlib.sha256(key.encode()).digest()
    request_hash = work.keyring.token("request", hashlib.sha256(request).hexdigest())
    if not work.try_lock(f"{work.staff_id}|{operation}|{key}"):
        raise RequestInFlight
    work.db.execute(delete(IdempotencyKey).where(IdempotencyKey.created_at < work.now - KEPT))
    found = work.db.scalar(
        select(IdempotencyKey).where(
            IdempotencyKey.staff_id == work.staff_id,
            IdempotencyKey.operation == operation,
            IdempotencyKey.key_hash == key_hash,
        )
    )
    if found is None:
        return work.add(
            IdempotencyKey(
                staff_id=work.staff_id,
                operation=operation,
                key_hash=key_hash,
                request_hash=request_hash,
                created_at=work.now,
            )
        )
    if found.request_hash != request_hash:
        raise IdempotencyKeyReused
    assert found.status is not None
    return Replay(found.status, found.resource_id)
