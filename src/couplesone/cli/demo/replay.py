"""Replaying a worked case over HTTP, as a practice would have recorded it: step by step, in the order of the days."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Concatenate, Final, ParamSpec, TypeVar

from couplesone.cli.demo.formulation import name_own_part, record_motives
from couplesone.cli.demo.homework import Homework
from couplesone.cli.demo.measures import answers_to
from couplesone.cli.demo.safety import record_screen, refer, write_plan
from couplesone.cli.demo.story import Cycle, Day, GoalStory, WorkedCase
from couplesone.kernel.clock import monday_of
from couplesone.sdk import Couplesone, ValidationError
from couplesone.sdk.types import ReactionCode, StageOut, Stance, WeeklyMeasure

P = ParamSpec("P")
T = TypeVar("T")

CONSENT: Final = (
    "I agree to couples therapy for one. I may end it at any time, and my partner is no part of it."
)
WAIVED: Final = "Kept on paper until this version records it."
_SUNDAY: Final = 6


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was recorded for a day."""

    day: date
    what: str
    do: Callable[[], object]


@dataclass(frozen=True, slots=True)
class RefusedGoal:
    """A goal that the API did not take, why, and the hope that was recorded instead."""

    title: str
    code: str
    hope: str


class Replay:
    """One worked case, so that its last week is the last whole week before ``today``."""

    def __init__(self, client: Couplesone, story: WorkedCase, *, today: date) -> None:
        self.client, self.story = client, story
        self.opened_on = monday_of(today) - timedelta(weeks=story.weeks)
        self.today = today
        self.client_id = self.partner_id = self.case_id = self.cycle_map_id = self.plan_id = ""
        self.goal_ids: list[str] = []
        self.homework = Homework(client)
        self.refused_goal: RefusedGoal | None = None

    def steps(self) -> list[Step]:
        """Return everything that is to be recorded, in the order of the days; each is done by its ``do``."""
        return [*self._intake(), *sorted(self._course(), key=lambda step: step.day), self._outlook()]

    def date_of(self, day: Day) -> date:
        """Return the date of a day of the case."""
        return self.opened_on + timedelta(weeks=day.week - 1, days=day.weekday)

    def _intake(self) -> Iterator[Step]:
        first = Day(1, 0)
        yield self._step(first, "client", self._add_client)
        yield self._step(first, "partner", self._add_partner)
        yield self._step(first, "case", self._open_case)
        for days in self.story.asked_before:
            asked_on = self.opened_on - timedelta(days=days)
            yield Step(asked_on, "earlier ask", partial(self._record_earlier_ask, asked_on))
        yield self._step(first, "refusal", self._record_refusal)
        yield self._step(first, "start", self._activate)

    def _course(self) -> Iterator[Step]:
        story = self.story
        yield from self._safety()
        yield from self._formulation()
        for week in range(1, story.weeks + 1):
            note = story.notes.get(week)
            yield self._step(Day(week, story.session_weekday), "session", self._record_session, note)
            yield self._step(Day(week, _SUNDAY), "check-in", self._record_check_in, week)
        for day, stance in story.stances.items():
            yield self._step(day, "partner's stance", self._record_stance, stance)
        for day, felt in story.reactions.items():
            for code, intensity in felt.items():
                yield self._step(day, "reaction", self._record_reaction, code, intensity)
        for day, text in story.hopes.items():
            yield self._step(day, "hope", self._record_hope, text)
        if story.plan_week is not None:
            yield self._step(Day(story.plan_week, 0), "plan", self._make_plan)
        yield from self._measures()
        for week, levels in story.ratings.items():
            for place, level in enumerate(levels):
                yield self._step(Day(week, _SUNDAY), "rating", self._record_rating, place, level)
        yield from self._homework()
        for day in story.stage_ends:
            yield self._step(day, "stage", self._end_stage)

    def _formulation(self) -> Iterator[Step]:
        story = self.story
        for day, motives in story.motives.items():
            yield Step(self.date_of(day), "motive check", partial(self._at, record_motives, day, motives))
        if story.cycle is not None:
            yield self._step(story.cycle.drawn, "cycle map", self._draw_cycle, story.cycle)
            yield self._step(story.cycle.agreed, "agreement on the cycle map", self._agree_on_cycle)
        if story.own_part is not None:
            named, part = story.own_part.named, story.own_part
            yield Step(self.date_of(named), "own part", partial(self._at, name_own_part, named, part))

    def _safety(self) -> Iterator[Step]:
        for day, screen in self.story.screens.items():
            yield Step(self.date_of(day), "safety screen", partial(self._at, record_screen, day, screen))
        for day, parts in self.story.safety_plans.items():
            yield Step(self.date_of(day), "safety plan", partial(self._at, write_plan, day, parts))
        for day, referral in self.story.referrals.items():
            yield Step(self.date_of(day), "referral", partial(self._at, refer, day, referral))

    def _measures(self) -> Iterator[Step]:
        for day, totals in self.story.measures.items():
            for instrument, total in totals.items():
                yield self._step(day, "measure", self._record_measure, instrument, total)

    def _homework(self) -> Iterator[Step]:
        story, work = self.story, self.homework
        for tool in story.tools:
            yield self._step(tool.offered, "tool", self._do_homework, work.offer, tool)
            for day in tool.practised:
                yield self._step(day, "practice", self._do_homework, work.practise, tool)
        for day, tool_code in story.refused_tools:
            yield self._step(day, "refused tool", self._do_homework, work.try_in_vain, tool_code)
        for tried in story.experiments:
            back = tried.response
            yield self._step(tried.planned, "experiment", self._do_homework, work.plan, tried)
            yield self._step(tried.done, "observation", self._do_homework, work.observe, tried)
            yield self._step(back.day, "response", self._do_homework, work.respond, back, tried)
        for back in story.responses:
            yield self._step(back.day, "response", self._do_homework, work.respond, back)

    def _outlook(self) -> Step:
        return Step(self.today, "next step", self._set_next_step)

    def _step(
        self,
        day: Day,
        what: str,
        record: Callable[Concatenate[date, P], object],
        *given: P.args,
        **named: P.kwargs,
    ) -> Step:
        return Step(self.date_of(day), what, partial(record, self.date_of(day), *given, **named))

    def _add_client(self, on: date) -> None:
        person = self.story.client
        self.client_id = self.client.add_client(
            name_used=person.name,
            pronouns=person.pronouns,
            birth_date=date(self.today.year - person.age, 1, 1),
        )["id"]
        self.client.record_consent(
            self.client_id,
            kind="treatment",
            text_version="2026-01",
            text=CONSENT,
            method="paper_signature",
            given_at=datetime.combine(on, time(9), UTC),
        )
        self.client.record_safe_contact(self.client_id, confirmed_on=on, **self.story.contact)

    def _at(self, record: Callable[[Couplesone, str, date, T], object], day: Day, told: T) -> None:
        record(self.client, self.case_id, self.date_of(day), told)

    def _add_partner(self, on: date) -> None:
        person = self.story.partner
        self.partner_id = self.client.add_partner(
            self.client_id, name_used=person.name, pronouns=person.pronouns
        )["id"]
        self.client.record_relationship(
            self.partner_id,
            kind=self.story.relationship,
            status="together",
            since_on=on - timedelta(days=365 * self.story.years_together),
            as_of_on=on,
            cohabiting=True,
        )

    def _open_case(self, on: date) -> None:
        self.case_id = self.client.open_case(
            self.client_id,
            partner_id=self.partner_id,
            opened_on=on,
            purpose_statement=self.story.purpose,
            first_contact_on=on - timedelta(days=6),
            focus_series=self.story.focus,
        )["id"]

    def _record_earlier_ask(self, on: date) -> None:
        self.client.record_pressure_event(
            self.case_id,
            type="ask",
            occurred_on=on,
            partner_experience_hypothesis="May have heard that something is wrong with him.",
        )

    def _record_refusal(self, on: date) -> None:
        refusal = self.story.refusal
        self.client.record_refusal(
            self.case_id,
            answer=refusal.answer,
            occurred_on=on,
            how_asked=refusal.how_asked,
            words=refusal.words,
            quoted=True,
            reasons=[{**reason, "noted_on": on.isoformat()} for reason in refusal.reasons],
        )

    def _activate(self, on: date) -> None:
        version = self.client.get_case(self.case_id)["version"]
        self.client.activate_case(self.case_id, occurred_on=on, if_match=version)

    def _record_session(self, on: date, note: str | None) -> None:
        self.client.record_session(self.case_id, held_on=on, minutes=50, note=note)

    def _record_stance(self, on: date, stance: Stance) -> None:
        self.client.record_partner_stance(self.case_id, stance=stance, occurred_on=on)

    def _record_reaction(self, on: date, code: ReactionCode, intensity: int) -> None:
        self.client.record_reaction(self.case_id, code=code, intensity=intensity, occurred_on=on)

    def _draw_cycle(self, on: date, cycle: Cycle) -> None:
        self.cycle_map_id = self.client.record_cycle_map(
            self.case_id,
            drawn_on=on,
            pattern=cycle.pattern,
            client_role=cycle.client_role,
            intensity=cycle.intensity,
            control_focus=cycle.control_focus,
            nodes=cycle.nodes,
            edges=cycle.edges,
        )["id"]

    def _agree_on_cycle(self, on: date) -> None:
        version = self.client.get_cycle_map(self.cycle_map_id)["version"]
        self.client.agree_on_cycle_map(self.cycle_map_id, agreed_on=on, if_match=version)

    def _record_hope(self, on: date, text: str) -> None:
        self.client.record_hope(self.case_id, text=text, occurred_on=on)

    def _record_check_in(self, on: date, week: int) -> None:
        self.client.record_check_in(
            self.case_id,
            week_of=on,
            source="client",
            counts=_of_week(week, self.story.counts),
            ratings=_of_week(week, self.story.scales),
        )

    def _record_measure(self, on: date, instrument: str, total: int) -> None:
        rule = self.client.get_instrument(instrument)["rule"]
        self.client.record_administration(
            self.case_id,
            instrument=instrument,
            taken_on=on,
            respondent="client",
            source="in_room",
            items=answers_to(total, rule["items"]),
        )

    def _make_plan(self, on: date) -> None:
        plan = self.client.draft_plan(
            self.case_id,
            values_statement=self.story.values,
            review_due_on=monday_of(self.today) + timedelta(weeks=4),
        )
        self.plan_id = plan["id"]
        if self.story.refused_goal is not None:
            self.refused_goal = self._try_goal(self.story.refused_goal, on)
        for goal in self.story.goals:
            self._add_goal(goal)
        version = self.client.get_plan(self.plan_id)["version"]
        self.client.activate_plan(self.plan_id, activated_on=on, if_match=version)

    def _add_goal(self, goal: GoalStory) -> None:
        made = self.client.add_goal(
            self.plan_id,
            title=goal.title,
            category=goal.category,
            weight=goal.weight,
            less=goal.less,
            more=goal.more,
            instead_of=goal.instead_of,
            context=goal.context,
            indicator=goal.indicator,
            levels=[{"level": level, "text": text} for level, text in enumerate(goal.levels, -2)],
            baseline_level=goal.baseline_level,
            acting_person=goal.acting_person,
            measured_person=goal.acting_person,
        )
        self.goal_ids.append(made["id"])

    def _try_goal(self, goal: GoalStory, on: date) -> RefusedGoal:
        """Add a goal that the API refuses, and record a hope instead."""
        try:
            self._add_goal(goal)
        except ValidationError as refusal:
            hope = f"{goal.title}."
            self._record_hope(on, hope)
            return RefusedGoal(goal.title, refusal.code, hope)
        raise AssertionError(f"this goal should have been refused: {goal.title}")

    def _record_rating(self, on: date, place: int, level: int) -> None:
        self.client.record_rating(self.goal_ids[place], week_of=on, source="client", level=level)

    def _do_homework(
        self, on: date, record: Callable[Concatenate[str, date, P], object], *given: P.args, **named: P.kwargs
    ) -> None:
        record(self.case_id, on, *given, **named)

    def _end_stage(self, on: date) -> None:
        stage: StageOut = self.client.get_case_stage(self.case_id)
        for rule in stage["rules"]:
            if rule["state"] == "not_tracked_yet":
                stage = self.client.waive_stage_rule(
                    self.case_id,
                    rule=rule["code"],
                    waived_by="clinician_reason",
                    reason=WAIVED,
                    if_match=stage["version"],
                )
        self.client.advance_case_stage(self.case_id, occurred_on=on, if_match=stage["version"])

    def _set_next_step(self) -> None:
        version = self.client.get_case(self.case_id)["version"]
        self.client.change_case(
            self.case_id,
            next_step=self.story.next_step,
            next_step_due_on=self.today + timedelta(days=7),
            if_match=version,
        )


def _of_week(week: int, series: Mapping[WeeklyMeasure, Sequence[int]]) -> dict[str, int]:
    return {measure: values[week - 1] for measure, values in series.items()}
