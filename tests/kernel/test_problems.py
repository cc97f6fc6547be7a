"""The tree of problems, the vocabularies of codes, and what an event tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar
from uuid import UUID

import pytest

import couplesone.wiring  # noqa: F401 - knows every problem
from couplesone.kernel.coded import Coded
from couplesone.kernel.errors import (
    Conflict,
    DatesOutOfOrder,
    FieldError,
    Invalid,
    Problem,
    RecordNotFound,
    ValidationFailed,
    invalid_field,
    not_before,
    not_in_the_future,
)
from couplesone.kernel.events import Event
from couplesone.wiring import VOCABULARIES

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)


@pytest.mark.parametrize("code", sorted(Problem.known))
def test_a_problem_says_what_it_is(code: str) -> None:
    kind = Problem.known[code]
    assert 400 <= kind.status < 600
    assert kind.title
    assert not kind.title.endswith(".")
    assert kind.detail.endswith(".")
    assert code.isidentifier()
    assert code == code.lower()


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> dict[str, type[Problem]]:
    copy = dict(Problem.known)
    monkeypatch.setattr(Problem, "known", copy)
    return copy


def test_a_new_problem_is_known_by_its_code(known) -> None:
    class RoomTaken(Conflict):
        code = "room_taken"

    class StillTaken(RoomTaken):
        pass

    assert known["room_taken"] is RoomTaken
    assert StillTaken.code == "room_taken"


def test_two_problems_cannot_share_a_code(known) -> None:
    with pytest.raises(TypeError, match="not_found"):

        class Elsewhere(Invalid):
            code = "not_found"

    assert known["not_found"] is RecordNotFound


def test_nor_if_they_have_the_same_name_in_two_places(known) -> None:
    with pytest.raises(TypeError, match="not_found"):
        type("RecordNotFound", (Invalid,), {"code": "not_found"})
    assert known["not_found"] is RecordNotFound


def test_what_a_problem_carries() -> None:
    error = FieldError("/a", "b", "C.")
    problem = RecordNotFound("Gone.", errors=[error], extra={"x": 1}, headers={"Y": "2"})
    assert (problem.detail, problem.errors, problem.extra, problem.headers) == (
        "Gone.",
        (error,),
        {"x": 1},
        {"Y": "2"},
    )
    assert str(problem) == "not_found"
    assert RecordNotFound().detail == RecordNotFound.detail != "Gone."


@pytest.mark.parametrize("day", [None, TODAY - DAY, TODAY])
def test_a_day_that_has_come(day: date | None) -> None:
    not_in_the_future(day, TODAY, "/day")


def test_a_day_that_has_not_come() -> None:
    with pytest.raises(DatesOutOfOrder) as caught:
        not_in_the_future(TODAY + DAY, TODAY, "/day")
    assert [(e.pointer, e.code) for e in caught.value.errors] == [("/day", "in_the_future")]


@pytest.mark.parametrize(
    ("day", "earlier"), [(None, None), (None, TODAY), (TODAY, None), (TODAY, TODAY), (TODAY, TODAY - DAY)]
)
def test_days_in_order(day: date | None, earlier: date | None) -> None:
    not_before(day, earlier, "/day")


def test_days_out_of_order() -> None:
    with pytest.raises(DatesOutOfOrder) as caught:
        not_before(TODAY - DAY, TODAY, "/day")
    assert [(e.pointer, e.code) for e in caught.value.errors] == [("/day", "too_early")]


def test_one_wrong_member() -> None:
    problem = invalid_field("/name", "not_valid", "No.")
    assert isinstance(problem, ValidationFailed)
    assert problem.errors == (FieldError("/name", "not_valid", "No."),)


class Colour(Coded):
    RED = "red", "Red as a brick"
    DARK_BLUE = "dark_blue"


Colour.version = 3


def test_a_code_equals_its_text_and_carries_a_label() -> None:
    assert Colour("red") is Colour.RED
    assert Colour.RED == "red"
    assert (Colour.RED.label, Colour.DARK_BLUE.label) == ("Red as a brick", "Dark blue")
    assert f"{Colour.DARK_BLUE}" == "dark_blue"


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda vocabulary: vocabulary.__name__)
def test_every_vocabulary_is_complete(vocabulary: type[Coded]) -> None:
    assert vocabulary.version >= 1
    assert (vocabulary.__doc__ or "").strip().endswith(".")
    labels = [member.label for member in vocabulary]
    assert len(set(labels)) == len(labels)
    for member in vocabulary:
        assert member.label
        assert member.value == member.value.lower()


def test_an_event_tells_ids_and_codes_as_text() -> None:
    @dataclass(frozen=True, slots=True)
    class Moved(Event):
        type: ClassVar[str] = "case.moved"
        case_id: UUID
        to: str

    event = Moved(UUID(int=1), UUID(int=2), "closed")
    assert event.payload() == {"case_id": str(UUID(int=2)), "to": "closed"}
