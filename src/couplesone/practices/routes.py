"""Routes of the practice and its settings."""

from __future__ import annotations

from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.practices.schemas import (
    PracticeChange,
    PracticeOut,
    SettingCreate,
    SettingsOut,
    TextCreate,
    TextsOut,
)
from couplesone.practices.service import PracticeService
from couplesone.practices.texts import set_text, texts_of
from couplesone.web.routing import Router

router = Router("practice")
READ, MANAGE = Permission.PRACTICE_READ, Permission.PRACTICE_MANAGE


@router.read("/v1/practice", permission=READ)
def get_practice(work: Work) -> PracticeOut:
    """Read the practice."""
    return PracticeService(work).get()


@router.change("/v1/practice", answers="get_practice", permission=MANAGE)
def change_practice(work: Work, body: PracticeChange, version: int) -> PracticeOut:
    """Rename the practice, or move it to another time zone."""
    return PracticeService(work).change(body.changes(), version)


@router.read("/v1/practice/settings", permission=READ)
def list_practice_settings(work: Work) -> SettingsOut:
    """List the settings: what holds today, and what was set when."""
    return PracticeService(work).settings()


@router.create(
    "/v1/practice/settings",
    answers="list_practice_settings",
    permission=MANAGE,
    problems=(DatesOutOfOrder,),
)
def set_practice_setting(work: Work, body: SettingCreate) -> SettingsOut:
    """Set a value from a day on; what held before stays readable."""
    return PracticeService(work).set(body.key, body.value, body.from_on)


@router.read("/v1/practice/texts", permission=READ)
def list_practice_texts(work: Work) -> TextsOut:
    """List the texts that clients read on pages: what holds today, and what was set when."""
    return texts_of(work)


@router.create(
    "/v1/practice/texts", answers="list_practice_texts", permission=MANAGE, problems=(DatesOutOfOrder,)
)
def set_practice_text(work: Work, body: TextCreate) -> TextsOut:
    """Set a text of the practice's own from a day on; what held before stays readable."""
    return set_text(work, body.key, body.text, body.from_on)
