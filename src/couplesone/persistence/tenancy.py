"""One practice never sees another: the scope that every ORM statement gets.

First wall: each session belongs to one practice; its SELECTs, UPDATEs and DELETEs are given the criterion
``practice_id = …`` for every mapped class in them, and a new row of another practice is refused. Statements that
are executed without a session go through ``Work.read``, which adds the same criterion.
Second wall, on PostgreSQL: row-level security on every table, set per transaction.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import Select, bindparam, event
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction, with_loader_criteria

from couplesone.persistence.base import Base, Owned
from couplesone.persistence.practice import Practice

PRACTICE_ID = "practice_id"


class ScopeViolation(RuntimeError):
    """A row of another practice was about to be written, or a session has no practice."""


_CRITERIA = tuple(
    with_loader_criteria(
        entity, lambda cls: cls.practice_id == bindparam("practice_id"), include_aliases=True
    )
    for entity in (Owned, Practice)
)


AnySelect = Select[*tuple[Any, ...]]


_scoped: WeakKeyDictionary[AnySelect, AnySelect] = WeakKeyDictionary()


def scoped(statement: AnySelect) -> AnySelect:
    """Return the statement with every mapped class in it bound to the parameter ``practice_id``.

    A statement that a module keeps is scoped once, so that its compiled form is found again at once.
    """
    found = _scoped.get(statement)
    if found is None:
        found = _scoped[statement] = statement.options(*_CRITERIA)
    return found


class PracticeSession(Session):
    """A session of one practice."""


@event.listens_for(PracticeSession, "do_orm_execute")
def _scope(state: ORMExecuteState) -> None:
    if state.is_select or state.is_update or state.is_delete:
        practice_id = state.session.info.get(PRACTICE_ID)
        if not isinstance(practice_id, UUID):
            raise ScopeViolation("this session belongs to no practice")
        state.statement = state.statement.options(
            with_loader_criteria(Owned, lambda cls: cls.practice_id == practice_id, include_aliases=True),
            with_loader_criteria(Practice, lambda cls: cls.practice_id == practice_id, include_aliases=True),
        )


@event.listens_for(PracticeSession, "before_flush")
def _stamp(session: Session, _context: UOWTransaction, _instances: Any) -> None:
    practice_id = session.info.get(PRACTICE_ID)
    for entity in (*session.new, *session.dirty, *session.deleted):
        if isinstance(entity, Base) and entity.practice_id != practice_id:  # type: ignore[attr-defined]
            raise ScopeViolation(type(entity).__name__)
