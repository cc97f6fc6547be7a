"""Adding, reading and changing clients over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

UNKNOWN = "019cadc6-9a80-7011-ad2a-34b4b722da66"
FULL = {
    "name_used": "Mara L.",
    "legal_name": "Mara Lind",
    "pronouns": "she/her",
    "birth_date": "1987-05-14",
    "email": "mara@example.org",
    "phone": "+43 1 234-56 (7)",
    "postal_address": "Gasse 1\n1010 Wien",
    "locale": "de-AT",
    "time_zone": "America/New_York",
    "external_id": "booking:4711",
}


def team(world: Any, client: dict[str, Any]) -> list[tuple[str, str, bool]]:
    owner = world.home.people["owner"].call
    rows = owner.get(f"/v1/clients/{client['id']}/care-team")["items"]
    return [(row["display_name"], row["role"], row["current"]) for row in rows]


class TestAdding:
    def test_everything_that_was_sent_is_there(self, world) -> None:
        response = world.therapist.call("POST", "/v1/clients", FULL)
        added = response.json()
        assert response.status_code == 201
        assert response.headers["location"] == f"/v1/clients/{added['id']}"
        assert response.headers["etag"] == '"1"'
        assert {name: added[name] for name in FULL} == FULL
        assert (added["status"], added["deleted"], added["test_data"]) == ("active", False, False)
        assert world.therapist.get(f"/v1/clients/{added['id']}") == added

    def test_a_name_is_enough(self, world) -> None:
        added = world.therapist.post("/v1/clients", {"name_used": " Mara "})
        assert added["name_used"] == "Mara"
        assert (added["locale"], added["time_zone"]) == ("en", "Europe/Vienna")
        assert added["birth_date"] is None

    def test_a_therapist_treats_whom_they_add(self, world, client) -> None:
        assert team(world, client) == [("Therapist", "treating", True)]

    def test_a_therapist_may_name_themselves(self, world) -> None:
        me = str(world.home.people["therapist"].id)
        added = world.therapist.post("/v1/clients", {"name_used": "Mara", "therapist_id": me})
        assert team(world, added) == [("Therapist", "treating", True)]

    def test_a_therapist_names_nobody_else(self, world) -> None:
        other = world.home.hire("colleague", "therapist")
        body = {"name_used": "Mara", "therapist_id": str(other.id)}
        assert world.therapist.refused("POST", "/v1/clients", body) == (403, "permission_denied")

    @pytest.mark.parametrize("role", ["owner", "front_desk"])
    def test_others_may_leave_it_open_who_treats(self, world, role: str) -> None:
        added = world.home.people[role].call.post("/v1/clients", {"name_used": "Mara"})
        assert team(world, added) == []

    @pytest.mark.parametrize("role", ["owner", "front_desk"])
    def test_others_may_say_who_treats(self, world, role: str) -> None:
        body = {"name_used": "Mara", "therapist_id": str(world.home.people["therapist"].id)}
        added = world.home.people[role].call.post("/v1/clients", body)
        assert team(world, added) == [("Therapist", "treating", True)]
        assert world.therapist.get(f"/v1/clients/{added['id']}")["name_used"] == "Mara"

    def test_an_owner_who_is_a_therapist_treats_unless_another_is_named(self, world) -> None:
        boss = world.home.hire("boss", "owner", "therapist").call
        assert team(world, boss.post("/v1/clients", {"name_used": "Mara"})) == [("Boss", "treating", True)]
        body = {"name_used": "Ines", "therapist_id": str(world.home.people["therapist"].id)}
        assert team(world, boss.post("/v1/clients", body)) == [("Therapist", "treating", True)]

    def test_somebody_who_is_no_therapist_cannot_treat(self, world) -> None:
        desk, people = world.home.people["front_desk"].call, world.home.people
        body = {"name_used": "Mara", "therapist_id": str(people["supervisor"].id)}
        assert desk.refused("POST", "/v1/clients", body) == (409, "care_role_unfit")
        body["therapist_id"] = UNKNOWN
        assert desk.refused("POST", "/v1/clients", body) == (409, "linked_record_missing")
        body["therapist_id"] = str(world.other.people["therapist"].id)
        assert desk.refused("POST", "/v1/clients", body) == (409, "linked_record_missing")
        assert desk.get("/v1/clients")["items"] == []

    def test_sent_again_it_is_added_once(self, world) -> None:
        first = world.therapist.call("POST", "/v1/clients", {"name_used": "Mara"}, key="k")
        again = world.therapist.call("POST", "/v1/clients", {"name_used": "Mara"}, key="k")
        assert again.headers["idempotency-replayed"] == "true"
        assert (again.status_code, again.json()) == (201, first.json())
        assert len(world.therapist.get("/v1/clients")["items"]) == 1

    def test_an_external_id_belongs_to_one_client(self, world) -> None:
        world.therapist.post("/v1/clients", FULL)
        assert world.therapist.refused("POST", "/v1/clients", FULL) == (409, "external_id_taken")

    @pytest.mark.parametrize(
        ("member", "value", "code"),
        [
            ("name_used", "", "too_short"),
            ("name_used", "a\nb", "wrong_form"),
            ("name_used", None, "not_text"),
            ("email", "mara", "wrong_form"),
            ("email", "ma ra@example.org", "wrong_form"),
            ("phone", "call me", "wrong_form"),
            ("locale", "german!", "wrong_form"),
            ("time_zone", "Europe/Atlantis", "unknown_time_zone"),
            ("external_id", "a/b", "wrong_form"),
            ("birth_date", "1987-02-30", "not_a_date"),
            ("therapist_id", "me", "not_an_id"),
            ("diagnosis", "Z63.0", "unknown_field"),
        ],
    )
    def test_what_is_wrong_is_said_without_repeating_it(
        self, world, member: str, value: Any, code: str
    ) -> None:
        response = world.therapist.call("POST", "/v1/clients", FULL | {member: value})
        assert response.status_code == 422
        (error,) = response.json()["errors"]
        assert (error["pointer"], error["code"]) == (f"/{member}", code)
        assert value is None or len(value) < 4 or value not in response.text

    def test_nobody_is_born_in_the_future(self, world) -> None:
        for day, refused in (("2026-03-02", False), ("2026-03-03", True)):
            response = world.therapist.call("POST", "/v1/clients", {"name_used": "M", "birth_date": day})
            assert (response.status_code == 422) == refused
        assert response.json()["code"] == "dates_out_of_order"


class TestChanging:
    def test_what_is_sent_changes_and_null_clears(self, world) -> None:
        added = world.therapist.post("/v1/clients", FULL)
        sent = {"name_used": "Mara Lind", "phone": None, "birth_date": "1987-05-15", "locale": "en"}
        changed = world.therapist.patch(f"/v1/clients/{added['id']}", sent, etag=added)
        assert changed["version"] == 2
        expected = FULL | sent
        assert {name: changed[name] for name in expected} == expected

    def test_what_does_not_differ_is_no_change(self, world) -> None:
        added = world.therapist.post("/v1/clients", FULL)
        world.days(1)
        same = world.therapist.patch(f"/v1/clients/{added['id']}", FULL, etag=added)
        assert same == added

    @pytest.mark.parametrize(
        "change", [{"name_used": None}, {"locale": None}, {"time_zone": None}, {"status": "archived"}]
    )
    def test_what_must_be_there_is_not_cleared(self, world, client, change) -> None:
        path = f"/v1/clients/{client['id']}"
        assert world.therapist.refused("PATCH", path, change, etag=client) == (422, "validation_failed")

    def test_the_version_is_named_and_is_the_latest(self, world, client) -> None:
        path = f"/v1/clients/{client['id']}"
        assert world.therapist.refused("PATCH", path, {}) == (428, "if_match_required")
        assert world.therapist.refused("PATCH", path, {}, etag=2) == (412, "version_stale")

    def test_nobody_is_born_in_the_future(self, world, client) -> None:
        change = {"birth_date": "2026-03-03"}
        refused = world.therapist.refused("PATCH", f"/v1/clients/{client['id']}", change, etag=client)
        assert refused == (422, "dates_out_of_order")

    def test_an_external_id_belongs_to_one_client(self, world, client) -> None:
        world.therapist.post("/v1/clients", FULL)
        change = {"external_id": FULL["external_id"]}
        refused = world.therapist.refused("PATCH", f"/v1/clients/{client['id']}", change, etag=client)
        assert refused == (409, "external_id_taken")

    def test_a_new_name_is_found_and_the_old_one_is_not(self, world, client) -> None:
        world.therapist.patch(f"/v1/clients/{client['id']}", {"name_used": "Ines"}, etag=client)
        assert len(world.therapist.get("/v1/clients", params={"q": "ines"})["items"]) == 1
        assert world.therapist.get("/v1/clients", params={"q": "mara"})["items"] == []


class TestUpsert:
    PATH = "/v1/clients/by-external-id/booking:4711"

    def put(self, world, body: dict[str, Any], **more: Any) -> Any:
        return world.therapist.call("PUT", self.PATH, body, **more)

    def test_created_then_unchanged_then_changed(self, world) -> None:
        body = {"name_used": "Mara", "email": "mara@example.org", "birth_date": "1987-05-14"}
        created = self.put(world, body)
        assert created.status_code == 201
        assert created.headers["location"] == f"/v1/clients/{created.json()['id']}"
        assert created.json()["external_id"] == "booking:4711"
        unchanged = self.put(world, body)
        assert (unchanged.status_code, unchanged.json()) == (200, created.json())
        changed = self.put(world, body | {"email": "m@example.org"})
        assert changed.status_code == 200
        assert (changed.json()["version"], changed.json()["email"]) == (2, "m@example.org")

    def test_what_is_not_sent_stays(self, world) -> None:
        world.therapist.post("/v1/clients", FULL)
        kept = self.put(world, {"name_used": "Mara Lind"}).json()
        expected = FULL | {"name_used": "Mara Lind"}
        assert {name: kept[name] for name in expected} == expected

    def test_whoever_is_to_treat_a_new_client_may_be_named(self, world) -> None:
        desk = world.home.people["front_desk"].call
        body = {"name_used": "Mara", "therapist_id": str(world.home.people["therapist"].id)}
        created = desk.call("PUT", self.PATH, body)
        assert team(world, created.json()) == [("Therapist", "treating", True)]
        body["therapist_id"] = UNKNOWN
        assert desk.call("PUT", self.PATH, body).status_code == 200

    def test_a_version_is_honoured_if_it_is_named(self, world) -> None:
        assert self.put(world, {"name_used": "Mara"}, etag=1).json()["code"] == "version_stale"
        self.put(world, {"name_used": "Mara"})
        assert self.put(world, {"name_used": "Ines"}, etag=2).status_code == 412
        assert self.put(world, {"name_used": "Ines"}, etag=1).status_code == 200
        malformed = self.put(world, {"name_used": "Ines"}, headers={"If-Match": "one"})
        assert malformed.json()["code"] == "if_match_malformed"

    def test_an_archived_client_takes_no_change_and_a_repetition_is_none(self, world) -> None:
        created = self.put(world, {"name_used": "Mara"}).json()
        world.therapist.post(f"/v1/clients/{created['id']}/archive", etag=created)
        assert self.put(world, {"name_used": "Mara"}).status_code == 200
        assert self.put(world, {"name_used": "Ines"}).json()["code"] == "client_archived"

    def test_who_was_filed_in_error_does_not_come_back(self, world) -> None:
        created = self.put(world, {"name_used": "Mara"}).json()
        world.therapist.post(f"/v1/clients/{created['id']}/mark-in-error", {"reason": "Twice"}, etag=created)
        refused = self.put(world, {"name_used": "Mara"}).json()
        assert (refused["code"], refused["merged_into_id"]) == ("client_archived", None)

    def test_a_client_of_others_is_not_taken_over(self, world, file_client) -> None:
        file_client(treating=None, external_id="booking:4711")
        assert self.put(world, {"name_used": "Mara"}).json()["code"] == "external_id_taken"

    def test_an_external_id_that_cannot_be_one_is_not_found(self, world) -> None:
        path = "/v1/clients/by-external-id/a%20b"
        assert world.therapist.refused("PUT", path, {"name_used": "Mara"}) == (404, "not_found")


class TestTestMode:
    def test_a_test_key_sees_and_makes_test_data_only(self, world, client) -> None:
        therapist = world.home.people["therapist"]
        script = world.home.api_key(therapist, ["client.read", "client.write"], test_mode=True)
        added = script.call("PUT", "/v1/clients/by-external-id/x1", {"name_used": "Trial"}).json()
        assert added["test_data"] is True
        assert [item["id"] for item in script.get("/v1/clients")["items"]] == [added["id"]]
        assert script.refused("GET", f"/v1/clients/{client['id']}") == (404, "not_found")
        assert world.therapist.refused("GET", f"/v1/clients/{added['id']}") == (404, "not_found")

    def test_a_rehearsal_with_the_real_external_ids_does_not_stand_in_the_way(self, world) -> None:
        therapist = world.home.people["therapist"]
        scopes = ["client.read", "client.write"]
        for mode in (True, False):
            script = world.home.api_key(therapist, scopes, test_mode=mode)
            response = script.call("PUT", "/v1/clients/by-external-id/x1", {"name_used": "Mara"})
            assert (response.status_code, response.json()["test_data"]) == (201, mode)
