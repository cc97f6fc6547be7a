"""The one way from a statement about the partner to a fact (invariant 5, S3.27).

Whoever writes a diagnosis, a problem-list entry or a summary and wants to use what was said about the partner asks
here, by ``fact_from`` with an id or by ``as_fact`` with the statement. There is no other way.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from couplesone.cases.access import item_for
from couplesone.cases.errors import ItemInError
from couplesone.cases.partner_statements.codes import Accuracy, StatementSource
from couplesone.cases.partner_statements.errors import StatementUnverified
from couplesone.cases.partner_statements.models import PartnerStatement
from couplesone.persistence.work import Work

BANNER: Final = (
    "What somebody said about the partner, who was not heard here; "
    "about half of such statements prove accurate, and nobody knows which half."
)
"""Stands on the face of every report about the partner; a rule of thumb, not a statistic."""


@dataclass(frozen=True, slots=True)
class PartnerFact:
    """A statement that another source bears out, to be quoted with its source and day."""

    statement_id: UUID
    text: str
    source: StatementSource
    occurred_on: date


def as_fact(statement: PartnerStatement) -> PartnerFact:
    """Return the statement as a fact; StatementUnverified unless it is corroborated, ItemInError if it is void."""
    if statement.entered_in_error_at is not None:
        raise ItemInError
    if statement.accuracy != Accuracy.CORROBORATED:
        raise StatementUnverified
    return PartnerFact(
        statement_id=statement.id,
        text=statement.text,
        source=StatementSource(statement.source),
        occurred_on=statement.occurred_on,
    )


def fact_from(work: Work, statement_id: UUID) -> PartnerFact:
    """Return a statement as a fact; RecordNotFound if the asker may not know of it, and what ``as_fact`` raises."""
    return as_fact(item_for(work, PartnerStatement, statement_id))
