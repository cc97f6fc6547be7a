"""Consents over HTTP."""

from __future__ import annotations

import hashlib
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from couplesone.clients.models import Consent
from couplesone.jobs.models import OutboxEvent

UNKNOWN = "019cadc6-9a80-7011-ad2a-34b4b722da66"
TEXT = " I agree to couples therapy for one.\n"
BODY = {"kind": "treatment", "text_version": "2026-01", "text": TEXT, "method": "paper_signature"}
COPIED = ("client_id", "kind", "text_version", "text_sha256", "method", "given_at", "recorded_by")
HASH = hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.fixture
def path(client) -> str:
    return f"/v1/clients/{client['id']}/consents"


@pytest.fixture
def consent(world, path: str) -> dict[str, Any]:
    recorded: dict[str, Any] = world.therapist.post(path, BODY)
    return recorded


def test_a_consent_to_a_text_keeps_its_hash_only(world, path: str, client) -> None:
    response = world.therapist.call("POST", path, BODY)
    consent = response.json()
    assert response.status_code == 201
    assert response.headers["location"] == f"/v1/consents/{consent['id']}"
    assert consent["text_sha256"] == HASH
    assert "text" not in consent
    assert (consent["client_id"], consent["partner_id"]) == (client["id"], None)
    assert consent["given_at"] == "2026-03-02T09:00:00.000000Z"
    assert consent["recorded_by"] == str(world.home.people["therapist"].id)
    assert (consent["revoked_at"], consent["revocation_note"]) == (None, None)
    assert world.therapist.get(f"/v1/consents/{consent['id']}") == consent


def test_a_hash_does_as_well_and_the_instant_may_come_in_any_zone(world, path: str) -> None:
    body = BODY | {"text_sha256": HASH, "given_at": "2026-03-02T09:30:00+01:00"}
    del body["text"]
    consent = world.therapist.post(path, body)
    assert (consent["text_sha256"], consent["given_at"]) == (HASH, "2026-03-02T08:30:00.000000Z")


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"text": None}, "/text"),
        ({"text_sha256": HASH}, "/text"),
        ({"text_sha256": HASH.upper(), "text": None}, "/text_sha256"),
        ({"text": ""}, "/text"),
        ({"text_version": "x" * 51}, "/text_version"),
        ({"kind": "everything"}, "/kind"),
        ({"method": "nod"}, "/method"),
        ({"kind": "partner_contact"}, "/partner_id"),
        ({"partner_id": UNKNOWN}, "/partner_id"),
        ({"given_at": "2026-03-02T09:00:00"}, "/given_at"),
        ({"given_at": "0001-01-01T00:00:00+14:00"}, "/given_at"),
        ({"given_at": "2026-03-02T09:00:01Z"}, "/given_at"),
    ],
)
def test_what_is_no_consent_is_refused(world, path: str, change: dict[str, Any], pointer: str) -> None:
    body = {name: value for name, value in (BODY | change).items() if value is not None}
    response = world.therapist.call("POST", path, body)
    assert response.status_code == 422
    assert [error["pointer"] for error in response.json()["errors"]] == [pointer]


class TestPartnerContact:
    def body(self, partner_id: str) -> dict[str, Any]:
        return BODY | {"kind": "partner_contact", "partner_id": partner_id}

    def test_it_names_the_partner(self, world, path: str, partner) -> None:
        assert world.therapist.post(path, self.body(partner["id"]))["partner_id"] == partner["id"]

    def test_the_partner_is_the_clients_own(self, world, path: str, file_client) -> None:
        elsewhere = world.therapist.post(f"/v1/clients/{file_client()}/partners", {})
        for partner_id in (UNKNOWN, elsewhere["id"]):
            refused = world.therapist.refused("POST", path, self.body(partner_id))
            assert refused == (409, "linked_record_missing")

    def test_the_partner_was_not_entered_in_error(self, world, path: str, partner) -> None:
        reason = {"reason": "Wrong file"}
        world.therapist.post(f"/v1/partners/{partner['id']}/mark-in-error", reason, etag=partner)
        refused = world.therapist.refused("POST", path, self.body(partner["id"]))
        assert refused == (409, "linked_record_missing")


class TestRevoking:
    def test_a_consent_that_was_taken_back_stays_on_file(self, world, path: str, consent) -> None:
        world.days(1)
        revoke = f"/v1/consents/{consent['id']}/revoke"
        revoked = world.therapist.post(revoke, {"note": "Said so on the phone."}, etag=consent)
        assert revoked["revoked_at"] == "2026-03-03T09:00:00.000000Z"
        assert (revoked["revocation_note"], revoked["version"]) == ("Said so on the phone.", 2)
        assert world.therapist.get(path)["items"] == [revoked]

    def test_it_is_told(self, world, client, consent) -> None:
        world.therapist.post(f"/v1/consents/{consent['id']}/revoke", {}, etag=consent)
        with world.works.open(world.home.id) as work:
            (event,) = work.db.scalars(select(OutboxEvent).where(OutboxEvent.type == "consent.revoked")).all()
        expected = {"client_id": client["id"], "consent_id": consent["id"], "kind": "treatment"}
        assert event.payload == expected

    def test_only_once_and_only_as_read(self, world, consent) -> None:
        revoke = f"/v1/consents/{consent['id']}/revoke"
        assert world.therapist.refused("POST", revoke, {}) == (428, "if_match_required")
        assert world.therapist.refused("POST", revoke, {}, etag=2) == (412, "version_stale")
        revoked = world.therapist.post(revoke, {}, etag=consent)
        assert world.therapist.refused("POST", revoke, {}, etag=revoked) == (409, "consent_already_revoked")

    def test_also_for_an_archived_client_who_takes_no_new_one(
        self, world, path: str, client, consent
    ) -> None:
        world.therapist.post(f"/v1/clients/{client['id']}/archive", etag=client)
        assert world.therapist.refused("POST", path, BODY) == (409, "client_archived")
        revoked = world.therapist.post(f"/v1/consents/{consent['id']}/revoke", {}, etag=consent)
        assert revoked["revoked_at"]

    def test_sent_again_it_answers_the_same(self, world, consent) -> None:
        revoke = f"/v1/consents/{consent['id']}/revoke"
        first = world.therapist.call("POST", revoke, {}, etag=1, key="k")
        again = world.therapist.call("POST", revoke, {}, etag=1, key="k")
        assert (again.status_code, again.json()) == (200, first.json())


class TestReach:
    def test_whoever_does_not_know_the_client_does_not_know_the_consent(self, world, consent) -> None:
        colleague = world.home.hire("colleague", "therapist").call
        path = f"/v1/consents/{consent['id']}"
        for caller in (colleague, world.home.people["owner"].call, world.other.people["therapist"].call):
            assert caller.refused("GET", path) == (404, "not_found")
        assert colleague.refused("POST", f"{path}/revoke", {}, etag=1) == (404, "not_found")
        assert world.home.people["front_desk"].call.refused("GET", path) == (403, "permission_denied")


def test_the_latest_given_first_page_by_page(world, path: str) -> None:
    for day in ("2026-02-01", "2026-03-01", "2026-01-01"):
        world.therapist.post(path, BODY | {"given_at": f"{day}T12:00:00Z"})
    page = world.therapist.get(path, params={"limit": 2})
    rest = world.therapist.get(path, params={"limit": 2, "cursor": page["next_cursor"]})
    assert [row["given_at"][:10] for row in page["items"]] == ["2026-03-01", "2026-02-01"]
    assert [row["given_at"][:10] for row in rest["items"]] == ["2026-01-01"]
    assert rest["next_cursor"] is None


def test_as_many_statements_for_one_as_for_twenty_five(world, path: str, consent) -> None:
    def statements() -> int:
        before = len(world.statements)
        world.therapist.get(path)
        return len(world.statements) - before

    def revoked(number: int) -> None:
        with world.works.open(world.home.id) as work:
            given = work.get(Consent, UUID(consent["id"]))
            members = {name: getattr(given, name) for name in COPIED}
            rows = [Consent(**members, revoked_at=work.now) for _ in range(number)]
            for row in rows:
                row.revocation_note = "No"
            work.add_all(rows)

    revoked(1)
    one = statements()
    revoked(24)
    assert statements() == one
    assert [row["revocation_note"] for row in world.therapist.get(path)["items"]].count("No") == 25
