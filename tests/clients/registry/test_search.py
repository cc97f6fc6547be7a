"""Listing, searching, sorting and syncing clients."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from couplesone.clients.registry import search


def names(page: dict[str, Any]) -> list[str]:
    return [item["name_used"] for item in page["items"]]


def pages(caller: Any, **filters: Any) -> list[list[str]]:
    """Read page by page to the end."""
    found, cursor = [], None
    while True:
        params = filters | ({"cursor": cursor} if cursor else {})
        page = caller.get("/v1/clients", params=params)
        found.append(names(page))
        cursor = page["next_cursor"]
        if cursor is None:
            return found


@pytest.fixture
def four(world, file_client) -> dict[str, Any]:
    """Four clients, filed a minute after each other."""
    filed = {}
    for name in ("Zoë A.", "ábel", "Mara L.", "Abel Z."):
        filed[name] = file_client(name)
        world.days(1 / 1440)
    return filed


class TestOrder:
    def test_the_newest_first(self, world, four) -> None:
        assert pages(world.therapist, limit=3) == [["Abel Z.", "Mara L.", "ábel"], ["Zoë A."]]

    def test_by_name_without_regard_to_case_and_accents(self, world, four) -> None:
        assert pages(world.therapist, sort="name") == [["ábel", "Abel Z.", "Mara L.", "Zoë A."]]
        assert pages(world.therapist, sort="name", limit=2) == [["ábel", "Abel Z."], ["Mara L.", "Zoë A."]]
        assert pages(world.therapist, sort="name", limit=3)[1] == ["Zoë A."]

    def test_same_names_by_id(self, world, file_client) -> None:
        ids = [str(file_client("Mara")) for _ in range(3)]
        found = []
        cursor: dict[str, Any] = {}
        for _ in ids:
            page = world.therapist.get("/v1/clients", params={"sort": "name", "limit": 1} | cursor)
            found += [item["id"] for item in page["items"]]
            cursor = {"cursor": page["next_cursor"]}
        assert found == sorted(ids)
        assert page["next_cursor"] is None

    def test_the_cursor_of_a_name_order_holds_no_name(self, world, four) -> None:
        page = world.therapist.get("/v1/clients", params={"sort": "name", "limit": 1})
        assert json.loads(base64.urlsafe_b64decode(page["next_cursor"])) == ["name", str(four["ábel"])]

    def test_who_is_archived_while_paging_marks_the_place_still(self, world, four) -> None:
        page = world.therapist.get("/v1/clients", params={"sort": "name", "limit": 2})
        last = page["items"][-1]
        world.therapist.post(f"/v1/clients/{last['id']}/archive", etag=last)
        params = {"sort": "name", "limit": 2, "cursor": page["next_cursor"]}
        assert names(world.therapist.get("/v1/clients", params=params)) == ["Mara L.", "Zoë A."]

    def test_a_cursor_of_another_order_or_a_client_out_of_reach_is_refused(
        self, world, four, file_client
    ) -> None:
        by_day = world.therapist.get("/v1/clients", params={"limit": 1})["next_cursor"]
        foreign = base64.urlsafe_b64encode(
            json.dumps(["name", str(file_client("Ines", treating=None))]).encode()
        ).decode()
        naive = base64.urlsafe_b64encode(json.dumps(["2026-03-02", str(four["ábel"])]).encode()).decode()
        for params in (
            {"sort": "name", "cursor": by_day},
            {"sort": "name", "cursor": foreign},
            {"cursor": foreign},
            {"cursor": naive},
        ):
            refused = world.therapist.refused("GET", "/v1/clients", params=params)
            assert refused == (422, "cursor_invalid")

    def test_too_many_to_sort_are_refused(self, world, four, monkeypatch) -> None:
        monkeypatch.setattr(search, "MOST_SORTED", 3)
        refused = world.therapist.refused("GET", "/v1/clients", params={"sort": "name"})
        assert refused == (422, "too_many_to_sort")
        assert pages(world.therapist, sort="name", q="ab") == [["ábel", "Abel Z."]]
        monkeypatch.setattr(search, "MOST_SORTED", 4)
        assert len(pages(world.therapist, sort="name", limit=1)) == 4


class TestFilters:
    def test_the_active_unless_asked_otherwise(self, world, file_client) -> None:
        for status in ("active", "archived", "entered_in_error"):
            file_client(status.title(), status=status)
        assert pages(world.therapist) == [["Active"]]
        assert pages(world.therapist, status="archived") == [["Archived"]]
        assert pages(world.therapist, status="archived,entered_in_error", sort="name") == [
            ["Archived", "Entered_In_Error"]
        ]
        assert world.therapist.refused("GET", "/v1/clients", params={"status": "gone"})[0] == 422

    def test_by_words_of_the_name(self, world, four) -> None:
        for query, found in (
            ("ab", ["Abel Z.", "ábel"]),
            ("ÁBEL z", ["Abel Z.", "ábel"]),
            ("abel zoe", []),
            ("zoe", ["Zoë A."]),
            ("a", ["Zoë A."]),
        ):
            assert pages(world.therapist, q=query) == [found], query

    @pytest.mark.parametrize("query", ["", "-", " . "])
    def test_a_search_needs_a_letter(self, world, query: str) -> None:
        response = world.therapist.call("GET", "/v1/clients", params={"q": query})
        assert (response.status_code, response.json()["errors"][0]["code"]) == (422, "no_letters")

    def test_by_external_id(self, world, file_client) -> None:
        file_client("Mara", external_id="x1")
        file_client("Ines", external_id="x2")
        assert pages(world.therapist, external_id="x2") == [["Ines"]]
        assert pages(world.therapist, external_id="x") == [[]]

    def test_by_care_team(self, world, file_client) -> None:
        owner = world.home.people["owner"].call
        file_client("Mara")
        file_client("Ines", treating=None)
        therapist = str(world.home.people["therapist"].id)
        assert pages(owner, care_team=therapist) == [["Mara"]]
        assert pages(owner, without_care_team="true") == [["Ines"]]
        assert pages(owner, without_care_team="false") == [["Mara"]]
        assert pages(world.therapist, without_care_team="true") == [[]]

    def test_who_left_the_care_team_does_not_count(self, world, client) -> None:
        owner = world.home.people["owner"].call
        (member,) = owner.get(f"/v1/clients/{client['id']}/care-team")["items"]
        owner.post(f"/v1/care-team/{member['id']}/end", {}, etag=member)
        assert pages(owner, without_care_team="true") == [["Mara L."]]
        assert pages(owner, care_team=member["staff_id"]) == [[]]

    @pytest.mark.parametrize(
        "params",
        [
            {"sort": "phone"},
            {"limit": "0"},
            {"limit": "201"},
            {"care_team": "me"},
            {"updated_since": "2026-03-02T09:00:00"},
            {"updated_since": "0001-01-01T00:00:00+14:00"},
            {"name": "mara"},
            {"q": "x" * 101},
        ],
    )
    def test_what_is_no_filter_is_refused(self, world, params: dict[str, str]) -> None:
        refused = world.therapist.refused("GET", "/v1/clients", params=params)
        assert refused == (422, "validation_failed")


class TestSync:
    def test_what_changed_since_the_oldest_change_first_with_tombstones(self, world, four) -> None:
        owner = world.home.people["owner"].call
        since = world.clock.now().isoformat()

        def read(name: str) -> dict[str, Any]:
            found: dict[str, Any] = owner.get(f"/v1/clients/{four[name]}")
            return found

        owner.post(f"/v1/clients/{four['ábel']}/archive", etag=read("ábel"))
        world.days(1 / 1440)
        owner.post(f"/v1/clients/{four['Abel Z.']}/mark-in-error", {"reason": "x"}, etag=read("Abel Z."))
        world.days(1 / 1440)
        into = {"into_client_id": str(four["Mara L."])}
        owner.post(f"/v1/clients/{four['Zoë A.']}/merge", into, etag=read("Zoë A."))
        items = []
        cursor: dict[str, Any] = {}
        for _ in range(3):
            page = owner.get("/v1/clients", params={"updated_since": since, "limit": 1} | cursor)
            items += page["items"]
            cursor = {"cursor": page["next_cursor"]}
        assert page["next_cursor"] is None
        assert [(item["status"], item["deleted"]) for item in items] == [
            ("archived", False),
            ("entered_in_error", True),
            ("merged", True),
        ]
        assert items[2]["merged_into_id"] == str(four["Mara L."])
        assert items[1].keys() == items[2].keys()
        assert "name_used" not in items[1]

    def test_a_status_may_be_asked_for(self, world, four) -> None:
        params = {"updated_since": "2026-03-02T00:00:00Z", "status": "active", "sort": "name"}
        assert len(world.therapist.get("/v1/clients", params=params)["items"]) == 4

    def test_an_instant_may_come_in_any_zone(self, world, four) -> None:
        params = {"updated_since": "2026-03-02T10:02:00+01:00"}
        assert names(world.therapist.get("/v1/clients", params=params)) == ["Mara L.", "Abel Z."]

    def test_tombstones_are_no_part_of_an_order_by_name(self, world, four) -> None:
        owner = world.home.people["owner"].call
        into = {"into_client_id": str(four["Mara L."])}
        owner.post(f"/v1/clients/{four['Zoë A.']}/merge", into, etag=1)
        assert pages(owner, sort="name", status="merged,active") == [["ábel", "Abel Z.", "Mara L."]]
        assert [
            item["deleted"] for item in owner.get("/v1/clients", params={"status": "merged"})["items"]
        ] == [True]


@pytest.mark.parametrize(
    "params", [{}, {"sort": "name"}, {"q": "mara"}, {"updated_since": "2026-01-01T00:00:00Z"}]
)
@pytest.mark.parametrize("role", ["therapist", "owner"])
def test_as_many_statements_for_one_as_for_twenty_five(
    world, file_client, role: str, params: dict[str, str]
) -> None:
    caller = world.home.people[role].call

    def statements() -> int:
        before = len(world.statements)
        page = caller.get("/v1/clients", params=params)
        assert "birth_date" in page["items"][0]
        return len(world.statements) - before

    file_client()
    one = statements()
    for _ in range(24):
        file_client()
    assert statements() == one
