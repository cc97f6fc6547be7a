"""Arguments and options that several commands take, checked as the API checks the same values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer
from pydantic import TypeAdapter, ValidationError

from couplesone.identity.schemas import SignInAddress
from couplesone.kernel.permissions import Role
from couplesone.web.schemas import Line, TimeZone


def _checked(kind: Any, sentence: str) -> Callable[[str], str]:
    adapter: TypeAdapter[str] = TypeAdapter(kind)

    def check(value: str) -> str:
        try:
            return adapter.validate_python(value)
        except ValidationError:
            raise typer.BadParameter(sentence) from None

    return check


email = _checked(SignInAddress, "this is no e-mail address, like name@practice.example.")
line = _checked(Line, "write one line of at most 200 characters.")
time_zone = _checked(TimeZone, "this is no time zone of the IANA list, like Europe/Vienna.")

Address = Annotated[str, typer.Argument(metavar="EMAIL", parser=email, help="With which somebody signs in.")]
Email = Annotated[
    str, typer.Option("--email", metavar="EMAIL", parser=email, help="With which somebody signs in.")
]
Name = Annotated[str, typer.Option("--name", metavar="NAME", parser=line, help="As colleagues see it.")]
Roles = Annotated[list[Role], typer.Option("--role", help="A role; repeat the option for several.")]
PracticeChoice = Annotated[
    str | None,
    typer.Option("--practice", metavar="NAME|ID", help="Which practice, where there are several."),
]
