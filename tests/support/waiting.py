"""What of the worked cases waits for a part of the product that is not built yet.

Each entry names the words that the operations of that part will carry in their names. As soon as one of them exists,
the case that waits for it goes red: then its journey is to be walked further, and the entry goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from support.world import World

PRACTICES_DAY: Final = "the practice's day"
"""Appointments, diagnoses, bills, estimates, releases, exports, retention."""


@dataclass(frozen=True, slots=True)
class Waits:
    """Something that a case expects, for which part it waits, and the words that will show that it is there."""

    what: str
    part: str
    words: tuple[str, ...]

    def served_by(self, operations: set[str]) -> list[str]:
        """Return the operations that look like what is waited for."""
        return sorted(name for name in operations if any(word in name for word in self.words))


WAITING: Final[dict[str, tuple[Waits, ...]]] = {
    "C4": (
        Waits("neutral reminders to the safe number alone", PRACTICES_DAY, ("reminder",)),
        Waits("no Z63.0 beside Z69.11", PRACTICES_DAY, ("diagnos",)),
        Waits(
            "exports with their labels, the copy for the client", PRACTICES_DAY, ("export", "release_form")
        ),
    ),
    "C8": (
        Waits("appointments that were missed", PRACTICES_DAY, ("appointment",)),
        Waits("the discharge summary and until when it is kept", PRACTICES_DAY, ("discharge", "retention")),
    ),
    "C10": (
        Waits(
            "the claim for one identified patient, the estimate", PRACTICES_DAY, ("claim", "estimate", "bill")
        ),
    ),
}
"""By case."""


def operations(world: World) -> set[str]:
    """Return the names of all operations, as the API document lists them."""
    document = world.anonymous.get("/openapi.json")
    return {
        operation["operationId"]
        for path in document["paths"].values()
        for operation in path.values()
        if isinstance(operation, dict)
    }


def assert_still_waiting(world: World, *cases: str) -> None:
    """What the cases wait for is not there; if it is, their journeys have to go on."""
    known = operations(world)
    arrived = {
        f"{case}: {wait.what}": found
        for case in cases
        for wait in WAITING[case]
        if (found := wait.served_by(known))
    }
    assert arrived == {}, "this was waited for: walk the case further, and take it off the list"
