"""A measure by link: what its page shows and takes, and what it never shows, says or keeps."""

from __future__ import annotations

import copy
import re
from typing import Any

import pytest
from sqlalchemy import select

from couplesone.cases.models import Case
from couplesone.clients.models import Client
from couplesone.measures.administrations.models import Administration
from couplesone.measures.instruments.catalogue import SHIPPED
from couplesone.measures.practice_instruments.schemas import EXAMPLE
from support.http import Caller
from support.papers import Chart, open_chart
from support.visitors import CRISIS, Visitor, answers, constant, measure, said, token_of
from support.world import World

PHQ = [2, 2, 1, 2, 1, 1, 2, 1, 0]
UNKNOWN = "2222-2222-2222"


def taken(chart: Chart) -> list[dict[str, Any]]:
    """Return what the case holds."""
    path = f"/v1/cases/{chart.case_id}/administrations"
    found: list[dict[str, Any]] = chart.world.therapist.get(path)["items"]
    return found


# -- what is answered -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("how", "source"), [({"channel": "email"}, "link"), ({"in_room": True}, "in_room")])
def test_the_answers_land_as_the_clients_own(
    chart: Chart, visitor: Visitor, how: dict[str, Any], source: str
) -> None:
    link = measure(chart, **how)
    assert link["instrument"] == "phq9"
    key = token_of(link) if link["url"] else link["code"]
    assert visitor.send(key=key).status_code == 200
    assert taken(chart) == []  # opening consumes nothing
    thanks = visitor.send(key=key, **answers(PHQ))
    assert "Thank you" in said(thanks)
    assert "112" not in said(thanks)
    (found,) = taken(chart)
    assert (found["instrument"], found["items"], found["source"]) == ("phq9", PHQ, source)
    assert (found["respondent"], found["about"], found["taken_on"]) == ("client", "client", "2026-03-02")
    assert (found["score"]["total"], found["score"]["band"]) == (12.0, "moderate")
    assert found["recorded_by"] == str(chart.client_id)


def test_the_day_is_the_day_in_the_practice(chart: Chart, visitor: Visitor) -> None:
    owner = chart.world.home.people["owner"].call
    owner.patch("/v1/practice", {"time_zone": "Pacific/Kiritimati"}, etag=owner.get("/v1/practice"))
    visitor.send(key=measure(chart)["code"], **answers(PHQ))
    assert taken(chart)[0]["taken_on"] == "2026-03-02"
    chart.world.days(0.5)
    visitor.send(key=measure(chart, "gad7")["code"], **answers([0] * 7))
    assert taken(chart)[0]["taken_on"] == "2026-03-03"


@pytest.mark.parametrize("items", [[*PHQ[:8], 1], [None] * 8 + [3]])
def test_item_9_shows_the_crisis_text_at_once_and_opens_the_risk_path(
    chart: Chart, visitor: Visitor, owner: Caller, items: list[int | None]
) -> None:
    world, code = chart.world, measure(chart)["code"]
    first = visitor.send(key=code, **answers(items))
    assert CRISIS in said(first)
    assert constant(first) == constant(visitor.send(key=code, **answers(items)))
    waiting = world.therapist.get("/v1/worklists/risk_answer")["items"]
    assert [item["case_id"] for item in waiting] == [str(chart.case_id)]
    (answer,) = world.therapist.get(f"/v1/cases/{chart.case_id}/risk-answers")["items"]
    assert (answer["item"], answer["recorded_by"]) == (9, str(chart.client_id))
    (flag,) = world.therapist.get(f"/v1/cases/{chart.case_id}/safety-flags")["items"]
    assert flag["kind"] == "suicidality_risk"
    assert len(taken(chart)) == 1


def test_items_may_be_left_open_and_the_rule_of_the_instrument_holds(chart: Chart, visitor: Visitor) -> None:
    assert "Thank you" in said(visitor.send(key=measure(chart)["code"], **answers([*PHQ[:8], None])))
    assert "Thank you" in said(
        visitor.send(key=measure(chart, "gad7")["code"], number="1", send="yes", item_3="2")
    )
    found = {it["instrument"]: it for it in taken(chart)}
    assert found["phq9"]["score"] == {
        "answered": 8,
        "total": 14.0,  # 12 / 8 * 9 = 13.5, half up
        "prorated": True,
        "band": "moderate",
        "subscales": [],
    }
    assert found["phq9"]["risk_items"] == []
    assert (found["gad7"]["items"], found["gad7"]["score"]["total"]) == ([None, None, 2, *[None] * 4], None)


def test_nothing_answered_is_asked_for_again(chart: Chart, visitor: Visitor) -> None:
    refused = visitor.send(key=measure(chart)["code"], **answers([None] * 9))
    assert refused.status_code == 422
    assert 'href="#item_1"' in refused.text
    assert "at least one item" in said(refused)
    assert "<title>Error: Weekly note</title>" in refused.text


@pytest.mark.parametrize("typed", ["4", "-1", "1.5", "x", "\u0663", "0x1", "99999", "01"])
def test_a_wrong_number_is_said_at_its_item_and_nothing_is_lost(
    chart: Chart, visitor: Visitor, typed: str
) -> None:
    code = measure(chart)["code"]
    refused = visitor.send(key=code, **answers(PHQ, item_3=typed))
    assert refused.status_code == 422
    assert 'href="#item_3"' in refused.text
    assert refused.text.count('id="item_3"') == refused.text.count('id="item_3-error"') == 1
    assert 'name="item_4" value="2" checked' in refused.text
    assert "Item 3: Choose" in said(refused)
    assert taken(chart) == []
    assert "Thank you" in said(visitor.send(key=code, **answers(PHQ)))


def test_danger_is_answered_at_once_even_where_the_form_must_be_corrected(
    chart: Chart, visitor: Visitor, owner: Caller
) -> None:
    refused = visitor.send(key=measure(chart)["code"], **answers([*PHQ[:8], 2], item_1="7"))
    assert refused.status_code == 422
    assert CRISIS in said(refused)


# -- the page -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", sorted(SHIPPED))
def test_a_shipped_instrument_shows_numbers_and_not_even_its_name(
    chart: Chart, visitor: Visitor, code: str
) -> None:
    instrument, page = SHIPPED[code], visitor.send(key=measure(chart, code)["code"])
    items = instrument.rule.items
    assert page.text.count("<fieldset>") == page.text.count("<legend>Item ") == len(items)
    assert f"There are {len(items)} items" in said(page)
    assert "on the sheet that you were given" in said(page)
    for place, item in enumerate(items, 1):
        offered = [value for value in range(-1, 12) if f'name="item_{place}" value="{value}"' in page.text]
        assert offered == list(range(item.low, item.high + 1))
        assert f'name="item_{place}" value="" checked' in page.text  # what was ticked can be undone
    for word in (instrument.name, code, "PHQ", "therap", "couple", "partner", "Mara", "Home Practice"):
        assert word.lower() not in said(page).lower().replace("weekly note", ""), word
    assert "<title>Weekly note</title>" in page.text


def test_thirty_two_items_are_taken(chart: Chart, visitor: Visitor) -> None:
    items: list[int | None] = [6, *[place % 6 for place in range(31)]]
    assert "Thank you" in said(visitor.send(key=measure(chart, "csi32")["code"], **answers(items)))
    assert taken(chart)[0]["items"] == items


def test_a_practices_own_instrument_shows_its_words(
    chart: Chart, visitor: Visitor, own: dict[str, Any]
) -> None:
    code = measure(chart, own["code"])["code"]
    page = visitor.send(key=code)
    shown = said(page)
    in_order = [
        "Think of the last seven evenings.",
        "At home",
        "1. How often was it loud?",
        "Never",
        "Now & then",
        "Often <b>",
        "2. Warmer or colder?",
        "from -20 to 20",
        "Item 3",
        "That was the last one.",
    ]
    assert [shown.index(words) for words in in_order] == sorted(shown.index(words) for words in in_order)
    assert "<b>" not in page.text
    assert "Their words are on the sheet" in shown  # of item 3
    assert [value for value in range(5) if f'name="item_1" value="{value}"' in page.text] == [0, 2, 4]
    for wrong in ("21", "-21", "x", "1.5"):
        refused = visitor.send(key=code, **answers([0, None, None], item_2=wrong))
        assert "Item 2: Type a whole number from -20 to 20." in said(refused)
        assert f'value="{wrong}"' in refused.text
    assert 'href="#item_1"' in visitor.send(key=code, **answers([1, -5, 2])).text  # no answer has a 1
    thanks = visitor.send(key=code, **answers([2, -5, None]))
    assert CRISIS in said(thanks)
    (found,) = taken(chart)
    assert (found["items"], found["risk_items"]) == ([2, -5, None], [1])
    assert (found["practice_instrument_id"], found["source"]) == (own["id"], "in_room")
    (flag,) = chart.world.therapist.get(f"/v1/cases/{chart.case_id}/safety-flags")["items"]
    assert flag["kind"] == "other_danger"


def test_with_words_for_every_item_no_sheet_of_paper_is_needed(
    chart: Chart, visitor: Visitor, owner: Caller
) -> None:
    owner.post("/v1/practice-instruments", EXAMPLE)
    shown = said(visitor.send(key=measure(chart, "calm_evenings")["code"]))
    assert shown.count("The practice's own wording.") == 3
    assert "sheet" not in shown


def test_as_many_items_as_a_practice_may_load_are_taken(
    chart: Chart, visitor: Visitor, owner: Caller
) -> None:
    body: dict[str, Any] = copy.deepcopy(EXAMPLE)  # type: ignore[arg-type]
    links = [f"i{place}" for place in range(200)]
    options = [{"valueInteger": 0}, {"valueInteger": 1}]
    body["questionnaire"]["item"] = [
        {"linkId": link, "type": "choice", "answerOption": options} for link in links
    ]
    items = [{"link_id": link, "low": 0, "high": 1} for link in links]
    body["scoring"] = {"method": "sum", "direction": "lower_is_better", "least_answered": 1, "items": items}
    owner.post("/v1/practice-instruments", body)
    code = measure(chart, "calm_evenings")["code"]
    assert "Thank you" in said(visitor.send(key=code, **answers([1, *[None] * 199])))


def test_the_score_is_never_shown_to_the_client(chart: Chart, visitor: Visitor) -> None:
    code = measure(chart)["code"]
    pages = [
        visitor.send(key=code),
        visitor.send(key=code, **answers(PHQ, item_1="7")),
        visitor.send(key=code, **answers(PHQ)),
        visitor.send(key=code, **answers(PHQ)),
    ]
    assert taken(chart)[0]["score"]["total"] == 12.0
    for page in pages:
        for word in ("moderate", "score", "total", "cut-off", "severe", "12 "):
            assert word not in said(page).lower(), word


# -- once, and only while it is open --------------------------------------------------------------------


def test_the_same_sent_twice_is_one_administration_and_the_same_thanks(
    chart: Chart, visitor: Visitor
) -> None:
    code = measure(chart)["code"]
    first, second = visitor.send(key=code, **answers(PHQ)), visitor.send(key=code, **answers(PHQ))
    assert constant(first) == constant(second)
    assert len(taken(chart)) == 1


def test_a_used_link_opens_nothing_and_takes_nothing_else(chart: Chart, visitor: Visitor) -> None:
    code, over = measure(chart)["code"], constant(visitor.send(key=UNKNOWN))
    visitor.send(key=code, **answers(PHQ))
    assert over[0] == 404
    assert constant(visitor.send(key=code)) == over
    assert constant(visitor.send(key=code, **answers([0] * 9))) == over
    assert [it["items"] for it in taken(chart)] == [PHQ]


def test_a_second_sheet_of_the_day_is_refused_and_the_first_stays(chart: Chart, visitor: Visitor) -> None:
    visitor.send(key=measure(chart)["code"], **answers(PHQ))
    code = measure(chart)["code"]
    refused = visitor.send(key=code, **answers([0] * 9))
    assert refused.status_code == 422
    assert 'href="#sheet"' in refused.text
    assert refused.text.count('id="sheet"') == refused.text.count('id="sheet-error"') == 1
    assert "these were not kept" in said(refused)
    assert [it["items"] for it in taken(chart)] == [PHQ]
    assert chart.world.therapist.get(f"/v1/cases/{chart.case_id}/risk-answers")["items"] == []
    assert "Thank you" in said(visitor.send(key=measure(chart, "gad7")["code"], **answers([0] * 7)))
    chart.world.days(1)
    assert "Thank you" in said(
        visitor.send(key=measure(chart)["code"], **answers([0] * 9))
    )  # another day is free


def test_one_that_was_entered_in_error_leaves_the_day_free(chart: Chart, visitor: Visitor) -> None:
    visitor.send(key=measure(chart)["code"], **answers(PHQ))
    (first,) = taken(chart)
    chart.world.therapist.post(
        f"/v1/administrations/{first['id']}/mark-in-error", {"reason": "Another client."}, etag=first
    )
    assert "Thank you" in said(visitor.send(key=measure(chart)["code"], **answers([0] * 9)))


def test_danger_told_on_a_second_sheet_of_the_day_is_not_lost(
    chart: Chart, visitor: Visitor, owner: Caller
) -> None:
    visitor.send(key=measure(chart)["code"], **answers(PHQ))
    code = measure(chart)["code"]
    for _ in range(2):
        refused = visitor.send(key=code, **answers([*PHQ[:8], 3]))
        assert refused.status_code == 422
        assert CRISIS in said(refused)
    (kept,) = chart.world.therapist.get(f"/v1/cases/{chart.case_id}/risk-answers")["items"]
    assert (kept["kind"], kept["recorded_by"]) == ("unfiled_measure", str(chart.client_id))
    (flag,) = chart.world.therapist.get(f"/v1/cases/{chart.case_id}/safety-flags")["items"]
    assert flag["kind"] == "suicidality_risk"
    waiting = chart.world.therapist.get("/v1/worklists/risk_answer")["items"]
    assert [item["case_id"] for item in waiting] == [str(chart.case_id)]


@pytest.mark.parametrize("what", ["closed", "in_error", "archived", "revoked", "retired"])
def test_when_anything_of_it_ends_the_page_is_over(
    chart: Chart, visitor: Visitor, owner: Caller, own: dict[str, Any], what: str
) -> None:
    link = measure(chart, own["code"])
    over, now = constant(visitor.send(key=UNKNOWN)), chart.world.clock.now()
    assert visitor.send(key=link["code"]).status_code == 200
    if what == "closed":
        ended = {"status": "closed", "closed_on": chart.world.today, "closing_reason": "completed"}
        chart.set(Case, chart.case_id, **ended)
    elif what == "in_error":
        chart.set(Case, chart.case_id, entered_in_error_at=now)
    elif what == "archived":
        chart.set(Client, chart.client_id, status="archived", archived_at=now)
    elif what == "revoked":
        chart.world.therapist.post(f"/v1/access-links/{link['id']}/revoke", etag=link)
    else:
        owner.post(f"/v1/practice-instruments/{own['id']}/retire", etag=own)
    assert constant(visitor.send(key=link["code"])) == over
    assert constant(visitor.send(key=link["code"], **answers([0, 1, 1]))) == over
    with chart.world.works.open(chart.world.home.id) as work:
        assert work.db.scalars(select(Administration)).all() == []


def test_another_version_in_the_meantime_is_shown_before_it_is_answered(
    chart: Chart, visitor: Visitor, owner: Caller, own: dict[str, Any]
) -> None:
    code = measure(chart, own["code"])["code"]
    visitor.send(key=code)
    owner.post("/v1/practice-instruments", EXAMPLE | {"code": own["code"]})
    refused = visitor.send(key=code, **answers([0, 1, 1]))
    assert refused.status_code == 422
    assert "The questions have changed" in said(refused)
    assert 'name="number" value="2"' in refused.text
    assert 'value="1" checked' not in refused.text  # what was ticked belonged to other questions
    assert taken(chart) == []
    assert "Thank you" in said(visitor.send(key=code, **answers([0, 1, 1], number=2)))
    assert taken(chart)[0]["instrument_version"] == 2


# -- what stays behind ----------------------------------------------------------------------------------


def test_the_audit_trail_names_the_link_and_no_content(chart: Chart, visitor: Visitor) -> None:
    link = measure(chart)
    visitor.send(key=link["code"])
    visitor.send(key=link["code"], **answers([*PHQ[:8], 3]))
    path = f"/v1/audit-events?client_id={chart.client_id}"
    events = chart.world.home.people["owner"].call.get(path)["items"]
    by_client = [event for event in events if event["actor_kind"] == "client"]
    assert {event["action"] for event in by_client} == {
        "open_client_page",
        "record_administration",
        "send_client_page",
    }
    assert {(event["credential_id"], event["staff_id"]) for event in by_client} == {(link["id"], None)}
    assert "phq9" not in str(by_client)


def test_nothing_of_it_shows_in_a_log(
    chart: Chart, visitor: Visitor, own: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    link = measure(chart, own["code"], channel="email")
    caplog.set_level("DEBUG")
    visitor.send(key=token_of(link))
    visitor.send(key=token_of(link), **answers([4, -17, 2]))
    logged = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id", caplog.text)
    assert "answer_client" in logged
    for word in (token_of(link), link["code"][5:], "item_2", "-17", own["code"], "Warmer"):
        assert word not in logged, word
    assert str(chart.client_id) not in caplog.text
    assert len(taken(chart)) == 1


def test_a_link_reaches_its_own_case_only(world: World, chart: Chart, visitor: Visitor) -> None:
    other = open_chart(world)
    visitor.send(key=measure(chart)["code"], **answers(PHQ))
    assert taken(other) == []
    stranger = world.caller(token_of(measure(chart, channel="email")))
    assert stranger.refused("GET", f"/v1/cases/{chart.case_id}/administrations") == (401, "not_signed_in")
