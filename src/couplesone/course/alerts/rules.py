"""The rules of the alerts: pure, over facts and thresholds. None of them diagnoses anything or foretells it.

Thresholds are practice settings with history (PD): what held on a day can be read for ever.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from couplesone.cases.codes import About, ReactionCode
from couplesone.cases.weekly import WeeklyMeasure
from couplesone.course.alerts.codes import AlertCode, AlertState
from couplesone.course.alerts.schemas import AlertOut, Threshold
from couplesone.course.facts import CaseFacts, ReactionFact
from couplesone.course.series import points_of
from couplesone.measures.single_case import rounded, slope
from couplesone.practices.codes import SettingKey

Settings = Mapping[SettingKey, int]
_TALK = "A reason to talk about it, no finding."
_MINIMUM_ENTRIES = 3


def alerts(
    facts: CaseFacts,
    reactions: Sequence[ReactionFact],
    sessions_about: Mapping[str, int],
    settings: Settings,
    today: date,
) -> list[AlertOut]:
    """Return every alert of a case as of a day."""
    week = facts.week(today)
    return [
        fixation(facts, week, settings),
        resentment(facts, reactions, settings, today),
        burnout(facts, week, settings),
        focus(sessions_about, settings),
    ]


def fixation(facts: CaseFacts, week: int, settings: Settings) -> AlertOut:
    """Raise when the conviction that only joint therapy helps has risen over the last check-ins (S0.9)."""
    keys = (SettingKey.ALERT_CHECK_INS, SettingKey.FIXATION_RISE_POINTS)
    number, rise = (settings[key] for key in keys)
    points = points_of(facts, WeeklyMeasure.FIXATION_ON_CONJOINT, week)[-number:]
    if len(points) < number:
        return _too_little(
            AlertCode.FIXATION_RISING, f"This takes {number} check-ins that rate it.", settings, keys
        )
    (first_week, first), (_, last) = points[0], points[-1]
    says = (
        f"Over the last {number} check-ins, the conviction that only joint therapy would help went from {first} "
        f"to {last}."
    )
    return _judged(AlertCode.FIXATION_RISING, last - first >= rise, says, first_week, settings, keys)


def resentment(
    facts: CaseFacts, reactions: Sequence[ReactionFact], settings: Settings, today: date
) -> AlertOut:
    """Raise when resentment rises along its least-squares line (S2.4)."""
    keys = (SettingKey.RESENTMENT_WINDOW_DAYS, SettingKey.RESENTMENT_RISE_POINTS)
    days, rise = (settings[key] for key in keys)
    since = today - timedelta(days=days)
    entries = [
        (facts.week(reaction.occurred_on), reaction.intensity)
        for reaction in reactions
        if reaction.code == ReactionCode.RESENTMENT and since <= reaction.occurred_on <= today
    ]
    per_week = slope(entries) if len(entries) >= _MINIMUM_ENTRIES else None
    if per_week is None:
        says = (
            f"This takes {_MINIMUM_ENTRIES} entries of resentment in different weeks of the last {days} days."
        )
        return _too_little(AlertCode.RESENTMENT_RISING, says, settings, keys)
    says = (
        f"{len(entries)} entries of resentment in the last {days} days change by "
        f"{rounded(4 * per_week, 1):+} points in four weeks along their line."
    )
    first_week = min(week for week, _ in entries)
    return _judged(AlertCode.RESENTMENT_RISING, 4 * per_week >= rise, says, first_week, settings, keys)


def burnout(facts: CaseFacts, week: int, settings: Settings) -> AlertOut:
    """Raise when effort is high and hope is low in each of the last check-ins (S3.12)."""
    keys = (SettingKey.ALERT_CHECK_INS, SettingKey.BURNOUT_EFFORT, SettingKey.BURNOUT_HOPE)
    number, effort, hope = (settings[key] for key in keys)
    efforts = dict(points_of(facts, WeeklyMeasure.EFFORT, week))
    hopes = dict(points_of(facts, WeeklyMeasure.HOPE_FOR_CHANGE, week))
    latest = sorted(efforts.keys() & hopes.keys())[-number:]
    if len(latest) < number:
        says = f"This takes {number} check-ins that rate both effort and hope."
        return _too_little(AlertCode.BURNOUT, says, settings, keys)
    says = f"In the last {number} check-ins effort was {_listed(efforts, latest)} and hope {_listed(hopes, latest)}."
    raised = all(efforts[at] >= effort and hopes[at] <= hope for at in latest)
    return _judged(AlertCode.BURNOUT, raised, says, latest[0], settings, keys)


def focus(sessions_about: Mapping[str, int], settings: Settings) -> AlertOut:
    """Raise when less than the set share of sessions is about the client (S3.14); both count half."""
    keys = (SettingKey.MINIMUM_SELF_FOCUS_PERCENT,)
    share = self_share(sessions_about)
    if share is None:
        says = "This takes a session that took place."
        return _too_little(AlertCode.FOCUS_ON_PARTNER, says, settings, keys)
    says = (
        f"{rounded(share, 0):.0f} % of the sessions so far were about the client; one about both counts half."
    )
    return _judged(AlertCode.FOCUS_ON_PARTNER, share < settings[keys[0]], says, 1, settings, keys)


def self_share(sessions_about: Mapping[str, int]) -> float | None:
    """Return which share of the sessions was about the client, in percent; None without any."""
    total = sum(sessions_about.values())
    own = sessions_about.get(About.CLIENT.value, 0) + sessions_about.get(About.BOTH.value, 0) / 2
    return 100 * own / total if total else None


def _listed(values: Mapping[int, int], weeks: Sequence[int]) -> str:
    return ", ".join(str(values[week]) for week in weeks)


def _judged(
    code: AlertCode, raised: bool, says: str, since: int, settings: Settings, keys: Sequence[SettingKey]
) -> AlertOut:
    state = AlertState.RAISED if raised else AlertState.QUIET
    return _alert(code, state, f"{says} {_TALK}" if raised else says, since, settings, keys)


def _too_little(code: AlertCode, says: str, settings: Settings, keys: Sequence[SettingKey]) -> AlertOut:
    return _alert(code, AlertState.TOO_LITTLE_DATA, says, None, settings, keys)


def _alert(
    code: AlertCode,
    state: AlertState,
    says: str,
    since: int | None,
    settings: Settings,
    keys: Sequence[SettingKey],
) -> AlertOut:
    return AlertOut(
        code=code,
        label=code.label,
        state=state,
        says=says,
        since_week=since,
        thresholds=[Threshold(setting=key, value=settings[key]) for key in keys],
    )
