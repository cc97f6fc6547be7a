"""Where each row of the domain paper is tested: ``python tests/contract/rows.py`` writes ``domain_rows.md`` anew.

A test carries a row as ``pytest.mark.row("S2.37")``. Rows that are text only have their reason here, and so have
the rows of the invitation to the partner, which is not built yet.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).parents[1]
TABLE = TESTS / "contract" / "domain_rows.md"
SEEDS = {"S0": 19, "S1": 21, "S2": 65, "S3": 41, "S4": 24}
ALL = [f"{seed}.{number}" for seed, last in SEEDS.items() for number in range(1, last + 1)]

TEXT_ONLY = {
    "S2.24": "A claim of effect, not supported as stated: the product makes none.",
    "S2.65": "Marketing: nothing of it is recorded.",
    "S3.30": "Encouragement: copy, no datum and no rule.",
    "S3.31": "A claim of effect: the product makes none.",
    "S3.41": "Site furniture, thanks and login lines.",
}


def marked() -> dict[str, list[str]]:
    """Return the tests that carry each row, by file and name."""
    found: dict[str, list[str]] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        name = path.relative_to(TESTS).as_posix()
        for test, row in _rows(ast.parse(path.read_text(encoding="utf-8"))):
            place = f"{name}::{test}"
            if place not in found.setdefault(row, []):
                found[row].append(place)
    return found


def _rows(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.FunctionDef | ast.ClassDef):
            continue
        for decorator in node.decorator_list:
            for call in ast.walk(decorator):
                if isinstance(call, ast.Call) and ast.unparse(call.func) in ("row", "pytest.mark.row"):
                    for argument in call.args:
                        if isinstance(argument, ast.Constant):
                            yield node.name, str(argument.value)


def table() -> str:
    """Return the table of all rows."""
    found = marked()
    lines = [
        "# Where each row of the domain is tested",
        "",
        "| Row | Test, or why there is none |",
        "| --- | --- |",
    ]
    for row in ALL:
        if row in found:
            told = "<br>".join(f"`{place}`" for place in found[row])
        elif row in TEXT_ONLY:
            told = f"Text only. {TEXT_ONLY[row]}"
        else:
            told = "Not covered."
        lines.append(f"| {row} | {told} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the table."""
    TABLE.write_text(table(), encoding="utf-8")


if __name__ == "__main__":
    main()
