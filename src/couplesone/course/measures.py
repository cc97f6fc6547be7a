"""The measures of a case as its stages, its dashboard and its progress see them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from couplesone.cases.weekly import WeeklyMeasure
from couplesone.course.facts import CaseFacts
from couplesone.course.schemas import MeasureSummary, RiskSummary
from couplesone.course.series import points_of
from couplesone.measures.administrations.scored import kept
from couplesone.measures.codes import ChangeWithheld
from couplesone.measures.instruments.catalogue import BASELINE, COUPLE_SATISFACTION
from couplesone.measures.instruments.symptom_scales import PHQ_9
from couplesone.measures.results.schemas import MeasureSeriesOut
from couplesone.measures.results.series import MeasureSeries, Taken, series_of
from couplesone.measures.results.shown import series_shown, withheld_shown
from couplesone.safety.blocks import Standing


def baseline_measures(facts: CaseFacts) -> int:
    """Return how many of the baseline measures have a total."""
    return len({one.instrument for one in facts.measures if one.total is not None} & set(BASELINE))


def measures_retaken(facts: CaseFacts) -> int:
    """Return how many of the baseline measures have a total from after the activation of the first plan.

    Again means that there is an earlier one too.
    """
    starts = facts.treatment_starts_on
    if starts is None:
        return 0
    scored = [one for one in facts.measures if one.total is not None]
    return sum(
        1
        for code in BASELINE
        if (days := [one.taken_on for one in scored if one.instrument == code])
        and min(days) < max(days)
        and max(days) > starts
    )


def change_withheld(instrument: str, standing: Standing | None) -> ChangeWithheld | None:
    """Return why the change by an instrument is not shown; None where it is (C4).

    A client in danger may be more satisfied because she gives way, so a change in satisfaction with the relationship
    is no success then. Whoever may not know about safety never sees it: what is withheld only in danger would tell.
    """
    if instrument not in COUPLE_SATISFACTION:
        return None
    if standing is None:
        return ChangeWithheld.NOT_SHOWN
    return ChangeWithheld.IN_DANGER if standing.in_danger else None


def shown_series(found: Iterable[Taken], standing: Standing | None) -> list[MeasureSeriesOut]:
    """Return series as shown, each with the parameters it was computed with."""
    return [series_shown(one, change_withheld(one.instrument, standing)) for one in series_of(found)]


def measures_out(facts: CaseFacts, week: int, standing: Standing | None) -> list[MeasureSeriesOut]:
    """Return the series of the measures up to a week."""
    return shown_series((it for it in facts.measures if facts.week(it.taken_on) <= week), standing)


def summaries(facts: CaseFacts, standing: Standing | None) -> list[MeasureSummary]:
    """Return the latest total of each instrument with its class."""
    return [_summary(one, change_withheld(one.instrument, standing)) for one in series_of(facts.measures)]


def phq9_due(facts: CaseFacts, despair_on: date | None) -> bool:
    """Say whether despair was strong and the PHQ-9 was not taken since (S0.4)."""
    if despair_on is None:
        return False
    days = [one.taken_on for one in facts.measures if one.instrument == PHQ_9.code]
    return not days or max(days) < despair_on


def risk(facts: CaseFacts, waiting: list[dict[str, Any]] | None, week: int) -> RiskSummary:
    """Return the risk answers that wait, beside the hope for change of the latest week that tells it (S0.11).

    ``waiting`` is None for whoever may not read safety data.
    """
    hope = points_of(facts, WeeklyMeasure.HOPE_FOR_CHANGE, week)
    return RiskSummary(
        waiting=None if waiting is None else [UUID(answer["id"]) for answer in waiting],
        waiting_since=date.fromisoformat(waiting[0]["answered_on"]) if waiting else None,
        hope_for_change=hope[-1][1] if hope else None,
    )


def _summary(series: MeasureSeries, withheld: ChangeWithheld | None) -> MeasureSummary:
    latest = series.scored[-1] if series.scored else series.results[-1]
    first = series.scored[0].taken.total if series.scored else None
    change = latest.change if withheld is None else None
    return MeasureSummary(
        instrument=series.instrument,
        name=series.name,
        administration_id=latest.taken.id,
        taken_on=latest.taken.taken_on,
        total=kept(latest.taken.total),
        prorated=latest.taken.prorated,
        band=latest.taken.band,
        first_total=kept(first),
        change_class=change.change_class if change else None,
        parameter_set=change.parameters.code if change else None,
        change_withheld=withheld_shown(withheld),
        off_track=bool(series.off_track),
    )
