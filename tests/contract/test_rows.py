"""Every row of the domain paper has its test, or a reason why there is none."""

from __future__ import annotations

from contract import rows


def test_the_table_is_the_one_of_the_tests() -> None:
    assert rows.TABLE.read_text(encoding="utf-8") == rows.table()


def test_every_row_is_carried_by_a_test_or_has_a_reason() -> None:
    carried = rows.marked()
    assert [row for row in rows.ALL if row not in carried | rows.TEXT_ONLY] == []


def test_no_row_has_both_and_few_are_text_only() -> None:
    carried = rows.marked()
    assert [row for row in carried if row in rows.TEXT_ONLY] == []
    assert len(rows.TEXT_ONLY) <= 15
    assert len(rows.ALL) == 170


def test_only_known_rows_are_marked() -> None:
    others = {*(f"C{number}" for number in range(1, 11)), *(f"INV-{number}" for number in range(1, 16))}
    assert set(rows.marked()) <= set(rows.ALL) | others
