"""C10, the rest: the partner came once, asks to come along, and comes into treatment too (domain.md section 6)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from couplesone.cli.demo.measures import answers_to
from couplesone.sdk import ConflictError, Couplesone, NotFoundError
from couplesone.sdk.types import ConjointCaseOut
from support.inviting import COLLATERAL
from support.journeys import Journey, sdk
from support.safety import NEGATIVE
from support.waiting import assert_still_waiting
from support.world import World

OPENED = date(2025, 12, 22)
SIGNED = date(2026, 2, 27)
PAPERS: dict[str, Any] = {
    "client_paper": {"sha256": "a" * 64, "signed_on": SIGNED},
    "partner_paper": {"sha256": "b" * 64, "signed_on": SIGNED},
}


@pytest.fixture
def wei(world: World) -> Journey:
    """Wei after ten sessions alone, recovered by the stricter set of parameters."""
    owner = sdk(world, world.home.people["owner"])
    owner.set_practice_text(key="collateral_text", text=COLLATERAL)
    journey = Journey(world, "Wei Z.", "Ana", opened_on=OPENED)
    for week in range(10):
        journey.client.record_session(
            journey.case_id, held_on=journey.day(-70 + 7 * week), minutes=50, note="Zebrafinch."
        )
    journey.measure("csi16", 44, OPENED)
    journey.measure("csi16", 54, date(2026, 2, 23))
    journey.client.record_safety_screen(journey.case_id, **NEGATIVE)
    return journey


def visited_once(world: World, wei: Journey) -> str:
    """Let Ana come once, as somebody who helps Wei's work; return the invitation's id."""
    client = wei.client
    found = client.draft_invitation(wei.case_id, purpose="give_own_view")
    one, read = found["id"], {"text_sha256": found["text_sha256"]}

    def version() -> int:
        return client.get_invitation(one)["version"]

    client.agree_to_invitation(one, **read, if_match=version())
    client.approve_invitation_on_paper(
        one, **read, paper_sha256="1" * 64, signed_on=SIGNED, if_match=version()
    )
    handed = client.hand_over_invitation(one, if_match=version())
    anybody = Couplesone("http://localhost", "", transport=world.transport)
    place = handed["page"].rpartition("/")[2]
    anybody.answer_partner_invitation(key=handed["code"], place=place, answer="accepted")
    client.confirm_invitation(one, if_match=version())
    client.agree_on_visit(one, visit_at=world.clock.now() + timedelta(days=1), if_match=version())
    with pytest.raises(ConflictError) as unsigned:
        client.record_visit(one, format="together", voluntariness=8)
    assert unsigned.value.code == "collateral_consent_missing"
    client.record_collateral_consent(one, text_sha256="2" * 64, method="paper_signature")
    client.record_visit(one, format="together", voluntariness=8)
    client.close_invitation(one, closing="conjoint_referral", if_match=version())
    return one


def asked_again(wei: Journey) -> str:
    """Record that Ana, of her own accord, asks to come."""
    asked = wei.client.record_system_response(
        wei.case_id, valence="harmony", type="asks_to_come", domain="partner", initiated_by="partner"
    )
    return asked["id"]


def come_together(wei: Journey, ana_id: str) -> ConjointCaseOut:
    """Refer the two to Wei's own therapist, with what both signed, and open the conjoint case."""
    why: dict[str, Any] = {"response_id": asked_again(wei), "referred_to": "same_therapist"}
    with pytest.raises(ConflictError) as without:
        wei.client.record_conjoint_referral(wei.case_id, **why)
    assert without.value.code == "both_consents_needed"
    referral = wei.client.record_conjoint_referral(
        wei.case_id, **why, **PAPERS, rationale="The next couple therapist is two hours away."
    )
    return wei.client.open_conjoint_case(clients=[wei.client_id, ana_id], referral_id=referral["id"])


def measured(client: Couplesone, case_id: str, total: int) -> None:
    """Record a CSI-16 in a part."""
    items = answers_to(total, client.get_instrument("csi16")["rule"]["items"])
    client.record_administration(
        case_id, instrument="csi16", respondent="client", source="in_room", items=items
    )


def ready(client: Couplesone, both: ConjointCaseOut) -> None:
    """Screen each alone and let each sign; nothing joint is recorded before."""
    for part in both["parts"]:
        with pytest.raises(ConflictError) as early:
            client.record_joint_session(both["id"], minutes=80)
        assert early.value.code == "conjoint_not_ready"
        client.record_safety_screen(part["case_id"], **NEGATIVE)
        client.sign_conjoint_agreement(
            both["id"],
            client_id=part["client_id"],
            text_sha256="c" * 64,
            paper_sha256="d" * 64,
            method="paper_signature",
        )
    assert client.get_conjoint_readiness(both["id"]) == {"ready": True, "missing": []}


@pytest.mark.row("C10")
def test_ana_comes_into_treatment_too(world: World, wei: Journey) -> None:
    client = wei.client
    visit = visited_once(world, wei)
    offered = client.record_conjoint_referral(wei.case_id, invitation_id=visit, to_whom="Dr. Okafor")
    assert (offered["referred_to"], offered["origin"]) == ("another_therapist", "visit")
    assert client.list_conjoint_cases()["items"] == []

    ana_id = client.add_client(name_used="Ana Z.", email="ana@example.org")["id"]
    client.record_consent(
        ana_id, kind="treatment", text_version="2026-01", text="I agree.", method="paper_signature"
    )
    both = come_together(wei, ana_id)
    weis, anas = (part["case_id"] for part in both["parts"])
    for part in (weis, anas):
        assert client.list_sessions(part)["items"] == []
        assert client.get_case(part)["partner_id"] is None
    assert client.get_partner(wei.partner_id)["name_used"] == "Ana"
    ready(client, both)
    held = client.record_joint_session(both["id"], minutes=80, note="Both came.")
    assert client.get_joint_session(held["id"])["note"] == "Both came."

    measured(client, anas, 40)
    assert client.get_conjoint_discrepancy(both["id"])["difference"] is None
    measured(client, weis, 54)
    seen = client.get_conjoint_discrepancy(both["id"])
    assert ([one["total"] for one in seen["totals"]], seen["difference"]) == ([54, 40], 14)

    with pytest.raises(ConflictError) as alone:
        client.record_conjoint_release(
            both["id"],
            recipient="Dr. Okafor",
            scope="Days of the sessions.",
            signatures=[{"client_id": ana_id, "paper_sha256": "e" * 64}],
        )
    assert alone.value.code == "release_needs_both"
    assert_still_waiting(world, "C10")


@pytest.mark.row("C10")
@pytest.mark.row("S3.38")
def test_what_wei_said_alone_stays_wei_s(world: World, wei: Journey) -> None:
    """A colleague treats the couple: of the work alone there is nothing, but the goal that Wei chose."""
    colleague = world.home.hire("colleague", "therapist")
    theirs = sdk(world, colleague)
    plan = wei.plan(date(2026, 1, 5), goals=2)
    referral = wei.client.record_conjoint_referral(
        wei.case_id, response_id=asked_again(wei), to_staff_id=str(colleague.id), **PAPERS
    )
    ana_id = theirs.add_client(name_used="Ana Z.")["id"]
    both = theirs.open_conjoint_case(clients=[wei.client_id, ana_id], referral_id=referral["id"])
    ready(theirs, both)
    weis = both["parts"][0]["case_id"]
    for read in (theirs.get_case, theirs.list_sessions, theirs.get_measure_results, theirs.get_dashboard):
        with pytest.raises(NotFoundError):
            read(wei.case_id)
    assert theirs.list_sessions(weis)["items"] == []
    assert {case["kind"] for case in theirs.list_cases()["items"]} == {"conjoint_part"}
    with pytest.raises(NotFoundError):
        wei.client.get_conjoint_case(both["id"])

    carried = wei.client.carry_goals(weis, goal_ids=plan[:1], paper_sha256="f" * 64)
    goals = theirs.list_goals(carried["id"])["items"]
    assert [goal["lifecycle"] for goal in goals] == ["proposed"]
    assert goals[0]["id"] not in plan

    closed = wei.client.close_case(
        wei.case_id,
        closing_reason="completed",
        goals_outcome="met",
        relationship_outcome="together",
        if_match=wei.case["version"],
    )
    assert closed["status"] == "closed"
    assert theirs.get_case(weis)["status"] == "intake"
    assert theirs.list_follow_ups(weis)["items"] == []
