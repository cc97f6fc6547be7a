"""Whether telling the partner is safe: asked of whoever knows about safety, which lies above this room.

The wiring puts a ``TellingGuard`` into ``work.extras`` under ``TELLING_GUARD``. What is expected of it: answers about
the case as of now, from a constant number of statements, that depend on recorded safety data and on who asks, and
on nothing else; it does not raise, and does not tell why. Without a guard nothing stands against telling. A guard
holds planning (S3.24), never the record of what was told already (decisions.md 12).
"""

from __future__ import annotations

from typing import Final, Protocol, cast
from uuid import UUID

from couplesone.persistence.work import Work

TELLING_GUARD: Final = "telling_guard"


class TellingGuard(Protocol):
    """Knows whether safety stands against telling the partner."""

    def holds(self, work: Work, case_id: UUID) -> bool:
        """Say whether a plan to tell is refused; where the asker may not know why, it must not follow from it."""
        ...

    def shows_danger(self, work: Work, case_id: UUID) -> bool:
        """Say whether the asker may know, and it is so, that telling is unsafe; False for whoever may not know."""
        ...


def telling_is_held(work: Work, case_id: UUID) -> bool:
    """Return whether a plan to tell is refused; False if there is no guard."""
    guard = _guard(work)
    return guard is not None and guard.holds(work, case_id)


def telling_shows_danger(work: Work, case_id: UUID) -> bool:
    """Return whether the asker sees that telling is unsafe; False if there is no guard."""
    guard = _guard(work)
    return guard is not None and guard.shows_danger(work, case_id)


def _guard(work: Work) -> TellingGuard | None:
    return cast(TellingGuard | None, work.extras.get(TELLING_GUARD))
