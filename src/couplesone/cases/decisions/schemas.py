"""What a decision point takes and shows (S1.13, S2.39, S2.40, S3.20)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

from couplesone.cases.decisions.codes import DecisionMethod, DecisionOption
from couplesone.cases.schemas import ItemOut, or_today
from couplesone.web.schemas import Input, Instant, Line, Output, Scale, Text

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 in lower-case hexadecimal digits."""


def _by_the_alphabet(options: list[DecisionOption]) -> list[DecisionOption]:
    return sorted(set(options))


Options = Annotated[list[DecisionOption], Field(max_length=20), AfterValidator(_by_the_alphabet)]
"""Options that were weighed, each once, in the order of the alphabet."""


class DecisionContent(Input):
    """What the client decides. Staying and leaving are asked for apart, so that both may be strong (S2.39)."""

    choice: DecisionOption
    options: Options = Field(
        default_factory=lambda: list(DecisionOption), description="What was weighed; default: all."
    )
    dealbreakers: list[Line] = Field(default_factory=list, max_length=20)
    ambivalence_stay: Scale
    ambivalence_leave: Scale
    using_refusal_as_evidence: bool | None = Field(
        None,
        description="Whether the client takes the refusal as proof that it cannot work; null: not asked.",
    )
    viability_doubt: Scale | None = None
    words: Text | None = None
    review_on: date = Field(
        description="When the client wants to look at it again: after the day it was decided."
    )


class DecisionPaper(Input):
    """The paper that the client signed; the paper itself is kept where the practice keeps papers."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"sha256": "0" * 64, "signed_on": "2026-02-27"}]}
    )

    sha256: Sha256
    signed_on: date


class DecisionCreate(DecisionContent):
    """A decision that the client signed on paper, to be filed by staff; without the paper it is refused."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "method": "signed_paper",
                    "paper": {"sha256": "9f86d081884c7d659a2feaa0c55ad015" * 2, "signed_on": "2026-02-27"},
                    "decided_on": "2026-02-27",
                    "review_on": "2026-05-27",
                    "choice": "work_on_self",
                    "options": ["stay_as_is", "work_on_self"],
                    "dealbreakers": ["Being shouted at in front of the children"],
                    "ambivalence_stay": 7,
                    "ambivalence_leave": 5,
                    "using_refusal_as_evidence": False,
                    "viability_doubt": 6,
                    "acceptance_of_refusal": 6,
                    "words": "I give it until summer.",
                }
            ]
        }
    )

    method: DecisionMethod | None = Field(None, description="Staff may file signed_paper only.")
    paper: DecisionPaper | None = None
    decided_on: date = or_today()
    acceptance_of_refusal: Scale | None = Field(
        None, description="How far the client accepts the refusal, if the paper asks it (S1.12)."
    )


class DecisionPaperOut(Output):
    """The signed paper's hash and day."""

    sha256: str
    signed_on: date


class DecisionEvidence(Output):
    """How we know that the decision is the client's."""

    method: DecisionMethod
    given_at: Instant = Field(description="When it was sent, or the paper filed.")
    access_link_id: UUID | None
    text_version: str | None = Field(description="Which words the client decided under; null on paper.")
    text_sha256: str | None
    paper: DecisionPaperOut | None


class DecisionPointOut(ItemOut):
    """A decision point: the client's own."""

    decided_by: Literal["client"]
    decided_on: date
    review_on: date
    choice: DecisionOption
    options: list[DecisionOption]
    dealbreakers: list[str]
    ambivalence_stay: int
    ambivalence_leave: int
    using_refusal_as_evidence: bool | None
    viability_doubt: int | None
    acceptance_of_refusal: int | None
    words: str | None
    evidence: DecisionEvidence
