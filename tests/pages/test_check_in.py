"""The weekly check-in by link: what it takes, what it shows, what becomes of it."""

from __future__ import annotations

from typing import Any

import pytest

from couplesone.access_links.models import AccessLink
from couplesone.cases.models import Case
from couplesone.clients.models import Client
from couplesone.plans.models import CheckIn
from support.papers import Chart
from support.visitors import Visitor, constant, handed_out, said, token_of
from support.world import World

WEEK = {
    "send": "yes",
    "week": "2026-02-23",
    "pressure": "2",
    "agency": "7",
    "note": "Better.",
    "afraid": "no",
}


def check_ins(chart: Chart) -> list[dict[str, Any]]:
    """Return the check-ins of the case."""
    found: list[dict[str, Any]] = chart.world.therapist.get(f"/v1/cases/{chart.case_id}/check-ins")["items"]
    return found


def test_the_week_lands_as_the_clients_own_check_in(chart: Chart, visitor: Visitor) -> None:
    code = handed_out(chart)["code"]
    assert visitor.send(key=code).status_code == 200
    assert check_ins(chart) == []  # opening consumes nothing
    assert "Thank you" in said(visitor.send(key=code, **WEEK))
    (check_in,) = check_ins(chart)
    assert (check_in["source"], check_in["week_of"], check_in["note"]) == ("client", "2026-02-23", "Better.")
    assert (check_in["counts"], check_in["ratings"]) == ({"pressure": 2}, {"agency": 7})
    assert check_in["recorded_by"] == str(chart.client_id)


def test_a_token_opens_what_a_code_opens(chart: Chart, visitor: Visitor) -> None:
    link = handed_out(chart, channel="email")
    assert "How much was your week" in said(visitor.send(key=token_of(link)))
    assert "Thank you" in said(visitor.send("/note", key=token_of(link), **WEEK))
    assert len(check_ins(chart)) == 1


def test_the_audit_trail_names_the_link_as_the_credential(chart: Chart, visitor: Visitor) -> None:
    link = handed_out(chart)
    visitor.send(key=link["code"])
    visitor.send(key=link["code"], **WEEK)
    events = chart.world.home.people["owner"].call.get(f"/v1/audit-events?client_id={chart.client_id}")[
        "items"
    ]
    by_client = [event for event in events if event["actor_kind"] == "client"]
    assert {event["action"] for event in by_client} == {
        "open_client_page",
        "record_check_in",
        "send_client_page",
    }
    assert {(event["credential_id"], event["staff_id"]) for event in by_client} == {(link["id"], None)}


def test_the_same_sent_twice_is_one_check_in_and_the_same_thanks(chart: Chart, visitor: Visitor) -> None:
    code = handed_out(chart)["code"]
    first, second = visitor.send(key=code, **WEEK), visitor.send(key=code, **WEEK)
    assert constant(first) == constant(second)
    assert len(check_ins(chart)) == 1


def test_a_used_link_opens_nothing_and_takes_nothing_else(chart: Chart, visitor: Visitor) -> None:
    code = handed_out(chart)["code"]
    visitor.send(key=code, **WEEK)
    over = constant(visitor.send(key="2222-2222-2222"))
    assert over[0] == 404
    assert constant(visitor.send(key=code)) == over
    assert constant(visitor.send(key=code, **WEEK | {"agency": "9"})) == over
    assert check_ins(chart)[0]["ratings"] == {"agency": 7}


def test_a_second_link_for_the_same_week_and_numbers_is_taken(chart: Chart, visitor: Visitor) -> None:
    for _ in range(2):
        assert "Thank you" in said(visitor.send(key=handed_out(chart)["code"], **WEEK))
    assert len(check_ins(chart)) == 1


def test_other_numbers_for_a_week_that_was_sent_are_told_at_the_week(chart: Chart, visitor: Visitor) -> None:
    visitor.send(key=handed_out(chart)["code"], **WEEK)
    code = handed_out(chart)["code"]
    refused = visitor.send(key=code, **WEEK | {"agency": "9"})
    assert refused.status_code == 422
    assert 'href="#week"' in refused.text
    assert "Thank you" in said(visitor.send(key=code, **WEEK | {"week": "2026-03-02"}))


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("agency", "11"),
        ("agency", "seven"),
        ("agency", "-1"),
        ("agency", "7.5"),
        ("agency", "٣"),
        ("pressure", "1001"),
        ("week", ""),
        ("week", "2026-03-09"),
        ("week", "1999-01-04"),
        ("afraid", "maybe"),
        ("note", "x" * 4001),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(
    chart: Chart, visitor: Visitor, field: str, typed: str
) -> None:
    code = handed_out(chart)["code"]
    refused = visitor.send(key=code, **WEEK | {field: typed})
    assert refused.status_code == 422
    assert f'href="#{field}"' in refused.text
    assert f'id="{field}-error"' in refused.text
    assert refused.text.count(f'id="{field}"') == 1
    assert "<title>Error: Weekly note</title>" in refused.text
    if field != "note":
        assert ">Better.</textarea>" in refused.text
    assert check_ins(chart) == []
    assert "Thank you" in said(visitor.send(key=code, **WEEK))


def test_no_number_at_all_is_asked_for_again(chart: Chart, visitor: Visitor) -> None:
    refused = visitor.send(key=handed_out(chart)["code"], send="yes", week="2026-02-23", note="Only words.")
    assert refused.status_code == 422
    assert "at least one" in said(refused)


def test_what_was_typed_comes_back_escaped(chart: Chart, visitor: Visitor) -> None:
    sent = WEEK | {"note": "</textarea><script>x</script>", "agency": '"><img src=x>'}
    refused = visitor.send(key=handed_out(chart)["code"], **sent)
    assert "<script>x" not in refused.text
    assert "<img" not in refused.text


def test_fear_shows_the_crisis_text_at_once_and_reaches_the_therapist(chart: Chart, visitor: Visitor) -> None:
    world = chart.world
    world.home.people["owner"].call.post(
        "/v1/practice/texts", {"key": "crisis_text", "text": "Ring 0800 222 555."}
    )
    code = handed_out(chart)["code"]
    first = visitor.send(key=code, **WEEK | {"afraid": "yes"})
    assert "Ring 0800 222 555." in said(first)
    assert constant(first) == constant(visitor.send(key=code, **WEEK | {"afraid": "yes"}))
    waiting = world.therapist.get("/v1/worklists/risk_answer")["items"]
    assert [(item["case_id"], item["due_on"]) for item in waiting] == [(str(chart.case_id), "2026-03-02")]
    (answer,) = world.therapist.get(f"/v1/cases/{chart.case_id}/risk-answers")["items"]
    assert (answer["kind"], answer["administration_id"], answer["acknowledged_at"]) == ("fear", None, None)
    (flag,) = world.therapist.get(f"/v1/cases/{chart.case_id}/safety-flags")["items"]
    assert (flag["kind"], flag["status"]) == ("fear", "active")
    done = {"done": "Called at work; safe for now."}
    seen = world.therapist.post(f"/v1/risk-answers/{answer['id']}/acknowledge", done, etag=answer)
    assert seen["acknowledged_by"] == str(world.home.people["therapist"].id)
    assert world.therapist.get("/v1/worklists/risk_answer")["items"] == []


def test_fear_shows_the_crisis_text_also_where_a_number_is_wrong(chart: Chart, visitor: Visitor) -> None:
    refused = visitor.send(key=handed_out(chart)["code"], **WEEK | {"afraid": "yes", "agency": "11"})
    assert refused.status_code == 422
    assert "112" in said(refused)


@pytest.mark.parametrize("afraid", ["no", ""])
def test_without_fear_there_is_no_crisis_text(chart: Chart, visitor: Visitor, afraid: str) -> None:
    thanks = visitor.send(key=handed_out(chart)["code"], **WEEK | {"afraid": afraid})
    assert "112" not in said(thanks)
    assert chart.world.therapist.get(f"/v1/cases/{chart.case_id}/risk-answers")["items"] == []


def test_the_page_says_when_it_is_read(chart: Chart, visitor: Visitor) -> None:
    setting = {"key": "client_page_read_within_days", "value": 2}
    chart.world.home.people["owner"].call.post("/v1/practice/settings", setting)
    code = handed_out(chart)["code"]
    assert "read within 2 days" in said(visitor.send(key=code))
    assert "read within 2 days" in said(visitor.send(key=code, **WEEK))


def test_the_page_names_nobody_and_nothing_of_the_practice(chart: Chart, visitor: Visitor) -> None:
    code = handed_out(chart)["code"]
    pages = [visitor.send(key=code), visitor.send(key=code, **WEEK), visitor.send(key=code)]
    for name in ("Mara", "Tobias", "Lang", "Home Practice", "therap", "couple", "partner", "spouse"):
        assert [page for page in pages if name.lower() in said(page).lower()] == [], name


def test_the_series_in_focus_is_asked_too(chart: Chart, visitor: Visitor) -> None:
    chart.set(Case, chart.case_id, focus_series="viability_doubt")
    code = handed_out(chart)["code"]
    assert 'name="viability_doubt"' in visitor.send(key=code).text
    visitor.send(key=code, **WEEK | {"viability_doubt": "4"})
    assert check_ins(chart)[0]["ratings"] == {"agency": 7, "viability_doubt": 4}


def test_a_case_of_this_week_offers_this_week_only(chart: Chart, visitor: Visitor) -> None:
    chart.set(Case, chart.case_id, opened_on=chart.world.today)
    page = visitor.send(key=handed_out(chart)["code"])
    assert "This week: 2 March to 8 March" in said(page)
    assert "Last week" not in said(page)


@pytest.mark.parametrize("what", ["closed", "in_error", "archived"])
def test_when_the_case_or_the_client_ends_the_page_is_over(chart: Chart, visitor: Visitor, what: str) -> None:
    code = handed_out(chart)["code"]
    over = constant(visitor.send(key="2222-2222-2222"))
    if what == "closed":
        chart.set(
            Case, chart.case_id, status="closed", closed_on=chart.world.today, closing_reason="completed"
        )
    elif what == "in_error":
        chart.set(Case, chart.case_id, entered_in_error_at=chart.world.clock.now())
    else:
        chart.set(Client, chart.client_id, status="archived", archived_at=chart.world.clock.now())
    assert constant(visitor.send(key=code)) == over
    assert constant(visitor.send(key=code, **WEEK)) == over
    with chart.world.works.open(chart.world.home.id) as work:
        assert work.db.query(CheckIn).count() == 0


def test_the_numbers_reach_the_progress(chart: Chart, visitor: Visitor) -> None:
    visitor.send(key=handed_out(chart)["code"], **WEEK)
    assert chart.world.therapist.get("/v1/worklists/check_in_missing")["items"] == []


def test_a_client_does_their_purpose_and_nothing_else(world: World, chart: Chart) -> None:
    link = handed_out(chart, channel="email")
    token = token_of(link)
    stranger = world.caller(token)
    assert stranger.refused("GET", f"/v1/cases/{chart.case_id}") == (401, "not_signed_in")
    assert chart.look(AccessLink, link["id"], "used_at") is None


@pytest.mark.parametrize("wrong", [{"agency": "eleven"}, {"week": "2020-01-06"}])
def test_fear_is_heeded_even_where_the_form_must_be_corrected(
    chart: Chart, visitor: Visitor, wrong: dict[str, str]
) -> None:
    """Whoever is afraid may never come back to mend a field."""
    code = handed_out(chart)["code"]
    for _ in range(2):
        refused = visitor.send(key=code, **WEEK | {"afraid": "yes"} | wrong)
        assert refused.status_code == 422
        assert "112" in said(refused)
    therapist, case = chart.world.therapist, f"/v1/cases/{chart.case_id}"
    (answer,) = therapist.get(f"{case}/risk-answers")["items"]
    assert (answer["kind"], answer["recorded_by"]) == ("fear", str(chart.client_id))
    assert [flag["kind"] for flag in therapist.get(f"{case}/safety-flags")["items"]] == ["fear"]
    assert check_ins(chart) == []
    assert "Thank you" in said(visitor.send(key=code, **WEEK | {"afraid": "yes"}))
    assert len(therapist.get(f"{case}/risk-answers")["items"]) == 1
