"""What alerts show."""

from __future__ import annotations

from uuid import UUID

from pydantic import Field

from couplesone.course.alerts.codes import AlertCode, AlertState
from couplesone.practices.codes import SettingKey
from couplesone.web.schemas import Output


class Threshold(Output):
    """A practice setting that an alert is judged by, as it holds today."""

    setting: SettingKey
    value: int


class AlertOut(Output):
    """Something that may be worth a word: the numbers it is made of, in a sentence; never a diagnosis."""

    code: AlertCode
    label: str
    state: AlertState
    says: str
    since_week: int | None = Field(description="The first week of the numbers that it is made of.")
    thresholds: list[Threshold]


class AlertsOut(Output):
    """Every alert of a case, the quiet ones too."""

    case_id: UUID
    week: int
    items: list[AlertOut]
