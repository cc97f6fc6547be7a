"""What holds for every kind of clinical item; the kinds differ in the table below only."""

from __future__ import annotations

from unittest.mock import ANY

import pytest

from couplesone.cases.models import (
    Case,
    Hope,
    PartnerStance,
    PressureEvent,
    Reaction,
    RefusalEpisode,
    TherapySession,
)
from couplesone.cases.told_partner.models import PartnerTelling, TransparencyPlan
from couplesone.clients.models import Client
from support.formulation import FORMULATION
from support.kinds import Kind

TODAY, TOMORROW, YEARS_AGO = "2026-03-02", "2026-03-03", "2019-05-01"


KINDS = {
    kind.path: kind
    for kind in (
        Kind(
            "sessions",
            TherapySession,
            {"minutes": 50},
            {"minutes": 80, "status": "no_show", "present": "client_and_partner"},
            {"minutes": 601},
            "note",
            day="held_on",
            defaults={"status": "held", "present": "client", "confided_by": "therapist", "note": None},
        ),
        Kind(
            "refusals",
            RefusalEpisode,
            {"answer": "firm_no"},
            {"answer": "ambivalent", "quoted": True},
            {"answer": "maybe"},
            "how_asked",
            defaults={"quoted": False, "how_asked": None, "reasons": [], "about": "partner"},
        ),
        Kind(
            "partner-stances",
            PartnerStance,
            {"stance": "refuses"},
            {"stance": "conditional", "reported_by": "partner"},
            {"stance": "reluctant"},
            "note",
            defaults={"reported_by": "client", "about": "partner", "note": None, "holds": True},
        ),
        Kind(
            "reactions",
            Reaction,
            {"code": "despair", "intensity": 6},
            {"code": "grief", "intensity": 0},
            {"intensity": 11},
            "note",
            defaults={"note": None},
        ),
        Kind(
            "pressure-events",
            PressureEvent,
            {"type": "ask"},
            {"type": "plead", "times": 100},
            {"times": 0},
            "partner_experience_hypothesis",
            defaults={"times": 1, "note": None, "partner_experience_hypothesis": None, "coercive": False},
        ),
        Kind(
            "told-partner",
            PartnerTelling,
            {"shared": ["attends_therapy"]},
            {"prompted": True, "shared": ["tool_sheet", "other"]},
            {"shared": ["trick"]},
            "words",
            defaults={
                "prompted": False,
                "words": None,
                "partner_reaction": None,
                "counts_as_pressure": False,
            },
        ),
        Kind(
            "transparency-plans",
            TransparencyPlan,
            {"intent": "keep_private"},
            {"occurred_on": "2026-02-01", "planned_for": "2026-05-01"},
            {"intent": "trick"},
            "words",
            defaults={"what": [], "by_whom": None, "planned_for": None, "words": None},
        ),
        Kind("hopes", Hope, {"text": "That he comes."}, {"text": "That he asks."}, {"text": ""}, "text"),
        *FORMULATION,
    )
}


SEVERAL = [name for name, kind in KINDS.items() if not kind.single]
"""Those of which a case has more than one at a time."""


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> Kind:
    """Each kind in turn."""
    return KINDS[request.param]


@pytest.fixture
def item(therapist, case, kind):
    """An item of the kind."""
    return therapist.post(f"/v1/cases/{case}/{kind.path}", kind.least)


@pytest.fixture
def path(kind, item) -> str:
    """Where the item is."""
    return f"/v1/{kind.path}/{item['id']}"


REASON = {"reason": "Belongs to another case."}


def test_an_item_is_recorded_for_today_with_defaults_that_fit_the_clients_own_words(therapist, case, kind):
    answer = therapist.call("POST", f"/v1/cases/{case}/{kind.path}", kind.least)
    assert answer.status_code == 201
    item = answer.json()
    assert answer.headers["Location"] == f"/v1/{kind.path}/{item['id']}"
    assert answer.headers["ETag"] == '"1"'
    common = {"about": "client", "confided_by": "client", "visibility": "solo", "case_id": str(case)}
    expected = common | {kind.day: TODAY, "entered_in_error_at": None} | kind.least | kind.defaults
    assert {name: item[name] for name in expected} == expected
    assert therapist.get(f"/v1/{kind.path}/{item['id']}") == item


def test_an_item_may_lie_before_the_case_but_not_ahead(therapist, case, kind):
    where = f"/v1/cases/{case}/{kind.path}"
    assert therapist.post(where, kind.least | {kind.day: YEARS_AGO})[kind.day] == YEARS_AGO
    answer = therapist.call("POST", where, kind.least | {kind.day: TOMORROW})
    assert (answer.status_code, answer.json()["code"]) == (422, "dates_out_of_order")
    assert answer.json()["errors"][0]["pointer"] == f"/{kind.day}"


def test_a_day_cannot_be_null(therapist, case, kind):
    sent = kind.least | {kind.day: None}
    assert therapist.refused("POST", f"/v1/cases/{case}/{kind.path}", sent) == (422, "validation_failed")


def test_unknown_codes_ranges_and_members_are_refused(therapist, case, kind):
    for wrong in (kind.wrong, {"case_id": str(case)}):
        refusal = therapist.refused("POST", f"/v1/cases/{case}/{kind.path}", kind.least | wrong)
        assert refusal == (422, "validation_failed"), wrong


def test_a_change_touches_what_is_sent_and_counts_the_version_up(therapist, kind, item, path):
    changed = therapist.patch(path, kind.change, etag=item)
    assert changed["version"] == 2
    derived = {"updated_at", "version", "coercive", *kind.derived}
    untouched = item.keys() - kind.change.keys() - derived
    assert {name: changed[name] for name in untouched} == {name: item[name] for name in untouched}
    assert {name: changed[name] for name in kind.change} == kind.change
    assert therapist.patch(path, {kind.day: YEARS_AGO}, etag=changed)[kind.day] == YEARS_AGO


def test_a_change_ahead_of_today_is_refused(therapist, kind, item, path):
    refusal = therapist.refused("PATCH", path, {kind.day: TOMORROW}, etag=item)
    assert refusal == (422, "dates_out_of_order")


def test_null_clears_what_may_be_empty_and_nothing_else(therapist, kind, item, path):
    assert kind.sealed is not None
    if kind.sealed in kind.least:
        assert therapist.refused("PATCH", path, {kind.sealed: None}, etag=item) == (422, "validation_failed")
        return
    noted = therapist.patch(path, {kind.sealed: "Said at the door."}, etag=item)
    assert noted[kind.sealed] == "Said at the door."
    assert therapist.patch(path, {kind.sealed: None}, etag=noted)[kind.sealed] is None
    (required, *_) = kind.change
    assert therapist.refused("PATCH", path, {required: None}, etag=3) == (422, "validation_failed")


def test_a_change_says_which_version_it_is_of(therapist, kind, item, path):
    for verb, where, body in (("PATCH", path, kind.change), ("POST", f"{path}/mark-in-error", REASON)):
        assert therapist.refused(verb, where, body) == (428, "if_match_required")
        assert therapist.refused(verb, where, body, etag=7) == (412, "version_stale")


def test_an_item_in_error_is_kept_and_does_not_change_any_more(therapist, case, kind, item, path):
    marked = therapist.post(f"{path}/mark-in-error", REASON, etag=item)
    assert marked["entered_in_error_at"] is not None
    assert marked["error_reason"] == REASON["reason"]
    assert [listed["id"] for listed in therapist.get(f"/v1/cases/{case}/{kind.path}")["items"]] == [
        item["id"]
    ]
    assert therapist.refused("PATCH", path, kind.change, etag=marked) == (409, "item_in_error")
    assert therapist.refused("POST", f"{path}/mark-in-error", REASON, etag=marked) == (409, "item_in_error")


def test_nothing_is_recorded_in_a_case_that_has_ended(world, files, therapist, mara, case, kind, item, path):
    def refused(code: str) -> None:
        for write, verb, where, body in calls(case, kind, item, path):
            if write:
                assert therapist.refused(verb, where, body, etag=item) == (409, code)
            else:
                assert therapist.call(verb, where).is_success

    files.change(Client, mara, status="archived")
    refused("client_archived")
    files.change(Case, case, entered_in_error_at=world.clock.now())
    refused("case_closed")
    files.change(Case, case, entered_in_error_at=None, status="closed", closed_on=world.today)
    refused("case_closed")


def calls(case, kind, item, path):
    """Each operation of a kind: whether it writes, and the call."""
    return [
        (False, "GET", f"/v1/cases/{case}/{kind.path}", None),
        (False, "GET", path, None),
        (True, "POST", f"/v1/cases/{case}/{kind.path}", kind.least),
        (True, "PATCH", path, kind.change),
        (True, "POST", f"{path}/mark-in-error", REASON),
    ]


REACHES = (
    ("supervisor", None, 200, 403),
    ("owner", None, 404, 403),
    ("owner", "supervising", 200, 403),
    ("front_desk", None, 403, 403),
    ("biller", None, 403, 403),
    ("colleague", None, 404, 404),
    ("colleague", "supervising", 200, 404),
    ("elsewhere", None, 404, 404),
)
"""Who, with which part in the care, reads with which answer, and writes with which."""


def test_who_may_read_and_write(world, files, mara, case, strangers, kind, item, path):
    for person, part, reads, writes in REACHES:
        somebody = strangers.get(person) or world.home.people[person]
        if part is not None:
            files.join(mara, person, part)
        for write, verb, where, body in calls(case, kind, item, path):
            answer = somebody.call.call(verb, where, body, etag=item)
            assert answer.status_code == (writes if write else reads), (person, part, verb, where)


def test_who_covers_reads_and_writes(files, mara, case, strangers, kind, item, path):
    files.join(mara, "colleague", "covering")
    colleague = strangers["colleague"].call
    assert colleague.get(path) == item
    changed = colleague.patch(path, kind.change, etag=item)
    assert colleague.post(f"{path}/mark-in-error", REASON, etag=changed)["error_reason"] == REASON["reason"]
    assert colleague.post(f"/v1/cases/{case}/{kind.path}", kind.least)["recorded_by"] == str(
        strangers["colleague"].id
    )


def test_a_foreign_case_answers_like_an_unknown_one(world, case, strangers, kind, item, path):
    unknown = str(world.works.ids.new(world.clock.now()))
    for person in strangers.values():
        for _, verb, where, body in calls(case, kind, item, path):
            there = person.call.call(verb, where, body, etag=1)
            elsewhere = where.replace(str(case), unknown).replace(item["id"], unknown)
            nowhere = person.call.call(verb, elsewhere, body, etag=1)
            assert there.status_code == nowhere.status_code == 404
            differ = {"request_id"}
            assert {k: v for k, v in there.json().items() if k not in differ} == {
                k: v for k, v in nowhere.json().items() if k not in differ
            }


def test_what_is_private_to_its_author_nobody_else_knows_of(files, world, mara, case, strangers, kind):
    files.join(mara, "colleague", "covering")
    colleague = strangers["colleague"].call
    private = world.therapist.post(
        f"/v1/cases/{case}/{kind.path}", kind.least | {"visibility": "author_private"}
    )
    assert colleague.refused("GET", f"/v1/{kind.path}/{private['id']}") == (404, "not_found")
    assert colleague.get(f"/v1/cases/{case}/{kind.path}")["items"] == []
    assert world.therapist.get(f"/v1/cases/{case}/{kind.path}")["items"] == [private]


def test_an_api_key_acts_within_its_scopes_and_the_caseload_of_its_maker(world, case, kind, item, path):
    key = world.home.api_key(world.home.people["therapist"], ["case.read"])
    acts = item.keys() & {"actions"}
    assert key.get(path) == item | dict.fromkeys(acts, ANY)
    assert key.refused("PATCH", path, kind.change, etag=item) == (403, "permission_denied")
    test_key = world.home.api_key(world.home.people["therapist"], ["case.read"], test_mode=True)
    assert test_key.refused("GET", path) == (404, "not_found")


def test_a_repeated_request_records_once(therapist, case, kind):
    where = f"/v1/cases/{case}/{kind.path}"
    first = therapist.call("POST", where, kind.least, key="k1")
    again = therapist.call("POST", where, kind.least, key="k1")
    assert again.headers["Idempotency-Replayed"] == "true"
    assert (again.status_code, again.json()) == (201, first.json())
    assert len(therapist.get(where)["items"]) == 1


def test_what_people_wrote_is_sealed_in_the_database(files, therapist, case, kind):
    canary = "canary, in no index"
    item = therapist.post(f"/v1/cases/{case}/{kind.path}", kind.least | {kind.sealed: canary})
    assert item[kind.sealed] == canary
    held = files.raw(kind.model, item["id"], kind.sealed)
    assert "canary" not in held
    therapist.post(f"/v1/{kind.path}/{item['id']}/mark-in-error", {"reason": canary}, etag=item)
    assert "canary" not in files.raw(kind.model, item["id"], "error_reason")


@pytest.mark.parametrize("kind", SEVERAL, indirect=True)
def test_a_list_is_paged_by_day_newest_first(therapist, case, kind):
    where = f"/v1/cases/{case}/{kind.path}"
    days = ["2026-02-01", "2026-03-01", "2026-02-01", "2026-01-01", "2026-02-15"]
    ids = {therapist.post(where, kind.least | {kind.day: day})["id"]: day for day in days}
    seen, page = [], therapist.get(f"{where}?limit=2")
    while True:
        assert len(page["items"]) <= 2
        seen += page["items"]
        if page["next_cursor"] is None:
            break
        page = therapist.get(f"{where}?limit=2&cursor={page['next_cursor']}")
    assert {item["id"]: item[kind.day] for item in seen} == ids
    assert len(seen) == len(days)
    assert [item[kind.day] for item in seen] == sorted(days, reverse=True)
    assert therapist.refused("GET", f"{where}?cursor=nonsense") == (422, "cursor_invalid")


@pytest.mark.parametrize("kind", SEVERAL, indirect=True)
def test_a_longer_list_sends_no_more_statements(world, files, therapist, mara, case, kind):
    where = f"/v1/cases/{case}/{kind.path}"
    body = kind.least | {kind.sealed: "Some words."}
    therapist.post(where, body)
    one = statements(world, lambda: therapist.get(where))
    for _ in range(24):
        therapist.post(where, body)
    many = statements(world, lambda: therapist.get(where))
    assert len(therapist.get(where)["items"]) == 25
    assert many == one


def statements(world, act) -> int:
    """Count the statements that an act sends."""
    before = len(world.statements)
    act()
    return len(world.statements) - before
