"""What a boundary and its log take and show (S1.8, S2.46)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.cases.codes import About
from couplesone.cases.formulation.codes import BoundaryOutcome, BoundaryTheme
from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.cases.wording import WordingConfirmation
from couplesone.web.schemas import ABSENT, Input, Patch, Text


class BoundaryCreate(ItemInput):
    """A limit, and what the client will do when it is crossed: the client's own act, never the partner's."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "theme": "blamed",
                    "limit": "Talks in which I am shouted at.",
                    "my_action_if_crossed": "I leave the room and come back after half an hour.",
                }
            ]
        }
    )

    set_on: date = or_today()
    theme: BoundaryTheme | None = None
    limit: Text
    my_action_if_crossed: Text
    acting_person: About = Field(About.CLIENT, description="Who acts when the limit is crossed: the client.")
    wording_confirmation: WordingConfirmation | None = None


class BoundaryChange(Patch):
    """What may change of a boundary; a new action must be the client's own act too."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"my_action_if_crossed": "I go for a walk around the block."}]}
    )

    set_on: date = ABSENT
    theme: BoundaryTheme | None = None
    limit: Text = ABSENT
    my_action_if_crossed: Text = ABSENT
    acting_person: About = ABSENT
    wording_confirmation: WordingConfirmation = ABSENT


class BoundaryOut(ItemOut):
    """A boundary, and how often it was honoured, crossed, and answered by the client's own act."""

    set_on: date
    theme: BoundaryTheme | None
    limit: str
    my_action_if_crossed: str
    wording_rule: str | None
    wording_confirmed_by: UUID | None
    wording_confirmed_reason: str | None
    honoured_count: int
    crossed_count: int
    acted_count: int


class BoundaryEventCreate(Input):
    """That a limit was honoured or crossed."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"outcome": "crossed", "acted": True, "note": "I left, and came back calmer."}]
        }
    )

    occurred_on: date = or_today()
    outcome: BoundaryOutcome
    acted: bool | None = Field(
        None, description="For a crossed limit: whether the client did as they had said."
    )
    note: Text | None = None


class BoundaryEventOut(ItemOut):
    """An entry in the log of a boundary."""

    boundary_id: UUID
    occurred_on: date
    outcome: BoundaryOutcome
    acted: bool | None
    note: str | None
