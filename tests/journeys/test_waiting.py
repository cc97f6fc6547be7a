"""The list of what waits is checked itself: it must notice what it waits for."""

from __future__ import annotations

import pytest

from support.waiting import (
    PRACTICES_DAY,
    WAITING,
    Waits,
    assert_still_waiting,
    operations,
)
from support.world import World

COMING = {
    PRACTICES_DAY: {
        "send_reminder",
        "record_diagnosis",
        "make_export",
        "book_appointment",
        "write_discharge_summary",
        "get_retention",
        "make_claim",
        "make_estimate",
        "issue_bill",
    },
}
ENTRIES = [(case, wait) for case, waits in WAITING.items() for wait in waits]


def named(entry: object) -> str:
    return entry if isinstance(entry, str) else getattr(entry, "what", "")


def test_what_waits_is_not_there_yet(world: World) -> None:
    assert_still_waiting(world, *WAITING)


@pytest.mark.parametrize(("case", "wait"), ENTRIES, ids=named)
def test_an_entry_would_notice(case: str, wait: Waits) -> None:
    assert wait.served_by(COMING[wait.part]), f"{case}: no word of {wait.words} is in what is coming"


def test_the_operations_are_those_of_the_document(world: World) -> None:
    assert {"open_case", "get_measure_results", "check_safety"} <= operations(world)
    with pytest.raises(KeyError):
        assert_still_waiting(world, "C2")


def test_a_case_goes_red_when_its_part_is_there(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("support.waiting.operations", lambda _: {"open_case", "book_appointment"})
    with pytest.raises(AssertionError, match="walk the case further"):
        assert_still_waiting(world, "C8")
