"""From a total that a worked case tells to the answers that come to it."""

from __future__ import annotations

from collections.abc import Sequence

from couplesone.sdk.types import ItemRuleOut


def answers_to(total: int, items: Sequence[ItemRuleOut]) -> list[int]:
    """Return answers that add up to a total, spread evenly; an item that opens the risk path keeps its lowest.

    For instruments without reversed items; ValueError for a total that they cannot come to.
    """
    answers = [item["low"] for item in items]
    while (left := total - sum(answers)) > 0:
        free = [
            place
            for place, item in enumerate(items)
            if answers[place] < item["high"] and not item["risk"] and not item["reversed"]
        ]
        if not free:
            break
        for place in free[:left]:
            answers[place] += 1
    if sum(answers) != total:
        raise ValueError("these items cannot come to this total")
    return answers
