"""The use cases of the course room."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from couplesone.cases.access import case_to_write
from couplesone.cases.codes import WaivedBy
from couplesone.cases.errors import CaseClosed
from couplesone.cases.staging import last_stage_change, move_to_stage, waive_rule
from couplesone.course.chart import chart
from couplesone.course.completeness import completeness
from couplesone.course.dashboard import dashboard
from couplesone.course.errors import (
    NoSafetyBlock,
    RuleNotWaivable,
    RuleUnknown,
    StageMoveRefused,
    StageRulesUnmet,
)
from couplesone.course.facts import CaseFacts
from couplesone.course.measures import baseline_measures, measures_retaken
from couplesone.course.progress import progress
from couplesone.course.queries import Seen, View, facts_of, standing_in, whole_case
from couplesone.course.schemas import Dashboard, ExitRuleOut, ProgressOut, StageOut, StageWaive
from couplesone.course.series import check_in_weeks
from couplesone.course.stages import (
    LAST_STAGE,
    RuleAnswer,
    RuleState,
    StageFacts,
    answers,
    is_about_safety,
    may_advance,
    name_of,
)
from couplesone.kernel.errors import not_before, not_in_the_future
from couplesone.kernel.permissions import Permission, PermissionDenied
from couplesone.persistence.work import Work
from couplesone.web.schemas import Action


class CourseService:
    """A case seen whole."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def dashboard(self, case_id: UUID) -> Dashboard:
        """Return the case in one answer, as of today."""
        seen = whole_case(self.work, case_id, View.DASHBOARD)
        return dashboard(self.work, seen, facts_of(self.work, seen))

    def progress(self, case_id: UUID, week: int | None) -> ProgressOut:
        """Return every figure of the case as of the end of a week, by default of this week."""
        seen = whole_case(self.work, case_id, View.PROGRESS)
        facts = facts_of(self.work, seen)
        return progress(
            facts,
            self._week(facts, week),
            standing_in(self.work, seen),
            completeness(seen["case"]),
            minimum_points=seen["minimum_points"],
        )

    def chart(self, case_id: UUID, week: int | None) -> bytes:
        """Return the SVG picture of the case as of the end of a week."""
        facts = facts_of(self.work, whole_case(self.work, case_id, View.FIGURES))
        return chart(facts, self._week(facts, week)).encode()

    def _week(self, facts: CaseFacts, week: int | None) -> int:
        return facts.week(self.work.today) if week is None else week


class StageService:
    """The stage of a case and its exit rules."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def get(self, case_id: UUID) -> StageOut:
        """Return the stage with every exit rule and its state."""
        return self._shown(whole_case(self.work, case_id, View.STAGE))

    def advance(self, case_id: UUID, version: int, occurred_on: date | None) -> StageOut:
        """End the stage and begin the next.

        Raises StageRulesUnmet with every rule, StageMoveRefused from the last stage, CaseClosed, VersionStale,
        DatesOutOfOrder when the day lies in the future or before the last change of stage.
        """
        seen = whole_case(self.work, case_id, View.STAGE)
        case = case_to_write(self.work, case_id)
        case.expect(version)
        if case.stage == LAST_STAGE:
            raise StageMoveRefused
        rules = self._rules(seen)
        if not may_advance(case.stage, rules):
            raise StageRulesUnmet(
                extra={"rules": [_shown_rule(rule).model_dump(mode="json") for rule in rules]}
            )
        move_to_stage(self.work, case, case.stage + 1, self._day(case_id, case.opened_on, occurred_on))
        return self.get(case_id)

    def go_back(self, case_id: UUID, version: int, to_stage: int, occurred_on: date | None) -> StageOut:
        """Return to an earlier stage. Raises StageMoveRefused, CaseClosed, VersionStale, DatesOutOfOrder."""
        case = case_to_write(self.work, case_id)
        case.expect(version)
        if to_stage >= case.stage:
            raise StageMoveRefused
        move_to_stage(self.work, case, to_stage, self._day(case_id, case.opened_on, occurred_on))
        return self.get(case_id)

    def waive(self, case_id: UUID, version: int, waiver: StageWaive) -> StageOut:
        """Waive an exit rule of the present stage (decisions B12).

        Raises RuleUnknown, RuleNotWaivable, CaseClosed, VersionStale; on the ground of a safety block NoSafetyBlock
        while none stands; and PermissionDenied to whoever may not know of safety, for that ground and for a rule
        about it.
        """
        seen = whole_case(self.work, case_id, View.STAGE)
        case = case_to_write(self.work, case_id)
        case.expect(version)
        states = {rule.code: rule.state for rule in self._rules(seen)}
        if waiver.rule not in states:
            raise RuleUnknown
        if states[waiver.rule] in (RuleState.MET, RuleState.WAIVED):
            raise RuleNotWaivable
        if is_about_safety(waiver.rule) and standing_in(self.work, seen) is None:
            raise PermissionDenied
        if waiver.waived_by is WaivedBy.SAFETY_BLOCK:
            self._require_block(seen, waiver.rule)
        waive_rule(self.work, case, waiver.rule, WaivedBy(waiver.waived_by), waiver.reason)
        return self.get(case_id)

    def _require_block(self, seen: Seen, rule: str) -> None:
        """Raise NoSafetyBlock unless a block stands; that no screen was taken is no ground to waive the screen."""
        standing = standing_in(self.work, seen)
        if standing is None:
            raise PermissionDenied
        if not (standing.in_danger if is_about_safety(rule) else not standing.clear):
            raise NoSafetyBlock

    def _day(self, case_id: UUID, opened_on: date, occurred_on: date | None) -> date:
        day = occurred_on or self.work.today
        not_in_the_future(day, self.work.today, "/occurred_on")
        not_before(day, last_stage_change(self.work, case_id) or opened_on, "/occurred_on")
        return day

    def _rules(self, seen: Seen) -> tuple[RuleAnswer, ...]:
        stage = seen["case"]["stage"]
        waived = {waiver["rule"] for waiver in seen["waivers"] if waiver["stage"] == stage}
        shown = standing_in(self.work, seen) is not None
        return answers(stage, self._facts(seen), waived, safety_shown=shown)

    def _facts(self, seen: Seen) -> StageFacts:
        facts = facts_of(self.work, seen)
        starts = facts.treatment_starts
        standing = standing_in(self.work, seen)
        counted = [goal for goal in facts.goals if goal.lifecycle not in ("cancelled", "entered_in_error")]
        return StageFacts(
            treatment_consent=seen["consents"] > 0,
            channels_asked=seen["channels"],
            check_in_weeks=check_in_weeks(facts, facts.week(self.work.today)),
            reactions=seen["counts"]["reactions"],
            refusal_reasons=seen["counts"]["refusal_reasons"],
            motive_checks=seen["counts"]["motive_checks"],
            agreed_cycle_maps=seen["counts"]["agreed_cycle_maps"],
            own_part_items=seen["counts"]["own_part_items"],
            purpose_stated=seen["case"]["purpose_statement"] is not None,
            goals=len(counted),
            goal_ratings_in_treatment=sum(
                1 for rating in facts.ratings if starts is not None and facts.week(rating.week_of) >= starts
            ),
            outcome_recorded=seen["case"]["outcome"] is not None,
            client_decisions=seen["counts"]["decisions"],
            safety_screened=standing is not None and standing.screened,
            safety_up_to_date=standing is not None and standing.up_to_date,
            follow_ups_made=seen["counts"]["follow_ups"],
            baseline_measures=baseline_measures(facts),
            measures_retaken=measures_retaken(facts),
            **seen["homework"],
        )

    def _shown(self, seen: Seen) -> StageOut:
        case = seen["case"]
        rules = self._rules(seen)
        advance = may_advance(case["stage"], rules)
        closed = case["status"] == "closed"
        writes = self.work.principal.may(Permission.CASE_WRITE)

        def action(name: str, allowed: bool, problem: type[CaseClosed] | Any) -> Action:
            if not writes:
                return Action(
                    action=name, allowed=False, code="permission_denied", reason="Your role only reads."
                )
            if closed:
                return Action(action=name, allowed=False, code=CaseClosed.code, reason=CaseClosed.detail)
            if not allowed:
                return Action(action=name, allowed=False, code=problem.code, reason=problem.detail)
            return Action(action=name, allowed=True, code=None, reason=None)

        last = case["stage"] == LAST_STAGE
        settled = all(rule.state in (RuleState.MET, RuleState.WAIVED) for rule in rules)
        return StageOut(
            id=UUID(case["id"]),
            case_id=UUID(case["id"]),
            version=case["version"],
            stage=case["stage"],
            name=name_of(case["stage"]),
            rules=[_shown_rule(rule) for rule in rules],
            may_advance=advance,
            actions=[
                action("advance_case_stage", advance, StageMoveRefused if last else StageRulesUnmet),
                action("return_case_stage", case["stage"] > 0, StageMoveRefused),
                action("waive_stage_rule", not settled, RuleNotWaivable),
            ],
        )


def _shown_rule(rule: RuleAnswer) -> ExitRuleOut:
    return ExitRuleOut(code=rule.code, sentence=rule.sentence, state=rule.state)
