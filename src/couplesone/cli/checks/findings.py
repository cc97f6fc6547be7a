"""What a check is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from couplesone.cli.checks.subject import Subject
from couplesone.cli.output import ExitCode


class Severity(StrEnum):
    """How bad a finding is; with an error, a server in production mode does not start."""

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found, and how to mend it where there is something to mend."""

    severity: Severity
    what: str
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its id, the function, when it applies; what `serve` ends with when a vital one fails in any mode."""

    id: str
    examine: Callable[[Subject], Finding]
    applies: Callable[[Subject], bool] = lambda _: True
    vital: ExitCode | None = None


def ok(what: str) -> Finding:
    """Return a finding that all is well."""
    return Finding(Severity.OK, what)


def warning(what: str, mend: str) -> Finding:
    """Return a finding that somebody should think about."""
    return Finding(Severity.WARNING, what, mend)


def error(what: str, mend: str) -> Finding:
    """Return a finding that must be mended."""
    return Finding(Severity.ERROR, what, mend)


def unsafe(subject: Subject, what: str, mend: str) -> Finding:
    """Return an error in production mode, and a warning where one only tries things out."""
    return error(what, mend) if subject.settings.production else warning(what, mend)
