"""The practice's own instruments over HTTP: loaded, versioned, retired, taken, and every place that is wrong named."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from couplesone.measures.practice_instruments.schemas import EXAMPLE
from support.http import Caller
from support.papers import NOWHERE
from support.world import World

PATH = "/v1/practice-instruments"
ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
BOUNDS = {
    "low": "http://hl7.org/fhir/StructureDefinition/minValue",
    "high": "http://hl7.org/fhir/StructureDefinition/maxValue",
}


@pytest.fixture
def owner(world: World) -> Caller:
    """Whoever manages the practice."""
    return world.home.people["owner"].call


@pytest.fixture
def body() -> dict[str, Any]:
    """A questionnaire of three choices, each 0 to 2, the second reversed."""
    return copy.deepcopy(EXAMPLE)  # type: ignore[arg-type]


def wrong(owner: Caller, body: dict[str, Any]) -> list[tuple[str, str]]:
    answer = owner.call("POST", PATH, body)
    assert (answer.status_code, answer.json()["code"]) == (422, "questionnaire_invalid"), answer.text
    return [(error["pointer"], error["code"]) for error in answer.json()["errors"]]


def test_one_is_loaded_read_and_listed(owner: Caller, world: World, body: dict[str, Any]) -> None:
    made = owner.post(PATH, body)
    for name in ("code", "name", "licence", "questionnaire"):
        assert made[name] == body[name]
    assert (made["number"], made["status"], made["version"]) == (1, "active", 1)
    rule = made["rule"]
    assert [(it["link_id"], it["reversed"]) for it in rule["items"]] == [
        ("1", False),
        ("2", True),
        ("3", False),
    ]
    assert (rule["lowest"], rule["highest"]) == (0.0, 6.0)
    assert rule["subscales"] == [{"code": "home", "label": "At home", "items": [1, 2]}]
    assert (rule["reliable_change"][0]["comparator"], rule["reliable_change"][0]["verified"]) == ("gt", False)
    therapist = world.therapist
    assert therapist.get(f"{PATH}/{made['id']}")["questionnaire"] == body["questionnaire"]
    assert [it["id"] for it in therapist.get(PATH)["items"]] == [made["id"]]
    listed = therapist.get("/v1/instruments")["items"][-1]
    assert (listed["code"], listed["origin"]) == ("calm_evenings", "practice")
    assert listed["practice_instrument_id"] == made["id"]
    assert therapist.get("/v1/instruments/calm_evenings") == listed


def test_it_is_taken_like_the_shipped_ones(
    owner: Caller, therapist: Caller, path: str, body: dict[str, Any]
) -> None:
    made = owner.post(PATH, body)
    taken = {"instrument": "calm_evenings", "respondent": "client", "source": "paper"}
    first = therapist.post(path, taken | {"items": [0, 2, 1], "taken_on": "2026-02-02"})
    assert (first["score"]["total"], first["score"]["band"]) == (1.0, "few")  # 0 + (2 - 2) + 1
    assert first["score"]["subscales"][0]["total"] == 0.0
    assert (first["practice_instrument_id"], first["instrument_version"]) == (made["id"], 1)
    therapist.post(path, taken | {"items": [2, 0, 2], "taken_on": "2026-02-09"})
    case = path.removesuffix("/administrations")
    (series,) = therapist.get(f"{case}/measure-results?instrument=calm_evenings")["items"]
    assert (series["name"], series["instrument_version"]) == ("Calm evenings, three questions", 1)
    # Sdiff = 1.2 * sqrt(2 * .2) = .759; 5 / .759 = 6.588; from 1 (< 3) to 6
    assert (series["results"][1]["changes"][0]["z"], series["results"][1]["change_class"]) == (
        6.59,
        "recovered",
    )
    assert therapist.post(f"/v1/administrations/{first['id']}/recompute")["agrees"] is True


@pytest.mark.row("S2.52")
def test_an_attachment_scale_is_loaded_by_the_practice_and_answered_by_the_client_only(
    owner: Caller, therapist: Caller, path: str
) -> None:
    """ECR-S is not shipped: 12 items 1 to 7, items 1, 5, 8 and 9 reversed, avoidance odd and anxiety even."""
    links = [f"{place}" for place in range(1, 13)]
    options = [{"valueInteger": value} for value in range(1, 8)]
    owner.post(
        PATH,
        {
            "code": "attachment_short",
            "name": "Attachment, short",
            "licence": "Licensed by the practice from the publisher.",
            "questionnaire": {
                "resourceType": "Questionnaire",
                "status": "active",
                "item": [{"linkId": link, "type": "choice", "answerOption": options} for link in links],
            },
            "scoring": {
                "method": "sum",
                "direction": "lower_is_better",
                "least_answered": 12,
                "items": [
                    {"link_id": link, "low": 1, "high": 7, "reversed": link in "1589"} for link in links
                ],
                "subscales": [
                    {"code": "avoidance", "label": "Avoidance", "items": links[::2]},
                    {"code": "anxiety", "label": "Anxiety", "items": links[1::2]},
                ],
            },
        },
    )
    answers = {"instrument": "attachment_short", "source": "paper", "items": [7, 1] * 6}
    made = therapist.post(path, answers | {"respondent": "client"})
    # avoidance: 1, 5, 9 ticked 7 count 1; 3, 7, 11 count 7. Anxiety: 8 ticked 1 counts 7, the others 1
    assert {it["code"]: it["total"] for it in made["score"]["subscales"]} == {
        "avoidance": 24.0,
        "anxiety": 12.0,
    }
    proxy = answers | {"respondent": "client", "about": "partner"}
    assert therapist.refused("POST", path, proxy) == (422, "proxy_measure_refused")
    assert therapist.refused("POST", path, answers | {"respondent": "partner"}) == (
        422,
        "proxy_measure_refused",
    )


def test_a_next_version_leaves_what_was_scored(
    owner: Caller, therapist: Caller, path: str, body: dict[str, Any]
) -> None:
    first = owner.post(PATH, body)
    taken = {"instrument": "calm_evenings", "respondent": "client", "source": "paper", "items": [2, 2, 2]}
    old = therapist.post(path, taken | {"taken_on": "2026-02-02"})
    body["scoring"]["items"][1]["reversed"] = False
    second = owner.post(PATH, body)
    assert (second["number"], second["status"]) == (2, "active")
    assert owner.get(f"{PATH}/{first['id']}")["status"] == "retired"
    new = therapist.post(path, taken | {"taken_on": "2026-02-09"})
    assert (old["score"]["total"], new["score"]["total"], new["instrument_version"]) == (4.0, 6.0, 2)
    assert therapist.get(f"/v1/administrations/{old['id']}")["score"]["total"] == 4.0
    case = path.removesuffix("/administrations")
    series = therapist.get(f"{case}/measure-results")["items"]
    assert [(it["instrument_version"], len(it["results"])) for it in series] == [(1, 1), (2, 1)]
    assert [it["number"] for it in owner.get(f"{PATH}?status=retired")["items"]] == [1]
    assert len(owner.get(PATH)["items"]) == 2


def test_retired_it_is_not_taken_and_reinstated_it_is(
    owner: Caller, therapist: Caller, path: str, body: dict[str, Any]
) -> None:
    first, second = owner.post(PATH, body), owner.post(PATH, body)
    one, two = f"{PATH}/{first['id']}", f"{PATH}/{second['id']}"
    taken = {"instrument": "calm_evenings", "respondent": "client", "source": "paper", "items": [2, 2, 2]}
    gone = owner.post(f"{two}/retire", etag=second)
    assert [(it["action"], it["allowed"], it["code"]) for it in gone["actions"]] == [
        ("retire_practice_instrument", False, "instrument_transition_refused"),
        ("reinstate_practice_instrument", True, None),
    ]
    assert therapist.refused("POST", path, taken) == (409, "instrument_retired")
    assert "calm_evenings" not in [it["code"] for it in therapist.get("/v1/instruments")["items"]]
    assert owner.refused("POST", f"{two}/retire", etag=gone) == (409, "instrument_transition_refused")
    assert owner.refused("POST", f"{two}/reinstate", etag=second) == (412, "version_stale")
    back = owner.post(f"{one}/reinstate", etag=owner.get(one))
    assert back["status"] == "active"
    assert therapist.post(path, taken)["instrument_version"] == 1
    assert therapist.get("/v1/instruments/calm_evenings")["version"] == 1
    again = owner.post(f"{two}/reinstate", etag=owner.get(two))
    assert again["status"] == "active"
    assert owner.get(one)["status"] == "retired"
    assert owner.refused("POST", f"{one}/retire") == (428, "if_match_required")


def test_only_owners_load_and_retire(world: World, owner: Caller, body: dict[str, Any]) -> None:
    made = owner.post(PATH, body)
    for role in ("therapist", "supervisor", "front_desk", "biller"):
        caller = world.home.people[role].call
        assert caller.refused("POST", PATH, body) == (403, "permission_denied")
        for verb in ("retire", "reinstate"):
            assert caller.refused("POST", f"{PATH}/{made['id']}/{verb}", etag=1) == (403, "permission_denied")
    shown = world.therapist.get(f"{PATH}/{made['id']}")["actions"]
    assert [it["code"] for it in shown] == ["permission_denied"] * 2
    assert world.home.people["biller"].call.refused("GET", PATH) == (403, "permission_denied")
    theirs = world.other.people["owner"].call
    assert theirs.refused("GET", f"{PATH}/{made['id']}") == (404, "not_found")
    assert theirs.refused("GET", f"{PATH}/{NOWHERE}") == (404, "not_found")
    assert theirs.get(PATH)["items"] == []


def test_a_shipped_code_is_taken(owner: Caller, body: dict[str, Any]) -> None:
    assert owner.refused("POST", PATH, body | {"code": "phq9"}) == (409, "instrument_code_taken")


def choice(link: str, *options: Any, **more: Any) -> dict[str, Any]:
    return {"linkId": link, "type": "choice", "answerOption": list(options)} | more


def coded(value: Any) -> dict[str, Any]:
    return {"valueCoding": {"code": "x", "extension": [{"url": ORDINAL, "valueDecimal": value}]}}


def bounded(link: str, low: Any, high: Any) -> dict[str, Any]:
    bounds = [(BOUNDS["low"], low), (BOUNDS["high"], high)]
    return {
        "linkId": link,
        "type": "integer",
        "extension": [{"url": url, "valueInteger": value} for url, value in bounds],
    }


@pytest.mark.parametrize(
    "item",
    [
        choice("1", {"valueInteger": 0}, {"valueInteger": 2}),
        choice("1", coded(0), coded(1.0), coded(2)),
        choice(
            "1", *({"valueCoding": {}, "extension": [{"url": ORDINAL, "valueDecimal": n}]} for n in (0, 2))
        ),
        bounded("1", 0, 2),
        {"linkId": "g", "type": "group", "item": [bounded("1", 0, 2), {"linkId": "d", "type": "display"}]},
    ],
    ids=["integers", "ordinal codings", "ordinal options", "range", "group"],
)
def test_what_is_supported(owner: Caller, body: dict[str, Any], item: dict[str, Any]) -> None:
    body["questionnaire"]["item"][0] = item
    assert [it["link_id"] for it in owner.post(PATH, body)["rule"]["items"]] == ["1", "2", "3"]


ITEM = "/questionnaire/item/3"
OPTIONS = f"{ITEM}/answerOption"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("x", [(ITEM, "not_an_object")]),
        ({"type": "choice"}, [(f"{ITEM}/linkId", "required")]),
        ({"linkId": "", "type": "choice"}, [(f"{ITEM}/linkId", "required")]),
        ({"linkId": "1", "type": "display"}, [(f"{ITEM}/linkId", "not_unique")]),
        ({"linkId": "4"}, [(f"{ITEM}/type", "unknown_code")]),
        ({"linkId": "4", "type": "slider"}, [(f"{ITEM}/type", "unknown_code")]),
        ({"linkId": "4", "type": "open-choice"}, [(f"{ITEM}/type", "unsupported_item_type")]),
        ({"linkId": "4", "type": "attachment"}, [(f"{ITEM}/type", "unsupported_item_type")]),
        ({"linkId": "4", "type": "choice"}, [(OPTIONS, "too_few")]),
        (choice("4", {"valueInteger": 1}), [(OPTIONS, "too_few")]),
        (
            {"linkId": "4", "type": "choice", "answerValueSet": "http://x"},
            [(f"{ITEM}/answerValueSet", "unsupported")],
        ),
        (
            choice("4", {"valueInteger": 1}, {"valueInteger": 1}),
            [(f"{OPTIONS}/1", "not_unique"), (ITEM, "not_scored")],
        ),
        (
            choice(
                "4",
                {"valueInteger": 0},
                {"valueString": "often"},
                7,
                coded(1.5),
                coded(True),
                coded(1001),
                coded("1"),
            ),
            [*((f"{OPTIONS}/{n}", "no_number") for n in range(1, 7)), (ITEM, "not_scored")],
        ),
        ({"linkId": "4", "type": "integer"}, [(f"{ITEM}/extension", "no_range")]),
        ({"linkId": "4", "type": "integer", "extension": "x"}, [(f"{ITEM}/extension", "no_range")]),
        (bounded("4", 2, 2), [(f"{ITEM}/extension", "no_range")]),
        (bounded("4", 0, None), [(f"{ITEM}/extension", "no_range")]),
        (bounded("4", 0, 2), [(ITEM, "not_scored")]),
        (bounded("4", 0, 2) | {"repeats": True}, [(f"{ITEM}/repeats", "unsupported"), (ITEM, "not_scored")]),
        (bounded("4", 0, 2) | {"item": []}, [(f"{ITEM}/item", "unsupported"), (ITEM, "not_scored")]),
        ({"linkId": "4", "type": "group", "item": {}}, [(f"{ITEM}/item", "not_a_list")]),
        (
            {"linkId": "4", "type": "group", "item": [{"linkId": "5", "type": "text"}]},
            [(f"{ITEM}/item/0/type", "unsupported_item_type")],
        ),
    ],
)
def test_an_item_that_cannot_be_used_is_named(
    owner: Caller, body: dict[str, Any], item: Any, expected: list[tuple[str, str]]
) -> None:
    body["questionnaire"]["item"].append(item)
    assert wrong(owner, body) == expected


def test_an_unsupported_type_is_named_in_words_and_nothing_else_is_repeated(
    owner: Caller, body: dict[str, Any]
) -> None:
    secret = "zebrafinch"
    body["questionnaire"]["item"] += [
        {"linkId": secret, "type": "attachment", "text": secret},
        {"linkId": f"{secret}2", "type": secret},
    ]
    answer = owner.call("POST", PATH, body)
    assert "Items of type attachment cannot be scored" in answer.text
    assert secret not in answer.text


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"resourceType": "Patient"}, [("/questionnaire/resourceType", "not_a_questionnaire")]),
        ({"status": "final"}, [("/questionnaire/status", "unknown_code")]),
    ],
)
def test_what_is_no_questionnaire(owner: Caller, body: dict[str, Any], change: Any, expected: Any) -> None:
    body["questionnaire"] |= change
    assert wrong(owner, body) == expected


def test_without_items_and_with_too_many_and_too_deep(owner: Caller, body: dict[str, Any]) -> None:
    body["questionnaire"]["item"] = []
    assert ("/questionnaire/item", "too_few") in wrong(owner, body)
    body["questionnaire"]["item"] = [bounded(f"{n}", 0, 2) for n in range(201)]
    assert ("/questionnaire/item", "too_many") in wrong(owner, body)
    deep: dict[str, Any] = {"linkId": "g9", "type": "group", "item": []}
    for level in range(5):
        deep = {"linkId": f"g{level}", "type": "group", "item": [deep]}
    body["questionnaire"]["item"] = [deep]
    assert next(code for _, code in wrong(owner, body)) == "too_deep"


@pytest.mark.parametrize(
    ("member", "value", "expected"),
    [
        ("least_answered", 4, [("/scoring/least_answered", "out_of_range")]),
        (
            "items",
            [{"link_id": "1", "low": 0, "high": 2}, {"link_id": "1", "low": 0, "high": 2}],
            [
                ("/scoring/items/1/link_id", "not_unique"),
                ("/questionnaire/item/1", "not_scored"),
                ("/questionnaire/item/2", "not_scored"),
                ("/scoring/least_answered", "out_of_range"),
                ("/scoring/subscales/0/items/1", "unknown_item"),
            ],
        ),
        (
            "items",
            [{"link_id": link, "low": 0, "high": 2} for link in ("1", "2", "3", "9")],
            [("/scoring/items/3/link_id", "unknown_item")],
        ),
        (
            "items",
            [
                {"link_id": "1", "low": 1, "high": 2},
                {"link_id": "2", "low": 0, "high": 3},
                {"link_id": "3", "low": 2, "high": 2},
            ],
            [
                ("/questionnaire/item/0/answerOption/0", "out_of_range"),
                ("/questionnaire/item/1", "range_not_reached"),
                ("/scoring/items/2/high", "out_of_range"),
            ],
        ),
        (
            "subscales",
            [{"code": "a", "label": "A", "items": ["1", "1"]}, {"code": "a", "label": "B", "items": ["7"]}],
            [
                ("/scoring/subscales/0/items/1", "unknown_item"),
                ("/scoring/subscales/1/items/0", "unknown_item"),
                ("/scoring/subscales/1/code", "not_unique"),
            ],
        ),
        (
            "bands",
            [{"code": "a", "label": "A", "low": 3}, {"code": "b", "label": "B", "low": 3}],
            [("/scoring/bands/1/low", "not_ascending")],
        ),
        (
            "bands",
            [{"code": "a", "label": "A", "low": 1}, {"code": "b", "label": "B", "low": 7}],
            [("/scoring/bands/1/low", "out_of_range"), ("/scoring/bands/0/low", "gap")],
        ),
        (
            "cut_offs",
            [
                {"code": "a", "label": "A", "comparator": "lt", "value": 3, "recovery": True},
                {"code": "b", "label": "B", "comparator": "lt", "value": 4, "recovery": True},
            ],
            [("/scoring/cut_offs/1/recovery", "not_unique")],
        ),
        (
            "cut_offs",
            [{"code": "a", "label": "A", "comparator": "ge", "value": 6.5}],
            [("/scoring/cut_offs/0/value", "out_of_range")],
        ),
        (
            "reliable_change",
            [
                {"code": "a", "source": "s"},
                {"code": "b", "source": "s", "points": 3, "sd": 1},
                {"code": "c", "source": "s", "points": 3, "sd": 1, "r": 0.5, "z": 2},
                {"code": "d", "source": "s", "sd": 1, "r": 0.5},
                {"code": "e", "source": "s", "points": 3, "comparator": "lt"},
                {"code": "f", "source": "s", "points": 3, "comparator": "gt"},
            ],
            [
                ("/scoring/reliable_change/0", "sd_r_z_or_points"),
                ("/scoring/reliable_change/1", "sd_r_z_or_points"),
                ("/scoring/reliable_change/2", "sd_r_z_or_points"),
                ("/scoring/reliable_change/3", "sd_r_z_or_points"),
                ("/scoring/reliable_change/4/comparator", "out_of_range"),
            ],
        ),
    ],
)
def test_a_scoring_rule_that_does_not_fit(
    owner: Caller, body: dict[str, Any], member: str, value: Any, expected: list[tuple[str, str]]
) -> None:
    body["scoring"][member] = value
    assert wrong(owner, body) == expected


def test_points_and_means_and_risk_items(
    owner: Caller, therapist: Caller, path: str, body: dict[str, Any]
) -> None:
    body["scoring"] |= {
        "method": "mean",
        "least_answered": 2,
        "bands": [],
        "cut_offs": [],
        "reliable_change": [{"code": "half", "source": "Agreed here", "points": 0.5}],
    }
    body["scoring"]["items"][2]["risk"] = True
    assert owner.post(PATH, body)["rule"]["reliable_change"][0]["comparator"] == "ge"
    taken = {"instrument": "calm_evenings", "respondent": "client", "source": "paper", "items": [1, None, 1]}
    made = therapist.post(path, taken)
    assert (made["score"]["total"], made["score"]["prorated"], made["risk_items"]) == (1.0, True, [3])


def test_a_body_of_the_wrong_form_is_no_matter_of_the_questionnaire(
    owner: Caller, body: dict[str, Any]
) -> None:
    for member, value in (("questionnaire", []), ("code", "Calm"), ("licence", "")):
        assert owner.refused("POST", PATH, body | {member: value}) == (422, "validation_failed")


@pytest.mark.parametrize("change", [{"sd": 1e-300}, {"r": 1}, {"r": -0.1}, {"z": 0}])
def test_parameters_by_which_everything_or_nothing_would_be_reliable(
    owner: Caller, body: dict[str, Any], change: dict[str, float]
) -> None:
    body["scoring"]["reliable_change"][0] |= change
    assert owner.refused("POST", PATH, body) == (422, "validation_failed")


def test_the_rule_of_an_item_that_cannot_be_read_is_not_blamed_too(
    owner: Caller, body: dict[str, Any]
) -> None:
    body["questionnaire"]["item"][0]["type"] = "text"
    assert wrong(owner, body) == [("/questionnaire/item/0/type", "unsupported_item_type")]
