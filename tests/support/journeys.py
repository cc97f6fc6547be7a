"""Walking a worked case over HTTP, through the SDK: what was told, recorded as of its days."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import select

from couplesone.cli.demo.measures import answers_to
from couplesone.cli.demo.replay import Replay
from couplesone.cli.demo.story import WorkedCase
from couplesone.jobs.models import OutboxEvent
from couplesone.sdk import Couplesone
from couplesone.sdk.types import CaseOut, ChangeClass, SeriesOut
from support.papers import GOAL
from support.world import Person, World

Change = tuple[float, float | None, bool, ChangeClass]
"""The difference, z, whether it is reliable, and the class."""


def sdk(world: World, person: Person | None = None) -> Couplesone:
    """Return the SDK of somebody over the application, by default the therapist's."""
    token = world.therapist.token if person is None else person.call.token
    return Couplesone("http://localhost", token, transport=world.transport)


def replayed(world: World, story: WorkedCase) -> Replay:
    """Replay a case of the demonstration, so that it has come to today."""
    world.days(3)
    replay = Replay(sdk(world), story, today=world.today)
    for step in replay.steps():
        step.do()
    return replay


def changes(client: Couplesone, case_id: str) -> dict[str, dict[str, Change]]:
    """The change of the latest total of each instrument by every set of parameters."""
    return {
        one["instrument"]: {
            found["parameter_set"]: (
                found["difference"],
                found["z"],
                found["reliable"],
                found["change_class"],
            )
            for found in one["results"][-1]["changes"]
        }
        for one in client.get_measure_results(case_id)["items"]
    }


def told_outside(world: World) -> set[str]:
    """The types of all that was announced to whoever may subscribe one day; nothing else leaves the system."""
    with world.works.open(world.home.id) as work:
        return set(work.db.scalars(select(OutboxEvent.type)))


class Journey:
    """A case that is walked in the time of the world, by the therapist or by whoever is named."""

    def __init__(
        self,
        world: World,
        name: str,
        partner: str,
        *,
        opened_on: date,
        by: Person | None = None,
        **case: Any,
    ) -> None:
        self.world, self.client = world, sdk(world, by)
        self.client_id = self.client.add_client(name_used=name)["id"]
        self.client.record_consent(
            self.client_id,
            kind="treatment",
            text_version="2026-01",
            text="I agree to couples therapy for one.",
            method="paper_signature",
            given_at=datetime.combine(opened_on, time(9), UTC),
        )
        self.client.record_safe_contact(self.client_id, channel="phone", allowed=True, confirmed_on=opened_on)
        self.partner_id = self.client.add_partner(self.client_id, name_used=partner)["id"]
        self.case_id = self.client.open_case(
            self.client_id, partner_id=self.partner_id, opened_on=opened_on, **case
        )["id"]
        self.client.activate_case(self.case_id, occurred_on=opened_on, if_match=self.case["version"])

    @property
    def case(self) -> CaseOut:
        """The case as it stands."""
        return self.client.get_case(self.case_id)

    def day(self, days: int) -> date:
        """The day that lies so many days from now; before now if negative."""
        return self.world.today + timedelta(days=days)

    def series(self, measure: str, week: int) -> SeriesOut:
        """A weekly series as of a week."""
        found = self.client.get_progress(self.case_id, as_of_week=week)["series"]
        return next(one for one in found if one["measure"] == measure)

    def measure(self, instrument: str, total: int, on: date) -> None:
        """Record answers of the client that come to a total."""
        items = self.client.get_instrument(instrument)["rule"]["items"]
        self.client.record_administration(
            self.case_id,
            instrument=instrument,
            taken_on=on,
            respondent="client",
            source="in_room",
            items=answers_to(total, items),
        )

    def check_in(self, on: date, **ratings: int) -> None:
        """Record what the client rates for a week."""
        self.client.record_check_in(self.case_id, week_of=on, source="client", ratings=ratings)

    def plan(self, on: date, goals: int = 1) -> list[str]:
        """Put a plan with goals into force; return the goals' ids."""
        plan = self.client.draft_plan(self.case_id, values_statement="I act by what I stand for.")
        content: dict[str, Any] = {**GOAL, "weight": 1}
        made = [self.client.add_goal(plan["id"], **content)["id"] for _ in range(goals)]
        version = self.client.get_plan(plan["id"])["version"]
        self.client.activate_plan(plan["id"], activated_on=on, if_match=version)
        return made
