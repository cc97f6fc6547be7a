"""Vocabularies of alerts."""

from __future__ import annotations

from couplesone.kernel.coded import Coded


class AlertCode(Coded):
    """What an alert looks at."""

    FIXATION_RISING = "fixation_rising", "Circling back to joint therapy"
    RESENTMENT_RISING = "resentment_rising", "Resentment grows"
    BURNOUT = "burnout", "Much effort, little hope"
    FOCUS_ON_PARTNER = "focus_on_partner", "More about the partner than about the client"


class AlertState(Coded):
    """Whether an alert is shown."""

    RAISED = "raised", "Worth a word"
    QUIET = "quiet", "Nothing to point at"
    TOO_LITTLE_DATA = "too_little_data", "Too little is recorded to say"


VOCABULARIES: tuple[type[Coded], ...] = (AlertCode, AlertState)
for _vocabulary in VOCABULARIES:
    _vocabulary.version = 1
