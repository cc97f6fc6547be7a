"""Who cares for a client, over HTTP."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from couplesone.clients.models import CareTeamMember
from couplesone.identity.models import Staff

UNKNOWN = "019cadc6-9a80-7011-ad2a-34b4b722da66"


@pytest.fixture
def desk(world) -> Any:
    """The front desk, which assigns."""
    return world.home.people["front_desk"].call


@pytest.fixture
def colleague(world) -> Any:
    """Another therapist."""
    return world.home.hire("colleague", "therapist")


@pytest.fixture
def path(client) -> str:
    return f"/v1/clients/{client['id']}/care-team"


def rows(caller: Any, path: str) -> list[tuple[str, str, str, str | None, bool]]:
    return [
        (row["display_name"], row["role"], row["from_on"], row["until_on"], row["current"])
        for row in caller.get(path)["items"]
    ]


class TestJoining:
    def test_somebody_covers_from_a_day_to_come(self, world, desk, path: str, client, colleague) -> None:
        body = {"staff_id": str(colleague.id), "role": "covering"}
        body |= {"from_on": "2026-03-04", "until_on": "2026-03-06"}
        response = desk.call("POST", path, body)
        part = response.json()
        assert response.status_code == 201
        assert response.headers["location"] == f"/v1/care-team/{part['id']}"
        assert {name: part[name] for name in body} == body
        assert (part["client_id"], part["current"], part["warnings"]) == (client["id"], False, [])
        seen = []
        for _ in range(5):
            seen.append(colleague.call.call("GET", f"/v1/clients/{client['id']}").status_code)
            world.days(1)
        assert seen == [404, 404, 200, 200, 404]

    def test_from_today_if_nothing_is_said(self, desk, path: str, colleague) -> None:
        part = desk.post(path, {"staff_id": str(colleague.id), "role": "supervising"})
        assert (part["from_on"], part["until_on"], part["current"]) == ("2026-03-02", None, True)
        assert desk.get(f"/v1/care-team/{part['id']}") == part

    @pytest.mark.parametrize(
        ("role", "part", "fits"),
        [
            ("therapist", "treating", True),
            ("therapist", "covering", True),
            ("therapist", "supervising", True),
            ("supervisor", "treating", False),
            ("supervisor", "covering", False),
            ("supervisor", "supervising", True),
            ("owner", "treating", False),
            ("front_desk", "supervising", False),
            ("biller", "covering", False),
        ],
    )
    def test_the_part_fits_the_role(self, world, desk, path: str, role: str, part: str, fits: bool) -> None:
        body = {"staff_id": str(world.home.hire("new", role).id), "role": part}
        response = desk.call("POST", path, body)
        assert response.status_code == (201 if fits else 409)
        if not fits:
            assert response.json()["code"] == "care_role_unfit"

    def test_who_is_not_there_any_more_takes_no_part(self, world, desk, path: str, colleague) -> None:
        with world.works.open(world.home.id) as work:
            work.get(Staff, colleague.id).deactivated_at = work.now
        body = {"staff_id": str(colleague.id), "role": "treating"}
        assert desk.refused("POST", path, body) == (409, "staff_deactivated")

    def test_who_is_unknown_takes_no_part(self, world, desk, path: str) -> None:
        for staff_id in (UNKNOWN, str(world.other.people["therapist"].id)):
            body = {"staff_id": staff_id, "role": "treating"}
            assert desk.refused("POST", path, body) == (409, "linked_record_missing")

    @pytest.mark.row("S3.16")
    @pytest.mark.parametrize(
        ("couple", "ipv", "said"),
        [
            (True, True, []),
            (False, True, ["no_couple_training"]),
            (True, False, ["no_ipv_training"]),
            (False, False, ["no_couple_training", "no_ipv_training"]),
        ],
    )
    def test_without_training_it_is_said_and_goes_on(
        self, world, desk, path: str, colleague, couple, ipv, said
    ) -> None:
        owner = world.home.people["owner"].call
        staff = owner.get(f"/v1/staff/{colleague.id}")
        trained = {"couple_training": couple, "ipv_training": ipv}
        changed = owner.patch(f"/v1/staff/{colleague.id}", trained, etag=staff)
        assert {name: changed[name] for name in trained} == trained
        part = desk.post(path, {"staff_id": str(colleague.id), "role": "treating"})
        assert [warning["code"] for warning in part["warnings"]] == said
        assert desk.get(f"/v1/care-team/{part['id']}") == part
        assert [len(row["warnings"]) for row in desk.get(path)["items"]] == [len(said), 0]

    @pytest.mark.parametrize(
        ("first", "second", "refused"),
        [
            (("2026-03-02", None), ("2026-04-01", None), True),
            (("2026-03-02", "2026-03-10"), ("2026-03-09", None), True),
            (("2026-03-02", "2026-03-10"), ("2026-03-10", None), False),
            (("2026-03-10", None), ("2026-03-02", "2026-03-10"), False),
            (("2026-03-10", None), ("2026-03-02", "2026-03-11"), True),
            (("2026-03-10", "2026-03-10"), ("2026-03-02", None), False),
        ],
    )
    def test_nobody_has_one_part_twice_at_a_time(
        self, desk, path: str, colleague, first, second, refused
    ) -> None:
        def join(start: str, end: str | None, role: str = "covering") -> int:
            body = {"staff_id": str(colleague.id), "role": role, "from_on": start, "until_on": end}
            response = desk.call("POST", path, body)
            assert response.status_code == 201 or response.json()["code"] == "already_on_care_team"
            return int(response.status_code)

        assert join(*first) == 201
        assert join(*second) == (409 if refused else 201)
        assert join(*second, role="supervising") == 201

    def test_it_does_not_end_before_it_starts(self, desk, path: str, colleague) -> None:
        body = {"staff_id": str(colleague.id), "role": "covering", "until_on": "2026-03-01"}
        assert desk.refused("POST", path, body) == (422, "dates_out_of_order")

    def test_nobody_joins_for_an_archived_client(self, world, desk, path: str, client, colleague) -> None:
        world.therapist.post(f"/v1/clients/{client['id']}/archive", etag=client)
        body = {"staff_id": str(colleague.id), "role": "covering"}
        assert desk.refused("POST", path, body) == (409, "client_archived")
        body = {"to_staff_id": str(colleague.id)}
        assert desk.refused("POST", f"/v1/clients/{client['id']}/reassign", body) == (409, "client_archived")

    def test_sent_again_it_is_done_once(self, desk, path: str, colleague) -> None:
        body = {"staff_id": str(colleague.id), "role": "covering"}
        first = desk.call("POST", path, body, key="k")
        again = desk.call("POST", path, body, key="k")
        assert (again.status_code, again.json()) == (201, first.json())


class TestEnding:
    @pytest.fixture
    def part(self, world, path: str) -> dict[str, Any]:
        (found,) = world.therapist.get(path)["items"]
        return dict(found)

    def test_today_if_nothing_is_said(self, world, desk, part, client) -> None:
        ended = desk.post(f"/v1/care-team/{part['id']}/end", {}, etag=part)
        assert (ended["until_on"], ended["current"], ended["version"]) == ("2026-03-02", False, 2)
        assert world.therapist.refused("GET", f"/v1/clients/{client['id']}") == (404, "not_found")

    def test_a_day_to_come_may_be_moved(self, desk, part) -> None:
        end = f"/v1/care-team/{part['id']}/end"
        later = desk.post(end, {"until_on": "2026-03-20"}, etag=part)
        assert (later["until_on"], later["current"]) == ("2026-03-20", True)
        assert desk.post(end, {"until_on": "2026-03-10"}, etag=later)["until_on"] == "2026-03-10"

    def test_what_was_only_planned_never_takes_effect(self, desk, path: str, colleague) -> None:
        body = {"staff_id": str(colleague.id), "role": "covering", "from_on": "2026-03-09"}
        part = desk.post(path, body)
        ended = desk.post(f"/v1/care-team/{part['id']}/end", {}, etag=part)
        assert (ended["from_on"], ended["until_on"]) == ("2026-03-09", "2026-03-09")

    def test_not_twice_not_before_the_start_and_only_as_read(self, desk, part) -> None:
        end = f"/v1/care-team/{part['id']}/end"
        assert desk.refused("POST", end, {}) == (428, "if_match_required")
        assert desk.refused("POST", end, {}, etag=2) == (412, "version_stale")
        early = {"until_on": "2026-03-01"}
        assert desk.refused("POST", end, early, etag=part) == (422, "dates_out_of_order")
        ended = desk.post(end, {}, etag=part)
        assert desk.refused("POST", end, {}, etag=ended) == (409, "care_team_ended")

    def test_of_a_client_out_of_reach_there_is_no_part(self, world, desk, part, colleague) -> None:
        path = f"/v1/care-team/{part['id']}"
        for caller in (colleague.call, world.other.people["owner"].call):
            assert caller.refused("GET", path) == (404, "not_found")
        theirs = world.other.people["owner"].call
        assert theirs.refused("POST", f"{path}/end", {}, etag=1) == (404, "not_found")
        assert desk.refused("GET", f"/v1/care-team/{UNKNOWN}") == (404, "not_found")


class TestReassigning:
    def reassign(self, desk: Any, client: dict[str, Any], staff: Any, **more: str) -> Any:
        return desk.call(
            "POST", f"/v1/clients/{client['id']}/reassign", {"to_staff_id": str(staff.id)} | more
        )

    def test_one_stops_and_another_starts(self, world, desk, path: str, client, colleague) -> None:
        response = self.reassign(desk, client, colleague)
        assert response.status_code == 201
        assert response.json()["display_name"] == "Colleague"
        assert rows(desk, path) == [
            ("Colleague", "treating", "2026-03-02", None, True),
            ("Therapist", "treating", "2026-03-02", "2026-03-02", False),
        ]
        assert colleague.call.get(f"/v1/clients/{client['id']}")["id"] == client["id"]
        assert world.therapist.refused("GET", f"/v1/clients/{client['id']}") == (404, "not_found")

    def test_from_a_day_to_come(self, world, desk, path: str, client, colleague) -> None:
        self.reassign(desk, client, colleague, on="2026-03-04")
        seen = []
        for _ in range(3):
            seen.append([who.call("GET", path).status_code for who in (world.therapist, colleague.call)])
            world.days(1)
        assert seen == [[200, 404], [200, 404], [404, 200]]

    def test_covers_and_parts_of_other_times_stay(self, world, desk, path: str, client, colleague) -> None:
        third = world.home.hire("third", "therapist")
        desk.post(path, {"staff_id": str(third.id), "role": "covering"})
        desk.post(path, {"staff_id": str(third.id), "role": "treating", "from_on": "2026-05-01"})
        self.reassign(desk, client, colleague, on="2026-04-01")
        assert rows(desk, path) == [
            ("Third", "treating", "2026-05-01", None, False),
            ("Colleague", "treating", "2026-04-01", None, False),
            ("Third", "covering", "2026-03-02", None, True),
            ("Therapist", "treating", "2026-03-02", "2026-04-01", True),
        ]

    def test_a_client_of_nobody_is_assigned(self, desk, file_client, colleague) -> None:
        client = {"id": file_client(treating=None)}
        assert self.reassign(desk, client, colleague).status_code == 201

    def test_whoever_treats_already_cannot_take_over(self, world, desk, client) -> None:
        response = self.reassign(desk, client, world.home.people["therapist"])
        assert (response.status_code, response.json()["code"]) == (409, "already_on_care_team")

    def test_a_refusal_ends_nobodys_part(self, world, desk, path: str, client) -> None:
        response = self.reassign(desk, client, world.home.people["supervisor"])
        assert (response.status_code, response.json()["code"]) == (409, "care_role_unfit")
        assert rows(desk, path) == [("Therapist", "treating", "2026-03-02", None, True)]


def test_page_by_page(world, desk, path: str, colleague) -> None:
    for day in ("2026-03-05", "2026-03-03"):
        desk.post(path, {"staff_id": str(colleague.id), "role": "covering", "from_on": day, "until_on": day})
    page = desk.get(path, params={"limit": 2})
    rest = desk.get(path, params={"limit": 2, "cursor": page["next_cursor"]})
    found = [row["from_on"] for row in page["items"] + rest["items"]]
    assert found == ["2026-03-05", "2026-03-03", "2026-03-02"]


def test_as_many_statements_for_one_as_for_twenty_five(world, desk, path: str) -> None:
    def statements() -> int:
        before = len(world.statements)
        desk.get(path)
        return len(world.statements) - before

    one = statements()
    hired = [world.home.hire(f"colleague{number}", "therapist").id for number in range(24)]
    with world.works.open(world.home.id) as work:
        client_id, day = UUID(path.split("/")[3]), date(2026, 1, 1)
        parts = [
            CareTeamMember(client_id=client_id, staff_id=who, role="covering", from_on=day) for who in hired
        ]
        work.add_all(parts)
    assert statements() == one
    assert len(desk.get(path)["items"]) == 25
