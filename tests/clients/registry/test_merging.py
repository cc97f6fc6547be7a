"""Making one client of two files, with everything that hangs from them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from couplesone.audit.models import AuditEvent
from couplesone.cases.models import Case, Hope
from couplesone.clients.codes import Channel
from couplesone.clients.models import CareTeamMember, Client, Consent, Relationship
from couplesone.jobs.models import OutboxEvent
from couplesone.persistence.keyring import PersonKey

UNKNOWN = "019cadc6-9a80-7011-ad2a-34b4b722da66"


class Files:
    """A client who was filed twice, and the owner who merges."""

    def __init__(self, world: Any, duplicate: UUID, survivor: UUID) -> None:
        self.world = world
        self.owner = world.home.people["owner"].call
        self.duplicate, self.survivor = str(duplicate), str(survivor)

    def merge(self, version: int | None = None) -> dict[str, Any]:
        body = {"into_client_id": self.survivor}
        if version is None:
            version = self.owner.get(f"/v1/clients/{self.duplicate}")["version"]
        found: dict[str, Any] = self.owner.post(f"/v1/clients/{self.duplicate}/merge", body, etag=version)
        return found

    def of(self, what: str, client_id: str | None = None) -> Any:
        return self.world.therapist.get(f"/v1/clients/{client_id or self.survivor}/{what}")

    def add(self, what: str, body: dict[str, Any], client_id: str | None = None) -> Any:
        return self.world.therapist.post(f"/v1/clients/{client_id or self.duplicate}/{what}", body)


@pytest.fixture
def files(world, file_client) -> Files:
    return Files(world, file_client("Mara Lind"), file_client("Mara L."))


def test_the_duplicate_is_a_tombstone_that_names_the_survivor(world, files: Files) -> None:
    tombstone = files.merge()
    assert (tombstone["status"], tombstone["deleted"]) == ("merged", True)
    assert tombstone["merged_into_id"] == files.survivor
    assert "name_used" not in tombstone
    for caller in (files.owner, world.therapist):
        assert caller.get(f"/v1/clients/{files.duplicate}") == tombstone
    assert [item["id"] for item in files.owner.get("/v1/clients")["items"]] == [files.survivor]


def test_partners_move_with_their_relationships_and_consents(files: Files) -> None:
    partner = files.add("partners", {"name_used": "Tobias", "notes": "Works nights"})
    path = f"/v1/partners/{partner['id']}"
    files.world.therapist.post(f"{path}/relationships", {"kind": "married", "status": "together"})
    consent = {"text_version": "1", "text": "x", "method": "verbal"}
    files.add("consents", consent | {"kind": "partner_contact", "partner_id": partner["id"]})
    given = files.add("consents", consent | {"kind": "treatment"})
    files.world.therapist.post(f"/v1/consents/{given['id']}/revoke", {"note": "Said so"}, etag=given)
    files.merge()
    (moved,) = files.of("partners")["items"]
    assert (moved["client_id"], moved["notes"], moved["version"]) == (files.survivor, "Works nights", 2)
    assert moved["relationship"]["client_id"] == files.survivor
    consents = files.of("consents")["items"]
    assert {row["client_id"] for row in consents} == {files.survivor}
    assert sorted((row["kind"], row["revocation_note"], row["version"]) for row in consents) == [
        ("partner_contact", None, 2),
        ("treatment", "Said so", 3),
    ]
    with files.world.works.open(files.world.home.id) as work:
        for kind in (Relationship, Consent):
            assert set(work.db.scalars(select(kind.client_id))) == {UUID(files.survivor)}


def test_the_survivors_wishes_win_channel_by_channel(files: Files) -> None:
    files.add("safe-contact", {"channel": "phone", "allowed": True, "hours": "mornings"})
    files.add("safe-contact", {"channel": "email", "allowed": True})
    files.add("safe-contact", {"channel": "email", "allowed": False}, files.survivor)
    files.merge()
    shown = {row["channel"]: row for row in files.of("safe-contact")["channels"]}
    assert (shown["phone"]["allowed"], shown["phone"]["hours"]) == (True, "mornings")
    assert (shown["email"]["asked"], shown["email"]["allowed"]) == (True, False)
    assert not any(
        row["asked"]
        for row in files.of("safe-contact", files.duplicate)["channels"]
        if row["channel"] != "email"
    )
    assert set(shown) == set(Channel)


def test_the_survivor_is_found_by_the_names_of_both(files: Files) -> None:
    files.merge()
    for query in ("mara", "lind", "l"):
        found = files.owner.get("/v1/clients", params={"q": query})["items"]
        assert [item["id"] for item in found] == [files.survivor]
    assert files.owner.get("/v1/clients", params={"q": "lind", "status": "merged"})["items"] == []


def test_cases_move_with_what_is_in_them(files: Files) -> None:
    partner = files.add("partners", {"name_used": "Tobias"})
    world, therapist_id = files.world, files.world.home.people["therapist"].id
    with world.works.open(world.home.id) as work:
        made = []
        for partner_id in (UUID(partner["id"]), None):
            case = Case(
                client_id=UUID(files.duplicate),
                partner_id=partner_id,
                kind="solo",
                status="active",
                stage=1,
                opened_on=date(2026, 1, 5),
                purpose_statement="To be kinder",
                focus_series="pressure",
                opened_by=therapist_id,
            )
            work.add(case)
            hope = Hope(case_id=case.id, client_id=case.client_id, recorded_by=therapist_id)
            hope.occurred_on, hope.text = date(2026, 1, 12), "That he comes along"
            made.append((case.id, work.add(hope).id))
    files.merge()
    with world.works.open(world.home.id) as work:
        for case_id, hope_id in made:
            case, hope = work.get(Case, case_id), work.get(Hope, hope_id)
            assert case.client_id == hope.client_id == UUID(files.survivor)
            assert case.version == 2
            assert (case.purpose_statement, hope.text) == ("To be kinder", "That he comes along")


def test_everything_still_opens_with_the_keys_of_both(files: Files) -> None:
    files.merge()
    with files.world.works.open(files.world.home.id) as work:
        rows = work.db.execute(select(PersonKey.person_id)).scalars().all()
        assert rows == [UUID(files.survivor)] * 2
        assert work.get(Client, UUID(files.duplicate)).name_used == "Mara Lind"
        assert work.get(Client, UUID(files.survivor)).name_used == "Mara L."
        survivor = work.get(Client, UUID(files.survivor))
        survivor.pronouns = "she/her"
    path = f"/v1/clients/{files.survivor}"
    assert files.owner.get(path)["pronouns"] == "she/her"
    assert files.owner.get(path)["name_used"] == "Mara L."


class TestCareTeam:
    def put(self, files: Files, client_id: str, role: str, start: str, end: str | None, who: str) -> None:
        with files.world.works.open(files.world.home.id) as work:
            member = CareTeamMember(
                client_id=UUID(client_id), staff_id=files.world.home.people[who].id, role=role
            )
            member.from_on = date.fromisoformat(start)
            member.until_on = date.fromisoformat(end) if end else None
            work.add(member)

    def rows(self, files: Files, client_id: str) -> list[tuple[str, str, str, str | None]]:
        rows = files.owner.get(f"/v1/clients/{client_id}/care-team")["items"]
        return sorted((row["display_name"], row["role"], row["from_on"], row["until_on"]) for row in rows)

    def test_whoever_cared_for_the_duplicate_cares_for_the_survivor(self, files: Files) -> None:
        files.world.home.hire("colleague", "therapist")
        self.put(files, files.duplicate, "covering", "2026-01-05", "2026-06-01", "colleague")
        before = self.rows(files, files.duplicate)
        files.merge()
        assert self.rows(files, files.survivor) == [
            ("Colleague", "covering", "2026-01-05", "2026-06-01"),
            ("Therapist", "treating", "2025-01-01", None),
        ]
        assert self.rows(files, files.duplicate) == before
        colleague = files.world.home.people["colleague"].call
        assert colleague.get(f"/v1/clients/{files.survivor}")["name_used"] == "Mara L."

    @pytest.mark.parametrize(
        ("theirs", "ours", "united"),
        [
            (("2026-01-01", "2026-02-01"), ("2026-01-15", "2026-03-01"), [("2026-01-01", "2026-03-01")]),
            (("2026-01-15", "2026-03-01"), ("2026-01-01", "2026-02-01"), [("2026-01-01", "2026-03-01")]),
            (("2026-01-01", None), ("2026-01-15", "2026-03-01"), [("2026-01-01", None)]),
            (("2026-01-15", "2026-03-01"), ("2026-02-01", None), [("2026-01-15", None)]),
            (
                ("2026-01-01", "2026-02-01"),
                ("2026-02-02", None),
                [("2026-01-01", "2026-02-01"), ("2026-02-02", None)],
            ),
            (
                ("2026-02-02", None),
                ("2026-01-01", "2026-02-01"),
                [("2026-01-01", "2026-02-01"), ("2026-02-02", None)],
            ),
        ],
    )
    def test_parts_that_touch_become_one(self, files: Files, theirs, ours, united) -> None:
        files.world.home.hire("colleague", "therapist")
        self.put(files, files.duplicate, "covering", *theirs, "colleague")
        self.put(files, files.survivor, "covering", *ours, "colleague")
        files.merge()
        expected = [("Colleague", "covering", start, end) for start, end in united]
        assert self.rows(files, files.survivor)[:-1] == expected


class TestExternalId:
    def give(self, files: Files, client_id: str, external_id: str) -> None:
        path = f"/v1/clients/{client_id}"
        files.world.therapist.patch(path, {"external_id": external_id}, etag=1)

    def test_it_moves_to_a_survivor_without_one(self, files: Files) -> None:
        self.give(files, files.duplicate, "x1")
        assert files.merge()["external_id"] is None
        found = files.owner.call("PUT", "/v1/clients/by-external-id/x1", {"name_used": "Mara L."})
        assert (found.status_code, found.json()["id"]) == (200, files.survivor)

    def test_a_survivor_keeps_the_own_one_and_is_named_to_whoever_uses_the_other(self, files: Files) -> None:
        self.give(files, files.duplicate, "x1")
        self.give(files, files.survivor, "x2")
        assert files.merge()["external_id"] == "x1"
        refused = files.owner.call("PUT", "/v1/clients/by-external-id/x1", {"name_used": "Mara"}).json()
        assert (refused["code"], refused["merged_into_id"]) == ("client_archived", files.survivor)


def test_earlier_tombstones_name_the_last_survivor(files: Files, file_client) -> None:
    last = str(file_client("M. L."))
    files.merge()
    files.owner.post(f"/v1/clients/{files.survivor}/merge", {"into_client_id": last}, etag=1)
    tombstone = files.owner.get(f"/v1/clients/{files.duplicate}")
    assert tombstone["merged_into_id"] == last


def test_it_is_told_and_both_trails_know(files: Files) -> None:
    files.merge()
    with files.world.works.open(files.world.home.id) as work:
        events = work.db.scalars(select(OutboxEvent).where(OutboxEvent.type == "client.merged")).all()
    assert [event.payload for event in events] == [
        {"duplicate_id": files.duplicate, "survivor_id": files.survivor}
    ]
    with files.world.works.open(files.world.home.id) as work:
        trail = work.db.scalars(select(AuditEvent).where(AuditEvent.action == "merge_client")).all()
    assert {(str(entry.resource_id), str(entry.client_id)) for entry in trail} == {
        (files.duplicate, files.duplicate),
        (files.survivor, files.survivor),
    }


def test_sent_again_it_answers_the_same(files: Files) -> None:
    path, body = f"/v1/clients/{files.duplicate}/merge", {"into_client_id": files.survivor}
    first = files.owner.call("POST", path, body, etag=1, key="k")
    again = files.owner.call("POST", path, body, etag=1, key="k")
    assert (again.status_code, again.json()) == (200, first.json())


class TestRefused:
    def attempt(self, files: Files, into: str, duplicate: str | None = None) -> tuple[int, str]:
        path = f"/v1/clients/{duplicate or files.duplicate}"
        version = files.owner.get(path)["version"]
        found: tuple[int, str] = files.owner.refused(
            "POST", f"{path}/merge", {"into_client_id": into}, etag=version
        )
        return found

    def test_into_themselves(self, files: Files) -> None:
        assert self.attempt(files, files.duplicate) == (422, "validation_failed")

    def test_into_nobody_or_somebody_elsewhere(self, world, files: Files, file_client) -> None:
        assert self.attempt(files, UNKNOWN) == (409, "linked_record_missing")
        theirs = str(file_client(practice=world.other))
        assert self.attempt(files, theirs) == (409, "linked_record_missing")

    @pytest.mark.parametrize("status", ["archived", "entered_in_error"])
    def test_into_somebody_who_is_not_active(self, files: Files, file_client, status: str) -> None:
        assert self.attempt(files, str(file_client(status=status))) == (409, "client_archived")

    def test_twice(self, files: Files) -> None:
        files.merge()
        assert self.attempt(files, files.survivor) == (409, "client_transition_refused")
        assert self.attempt(files, files.duplicate, files.survivor) == (409, "client_archived")

    def test_a_tombstone_takes_nothing_any_more(self, world, files: Files) -> None:
        files.merge()
        path = f"/v1/clients/{files.duplicate}"
        assert world.therapist.refused("POST", f"{path}/partners", {}) == (409, "client_archived")
        assert world.therapist.refused("PATCH", path, {"pronouns": "x"}, etag=2) == (409, "client_archived")
