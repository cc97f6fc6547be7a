"""The SDK against the real application."""

from __future__ import annotations

import pytest

from couplesone.sdk import (
    ConflictError,
    Couplesone,
    ForbiddenError,
    NotFoundError,
    NotSignedInError,
    StaleError,
    ValidationError,
)
from support.world import World


def test_a_record_is_made_read_changed_and_listed(client: Couplesone) -> None:
    made = client.add_client(name_used="Mara L.", pronouns="she/her")
    case = client.open_case(made["id"], next_step="Ask about the last no.")
    changed = client.change_case(case["id"], next_step=None, if_match=case["version"])
    assert (changed["next_step"], changed["version"]) == (None, case["version"] + 1)
    assert client.get_case(case["id"], include=["client"])["client"] == {
        "id": made["id"],
        "name_used": "Mara L.",
    }
    with pytest.raises(StaleError):
        client.change_case(case["id"], next_step="Again", if_match=case["version"])
    assert [found["id"] for found in client.iterate(client.list_cases, client_id=made["id"])] == [case["id"]]


def test_a_key_makes_a_post_safe_to_repeat(client: Couplesone) -> None:
    first = client.add_client(name_used="Mara L.", idempotency_key="import-1")
    assert client.add_client(name_used="Mara L.", idempotency_key="import-1")["id"] == first["id"]
    with pytest.raises(ValidationError) as raised:
        client.add_client(name_used="Somebody else", idempotency_key="import-1")
    assert raised.value.code == "idempotency_key_reused"


def test_an_upsert_by_external_id(client: Couplesone) -> None:
    made = client.upsert_client("booking:4711", name_used="Mara L.", email="mara@example.org")
    again = client.upsert_client("booking:4711", name_used="Mara Lind")
    assert (again["id"], again["email"], again["name_used"]) == (made["id"], "mara@example.org", "Mara Lind")
    with pytest.raises(StaleError):
        client.upsert_client("booking:4711", name_used="Mara", if_match=made["version"])


def test_every_page_is_read(client: Couplesone) -> None:
    names = [f"Client {number}" for number in range(5)]
    for name in names:
        client.add_client(name_used=name)
    found = [
        found["name_used"]
        for found in client.iterate(client.list_clients, q="client", limit=2, sort="name")
        if not found["deleted"]
    ]
    assert found == names


def test_a_picture_comes_as_bytes(client: Couplesone) -> None:
    case = client.open_case(client.add_client(name_used="Mara L.")["id"])
    assert client.get_progress_chart(case["id"]).startswith(b"<svg")


def test_refusals_have_their_kinds(client: Couplesone, world: World) -> None:
    with pytest.raises(NotFoundError) as raised:
        client.get_case("01934f5e-0000-7000-8000-000000000001")
    assert raised.value.request_id
    with pytest.raises(ForbiddenError):
        client.list_audit_events()
    with pytest.raises(NotSignedInError):
        client.with_token(None).get_me()
    case = client.open_case(client.add_client(name_used="Mara L.")["id"])
    with pytest.raises(ConflictError) as conflict:
        client.advance_case_stage(case["id"], if_match=case["version"])
    assert conflict.value.code == "stage_rules_unmet"
    with pytest.raises(ValidationError) as invalid:
        client.record_reaction(case["id"], code="grief", intensity=11)
    assert [found.pointer for found in invalid.value.errors] == ["/intensity"]


def test_signing_in(world: World) -> None:
    anonymous = Couplesone("http://localhost", transport=world.transport)
    with pytest.raises(NotSignedInError):
        anonymous.sign_in(email="nobody@example.test", password="a sentence easy to remember")
    assert anonymous.get_health()["status"]
