"""What is done after a transaction that ended in a problem."""

from __future__ import annotations

import pytest

from couplesone.kernel.errors import RecordNotFound
from couplesone.persistence.paging import CursorInvalid, PageRequest, plain_text


@pytest.fixture
def done() -> list[str]:
    return []


def undone(world, done: list[str], ending: Exception | None) -> None:
    """Change the practice, ask for two steps in case of a refusal, and end in some way."""
    with world.works.open(world.home.id) as work:
        work.practice().name = "undone"
        work.flush()
        for name in ("first", "second"):
            work.if_refused(lambda later, name=name: done.append(f"{name} {later.practice().name}"))
        if ending is not None:
            raise ending


def test_a_problem_undoes_the_work_and_leaves_its_trace(world, done) -> None:
    with pytest.raises(RecordNotFound):
        undone(world, done, RecordNotFound())
    assert done == ["first Home Practice", "second Home Practice"]


def test_the_trace_is_committed(world) -> None:
    def refuse() -> None:
        with world.works.open(world.home.id) as work:
            work.if_refused(lambda later: setattr(later.practice(), "name", "kept"))
            raise RecordNotFound

    with pytest.raises(RecordNotFound):
        refuse()
    with world.works.open(world.home.id) as work:
        assert work.practice().name == "kept"


def test_success_leaves_no_trace_of_refusal(world, done) -> None:
    undone(world, done, None)
    assert done == []


def test_a_fault_of_ours_is_no_refusal(world, done) -> None:
    with pytest.raises(ZeroDivisionError):
        undone(world, done, ZeroDivisionError())
    assert done == []


@pytest.mark.parametrize("text", ["a\x00b", "a\nb", "\ud800"])
def test_a_cursor_holds_no_text_that_no_database_takes(text: str) -> None:
    with pytest.raises(ValueError, match="line"):
        plain_text(text)
    assert plain_text("Ana Kovač") == "Ana Kovač"


def test_a_cursor_of_another_list_is_refused() -> None:
    with pytest.raises(CursorInvalid):
        PageRequest(cursor="WzEsICJ4Il0=").after(plain_text)
