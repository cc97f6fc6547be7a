"""What legal proceedings take and show."""

from __future__ import annotations

from datetime import date

from pydantic import ConfigDict

from couplesone.cases.litigation.codes import ProceedingKind
from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.web.schemas import ABSENT, Patch, Text


class LegalProceedingCreate(ItemInput):
    """Proceedings that began, as the client tells it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"kind": "custody", "begun_on": "2026-02-02", "note": "First hearing in May."}]
        }
    )

    kind: ProceedingKind
    begun_on: date = or_today()
    ended_on: date | None = None
    note: Text | None = None


class LegalProceedingChange(Patch):
    """What may change of proceedings: their end, above all."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"ended_on": "2026-03-02"}]})

    kind: ProceedingKind = ABSENT
    begun_on: date = ABSENT
    ended_on: date | None = ABSENT
    note: Text | None = ABSENT


class LegalProceedingOut(ItemOut):
    """Legal proceedings."""

    kind: ProceedingKind
    begun_on: date
    ended_on: date | None
    note: str | None
