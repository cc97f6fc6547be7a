"""What a stolen database would tell."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, LargeBinary, cast, select
from sqlalchemy.types import Text

from couplesone.persistence.base import Base

SECRETS = {
    "name_used": "Wilhelmina",
    "legal_name": "Featherstonehaugh",
    "pronouns": "zie/zir",
    "birth_date": "1987-05-14",
    "email": "wilhelmina.f@example.org",
    "phone": "+1 202 555 0175",
    "postal_address": "Quince Alley 7",
}
ELSEWHERE = (
    "Bartholomew",
    "bart@example.org",
    "Snores terribly",
    "Xenial",
    "weekday mornings",
    "ring twice only",
    "changed her mind",
    "duplicate filing",
    "I agree to everything",
)


def everything(connection: Connection) -> str:
    """Return every text and every other value of every table, as text."""
    found = []
    for table in Base.metadata.sorted_tables:
        columns = [c if isinstance(c.type, LargeBinary) else cast(c, Text) for c in table.columns]
        for row in connection.execute(select(*columns)):
            found += [value.hex() if isinstance(value, bytes | memoryview) else str(value) for value in row]
    return "\n".join(found).casefold()


def test_no_name_nor_contact_of_a_client_or_partner_is_readable(world) -> None:
    therapist: Any = world.therapist
    client = therapist.post("/v1/clients", SECRETS | {"external_id": "probe-1"}, key="k")
    path = f"/v1/clients/{client['id']}"
    assert therapist.get("/v1/clients", params={"q": "wilhel feather"})["items"]
    body = {
        "name_used": "Bartholomew",
        "pronouns": "Xenial",
        "contact": "bart@example.org",
        "notes": "Snores terribly",
    }
    partner = therapist.post(f"{path}/partners", body)
    wish = {"channel": "phone", "allowed": True, "hours": "weekday mornings", "notes": "ring twice only"}
    therapist.post(f"{path}/safe-contact", wish)
    consent = {"kind": "treatment", "text_version": "1", "text": "I agree to everything", "method": "verbal"}
    given = therapist.post(f"{path}/consents", consent)
    therapist.post(f"/v1/consents/{given['id']}/revoke", {"note": "changed her mind"}, etag=given)
    entry = therapist.post(
        f"/v1/partners/{partner['id']}/relationships", {"kind": "other", "status": "ended"}
    )
    reason = {"reason": "duplicate filing"}
    therapist.post(f"/v1/relationships/{entry['id']}/mark-in-error", reason, etag=entry)
    therapist.post(f"/v1/partners/{partner['id']}/mark-in-error", reason, etag=partner)
    therapist.post(f"{path}/mark-in-error", reason, etag=client)
    with world.works.open(world.home.id) as work:
        dump = everything(work.connection)
    assert "probe-1" in dump
    for secret in (*SECRETS.values(), *ELSEWHERE):
        assert secret.casefold() not in dump
        for word in secret.casefold().split():
            if len(word) > 5:
                assert word not in dump, word
                assert word.encode().hex() not in dump, word


def test_two_practices_have_different_tokens_for_one_name(world) -> None:
    found = []
    for practice in (world.home, world.other):
        practice.people["therapist"].call.post("/v1/clients", {"name_used": "Mara"})
        with world.works.open(practice.id) as work:
            table = Base.metadata.tables["client_name_tokens"]
            rows = work.connection.execute(select(table.c.token).where(table.c.practice_id == practice.id))
            found.append({bytes(row[0]) for row in rows})
    assert len(found[0]) == len(found[1]) == 3
    assert not found[0] & found[1]
