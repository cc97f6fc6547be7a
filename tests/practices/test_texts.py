"""Texts of the practice's own, which clients read on pages."""

from __future__ import annotations

import pytest

from couplesone.practices.codes import TEXTS, TextKey
from support.world import World

PATH = "/v1/practice/texts"


def test_without_one_of_its_own_the_products_text_holds(world: World) -> None:
    found, visits, *mail = world.therapist.get(PATH)["items"]
    assert (found["key"], found["text"], found["history"]) == ("crisis_text", TEXTS[TextKey.CRISIS_TEXT], [])
    assert (visits["key"], visits["text"]) == ("collateral_text", ""), (
        "what a visit is, a practice says itself"
    )
    assert {one["key"]: one["text"] for one in mail} == {
        "mail_subject": "A message for you",
        "mail_sender_name": "The office",
    }


def test_a_text_holds_from_its_day_on_and_history_is_kept(world: World) -> None:
    owner = world.home.people["owner"].call
    owner.post(PATH, {"key": "crisis_text", "text": "Ring 1."})
    owner.post(PATH, {"key": "crisis_text", "text": "Ring 2.", "from_on": "2026-03-05"})
    found = owner.get(PATH)["items"][0]
    assert (found["text"], [entry["text"] for entry in found["history"]]) == (
        "Ring 1.",
        ["Ring 2.", "Ring 1."],
    )
    world.days(3)
    assert owner.get(PATH)["items"][0]["text"] == "Ring 2."


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"key": "crisis_text", "text": " "}, "validation_failed"),
        ({"key": "crisis", "text": "Ring."}, "validation_failed"),
        ({"key": "crisis_text", "text": "Ring.", "from_on": "2026-03-01"}, "dates_out_of_order"),
    ],
)
def test_what_does_not_fit_is_refused(world: World, body: dict[str, str], code: str) -> None:
    assert world.home.people["owner"].call.refused("POST", PATH, body) == (422, code)


@pytest.mark.parametrize("role", ["therapist", "supervisor", "front_desk", "biller"])
def test_only_who_manages_the_practice_sets_texts(world: World, role: str) -> None:
    body = {"key": "crisis_text", "text": "Ring."}
    assert world.home.people[role].call.refused("POST", PATH, body) == (403, "permission_denied")
