"""A practice filled through the API: one record of every kind, with a canary in every text."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import select

from couplesone.clients.conflicts.models import InterestConflict
from couplesone.invitations.models import PartnerQuestion, PartnerReply
from couplesone.invitations.visits.models import CollateralVisit
from couplesone.kernel.principal import Principal
from couplesone.messages.codes import Category, MessageChannel, Recipient
from couplesone.messages.gateway import Gateway
from couplesone.messages.guards import MESSAGE_RULES, MessageKind, NothingFurther
from couplesone.web.routing import operations_of
from couplesone.wiring import ROUTERS
from support.http import Caller
from support.world import Person, PracticeWorld

OPERATIONS = operations_of(ROUTERS)
TEXTS = frozenset(
    {
        "name_used", "legal_name", "pronouns", "postal_address", "contact", "notes", "note", "hours", "text", "label",
        "purpose_statement", "next_step", "how_asked", "words", "partner_experience_hypothesis", "values_statement",
        "context", "reason", "summary", "closing_summary", "display_name", "text_version", "behaviour", "trigger",
        "partner_reaction",
        "impact", "alternative", "responsibility_statement", "strategy", "what_helped", "limit", "terms", "concern",
        "my_action_if_crossed", "secondary_emotion", "primary_emotion", "short_term_payoff", "approach",
        "suitability_reason", "done", "warning_signs", "own_coping", "people", "places", "professional_contacts",
        "safe_communication", "service",
        "own_move", "expected_change_back", "observed",
    }
)  # fmt: skip

FORMULATION = (
    "intake_profile", "prior_therapy", "prior_strategy", "motive_check", "own_part_item", "strength", "boundary",
    "ultimatum", "stop_asking_pact", "strategy_change",
)  # fmt: skip
"""What is recorded in a case by its example alone."""


SAFETY = {
    "safety_screen": "record_safety_screen",
    "safety_flag": "raise_safety_flag",
    "safety_plan": "write_safety_plan",
    "safety_referral": "offer_safety_referral",
}


def example(name: str, **changes: Any) -> dict[str, Any]:
    """Return the example body of an operation, changed."""
    model = OPERATIONS[name].body
    assert model is not None
    extra = model.model_config.get("json_schema_extra")
    assert isinstance(extra, dict)
    body = copy.deepcopy(extra["examples"][0])
    return {key: value for key, value in {**body, **changes}.items() if value is not None}


def marked(body: Any, canary: str) -> Any:
    """Return a body with the canary in every text that takes free words."""
    if isinstance(body, dict):
        return {
            key: f"{value} {canary}" if key in TEXTS and isinstance(value, str) else marked(value, canary)
            for key, value in body.items()
        }
    return [marked(value, canary) for value in body] if isinstance(body, list) else body


def formulate(make: Callable[..., dict[str, Any]], ids: dict[str, str]) -> None:
    """Record one of everything in the formulation."""
    cycle_map = make("record_cycle_map", "cycle_map_id")
    ids["cycle_node_id"] = cycle_map["nodes"][0]["id"]
    make("record_pressure_event", "pressure_event_id", cycle_map_id=ids["cycle_map_id"])
    for kind in FORMULATION:
        make(f"record_{kind}", f"{kind}_id")
    make("record_boundary_event", "boundary_event_id")


def fill(practice: PracticeWorld, canary: str) -> dict[str, str]:
    """Record one of everything as the practice's therapist and owner; return ids by path parameter."""
    therapist, owner = practice.people["therapist"], practice.people["owner"]
    ids: dict[str, str] = {"staff_id": str(therapist.id)}

    def make(
        name: str, parameter: str | None, caller: Caller = therapist.call, **changes: Any
    ) -> dict[str, Any]:
        operation = OPERATIONS[name]
        path = operation.path.format(**ids)
        answer = caller.post(path, marked(example(name, **changes), canary))
        if parameter is not None:
            ids[parameter] = answer["id"]
        return answer

    make("add_client", "client_id", external_id=f"{canary}-client", therapist_id=None)
    make("add_partner", "partner_id")
    make("record_relationship", "relationship_id")
    make("record_consent", "consent_id", kind="treatment", partner_id=None)
    make("record_safe_contact", None)
    members = therapist.call.get(f"/v1/clients/{ids['client_id']}/care-team")["items"]
    ids["member_id"] = members[0]["id"]
    make(
        "open_case",
        "case_id",
        partner_id=ids["partner_id"],
        external_id=f"{canary}-case",
        opened_on="2026-01-05",
    )
    clear = {"values": [0, 0, 0, 0], "instrument": "hark", "variant": "standard"}
    make("record_safety_screen", None, instruments=[clear], fear=False, threat_of_retaliation=False)
    make("record_session", "session_id")
    refusal = make("record_refusal", "refusal_id")
    ids["reason_id"] = refusal["reasons"][0]["id"]
    make("record_partner_stance", "partner_stance_id")
    make("record_reaction", "reaction_id")
    formulate(make, ids)
    make("record_hope", "hope_id")
    invite(practice, make, ids, canary)
    say_of_the_partner(therapist.call, make)
    take_measures(practice, make, ids, canary)
    ids["follow_up_id"] = follow_up(practice, ids["client_id"], canary)
    make("draft_plan", "plan_id")
    goal = make("add_goal", "goal_id")
    make("record_objective", "objective_id")
    make("record_strategy", "strategy_id")
    plan = therapist.call.get(f"/v1/plans/{ids['plan_id']}")
    therapist.call.post(f"/v1/plans/{ids['plan_id']}/activate", {"activated_on": "2026-02-09"}, etag=plan)
    assert goal["id"] == ids["goal_id"]
    rating = make("record_rating", "rating_id", week_of="2026-02-09")
    therapist.call.patch(
        f"/v1/ratings/{ids['rating_id']}",
        {"level": 1 if rating["level"] != 1 else 0, "reason": canary},
        etag=rating,
    )
    make("record_check_in", "check_in_id")
    make("record_relationship", None, status="separated")
    for name in ("safety_screen", "safety_flag", "safety_plan", "safety_referral"):
        make(SAFETY[name], f"{name}_id")
    make("record_decision_point", "decision_point_id")
    make("issue_access_link", "access_link_id")
    make("set_practice_text", None, owner.call)
    fill_homework(make, therapist.call, ids)
    key = make("create_api_key", None, scopes=["case.read"])
    ids["key_id"] = key["key"]["id"]
    make("record_do_not_contact", "do_not_contact_id", partner=False)
    ids |= send_something(practice, ids, canary)
    return ids | treat_the_couple(practice, make, canary) | ways_in(therapist, owner)


def treat_the_couple(practice: PracticeWorld, make: Any, canary: str) -> dict[str, str]:
    """Let the partner of a further client come into treatment too, and return the ids of what is joint."""
    call, like = practice.people["therapist"].call, {"email": "both@example.org"}
    known = {"external_id": None, "therapist_id": None} | like
    first = make("add_client", None, **known | {"email": None})["id"]
    partner = call.post(f"/v1/clients/{first}/partners", marked({"name_used": "Ana"} | like, canary))
    second = make("add_client", None, **known)["id"]
    case = f"/v1/cases/{call.post(f'/v1/clients/{first}/cases', {'partner_id': partner['id']})['id']}"
    asked = {"type": "asks_to_come", "initiated_by": "partner", "experiment_id": None}
    response = call.post(f"{case}/system-responses", example("record_system_response", **asked))
    papers = {
        f"{who}_paper": {"sha256": "5e" * 32, "signed_on": "2026-02-26"} for who in ("client", "partner")
    }
    why = {"referred_to": "same_therapist", "rationale": canary, "response_id": response["id"]}
    referral = call.post(f"{case}/conjoint-referrals", papers | why)
    both = call.post("/v1/conjoint-cases", {"clients": [first, second], "referral_id": referral["id"]})
    path, clear = f"/v1/conjoint-cases/{both['id']}", {"values": [0, 0, 0, 0], "instrument": "hark"}
    screen = {"instruments": [clear | {"variant": "standard"}], "fear": False, "threat_of_retaliation": False}
    for part in both["parts"]:
        call.post(f"/v1/cases/{part['case_id']}/safety-screens", example("record_safety_screen", **screen))
        signing = example("sign_conjoint_agreement", client_id=part["client_id"])
        agreement = call.post(f"{path}/agreements", signing)
    held = call.post(f"{path}/sessions", {"minutes": 80, "note": canary})
    signatures = [
        {"client_id": part["client_id"], "paper_sha256": f"{place}b" * 32}
        for place, part in enumerate(both["parts"])
    ]
    body = {"recipient": canary, "scope": canary, "signatures": signatures}
    released = call.post(f"{path}/releases", body)
    plan = call.post(f"{case}/plans", {})
    goal = call.post(f"/v1/plans/{plan['id']}/goals", marked(example("add_goal"), canary))
    carried = {"goal_ids": [goal["id"]], "paper_sha256": "4d" * 32}
    call.post(f"/v1/cases/{both['parts'][0]['case_id']}/carried-goals", carried)
    call.refused("POST", f"{case}/invitations", {"purpose": "give_own_view"})
    with practice.world.works.open(practice.id) as work:
        conflict = work.db.scalars(select(InterestConflict.id)).one()
    return {
        "conflict_id": str(conflict),
        "conjoint_referral_id": referral["id"],
        "conjoint_case_id": both["id"],
        "conjoint_agreement_id": agreement["id"],
        "joint_session_id": held["id"],
        "conjoint_release_id": released["id"],
    }


def invite(practice: PracticeWorld, make: Any, ids: dict[str, str], canary: str) -> None:
    """Write an invitation, go past a hold of it, file a consent and, past the API, a visit; proceedings begin."""
    make("draft_invitation", "invitation_id")
    make("record_pressure_event", None, occurred_on="2026-02-25", times=9, cycle_map_id=None)
    make("override_hold", "hold_override_id")
    make("record_collateral_consent", "collateral_consent_id", signed_on="2026-03-01")
    with practice.world.works.open(practice.id) as work:
        visit = CollateralVisit(
            case_id=UUID(ids["case_id"]),
            client_id=UUID(ids["client_id"]),
            recorded_by=practice.people["therapist"].id,
            invitation_id=UUID(ids["invitation_id"]),
            visited_on=work.today,
            format="together",
            voluntariness=7,
            note=canary,
        )
        ids["collateral_visit_id"] = str(work.add(visit).id)
        whose: dict[str, Any] = {
            "invitation_id": UUID(ids["invitation_id"]),
            "partner_id": UUID(ids["partner_id"]),
            "words": canary,
        }
        work.add(PartnerQuestion(**whose, asked_at=work.now))
        work.add(PartnerReply(**whose, answer="no", replied_at=work.now, may_be_read=True))
    make("record_legal_proceeding", "legal_proceeding_id")
    make("record_outreach_attempt", "outreach_attempt_id")


def send_something(practice: PracticeWorld, ids: dict[str, str], canary: str) -> dict[str, str]:
    """Queue a mail to the client, as rooms above do, and return the ids of the message and of its job."""
    works = practice.world.works
    rules = works.extras[MESSAGE_RULES]
    kinds = {**rules.kinds, "note": MessageKind(Category.REMINDER, NothingFurther())}
    works.extras[MESSAGE_RULES] = replace(rules, kinds=kinds)
    with works.open(practice.id) as work:
        work.actor = Principal.worker(practice.id)
        message = (
            Gateway(work)
            .queue(
                kind="note",
                client_id=UUID(ids["client_id"]),
                case_id=UUID(ids["case_id"]),
                recipient=Recipient.CLIENT,
                channel=MessageChannel.EMAIL,
                address=f"{canary}@example.org",
                body=canary,
            )
            .message
        )
        return {"message_id": str(message.id), "job_id": str(message.job_id)}


def ways_in(therapist: Person, owner: Person) -> dict[str, str]:
    """Return the ids of a sign-in and of a password reset."""
    sign_in = therapist.call.get("/v1/sign-ins")["items"][0]
    reset = owner.call.post(f"/v1/staff/{therapist.id}/password-resets")
    return {"sign_in_id": sign_in["id"], "reset_id": reset["id"]}


def take_measures(practice: PracticeWorld, make: Any, ids: dict[str, str], canary: str) -> None:
    """Load an instrument, take one with a risk answer, correct it, and acknowledge the answer."""
    therapist, owner = practice.people["therapist"].call, practice.people["owner"].call
    make("add_practice_instrument", "practice_instrument_id", caller=owner)
    taken = make("record_administration", "administration_id", items=[1] * 9)
    one = f"/v1/administrations/{ids['administration_id']}"
    therapist.patch(one, {"items": [2] + [1] * 8, "reason": canary}, etag=taken)
    waiting = therapist.get(f"/v1/cases/{ids['case_id']}/risk-answers")["items"][0]
    ids["risk_answer_id"] = waiting["id"]
    therapist.post(f"/v1/risk-answers/{waiting['id']}/acknowledge", {"done": canary}, etag=waiting)


def say_of_the_partner(call: Caller, make: Any) -> None:
    """Record what is said about the partner, told to them, kept and looked back at."""
    said = make("record_partner_statement", "partner_statement_id")
    later = make("record_partner_statement", None, occurred_on="2026-02-02", line_crossing="harmful")
    call.post(f"/v1/partner-statements/{said['id']}/contradict", {"by_statement_id": later["id"]}, etag=said)
    for kind in ("telling", "transparency_plan", "secret", "theme_tag", "neutrality_check"):
        make(f"record_{kind}", f"{kind}_id")


def follow_up(practice: PracticeWorld, client_id: str, canary: str) -> str:
    """Close a case of the client, and return the id of a follow-up with the canary in its note."""
    call = practice.people["therapist"].call
    ended = call.post(f"/v1/clients/{client_id}/cases", {"opened_on": "2025-01-07"})
    closing = {
        "closed_on": "2025-06-02",
        "closing_reason": "completed",
        "goals_outcome": "met",
        "relationship_outcome": "together",
    }
    call.post(f"/v1/cases/{ended['id']}/close", closing, etag=ended)
    first = call.get(f"/v1/cases/{ended['id']}/follow-ups")["items"][-1]
    path = f"/v1/follow-ups/{first['id']}"
    done = call.post(f"{path}/complete", {"occurred_on": "2025-09-02", "note": canary}, etag=first)
    return str(done["id"])


def fill_homework(make: Any, call: Caller, ids: dict[str, str]) -> None:
    """Record tools, experiments and what came of them."""
    offered = make("record_tool_assignment", "tool_assignment_id")
    accept = example("accept_tool_assignment")
    call.post(f"/v1/tool-assignments/{ids['tool_assignment_id']}/accept", accept, etag=offered)
    make("record_tool_practice", "tool_practice_id")
    make("record_experiment", "experiment_id")
    make("record_system_response", "system_response_id", experiment_id=ids["experiment_id"])
    make("record_attitude_rating", "attitude_rating_id")
    make("record_control_circle", "control_circle_id")


def ids_in(text: str, ids: dict[str, str]) -> list[str]:
    """Return which of the ids a text holds."""
    return [name for name, value in ids.items() if value in text]


def shown(response: Any) -> tuple[Any, ...]:
    """Return what an answer tells: status, body and headers, without what is different in every answer."""
    headers = {
        name: value
        for name, value in response.headers.items()
        if name not in ("x-request-id", "ratelimit", "date")
    }
    body = response.text
    if response.headers.get("content-type", "").endswith("json") and response.content:
        body = json.loads(response.content)
        if isinstance(body, dict):
            body.pop("request_id", None)
    return response.status_code, body, headers
