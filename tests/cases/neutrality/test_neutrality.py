"""A therapist looks back at a session: for oneself, and summed up for whoever supervises."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from couplesone.cases.lint.codes import UnderminingCategory
from couplesone.cases.neutrality.focus import is_partner_focused, self_focus_percent
from couplesone.cases.neutrality.models import COUNTED, NeutralityCheck
from couplesone.clients.models import CareTeamMember


@pytest.fixture
def session(therapist, case):
    """A session that was held on Monday, 2 March 2026."""
    return therapist.post(f"/v1/cases/{case}/sessions", {"minutes": 50})


@pytest.fixture
def look_back(therapist, session):
    """Check the session, or another one."""

    def record(of=None, **more):
        return therapist.post(f"/v1/sessions/{(of or session)['id']}/neutrality-check", more)

    return record


@pytest.mark.row("S1.16")
@pytest.mark.row("S2.33")
@pytest.mark.row("S3.17")
@pytest.mark.row("S3.18")
@pytest.mark.row("S4.3")
@pytest.mark.row("S4.23")
def test_what_was_said_is_counted_by_kind(therapist, look_back, session, case, files):
    sent = {name: place for place, name in enumerate(COUNTED, 1)} | {
        "countertransference_to_refusal": 4,
        "alliance": 7,
        "note": "Took the refusal personally.",
        "noted_on": "2026-03-02",
    }
    check = look_back(**sent)
    expected = sent | {"session_id": session["id"], "visibility": "author_private", "about": "both"}
    assert {name: check[name] for name in expected} == expected
    assert therapist.get(f"/v1/neutrality-checks/{check['id']}") == check
    assert therapist.get(f"/v1/cases/{case}/neutrality-checks")["items"] == [check]
    assert "personally" not in files.raw(NeutralityCheck, check["id"], "note")
    path = f"/v1/neutrality-checks/{check['id']}"
    changed = therapist.patch(path, {"side_taking": 0, "note": None}, etag=check)
    assert (changed["side_taking"], changed["note"], changed["version"]) == (0, None, 2)


def test_the_six_categories_are_counted():
    assert {category.value for category in UnderminingCategory} < set(COUNTED)
    assert {"side_taking", "commiseration", "proved_or_convinced"} < set(COUNTED)


@pytest.mark.row("S4.3")
def test_the_fear_of_blame_and_of_being_outnumbered_is_a_reason_and_is_watched(therapist, case, look_back):
    reasons = [
        {"code": code, "reported_by": "client", "confidence": 2}
        for code in ("blame_venue", "outnumbered_side_taking")
    ]
    refusal = therapist.post(f"/v1/cases/{case}/refusals", {"answer": "no", "reasons": reasons})
    assert {reason["code"] for reason in refusal["reasons"]} == {"blame_venue", "outnumbered_side_taking"}
    assert look_back(side_taking=1)["side_taking"] == 1


@pytest.mark.row("S3.14")
@pytest.mark.parametrize(
    ("own", "partner", "percent", "partner_focused"),
    [
        (30, 15, 66.7, False),
        (25, 25, 50.0, False),
        (24, 26, 48.0, True),
        (0, 0, None, None),
        (20, None, None, None),
    ],
)
def test_where_the_time_went(look_back, own, partner, percent, partner_focused):
    check = look_back(self_focus_minutes=own, partner_focus_minutes=partner)
    assert (check["self_focus_percent"], check["partner_focused"]) == (percent, partner_focused)


@pytest.mark.row("S3.14")
def test_the_minimum_is_a_setting(world, therapist, look_back):
    check = look_back(self_focus_minutes=24, partner_focus_minutes=26)
    owner = world.home.people["owner"].call
    owner.post("/v1/practice/settings", {"key": "minimum_self_focus_percent", "value": 40})
    assert therapist.get(f"/v1/neutrality-checks/{check['id']}")["partner_focused"] is False


@given(st.integers(0, 600), st.integers(0, 600))
def test_a_share_is_a_share(own, partner):
    percent = self_focus_percent(own, partner)
    if own + partner == 0:
        assert percent is None
        assert is_partner_focused(percent, 50) is None
    else:
        assert percent is not None
        assert 0 <= percent <= 100
        assert is_partner_focused(percent, 0) is False


def test_a_session_is_checked_once(therapist, session, look_back):
    first = look_back()
    where = f"/v1/sessions/{session['id']}/neutrality-check"
    assert therapist.refused("POST", where, {}) == (409, "neutrality_check_exists")
    therapist.post(f"/v1/neutrality-checks/{first['id']}/mark-in-error", {"reason": "x"}, etag=first)
    assert look_back()["id"] != first["id"]


def test_only_a_session_that_was_held_is_looked_back_at(therapist, case, session):
    missed = therapist.post(f"/v1/cases/{case}/sessions", {"minutes": 50, "status": "no_show"})
    where = f"/v1/sessions/{missed['id']}/neutrality-check"
    assert therapist.refused("POST", where, {}) == (409, "session_not_held")
    therapist.post(f"/v1/sessions/{session['id']}/mark-in-error", {"reason": "x"}, etag=session)
    where = f"/v1/sessions/{session['id']}/neutrality-check"
    assert therapist.refused("POST", where, {}) == (409, "item_in_error")


@pytest.mark.parametrize("day", ["2026-03-01", "2026-03-03"])
def test_not_before_the_session_and_not_ahead(therapist, session, day):
    where = f"/v1/sessions/{session['id']}/neutrality-check"
    assert therapist.refused("POST", where, {"noted_on": day}) == (422, "dates_out_of_order")


@pytest.mark.parametrize(
    "wrong", [{"side_taking": -1}, {"side_taking": 101}, {"alliance": 11}, {"visibility": "solo"}]
)
def test_out_of_range_is_refused(therapist, session, wrong):
    where = f"/v1/sessions/{session['id']}/neutrality-check"
    assert therapist.refused("POST", where, wrong) == (422, "validation_failed")


@pytest.mark.row("S3.18")
def test_a_check_is_its_authors_alone(world, files, mara, case, session, look_back, strangers):
    check = look_back()
    files.join(mara, "colleague", "covering")
    files.join(mara, "owner", "covering")
    colleague = strangers["colleague"].call
    path = f"/v1/neutrality-checks/{check['id']}"
    assert colleague.refused("GET", path) == (404, "not_found")
    assert colleague.get(f"/v1/cases/{case}/neutrality-checks")["items"] == []
    supervisor = world.home.people["supervisor"].call
    assert supervisor.refused("GET", path) == (404, "not_found")
    assert supervisor.get(f"/v1/cases/{case}/neutrality-checks")["items"] == []
    for name in ("owner", "front_desk", "biller"):
        for where in (path, f"/v1/cases/{case}/neutrality-checks", "/v1/reports/neutrality"):
            assert world.home.people[name].call.refused("GET", where) == (403, "permission_denied")
    again = f"/v1/sessions/{session['id']}/neutrality-check"
    assert supervisor.refused("POST", again, {}) == (403, "permission_denied")
    assert strangers["elsewhere"].call.refused("POST", again, {}) == (404, "not_found")


def test_the_table_itself_keeps_it_private(world, case, mara, look_back):
    check = look_back()
    with pytest.raises(IntegrityError), world.works.open(world.home.id) as work:
        work.get(NeutralityCheck, UUID(check["id"])).visibility = "solo"


@pytest.mark.row("S3.18")
def test_whoever_supervises_reads_sums_and_nothing_else(
    world, files, therapist, mara, case, look_back, strangers
):
    look_back(
        side_taking=2,
        commiseration=1,
        alliance=6,
        self_focus_minutes=30,
        partner_focus_minutes=10,
        note="Privately.",
    )
    second = therapist.post(f"/v1/cases/{case}/sessions", {"minutes": 50})
    look_back(
        second, side_taking=1, beyond_repair=1, alliance=9, self_focus_minutes=10, partner_focus_minutes=30
    )
    unsupervised = files.client(("therapist", "treating"), ("colleague", "treating"))
    elsewhere = files.case(unsupervised)
    third = therapist.post(f"/v1/cases/{elsewhere}/sessions", {"minutes": 50})
    look_back(third, side_taking=50)
    void = look_back(therapist.post(f"/v1/cases/{case}/sessions", {"minutes": 50}), side_taking=20)
    therapist.post(f"/v1/neutrality-checks/{void['id']}/mark-in-error", {"reason": "x"}, etag=void)
    other = strangers["colleague"].call.post(f"/v1/cases/{elsewhere}/sessions", {"minutes": 50})
    strangers["colleague"].call.post(f"/v1/sessions/{other['id']}/neutrality-check", {"doomed_from_start": 1})

    supervisor = world.home.people["supervisor"].call
    before = len(world.statements)
    report = supervisor.get("/v1/reports/neutrality")
    assert len([sent for sent in world.statements[before:] if "neutrality_checks" in sent]) == 1
    (row,) = report["items"]
    expected = {
        "staff_id": str(world.home.people["therapist"].id),
        "display_name": "Therapist",
        "sessions_checked": 2,
        "side_taking": 3,
        "commiseration": 1,
        "beyond_repair": 1,
        "doomed_from_start": 0,
        "alliance": 7.5,
        "countertransference_to_refusal": None,
        "self_focus_percent": 50.0,
    }
    assert {name: row[name] for name in expected} == expected
    assert "note" not in row
    assert [one["side_taking"] for one in therapist.get("/v1/reports/neutrality")["items"]] == [53]
    assert supervisor.get("/v1/reports/neutrality?from_on=2026-03-03")["items"] == []
    assert supervisor.get("/v1/reports/neutrality?until_on=2026-03-02")["items"] == []
    assert supervisor.get("/v1/reports/neutrality?from_on=2026-03-02&until_on=2026-03-03")["items"] == [row]
    with world.works.open(world.home.id) as work:
        team = work.db.query(CareTeamMember).filter_by(client_id=mara, role="supervising").one()
        team.until_on = date(2026, 3, 1)
    assert supervisor.get("/v1/reports/neutrality")["items"] == []
