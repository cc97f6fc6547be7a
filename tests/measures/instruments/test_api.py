"""The catalogue of instruments: scoring facts with their sources, and no wording."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from couplesone.measures.codes import InstrumentOrigin
from couplesone.measures.instruments import catalogue
from couplesone.measures.instruments.catalogue import BASELINE, SHIPPED, shipped
from support.http import Caller
from support.world import World


def test_the_catalogue_is_listed_and_read_one_by_one(therapist: Caller) -> None:
    items = therapist.get("/v1/instruments")["items"]
    assert [it["code"] for it in items] == [
        "csi16",
        "csi4",
        "csi32",
        "rdas",
        "ras",
        "phq9",
        "gad7",
        "audit_c",
    ]
    for it in items:
        assert therapist.get(f"/v1/instruments/{it['code']}") == it
        assert it["wording_shipped"] is False
        assert it["origin"] == "shipped"
    for code in ("ecr_s", "PHQ9", "phq9%00", "x" * 41):
        assert therapist.refused("GET", f"/v1/instruments/{code}") == (404, "not_found")


def test_what_is_said_of_an_instrument(therapist: Caller) -> None:
    found = therapist.get("/v1/instruments/csi16")
    rule = found["rule"]
    assert (rule["lowest"], rule["highest"], rule["least_answered"]) == (0.0, 81.0, 13)
    assert rule["cut_offs"] == [
        {
            "code": "distressed",
            "label": "Distressed",
            "comparator": "lt",
            "value": 51.5,
            "recovery": True,
            "applies_to": "everybody",
        }
    ]
    assert [(it["sd"], it["r"], it["z"], it["comparator"]) for it in rule["reliable_change"]] == [
        (17.0, 0.98, 1.96, "gt"),
        (17.0, 0.94, 1.96, "gt"),
    ]
    assert [it["verified"] for it in found["sources"]] == [True, False, False, True, True]


LOINC = {
    "phq9": {"panel": "44249-1", "total": "44261-6"},
    "gad7": {"panel": "69737-5", "total": "70274-6"},
    "audit_c": {
        "panel": "72109-2",
        "item_1": "68518-0",
        "item_2": "68519-8",
        "item_3": "68520-6",
        "total": "75626-2",
    },
}


@pytest.mark.parametrize("code", SHIPPED)
def test_loinc_codes(code: str) -> None:
    assert dict(SHIPPED[code].loinc) == LOINC.get(code, {})


@pytest.mark.parametrize("code", SHIPPED)
def test_every_fact_has_its_source_and_no_guess_looks_verified(code: str) -> None:
    found = SHIPPED[code]
    assert found.licence.endswith("no wording is shipped.")
    assert found.sources
    for note in found.sources:
        assert note.verified != (note.source == "General knowledge")
    for one in found.rule.reliable_change:
        assert one.verified != ("general knowledge" in one.source)


def test_no_record_has_room_for_the_words_of_an_item() -> None:
    stored = json.dumps([one.rule.as_json()["items"] for one in SHIPPED.values()])
    assert set(re.findall(r'"(\w+)":', stored)) == {"low", "high", "reversed", "risk", "link_id"}


def test_every_version_is_kept_and_one_is_the_latest() -> None:
    assert {one.version for one in SHIPPED.values()} == {1}
    assert shipped("csi16", 1) is SHIPPED["csi16"]
    assert shipped("csi16", 2) is None
    assert set(BASELINE) == {"csi16", "phq9", "gad7"}
    assert all(one.origin is InstrumentOrigin.SHIPPED for one in SHIPPED.values())


def test_what_is_not_shipped_is_named_nowhere() -> None:
    """ECR, DAS-7, WSAS, ORS and SRS may not be shipped; the practice loads what it has the right to."""
    assert not {"ecr_s", "ecr_r", "das7", "wsas", "ors", "srs"} & SHIPPED.keys()
    assert Path(catalogue.__file__).name == "catalogue.py"


def test_reading_the_catalogue_leaves_no_trail(world: World) -> None:
    before = len(world.home.people["owner"].call.get("/v1/audit-events")["items"])
    world.therapist.get("/v1/instruments")
    world.therapist.get("/v1/instruments/phq9")
    assert len(world.home.people["owner"].call.get("/v1/audit-events")["items"]) == before + 1
