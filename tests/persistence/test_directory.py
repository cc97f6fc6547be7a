"""The one look across all practices."""

from __future__ import annotations

import json
import logging

import pytest
from sqlalchemy import func, select

from couplesone.identity.models import Staff
from couplesone.persistence.directory import all_practices, only_practice, system_scope
from couplesone.practices.service import create_practice


def test_every_practice_is_listed_the_oldest_first(works) -> None:
    assert all_practices(works, "a test") == []
    made = [create_practice(works, name=name, time_zone="UTC") for name in ("Willow", "Alder")]
    found = all_practices(works, "a test")
    assert [(practice.id, practice.name, practice.time_zone) for practice in found] == [
        (made[0], "Willow", "UTC"),
        (made[1], "Alder", "UTC"),
    ]


def test_the_only_practice_is_known_as_long_as_there_is_one(works) -> None:
    assert only_practice(works, "a test") is None
    made = create_practice(works, name="Willow", time_zone="UTC")
    assert only_practice(works, "a test") == made
    create_practice(works, name="Alder", time_zone="UTC")
    assert only_practice(works, "a test") is None


def test_the_security_log_keeps_the_reason(works, caplog) -> None:
    with caplog.at_level(logging.INFO, logger="couplesone.security"):
        all_practices(works, "the demo looks for its practice")
    (line,) = [json.loads(record.message) for record in caplog.records]
    assert line == {"time": "2026-03-02T09:00:00+00:00", "system_scope": "the demo looks for its practice"}


@pytest.mark.parametrize("engine_name", ["postgresql"])
def test_without_a_practice_nothing_else_can_be_read(world, engine_name) -> None:
    with system_scope(world.works, "a test") as connection:
        assert connection.scalar(select(func.count()).select_from(Staff)) == 0
