"""What a statement about a case carries along of its client, in one go on both engines."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import bindparam, select

from couplesone.clients import overview
from couplesone.clients.queries import (
    client_with_external_id,
    has_partner,
    names_of_clients,
    names_of_partners,
)
from couplesone.kernel.permissions import Permission, Role
from couplesone.kernel.principal import ActorKind, Principal
from couplesone.persistence.columns import Guid
from couplesone.persistence.constraints import LinkedRecordMissing
from couplesone.persistence.json_sql import json_object, parsed

GIVEN = {"text_version": "1", "text": "x", "method": "verbal"}


@pytest.fixture
def told(world, client, partner) -> dict[str, Any]:
    """A client about whom something was told."""
    path = f"/v1/clients/{client['id']}"
    for at in ("2026-02-01", "2026-01-01"):
        world.therapist.post(f"{path}/consents", GIVEN | {"kind": "treatment", "given_at": f"{at}T12:00:00Z"})
    contact = {"kind": "partner_contact", "partner_id": partner["id"]}
    world.therapist.post(f"{path}/consents", GIVEN | contact)
    revoked = world.therapist.post(f"{path}/consents", GIVEN | {"kind": "telehealth"})
    world.therapist.post(f"/v1/consents/{revoked['id']}/revoke", {}, etag=revoked)
    world.therapist.post(f"{path}/safe-contact", {"channel": "phone", "allowed": False})
    at = f"/v1/partners/{partner['id']}/relationships"
    world.therapist.post(at, {"kind": "dating", "status": "together", "as_of_on": "2026-01-01"})
    married = {"kind": "married", "status": "together", "cohabiting": True, "since_on": "2020-01-01"}
    world.therapist.post(at, married)
    return {"client": client, "partner": partner}


def carried(work: Any, client_id: Any, partner_id: Any, **bound: Any) -> dict[str, Any]:
    shown = json_object(
        client=overview.client_brief(client_id),
        partner=overview.partner_brief(partner_id),
        treatment=overview.treatment_consents(client_id),
        channels=overview.channels_asked(client_id),
    )
    found: dict[str, Any] = parsed(work.read(select(shown), **bound).scalar_one())
    return found


def bound_ids() -> tuple[Any, Any]:
    return bindparam("client", type_=Guid()), bindparam("partner", type_=Guid())


def test_everything_in_one_statement(world, told) -> None:
    client, partner = told["client"], told["partner"]
    with world.works.open(world.home.id) as work:
        before = len(world.statements)
        seen = carried(work, *bound_ids(), client=UUID(client["id"]), partner=UUID(partner["id"]))
        assert len(world.statements) == before + 1
        name = seen["client"].pop("name_used")
        assert seen["client"] == {"id": client["id"], "pronouns": None, "status": "active"}
        opened = work.keyring.open(name, table="clients", column="name_used", row=UUID(client["id"]))
        assert opened == "Mara L."
    assert (seen["partner"]["id"], seen["partner"]["pronouns"]) == (partner["id"], None)
    assert "Tobias" not in seen["partner"]["name_used"]
    assert (seen["treatment"], seen["channels"]) == (2, 1)


def test_of_nobody_there_is_nothing(world, told) -> None:
    nobody = world.works.ids.new(world.clock.now())
    with world.works.open(world.home.id) as work:
        seen = carried(work, *bound_ids(), client=nobody, partner=nobody)
    assert seen == {
        "client": None,
        "partner": None,
        "treatment": 0,
        "channels": 0,
    }


def test_of_another_practice_there_is_nothing(world, told) -> None:
    client, partner = UUID(told["client"]["id"]), UUID(told["partner"]["id"])
    with world.works.open(world.other.id) as work:
        seen = carried(work, *bound_ids(), client=client, partner=partner)
    assert (seen["client"], seen["partner"], seen["treatment"]) == (None, None, 0)


class TestNames:
    def test_in_two_statements(self, world, file_client, partner) -> None:
        clients = {file_client(name): name for name in ("Mara", "Ines", "Priya")}
        unnamed = world.therapist.post(f"/v1/clients/{partner['client_id']}/partners", {})
        with world.works.open(world.home.id) as work:
            work.keyring  # noqa: B018 - reads the practice's key
            before = len(world.statements)
            assert names_of_clients(work, set(clients)) == clients
            assert len(world.statements) == before + 2
            found = names_of_partners(work, {UUID(partner["id"]), UUID(unnamed["id"])})
            assert found == {UUID(partner["id"]): "Tobias", UUID(unnamed["id"]): None}

    def test_a_partner_is_the_clients_own_and_no_error(self, world, file_client, partner) -> None:
        def has(client_id: Any) -> bool:
            with world.works.open(world.home.id) as work:
                return has_partner(work, UUID(str(client_id)), UUID(partner["id"]))

        assert has(partner["client_id"])
        assert not has(file_client())
        world.therapist.post(f"/v1/partners/{partner['id']}/mark-in-error", {"reason": "x"}, etag=1)
        assert not has(partner["client_id"])

    def test_an_external_id_is_looked_up_within_the_caseload(self, world, file_client) -> None:
        mine = file_client(external_id="x1")
        file_client(external_id="x2", treating=None)
        file_client()
        with world.works.open(world.home.id) as work:
            work.permission = Permission.CASE_WRITE
            work.actor = Principal(
                kind=ActorKind.STAFF,
                practice_id=world.home.id,
                staff_id=world.home.people["therapist"].id,
                credential_id=None,
                roles=frozenset({Role.THERAPIST}),
            )
            assert client_with_external_id(work, "x1") == mine
            for unknown in ("x2", "x3"):
                with pytest.raises(LinkedRecordMissing):
                    client_with_external_id(work, unknown)
