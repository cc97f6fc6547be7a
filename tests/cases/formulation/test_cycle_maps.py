"""Cycle maps: drawn, agreed, superseded, and linked to what happens."""

from __future__ import annotations

from typing import Any

import pytest

from support.formulation import CYCLE, EDGES, NODES

row = pytest.mark.row
ERROR = {"reason": "Another couple."}


@pytest.fixture
def where(case) -> str:
    return f"/v1/cases/{case}/cycle-maps"


@pytest.fixture
def drawn(therapist, where) -> dict[str, Any]:
    return therapist.post(where, CYCLE)


@row("S2.10")
@row("S2.11")
@row("S2.21")
@pytest.mark.parametrize(
    ("pattern", "role"),
    [
        ("identify_push_dig_in", "problem_identifier"),
        ("pursue_withdraw", "distancer"),
        ("criticize_defend", "critic"),
    ],
)
def test_a_pattern_the_clients_role_and_how_strong_it_is(therapist, where, pattern, role) -> None:
    made = therapist.post(where, CYCLE | {"pattern": pattern, "client_role": role, "intensity": 8})
    read = therapist.get(f"/v1/cycle-maps/{made['id']}")
    assert (read["pattern"], read["client_role"], read["intensity"]) == (pattern, role, 8)


@row("S0.14")
@row("S3.13")
@row("S4.5")
def test_the_system_is_a_graph_of_moves_and_what_each_brings_at_once(therapist, where) -> None:
    felt = {
        "secondary_emotion": "Anger",
        "primary_emotion": "Fear",
        "short_term_payoff": "The tension drops.",
    }
    nodes = [NODES[0], NODES[1] | felt, NODES[2]]
    made = therapist.post(where, CYCLE | {"nodes": nodes, "control_focus": "partner"})
    read = therapist.get(f"/v1/cycle-maps/{made['id']}")
    shown = [{name: node[name] for name in ("key", "kind", "text", *felt)} for node in read["nodes"]]
    assert shown == [dict.fromkeys(felt) | node for node in nodes]
    assert (read["edges"], read["loops"], read["control_focus"]) == (EDGES, True, "partner")
    assert [node["reported"] for node in read["nodes"]] == [False, True, False]
    path = therapist.post(where, CYCLE | {"edges": EDGES[:2]})
    assert path["loops"] is False


@row("S2.6")
def test_a_map_without_the_clients_reaction_to_a_refusal_is_refused(therapist, where) -> None:
    nodes = [NODES[0], NODES[1], NODES[2] | {"kind": "client_move"}]
    refused = therapist.refused("POST", where, CYCLE | {"nodes": nodes})
    assert refused == (422, "cycle_map_without_own_reaction")
    assert therapist.get(where)["items"] == []


def test_steps_that_do_not_hang_together_are_named(therapist, where) -> None:
    answer = therapist.call(
        "POST", where, CYCLE | {"edges": [*EDGES, {"leads_from": "ask", "leads_to": "x"}]}
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "validation_failed")
    assert [(e["pointer"], e["code"]) for e in answer.json()["errors"]] == [
        ("/edges/3/leads_to", "unknown_step")
    ]


def test_a_later_map_supersedes(therapist, where, drawn) -> None:
    def current() -> list[bool]:
        return [found["current"] for found in therapist.get(where)["items"]]

    second = therapist.post(where, CYCLE)
    therapist.post(where, CYCLE | {"drawn_on": "2026-02-01"})
    assert current() == [True, False, False]
    therapist.post(f"/v1/cycle-maps/{second['id']}/mark-in-error", ERROR, etag=second)
    assert current() == [False, True, False]


def test_what_was_agreed_stays(therapist, where, drawn) -> None:
    path = f"/v1/cycle-maps/{drawn['id']}"
    for day in ("2026-03-03", "2026-03-01"):
        assert therapist.refused("POST", f"{path}/agree", {"agreed_on": day}, etag=drawn) == (
            422,
            "dates_out_of_order",
        )
    agreed = therapist.post(f"{path}/agree", {}, etag=drawn)
    assert agreed["agreed_on"] == "2026-03-02"
    assert {action["action"]: action["code"] for action in agreed["actions"]} == {
        "change_cycle_map": "cycle_map_agreed",
        "agree_on_cycle_map": "cycle_map_agreed",
    }
    again = (409, "cycle_map_agreed")
    assert therapist.refused("PATCH", path, {"intensity": 1}, etag=agreed) == again
    assert therapist.refused("POST", f"{path}/agree", {}, etag=agreed) == again
    assert therapist.refused("POST", f"{path}/agree", {}, etag=drawn) == (412, "version_stale")


@row("S2.12")
def test_the_campaign_for_therapy_repeats_the_cycle(therapist, case, where, drawn) -> None:
    events = f"/v1/cases/{case}/pressure-events"
    asked = therapist.post(events, {"type": "ask", "times": 2, "cycle_map_id": drawn["id"]})
    assert asked["cycle_map_id"] == drawn["id"]
    other = therapist.post(events, {"type": "article_sent"})
    seen = therapist.get(where)["items"][0]
    assert (seen["attempts"], seen["overlap_percent"]) == (2, 66.7)
    linked = therapist.patch(f"/v1/pressure-events/{other['id']}", {"cycle_map_id": drawn["id"]}, etag=other)
    seen = therapist.get(where)["items"][0]
    assert (seen["attempts"], seen["overlap_percent"]) == (3, 100.0)
    therapist.patch(f"/v1/pressure-events/{other['id']}", {"cycle_map_id": None}, etag=linked)
    assert therapist.get(where)["items"][0]["attempts"] == 2


@row("S1.9")
def test_a_reason_may_explain_a_step(therapist, case, drawn) -> None:
    step = drawn["nodes"][1]["id"]
    reason = {"code": "vulnerability", "reported_by": "therapist_hypothesis", "confidence": 1}
    body = {"answer": "no", "reasons": [reason | {"cycle_node_id": step}, reason | {"code": "autonomy"}]}
    first, second = therapist.post(f"/v1/cases/{case}/refusals", body)["reasons"]
    assert (first["cycle_node_id"], first["hypothesis"], second["cycle_node_id"]) == (step, True, None)
    path = f"/v1/refusal-reasons/{second['id']}"
    linked = therapist.patch(path, {"cycle_node_id": step, "confidence": 2}, etag=second)
    assert (linked["cycle_node_id"], linked["confidence"]) == (step, 2)
    assert therapist.patch(path, {"cycle_node_id": None}, etag=linked)["cycle_node_id"] is None


def test_links_stay_within_the_case_and_what_counts(world, files, therapist, mara, case, drawn) -> None:
    missing = (409, "linked_record_missing")
    reason = {"code": "autonomy", "reported_by": "client", "confidence": 1}
    step = drawn["nodes"][1]["id"]

    def refused(case_id: Any) -> None:
        event = {"type": "ask", "cycle_map_id": drawn["id"]}
        refusal = {"answer": "no", "reasons": [reason | {"cycle_node_id": step}]}
        assert therapist.refused("POST", f"/v1/cases/{case_id}/pressure-events", event) == missing
        assert therapist.refused("POST", f"/v1/cases/{case_id}/refusals", refusal) == missing
        plain = therapist.post(f"/v1/cases/{case_id}/pressure-events", {"type": "ask"})
        changed = {"cycle_map_id": drawn["id"]}
        assert therapist.refused("PATCH", f"/v1/pressure-events/{plain['id']}", changed, etag=1) == missing
        made = therapist.post(f"/v1/cases/{case_id}/refusals", {"answer": "no", "reasons": [reason]})
        where, changed = f"/v1/refusal-reasons/{made['reasons'][0]['id']}", {"cycle_node_id": step}
        assert therapist.refused("PATCH", where, changed, etag=1) == missing

    refused(files.case(mara))
    therapist.post(f"/v1/cycle-maps/{drawn['id']}/mark-in-error", ERROR, etag=drawn)
    refused(case)


def test_words_of_steps_are_sealed(files, therapist, where) -> None:
    from couplesone.cases.formulation.cycle_maps.models import CycleNode

    made = therapist.post(where, CYCLE | {"nodes": [NODES[0] | {"primary_emotion": "canary"}, *NODES[1:]]})
    step = made["nodes"][0]["id"]
    for column in ("text", "primary_emotion"):
        held = files.raw(CycleNode, step, column)
        assert "canary" not in held
        assert "ask" not in held


@row("S2.7")
def test_mapping_comes_before_anything_outward(world, files, therapist, case, drawn) -> None:
    """Stage 2 does not end before a map is agreed; goals, skills and whatever goes outward lie behind it."""
    from couplesone.cases.models import Case

    files.change(Case, case, stage=2, purpose_statement="To learn my part.")
    stage = f"/v1/cases/{case}/stage"
    assert therapist.refused("POST", f"{stage}/advance", {}, etag=therapist.get(stage)) == (
        409,
        "stage_rules_unmet",
    )
    therapist.post(f"/v1/cycle-maps/{drawn['id']}/agree", {}, etag=drawn)
    ended = therapist.post(f"{stage}/advance", {}, etag=therapist.get(stage))
    assert (ended["stage"], ended["rules"][0]["state"]) == (3, "unmet")
    therapist.post(f"/v1/cases/{case}/own-part-items", {"category": "other", "behaviour": "I push."})
    assert therapist.get(stage)["rules"][0] | {"sentence": ""} == {
        "code": "own_part_item",
        "sentence": "",
        "state": "met",
    }
