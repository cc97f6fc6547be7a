"""Drawing cycle maps, agreeing on them, and showing them whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select

from couplesone.cases.access import item_to_change, open_to, standing_of
from couplesone.cases.codes import About
from couplesone.cases.formulation.cycle_maps import graph
from couplesone.cases.formulation.cycle_maps.models import CycleEdge, CycleMap, CycleNode
from couplesone.cases.formulation.cycle_maps.schemas import CycleEdgeInput, CycleMapCreate
from couplesone.cases.formulation.errors import CycleMapAgreed
from couplesone.cases.kinds.machine import Machine
from couplesone.cases.kinds.service import ItemService
from couplesone.cases.models import Case, PressureEvent
from couplesone.cases.records import Shown, record_item
from couplesone.kernel.errors import not_before, not_in_the_future
from couplesone.kernel.permissions import Permission
from couplesone.web.schemas import Patch

_DRAWN, _AGREED = "drawn", "agreed"
MOVES: Final = Machine(
    {"change_cycle_map": {_DRAWN: _DRAWN}, "agree_on_cycle_map": {_DRAWN: _AGREED}}, refused=CycleMapAgreed
)
"""A map changes until it is agreed; then a new one supersedes it."""


class CycleMapService(ItemService[CycleMap]):
    """The maps of a case: every version is kept, the latest holds."""

    kind = CycleMap
    day = "drawn_on"

    def enter(self, case: Case, content: CycleMapCreate) -> CycleMap:
        """Insert the map with its steps; ValidationFailed or CycleMapWithoutOwnReaction if they are no cycle."""
        graph.require_whole(content.nodes, content.edges)
        drawn = record_item(self.work, case, CycleMap, content)
        nodes = [
            CycleNode(
                **node.model_dump(),
                position=place,
                cycle_map_id=drawn.id,
                case_id=drawn.case_id,
                client_id=drawn.client_id,
                about=About.PARTNER if node.kind.of_partner else About.CLIENT,
                confided_by=drawn.confided_by,
                visibility=drawn.visibility,
                recorded_by=drawn.recorded_by,
            )
            for place, node in enumerate(content.nodes)
        ]
        self.work.add_all(nodes)
        self._join(drawn, {node.key: node.id for node in nodes}, content.edges)
        return drawn

    def change(self, item_id: UUID, change: Patch, version: int) -> Any:
        """Change a map; CycleMapAgreed if it was agreed, and the problems of changing any item."""
        drawn = item_to_change(self.work, CycleMap, item_id, version)
        MOVES.after("change_cycle_map", _status(drawn))
        return super().change(item_id, change, version)

    def agree(self, item_id: UUID, agreed_on: date | None, version: int) -> Any:
        """Note that client and therapist agreed on the map; CycleMapAgreed, DatesOutOfOrder."""
        drawn = item_to_change(self.work, CycleMap, item_id, version)
        MOVES.after("agree_on_cycle_map", _status(drawn))
        day = agreed_on or self.work.today
        not_in_the_future(day, self.work.today, "/agreed_on")
        not_before(day, drawn.drawn_on, "/agreed_on")
        drawn.agreed_on = day
        self.work.flush()
        return self._one(drawn)

    def shown(self, items: Sequence[CycleMap]) -> Sequence[Any]:
        """Bring steps, edges, the current map, the attempts and the actions: five statements."""
        if not items:
            return items
        ids = [item.id for item in items]
        refusal = standing_of(self.work, items[0].case_id, Permission.CASE_WRITE).refusal
        nodes, edges = self._nodes(ids), self._edges(ids)
        current, attempts = self._current(items[0].case_id), self._attempts(items[0].case_id)
        every = sum(attempts.values())
        return [
            Shown(
                item,
                nodes=nodes[item.id],
                edges=edges[item.id],
                loops=graph.loops(_leads(nodes[item.id], edges[item.id])),
                current=item.id == current,
                attempts=attempts.get(item.id, 0),
                overlap_percent=round(100 * attempts.get(item.id, 0) / every, 1) if every else None,
                actions=MOVES.actions(item, _status(item), refusal),
            )
            for item in items
        ]

    def _join(self, drawn: CycleMap, ids: dict[str, UUID], edges: Sequence[CycleEdgeInput]) -> None:
        self.work.add_all(
            [
                CycleEdge(
                    cycle_map_id=drawn.id,
                    position=place,
                    from_node_id=ids[edge.leads_from],
                    to_node_id=ids[edge.leads_to],
                )
                for place, edge in enumerate(edges)
            ]
        )

    def _nodes(self, ids: Sequence[UUID]) -> dict[UUID, list[CycleNode]]:
        found: dict[UUID, list[CycleNode]] = defaultdict(list)
        statement = select(CycleNode).where(CycleNode.cycle_map_id.in_(ids))
        for node in self.work.db.scalars(statement.order_by(CycleNode.position)):
            found[node.cycle_map_id].append(node)
        return found

    def _edges(self, ids: Sequence[UUID]) -> dict[UUID, list[dict[str, str]]]:
        before = select(CycleNode.key).where(CycleNode.id == CycleEdge.from_node_id).scalar_subquery()
        after = select(CycleNode.key).where(CycleNode.id == CycleEdge.to_node_id).scalar_subquery()
        found: dict[UUID, list[dict[str, str]]] = defaultdict(list)
        statement = select(CycleEdge.cycle_map_id, before, after).where(CycleEdge.cycle_map_id.in_(ids))
        for map_id, leads_from, leads_to in self.work.db.execute(statement.order_by(CycleEdge.position)):
            found[map_id].append({"leads_from": leads_from, "leads_to": leads_to})
        return found

    def _current(self, case_id: UUID) -> UUID | None:
        return self.work.db.scalar(
            select(CycleMap.id)
            .where(
                CycleMap.case_id == case_id,
                CycleMap.entered_in_error_at.is_(None),
                open_to(self.work.staff_id, CycleMap),
            )
            .order_by(CycleMap.drawn_on.desc(), CycleMap.id.desc())
            .limit(1)
        )

    def _attempts(self, case_id: UUID) -> dict[UUID | None, int]:
        """Return how many attempts were logged, by the map they are episodes of (None: of no map)."""
        statement = select(PressureEvent.cycle_map_id, func.sum(PressureEvent.times)).where(
            PressureEvent.case_id == case_id,
            PressureEvent.entered_in_error_at.is_(None),
            open_to(self.work.staff_id, PressureEvent),
        )
        rows = self.work.db.execute(statement.group_by(PressureEvent.cycle_map_id))
        return {map_id: int(times) for map_id, times in rows}


def _status(drawn: CycleMap) -> str:
    return _DRAWN if drawn.agreed_on is None else _AGREED


def _leads(nodes: Sequence[CycleNode], edges: Sequence[dict[str, str]]) -> dict[str, list[str]]:
    leads: dict[str, list[str]] = {node.key: [] for node in nodes}
    for edge in edges:
        leads[edge["leads_from"]].append(edge["leads_to"])
    return leads
