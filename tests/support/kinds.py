"""What the tests of all kinds of clinical items need to know of one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Kind:
    """A kind of item as the API knows it, and examples of what it takes."""

    path: str
    model: type[Any]
    least: dict[str, Any]
    change: dict[str, Any]
    wrong: dict[str, Any]
    sealed: str | None
    day: str = "occurred_on"
    defaults: dict[str, Any] = field(default_factory=dict)
    derived: frozenset[str] = frozenset()
    """Members that may change by themselves when another one is changed."""
    single: bool = False
    """Whether a case has one at a time."""
