"""What a partner's stance takes and shows (S1.1)."""

from __future__ import annotations

from datetime import date

from pydantic import ConfigDict

from couplesone.cases.codes import About, ReportedBy, Stance
from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.web.schemas import ABSENT, Patch, Text


class StanceCreate(ItemInput):
    """Where the partner stands towards therapy from a day on, and who says so."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"occurred_on": "2026-01-12", "stance": "ambivalent", "reported_by": "client"}]
        }
    )

    about: About = About.PARTNER
    occurred_on: date = or_today()
    stance: Stance
    reported_by: ReportedBy = ReportedBy.CLIENT
    note: Text | None = None


class StanceChange(Patch):
    """What may be corrected of a stance; a new stance is a new entry."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"occurred_on": "2026-01-10"}]})

    occurred_on: date = ABSENT
    stance: Stance = ABSENT
    reported_by: ReportedBy = ABSENT
    note: Text | None = None


class StanceOut(ItemOut):
    """A stance; ``holds`` says whether it is the latest one that is not in error."""

    occurred_on: date
    stance: Stance
    reported_by: ReportedBy
    note: str | None
    holds: bool
