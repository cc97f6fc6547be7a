"""Partners and relationships over HTTP."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from couplesone.clients.models import Partner, Relationship
from couplesone.persistence.keyring import Person, PersonKey

UNKNOWN = "019cadc6-9a80-7011-ad2a-34b4b722da66"
MARRIED = {"kind": "married", "status": "together"}


@pytest.fixture
def path(client) -> str:
    return f"/v1/clients/{client['id']}/partners"


class TestPartners:
    def test_what_the_client_tells(self, world, path: str, client) -> None:
        body = {
            "name_used": "Tobias",
            "pronouns": "he/him",
            "contact": "tobias@example.org",
            "notes": "Cooks",
        }
        response = world.therapist.call("POST", path, body)
        partner = response.json()
        assert response.status_code == 201
        assert response.headers["location"] == f"/v1/partners/{partner['id']}"
        assert {name: partner[name] for name in body} == body
        assert (partner["client_id"], partner["relationship"]) == (client["id"], None)
        assert world.therapist.get(f"/v1/partners/{partner['id']}") == partner

    def test_perhaps_no_name(self, world, path: str) -> None:
        assert world.therapist.post(path, {})["name_used"] is None

    def test_a_partner_is_a_person_with_keys_and_no_client(self, world, partner) -> None:
        with world.works.open(world.home.id) as work:
            people = set(work.db.scalars(select(Person.id)))
            keys = set(work.db.scalars(select(PersonKey.person_id)))
        assert {str(person) for person in people} >= {partner["id"], partner["client_id"]}
        assert people == keys
        owner = world.home.people["owner"].call
        assert owner.refused("GET", f"/v1/clients/{partner['id']}") == (404, "not_found")
        assert len(owner.get("/v1/clients")["items"]) == 1

    def test_several_partners_the_latest_entered_first(self, world, path: str) -> None:
        for name in ("Tobias", "Arjun", "Craig"):
            world.therapist.post(path, {"name_used": name})
            world.days(1 / 1440)
        page = world.therapist.get(path, params={"limit": 2})
        rest = world.therapist.get(path, params={"limit": 2, "cursor": page["next_cursor"]})
        assert [row["name_used"] for row in page["items"]] == ["Craig", "Arjun"]
        assert [row["name_used"] for row in rest["items"]] == ["Tobias"]

    def test_what_is_sent_changes_and_null_takes_it_out(self, world, partner) -> None:
        at = f"/v1/partners/{partner['id']}"
        changed = world.therapist.patch(at, {"contact": "tobias@example.org", "pronouns": "he/him"}, etag=1)
        assert (changed["name_used"], changed["version"]) == ("Tobias", 2)
        changed = world.therapist.patch(at, {"contact": None}, etag=2)
        assert (changed["contact"], changed["pronouns"]) == (None, "he/him")
        assert world.therapist.refused("PATCH", at, {"notes": "x"}) == (428, "if_match_required")
        assert world.therapist.refused("PATCH", at, {"notes": "x"}, etag=2) == (412, "version_stale")
        assert world.therapist.refused("PATCH", at, {"legal_name": "Tobias"}, etag=3)[0] == 422

    def test_marked_in_error_a_partner_stays_and_does_not_change(self, world, path: str, partner) -> None:
        at = f"/v1/partners/{partner['id']}"
        mark, reason = f"{at}/mark-in-error", {"reason": "Wrong file"}
        assert world.therapist.refused("POST", mark, reason) == (428, "if_match_required")
        assert world.therapist.refused("POST", mark, reason, etag=9) == (412, "version_stale")
        marked = world.therapist.post(mark, reason, etag=partner)
        assert marked["entered_in_error_at"] == "2026-03-02T09:00:00.000000Z"
        assert marked["error_reason"] == "Wrong file"
        assert world.therapist.get(path)["items"] == [marked]
        for method, where, body in (
            ("PATCH", at, {"notes": "x"}),
            ("POST", mark, reason),
            ("POST", f"{at}/relationships", MARRIED),
        ):
            assert world.therapist.refused(method, where, body, etag=2) == (409, "partner_in_error")

    def test_sent_again_a_partner_is_entered_once(self, world, path: str) -> None:
        first = world.therapist.call("POST", path, {}, key="k")
        again = world.therapist.call("POST", path, {}, key="k")
        assert again.json() == first.json()
        assert len(world.therapist.get(path)["items"]) == 1

    def test_nothing_new_about_the_partner_of_an_archived_client(
        self, world, path: str, client, partner
    ) -> None:
        world.therapist.post(f"/v1/clients/{client['id']}/archive", etag=client)
        at = f"/v1/partners/{partner['id']}"
        for method, where, body in (
            ("POST", path, {}),
            ("PATCH", at, {"notes": "x"}),
            ("POST", f"{at}/mark-in-error", {"reason": "x"}),
            ("POST", f"{at}/relationships", MARRIED),
        ):
            assert world.therapist.refused(method, where, body, etag=1) == (409, "client_archived")
        assert world.therapist.get(at) == partner


class TestRelationships:
    @pytest.fixture
    def at(self, partner) -> str:
        return f"/v1/partners/{partner['id']}/relationships"

    def test_what_the_two_are_to_each_other(self, world, at: str, partner) -> None:
        body = MARRIED | {
            "since_on": "2014-06-21",
            "as_of_on": "2026-02-01",
            "cohabiting": True,
            "children_at_home": 2,
        }
        response = world.therapist.call("POST", at, body)
        entry = response.json()
        assert response.status_code == 201
        assert response.headers["location"] == f"/v1/relationships/{entry['id']}"
        assert {name: entry[name] for name in body} == body
        assert (entry["partner_id"], entry["client_id"]) == (partner["id"], partner["client_id"])
        assert world.therapist.get(f"/v1/relationships/{entry['id']}") == entry

    def test_the_little_that_is_needed(self, world, at: str) -> None:
        entry = world.therapist.post(at, MARRIED)
        assert entry["as_of_on"] == "2026-03-02"
        for name in ("since_on", "cohabiting", "children_at_home"):
            assert entry[name] is None

    def test_the_partner_shows_the_latest_that_holds(self, world, at: str, path: str, partner) -> None:
        for status, day in (
            ("together", "2026-01-01"),
            ("separated", "2026-02-01"),
            ("on_a_break", "2026-01-15"),
        ):
            world.therapist.post(at, MARRIED | {"status": status, "as_of_on": day})
        listed = world.therapist.get(at)["items"]
        assert [row["status"] for row in listed] == ["separated", "on_a_break", "together"]
        shown = world.therapist.get(f"/v1/partners/{partner['id']}")
        assert shown["relationship"] == listed[0]
        reason = {"reason": "Said of another"}
        marked = world.therapist.post(f"/v1/relationships/{listed[0]['id']}/mark-in-error", reason, etag=1)
        assert (marked["error_reason"], marked["version"]) == ("Said of another", 2)
        assert world.therapist.get(at)["items"][0] == marked
        assert world.therapist.get(path)["items"][0]["relationship"] == listed[1]

    def test_page_by_page(self, world, at: str) -> None:
        for day in ("2026-01-01", "2026-01-02", "2026-01-02"):
            world.therapist.post(at, MARRIED | {"as_of_on": day})
        page = world.therapist.get(at, params={"limit": 2})
        rest = world.therapist.get(at, params={"limit": 2, "cursor": page["next_cursor"]})
        assert [row["as_of_on"] for row in page["items"] + rest["items"]] == ["2026-01-02"] * 2 + [
            "2026-01-01"
        ]

    @pytest.mark.parametrize(
        ("days", "pointer"),
        [
            ({"as_of_on": "2026-03-03"}, "/as_of_on"),
            ({"since_on": "2026-03-03"}, "/as_of_on"),
            ({"since_on": "2026-02-02", "as_of_on": "2026-02-01"}, "/as_of_on"),
        ],
    )
    def test_days_are_in_order(self, world, at: str, days: dict[str, str], pointer: str) -> None:
        response = world.therapist.call("POST", at, MARRIED | days)
        assert (response.status_code, response.json()["code"]) == (422, "dates_out_of_order")
        assert response.json()["errors"][0]["pointer"] == pointer

    @pytest.mark.parametrize(
        "wrong",
        [{"kind": "soulmates"}, {"status": "fine"}, {"children_at_home": -1}, {"children_at_home": 31}],
    )
    def test_what_is_no_relationship_is_refused(self, world, at: str, wrong: dict[str, Any]) -> None:
        assert world.therapist.refused("POST", at, MARRIED | wrong) == (422, "validation_failed")

    def test_an_entry_in_error_does_not_change(self, world, at: str, client) -> None:
        entry = world.therapist.post(at, MARRIED)
        mark, reason = f"/v1/relationships/{entry['id']}/mark-in-error", {"reason": "x"}
        assert world.therapist.refused("POST", mark, reason) == (428, "if_match_required")
        assert world.therapist.refused("POST", mark, reason, etag=2) == (412, "version_stale")
        world.therapist.post(mark, reason, etag=entry)
        assert world.therapist.refused("POST", mark, reason, etag=2) == (409, "partner_in_error")
        other = world.therapist.post(at, MARRIED)
        world.therapist.post(f"/v1/clients/{client['id']}/archive", etag=client)
        mark = f"/v1/relationships/{other['id']}/mark-in-error"
        assert world.therapist.refused("POST", mark, reason, etag=1) == (409, "client_archived")


class TestReach:
    OPERATIONS: tuple[tuple[str, str, Any], ...] = (
        ("GET", "/v1/partners/{partner}", None),
        ("PATCH", "/v1/partners/{partner}", {"notes": "x"}),
        ("POST", "/v1/partners/{partner}/mark-in-error", {"reason": "x"}),
        ("GET", "/v1/partners/{partner}/relationships", None),
        ("POST", "/v1/partners/{partner}/relationships", MARRIED),
        ("GET", "/v1/relationships/{entry}", None),
        ("POST", "/v1/relationships/{entry}/mark-in-error", {"reason": "x"}),
    )

    @pytest.mark.parametrize(("method", "path", "body"), OPERATIONS)
    def test_whoever_does_not_treat_the_client_knows_nothing(
        self, world, partner, method: str, path: str, body: Any
    ) -> None:
        entry = world.therapist.post(f"/v1/partners/{partner['id']}/relationships", MARRIED)
        mine = path.format(partner=partner["id"], entry=entry["id"])
        nobodys = path.format(partner=UNKNOWN, entry=UNKNOWN)
        strangers = (world.home.hire("colleague", "therapist").call, world.other.people["therapist"].call)
        for caller in strangers:
            answers = [caller.call(method, where, body, etag=1).json() for where in (mine, nobodys)]
            assert [answer["code"] for answer in answers] == ["not_found"] * 2
            assert {**answers[0], "request_id": ""} == {**answers[1], "request_id": ""}
        for role in ("front_desk", "biller"):
            caller = world.home.people[role].call
            assert caller.call(method, mine, body, etag=1).status_code == 403
        owner = world.home.people["owner"].call
        assert owner.call(method, mine, body, etag=1).status_code == (404 if method == "GET" else 403)
        assert world.therapist.call(method, mine, body, etag=1).status_code < 300


def test_as_many_statements_for_one_as_for_twenty_five(world, path: str, client) -> None:
    def statements(where: str) -> int:
        before = len(world.statements)
        world.therapist.get(where)
        return len(world.statements) - before

    def enter(number: int) -> str:
        client_id = UUID(client["id"])
        with world.works.open(world.home.id) as work:
            for _ in range(number):
                partner_id = work.new_id()
                work.keyring.register(partner_id)
                work.add(Partner(id=partner_id, client_id=client_id, name_used="Tobias"))
                work.add_all([entry(client_id, partner_id), entry(client_id, partner_id, work.now)])
        return f"/v1/partners/{partner_id}/relationships"

    def entry(client_id: UUID, partner_id: UUID, error_at: Any = None) -> Relationship:
        made = Relationship(client_id=client_id, partner_id=partner_id, as_of_on=date(2026, 1, 1), **MARRIED)
        made.entered_in_error_at, made.error_reason = error_at, "x" if error_at else None
        return made

    at = enter(1)
    one, entries = statements(path), statements(at)
    enter(24)
    assert statements(path) == one
    with world.works.open(world.home.id) as work:
        partner_id = UUID(at.split("/")[3])
        work.add_all([entry(UUID(client["id"]), partner_id, work.now) for _ in range(23)])
    assert statements(at) == entries
    assert len(world.therapist.get(at)["items"]) == len(world.therapist.get(path)["items"]) == 25
