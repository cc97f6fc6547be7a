"""Recording and reading safety screens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select

from couplesone.cases.access import case_to_write, item_for, item_to_change
from couplesone.cases.codes import Visibility
from couplesone.cases.records import Shown, list_items, mark_in_error, record_item
from couplesone.kernel.errors import not_in_the_future
from couplesone.persistence.paging import Page, PageRequest
from couplesone.persistence.work import Work
from couplesone.practices.codes import SettingKey
from couplesone.practices.settings import value_on
from couplesone.safety.codes import FlagKind, LineCrossing, ReferralKind, SafetyGrade, ScreenResult
from couplesone.safety.flags.raising import raise_again, raise_flag
from couplesone.safety.screens.instruments import FACTS_VERSION, SCREENERS
from couplesone.safety.screens.models import SafetyScreen, ScreenAnswer, ScreenScore
from couplesone.safety.screens.schemas import (
    InstrumentAnswers,
    SafetyInstrumentOut,
    SafetyInstrumentsOut,
    SafetyScreenCreate,
)
from couplesone.safety.screens.scoring import DangerFacts, Score, score, verdict

_DANGERS: Final = (
    "fear",
    "injury",
    "weapon",
    "strangulation",
    "threat_of_retaliation",
    "coercive_control",
)
_Key = tuple[UUID, str, str]


class ScreenService:
    """The safety screens of a case. A screen is never changed: another one is taken."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def instruments(self) -> SafetyInstrumentsOut:
        """Return the instruments as data."""
        items = [
            SafetyInstrumentOut(
                instrument=found.instrument,
                variant=found.variant,
                label=found.instrument.label,
                facts_version=FACTS_VERSION,
                item_count=found.facts.item_count,
                lowest=found.facts.lowest,
                highest=found.facts.highest,
                cut=found.facts.cut,
                loinc=found.loinc,
                source=found.source,
            )
            for found in SCREENERS
        ]
        return SafetyInstrumentsOut(items=items)

    def record(self, case_id: UUID, content: SafetyScreenCreate) -> Shown:
        """Record and score a screen; a positive one flags the case (decisions F32).

        Raises RecordNotFound, CaseClosed, ClientArchived, and DatesOutOfOrder if the day has not come.
        """
        work = self.work
        case = case_to_write(work, case_id)
        if "taken_on" not in content.model_fields_set:
            content = content.model_copy(update={"taken_on": work.today})
        not_in_the_future(content.taken_on, work.today, "/taken_on")
        scored = [(given, score(given.facts, given.values)) for given in content.instruments]
        danger = DangerFacts(
            **{name: getattr(content, name) is True for name in _DANGERS},
            harmful=content.line_crossing is LineCrossing.HARMFUL,
            danger_level=content.danger_level,
        )
        high_hits = value_on(work, SettingKey.HIGH_RISK_HITS_TOTAL, content.taken_on)
        found = verdict([(given.instrument, result) for given, result in scored], danger, high_hits)
        screen = record_item(
            work,
            case,
            SafetyScreen,
            content,
            visibility=Visibility.CLINICIAN_PRIVATE.value,
            result=found.result.value,
            grade=found.grade.value if found.grade else None,
            high_hits_total=high_hits,
        )
        work.add_all([_score_row(screen.id, given, result) for given, result in scored])
        work.add_all([row for given, _ in scored for row in _answer_rows(screen.id, given)])
        if found.grade is not None:
            raise_flag(
                work,
                case_id=case.id,
                client_id=case.client_id,
                kind=FlagKind.IPV_POSITIVE,
                grade=found.grade,
                on=screen.taken_on,
                screen_id=screen.id,
            )
        return self._one(screen)

    def list(self, case_id: UUID, page: PageRequest) -> Page[Shown]:
        """Return the screens of a case, the latest first, those entered in error among them."""
        found = list_items(self.work, case_id, SafetyScreen, page, day="taken_on")
        return Page(self._shown(found.items), found.next_cursor)

    def get(self, screen_id: UUID) -> Shown:
        """Return one screen."""
        return self._one(item_for(self.work, SafetyScreen, screen_id))

    def mark_in_error(self, screen_id: UUID, reason: str, version: int) -> Shown:
        """Mark a screen as entered in error: kept, and out of everything that counts.

        The flag that it raised stays: a flag goes by release alone; and one that was released on the strength of this
        screen is raised again (invariant 3).
        """
        screen = mark_in_error(self.work, item_to_change(self.work, SafetyScreen, screen_id, version), reason)
        raise_again(self.work, screen.id)
        return self._one(screen)

    def _one(self, screen: SafetyScreen) -> Shown:
        return self._shown([screen])[0]

    def _shown(self, screens: Sequence[SafetyScreen]) -> Sequence[Shown]:
        """Bring the scores and the answers of the screens: one statement each."""
        ids = [screen.id for screen in screens]
        scores = self.work.db.scalars(
            select(ScreenScore)
            .where(ScreenScore.screen_id.in_(ids))
            .order_by(ScreenScore.instrument, ScreenScore.variant)
        ).all()
        values: dict[_Key, dict[int, int]] = defaultdict(dict)
        for answer in self.work.db.scalars(select(ScreenAnswer).where(ScreenAnswer.screen_id.in_(ids))):
            values[answer.screen_id, answer.instrument, answer.variant][answer.position] = answer.value
        found: dict[UUID, list[Shown]] = defaultdict(list)
        for row in scores:
            given = values[row.screen_id, row.instrument, row.variant]
            in_order = [given.get(place) for place in range(1, row.item_count + 1)]
            found[row.screen_id].append(Shown(row, values=in_order))
        return [
            Shown(screen, instruments=found[screen.id], referrals_suggested=suggested(screen))
            for screen in screens
        ]


def suggested(screen: SafetyScreen) -> list[ReferralKind]:
    """Return what to offer after these answers (S2.54); always to the client, never about the partner."""
    reasons = {
        ReferralKind.VIOLENCE_SERVICE: screen.result == ScreenResult.POSITIVE,
        ReferralKind.SUBSTANCE_SERVICE: screen.partner_addiction_reported or screen.own_addiction,
        ReferralKind.CRISIS: screen.grade == SafetyGrade.HIGH,
        ReferralKind.MEDICAL: screen.injury or screen.strangulation,
        ReferralKind.LEGAL: screen.threat_of_retaliation or screen.weapon,
    }
    return [kind for kind, holds in reasons.items() if holds]


def _score_row(screen_id: UUID, given: InstrumentAnswers, result: Score) -> ScreenScore:
    facts = given.facts
    return ScreenScore(
        screen_id=screen_id,
        instrument=given.instrument.value,
        variant=given.variant.value,
        facts_version=FACTS_VERSION,
        item_count=facts.item_count,
        lowest=facts.lowest,
        highest=facts.highest,
        cut=facts.cut,
        total=result.total,
        at_least=result.at_least,
        result=result.result.value,
    )


def _answer_rows(screen_id: UUID, given: InstrumentAnswers) -> Iterable[ScreenAnswer]:
    for position, value in enumerate(given.values, start=1):
        if value is not None:
            yield ScreenAnswer(
                screen_id=screen_id,
                instrument=given.instrument.value,
                variant=given.variant.value,
                position=position,
                value=value,
            )
