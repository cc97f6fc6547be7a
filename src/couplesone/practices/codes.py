"""The product defaults that a practice may change, as data.

None of these numbers was published by anybody: they are proposals of this program (PD in the domain paper).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from couplesone.kernel.coded import Coded
from couplesone.rendering.translation import message


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
    TELLING_AGAIN_DAYS = (
        "telling_again_days",
        "Days within which a second unprompted telling counts as explaining again",
    )
    MINIMUM_SELF_FOCUS_PERCENT = (
        "minimum_self_focus_percent",
        "Percent of a session's focus that is to be on the client's own part",
    )
    ACCESS_LINK_DAYS = "access_link_days", "Days for which an access link of a client opens its page"
    CLIENT_PAGE_READ_WITHIN_DAYS = (
        "client_page_read_within_days",
        "Days within which what a client sends by a page is read",
    )
    PHQ9_PROMPT_INTENSITY = "phq9_prompt_intensity", "Despair, from 0 to 10, from which the PHQ-9 is due"
    ALERT_CHECK_INS = "alert_check_ins", "Check-ins in a row that an alert looks at"
    FIXATION_RISE_POINTS = (
        "fixation_rise_points",
        "Rise of the conviction that only joint therapy would help, from which an alert is shown",
    )
    RESENTMENT_WINDOW_DAYS = "resentment_window_days", "Days over which the course of resentment is read"
    RESENTMENT_RISE_POINTS = (
        "resentment_rise_points",
        "Rise of resentment in four weeks from which an alert is shown",
    )
    BURNOUT_EFFORT = "burnout_effort", "Effort from which, with little hope, an alert is shown"
    BURNOUT_HOPE = "burnout_hope", "Hope up to which, with high effort, an alert is shown"
    PRESSURE_HOLD_EVENTS = (
        "pressure_hold_events",
        "Attempts to move the partner, within four whole weeks, from which an invitation waits",
    )
    ULTIMATUM_REST_DAYS = (
        "ultimatum_rest_days",
        "Days after an ultimatum's withdrawal for which an invitation waits",
    )
    INVITATION_DAYS = "invitation_days", "Days for which an invitation can be answered"
    PARTNER_EVENT_DAYS = (
        "partner_event_days",
        "Days for which the partner's own wish to come opens an invitation",
    )
    MESSAGE_UNDO_MINUTES = "message_undo_minutes", "Minutes within which a queued message can still be undone"


class TextKey(Coded):
    """A text that a practice may put in place of the product's own."""

    CRISIS_TEXT = "crisis_text", "What a page shows at once when an answer tells of danger"
    COLLATERAL_TEXT = (
        "collateral_text",
        "What a partner is told of a visit before it: who the client is, what is recorded, that it is one visit",
    )
    MAIL_SUBJECT = "mail_subject", "The subject of every mail, which tells nobody anything"
    MAIL_SENDER_NAME = "mail_sender_name", "The name from which every mail comes, which tells nobody anything"


SettingKey.version = 4
TextKey.version = 2


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
    SettingKey.TELLING_AGAIN_DAYS: SettingRule(30, 1, 180, "days"),
    SettingKey.MINIMUM_SELF_FOCUS_PERCENT: SettingRule(50, 0, 100, "percent"),
    SettingKey.ACCESS_LINK_DAYS: SettingRule(7, 1, 30, "days"),
    SettingKey.CLIENT_PAGE_READ_WITHIN_DAYS: SettingRule(7, 1, 14, "days"),
    SettingKey.PHQ9_PROMPT_INTENSITY: SettingRule(6, 1, 10, "of 10"),
    SettingKey.ALERT_CHECK_INS: SettingRule(3, 2, 12, "check-ins"),
    SettingKey.FIXATION_RISE_POINTS: SettingRule(2, 1, 10, "points"),
    SettingKey.RESENTMENT_WINDOW_DAYS: SettingRule(56, 14, 365, "days"),
    SettingKey.RESENTMENT_RISE_POINTS: SettingRule(2, 1, 10, "points"),
    SettingKey.BURNOUT_EFFORT: SettingRule(8, 5, 10, "points"),
    SettingKey.BURNOUT_HOPE: SettingRule(3, 0, 5, "points"),
    SettingKey.PRESSURE_HOLD_EVENTS: SettingRule(4, 1, 20, "attempts"),
    SettingKey.ULTIMATUM_REST_DAYS: SettingRule(30, 7, 180, "days"),
    SettingKey.INVITATION_DAYS: SettingRule(30, 7, 60, "days"),
    SettingKey.PARTNER_EVENT_DAYS: SettingRule(30, 7, 90, "days"),
    SettingKey.MESSAGE_UNDO_MINUTES: SettingRule(10, 0, 1440, "minutes"),
}

TEXTS: Final[dict[TextKey, str]] = {
    TextKey.CRISIS_TEXT: message(
        "If you or somebody near you is in danger now, call the emergency number of your country. "
        "In the European Union it is 112, in the United States 911. "
        "You do not have to wait until somebody reads this page."
    ),
    TextKey.COLLATERAL_TEXT: "",
    TextKey.MAIL_SUBJECT: "A message for you",
    TextKey.MAIL_SENDER_NAME: "The office",
}
"""What holds while the practice has set no text of its own, which should name the help lines of its region."""

ON_THE_OUTSIDE: Final = frozenset({TextKey.MAIL_SUBJECT, TextKey.MAIL_SENDER_NAME})
"""Texts that anybody sees who looks over a shoulder: one line, and nothing that tells what it is about."""

VOCABULARIES: tuple[type[Coded], ...] = (SettingKey, TextKey)
