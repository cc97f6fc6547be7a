"""What every form behind a link can do."""

from __future__ import annotations

from typing import Any, Protocol

from couplesone.pages.forms.fields import Reading


class PurposeForm(Protocol):
    """The form of one purpose, for one case."""

    template: str

    def context(self) -> dict[str, Any]:
        """Return what the template shows beside what was typed."""
        ...

    def receive(self, reading: Reading) -> bool:
        """Record what was sent unless something is wrong with it; say whether an answer tells of danger.

        What is wrong is told in ``reading.errors``; then nothing was recorded.
        """
        ...

    def keep_danger(self) -> None:
        """Keep that an answer told of danger, although what was sent could not be recorded (decisions B13)."""
        ...

    def tells_of_danger(self, reading: Reading) -> bool:
        """Say whether an answer tells of danger."""
        ...
