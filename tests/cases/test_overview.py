"""What the course room reads of a case counts for whoever asks: nothing in error, nothing private to another."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, union_all

from couplesone.cases import overview
from couplesone.clients.caseload import reached_by
from couplesone.kernel.principal import ActorKind, Principal
from couplesone.persistence.json_sql import json_object, parsed
from support.formulation import FORMULATION

ITEMS = {
    "sessions": {"minutes": 50},
    "refusals": {
        "answer": "no",
        "reasons": [{"code": "autonomy", "reported_by": "client", "confidence": 1}],
    },
    "partner-stances": {"stance": "refuses"},
    "reactions": {"code": "anger", "intensity": 4},
    "pressure-events": {"type": "ask", "times": 3},
    "hopes": {"text": "That he asks."},
    "partner-statements": {"text": "He said so."},
    "told-partner": {"shared": ["attends_therapy"]},
    "transparency-plans": {"intent": "keep_private"},
    **{kind.path: kind.least for kind in FORMULATION},
}
KINDS = {
    "session", "refusal", "refusal_reason", "partner_stance", "reaction", "pressure_event", "hope", "intake_profile",
    "prior_therapy", "prior_strategy", "motive_check", "cycle_map", "own_part_item", "strength", "boundary",
    "ultimatum", "stop_asking_pact", "strategy_change", "partner_statement", "telling", "transparency_plan",
}  # fmt: skip
NO_COUNTS = {
    "reactions": 0,
    "refusal_reasons": 0,
    "sessions": 0,
    "motive_checks": 0,
    "agreed_cycle_maps": 0,
    "own_part_items": 0,
    "decisions": 0,
    "follow_ups": 0,
}
COUNTS = dict.fromkeys(NO_COUNTS, 1) | {"agreed_cycle_maps": 0, "decisions": 0, "follow_ups": 0}
"""A map that is drawn is not agreed yet; follow-ups come after closing."""


@pytest.fixture
def seen(world, case):
    """Return what the overview holds for a member of staff: figures, and the kinds of the timeline."""

    def look(person: str) -> tuple[dict[str, Any], set[str]]:
        staff = world.home.people[person]
        with world.works.open(world.home.id) as work:
            work.actor = Principal(
                kind=ActorKind.STAFF,
                practice_id=world.home.id,
                staff_id=staff.id,
                credential_id=None,
                roles=frozenset(),
            )
            bound = {"case_id": case, **reached_by(work)}
            figures = json_object(
                stance=overview.latest_stance(),
                pressure=overview.pressure_of_case(),
                counts=overview.stage_counts(),
            )
            (row,) = work.db.execute(select(figures), bound).all()
            rows = work.db.execute(union_all(*overview.timeline()), bound).all()
            assert all(isinstance(entry.id, UUID) for entry in rows)
            return parsed(row[0]), {entry.kind for entry in rows}

    return look


def record(caller, case, **more) -> dict[str, Any]:
    return {path: caller.post(f"/v1/cases/{case}/{path}", body | more) for path, body in ITEMS.items()}


def test_everything_recorded_counts(therapist, case, seen):
    stance = record(therapist, case)["partner-stances"]
    figures, kinds = seen("therapist")
    assert figures["stance"] == {"stance": "refuses", "occurred_on": "2026-03-02", "reported_by": "client"}
    assert stance["holds"] is True
    assert figures["pressure"] == [{"occurred_on": "2026-03-02", "times": 3, "type": "ask"}]
    assert figures["counts"] == COUNTS
    assert kinds == KINDS | {"case_opened"}


def test_what_is_in_error_does_not(therapist, case, seen):
    for path, item in record(therapist, case).items():
        therapist.post(f"/v1/{path}/{item['id']}/mark-in-error", {"reason": "Wrong case."}, etag=item)
    figures, kinds = seen("therapist")
    assert figures == {
        "stance": None,
        "pressure": [],
        "counts": NO_COUNTS,
    }, "the reasons of a refusal in error do not count either"
    assert kinds == {"case_opened"}


def test_what_is_private_counts_for_its_author_alone(therapist, case, strangers, seen):
    nothing = seen("colleague")
    record(therapist, case, visibility="author_private")
    assert seen("colleague") == nothing
    figures, kinds = seen("therapist")
    assert figures["counts"] == COUNTS
    assert kinds == KINDS | {"case_opened"}


def test_the_timeline_shows_days_kinds_and_codes_and_no_words(therapist, case):
    record(therapist, case)
    entries = therapist.get(f"/v1/cases/{case}/timeline")["items"]
    assert {entry["kind"] for entry in entries} == KINDS | {"case_opened"}
    assert {entry["occurred_on"] for entry in entries} == {"2026-03-02", "2026-01-05"}
    assert entries[-1] | {"id": ""} == {
        "occurred_on": "2026-01-05",
        "kind": "case_opened",
        "id": "",
        "code": "solo",
    }
    assert {entry["code"] for entry in entries if entry["kind"] in ("hope", "telling")} == {None}
