"""What the lint takes and shows."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from couplesone.cases.lint.codes import LintCode
from couplesone.web.schemas import Input, Output

UntouchedText = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
"""Free text as it was typed: spans count from its first character, blanks included."""


class LintAsk(Input):
    """A text that is being written."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"text": "Tobias is just stubborn."}]})

    text: UntouchedText


class LintWarning(Output):
    """A wording to think about; it stops nothing."""

    code: LintCode
    start: int = Field(description="Where it starts, in code points of the text; the first is 0.")
    end: int = Field(description="Where it has ended.")
    detail: str
    suggestion: str


class LintOut(Output):
    """What the lint found, from the start of the text to its end."""

    warnings: list[LintWarning]
