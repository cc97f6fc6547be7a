"""Access links: who may hand them out, what opens them, and that nobody learns why one does not open."""

from __future__ import annotations

import hmac
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select, update

from couplesone.access_links import door
from couplesone.access_links.models import MAX_TRIES, AccessLink
from couplesone.cases.models import Case
from couplesone.identity import tokens
from couplesone.identity.models import SignInAttempt
from couplesone.safety.flags.models import SafetyFlag
from support.papers import Chart, action
from support.visitors import Visitor, constant, handed_out, said, token_of
from support.world import World

UNKNOWN = "2222-2222-2222"
WEEK = {"send": "yes", "week": "2026-02-23", "agency": "7"}


@pytest.fixture
def path(chart: Chart) -> str:
    """Where links of the case are made and listed."""
    return f"/v1/cases/{chart.case_id}/access-links"


def wrong(code: str) -> str:
    """Return the code with another secret."""
    return code[:5] + ("2222-2222" if code[5:] != "2222-2222" else "3333-3333")


def test_a_link_shows_its_secrets_once(world: World, chart: Chart, path: str) -> None:
    issued = world.therapist.post(path, {"purpose": "check_in", "channel": "email"}, key="once")
    secrets = (token_of(issued), issued["code"])
    assert all(secrets)
    again = world.therapist.post(path, {"purpose": "check_in", "channel": "email"}, key="once")
    assert (again["id"], again["url"], again["code"]) == (issued["id"], None, None)
    for shown in (world.therapist.get(path), world.therapist.get(f"/v1/access-links/{issued['id']}")):
        assert not [secret for secret in secrets if secret in str(shown)]


def test_only_hashes_are_kept(world: World, chart: Chart) -> None:
    issued = handed_out(chart, channel="email")
    token, code = token_of(issued), issued["code"].replace("-", "")
    with world.works.open(world.home.id) as work:
        row = work.db.execute(select(*AccessLink.__table__.columns)).mappings().one()
    kept = repr(dict(row))
    assert token.split("_")[2] not in kept
    assert code[4:] not in kept
    assert row["token_hash"] == tokens.hash_secret(token.split("_")[2])


def test_the_token_stands_in_the_fragment_and_nowhere_else(chart: Chart) -> None:
    parts = urlsplit(handed_out(chart, channel="email")["url"])
    assert parts.fragment.startswith("c1l_")
    assert (parts.query, parts.path.count("/")) == ("", 2)
    assert tokens.practice_at(parts.path.rpartition("/")[2]) == chart.world.home.id


def test_a_code_has_no_look_alikes_and_may_be_typed_anyhow(chart: Chart, visitor: Visitor) -> None:
    code = handed_out(chart)["code"]
    assert [len(group) for group in code.split("-")] == [4, 4, 4]
    assert not set(code) & set("01OI")
    for typed in (
        code,
        code.replace("-", ""),
        code.lower(),
        f" {code.replace('-', ' ')} ",
        code.replace("-", "\u2013"),
    ):
        assert visitor.send(key=typed).status_code == 200


def test_a_code_in_the_room_lasts_fifteen_minutes_and_has_no_address(chart: Chart, visitor: Visitor) -> None:
    issued = handed_out(chart)
    assert issued["url"] is None
    chart.world.clock.move(timedelta(minutes=14, seconds=59))
    assert visitor.send(key=issued["code"]).status_code == 200
    chart.world.clock.move(timedelta(seconds=1))
    assert visitor.send(key=issued["code"]).status_code == 404


def test_a_link_lasts_as_long_as_the_practice_says(world: World, chart: Chart, visitor: Visitor) -> None:
    world.home.people["owner"].call.post("/v1/practice/settings", {"key": "access_link_days", "value": 2})
    token = token_of(handed_out(chart, channel="email"))
    world.days(1.99)
    assert visitor.send(key=token).status_code == 200
    world.days(0.02)
    assert visitor.send(key=token).status_code == 404


def dead(chart: Chart, visitor: Visitor, how: str, by: str) -> str:
    """Return a key that opens nothing, for one reason."""
    if how == "unknown":
        token, _ = tokens.issue(tokens.LINK, chart.world.home.id, chart.client_id)
        return token if by == "token" else UNKNOWN
    issued = handed_out(chart, channel="email")
    key = token_of(issued) if by == "token" else issued["code"]
    if how == "wrong":
        return (
            tokens.issue(tokens.LINK, chart.world.home.id, issued["id"] and _id(issued))[0]
            if by == "token"
            else wrong(key)
        )
    if how == "used":
        visitor.send(key=key, **WEEK)
    elif how == "revoked":
        chart.world.therapist.post(f"/v1/access-links/{issued['id']}/revoke", etag=issued)
    elif how == "expired":
        chart.set(
            AccessLink,
            issued["id"],
            expires_at=chart.world.clock.now(),
            created_at=chart.world.clock.now() - timedelta(days=1),
        )
    elif how == "locked":
        chart.set(AccessLink, issued["id"], failed_tries=MAX_TRIES)
    elif how == "closed":
        case = f"/v1/cases/{chart.case_id}"
        body = {"closing_reason": "completed", "goals_outcome": "met", "relationship_outcome": "together"}
        chart.world.therapist.post(f"{case}/close", body, etag=chart.world.therapist.get(case))
    return key


def _id(issued: dict[str, Any]) -> Any:
    from uuid import UUID

    return UUID(issued["id"])


REASONS = ["unknown", "wrong", "used", "revoked", "expired", "locked", "closed"]


@pytest.mark.parametrize("sending", [False, True])
@pytest.mark.parametrize("by", ["token", "code"])
def test_whatever_does_not_open_answers_alike(chart: Chart, visitor: Visitor, by: str, sending: bool) -> None:
    more = WEEK | {"agency": "3"} if sending else {}
    answers, statements = set(), set()
    for how in REASONS[:-1]:
        key = dead(chart, visitor, how, by)
        before = len(chart.world.statements)
        answers.add(repr(constant(visitor.send(key=key, **more))))
        if by == "token" or how != "used" or not sending:  # what was used is compared with what is sent
            statements.add(len(chart.world.statements) - before)
    answers.add(repr(constant(visitor.send(key=dead(chart, visitor, "closed", by), **more))))
    assert len(answers) == 1
    assert "404" in answers.pop()
    assert len(statements) == 1


@pytest.mark.parametrize("key", ["", "x", "c1l_", "ABCD-EFGH", UNKNOWN + "2", "0" * 12, "\u00e4" * 12])
def test_junk_answers_like_an_unknown_code(visitor: Visitor, key: str) -> None:
    assert constant(visitor.send(key=key)) == constant(visitor.send(key=UNKNOWN))


def test_one_comparison_of_hashes_whatever_is_wrong(
    chart: Chart, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[int] = []
    compare = hmac.compare_digest

    def counting(a: bytes, b: bytes) -> bool:
        counted.append(1)
        return compare(a, b)

    keys = [dead(chart, visitor, how, "token") for how in REASONS[:-1]]
    monkeypatch.setattr(door.hmac, "compare_digest", counting)
    for key in keys:
        counted.clear()
        visitor.send(key=key)
        assert len(counted) == 1, key


def test_five_wrong_secrets_lock_the_link(chart: Chart, visitor: Visitor) -> None:
    issued = handed_out(chart)
    for _ in range(4):
        visitor.send(key=wrong(issued["code"]))
    assert visitor.send(key=issued["code"]).status_code == 200  # and the count starts anew
    for _ in range(5):
        visitor.send(key=wrong(issued["code"]))
    assert visitor.send(key=issued["code"]).status_code == 404
    shown = chart.world.therapist.get(f"/v1/access-links/{issued['id']}")
    assert shown["state"] == "locked"
    assert action(shown, "revoke_access_link") == (False, "access_link_ended")


@pytest.mark.parametrize(("limit", "code"), [("WRONG_FROM_ADDRESS", True), ("WRONG_IN_PRACTICE", True)])
def test_wrong_codes_are_counted_by_address_and_by_practice(
    chart: Chart, visitor: Visitor, monkeypatch: pytest.MonkeyPatch, limit: str, code: bool
) -> None:
    monkeypatch.setattr(door, limit, 3)
    right = handed_out(chart)["code"]
    for _ in range(3):
        assert visitor.send(key=right).status_code == 200  # who is right is not counted
        visitor.send(key=UNKNOWN)
    assert constant(visitor.send(key=right)) == constant(visitor.send(key=UNKNOWN))
    assert chart.look(AccessLink, handed_out(chart)["id"], "failed_tries") == 0
    with chart.world.works.open(chart.world.home.id) as work:
        work.db.execute(update(SignInAttempt).values(attempted_at=work.now - timedelta(minutes=15)))
    assert visitor.send(key=right).status_code == 200


def test_a_token_of_one_practice_opens_from_another_practices_page_but_a_code_does_not(
    chart: Chart, visitor: Visitor
) -> None:
    elsewhere = f"/note/{tokens.place_of(chart.world.other.id)}"
    issued = handed_out(chart, channel="email")
    assert visitor.send(elsewhere, key=token_of(issued)).status_code == 200
    assert visitor.send(elsewhere, key=issued["code"]).status_code == 404
    assert visitor.send("/note", key=issued["code"]).status_code == 404  # two practices: which one?


@pytest.mark.parametrize("place", ["x", "0" * 21, "z" * 22, "0" * 23])
def test_a_page_of_no_practice_is_not_found(visitor: Visitor, place: str) -> None:
    assert visitor.world.anonymous.call("GET", f"/note/{place}").status_code == 404
    assert visitor.send(f"/note/{place}", key=UNKNOWN).status_code == 404


def test_a_page_of_an_unknown_practice_looks_like_any_other(visitor: Visitor) -> None:
    place = tokens.place_of(visitor.world.works.ids.new(visitor.world.clock.now()))
    page = visitor.world.anonymous.call("GET", f"/note/{place}")
    ours = visitor.world.anonymous.call("GET", visitor.path)
    assert page.text.replace(place, "") == ours.text.replace(visitor.path[6:], "")
    assert visitor.send(f"/note/{place}", key=UNKNOWN).status_code == 404


def test_getting_the_page_reads_nothing(visitor: Visitor) -> None:
    before = len(visitor.world.statements)
    assert "Weekly note" in said(visitor.world.anonymous.call("GET", visitor.path))
    assert len(visitor.world.statements) == before


def test_the_pages_say_little_and_keep_nothing(chart: Chart, visitor: Visitor) -> None:
    pages = [
        visitor.world.anonymous.call("GET", visitor.path),
        visitor.send(key=UNKNOWN),
        visitor.send(key=handed_out(chart)["code"]),
    ]
    for page in pages:
        assert page.headers["cache-control"] == "no-store"
        assert page.headers["referrer-policy"] == "no-referrer"
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "set-cookie" not in page.headers
        assert "<title>Weekly note</title>" in page.text
        assert page.text.count('href="http') == 1  # the way out


@pytest.mark.parametrize(
    ("kind", "body", "code"),
    [
        ("application/json", b"{}", "not_a_form"),
        ("application/x-www-form-urlencoded", b"a=%ff", "form_malformed"),
        ("application/x-www-form-urlencoded", b"a=%00", "form_malformed"),
        ("application/x-www-form-urlencoded", b"a=1&" * 300, "form_malformed"),
        ("application/x-www-form-urlencoded", "a=\u00e4".encode(), "form_malformed"),
        ("application/x-www-form-urlencoded", b"a=" + b"x" * 300_000, "body_too_large"),
    ],
)
def test_a_body_that_is_no_form_is_refused(visitor: Visitor, kind: str, body: bytes, code: str) -> None:
    refused = visitor.world.anonymous.http.post(visitor.path, content=body, headers={"Content-Type": kind})
    assert refused.json()["code"] == code


def test_a_link_is_sent_only_where_the_client_said_so(world: World, path: str) -> None:
    for channel in ("text_message", "phone", "letter"):
        body = {"purpose": "check_in", "channel": channel}
        assert world.therapist.refused("POST", path, body) == (409, "channel_not_safe")


def test_a_channel_that_was_refused_is_not_safe(world: World, chart: Chart, path: str) -> None:
    world.therapist.post(
        f"/v1/clients/{chart.client_id}/safe-contact", {"channel": "email", "allowed": False}
    )
    assert world.therapist.refused("POST", path, {"purpose": "check_in", "channel": "email"}) == (
        409,
        "channel_not_safe",
    )
    assert world.therapist.post(path, {"purpose": "check_in", "in_room": True})["code"]


@pytest.mark.parametrize("body", [{}, {"in_room": True, "channel": "email"}])
def test_a_link_is_for_the_room_or_for_one_channel(world: World, path: str, body: dict[str, Any]) -> None:
    assert world.therapist.refused("POST", path, {"purpose": "check_in", **body}) == (
        422,
        "validation_failed",
    )


@pytest.mark.parametrize("purpose", ["sign", "invitation"])
def test_a_purpose_without_a_page_is_refused(world: World, path: str, purpose: str) -> None:
    assert world.therapist.refused("POST", path, {"purpose": purpose, "in_room": True}) == (
        409,
        "purpose_not_served",
    )


def test_a_script_may_ask_for_a_check_in_but_not_for_a_decision(
    world: World, chart: Chart, path: str
) -> None:
    key = world.home.api_key(world.home.people["therapist"], ["case.read", "case.write"])
    assert key.post(path, {"purpose": "check_in", "channel": "email"})["url"]
    assert key.refused("POST", path, {"purpose": "decision", "in_room": True}) == (403, "link_needs_person")


@pytest.mark.parametrize(
    ("role", "answer"),
    [
        ("owner", (403, "permission_denied")),
        ("supervisor", (403, "permission_denied")),
        ("front_desk", (403, "permission_denied")),
        ("biller", (403, "permission_denied")),
    ],
)
def test_only_those_who_treat_hand_out_links(
    world: World, path: str, role: str, answer: tuple[int, str]
) -> None:
    body = {"purpose": "check_in", "in_room": True}
    assert world.home.people[role].call.refused("POST", path, body) == answer


def test_another_therapist_knows_of_no_link(world: World, chart: Chart, path: str) -> None:
    issued = handed_out(chart)
    colleague = world.home.hire("colleague", "therapist").call
    assert colleague.refused("GET", path) == (404, "not_found")
    assert colleague.refused("POST", path, {"purpose": "check_in", "in_room": True}) == (404, "not_found")
    assert colleague.refused("GET", f"/v1/access-links/{issued['id']}") == (404, "not_found")
    assert colleague.refused("POST", f"/v1/access-links/{issued['id']}/revoke", etag=issued) == (
        404,
        "not_found",
    )


def test_revoking_needs_the_version_and_ends_at_once(world: World, chart: Chart, visitor: Visitor) -> None:
    issued = handed_out(chart)
    one = f"/v1/access-links/{issued['id']}/revoke"
    assert world.therapist.refused("POST", one) == (428, "if_match_required")
    assert world.therapist.refused("POST", one, etag=7) == (412, "version_stale")
    revoked = world.therapist.post(one, etag=issued)
    assert (revoked["state"], revoked["revoked_at"] is not None) == ("revoked", True)
    assert world.therapist.refused("POST", one, etag=revoked) == (409, "access_link_ended")
    assert visitor.send(key=issued["code"]).status_code == 404


def test_a_supervisor_sees_links_and_may_not_revoke(world: World, chart: Chart, path: str) -> None:
    handed_out(chart)
    shown = world.home.people["supervisor"].call.get(path)["items"][0]
    assert action(shown, "revoke_access_link") == (False, "permission_denied")


def test_closing_the_case_takes_its_links_back(world: World, chart: Chart, visitor: Visitor) -> None:
    issued = handed_out(chart, channel="email")
    dead(chart, visitor, "closed", "token")
    assert world.therapist.get(f"/v1/access-links/{issued['id']}")["state"] == "revoked"


def test_no_link_into_a_closed_case(world: World, chart: Chart, path: str) -> None:
    chart.set(Case, chart.case_id, status="closed", closed_on=world.today, closing_reason="completed")
    body = {"purpose": "check_in", "in_room": True}
    assert world.therapist.refused("POST", path, body) == (409, "case_closed")


def test_a_list_costs_the_same_for_one_and_for_many(world: World, chart: Chart, path: str) -> None:
    def cost() -> int:
        before = len(world.statements)
        world.therapist.get(path)
        return len(world.statements) - before

    handed_out(chart)
    one = cost()
    for _ in range(5):
        handed_out(chart)
    assert cost() == one


def test_a_key_never_shows_in_a_log(chart: Chart, visitor: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    issued = handed_out(chart, channel="email")
    visitor.send(key=token_of(issued))
    visitor.send(key=issued["code"])
    visitor.send(key=wrong(issued["code"]))
    assert token_of(issued) not in caplog.text
    assert issued["code"][5:] not in caplog.text


def test_for_a_flagged_client_the_wish_must_have_been_confirmed_lately(
    world: World, chart: Chart, path: str
) -> None:
    with world.works.open(world.home.id) as work:
        work.add(
            SafetyFlag(
                case_id=chart.case_id,
                client_id=chart.client_id,
                recorded_by=world.home.people["therapist"].id,
                kind="ipv_positive",
                grade="high",
                status="active",
                raised_on=world.today,
                raised_at=work.now,
            )
        )
    body = {"purpose": "check_in", "channel": "email"}
    assert world.therapist.post(path, body)["url"]
    world.days(70)
    assert world.therapist.refused("POST", path, body) == (409, "channel_not_safe")
    assert world.therapist.post(path, {"purpose": "check_in", "in_room": True})["code"]
    world.therapist.post(f"/v1/clients/{chart.client_id}/safe-contact", {"channel": "email", "allowed": True})
    assert world.therapist.post(path, body)["url"]
