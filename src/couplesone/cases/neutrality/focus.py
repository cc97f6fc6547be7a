"""Where the time of a session went: the ratio of own part to partner (S3.14). Numbers only."""

from __future__ import annotations


def self_focus_percent(self_minutes: int | None, partner_minutes: int | None) -> float | None:
    """Return the own part's share of the minutes that had a focus, in percent to one decimal.

    None if either is missing, or no minute had a focus.
    """
    if self_minutes is None or partner_minutes is None or self_minutes + partner_minutes == 0:
        return None
    return round(100 * self_minutes / (self_minutes + partner_minutes), 1)


def is_partner_focused(percent: float | None, minimum_percent: int) -> bool | None:
    """Say whether too much of the time went to the partner; None where it is not known."""
    return None if percent is None else percent < minimum_percent
