"""What is joint: nothing before both agreed and were found safe alone; and nothing leaves without both."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from couplesone.conjoint.models import ConjointRelease, JointSession
from support.couple import ANAS_PAPER, WEIS_PAPER, Conjoint, Couple
from support.safety import HIGH, INCOMPLETE
from support.world import World

SESSION = {"minutes": 80, "note": "Zebrafinch."}
NOT_READY = (409, "conjoint_not_ready")


def tried(conjoint: Conjoint) -> Any:
    """Try to record a session; return what the refusal lists."""
    answer = conjoint.therapist.call("POST", f"{conjoint.path}/sessions", SESSION)
    assert (answer.status_code, answer.json()["code"]) == NOT_READY
    return answer.json()["missing"]


def test_nothing_joint_before_both_signed_and_each_was_screened_alone(couple: Couple) -> None:
    conjoint = couple.opened()
    assert tried(conjoint) == ["no_secrets_agreement", "safety"]
    conjoint.sign(couple.wei)
    conjoint.screen(0)
    assert tried(conjoint) == conjoint.missing() == ["no_secrets_agreement", "safety"]
    conjoint.screen(1)
    assert tried(conjoint) == ["no_secrets_agreement"]
    conjoint.sign(conjoint.ana)
    assert conjoint.missing() == []
    held = conjoint.therapist.post(f"{conjoint.path}/sessions", SESSION)
    assert (held["note"], held["held_on"]) == ("Zebrafinch.", "2026-03-02")
    assert conjoint.therapist.get(f"{conjoint.path}/sessions")["items"] == [held]
    assert conjoint.therapist.get(f"/v1/joint-sessions/{held['id']}") == held


def test_both_sign_the_same_text(couple: Couple) -> None:
    conjoint = couple.opened()
    conjoint.screen(0)
    conjoint.screen(1)
    conjoint.sign(couple.wei)
    conjoint.sign(conjoint.ana, "d" * 64)
    assert tried(conjoint) == ["no_secrets_agreement"]


@pytest.mark.parametrize("part", [0, 1])
@pytest.mark.parametrize("found", [HIGH, INCOMPLETE])
def test_danger_to_either_stops_it_and_says_not_to_whom(
    conjoint: Conjoint, part: int, found: dict[str, Any]
) -> None:
    conjoint.couple.world.days(1)
    conjoint.screen(part, **found)
    answer = conjoint.therapist.call("POST", f"{conjoint.path}/sessions", SESSION)
    assert answer.json()["missing"] == ["safety"]
    assert conjoint.couple.wei not in answer.text
    assert conjoint.ana not in answer.text


def test_a_screen_of_the_work_alone_is_none_of_the_conjoint_case(couple: Couple) -> None:
    """Each is screened alone anew: the old one is not this case's."""
    couple.door.screen()
    conjoint = couple.opened()
    conjoint.screen(1)
    assert "safety" in conjoint.missing()


def test_an_open_flag_of_the_work_alone_stops_it_and_nothing_of_it_is_told(couple: Couple) -> None:
    """Danger crosses the wall as a block, without date, grade, screen or words."""
    flagged = couple.door.screen(**HIGH)
    conjoint = couple.opened()
    conjoint.screen(0)
    conjoint.screen(1)
    assert "safety" in conjoint.missing()
    standing = conjoint.therapist.get(f"{conjoint.parts[0]}/safety")
    assert standing["flags"] == []
    assert [block["code"] for block in standing["blocks"]] == ["ipv_positive"]
    assert conjoint.therapist.get(f"{conjoint.parts[0]}/safety-flags")["items"] == []
    own = couple.own.get(f"{couple.door.case}/safety")["flags"]
    assert len(own) == 1
    for path in (f"/v1/safety-flags/{own[0]['id']}", f"/v1/safety-screens/{flagged['id']}"):
        assert conjoint.therapist.refused("GET", path) == (404, "not_found")
    seen = conjoint.therapist.get(f"{conjoint.parts[0]}/dashboard")["safety_flags"]
    assert seen["flags"] == []
    (again,) = couple.own.get(f"/v1/cases?client_id={couple.wei}&status=active")["items"]
    assert couple.own.get(f"/v1/cases/{again['id']}/safety")["flags"] == own


def test_a_released_flag_of_the_work_alone_tells_no_day(couple: Couple, world: World) -> None:
    """Contact needs a consent after it: that something holds is told, and nothing of when."""
    couple.door.screen(**HIGH)
    (flag,) = couple.own.get(f"{couple.door.case}/safety")["flags"]
    world.days(1)
    couple.door.screen()
    path, why = f"/v1/safety-flags/{flag['id']}", {"reason": "They live apart, and a new screen is negative."}
    asked = couple.own.post(f"{path}/request-release", why, etag=couple.own.get(path))
    supervisor = world.home.people["supervisor"]
    supervisor.call.post(f"{path}/confirm-release", why, etag=asked)
    conjoint = couple.opened()
    conjoint.screen(0)
    held = conjoint.therapist.get(f"{conjoint.parts[0]}/invitation-holds")["holds"]
    assert [(one["since"], one["until"]) for one in held if one["hold"] == "ipv_positive"] == [(None, None)]
    alone = couple.own.get(f"{couple.door.case}/invitation-holds")["holds"]
    assert [one["since"] for one in alone if one["hold"] == "ipv_positive"] == ["2026-03-03"]


def test_an_agreement_holds_until_one_withdraws(conjoint: Conjoint) -> None:
    call = conjoint.therapist
    body = {
        "client_id": conjoint.ana,
        "text_sha256": "c" * 64,
        "paper_sha256": ANAS_PAPER,
        "method": "electronic_signature",
    }
    path = f"{conjoint.path}/agreements"
    assert call.refused("POST", path, body) == (409, "agreement_exists")
    stranger = call.post("/v1/clients", {"name_used": "Jonas"})["id"]
    assert call.refused("POST", path, body | {"client_id": stranger}) == (409, "not_one_of_the_two")
    ahead = body | {"signed_on": "2026-03-03"}
    assert call.refused("POST", path, ahead) == (422, "dates_out_of_order")
    signed = call.get(path)["items"]
    (hers,) = [one for one in signed if one["client_id"] == conjoint.ana]
    one = f"/v1/conjoint-agreements/{hers['id']}"
    assert call.get(one) == hers
    withdrawn = call.post(f"{one}/withdraw", {}, etag=hers)
    assert withdrawn["withdrawn_at"]
    assert call.refused("POST", f"{one}/withdraw", {}, etag=hers) == (412, "version_stale")
    assert call.refused("POST", f"{one}/withdraw", {}, etag=withdrawn) == (409, "agreement_withdrawn")
    assert tried(conjoint) == ["no_secrets_agreement"]
    call.post(path, body)
    assert conjoint.missing() == []


def test_a_session_lies_within_the_work_and_is_voided_with_a_reason(conjoint: Conjoint) -> None:
    call, path = conjoint.therapist, f"{conjoint.path}/sessions"
    for day in ("2026-03-01", "2026-03-03"):
        assert call.refused("POST", path, SESSION | {"held_on": day}) == (422, "dates_out_of_order")
    held = call.post(path, SESSION)
    void = f"/v1/joint-sessions/{held['id']}/mark-in-error"
    marked = call.post(void, {"reason": "Called off."}, etag=held)
    assert marked["error_reason"] == "Called off."
    assert call.refused("POST", void, {"reason": "x"}, etag=marked) == (409, "item_in_error")


def test_a_closed_one_takes_no_more_and_is_read_as_before(conjoint: Conjoint) -> None:
    call = conjoint.therapist
    held = call.post(f"{conjoint.path}/sessions", SESSION)
    close = f"{conjoint.path}/close"
    for day in ("2026-03-01", "2026-03-03"):
        assert call.refused("POST", close, {"closed_on": day}, etag=conjoint.case) == (
            422,
            "dates_out_of_order",
        )
    closed = call.post(close, {}, etag=conjoint.case)
    assert (closed["status"], closed["closed_on"]) == ("closed", "2026-03-02")
    refused = (409, "conjoint_closed")
    assert call.refused("POST", close, {}, etag=closed) == refused
    assert call.refused("POST", f"{conjoint.path}/sessions", SESSION) == refused
    void = f"/v1/joint-sessions/{held['id']}/mark-in-error"
    assert call.refused("POST", void, {"reason": "x"}, etag=held) == refused
    assert call.get(f"{conjoint.path}/sessions")["items"] == [held]


def release(conjoint: Conjoint, *papers: tuple[str, str]) -> dict[str, Any]:
    """Return a release with signed papers."""
    signatures = [{"client_id": client_id, "paper_sha256": paper} for client_id, paper in papers]
    return {"recipient": "Dr. Okafor", "scope": "Zebrafinch.", "signatures": signatures}


def test_a_release_takes_both(conjoint: Conjoint) -> None:
    call, path = conjoint.therapist, f"{conjoint.path}/releases"
    wei, ana = (conjoint.couple.wei, WEIS_PAPER), (conjoint.ana, ANAS_PAPER)
    stranger = call.post("/v1/clients", {"name_used": "Jonas"})["id"]
    for papers in ((), (wei,), (ana,), (wei, wei), (wei, (stranger, ANAS_PAPER)), (wei, (ana[0], wei[1]))):
        assert call.refused("POST", path, release(conjoint, *papers)) == (409, "release_needs_both")
    ahead = release(conjoint, wei, ana) | {"released_on": "2026-03-03"}
    assert call.refused("POST", path, ahead) == (422, "dates_out_of_order")
    done = call.post(path, release(conjoint, ana, wei))
    assert (done["first_paper_sha256"], done["second_paper_sha256"]) == (WEIS_PAPER, ANAS_PAPER)
    assert call.get(path)["items"] == [done]
    assert call.get(f"/v1/conjoint-releases/{done['id']}") == done


def test_what_is_joint_is_sealed_under_a_key_of_its_own(conjoint: Conjoint, world: World) -> None:
    call = conjoint.therapist
    call.post(f"{conjoint.path}/sessions", SESSION)
    papers = (conjoint.couple.wei, WEIS_PAPER), (conjoint.ana, ANAS_PAPER)
    call.post(f"{conjoint.path}/releases", release(conjoint, *papers))
    with world.works.open(world.home.id) as work:
        session = work.db.scalars(select(JointSession)).one()
        released = work.db.scalars(select(ConjointRelease)).one()
        assert str(session.key_owner) == str(released.key_owner) == conjoint.case["id"]
        for sealed in (session.note_sealed, released.recipient_sealed, released.scope_sealed):
            assert "Zebrafinch" not in sealed
            assert "Okafor" not in sealed


def csi(caller: Any, case: str, total: int, day: str) -> None:
    """Record a CSI-16 with a total."""
    items, left = [], total
    for most in [6] + [5] * 15:
        items.append(min(most, left))
        left -= items[-1]
    body = {
        "instrument": "csi16",
        "items": items,
        "taken_on": day,
        "respondent": "client",
        "source": "in_room",
    }
    caller.post(f"{case}/administrations", body)


@pytest.mark.row("C10")
def test_by_how_much_the_two_differ_is_told_in_the_conjoint_case_only(conjoint: Conjoint) -> None:
    call, path = conjoint.therapist, f"{conjoint.path}/discrepancy"
    csi(conjoint.couple.own, conjoint.couple.door.case, 44, "2026-01-12")
    csi(call, conjoint.parts[1], 38, "2026-03-01")
    csi(call, conjoint.parts[1], 40, "2026-03-02")
    seen = call.get(path)
    assert [(one["total"], one["taken_on"]) for one in seen["totals"]] == [(None, None), (40, "2026-03-02")]
    assert seen["difference"] is None
    csi(call, conjoint.parts[0], 54, "2026-03-02")
    seen = call.get(path)
    assert (seen["instrument"], seen["difference"]) == ("csi16", 14)
    assert [one["total"] for one in seen["totals"]] == [54, 40]
    assert call.get(f"{path}?instrument=phq9")["difference"] is None
    for part, other in ((0, "40"), (1, "54")):
        for what in ("measure-results", "dashboard"):
            assert f'"total":{other}' not in call.call("GET", f"{conjoint.parts[part]}/{what}").text
    assert conjoint.couple.own.refused("GET", path) == (404, "not_found")


def test_lists_cost_the_same_however_long(conjoint: Conjoint, world: World) -> None:
    paths = ["/v1/conjoint-cases", f"{conjoint.path}/sessions", f"{conjoint.path}/agreements"]

    def cost() -> list[int]:
        found = []
        for path in paths:
            before = len(world.statements)
            conjoint.therapist.get(path)
            found.append(len(world.statements) - before)
        return found

    conjoint.therapist.post(f"{conjoint.path}/sessions", SESSION)
    few = cost()
    for _ in range(8):
        conjoint.therapist.post(f"{conjoint.path}/sessions", SESSION)
    assert cost() == few
