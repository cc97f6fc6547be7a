"""The reports about one case; each reads it in one statement."""

from __future__ import annotations

from uuid import UUID

from couplesone.cases.weekly import WeeklyMeasure
from couplesone.course.alerts import rules
from couplesone.course.alerts.schemas import AlertsOut
from couplesone.course.facts import CaseFacts
from couplesone.course.queries import View, facts_of, reactions_of, responses_of, whole_case
from couplesone.course.ripple.chart import chart
from couplesone.course.ripple.report import ripple
from couplesone.course.ripple.schemas import RippleOut
from couplesone.course.trends.report import trends
from couplesone.course.trends.schemas import TrendsOut
from couplesone.persistence.work import Work
from couplesone.practices.settings import values_from


class ReportService:
    """What is told of a case over its weeks."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def ripple(self, case_id: UUID, week: int | None) -> RippleOut:
        """Return own change beside what came back, as of the end of a week (default: this week)."""
        seen = whole_case(self.work, case_id, View.RIPPLE)
        facts = facts_of(self.work, seen)
        return ripple(facts, responses_of(seen), self._week(facts, week))

    def ripple_chart(self, case_id: UUID, week: int | None, own: WeeklyMeasure | None) -> bytes:
        """Return the SVG picture of the ripple report."""
        return chart(self.ripple(case_id, week), own).encode()

    def trends(self, case_id: UUID, week: int | None) -> TrendsOut:
        """Return the series that are read together, as of the end of a week (default: this week)."""
        seen = whole_case(self.work, case_id, View.TRENDS)
        facts = facts_of(self.work, seen)
        at = self._week(facts, week)
        return trends(facts, reactions_of(seen), responses_of(seen), seen["sessions_about"], at)

    def alerts(self, case_id: UUID) -> AlertsOut:
        """Return every alert as of today, with the thresholds that hold today."""
        seen = whole_case(self.work, case_id, View.ALERTS)
        facts = facts_of(self.work, seen)
        found = rules.alerts(
            facts,
            reactions_of(seen),
            seen["sessions_about"],
            values_from(seen["settings"]),
            self.work.today,
        )
        return AlertsOut(case_id=case_id, week=facts.week(self.work.today), items=found)

    def _week(self, facts: CaseFacts, week: int | None) -> int:
        return facts.week(self.work.today) if week is None else week
