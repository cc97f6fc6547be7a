"""The case of a client who is handed links and codes."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pytest

from couplesone.clients.models import ContactPreference
from couplesone.measures.practice_instruments.schemas import EXAMPLE
from support.http import Caller
from support.papers import Chart, open_chart
from support.visitors import CRISIS, Visitor, handed_out
from support.world import World

HTTP = "http://hl7.org/fhir/StructureDefinition"


@pytest.fixture
def chart(world: World) -> Chart:
    """The case of Mara, whom the therapist treats; her partner is Tobias. Mail is safe for her."""
    found = open_chart(world)
    with world.works.open(world.home.id) as work:
        work.add(
            ContactPreference(
                client_id=found.client_id,
                channel="email",
                allowed=True,
                discreet=True,
                voicemail=False,
                confirmed_on=date(2026, 2, 1),
                review_due_on=date(2026, 5, 1),
            )
        )
    return found


@pytest.fixture
def visitor(chart: Chart) -> Visitor:
    """Whoever has the address of the practice's page."""
    link = handed_out(chart)
    return Visitor(chart.world, urlsplit(link["page"]).path)


@pytest.fixture
def owner(world: World) -> Caller:
    """Whoever manages the practice; its crisis text is set."""
    caller = world.home.people["owner"].call
    caller.post("/v1/practice/texts", {"key": "crisis_text", "text": CRISIS})
    return caller


@pytest.fixture
def own(owner: Caller) -> dict[str, Any]:
    """An instrument of the practice: words before and after, labels, a risk item, a range that is typed."""
    body: dict[str, Any] = copy.deepcopy(EXAMPLE)  # type: ignore[arg-type]
    rarely = [
        {
            "valueCoding": {
                "code": code,
                "display": label,
                "extension": [{"url": f"{HTTP}/ordinalValue", "valueDecimal": value}],
            }
        }
        for code, label, value in (("n", "Never", 0), ("s", "Now & then", 2), ("o", "Often <b>", 4))
    ]
    ends = [
        {"url": f"{HTTP}/{end}", "valueInteger": value}
        for end, value in (("minValue", -20), ("maxValue", 20))
    ]
    body["questionnaire"]["item"] = [
        {"linkId": "0", "type": "display", "text": "Think of the last seven evenings."},
        {
            "linkId": "g",
            "type": "group",
            "text": "At home",
            "item": [
                {"linkId": "1", "type": "choice", "text": "How often was it loud?", "answerOption": rarely}
            ],
        },
        {"linkId": "2", "type": "integer", "text": "Warmer or colder?", "extension": ends},
        {"linkId": "3", "type": "choice", "answerOption": [{"valueInteger": 1}, {"valueInteger": 2}]},
        {"linkId": "9", "type": "display", "text": "That was the last one."},
    ]
    body["scoring"] = {
        "method": "sum",
        "direction": "lower_is_better",
        "least_answered": 2,
        "items": [
            {"link_id": "1", "low": 0, "high": 4, "risk": True},
            {"link_id": "2", "low": -20, "high": 20},
            {"link_id": "3", "low": 1, "high": 2},
        ],
    }
    made: dict[str, Any] = owner.post("/v1/practice-instruments", body)
    return made
