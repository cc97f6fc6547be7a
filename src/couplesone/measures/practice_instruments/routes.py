"""Routes of the practice's own instruments."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.kernel.permissions import Permission
from couplesone.measures.errors import InstrumentCodeTaken, InstrumentTransitionRefused, QuestionnaireInvalid
from couplesone.measures.practice_instruments.schemas import (
    PracticeInstrumentCreate,
    PracticeInstrumentFilters,
    PracticeInstrumentOut,
)
from couplesone.measures.practice_instruments.service import PracticeInstrumentService
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing

router = Router("measures")
READ, MANAGE = Permission.MEASURE_READ, Permission.PRACTICE_MANAGE
_ALL, _ONE = "/v1/practice-instruments", "/v1/practice-instruments/{practice_instrument_id}"


@router.create(
    _ALL,
    answers="get_practice_instrument",
    permission=MANAGE,
    problems=(InstrumentCodeTaken, QuestionnaireInvalid),
)
def add_practice_instrument(work: Work, body: PracticeInstrumentCreate) -> PracticeInstrumentOut:
    """Load an instrument that the practice may use: a FHIR R4 Questionnaire with a scoring rule."""
    return PracticeInstrumentOut.model_validate(PracticeInstrumentService(work).add(body))


@router.read(_ALL, permission=READ)
def list_practice_instruments(
    work: Work, query: Annotated[PracticeInstrumentFilters, Query()]
) -> Listing[PracticeInstrumentOut]:
    """List the versions of the practice's own instruments by code."""
    found = PracticeInstrumentService(work).list(query.page, query.status)
    return Listing[PracticeInstrumentOut].model_validate(found)


@router.read(_ONE, permission=READ)
def get_practice_instrument(work: Work, practice_instrument_id: UUID) -> PracticeInstrumentOut:
    """Read a version of an instrument of the practice."""
    return PracticeInstrumentOut.model_validate(PracticeInstrumentService(work).get(practice_instrument_id))


@router.act(
    f"{_ONE}/retire",
    answers="get_practice_instrument",
    permission=MANAGE,
    problems=(InstrumentTransitionRefused,),
)
def retire_practice_instrument(
    work: Work, practice_instrument_id: UUID, version: int
) -> PracticeInstrumentOut:
    """Retire a version: it is not taken any more, and what was scored with it stays."""
    found = PracticeInstrumentService(work).move(practice_instrument_id, "retire", version)
    return PracticeInstrumentOut.model_validate(found)


@router.act(
    f"{_ONE}/reinstate",
    answers="get_practice_instrument",
    permission=MANAGE,
    problems=(InstrumentTransitionRefused,),
)
def reinstate_practice_instrument(
    work: Work, practice_instrument_id: UUID, version: int
) -> PracticeInstrumentOut:
    """Let a retired version be taken again; another version that is active is retired."""
    found = PracticeInstrumentService(work).move(practice_instrument_id, "reinstate", version)
    return PracticeInstrumentOut.model_validate(found)
