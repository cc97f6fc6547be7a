"""Which of the forms, or languages, that an answer can have the asker likes best (RFC 9110, section 12)."""

from __future__ import annotations

from collections.abc import Sequence


def preferred(accept: str | None, offered: Sequence[str]) -> str:
    """Return the media type among ``offered`` that an Accept header likes best; the first where it likes none.

    The most specific range that fits a form says how much it is liked; of forms liked alike the earlier one wins.

    >>> preferred("text/html, application/pdf;q=0.5", ["application/pdf", "text/html"])
    'text/html'
    """
    ranges = [_range(part) for part in (accept or "*/*").split(",") if part.strip()]
    liking = [_liking(form, ranges) for form in offered]
    return offered[liking.index(max(liking))]


def preferred_language(accept_language: str | None, offered: Sequence[str]) -> str:
    """Return the language among ``offered`` that an Accept-Language header likes best; the first where it likes none.

    A range stands for its language, whatever the region; of languages liked alike the one named first wins.

    >>> preferred_language("fr, de-AT;q=0.8, en;q=0.5", ["en", "de"])
    'de'
    """
    ranges = [_range(part) for part in (accept_language or "").split(",") if part.strip()]
    weights: dict[str, float] = {}
    for name, weight in ranges:
        language = name.partition("-")[0]
        weights[language] = max(weights.get(language, 0.0), weight)
    if "*" in weights:
        weights |= {language: weights["*"] for language in offered if language not in weights}
    liked = [language for language, weight in weights.items() if language in offered and weight > 0]
    return max(liked, key=weights.__getitem__, default=offered[0])


def _range(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            return name, _weight(value)
    return name, 1.0


def _weight(value: str) -> float:
    try:
        weight = float(value)
    except ValueError:
        return 0.0
    return weight if 0 <= weight <= 1 else 0.0


def _liking(form: str, ranges: Sequence[tuple[str, float]]) -> float:
    for fitting in (form, f"{form.partition('/')[0]}/*", "*/*"):
        for name, weight in ranges:
            if name == fitting:
                return weight
    return 0.0
