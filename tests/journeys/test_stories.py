"""The cases that the demonstration tells: whole, and right on every day of the week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from couplesone.cli.demo.beatriz import BEATRIZ
from couplesone.cli.demo.mara import MARA
from couplesone.cli.demo.measures import answers_to
from couplesone.cli.demo.replay import Replay
from couplesone.cli.demo.story import Day, WorkedCase
from couplesone.sdk import Couplesone
from support.journeys import replayed, sdk
from support.world import World


@pytest.mark.parametrize("story", [MARA, BEATRIZ], ids=lambda story: story.code)
@pytest.mark.parametrize("weekday", range(7))
def test_the_last_week_is_the_last_whole_one_on_every_day_of_the_week(
    story: WorkedCase, weekday: int
) -> None:
    today = date(2026, 3, 2) + timedelta(days=weekday)
    replay = Replay(Couplesone("http://localhost"), story, today=today)
    assert replay.opened_on + timedelta(weeks=story.weeks) == date(2026, 3, 2)
    assert all(step.day <= today for step in replay.steps())


@pytest.mark.parametrize("story", [MARA, BEATRIZ], ids=lambda story: story.code)
def test_a_story_is_told_to_its_end(story: WorkedCase) -> None:
    for values in (*story.counts.values(), *story.scales.values()):
        assert len(values) == story.weeks
    for goal in story.goals:
        assert len(set(goal.levels)) == 5
        assert goal.baseline_level == -1
    assert all(len(levels) == len(story.goals) for levels in story.ratings.values())
    assert max(story.ratings) == story.weeks


def test_a_goal_that_is_taken_although_it_should_be_refused_is_no_demonstration(world: World) -> None:
    story = replace(MARA, refused_goal=MARA.goals[0])
    with pytest.raises(AssertionError, match="should have been refused"):
        replayed(world, story)


def test_a_tool_that_is_taken_although_it_should_be_refused_is_no_demonstration(world: World) -> None:
    story = replace(MARA, refused_tools=((Day(1, 1), "time_out"),))
    with pytest.raises(AssertionError, match="should have been refused: Taking a break"):
        replayed(world, story)


def test_answers_come_to_a_total_without_opening_the_risk_path(world: World) -> None:
    items = sdk(world).get_instrument("phq9")["rule"]["items"]
    assert answers_to(12, items) == [2, 2, 2, 2, 1, 1, 1, 1, 0]
    assert answers_to(24, items) == [3] * 8 + [0]
    for total in (-1, 25):
        with pytest.raises(ValueError, match="cannot come to"):
            answers_to(total, items)
