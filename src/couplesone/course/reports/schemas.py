"""What reports take and show (S0.1, S1.2, S2.56, S2.61, S3.18)."""

from __future__ import annotations

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import Field

from couplesone.web.schemas import Filters, Output


class CountOut(Output):
    """How often a code occurs; null where that would show somebody."""

    code: str
    label: str
    count: int | None = Field(description="In steps of five, rounded down; null if fewer than five people.")
    suppressed: bool


class ShareOut(CountOut):
    """And its share of all."""

    share_percent: int | None = Field(description="Computed from the counts as they are shown.")


class ReportOut(Output):
    """What every report of the practice says of itself. Codes stand in alphabetical order: nothing is ranked."""

    as_of: date
    minimum_cell: int
    counted: Literal["clients", "cases"]
    total: int | None = Field(description="In steps of five too: nothing suppressed follows from it.")


class CountReport(ReportOut):
    """Counts by code."""

    cells: list[ShareOut]


class OutcomeGroup(CountOut):
    """The cases of one code of an axis, and how their goals stood."""

    goals: list[CountOut]


class OutcomesReport(ReportOut):
    """How goals stood when cases closed, by what was decided and, apart from it, by whether the partner came.

    Neither axis is a measure of success: staying is not above leaving, nor coming above not coming (S2.56, S2.61).
    """

    by_decision: list[OutcomeGroup]
    by_attendance: list[OutcomeGroup]


class FunnelFilters(Filters):
    """Which quarter."""

    quarter: str | None = Field(
        None,
        pattern=r"^[12][0-9]{3}-Q[1-4]$",
        description="A quarter of a calendar year that is over, like 2026-Q1; default: the last one.",
    )


class FunnelReport(Output):
    """How far invitations came in a quarter. It is told when the quarter is over, so that no answer is seen arriving.

    Answers that were not yes are one number, unless each kind of them was given by five people or more.
    """

    as_of: date
    quarter: str
    from_on: date
    until_on: date = Field(description="The first day after it.")
    minimum_cell: int
    counted: Literal["clients"]
    stages: list[CountOut] = Field(description="In their order; whoever went further on counts at each.")
    reasons: list[CountOut] = Field(description="What stood in the way, alphabetically.")
    answers: list[CountOut] = Field(
        description="Answers that were not yes: not_accepted as one, or each kind."
    )


class NeutralityFilters(Filters):
    """Which checks are summed up."""

    from_on: date | None = Field(None, description="Noted on this day or later.")
    until_on: date | None = Field(None, description="Noted before this day.")


class NeutralityRow(Output):
    """The checks of one therapist, summed up; no words, no client."""

    staff_id: UUID
    display_name: str
    sessions_checked: int
    partner_never_changes: int
    partner_has_disorder: int
    partner_bad_motives: int
    doomed_from_start: int
    beyond_repair: int
    ending_is_best: int
    side_taking: int
    commiseration: int
    proved_or_convinced: int
    countertransference_to_refusal: float | None = Field(description="Mean, 0 to 10.")
    alliance: float | None = Field(description="Mean, 0 to 10.")
    self_focus_percent: float | None


class NeutralityReport(Output):
    """One's own checks, and those about clients whose care one supervises."""

    as_of: date
    items: list[NeutralityRow]
