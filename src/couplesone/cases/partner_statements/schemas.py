"""What partner statements take and show (S1.10, S2.53, S3.27)."""

from __future__ import annotations

from datetime import date
from typing import Final
from uuid import UUID

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from couplesone.cases.codes import About
from couplesone.cases.lint.schemas import LintWarning
from couplesone.cases.partner_statements.codes import (
    Accuracy,
    Directness,
    LineCrossing,
    StatementKind,
    StatementSource,
    Verdict,
)
from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.web.schemas import ABSENT, Action, Input, Output, Patch, RecordOut, Text

_STATEMENT: Final[JsonDict] = {
    "occurred_on": "2026-01-12",
    "kind": "conduct",
    "text": "Tobias said at dinner that he does not talk to strangers about us.",
    "source": "client",
    "directness": "first_hand",
}
_LATER: Final = "01934f5e-0000-7000-8000-000000000009"


class PartnerStatementCreate(ItemInput):
    """Something that was said about the partner; it is unverified, whoever says it."""

    model_config = ConfigDict(json_schema_extra={"examples": [_STATEMENT]})

    about: About = About.PARTNER
    occurred_on: date = or_today()
    kind: StatementKind = StatementKind.CONDUCT
    text: Text
    source: StatementSource = StatementSource.CLIENT
    directness: Directness = Directness.FIRST_HAND
    line_crossing: LineCrossing | None = Field(
        None, description="How far over a line it goes; harmful starts safety."
    )


class PartnerStatementChange(Patch):
    """What may change of a statement; one from another source is another statement."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"directness": "hearsay"}]})

    occurred_on: date = ABSENT
    kind: StatementKind = ABSENT
    text: Text = ABSENT
    directness: Directness = ABSENT


class StatementAssess(Input):
    """The later statement that speaks on this one."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"by_statement_id": _LATER, "noted_on": "2026-02-09"}]}
    )

    by_statement_id: UUID
    noted_on: date = or_today()


class LineCrossingTriage(Input):
    """How far over a line goes what is told."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"line_crossing": "unacceptable"}]})

    line_crossing: LineCrossing


class AssessmentOut(RecordOut):
    """That a later statement bears this one out, or contradicts it."""

    by_statement_id: UUID
    verdict: Verdict
    noted_on: date


class PartnerStatementOut(ItemOut):
    """A statement about the partner; ``banner`` says on its face what it is."""

    banner: str
    occurred_on: date
    kind: StatementKind
    text: str
    source: StatementSource
    directness: Directness
    accuracy: Accuracy
    line_crossing: LineCrossing | None
    assessments: list[AssessmentOut]
    lint: list[LintWarning]
    actions: list[Action]


class PartnerFactOut(Output):
    """A statement that another source bears out, to be quoted with its source and day."""

    statement_id: UUID
    banner: str
    text: str
    source: StatementSource
    occurred_on: date
