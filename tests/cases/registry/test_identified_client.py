"""Being the client is no fault, needs no diagnosis, and depends on nobody's gender (S2.17, S3.10)."""

from __future__ import annotations

import pytest

from couplesone.cases.identified_client import IDENTIFIED_CLIENT
from couplesone.cases.registry.schemas import CaseCreate
from couplesone.web.routing import operations_of
from couplesone.wiring import ROUTERS, VOCABULARIES

NOTE = IDENTIFIED_CLIENT.model_dump()


@pytest.mark.row("S3.10")
def test_every_answer_on_a_case_and_a_plan_says_that_the_client_is_not_at_fault(therapist, case):
    plan = therapist.post(f"/v1/cases/{case}/plans", {})
    answers = [
        therapist.get(f"/v1/cases/{case}"),
        therapist.get("/v1/cases")["items"][0],
        therapist.get(f"/v1/cases/{case}/dashboard"),
        plan,
        therapist.get(f"/v1/cases/{case}/plans")["items"][0],
    ]
    assert [answer["identified_client"] for answer in answers] == [NOTE] * 5
    assert NOTE["code"] == "client_is_no_fault"


@pytest.mark.row("S3.10")
def test_a_case_opens_without_a_diagnosis(therapist, mara):
    assert therapist.post(f"/v1/clients/{mara}/cases", {})["status"] == "intake"
    assert not [name for name in CaseCreate.model_fields if "diagnos" in name or name.startswith("icd")]


def members(schema) -> set[str]:
    """Return every member name within a JSON schema."""
    if isinstance(schema, dict):
        own = set(schema.get("properties", {}))
        return own.union(*(members(value) for value in schema.values()))
    return set().union(*(members(value) for value in schema)) if isinstance(schema, list) else set()


@pytest.mark.row("S2.17")
def test_nobody_is_asked_for_a_gender_and_no_code_holds_one():
    names = set()
    for operation in operations_of(ROUTERS).values():
        if operation.body is not None:
            names |= members(operation.body.model_json_schema())
        if operation.result is not None:
            names |= members(operation.result.json_schema())
    assert "pronouns" in names
    assert not [name for name in names if "gender" in name or name == "sex"]
    gendered = {"husband", "wife", "man", "woman", "male", "female", "his", "her", "he", "she"}
    for vocabulary in VOCABULARIES:
        for member in vocabulary:
            words = set(member.label.lower().replace(",", "").split()) | set(member.value.split("_"))
            validated = (
                "cut for" in member.label
            )  # whom a published cut-off was found in; the clinician picks it
            assert validated or not words & gendered, member.label


@pytest.mark.row("S2.17")
def test_pronouns_change_no_answer_but_their_own(therapist, mara, case):
    def seen():
        paths = ("", "/dashboard", "/stage", "/progress", "/timeline")
        answers = [therapist.get(f"/v1/cases/{case}{path}") for path in paths]
        answers[1]["client"].pop("pronouns")
        return answers

    before = seen()
    client = therapist.get(f"/v1/clients/{mara}")
    for pronouns in ("he/him", "she/her", "they/them"):
        client = therapist.patch(f"/v1/clients/{mara}", {"pronouns": pronouns}, etag=client)
        assert seen() == before
