"""Fields of a form: how what was typed is read, and what is said to whoever typed it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from couplesone.rendering.translation import Language, message
from couplesone.web.forms import Form

MAX_TEXT = 4000
MAX_LINE = 200
YES_NO: Final = {"yes": message("Yes"), "no": message("No")}
_NUMBER: Final = message("Type a whole number from %(lowest)s to %(highest)s.")
_TOO_LONG: Final = message("This is longer than %(most)s characters; please shorten it.")
_LINES: Final = message("Write %(lines)s lines at most, of %(most)s characters at most.")


@dataclass(slots=True)
class Reading:
    """A form while it is read: what was typed, and what is wrong with it, field by field, in the form's order.

    What is wrong is told in the language ``say``.
    """

    form: Form
    say: Language
    errors: dict[str, str] = field(default_factory=dict)

    def one(self, name: str) -> str:
        """Return what was typed into a field, without blanks around it; empty if nothing was."""
        values = self.form.get(name, ())
        return values[-1].replace("\r\n", "\n").strip() if values else ""

    def many(self, name: str) -> tuple[str, ...]:
        """Return what was ticked."""
        return self.form.get(name, ())

    def complain(self, name: str, said: str, **values: object) -> None:
        """Say what is wrong with a field."""
        self.errors[name] = self.say(said, **values)

    def number(self, name: str, highest: int, *, required: bool = False) -> int | None:
        """Return a whole number from 0 to ``highest``."""
        typed = self.one(name)
        if not typed and not required:
            return None
        if not re.fullmatch(r"[0-9]{1,4}", typed) or int(typed) > highest:
            self.complain(name, _NUMBER, lowest=0, highest=highest)
            return None
        return int(typed)

    def whole(self, name: str, lowest: int, highest: int, label: str) -> int | None:
        """Return a whole number of a range, or None if nothing was typed; ``label`` says where it is wrong."""
        typed = self.one(name).replace("\u2212", "-")
        if not typed:
            return None
        if not re.fullmatch(r"-?[0-9]{1,4}", typed) or not lowest <= int(typed) <= highest:
            self.complain(name, _NUMBER, lowest=lowest, highest=highest)
            self.errors[name] = f"{label}: {self.errors[name]}"
            return None
        return int(typed)

    def choice(self, name: str, known: Mapping[str, str], *, required: bool = False) -> str | None:
        """Return one of the values that the form offers."""
        chosen = self.one(name)
        if not chosen and not required:
            return None
        if chosen not in known:
            self.complain(name, message("Choose one of the answers."))
            return None
        return chosen

    def text(self, name: str) -> str | None:
        """Return a text, or None if nothing was typed."""
        typed = self.one(name)
        if len(typed) > MAX_TEXT:
            self.complain(name, _TOO_LONG, most=MAX_TEXT)
        return typed or None

    def lines(self, name: str, at_most: int) -> list[str]:
        """Return the lines of a text that hold anything."""
        found = [line.strip() for line in re.split(r"[\r\n]+", self.one(name)) if line.strip()]
        if len(found) > at_most or any(len(line) > MAX_LINE for line in found):
            self.complain(name, _LINES, lines=at_most, most=MAX_LINE)
        return found

    def day(self, name: str, fits: Callable[[date], bool], said: str) -> date | None:
        """Return a day that fits."""
        try:
            day = date.fromisoformat(self.one(name))
        except ValueError:
            day = None
        if day is None or not fits(day):
            self.complain(name, said)
            return None
        return day
