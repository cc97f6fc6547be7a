"""The catalogue of tools: in our own words, with sources, and nobody in it but the client."""

from __future__ import annotations

import re

import pytest

from couplesone.cases.weekly import WeeklyMeasure
from couplesone.kernel.permissions import Role
from couplesone.language.own_control import wording_alarm
from couplesone.plans.tools.catalogue import CATALOGUE
from couplesone.plans.tools.codes import SkillDomain, ToolCode
from couplesone.safety.codes import Guarded

TOOLS = list(CATALOGUE.values())
SAFE_FIRST = {
    "repair_attempt": "own_part_homework",
    "soft_startup": "soft_conversation_homework",
    "soft_tone": "soft_conversation_homework",
    "collaborative_decision": "soft_conversation_homework",
    "appreciation_log": "compassion_homework",
    "perspective_taking": "compassion_homework",
    "compassion_practice": "compassion_homework",
}


@pytest.mark.row("S4.15")
@pytest.mark.row("S1.21")
def test_every_tool_is_shown_with_its_source_and_licence(world) -> None:
    shown = world.therapist.get("/v1/tools")["items"]
    assert [tool["code"] for tool in shown] == [tool.code for tool in TOOLS]
    assert {tool["code"] for tool in shown} == {code.value for code in ToolCode}
    for tool in shown:
        assert tool["licence"] == "Apache-2.0"
        assert tool["idea_from"].endswith(".")
        assert tool == world.therapist.get(f"/v1/tools/{tool['code']}")


@pytest.mark.row("S2.28")
def test_what_is_only_attributed_says_that_nobody_checked_it(world) -> None:
    tool = world.therapist.get("/v1/tools/soft_startup")
    assert (tool["standing"], "Gottman" in tool["idea_from"]) == ("attributed", True)
    assert world.therapist.get("/v1/tools/time_out")["standing"] == "common"


@pytest.mark.row("S2.29")
def test_every_tool_trains_one_of_three_skills_that_check_ins_rate(world) -> None:
    domains = {tool["domain"] for tool in world.therapist.get("/v1/tools")["items"]}
    assert domains == {domain.value for domain in SkillDomain}
    assert {WeeklyMeasure(domain).counted for domain in domains} == {False}


@pytest.mark.row("S2.49")
def test_each_of_the_four_habits_has_a_tool_that_replaces_it(world) -> None:
    linked = {habit for tool in world.therapist.get("/v1/tools")["items"] for habit in tool["antidote_to"]}
    assert linked == {"criticism", "contempt", "defensiveness", "stonewalling"}


def test_the_tools_that_wait_for_safety(world) -> None:
    shown = {tool["code"]: tool for tool in world.therapist.get("/v1/tools")["items"]}
    assert {code: tool["homework"] for code, tool in shown.items() if tool["homework"]} == SAFE_FIRST
    for tool in shown.values():
        blocks = {found["block"] for found in tool["contraindications"]}
        forbidden = {"ipv_positive", "screen_missing", "screen_incomplete", "screen_due", "screen_old"}
        assert blocks == (forbidden if tool["homework"] else set())
    assert {tool.homework for tool in TOOLS} == {None, *Guarded} - {Guarded.PARTNER_CONTACT}


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.code)
def test_a_tool_is_a_sentence_and_three_to_seven_short_ones(tool) -> None:
    assert re.fullmatch(r"To [^.]*\.", tool.purpose)
    assert 3 <= len(tool.steps) <= 7
    assert all(step.endswith((".", ".'")) for step in tool.steps)
    assert all(len(step) <= 110 for step in tool.steps)
    assert tool.version >= 1
    assert all(re.fullmatch(r"S[0-4]\.\d+", row) for row in tool.rows)


@pytest.mark.row("S1.19")
@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.code)
def test_no_step_is_anybodys_but_the_clients(tool) -> None:
    assert [step for step in tool.steps if wording_alarm(step, partner_names=["Tobias"])] == []


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.code)
def test_a_sheet_tells_nothing_of_therapy_or_of_anybody(world, tool) -> None:
    text = world.therapist.call("GET", f"/v1/tools/{tool.code}/sheet").text
    assert not re.search(r"therap|counsel|partner|client|couple|session|Home Practice", text, re.IGNORECASE)
    assert tool.steps[0].split()[0] in text


@pytest.mark.parametrize(
    ("query", "accept", "media_type", "begins"),
    [
        ("", None, "text/plain; charset=utf-8", b"Taking a break\n"),
        ("?format=text", "text/html", "text/plain; charset=utf-8", b"Taking a break\n"),
        ("", "text/html", "text/html; charset=utf-8", b"<!DOCTYPE html>"),
        ("?format=html", None, "text/html; charset=utf-8", b"<!DOCTYPE html>"),
        ("", "application/pdf", "application/pdf", b"%PDF-"),
        ("?format=pdf", "text/plain", "application/pdf", b"%PDF-"),
    ],
)
def test_the_sheet_comes_in_three_forms(world, query, accept, media_type, begins) -> None:
    headers = {"Accept": accept} if accept else {}
    answer = world.therapist.call("GET", f"/v1/tools/time_out/sheet{query}", headers=headers)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type
    assert answer.content.startswith(begins)


@pytest.mark.parametrize(
    ("path", "refused"),
    [
        ("/v1/tools/hypnosis", (404, "not_found")),
        ("/v1/tools/hypnosis/sheet", (404, "not_found")),
        ("/v1/tools/time_out/sheet?format=docx", (422, "validation_failed")),
        ("/v1/tools/time_out/sheet?client=Mara", (422, "validation_failed")),
    ],
)
def test_what_there_is_not(world, path, refused) -> None:
    assert world.therapist.refused("GET", path) == refused


@pytest.mark.parametrize("role", [Role.FRONT_DESK, Role.BILLER])
def test_the_catalogue_is_for_those_who_treat(world, role) -> None:
    person = world.home.people[role.value].call
    for path in ("/v1/tools", "/v1/tools/time_out", "/v1/tools/time_out/sheet"):
        assert person.refused("GET", path) == (403, "permission_denied")
