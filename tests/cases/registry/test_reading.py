"""Reading and listing cases: filters, people shown with them, and keeping a copy in step."""

from __future__ import annotations

import pytest

from couplesone.cases.models import Case


def ids(listing) -> list[str]:
    return [item["id"] for item in listing["items"]]


@pytest.fixture
def several(files, mara, world):
    """One case of each status, opened on different days, the first one at stage 3."""
    days = ("2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26", "2026-02-02")
    statuses = ("intake", "active", "on_hold", "inactive", "closed")
    made = {}
    for place, (status, day) in enumerate(zip(statuses, days, strict=True)):
        more = {"closed_on": world.today, "external_id": "old:1"} if status == "closed" else {}
        opened_on = world.today.fromisoformat(day)
        stage = 3 if place == 0 else 0
        made[status] = str(files.case(mara, status=status, opened_on=opened_on, stage=stage, **more))
    return made


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["inactive", "on_hold", "active", "intake"]),
        ("include_closed=true", ["closed", "inactive", "on_hold", "active", "intake"]),
        ("status=closed", ["closed"]),
        ("status=active,on_hold", ["on_hold", "active"]),
        ("stage=3", ["intake"]),
        ("stage=8", []),
        ("external_id=old:1", ["closed"]),
        ("external_id=new:1", []),
        ("client_id={client}", ["inactive", "on_hold", "active", "intake"]),
        ("client_id={case}", []),
        ("updated_since=2026-03-02T09:00:00Z", ["intake", "active", "on_hold", "inactive", "closed"]),
        ("updated_since=2026-03-02T09:00:01Z", []),
        ("updated_since=2026-03-02T09:00:00Z&status=closed,intake", ["intake", "closed"]),
    ],
)
def test_filters(therapist, mara, several, query, expected):
    listing = therapist.get(f"/v1/cases?{query.format(client=mara, case=several['active'])}")
    assert ids(listing) == [several[status] for status in expected]


@pytest.mark.parametrize(
    "query",
    [
        "status=gone",
        "stage=9",
        "stage=x",
        "updated_since=2026-03-02",
        "include=plan",
        "unknown=1",
        "client_id=1",
    ],
)
def test_unknown_filters_are_refused(therapist, query):
    assert therapist.refused("GET", f"/v1/cases?{query}") == (422, "validation_failed")


@pytest.mark.parametrize("query", ["include_closed=true", "updated_since=2026-03-02T00:00:00Z"])
def test_pages_hold_every_case_once_in_one_order(therapist, several, query):
    whole = ids(therapist.get(f"/v1/cases?{query}"))
    seen, cursor = [], ""
    while True:
        page = therapist.get(f"/v1/cases?{query}&limit=2{cursor}")
        seen += ids(page)
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert seen == whole
    assert len(whole) == len(several)


def test_a_cursor_of_another_order_is_refused(therapist, several):
    by_day = therapist.get("/v1/cases?limit=1")["next_cursor"]
    by_change = therapist.get("/v1/cases?limit=1&updated_since=2026-03-02T00:00:00Z")["next_cursor"]
    assert therapist.refused("GET", f"/v1/cases?cursor={by_change}") == (422, "cursor_invalid")
    since = "updated_since=2026-03-02T00:00:00Z"
    assert therapist.refused("GET", f"/v1/cases?{since}&cursor={by_day}") == (422, "cursor_invalid")


def test_a_copy_learns_what_changed_and_what_was_an_error(world, therapist, mara):
    gone, stays, still = (
        therapist.post(f"/v1/clients/{mara}/cases", {"external_id": f"copy:{number}"}) for number in range(3)
    )
    world.days(0.01)
    since = world.clock.now().isoformat().replace("+00:00", "Z")
    therapist.post(f"/v1/cases/{gone['id']}/mark-in-error", {"reason": "Filed twice."}, etag=gone)
    therapist.patch(f"/v1/cases/{stays['id']}", {"next_step": "Write."}, etag=stays)
    items = therapist.get(f"/v1/cases?updated_since={since}")["items"]
    assert {item["id"]: item["deleted"] for item in items} == {gone["id"]: True, stays["id"]: False}
    (tombstone,) = [item for item in items if item["deleted"]]
    assert tombstone.keys() == {
        "id",
        "version",
        "created_at",
        "updated_at",
        "deleted",
        "client_id",
        "external_id",
    }
    assert tombstone["external_id"] == "copy:0"
    assert set(ids(therapist.get("/v1/cases"))) == {stays["id"], still["id"]}


def test_people_are_shown_when_they_are_asked_for(files, therapist, mara, tobias, case):
    path = f"/v1/cases/{case}"
    both = therapist.get(f"{path}?include=client,partner")
    assert both["client"] == {"id": str(mara), "name_used": "Mara L."}
    assert both["partner"] == {"id": str(tobias), "name_used": "Tobias"}
    alone = therapist.get(f"{path}?include=partner")
    assert (alone["client"], alone["partner"]["name_used"]) == (None, "Tobias")
    plain = therapist.get(path)
    assert (plain["client"], plain["partner"]) == (None, None)
    nameless = files.case(mara, partner_id=files.partner(mara, None))
    assert therapist.get(f"/v1/cases/{nameless}?include=partner")["partner"]["name_used"] is None
    nobody = files.case(mara)
    assert therapist.get(f"/v1/cases/{nobody}?include=partner")["partner"] is None


def test_nobody_else_can_be_asked_for(therapist, case):
    assert therapist.refused("GET", f"/v1/cases/{case}?include=plans") == (422, "validation_failed")


@pytest.mark.parametrize(("edge", "scope"), [("client", "client.read"), ("partner", "partner.read")])
def test_each_person_asks_for_a_permission(world, case, edge, scope):
    maker = world.home.people["therapist"]
    without = world.home.api_key(maker, ["case.read"])
    with_it = world.home.api_key(maker, ["case.read", scope])
    for path in (f"/v1/cases/{case}", "/v1/cases"):
        assert without.refused("GET", f"{path}?include={edge}") == (403, "permission_denied")
    assert with_it.get(f"/v1/cases/{case}?include={edge}")[edge]["name_used"]
    assert with_it.get(f"/v1/cases?include={edge}")["items"][0][edge]["name_used"]


def test_a_longer_list_sends_no_more_statements(world, files, therapist):
    def one_more() -> None:
        client = files.client(("therapist", "treating"))
        files.case(client, partner_id=files.partner(client), purpose_statement="Some words.")

    def sent(query: str) -> int:
        before = len(world.statements)
        therapist.get(query)
        return len(world.statements) - before

    queries = ("/v1/cases", "/v1/cases?include=client,partner")
    one_more()
    one = [sent(query) for query in queries]
    for _ in range(24):
        one_more()
    assert len(therapist.get("/v1/cases")["items"]) == 25
    assert [sent(query) for query in queries] == one


WRITES = (
    ("PATCH", "", {"next_step": "x"}),
    ("POST", "/activate", {}),
    ("POST", "/hold", {}),
    ("POST", "/resume", {}),
    ("POST", "/deactivate", {}),
    (
        "POST",
        "/close",
        {"closing_reason": "other", "goals_outcome": "met", "relationship_outcome": "unknown"},
    ),
    ("POST", "/reopen", {}),
    ("POST", "/mark-in-error", {"reason": "x"}),
)


def test_who_may_read_and_write(world, files, mara, case, strangers):
    for person, part, reads, writes in (
        ("supervisor", None, 200, 403),
        ("owner", None, 404, 403),
        ("owner", "supervising", 200, 403),
        ("front_desk", None, 403, 403),
        ("biller", None, 403, 403),
        ("colleague", None, 404, 404),
        ("colleague", "supervising", 200, 404),
        ("elsewhere", None, 404, 404),
    ):
        caller = (strangers.get(person) or world.home.people[person]).call
        if part is not None:
            files.join(mara, person, part)
        for path in (f"/v1/cases/{case}", f"/v1/cases/{case}/status-changes"):
            assert caller.call("GET", path).status_code == reads, (person, part, path)
        listed = caller.call("GET", "/v1/cases")
        assert listed.status_code == (403 if reads == 403 else 200)
        assert (str(case) in listed.text) is (reads == 200)
        for verb, path, body in WRITES:
            answer = caller.call(verb, f"/v1/cases/{case}{path}", body, etag=1)
            assert answer.status_code == writes, (person, part, path)
        assert caller.call("POST", f"/v1/clients/{mara}/cases", {}).status_code == writes


def test_actions_say_who_may(world, files, mara, case, strangers):
    files.join(mara, "colleague", "supervising")

    def codes(caller):
        return {(a["allowed"], a["code"]) for a in caller.get(f"/v1/cases/{case}")["actions"]}

    assert codes(world.home.people["supervisor"].call) == {(False, "permission_denied")}
    assert codes(strangers["colleague"].call) == {(False, "not_found")}
    assert (True, None) in codes(world.therapist)
    key = world.home.api_key(world.home.people["therapist"], ["case.read"])
    assert codes(key) == {(False, "permission_denied")}


def test_a_foreign_case_answers_like_an_unknown_one(world, case, strangers):
    unknown = world.works.ids.new(world.clock.now())
    for person in strangers.values():
        for verb, path, body in (*WRITES, ("GET", "", None), ("GET", "/status-changes", None)):
            there = person.call.call(verb, f"/v1/cases/{case}{path}", body, etag=1).json()
            nowhere = person.call.call(verb, f"/v1/cases/{unknown}{path}", body, etag=1).json()
            there.pop("request_id"), nowhere.pop("request_id")
            assert there == nowhere
            assert there["code"] == "not_found"


def test_test_data_and_real_data_do_not_mix(world, files, case):
    maker = world.home.people["therapist"]
    key = world.home.api_key(maker, ["case.read"], test_mode=True)
    rehearsal = files.case(files.client(("therapist", "treating"), test_data=True))
    assert ids(key.get("/v1/cases")) == [str(rehearsal)]
    assert ids(world.therapist.get("/v1/cases")) == [str(case)]


def test_an_unchanged_version_does_not_hide_what_changed_beside_it(files, therapist, mara, case):
    first = therapist.call("GET", f"/v1/cases/{case}")
    again = therapist.call("GET", f"/v1/cases/{case}", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 200
    files.change(Case, case, status="on_hold")
    assert therapist.get(f"/v1/cases/{case}")["status"] == "on_hold"
