"""Routes of partner statements."""

from __future__ import annotations

from uuid import UUID

from couplesone.cases.errors import ItemInError
from couplesone.cases.kinds.routes import CLOSED, READ, WRITE, ItemKind, router_of
from couplesone.cases.partner_statements.codes import Verdict
from couplesone.cases.partner_statements.errors import (
    CorroborationNotIndependent,
    StatementAlreadyAssessed,
    StatementUnverified,
)
from couplesone.cases.partner_statements.facts import BANNER, fact_from
from couplesone.cases.partner_statements.schemas import (
    LineCrossingTriage,
    PartnerFactOut,
    PartnerStatementChange,
    PartnerStatementCreate,
    PartnerStatementOut,
    StatementAssess,
)
from couplesone.cases.partner_statements.service import PartnerStatementService
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.persistence.constraints import LinkedRecordMissing
from couplesone.persistence.work import Work

router = router_of(
    ItemKind(
        noun="partner_statement",
        plural="partner_statements",
        service=PartnerStatementService,
        create=PartnerStatementCreate,
        change=PartnerStatementChange,
        out=PartnerStatementOut,
        recorded="Record what somebody said about the partner; it is unverified, whoever says it.",
        composite=True,
    )
)
_ONE = "/v1/partner-statements/{partner_statement_id}"
_ASSESS = (*CLOSED, ItemInError, DatesOutOfOrder, LinkedRecordMissing, StatementAlreadyAssessed)


@router.act(
    f"{_ONE}/corroborate",
    answers="get_partner_statement",
    permission=WRITE,
    problems=(*_ASSESS, CorroborationNotIndependent),
)
def corroborate_partner_statement(
    work: Work, partner_statement_id: UUID, body: StatementAssess, version: int
) -> PartnerStatementOut:
    """Name a later statement, from another source, that bears this one out."""
    return _assess(work, partner_statement_id, body, Verdict.CORROBORATES, version)


@router.act(f"{_ONE}/contradict", answers="get_partner_statement", permission=WRITE, problems=_ASSESS)
def contradict_partner_statement(
    work: Work, partner_statement_id: UUID, body: StatementAssess, version: int
) -> PartnerStatementOut:
    """Name a later statement that contradicts this one; each one does so once."""
    return _assess(work, partner_statement_id, body, Verdict.CONTRADICTS, version)


@router.act(
    f"{_ONE}/triage", answers="get_partner_statement", permission=WRITE, problems=(*CLOSED, ItemInError)
)
def triage_partner_statement(
    work: Work, partner_statement_id: UUID, body: LineCrossingTriage, version: int
) -> PartnerStatementOut:
    """Say how far over a line goes what is told: difficult, unacceptable, or harmful, which starts safety."""
    shown = PartnerStatementService(work).triage(partner_statement_id, body.line_crossing, version)
    return PartnerStatementOut.model_validate(shown)


@router.ask(f"{_ONE}/as-fact", permission=READ, problems=(ItemInError, StatementUnverified))
def use_partner_statement_as_fact(work: Work, partner_statement_id: UUID) -> PartnerFactOut:
    """Ask for a statement as a fact, for a diagnosis, a problem list or a summary; refused unless borne out."""
    fact = fact_from(work, partner_statement_id)
    return PartnerFactOut(
        statement_id=fact.statement_id,
        banner=BANNER,
        text=fact.text,
        source=fact.source,
        occurred_on=fact.occurred_on,
    )


def _assess(
    work: Work, statement_id: UUID, body: StatementAssess, verdict: Verdict, version: int
) -> PartnerStatementOut:
    shown = PartnerStatementService(work).assess(
        statement_id, body.by_statement_id, verdict, body.noted_on, version
    )
    return PartnerStatementOut.model_validate(shown)
