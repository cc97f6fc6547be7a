"""What makes steps a cycle map: pure rules on keys and kinds (S2.6, S3.13)."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from couplesone.cases.formulation.codes import CycleNodeKind
from couplesone.cases.formulation.cycle_maps.graph import loops, require_whole
from couplesone.cases.formulation.errors import CycleMapWithoutOwnReaction
from couplesone.kernel.errors import ValidationFailed


@dataclass(frozen=True)
class N:
    key: str
    kind: CycleNodeKind


@dataclass(frozen=True)
class E:
    leads_from: str
    leads_to: str


ASK = N("ask", CycleNodeKind.CLIENT_MOVE)
NO = N("no", CycleNodeKind.REFUSAL)
LOUDER = N("louder", CycleNodeKind.CLIENT_REACTION)
HE = N("he", CycleNodeKind.PARTNER_MOVE_REPORTED)
WAY = [E("ask", "no"), E("no", "louder")]


def codes(nodes: list[N], edges: list[E]) -> list[tuple[str, str]]:
    with pytest.raises(ValidationFailed) as refused:
        require_whole(nodes, edges)
    return [(error.pointer, error.code) for error in refused.value.errors]


def test_a_path_is_enough_and_a_loop_is_fine() -> None:
    require_whole([ASK, NO, LOUDER], WAY)
    require_whole([ASK, NO, LOUDER], [*WAY, E("louder", "ask")])
    require_whole([NO, LOUDER], [E("no", "louder"), E("louder", "no")])


@pytest.mark.parametrize(
    ("nodes", "edges", "found"),
    [
        ([ASK, NO, ASK], WAY, [("/nodes/2/key", "key_twice"), ("/edges/1/leads_to", "unknown_step")]),
        ([ASK, NO, LOUDER], [*WAY, E("ask", "x")], [("/edges/2/leads_to", "unknown_step")]),
        ([ASK, NO, LOUDER], [*WAY, E("x", "ask")], [("/edges/2/leads_from", "unknown_step")]),
        ([ASK, NO, LOUDER], [*WAY, E("no", "no")], [("/edges/2", "leads_to_itself")]),
        ([ASK, NO, LOUDER], [*WAY, WAY[0]], [("/edges/2", "edge_twice")]),
        ([ASK, NO, LOUDER, HE], WAY, [("/nodes/3", "step_apart")]),
        (
            [ASK, HE, NO, LOUDER],
            [E("ask", "he"), WAY[1]],
            [("/nodes/2", "step_apart"), ("/nodes/3", "step_apart")],
        ),
    ],
)
def test_what_does_not_hang_together_is_said_step_by_step(nodes, edges, found) -> None:
    assert codes(nodes, edges) == found


@pytest.mark.parametrize(
    ("nodes", "edges"),
    [
        ([ASK, LOUDER], [E("ask", "louder")]),
        ([ASK, NO], [E("ask", "no")]),
        ([NO, LOUDER], [E("louder", "no")]),
        ([NO, HE, LOUDER], [E("no", "he"), E("he", "louder")]),
        ([NO, ASK], [E("no", "ask")]),
    ],
    ids=["no refusal", "no reaction", "the wrong way", "not at once", "a move is no reaction"],
)
def test_a_refusal_leads_to_a_reaction_of_the_client(nodes, edges) -> None:
    with pytest.raises(CycleMapWithoutOwnReaction):
        require_whole(nodes, edges)


@given(st.permutations("abcdef"), st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5))))
def test_what_always_leads_onward_never_comes_round(order, pairs) -> None:
    leads: dict[str, list[str]] = {key: [] for key in order}
    for first, second in pairs:
        if first < second:
            leads[order[first]].append(order[second])
    assert not loops(leads)
    leads[order[5]].append(order[0])
    leads[order[0]].append(order[5])
    assert loops(leads)
