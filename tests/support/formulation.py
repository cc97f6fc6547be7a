"""The kinds of the formulation, and examples of what they take."""

from __future__ import annotations

from typing import Any
from unittest.mock import ANY

from couplesone.cases.formulation.boundaries.models import Boundary
from couplesone.cases.formulation.cycle_maps.models import CycleMap
from couplesone.cases.formulation.history.models import PriorStrategy, PriorTherapy
from couplesone.cases.formulation.intake.models import IntakeProfile
from couplesone.cases.formulation.motives.models import MotiveCheck
from couplesone.cases.formulation.own_parts.models import OwnPartItem
from couplesone.cases.formulation.stop_asking.models import StopAskingPact, StrategyChange
from couplesone.cases.formulation.strengths.models import Strength
from couplesone.cases.formulation.ultimatums.models import Ultimatum
from support.kinds import Kind

NODES: list[dict[str, Any]] = [
    {"key": "ask", "kind": "client_move", "text": "I ask him to come."},
    {"key": "no", "kind": "refusal", "text": "He says no."},
    {"key": "louder", "kind": "client_reaction", "text": "I explain it again, louder."},
]
EDGES = [
    {"leads_from": "ask", "leads_to": "no"},
    {"leads_from": "no", "leads_to": "louder"},
    {"leads_from": "louder", "leads_to": "ask"},
]
CYCLE: dict[str, Any] = {
    "pattern": "pursue_withdraw",
    "client_role": "pursuer",
    "nodes": NODES,
    "edges": EDGES,
}
"""The smallest map of a standoff that comes round again."""
OWN_PART = {"category": "blaming", "behaviour": "I list what went wrong."}
BOUNDARY = {"limit": "Shouting at night.", "my_action_if_crossed": "I leave the room for an hour."}
ULTIMATUM = {"terms": "Therapy by Easter, or I move out.", "stay": 6, "leave": 7}
MOTIVES = {"validation_seeking": 6, "fix_partner": 8, "build_case": 1}
THERAPY = {"who": "couple", "format": "couple", "experience": "awful"}


FORMULATION = (
    Kind(
        "cycle-maps",
        CycleMap,
        CYCLE,
        {"client_role": "distancer", "intensity": 4, "control_focus": "self"},
        {"intensity": 11},
        "note",
        day="drawn_on",
        defaults={"intensity": None, "agreed_on": None, "current": True, "loops": True}
        | {"nodes": ANY, "attempts": 0, "overlap_percent": None},
    ),
    Kind(
        "own-part-items",
        OwnPartItem,
        OWN_PART,
        {"behaviour": "I keep a list.", "frequency": "daily"},
        {"category": "evil"},
        "impact",
        day="named_on",
        defaults={"status": "named", "frequency": None, "complete": False},
        derived=frozenset({"missing", "complete"}),
    ),
    Kind(
        "strengths",
        Strength,
        {"kind": "strength", "text": "We laugh."},
        {"kind": "exception_example", "text": "We laughed again."},
        {"kind": "weakness"},
        "what_helped",
        day="noted_on",
        defaults={"about": "both", "what_helped": None},
    ),
    Kind(
        "boundaries",
        Boundary,
        BOUNDARY,
        {"limit": "Shouting.", "my_action_if_crossed": "I go for a walk."},
        {"theme": "anger"},
        "limit",
        day="set_on",
        defaults={"theme": None, "honoured_count": 0, "crossed_count": 0, "acted_count": 0},
    ),
    Kind(
        "ultimatums",
        Ultimatum,
        ULTIMATUM,
        {"stay": 9, "leave": 0},
        {"stay": 11},
        "note",
        day="considered_on",
        defaults={"status": "considered", "issued_on": None, "withdrawn_on": None, "enforced_on": None},
    ),
    Kind(
        "stop-asking-pacts",
        StopAskingPact,
        {"target_days": 42},
        {"target_days": 60},
        {"target_days": 366},
        "note",
        day="started_on",
        defaults={"ended_on": None, "streak_days": 0, "target_on": "2026-04-13", "target_reached": False},
        derived=frozenset({"target_on"}),
        single=True,
    ),
    Kind(
        "strategy-changes",
        StrategyChange,
        {"given_up": "convince", "instead": "wait", "reason": "It made silence."},
        {"instead": "own_change", "reason": "It made two days of silence."},
        {"given_up": "hope"},
        "note",
        defaults={"note": None},
    ),
    Kind(
        "motive-checks",
        MotiveCheck,
        MOTIVES,
        {"fix_partner": 3, "stage": 2},
        {"build_case": -1},
        "note",
        defaults={"stage": 0, "note": None},
    ),
    Kind(
        "prior-therapies",
        PriorTherapy,
        THERAPY,
        {"experience": "useless", "began_on": "2019-01-01", "ended_on": "2019-03-01"},
        {"who": "dog"},
        "note",
        day="noted_on",
        defaults={"began_on": None, "ended_on": None, "note": None},
    ),
    Kind(
        "prior-strategies",
        PriorStrategy,
        {"code": "inaction", "effect": 0},
        {"code": "resign", "effect": -2},
        {"effect": 3},
        "note",
        day="noted_on",
        defaults={"note": None},
    ),
    Kind(
        "intake-profiles",
        IntakeProfile,
        {},
        {"taken_on": "2026-02-01", "readiness": 7, "impasse": True, "power_balance": -5},
        {"power_balance": 6},
        "concern",
        day="taken_on",
        defaults={"suitable_format": None, "readiness": None, "last_ditch": None, "concern": None},
        single=True,
    ),
)
"""Every kind of the formulation."""
