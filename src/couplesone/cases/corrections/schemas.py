"""What a correction shows."""

from __future__ import annotations

from uuid import UUID

from couplesone.web.schemas import Instant, Output


class CorrectionOut(Output):
    """A correction: who made it, when and why. Each kind adds what the record said before it."""

    id: UUID
    corrected_at: Instant
    recorded_by: UUID
    reason: str
