"""What a missing or positive safety screen stands in the way of, for every room that assigns or contacts.

::

    require_clear(work: Work, case_id: UUID, what: Guarded) -> Standing
    standing(work: Work, case_id: UUID) -> Standing

``require_clear`` raises ``SafetyBlock`` (409, code ``safety_block``, declare it in ``problems=``) unless the case is
clear. ``extra`` holds ``blocked`` (the code of ``what``) and ``blocks``: each with ``code`` and ``sentence``. Who may
not read safety data, an API key among them, gets one block, ``not_shown``, whatever the reason.

It blocks assigning homework about the own part, in compassion, in soft conversation, and contacting the partner;
never recording (decisions B12). There is no override in any role (invariant 3). Whoever calls it has fetched the
case by its own rules already. One statement.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from couplesone.cases.overview import CASE, CLIENT_ID, is_case
from couplesone.kernel.errors import RecordNotFound
from couplesone.kernel.permissions import Permission
from couplesone.persistence.prepared import Prepared
from couplesone.persistence.work import Work
from couplesone.safety.codes import BlockCode, FlagKind, Guarded, SafetyGrade, ScreenResult, StandingState
from couplesone.safety.errors import SafetyBlock
from couplesone.safety.overview import standing_of

SENTENCES: Final[dict[BlockCode, str]] = {
    BlockCode.IPV_POSITIVE: (
        "A safety screen was positive, or its flag is not released: nothing that asks the client to give way, "
        "and no contact with the partner."
    ),
    BlockCode.SCREEN_MISSING: "No safety screen was taken yet with the client alone.",
    BlockCode.SCREEN_INCOMPLETE: "The last safety screen is incomplete, which is never a no.",
    BlockCode.SCREEN_DUE: "Something happened since the last safety screen that makes a new one due.",
    BlockCode.SCREEN_OLD: "The last safety screen is older than the practice allows.",
    BlockCode.NOT_SHOWN: "The clinicians who treat, cover or supervise see why.",
}
"""What each block says to a clinician."""

_STATES: Final = {
    BlockCode.IPV_POSITIVE: StandingState.POSITIVE,
    BlockCode.SCREEN_MISSING: StandingState.MISSING,
    BlockCode.SCREEN_INCOMPLETE: StandingState.INCOMPLETE,
    BlockCode.SCREEN_DUE: StandingState.DUE,
    BlockCode.SCREEN_OLD: StandingState.OLD,
}
"""The state of a case by its first block; the gravest comes first."""


@dataclass(frozen=True, slots=True)
class Block:
    """One thing that stands in the way."""

    code: BlockCode

    @property
    def sentence(self) -> str:
        """What it says to a clinician."""
        return SENTENCES[self.code]


@dataclass(frozen=True, slots=True)
class OpenFlag:
    """A flag that is not released."""

    id: UUID
    kind: FlagKind
    grade: SafetyGrade
    status: str
    raised_on: date


@dataclass(frozen=True, slots=True)
class Due:
    """A cause since which no screen was taken."""

    id: UUID
    cause: str
    due_on: date


@dataclass(frozen=True, slots=True)
class Standing:
    """How a case stands as to safety: the latest screen, what is flagged, what waits, and the blocks that follow."""

    taken_on: date | None
    result: ScreenResult | None
    grade: SafetyGrade | None
    flags: tuple[OpenFlag, ...]
    due: tuple[Due, ...]
    blocks: tuple[Block, ...]

    @property
    def state(self) -> StandingState:
        """The gravest of what is so."""
        return _STATES[self.blocks[0].code] if self.blocks else StandingState.CLEAR

    @property
    def clear(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.blocks

    @property
    def screened(self) -> bool:
        """Whether the latest screen is complete, whatever it says."""
        return self.result not in (None, ScreenResult.INCOMPLETE)

    @property
    def up_to_date(self) -> bool:
        """Whether no screen is missing, incomplete, due or too old, whatever the latest says."""
        return all(block.code is BlockCode.IPV_POSITIVE for block in self.blocks)

    @property
    def in_danger(self) -> bool:
        """Whether a screen was positive, or its flag is not released."""
        return self.state is StandingState.POSITIVE


_STATEMENT: Final = Prepared(select(standing_of(CASE, CLIENT_ID)).where(is_case()))


def standing(work: Work, case_id: UUID) -> Standing:
    """Return how a case stands as to safety today; RecordNotFound for no case of the practice. One statement."""
    work.flush()  # the statement goes past the session
    rows = work.run(_STATEMENT, case_id=case_id, actor_today=work.today)
    if not rows:
        raise RecordNotFound
    return judge(rows[0][0], work.today)


def require_clear(work: Work, case_id: UUID, what: Guarded) -> Standing:
    """Return the standing of a case that is clear; SafetyBlock otherwise, naming each block in words."""
    found = standing(work, case_id)
    if not found.clear:
        blocks = found.blocks if may_know(work) else (Block(BlockCode.NOT_SHOWN),)
        raise SafetyBlock(
            extra={
                "blocked": what.value,
                "blocks": [{"code": block.code.value, "sentence": block.sentence} for block in blocks],
            }
        )
    return found


def may_know(work: Work) -> bool:
    """Say whether whoever acts may know what safety data say; never an API key."""
    return work.actor is not None and work.actor.may(Permission.SAFETY_READ)


def judge(seen: Mapping[str, Any], today: date) -> Standing:
    """Return the standing that follows from what ``overview.standing_of`` read."""
    flags = tuple(
        OpenFlag(
            UUID(flag["id"]),
            FlagKind(flag["kind"]),
            SafetyGrade(flag["grade"]),
            flag["status"],
            date.fromisoformat(flag["raised_on"]),
        )
        for flag in seen["flags"]
        if not flag["elsewhere"]
    )
    due = tuple(
        Due(UUID(found["id"]), found["cause"], date.fromisoformat(found["due_on"])) for found in seen["due"]
    )
    latest = seen["latest"]
    taken_on = date.fromisoformat(latest["taken_on"]) if latest else None
    result = ScreenResult(latest["result"]) if latest else None
    oldest = today - timedelta(days=seen["max_age_days"])
    stands = {
        BlockCode.IPV_POSITIVE: result is ScreenResult.POSITIVE
        or any(flag["kind"] == FlagKind.IPV_POSITIVE.value for flag in seen["flags"]),
        BlockCode.SCREEN_MISSING: taken_on is None,
        BlockCode.SCREEN_INCOMPLETE: result is ScreenResult.INCOMPLETE,
        BlockCode.SCREEN_DUE: bool(due),
        BlockCode.SCREEN_OLD: taken_on is not None and taken_on < oldest,
    }
    return Standing(
        taken_on=taken_on,
        result=result,
        grade=SafetyGrade(latest["grade"]) if latest and latest["grade"] else None,
        flags=flags,
        due=due,
        blocks=tuple(Block(code) for code, holds in stands.items() if holds),
    )
