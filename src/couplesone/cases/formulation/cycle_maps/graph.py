"""What makes steps a cycle map: they hang together, and the client's own reaction is among them. Pure.

>>> loops({"a": ["b"], "b": ["a"]})
True
>>> loops({"a": ["b"], "b": []})
False
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from couplesone.cases.formulation.codes import CycleNodeKind
from couplesone.cases.formulation.errors import CycleMapWithoutOwnReaction
from couplesone.kernel.errors import FieldError, ValidationFailed


class Node(Protocol):
    """A step, as far as the rules look at it."""

    @property
    def key(self) -> str:
        """Its name within the map."""
        ...

    @property
    def kind(self) -> CycleNodeKind:
        """What it is."""
        ...


class Edge(Protocol):
    """That one step leads to another, by their keys."""

    @property
    def leads_from(self) -> str:
        """The step before."""
        ...

    @property
    def leads_to(self) -> str:
        """The step after."""
        ...


def require_whole(nodes: Sequence[Node], edges: Sequence[Edge]) -> None:
    """Raise ValidationFailed unless every key is unique and the steps form one path or loop, however branched.

    Then CycleMapWithoutOwnReaction unless a refusal leads to a reaction of the client (S2.6).
    """
    if wrong := [*_keys_twice(nodes), *_edges_wrong(nodes, edges)] or _apart(nodes, edges):
        raise ValidationFailed(errors=wrong)
    kinds = {node.key: node.kind for node in nodes}
    reaction = (CycleNodeKind.REFUSAL, CycleNodeKind.CLIENT_REACTION)
    if not any((kinds[edge.leads_from], kinds[edge.leads_to]) == reaction for edge in edges):
        raise CycleMapWithoutOwnReaction


def loops(leads: Mapping[str, Sequence[str]]) -> bool:
    """Say whether some step leads back to itself; ``leads`` names for each step the steps after it."""
    left = {key: set(after) for key, after in leads.items()}
    while ends := [key for key, after in left.items() if not after & left.keys()]:
        for key in ends:
            del left[key]
    return bool(left)


def _keys_twice(nodes: Sequence[Node]) -> list[FieldError]:
    seen: set[str] = set()
    wrong = []
    for place, node in enumerate(nodes):
        if node.key in seen:
            wrong.append(FieldError(f"/nodes/{place}/key", "key_twice", "Another step has this key."))
        seen.add(node.key)
    return wrong


def _edges_wrong(nodes: Sequence[Node], edges: Sequence[Edge]) -> list[FieldError]:
    keys, seen = {node.key for node in nodes}, set()
    wrong = []
    for place, edge in enumerate(edges):
        wrong += [
            FieldError(f"/edges/{place}/{member}", "unknown_step", "No step of this map has this key.")
            for member in ("leads_from", "leads_to")
            if getattr(edge, member) not in keys
        ]
        pair = (edge.leads_from, edge.leads_to)
        if edge.leads_from == edge.leads_to:
            wrong.append(FieldError(f"/edges/{place}", "leads_to_itself", "A step leads to another step."))
        elif pair in seen:
            wrong.append(FieldError(f"/edges/{place}", "edge_twice", "These two steps are joined already."))
        seen.add(pair)
    return wrong


def _apart(nodes: Sequence[Node], edges: Sequence[Edge]) -> list[FieldError]:
    """Return the steps that cannot be reached from the first one along edges, in whichever direction."""
    beside: dict[str, set[str]] = {node.key: set() for node in nodes}
    for edge in edges:
        beside[edge.leads_from].add(edge.leads_to)
        beside[edge.leads_to].add(edge.leads_from)
    reached, wanted = set(), {nodes[0].key}
    while wanted:
        key = wanted.pop()
        reached.add(key)
        wanted |= beside[key] - reached
    return [
        FieldError(f"/nodes/{place}", "step_apart", "No path joins this step to the first one.")
        for place, node in enumerate(nodes)
        if node.key not in reached
    ]
