"""Short ways to fill a case with plans, goals, ratings and check-ins past the API."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from couplesone.cases.models import Case
from couplesone.clients.models import CareTeamMember, Client, Partner
from couplesone.plans.models import CheckIn, CheckInValue, Goal, Objective, Plan, PlanGoal, Rating, Strategy
from support.world import World

OPENED = date(2026, 1, 7)
"""A Wednesday; the world's clock stands on Monday, 2 March 2026, in the case's ninth week."""
NOWHERE = "019cadc6-9a80-7011-ad2a-34b4b722da66"
LEVELS = [
    {"level": -2, "text": "I raise my voice in every talk"},
    {"level": -1, "text": "I stay calm in one talk of four"},
    {"level": 0, "text": "I stay calm in half of the talks"},
    {"level": 1, "text": "I stay calm in three talks of four"},
    {"level": 2, "text": "I stay calm in every talk"},
]
GOAL = {
    "title": "I stay calm when we talk about money",
    "less": ["raising my voice"],
    "more": ["saying what I need in one sentence"],
    "instead_of": ["leaving the room"],
    "indicator": "Talks in which I did not raise my voice",
    "levels": LEVELS,
    "baseline_level": -1,
    "acting_person": "client",
    "measured_person": "client",
    "category": "skill",
}


@dataclass
class Chart:
    """The papers of one case of the home practice."""

    world: World
    client_id: UUID
    partner_id: UUID
    case_id: UUID

    def plan(self, status: str = "draft", *, number: int = 1, **more: Any) -> str:
        """Add a version of the plan."""
        if status in ("active", "superseded"):
            more = {"activated_on": date(2026, 2, 2), "review_due_on": date(2026, 3, 2)} | more
        return self._add(Plan(**self._item(), number=number, status=status, **more))

    def goal(
        self, plan_id: str | None = None, lifecycle: str = "proposed", *, place: int = 1, **more: Any
    ) -> str:
        """Add a goal, in a version of the plan if one is given."""
        texts = {name: json.dumps(GOAL[name]) for name in ("less", "more", "instead_of")}
        levels = json.dumps({level["level"]: level["text"] for level in LEVELS})
        plain = {
            name: GOAL[name]
            for name in (
                "title",
                "indicator",
                "baseline_level",
                "acting_person",
                "measured_person",
                "category",
            )
        }
        columns = {**plain, **texts, "levels": levels, "weight": 1, "lifecycle": lifecycle} | more
        goal_id = self._add(Goal(**self._item(), **columns))
        if plan_id is not None:
            self.place(plan_id, goal_id, place)
        return goal_id

    def place(self, plan_id: str, goal_id: str, place: int) -> None:
        """Put a goal into a version of the plan."""
        with self.world.works.open(self.world.home.id) as work:
            work.add(PlanGoal(plan_id=UUID(plan_id), goal_id=UUID(goal_id), position=place))

    def objective(self, goal_id: str, text: str = "I count to ten", place: int = 1, **more: Any) -> str:
        """Add an objective."""
        return self._add(Objective(**self._item(), goal_id=UUID(goal_id), text=text, position=place, **more))

    def strategy(self, objective_id: str, text: str = "I breathe out", place: int = 1, **more: Any) -> str:
        """Add a strategy."""
        return self._add(
            Strategy(**self._item(), objective_id=UUID(objective_id), text=text, position=place, **more)
        )

    def rating(self, goal_id: str, level: int, week_of: date, source: str = "client", **more: Any) -> str:
        """Add a rating."""
        return self._add(
            Rating(**self._item(), goal_id=UUID(goal_id), level=level, week_of=week_of, source=source, **more)
        )

    def check_in(self, week_of: date, source: str = "client", **values: int) -> str:
        """Add a check-in."""
        check_in = self._add(CheckIn(**self._item(), week_of=week_of, source=source))
        with self.world.works.open(self.world.home.id) as work:
            work.add_all(
                [
                    CheckInValue(check_in_id=UUID(check_in), measure=measure, value=value)
                    for measure, value in values.items()
                ]
            )
        return check_in

    def set(self, entity: type[Any], identifier: UUID | str, **values: Any) -> None:
        """Set columns of a row."""
        with self.world.works.open(self.world.home.id) as work:
            row = work.get(entity, UUID(str(identifier)))
            for name, value in values.items():
                setattr(row, name, value)

    def look(self, entity: type[Any], identifier: UUID | str, name: str) -> Any:
        """Return an attribute of a row."""
        with self.world.works.open(self.world.home.id) as work:
            return getattr(work.get(entity, UUID(str(identifier))), name)

    def join(self, person: str, role: str) -> None:
        """Give somebody a part in the client's care."""
        with self.world.works.open(self.world.home.id) as work:
            staff_id = self.world.home.people[person].id
            work.add(CareTeamMember(client_id=self.client_id, staff_id=staff_id, role=role, from_on=OPENED))

    def _item(self) -> dict[str, Any]:
        return {
            "case_id": self.case_id,
            "client_id": self.client_id,
            "recorded_by": self.world.home.people["therapist"].id,
        }

    def _add(self, row: Any) -> str:
        with self.world.works.open(self.world.home.id) as work:
            return str(work.add(row).id)


def open_chart(world: World) -> Chart:
    """Open the case of Mara, whom the therapist treats and the supervisor supervises; her partner is Tobias."""
    home = world.home
    with world.works.open(home.id) as work:
        client_id, partner_id = work.new_id(), work.new_id()
        work.keyring.register(client_id)
        work.keyring.register(partner_id)
        work.add(
            Client(
                id=client_id,
                name_used="Mara",
                status="active",
                locale="en",
                time_zone="Europe/Vienna",
                test_data=False,
            )
        )
        work.add(Partner(id=partner_id, client_id=client_id, name_used="Tobias Lang"))
        for person, role in (("therapist", "treating"), ("supervisor", "supervising"), ("owner", "covering")):
            staff_id = home.people[person].id
            work.add(CareTeamMember(client_id=client_id, staff_id=staff_id, role=role, from_on=OPENED))
        case = work.add(
            Case(
                client_id=client_id,
                partner_id=partner_id,
                kind="solo",
                status="active",
                stage=0,
                opened_on=OPENED,
                focus_series="pressure",
                opened_by=home.people["therapist"].id,
            )
        )
        case_id = case.id
    return Chart(world, client_id, partner_id, case_id)


def action(record: dict[str, Any], name: str) -> tuple[bool, str | None]:
    """Return whether a record offers an action, and the code of the refusal."""
    (found,) = [entry for entry in record["actions"] if entry["action"] == name]
    return found["allowed"], found["code"]
