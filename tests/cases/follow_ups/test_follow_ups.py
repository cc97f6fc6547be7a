"""After closing somebody asks how things are; no answer ranks above another (S3.36)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from couplesone.cases.follow_ups.codes import FollowUpState
from couplesone.cases.follow_ups.due import FIRST_YEAR, MONTHS, months_later
from couplesone.cases.follow_ups.models import FollowUp
from couplesone.cases.follow_ups.moves import MOVES, refusal_of
from couplesone.cases.models import Case

CLOSING = {
    "closed_on": "2025-11-30",
    "closing_reason": "completed",
    "goals_outcome": "met",
    "relationship_outcome": "together",
}


@pytest.fixture
def case(files, mara, tobias):
    """A case that was opened a year before."""
    return files.case(mara, partner_id=tobias, opened_on=date(2025, 1, 7))


@pytest.fixture
def close(therapist, case):
    """Close the case and return its follow-ups, the first due first."""

    def end(**more):
        therapist.post(f"/v1/cases/{case}/close", CLOSING | more, etag=therapist.get(f"/v1/cases/{case}"))
        return therapist.get(f"/v1/cases/{case}/follow-ups")["items"][::-1]

    return end


def settle(caller, follow_up, verb, **more):
    """Note what came of a follow-up."""
    return caller.post(f"/v1/follow-ups/{follow_up['id']}/{verb}", more, etag=follow_up)


@pytest.mark.row("S3.36")
def test_closing_plans_five_follow_ups(close):
    planned = close()
    assert [(one["months_after"], one["due_on"], one["state"]) for one in planned] == [
        (3, "2026-02-28", "planned"),
        (6, "2026-05-30", "planned"),
        (12, "2026-11-30", "planned"),
        (24, "2027-11-30", "planned"),
        (60, "2030-11-30", "planned"),
    ]


@pytest.mark.row("S3.36")
def test_an_answer_is_kept(therapist, close, files):
    first = close()[0]
    sent = {
        "occurred_on": "2026-03-01",
        "relationship_status": "separated",
        "relationship_years": 26,
        "satisfaction": 8,
        "note": "Sings in a choir.",
    }
    done = settle(therapist, first, "complete", **sent)
    assert {name: done[name] for name in sent} == sent
    assert done["state"] == "done"
    assert therapist.get(f"/v1/follow-ups/{first['id']}") == done
    assert "choir" not in files.raw(FollowUp, done["id"], "note")
    assert [one["code"] for one in done["actions"]] == ["follow_up_settled"] * 3


@pytest.mark.parametrize("verb", ["complete", "decline", "no-answer"])
def test_what_is_settled_stays_so_and_silence_is_not(therapist, close, verb):
    first = close()[0]
    silent = settle(therapist, first, "no-answer")
    assert (silent["state"], silent["occurred_on"]) == ("no_answer", "2026-03-02")
    state = {"complete": "done", "decline": "declined", "no-answer": "no_answer"}[verb]
    now = settle(therapist, silent, verb)
    assert now["state"] == state
    for again in ("complete", "decline", "no-answer"):
        path = f"/v1/follow-ups/{first['id']}/{again}"
        if verb != "no-answer":
            assert therapist.refused("POST", path, {}, etag=now) == (409, "follow_up_settled")
        assert therapist.refused("POST", path, {}, etag=1) in (
            (412, "version_stale"),
            (409, "follow_up_settled"),
        )
        assert therapist.refused("POST", path, {}) == (428, "if_match_required")


def test_the_table_of_states():
    for from_states, to in MOVES.values():
        assert from_states == {FollowUpState.PLANNED, FollowUpState.NO_ANSWER}
        assert to is not FollowUpState.PLANNED
    assert refusal_of("complete_follow_up", "done") is not None


CONSENT = {"text_version": "1", "text": "You may ask me later.", "method": "paper_signature"}
GIVEN = {"given_at": "2025-11-03T09:00:00Z"}


@pytest.mark.row("C8")
def test_who_stopped_answering_is_asked_if_they_agreed_to_it_alone(therapist, case, close):
    client = therapist.get(f"/v1/cases/{case}")["client_id"]
    consents = f"/v1/clients/{client}/consents"
    therapist.post(consents, {"kind": "telehealth", **CONSENT, **GIVEN})
    assert close(closing_reason="no_contact") == []
    path = f"/v1/cases/{case}/follow-ups"
    assert therapist.refused("POST", path, {"months_after": 12}) == (409, "follow_up_not_consented")
    agreed = therapist.post(consents, {"kind": "follow_up", **CONSENT, **GIVEN})
    planned = therapist.post(path, {"months_after": 12})
    assert (planned["due_on"], planned["state"]) == ("2026-11-30", "planned")
    therapist.post(f"/v1/consents/{agreed['id']}/revoke", {}, etag=agreed)
    assert therapist.refused("POST", path, {"months_after": 3}) == (409, "follow_up_not_consented")


@pytest.mark.row("C8")
def test_who_agreed_and_stopped_answering_is_asked_like_anybody(therapist, case, close):
    client = therapist.get(f"/v1/cases/{case}")["client_id"]
    therapist.post(f"/v1/clients/{client}/consents", {"kind": "follow_up", **CONSENT, **GIVEN})
    assert [one["months_after"] for one in close(closing_reason="no_contact")] == [3, 6, 12, 24, 60]


def test_a_follow_up_in_error_makes_room_for_another(therapist, case, close):
    planned = next(one for one in close() if one["months_after"] == 12)
    again = therapist.refused("POST", f"/v1/cases/{case}/follow-ups", {"months_after": 12})
    assert again == (409, "follow_up_exists")
    wrong = therapist.refused("POST", f"/v1/cases/{case}/follow-ups", {"months_after": 9})
    assert wrong == (422, "validation_failed")
    void = therapist.post(f"/v1/follow-ups/{planned['id']}/mark-in-error", {"reason": "x"}, etag=planned)
    assert [one["code"] for one in void["actions"]] == ["item_in_error"] * 3
    assert therapist.refused("POST", f"/v1/follow-ups/{planned['id']}/decline", {}, etag=void) == (
        409,
        "item_in_error",
    )
    assert therapist.post(f"/v1/cases/{case}/follow-ups", {"months_after": 12})["id"] != planned["id"]


def test_a_case_that_goes_on_has_none(therapist, case):
    assert therapist.get(f"/v1/cases/{case}/follow-ups")["items"] == []
    refusal = therapist.refused("POST", f"/v1/cases/{case}/follow-ups", {"months_after": 3})
    assert refusal == (409, "case_not_closed")


@pytest.mark.parametrize("day", ["2025-11-29", "2026-03-03"])
def test_not_before_the_closing_and_not_ahead(therapist, close, day):
    first = close()[0]
    path = f"/v1/follow-ups/{first['id']}/decline"
    refusal = therapist.refused("POST", path, {"occurred_on": day}, etag=first)
    assert refusal == (422, "dates_out_of_order")


def test_a_case_in_error_is_asked_nothing(world, therapist, case, close, files):
    first = close()[0]
    assert len(therapist.get("/v1/follow-ups")["items"]) == 1
    files.change(Case, case, entered_in_error_at=world.clock.now())
    assert therapist.refused("POST", f"/v1/follow-ups/{first['id']}/decline", {}, etag=first) == (
        409,
        "case_closed",
    )
    assert therapist.refused("POST", f"/v1/cases/{case}/follow-ups", {"months_after": 3}) == (
        409,
        "case_closed",
    )
    assert therapist.get("/v1/follow-ups")["items"] == []


@pytest.mark.row("S3.36")
def test_what_is_due_is_a_list(world, therapist, close, strangers):
    first, second, *_ = close()
    assert [one["id"] for one in therapist.get("/v1/follow-ups")["items"]] == [first["id"]]
    ahead = therapist.get("/v1/follow-ups?due_by=2026-05-30&limit=1")
    assert [one["id"] for one in ahead["items"]] == [first["id"]]
    rest = therapist.get(f"/v1/follow-ups?due_by=2026-05-30&cursor={ahead['next_cursor']}")
    assert [one["id"] for one in rest["items"]] == [second["id"]]
    assert strangers["colleague"].call.get("/v1/follow-ups")["items"] == []
    seen = world.home.people["supervisor"].call.get("/v1/follow-ups")["items"]
    assert [one["actions"][0]["code"] for one in seen] == ["permission_denied"]
    silent = settle(therapist, first, "no-answer")
    assert [one["state"] for one in therapist.get("/v1/follow-ups")["items"]] == ["no_answer"]
    settle(therapist, silent, "decline")
    assert therapist.get("/v1/follow-ups")["items"] == []


def test_lists_send_as_many_statements_for_many_as_for_one(world, therapist, case, close):
    def sent(path) -> int:
        before = len(world.statements)
        therapist.get(path)
        return len(world.statements) - before

    close()
    for path in (f"/v1/cases/{case}/follow-ups?limit=", "/v1/follow-ups?due_by=2031-01-01&limit="):
        assert sent(f"{path}1") == sent(f"{path}50")


@pytest.mark.row("S3.36")
def test_the_last_stage_asks_for_the_first_year(therapist, case, close, files):
    files.change(Case, case, stage=8)
    planned = close()

    def rule():
        rules = therapist.get(f"/v1/cases/{case}/stage")["rules"]
        return next(found["state"] for found in rules if found["code"] == "follow_ups")

    for follow_up, verb in zip(
        planned[3:] + planned[:2], ("complete", "decline", "complete", "no-answer"), strict=True
    ):
        assert rule() == "unmet"
        settle(therapist, follow_up, verb)
    assert rule() == "unmet"
    settle(therapist, planned[2], "decline")
    assert rule() == "met"


def test_the_timeline_shows_what_was_tried(therapist, case, close):
    first = close()[0]
    settle(therapist, first, "decline")
    entries = therapist.get(f"/v1/cases/{case}/timeline")["items"]
    assert [(one["occurred_on"], one["code"]) for one in entries if one["kind"] == "follow_up"] == [
        ("2026-03-02", "declined")
    ]


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2025, 12, 31), 6, date(2026, 6, 30)),
        (date(2025, 1, 1), 12, date(2026, 1, 1)),
        (date(2025, 12, 15), 60, date(2030, 12, 15)),
    ],
)
def test_months_later(day, months, later):
    assert months_later(day, months) == later


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(MONTHS))
def test_months_later_is_about_as_many_months(day, months):
    later = months_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day <= day.day
    assert set(FIRST_YEAR) < set(MONTHS)
