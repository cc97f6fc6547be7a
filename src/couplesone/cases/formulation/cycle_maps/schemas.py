"""What a cycle map takes and shows (S0.14, S2.6, S2.10 to S2.12, S2.21, S3.13, S4.5)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final
from uuid import UUID

from pydantic import ConfigDict, Field, StringConstraints
from pydantic.config import JsonDict

from couplesone.cases.formulation.codes import ControlFocus, CycleNodeKind, CyclePattern, CycleRole
from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.web.schemas import ABSENT, Action, Input, Line, Output, Patch, Scale, Text

MAX_NODES: Final = 40
MAX_EDGES: Final = 120
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,40}$")]
"""The name of a step within its map."""
_EXAMPLE: Final[JsonDict] = {
    "pattern": "pursue_withdraw",
    "client_role": "pursuer",
    "intensity": 7,
    "control_focus": "partner",
    "nodes": [
        {"key": "evening", "kind": "trigger", "text": "A silent evening."},
        {
            "key": "ask",
            "kind": "client_move",
            "text": "I ask him to come along.",
            "secondary_emotion": "Anger",
        },
        {
            "key": "no",
            "kind": "refusal",
            "text": "He says no and goes downstairs.",
            "short_term_payoff": "The tension drops for the evening.",
        },
        {
            "key": "louder",
            "kind": "client_reaction",
            "text": "I follow him and explain it again.",
            "secondary_emotion": "Indignation",
            "primary_emotion": "Fear of being alone with it",
        },
    ],
    "edges": [
        {"leads_from": "evening", "leads_to": "ask"},
        {"leads_from": "ask", "leads_to": "no"},
        {"leads_from": "no", "leads_to": "louder"},
        {"leads_from": "louder", "leads_to": "no"},
    ],
}


class CycleNodeInput(Input):
    """A step of the cycle. The partner's steps are what was reported of them, never a fact about the partner."""

    key: Key
    kind: CycleNodeKind
    text: Text
    secondary_emotion: Line | None = Field(None, description="What shows, in the client's words.")
    primary_emotion: Line | None = Field(None, description="What lies beneath.")
    short_term_payoff: Text | None = Field(None, description="What the step brings at once (S4.5).")


class CycleEdgeInput(Input):
    """That one step leads to another."""

    leads_from: Key
    leads_to: Key


class CycleMapCreate(ItemInput):
    """A new version of the couple's cycle; it supersedes the one before."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    drawn_on: date = or_today()
    pattern: CyclePattern
    client_role: CycleRole
    intensity: Scale | None = None
    control_focus: ControlFocus | None = None
    note: Text | None = None
    nodes: list[CycleNodeInput] = Field(min_length=2, max_length=MAX_NODES)
    edges: list[CycleEdgeInput] = Field(min_length=1, max_length=MAX_EDGES)


class CycleMapChange(Patch):
    """What may change of a map until it is agreed; other steps make another map."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"intensity": 5, "control_focus": "self"}]})

    drawn_on: date = ABSENT
    pattern: CyclePattern = ABSENT
    client_role: CycleRole = ABSENT
    intensity: Scale | None = None
    control_focus: ControlFocus | None = None
    note: Text | None = None


class CycleMapAgree(Input):
    """When client and therapist agreed on the map."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"agreed_on": "2026-02-16"}]})

    agreed_on: date = or_today()


class CycleNodeOut(Output):
    """A step; ``reported`` marks what is known of the partner by report only."""

    id: UUID
    key: str
    kind: CycleNodeKind
    reported: bool
    text: str
    secondary_emotion: str | None
    primary_emotion: str | None
    short_term_payoff: str | None


class CycleEdgeOut(Output):
    """That one step leads to another, by their keys."""

    leads_from: str
    leads_to: str


class CycleMapOut(ItemOut):
    """A cycle map. ``current`` says that no later map supersedes it, ``loops`` that it comes round again.

    ``attempts`` counts the attempts to involve the partner that were episodes of this cycle, ``overlap_percent``
    is their share of all that were logged: how far the campaign for therapy is the cycle once more (S2.12).
    """

    drawn_on: date
    pattern: CyclePattern
    client_role: CycleRole
    intensity: int | None
    control_focus: ControlFocus | None
    agreed_on: date | None
    note: str | None
    nodes: list[CycleNodeOut]
    edges: list[CycleEdgeOut]
    loops: bool
    current: bool
    attempts: int
    overlap_percent: float | None
    actions: list[Action]
