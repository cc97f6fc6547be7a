"""Whether the course of a case came to its end, and so whether its last figures are an outcome (C8).

Who stays away leaves figures, and no outcome: nothing is carried forward into the weeks that were not worked.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from couplesone.cases.codes import CaseStatus, ClosingReason, GoalsOutcome
from couplesone.course.codes import Incomplete
from couplesone.course.schemas import CompletenessOut, IncompleteOut


def incomplete_because(case: Mapping[str, Any]) -> Incomplete | None:
    """Return why the course of a case is not complete; None for one that was closed with its goals assessed."""
    if case["status"] != CaseStatus.CLOSED:
        return Incomplete.INACTIVE if case["status"] == CaseStatus.INACTIVE else Incomplete.RUNNING
    if case["closing_reason"] == ClosingReason.NO_CONTACT:
        return Incomplete.NO_CONTACT
    return Incomplete.NOT_ASSESSED if case["outcome"] == GoalsOutcome.NOT_ASSESSED else None


def completeness(case: Mapping[str, Any]) -> CompletenessOut:
    """Return whether the course of a case is complete as of today, and why not, in words."""
    reason = incomplete_because(case)
    return CompletenessOut(
        complete=reason is None,
        reason=None if reason is None else IncompleteOut(code=reason, sentence=reason.label),
    )
