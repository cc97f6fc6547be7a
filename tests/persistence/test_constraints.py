"""A broken constraint is a problem by its name, or a fault of ours."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError

from couplesone.clients.models import CareTeamMember
from couplesone.identity.models import ApiKey, Staff
from couplesone.kernel.errors import Problem
from couplesone.persistence import constraints
from couplesone.persistence.base import Base
from couplesone.persistence.constraints import LinkedRecordMissing, constraint_name, explain


def flags(**more):
    return {
        f"is_{role}": role == "owner" for role in ("owner", "therapist", "supervisor", "front_desk", "biller")
    } | {
        "clinical_lead": False,
        "couple_training": False,
        "display_name": "x",
        **more,
    }


def broken(world, *entities) -> tuple[IntegrityError, Problem | None]:
    """Insert without the Work's translation, and return the error and what it stands for."""

    def write() -> None:
        with world.works.open(world.home.id) as work:
            for entity in entities:
                work._stamp(entity)
                work.db.add(entity)
            work.db.flush()

    with pytest.raises(IntegrityError) as caught:
        write()
    return caught.value, explain(caught.value)


def test_a_unique_constraint_that_has_a_problem(world) -> None:
    error, problem = broken(world, Staff(email="owner@example.test", **flags()))
    assert constraint_name(error) == "uq_staff_practice_id_email"
    assert problem is not None
    assert problem.code == "email_taken"
    assert "owner@example.test" not in f"{problem.detail}{problem.extra}"


def test_a_check_without_a_problem_is_a_fault_of_ours(world) -> None:
    error, problem = broken(world, Staff(email="new@example.test", **flags(is_owner=False)))
    assert constraint_name(error) == "ck_staff_has_a_role"
    assert problem is None


def test_a_record_that_is_not_there(world) -> None:
    key = ApiKey(
        staff_id=world.other.people["owner"].id,
        label="x",
        scopes=[],
        test_mode=False,
        secret_hash=b"x",
        expires_at=world.clock.now().replace(year=2030),
    )
    error, problem = broken(world, key)
    assert isinstance(problem, LinkedRecordMissing)
    assert constraint_name(error) in ("fk_api_keys_practice_id_staff_id", None)


def test_the_same_key_twice_is_a_fault_of_ours(world) -> None:
    staff = world.home.people["owner"].id
    error, problem = broken(world, Staff(id=staff, email="new@example.test", **flags()))
    assert constraint_name(error) in ("pk_staff", None)
    assert problem is None


def test_a_missing_value_is_a_fault_of_ours(world) -> None:
    error, problem = broken(world, Staff(email=None, **flags()))
    assert problem is None
    assert constraint_name(error) is None


def test_the_work_raises_the_problem_and_rolls_back(world) -> None:
    with pytest.raises(LinkedRecordMissing), world.works.open(world.home.id) as work:
        work.add(
            CareTeamMember(
                client_id=work.new_id(),
                staff_id=world.home.people["owner"].id,
                role="treating",
                from_on=work.today,
                until_on=None,
            )
        )


def test_the_work_lets_a_fault_of_ours_through(world) -> None:
    with pytest.raises(IntegrityError), world.works.open(world.home.id) as work:
        work.add(Staff(email="new@example.test", **flags(is_owner=False)))


class Original(Exception):
    """What a driver says."""


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("UNIQUE constraint failed: index 'uq_thing'", "uq_thing"),
        ("CHECK constraint failed: ck_thing", "ck_thing"),
        ("UNIQUE constraint failed: staff.practice_id, staff.email", "uq_staff_practice_id_email"),
        ("UNIQUE constraint failed: staff.email, staff.practice_id", "uq_staff_practice_id_email"),
        ("UNIQUE constraint failed: staff.display_name", None),
        ("NOT NULL constraint failed: staff.email", None),
        ("something else", None),
    ],
)
def test_what_sqlite_says(message: str, name: str | None) -> None:
    assert constraint_name(IntegrityError(None, None, Original(message))) == name


@pytest.mark.parametrize(
    ("message", "problem"), [("FOREIGN KEY constraint failed", LinkedRecordMissing), ("anything else", None)]
)
def test_sqlite_names_no_foreign_key(message: str, problem: type[Problem] | None) -> None:
    found = explain(IntegrityError(None, None, Original(message)))
    assert (type(found) if found else None) is problem


def test_every_constraint_with_a_problem_is_found_by_its_name_on_sqlite() -> None:
    named = constraints._problems()
    assert len(named) > 5
    unique = set(constraints._by_columns().values())
    for name, problem in named.items():
        assert issubclass(problem, Problem)
        assert name.startswith(("ck_", "fk_")) or name in unique


def test_no_two_unique_constraints_of_a_table_cover_the_same_columns() -> None:
    seen = set()
    for table in Base.metadata.tables.values():
        for item in (*table.constraints, *table.indexes):
            if item.__visit_name__ == "unique_constraint" or getattr(item, "unique", False):
                columns = frozenset(f"{table.name}.{column.name}" for column in item.columns)
                assert columns not in seen, item.name
                seen.add(columns)
