"""The types that every schema uses, and what is said of input that does not fit them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from couplesone.web import problems
from couplesone.web.problems import OWN_KINDS, SENTENCES, field_errors
from couplesone.web.schemas import (
    ABSENT,
    Count,
    Csv,
    ExternalId,
    Filters,
    Input,
    Instant,
    Line,
    Minutes,
    PageFilters,
    Patch,
    Scale,
    SentInstant,
    Text,
    TimeZone,
)


def read(kind: Any, value: Any) -> Any:
    """Read a value as a member of a JSON body."""
    return TypeAdapter(kind, config=ConfigDict(strict=True)).validate_json(json.dumps(value))


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Line, " Mara ", "Mara"),
        (Line, "x" * 200, "x" * 200),
        (Text, "a\nb", "a\nb"),
        (Text, "x" * 4000, "x" * 4000),
        (ExternalId, "booking:4711._-", "booking:4711._-"),
        (Scale, 0, 0),
        (Scale, 10, 10),
        (Count, 1000, 1000),
        (Minutes, 600, 600),
        (TimeZone, "Europe/Vienna", "Europe/Vienna"),
        (SentInstant, "2026-03-02T09:00:00+02:00", datetime(2026, 3, 2, 7, tzinfo=UTC)),
    ],
)
def test_what_is_taken(kind: Any, value: Any, expected: Any) -> None:
    assert read(kind, value) == expected


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Line, ""),
        (Line, "   "),
        (Line, "x" * 201),
        (Line, "a\nb"),
        (Line, "a\rb"),
        (Line, 3),
        (Text, " \n "),
        (Text, "x" * 4001),
        (ExternalId, ""),
        (ExternalId, "a/b"),
        (ExternalId, "a b"),
        (ExternalId, "a\n"),
        (ExternalId, "x" * 101),
        (Scale, -1),
        (Scale, 11),
        (Scale, "5"),
        (Scale, 5.0),
        (Scale, True),
        (Count, 1001),
        (Minutes, 0),
        (TimeZone, "Europe/Nowhere"),
        (TimeZone, "../etc/passwd"),
        (SentInstant, "2026-03-02T09:00:00"),
        (SentInstant, "0001-01-01T00:00:00+14:00"),
        (SentInstant, "9999-12-31T23:59:59-14:00"),
        (SentInstant, 1772442000),
    ],
)
def test_what_is_refused(kind: Any, value: Any) -> None:
    with pytest.raises(ValidationError):
        read(kind, value)


@pytest.mark.parametrize(
    ("instant", "shown"),
    [
        (datetime(2026, 3, 2, 9, tzinfo=UTC), "2026-03-02T09:00:00.000000Z"),
        (datetime(999, 1, 2, 3, 4, 5, 6, UTC), "0999-01-02T03:04:05.000006Z"),
    ],
)
def test_an_instant_is_shown_in_one_form(instant: datetime, shown: str) -> None:
    assert TypeAdapter(Instant).dump_json(instant).decode() == f'"{shown}"'


class Thing(Patch):
    """A patch."""

    name: Line = ABSENT
    note: Text | None = ABSENT


def test_a_patch_tells_absent_from_null() -> None:
    assert Thing.model_validate({}).changes() == {}
    assert Thing.model_validate({"note": None}).changes() == {"note": None}
    assert Thing.model_validate({"name": "a", "note": "b"}).changes() == {"name": "a", "note": "b"}
    with pytest.raises(ValidationError):
        Thing.model_validate({"name": None})
    assert all("default" not in member for member in Thing.model_json_schema()["properties"].values())


class Query(PageFilters):
    """Filters."""

    kinds: Csv[int] | None = None
    word: str | None = None


@pytest.mark.parametrize(("sent", "read_as"), [("1,2", [1, 2]), ("1,,2,", [1, 2]), ("", []), ([1], [1])])
def test_a_list_in_a_query_is_written_with_commas(sent: Any, read_as: list[int]) -> None:
    assert Query.model_validate({"kinds": sent}).kinds == read_as


def test_a_page_is_50_items_unless_another_number_is_asked_for() -> None:
    assert Query.model_validate({}).page.limit == 50
    page = Query.model_validate({"limit": "200", "cursor": "c"}).page
    assert (page.limit, page.cursor) == (200, "c")
    for limit in ("0", "201", "-1", "x", "1.5"):
        with pytest.raises(ValidationError):
            Query.model_validate({"limit": limit})


def test_a_query_holds_no_nul() -> None:
    with pytest.raises(ValidationError, match="NUL"):
        Query.model_validate({"word": "a\x00b"})


# -- sentences --------------------------------------------------------------------------------------


class Inner(Input):
    number: int = Field(ge=0, le=10)


class Body(Input):
    inner: Inner | None = None
    many: list[Inner] = Field(default_factory=list, max_length=2)
    names: dict[str, Annotated[int, Field(ge=1)]] = Field(default_factory=dict)


def said(body: Any, model: type[BaseModel] = Body) -> list[tuple[str, str]]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate_json(json.dumps(body))
    return [(error.pointer, error.code) for error in field_errors(caught.value)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"inner": {}}, [("/inner/number", "required")]),
        ({"inner": {"number": 11}}, [("/inner/number", "out_of_range")]),
        ({"inner": {"number": -1}}, [("/inner/number", "out_of_range")]),
        ({"inner": {"number": "1"}}, [("/inner/number", "not_an_integer")]),
        ({"inner": 3}, [("/inner", "not_an_object")]),
        ({"many": [{"number": 1}, {"number": 1.5}]}, [("/many/1/number", "not_an_integer")]),
        ({"many": [{"number": 1}] * 3}, [("/many", "too_many")]),
        ({"many": {}}, [("/many", "not_a_list")]),
        ({"other": 1}, [("/other", "unknown_field")]),
        ({"two words": 1}, [("/…", "unknown_field")]),
        ({"x" * 65: 1}, [("/…", "unknown_field")]),
        ({"a/b~c": 1}, [("/…", "unknown_field")]),
        ({"": 1}, [("/…", "unknown_field")]),
        ({"names": {"a name": 0}}, [("/names/…", "out_of_range")]),
        ([], [("/", "not_an_object")]),
    ],
)
def test_each_place_that_is_wrong_is_named(body: Any, expected: list[tuple[str, str]]) -> None:
    assert said(body) == expected


def test_at_most_50_places_are_named() -> None:
    assert len(said({f"a{place}": 1 for place in range(80)})) == 50


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("date_from_datetime_parsing", "not_a_date"),
        ("datetime_out_of_range", "not_a_date"),
        ("time_delta_parsing", "not_a_date"),
        ("dates_out_of_order", "dates_out_of_order"),
        ("unknown_time_zone", "unknown_time_zone"),
        ("made_up_kind", "not_valid"),
    ],
)
def test_what_kind_of_error_is_told(kind: str, code: str) -> None:
    error = ValidationError.from_exception_data(
        "t", [{"type": PydanticCustomError(kind, "own words"), "loc": ("a",)}]
    )
    (found,) = field_errors(error)
    assert (found.pointer, found.code) == ("/a", code)
    assert (found.detail == "own words") is (kind in OWN_KINDS)


@pytest.mark.parametrize("kind", SENTENCES)
def test_every_sentence_is_one(kind: str) -> None:
    code, sentence = SENTENCES[kind]
    assert code == code.lower()
    assert sentence.endswith(".")


def test_places_within_the_schema_are_not_shown() -> None:
    location = ("a", "function-after[f(), str]", 3, "[key]", "json-or-python[json=x,python=y]", "b")
    error = ValidationError.from_exception_data("t", [{"type": "missing", "loc": location, "input": None}])
    assert field_errors(error)[0].pointer == "/a/3/b"


def test_a_problem_may_be_told_with_its_whole_address() -> None:
    content = problems.document(problems.NotJson(), request_id="r", base="https://api.example")
    assert content["type"] == "https://api.example/v1/problem-codes#not_json"


def test_a_problem_carries_what_belongs_to_it() -> None:
    problem = problems.NotJson(extra={"hint": 1}, headers={"X-Hint": "2"})
    response = problems.problem_response(problem, request_id="r")
    assert json.loads(response.body)["hint"] == 1
    assert response.headers["x-hint"] == "2"
    assert "www-authenticate" not in response.headers


def test_filters_take_no_other_name() -> None:
    with pytest.raises(ValidationError):
        Filters.model_validate({"a": 1})
