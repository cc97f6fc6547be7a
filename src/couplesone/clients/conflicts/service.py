"""Looking at conflicts of interest, and deciding them. For the clinical lead; whoever else asks is refused before.

::

    open ──clear──> cleared ──(a new ground is found)──> open
      │──declare──> declared            the one clinician of a practice
      └──(both go on together)──> role_change
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from couplesone.clients.caseload import in_caseload
from couplesone.clients.conflicts.codes import ConflictState, IdentityKind
from couplesone.clients.conflicts.errors import ConflictDecided, NotTheOneClinician
from couplesone.clients.conflicts.models import InterestConflict
from couplesone.clients.conflicts.overview import stands
from couplesone.clients.conflicts.schemas import ConflictFilters, ConflictOut
from couplesone.clients.queries import names_of_clients, names_of_partners
from couplesone.identity.queries import is_the_one_clinician
from couplesone.kernel.errors import Problem, RecordNotFound
from couplesone.persistence.paging import Page, instant, keyset, page_of
from couplesone.persistence.work import Work
from couplesone.web.schemas import Action

MOVES: Final[Mapping[str, ConflictState]] = {
    "clear_conflict": ConflictState.CLEARED,
    "declare_conflict": ConflictState.DECLARED,
}
"""Where an open conflict is led by each operation."""
_KINDS: Final = (
    (IdentityKind.NAME_AND_BIRTH_DATE, "by_name"),
    (IdentityKind.EMAIL, "by_email"),
    (IdentityKind.PHONE, "by_phone"),
)


class ConflictService:
    """The conflicts of interest of a practice. The audit trail keeps that one was read, and not about whom."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def list(self, filters: ConflictFilters) -> Page[ConflictOut]:
        """Return the conflicts, the latest found first."""
        statement = self._reachable()
        if filters.state is not None:
            statement = statement.where(InterestConflict.state.in_(filters.state))
        statement = keyset(
            statement,
            filters.page,
            InterestConflict.opened_at,
            InterestConflict.id,
            parse=instant,
            descending=True,
        )
        rows = self.work.db.execute(statement).all()
        found = page_of(rows, filters.page, lambda row: (row[0].opened_at, row[0].id))
        return Page(self._shown(found.items), found.next_cursor)

    def get(self, conflict_id: UUID) -> ConflictOut:
        """Return one conflict."""
        return self._shown([self._row(conflict_id)])[0]

    def decide(self, operation: str, conflict_id: UUID, reason: str, version: int) -> ConflictOut:
        """Clear or declare an open conflict; VersionStale, ConflictDecided, NotTheOneClinician."""
        conflict = self._row(conflict_id)[0]
        conflict.expect(version)
        problem = _refusal(operation, conflict.state, one_clinician=is_the_one_clinician(self.work))
        if problem is not None:
            raise problem
        conflict.state = MOVES[operation].value
        conflict.decided_at, conflict.decided_by = self.work.now, self.work.staff_id
        conflict.reason = reason
        self.work.flush()
        return self.get(conflict_id)

    def _reachable(self) -> Any:
        return select(InterestConflict, stands().label("stands")).where(
            in_caseload(self.work, InterestConflict.client_id)
        )

    def _row(self, conflict_id: UUID) -> Any:
        row = self.work.db.execute(self._reachable().where(InterestConflict.id == conflict_id)).first()
        if row is None:
            raise RecordNotFound
        return row

    def _shown(self, rows: Sequence[Any]) -> Sequence[ConflictOut]:
        """Return conflicts with names and what can be done; a constant number of statements."""
        clients = {one for row in rows for one in (row[0].client_id, row[0].other_client_id)}
        names = names_of_clients(self.work, clients)
        partners = names_of_partners(self.work, {row[0].partner_id for row in rows})
        one_clinician = is_the_one_clinician(self.work)
        return [
            ConflictOut(
                **{name: getattr(one, name) for name in _OWN},
                stands=bool(row.stands),
                client_name=names[one.client_id],
                partner_name=partners[one.partner_id],
                other_client_name=names[one.other_client_id],
                matched_by=[kind for kind, flag in _KINDS if getattr(one, flag)],
                actions=[_action(move, one, one_clinician=one_clinician) for move in MOVES],
            )
            for row in rows
            for one in (row[0],)
        ]


_BESIDE: Final = {"stands", "client_name", "partner_name", "other_client_name", "matched_by", "actions"}
_OWN: Final = tuple(name for name in ConflictOut.model_fields if name not in _BESIDE)


def _refusal(operation: str, state: str, *, one_clinician: bool) -> type[Problem] | None:
    if state != ConflictState.OPEN.value:
        return ConflictDecided
    if MOVES[operation] is ConflictState.DECLARED and not one_clinician:
        return NotTheOneClinician
    return None


def _action(operation: str, conflict: InterestConflict, *, one_clinician: bool) -> Action:
    problem = _refusal(operation, conflict.state, one_clinician=one_clinician)
    return Action(
        action=operation,
        allowed=problem is None,
        code=problem.code if problem else None,
        reason=problem.detail if problem else None,
    )
