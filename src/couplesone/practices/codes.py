"""The product defaults that a practice may change, as data.

None of these numbers was published by anybody: they are proposals of this program (PD in the domain paper).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from couplesone.kernel.coded import Coded


class SettingKey(Coded):
    """Something that a practice may set."""

    REVIEW_EVERY_DAYS = "review_every_days", "Days between reviews of a treatment plan"
    CHECK_IN_GRACE_DAYS = (
        "check_in_grace_days",
        "Days after a week's end before its check-in counts as missing",
    )
    SAFE_CONTACT_REVIEW_DAYS = (
        "safe_contact_review_days",
        "Days after which safe-contact wishes are asked again",
    )
    MINIMUM_PHASE_POINTS = "minimum_phase_points", "Points a phase needs before two phases are compared"
    SAFETY_SCREEN_MAX_AGE_DAYS = (
        "safety_screen_max_age_days",
        "Days after which a safety screen no longer counts",
    )
    HIGH_RISK_HITS_TOTAL = "high_risk_hits_total", "HITS total from which a positive screen is graded high"


SettingKey.version = 2


@dataclass(frozen=True, slots=True)
class SettingRule:
    """What a setting is when nobody set it, and between which values it may be set."""

    default: int
    lowest: int
    highest: int
    unit: str


SETTINGS: Final[dict[SettingKey, SettingRule]] = {
    SettingKey.REVIEW_EVERY_DAYS: SettingRule(28, 7, 180, "days"),
    SettingKey.CHECK_IN_GRACE_DAYS: SettingRule(7, 0, 28, "days"),
    SettingKey.SAFE_CONTACT_REVIEW_DAYS: SettingRule(90, 7, 365, "days"),
    SettingKey.MINIMUM_PHASE_POINTS: SettingRule(5, 3, 20, "points"),
    SettingKey.SAFETY_SCREEN_MAX_AGE_DAYS: SettingRule(90, 7, 365, "days"),
    SettingKey.HIGH_RISK_HITS_TOTAL: SettingRule(15, 6, 25, "points"),
}

VOCABULARIES: tuple[type[Coded], ...] = (SettingKey,)
