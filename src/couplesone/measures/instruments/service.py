"""Which instruments there are: the shipped ones, and the active ones of the practice."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from couplesone.kernel.errors import RecordNotFound, invalid_field
from couplesone.measures.codes import InstrumentOrigin, PracticeInstrumentStatus
from couplesone.measures.errors import InstrumentRetired
from couplesone.measures.instruments.catalogue import SHIPPED
from couplesone.measures.instruments.records import Instrument
from couplesone.measures.instruments.sheets import Sheet, sheet_of
from couplesone.measures.practice_instruments.models import PracticeInstrument
from couplesone.measures.scoring.rule import rule_of
from couplesone.persistence.work import Work


class InstrumentService:
    """The instruments of a practice."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def list(self) -> Sequence[Instrument]:
        """Return every instrument that can be taken: the shipped ones, then the practice's own by code."""
        active = PracticeInstrument.status == PracticeInstrumentStatus.ACTIVE.value
        rows = self.work.db.scalars(
            select(PracticeInstrument).where(active).order_by(PracticeInstrument.code)
        )
        return [*SHIPPED.values(), *map(instrument_of, rows)]

    def get(self, code: str) -> Instrument:
        """Return the version of an instrument that is taken, or else its latest; RecordNotFound."""
        if code in SHIPPED:
            return SHIPPED[code]
        row = self._found(code)
        if row is None:
            raise RecordNotFound
        return instrument_of(row)

    def to_take(self, code: str) -> Instrument:
        """Return the version that is taken now; ValidationFailed if there is none, InstrumentRetired."""
        if code in SHIPPED:
            return SHIPPED[code]
        return instrument_of(self._active(code))

    def sheet(self, code: str) -> Sheet:
        """Return the version that is taken now, as it is shown to whoever answers it; the problems of ``to_take``."""
        if code in SHIPPED:
            return sheet_of(SHIPPED[code])
        row = self._active(code)
        return sheet_of(instrument_of(row), row.questionnaire)

    def _active(self, code: str) -> PracticeInstrument:
        row = self._found(code)
        if row is None:
            raise invalid_field(
                "/instrument", "unknown_code", "There is no such instrument; see /v1/instruments."
            )
        if row.status != PracticeInstrumentStatus.ACTIVE:
            raise InstrumentRetired
        return row

    def _found(self, code: str) -> PracticeInstrument | None:
        statement = select(PracticeInstrument).where(PracticeInstrument.code == code)
        order = (PracticeInstrument.status, PracticeInstrument.number.desc())  # active before retired
        return self.work.db.scalar(statement.order_by(*order).limit(1))


def instrument_of(row: PracticeInstrument) -> Instrument:
    """Return the practice's own instrument as one like any other."""
    return Instrument(
        code=row.code,
        version=row.number,
        name=row.name,
        rule=rule_of(row.rule),
        licence=row.licence,
        origin=InstrumentOrigin.PRACTICE,
        practice_instrument_id=row.id,
    )
