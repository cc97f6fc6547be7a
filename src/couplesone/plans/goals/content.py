"""The texts of a goal: how they are kept, which of them are judged, and how well the goal is formed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from couplesone.kernel.errors import invalid_field
from couplesone.plans.conduct import Part, Wording
from couplesone.plans.goals.schemas import LevelText
from couplesone.plans.models import Goal

LISTS = ("less", "more", "instead_of")
JUDGED = ("title", *LISTS, "indicator", "levels")
"""The members whose texts the own-control check reads; the context is not among them."""


def put(goal: Goal, members: Mapping[str, Any]) -> None:
    """Give the goal the members that were sent; lists and levels are kept as JSON, sealed."""
    for name, value in members.items():
        if name in LISTS:
            kept = json.dumps(value, ensure_ascii=False)
        elif name == "levels":
            kept = json.dumps({item.level: item.text for item in value}, ensure_ascii=False)
        else:
            kept = value
        setattr(goal, name, kept)


def items(goal: Goal, name: str) -> list[str]:
    """Return one of the goal's lists."""
    found: list[str] = json.loads(getattr(goal, name))
    return found


def levels(goal: Goal) -> list[LevelText]:
    """Return the goal's five levels, from -2 to 2."""
    kept: dict[str, str] = json.loads(goal.levels)
    return sorted(
        (LevelText(level=int(level), text=text) for level, text in kept.items()), key=lambda it: it.level
    )


def require_direction(goal: Goal) -> None:
    """Raise ValidationFailed unless the goal says what the client does less or more (S3.22)."""
    if not items(goal, "less") and not items(goal, "more"):
        raise invalid_field(
            "/less", "less_or_more", "Say at least one thing that the client does less or more."
        )


def judged(members: Mapping[str, Any]) -> Iterator[Wording]:
    """Return the texts among ``members`` that the own-control check reads, as what it reads them."""
    if members.get("title"):
        yield Wording("/title", members["title"], Part.SENTENCE)
    for name in LISTS:
        for place, text in enumerate(members.get(name) or ()):
            yield Wording(f"/{name}/{place}", text, Part.PHRASE)
    if members.get("indicator"):
        yield Wording("/indicator", members["indicator"], Part.OUTCOME)
    for place, level in enumerate(members.get("levels") or ()):
        yield Wording(f"/levels/{place}", level.text, Part.OUTCOME)


def texts_of(goal: Goal) -> list[Wording]:
    """Return the texts of a stored goal that the own-control check reads."""
    lists = {name: items(goal, name) for name in LISTS}
    return list(judged({"title": goal.title, "indicator": goal.indicator, "levels": levels(goal), **lists}))


def quality(goal: Goal) -> dict[str, Any]:
    """Return how well the goal is formed (S3.23): five facts of its structure, and how many of them hold."""
    facts = {
        "specific": goal.context is not None,
        "observable": _plain(goal.indicator) != _plain(goal.title),
        "own": goal.wording_rule is None,
        "timed": goal.target_on is not None,
        "levels_filled": _distinct([item.text for item in levels(goal)]),
    }
    return {**facts, "score": sum(facts.values())}


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


def _distinct(texts: Sequence[str]) -> bool:
    return len({_plain(text) for text in texts}) == len(texts)
