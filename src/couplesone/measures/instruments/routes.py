"""Routes of instruments."""

from __future__ import annotations

from couplesone.kernel.permissions import Permission
from couplesone.measures.instruments.schemas import InstrumentCode, InstrumentOut, InstrumentsOut
from couplesone.measures.instruments.service import InstrumentService
from couplesone.persistence.work import Work
from couplesone.web.routing import Router

router = Router("measures")
READ = Permission.MEASURE_READ


@router.read("/v1/instruments", permission=READ, audited=False)
def list_instruments(work: Work) -> InstrumentsOut:
    """List the instruments that can be taken, the practice's own among them, each with its scoring rule."""
    return InstrumentsOut.model_validate({"items": InstrumentService(work).list()})


@router.read("/v1/instruments/{code}", permission=READ, audited=False)
def get_instrument(work: Work, code: InstrumentCode) -> InstrumentOut:
    """Read an instrument by its code."""
    return InstrumentOut.model_validate(InstrumentService(work).get(code))
