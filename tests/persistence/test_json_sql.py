"""JSON that the database builds reads the same on both engines."""

from __future__ import annotations

import pytest
from sqlalchemy import literal, null, select

from couplesone.identity.models import ApiKey, SignIn, Staff
from couplesone.persistence.json_sql import json_object, json_one, json_rows, parsed


def read(world, column):
    with world.works.open(world.home.id) as work:
        return parsed(work.read(select(column)).scalar_one())


def test_an_object_of_values(world) -> None:
    column = json_object(text=literal("ä\"'"), number=literal(3), nothing=null())
    assert read(world, column) == {"text": "ä\"'", "number": 3, "nothing": None}


def test_rows_keep_their_order_and_their_practice(world) -> None:
    rows = select(json_object(email=Staff.email)).order_by(Staff.email.desc())
    names = [row["email"].split("@")[0] for row in read(world, json_rows(rows))]
    assert names == sorted(world.home.people, reverse=True)


@pytest.mark.parametrize("many", [True, False])
def test_nothing_found(world, many: bool) -> None:
    rows = select(json_object(email=Staff.email)).where(Staff.email == "nobody")
    assert read(world, json_object(found=json_rows(rows) if many else json_one(rows))) == {
        "found": [] if many else None
    }


def test_one_of_several(world) -> None:
    rows = select(json_object(email=Staff.email)).order_by(Staff.email)
    assert read(world, json_one(rows)) == {"email": "biller@example.test"}


def test_objects_within_rows_within_objects(world) -> None:
    sign_ins = select(json_object(id=SignIn.id))
    staff = select(json_object(email=Staff.email, sign_ins=json_rows(sign_ins))).where(Staff.is_owner)
    (found,) = read(world, json_object(staff=json_rows(staff)))["staff"]
    assert found["email"] == "owner@example.test"
    assert len(found["sign_ins"]) == len(world.home.people)


def test_rows_of_a_row_are_those_of_that_row_alone(world) -> None:
    sign_ins = select(json_object(staff_id=SignIn.staff_id)).where(SignIn.staff_id == Staff.id)
    joined = select(json_object(email=Staff.email)).join(SignIn, SignIn.staff_id == Staff.id)
    both = joined.where(SignIn.staff_id.in_((ApiKey.staff_id,)))
    world.home.api_key(world.home.people["owner"], [])
    staff = select(json_object(id=Staff.id, sign_ins=json_rows(sign_ins)))
    found = read(world, json_rows(staff))
    assert all(one["sign_ins"] == [{"staff_id": one["id"]}] for one in found)
    keys = select(json_object(of=json_rows(both)))
    with world.works.open(world.home.id) as work:
        row = parsed(work.read(keys.select_from(ApiKey)).scalar_one())
    assert row == {"of": [{"email": "owner@example.test"}]}


@pytest.mark.parametrize("value", ['{"a": [1]}', {"a": [1]}])
def test_parsed_takes_what_either_driver_gives(value: object) -> None:
    assert parsed(value) == {"a": [1]}
    assert parsed(None) is None
