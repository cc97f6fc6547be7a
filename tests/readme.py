"""README's tables, made from what they describe: ``python tests/readme.py`` writes them anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

README = Path(__file__).parents[1] / "README.md"


def settings_table() -> str:
    """Return a row for each setting."""
    from couplesone.kernel.settings import Settings

    rows = [
        (f"`COUPLESONE_{name.upper()}`", _shown(field.default), field.description or "")
        for name, field in Settings.model_fields.items()
    ]
    return _table(("Setting", "Default", "What it is"), rows)


def commands_table() -> str:
    """Return a row for each command."""
    from couplesone.cli import app

    return _table(("Command", "What it does"), list(_commands(typer.main.get_command(app), "couplesone")))


def problems_table() -> str:
    """Return a row for each problem code."""
    import couplesone.app  # noqa: F401 - knows every problem
    from couplesone.kernel.errors import Problem

    rows = [(f"`{code}`", str(kind.status), kind.title) for code, kind in sorted(Problem.known.items())]
    return _table(("Code", "Status", "Title"), rows)


TABLES = {"settings": settings_table, "commands": commands_table, "problems": problems_table}


def section(text: str, name: str) -> str:
    """Return what stands between the marks of a table."""
    return text.split(f"<!-- {name} -->\n\n")[1].split(f"\n<!-- end of {name} -->", maxsplit=1)[0]


def _commands(command: Any, path: str) -> Iterator[tuple[str, str]]:
    if not hasattr(command, "commands"):
        yield f"`{path}`", (command.help or "").partition("\n")[0]
        return
    for name, child in command.commands.items():
        yield from _commands(child, f"{path} {name}")


def _shown(default: Any) -> str:
    if default is None or default == ():
        return ""
    value = ", ".join(default) if isinstance(default, tuple) else getattr(default, "value", default)
    return f"`{value}`"


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def main() -> None:
    """Write every table into README."""
    text = README.read_text(encoding="utf-8")
    for name, table in TABLES.items():
        before, _, rest = text.partition(f"<!-- {name} -->\n\n")
        _, _, after = rest.partition(f"\n<!-- end of {name} -->")
        text = f"{before}<!-- {name} -->\n\n{table()}\n<!-- end of {name} -->{after}"
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
