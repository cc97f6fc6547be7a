"""Texts of a practice's own, with history: which one held on a day. They are about nobody, so they are not sealed."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, func, select

from couplesone.kernel.errors import invalid_field, not_before
from couplesone.language.discretion import telling_words
from couplesone.persistence.work import Work
from couplesone.practices.codes import ON_THE_OUTSIDE, TEXTS, TextKey
from couplesone.practices.models import PracticeText
from couplesone.practices.schemas import TextEntry, TextOut, TextsOut

_HISTORY: Final = select(PracticeText).order_by(
    PracticeText.from_on, PracticeText.created_at, PracticeText.id
)


def text_on(work: Work, key: TextKey, day: date) -> str:
    """Return the text that holds, or held, on a day; the product's own if none was set."""
    of_key = _HISTORY.where(PracticeText.key == key.value, PracticeText.from_on <= day)
    texts = [row.text for row in work.db.scalars(of_key)]
    return texts[-1] if texts else TEXTS[key]


def text_column(key: TextKey, day: Any) -> ColumnElement[str]:
    """Return the text that holds on a day as a column, for a read model."""
    latest = (
        select(PracticeText.text)
        .where(PracticeText.key == key.value, PracticeText.from_on <= day)
        .order_by(PracticeText.from_on.desc(), PracticeText.created_at.desc(), PracticeText.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return func.coalesce(latest, TEXTS[key])


def set_text(work: Work, key: TextKey, text: str, from_on: date | None) -> TextsOut:
    """Set a text from a day on (default: today).

    Raises DatesOutOfOrder if the day has passed, ValidationFailed if a text that strangers may see tells too much.
    """
    not_before(from_on, work.today, "/from_on")
    if key in ON_THE_OUTSIDE:
        _require_discreet(work, text)
    work.add(
        PracticeText(key=key.value, text=text, from_on=from_on or work.today, set_by=work.principal.staff_id)
    )
    return texts_of(work)


def _require_discreet(work: Work, text: str) -> None:
    if len(text) > 100 or not text.isprintable():
        raise invalid_field("/text", "one_line", "Write one line of at most 100 characters.")
    if telling_words(text, names=(work.practice().name,)):
        raise invalid_field(
            "/text", "not_discreet", "Somebody who sees this line in passing must not learn what it is about."
        )


def texts_of(work: Work) -> TextsOut:
    """Return every text with what holds today and its history, in one statement."""
    rows = work.db.scalars(_HISTORY).all()
    return TextsOut(
        items=[_shown(key, [row for row in rows if row.key == key], work.today) for key in TextKey]
    )


def _shown(key: TextKey, rows: list[PracticeText], today: date) -> TextOut:
    held = [row.text for row in rows if row.from_on <= today]
    entries = [
        TextEntry(
            id=row.id, text=row.text, from_on=row.from_on, recorded_at=row.created_at, set_by=row.set_by
        )
        for row in reversed(rows)
    ]
    return TextOut(
        key=key, label=key.label, text=held[-1] if held else TEXTS[key], default=TEXTS[key], history=entries
    )
