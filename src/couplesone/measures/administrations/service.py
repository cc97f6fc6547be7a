"""Recording, correcting and recomputing administrations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from couplesone.cases.access import case_to_write, item_for, item_to_change
from couplesone.cases.codes import About
from couplesone.cases.corrections import history
from couplesone.cases.records import Shown, list_items, mark_in_error, record_item
from couplesone.cases.risk_answers.keeping import AnsweredMeasure, follow_measure, keep_of_measure
from couplesone.kernel.errors import not_in_the_future
from couplesone.measures.administrations.models import (
    Administration,
    AdministrationAnswer,
    AdministrationCorrection,
)
from couplesone.measures.administrations.schemas import (
    AdministrationChange,
    AdministrationCreate,
    Recomputed,
)
from couplesone.measures.administrations.scored import (
    columns_of,
    computed_score,
    cut_offs,
    exact,
    scored,
    stored_score,
)
from couplesone.measures.codes import Respondent
from couplesone.measures.errors import ProxyMeasureRefused
from couplesone.measures.instruments.service import InstrumentService
from couplesone.measures.scoring.rule import ScoringRule, rule_of
from couplesone.measures.scoring.scores import Answers, risk_places
from couplesone.persistence.paging import Page, PageRequest
from couplesone.persistence.work import Work

_CORRECTED = AdministrationCorrection.administration_id


class AdministrationService:
    """Administrations of a case: each instrument once a day, answered by the client about the client."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def record(self, case_id: UUID, content: AdministrationCreate) -> Shown:
        """Record what the client answered, and score it.

        Raises ProxyMeasureRefused, ValidationFailed (unknown instrument, answers that do not fit), InstrumentRetired,
        AdministrationExists, DatesOutOfOrder, CaseClosed, ClientArchived.
        """
        case = case_to_write(self.work, case_id)
        _require_the_client(content)
        instrument = InstrumentService(self.work).to_take(content.instrument)
        taken_on = content.taken_on or self.work.today
        not_in_the_future(taken_on, self.work.today, "/taken_on")
        result = scored(instrument.rule, content.items)
        administration = record_item(
            self.work,
            case,
            Administration,
            content,
            taken_on=taken_on,
            instrument_version=instrument.version,
            practice_instrument_id=instrument.practice_instrument_id,
            parameters=instrument.rule.as_json(),
            **columns_of(result),
        )
        self._insert(administration, dict(enumerate(content.items, 1)))
        keep_of_measure(self.work, _answered(administration, risk_places(instrument.rule, content.items)))
        return _one(administration, instrument.rule, content.items, 0)

    def is_taken(self, case_id: UUID, instrument: str, day: date) -> bool:
        """Say whether the case holds the instrument on a day, so that it cannot be recorded again."""
        held = select(Administration.id).where(
            Administration.case_id == case_id,
            Administration.instrument == instrument,
            Administration.taken_on == day,
            Administration.entered_in_error_at.is_(None),
        )
        return self.work.db.scalar(held) is not None

    def list(self, case_id: UUID, page: PageRequest) -> Page[Shown]:
        """Return the administrations of a case, the latest first, those entered in error among them."""
        found = list_items(self.work, case_id, Administration, page, day="taken_on")
        return Page(self._shown(found.items), found.next_cursor)

    def get(self, administration_id: UUID) -> Shown:
        """Return one administration."""
        return self._shown([item_for(self.work, Administration, administration_id)])[0]

    def correct(self, administration_id: UUID, change: AdministrationChange, version: int) -> Shown:
        """Correct an administration, score it again by its own rule, and keep what it said.

        Raises ValidationFailed if it says the same already or answers do not fit, AdministrationExists.
        """
        administration = item_to_change(self.work, Administration, administration_id, version)
        not_in_the_future(change.taken_on, self.work.today, "/taken_on")
        rule = rule_of(administration.parameters)
        answers = self._answers([administration.id], {administration.id: len(rule.items)})[administration.id]
        before = _content(administration, answers)
        wanted = change.changes()
        items = wanted.pop("items", answers)
        result = scored(rule, items)
        kept: dict[str, Any] = {
            name: wanted[name] for name in ("taken_on", "source", "note") if name in wanted
        }
        for name, value in (kept | columns_of(result)).items():
            setattr(administration, name, value)
        now = _content(administration, items)
        self.work.touch(administration)
        history.correct(self.work, _CORRECTED, administration, before=before, now=now, reason=change.reason)
        self._replace(administration, items)
        changed = {
            place for place, (old, new) in enumerate(zip(answers, items, strict=True), 1) if old != new
        }
        follow_measure(self.work, _answered(administration, risk_places(rule, items), changed))
        return self._shown([administration])[0]

    def corrections(self, administration_id: UUID, page: PageRequest) -> Page[Shown]:
        """Return what an administration said before each of its corrections."""
        administration = item_for(self.work, Administration, administration_id)
        return history.corrections_of(self.work, _CORRECTED, administration, page)

    def mark_in_error(self, administration_id: UUID, reason: str, version: int) -> Shown:
        """Mark an administration as entered in error: kept, out of every result, its day free again."""
        administration = item_to_change(self.work, Administration, administration_id, version)
        mark_in_error(self.work, administration, reason)
        follow_measure(self.work, _answered(administration, ()))
        return self._shown([administration])[0]

    def recompute(self, administration_id: UUID) -> Recomputed:
        """Score the stored answers by the stored rule again, and compare (invariant 10)."""
        administration = item_for(self.work, Administration, administration_id)
        rule = rule_of(administration.parameters)
        answers = self._answers([administration.id], {administration.id: len(rule.items)})[administration.id]
        stored, computed = stored_score(administration, rule), computed_score(rule, answers)
        return Recomputed(
            id=administration.id,
            instrument=administration.instrument,
            instrument_version=administration.instrument_version,
            stored=stored,
            computed=computed,
            agrees=stored == computed,
        )

    def _insert(self, administration: Administration, answers: Mapping[int, int | None]) -> None:
        self.work.add_all(
            [
                AdministrationAnswer(administration_id=administration.id, item=place, value=answer)
                for place, answer in answers.items()
                if answer is not None
            ]
        )

    def _replace(self, administration: Administration, items: Answers) -> None:
        rows = {row.item: row for row in self._rows([administration.id])}
        new = {}
        for place, answer in enumerate(items, 1):
            row = rows.get(place)
            if row is None:
                new[place] = answer
            elif answer is None:
                self.work.db.delete(row)
            else:
                row.value = answer
        self._insert(administration, new)

    def _rows(self, ids: Iterable[UUID]) -> Sequence[AdministrationAnswer]:
        return self.work.db.scalars(
            select(AdministrationAnswer).where(AdministrationAnswer.administration_id.in_(list(ids)))
        ).all()

    def _answers(self, ids: Sequence[UUID], lengths: Mapping[UUID, int]) -> dict[UUID, Answers]:
        given: dict[UUID, dict[int, int]] = defaultdict(dict)
        for row in self._rows(ids):
            given[row.administration_id][row.item] = row.value
        return {
            identifier: [given[identifier].get(place) for place in range(1, lengths[identifier] + 1)]
            for identifier in ids
        }

    def _shown(self, administrations: Sequence[Administration]) -> Sequence[Shown]:
        if not administrations:
            return []
        ids = [it.id for it in administrations]
        rules = {it.id: rule_of(it.parameters) for it in administrations}
        answers = self._answers(ids, {identifier: len(rule.items) for identifier, rule in rules.items()})
        counts = history.count_corrections(self.work, _CORRECTED, ids)
        return [_one(it, rules[it.id], answers[it.id], counts.get(it.id, 0)) for it in administrations]


def _require_the_client(content: AdministrationCreate) -> None:
    if content.respondent is not Respondent.CLIENT or content.about is not About.CLIENT:
        raise ProxyMeasureRefused


def _answered(
    administration: Administration, places: Collection[int], changed: Collection[int] = ()
) -> AnsweredMeasure:
    return AnsweredMeasure(
        id=administration.id,
        case_id=administration.case_id,
        client_id=administration.client_id,
        visibility=administration.visibility,
        instrument=administration.instrument,
        taken_on=administration.taken_on,
        items=places,
        changed=changed,
    )


def _one(administration: Administration, rule: ScoringRule, answers: Answers, corrections: int) -> Shown:
    return Shown(
        administration,
        items=list(answers),
        score=stored_score(administration, rule),
        cut_offs=cut_offs(rule, exact(administration.total), prorated=administration.prorated),
        risk_items=risk_places(rule, answers),
        parameters=rule,
        corrections=corrections,
    )


def _content(administration: Administration, answers: Answers) -> dict[str, Any]:
    return {
        "taken_on": administration.taken_on.isoformat(),
        "source": str(administration.source),
        "items": list(answers),
        "total": administration.total,
        "note": administration.note,
    }
