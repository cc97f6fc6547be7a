"""Screens to record, and short ways to ask how a case stands."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from support.http import Caller
from support.world import World

NEGATIVE: dict[str, Any] = {
    "taken_alone": True,
    "how": "in_person",
    "answered_by": "client",
    "instruments": [{"instrument": "hark", "variant": "standard", "values": [0, 0, 0, 0]}],
}
LOW = NEGATIVE | {"instruments": [{"instrument": "hark", "variant": "standard", "values": [1, 0, 0, 0]}]}
HIGH = LOW | {"fear": True}
INCOMPLETE = NEGATIVE | {
    "instruments": [{"instrument": "hark", "variant": "standard", "values": [0, None, 0, 0]}]
}
REASON = {"reason": "Screened again, alone; lives elsewhere now."}


def screened(caller: Caller, path: str, body: dict[str, Any] = NEGATIVE, **more: Any) -> dict[str, Any]:
    """Record a screen."""
    found: dict[str, Any] = caller.post(f"{path}/safety-screens", body | more)
    return found


def blocks(caller: Caller, path: str) -> list[str]:
    """Return the codes of what stands in the way of a case."""
    return [block["code"] for block in caller.get(f"{path}/safety")["blocks"]]


def altered(world: World, table: type[Any], **values: Any) -> None:
    """Set columns of the only row of a table, past the API."""
    with world.works.open(world.home.id) as work:
        row = work.db.scalars(select(table)).one()
        for name, value in values.items():
            setattr(row, name, value)
