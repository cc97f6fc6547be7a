"""The practice: making one, renaming it, and its settings."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter, ValidationError

from couplesone.kernel.errors import VersionStale, invalid_field
from couplesone.persistence.practice import Practice
from couplesone.persistence.work import Work, Works
from couplesone.practices import settings
from couplesone.practices.codes import SETTINGS, SettingKey
from couplesone.practices.models import PracticeSetting
from couplesone.practices.schemas import PracticeOut, SettingEntry, SettingOut, SettingsOut
from couplesone.web.schemas import Line, TimeZone

_NAME: TypeAdapter[str] = TypeAdapter(Line)
_TIME_ZONE: TypeAdapter[str] = TypeAdapter(TimeZone)


def create_practice(works: Works, *, name: str, time_zone: str) -> UUID:
    """Make a practice with a key of its own and return its id; ValidationFailed for a name or zone it cannot have."""
    name = _valid(_NAME, name, "/name")
    time_zone = _valid(_TIME_ZONE, time_zone, "/time_zone")
    practice_id = works.ids.new(works.clock.now())
    with works.open(practice_id) as work:
        work.add(
            Practice(
                practice_id=practice_id,
                name=name,
                time_zone=time_zone,
                wrapped_key=works.key_file.new_practice_key(practice_id),
                created_at=work.now,
                updated_at=work.now,
            )
        )
        work.audit("create_practice", practice_id)
    return practice_id


class PracticeService:
    """The practice of whoever asks."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def get(self) -> PracticeOut:
        """Return the practice."""
        return _shown(self.work.practice())

    def change(self, changes: dict[str, Any], version: int) -> PracticeOut:
        """Rename the practice, or move it to another time zone; VersionStale."""
        practice = self.work.practice()
        if practice.version != version:
            raise VersionStale(headers={"ETag": f'"{practice.version}"'})
        for name, value in changes.items():
            setattr(practice, name, value)
        if self.work.db.is_modified(practice):
            practice.updated_at = self.work.now
        self.work.flush()
        return _shown(practice)

    def settings(self) -> SettingsOut:
        """Return every setting with what holds today and its history, in one statement."""
        rows = settings.history(self.work)
        today = self.work.today
        return SettingsOut(
            items=[_setting(key, [r for r in rows if r.key == key], today) for key in SettingKey]
        )

    def set(self, key: SettingKey, value: int, from_on: date | None) -> SettingsOut:
        """Set a value from a day on (default: today). Raises ValidationFailed, DatesOutOfOrder."""
        settings.set_value(self.work, key, value, from_on)
        return self.settings()


def _valid(adapter: TypeAdapter[str], value: str, pointer: str) -> str:
    try:
        return adapter.validate_python(value)
    except ValidationError:
        raise invalid_field(pointer, "not_valid", "This value is not valid.") from None


def _shown(practice: Practice) -> PracticeOut:
    return PracticeOut(
        id=practice.practice_id,
        version=practice.version,
        created_at=practice.created_at,
        updated_at=practice.updated_at,
        name=practice.name,
        time_zone=practice.time_zone,
    )


def _setting(key: SettingKey, rows: list[PracticeSetting], today: date) -> SettingOut:
    rule = SETTINGS[key]
    held = [row.value for row in rows if row.from_on <= today]
    return SettingOut(
        key=key,
        label=key.label,
        unit=rule.unit,
        value=held[-1] if held else rule.default,
        default=rule.default,
        lowest=rule.lowest,
        highest=rule.highest,
        history=[
            SettingEntry(
                id=row.id, value=row.value, from_on=row.from_on, recorded_at=row.created_at, set_by=row.set_by
            )
            for row in reversed(rows)
        ],
    )
