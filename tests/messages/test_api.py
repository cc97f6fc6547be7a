"""Messages over HTTP: in one's own clients' charts only, settled by people, printed and handed over."""

from __future__ import annotations

import pytest

from couplesone.kernel.permissions import GRANTS, Permission, Reach, Role
from couplesone.messages.codes import MessageChannel
from couplesone.messages.transports.outcomes import Fate, Outcome

UNCERTAIN = Outcome(Fate.UNCERTAIN, "broke_off", reached_data=True)


@pytest.fixture
def unknown(post):
    message = post.queue(about_id=post.case_id).message
    post.way_out.answers = [UNCERTAIN]
    post.send()
    return message


def test_a_message_of_which_nobody_knows_waits_for_a_person(post, world, unknown) -> None:
    (listed,) = world.therapist.get("/v1/messages", params={"state": "unknown"})["items"]
    assert listed["id"] == str(unknown.id)
    assert "body" not in listed
    assert "address" not in listed
    shown = post.shown(unknown.id)
    assert shown["body"] == "Mara asked me to write.\n\n{enclosed}\n"
    assert "c1i_secret" not in str(shown)
    assert [action["action"] for action in shown["actions"] if action["allowed"]] == ["resolve_message"]


@pytest.mark.parametrize(
    ("outcome", "state", "code"),
    [("sent", "submitted", "broke_off"), ("not_sent", "failed", "settled_as_not_sent")],
)
def test_a_person_settles_it_and_nothing_is_sent_by_that(post, world, unknown, outcome, state, code) -> None:
    path = f"/v1/messages/{unknown.id}/resolve"
    shown = world.therapist.post(path, {"outcome": outcome}, etag=post.shown(unknown.id))
    assert (shown["state"], shown["failure_code"]) == (state, code)
    assert post.message(unknown.id).resolved_by == world.home.people["therapist"].id
    refused = world.therapist.refused("POST", path, {"outcome": outcome}, etag=shown)
    assert refused == (409, "message_transition_refused")
    post.send(days=1)
    assert post.way_out.mails == []


def test_after_it_was_settled_as_not_sent_another_can_be_queued(post, world, unknown) -> None:
    from couplesone.messages.errors import FirstContactExists

    with pytest.raises(FirstContactExists):
        post.queue(about_id=post.case_id)
    path = f"/v1/messages/{unknown.id}/resolve"
    world.therapist.post(path, {"outcome": "not_sent"}, etag=post.shown(unknown.id))
    post.queue(about_id=post.case_id)
    post.send()
    assert len(post.way_out.mails) == 1


def test_undoing(post, world) -> None:
    message = post.queue().message
    path = f"/v1/messages/{message.id}/cancel"
    assert world.therapist.refused("POST", path) == (428, "if_match_required")
    assert world.therapist.refused("POST", path, etag=7) == (412, "version_stale")
    shown = world.therapist.post(path, etag=post.shown(message.id))
    assert shown["state"] == "cancelled"
    assert not any(action["allowed"] for action in shown["actions"])
    refused = world.therapist.refused("POST", path, etag=shown)
    assert refused == (409, "message_transition_refused")
    owner = world.home.people["owner"].call
    assert owner.get("/v1/jobs")["items"][0]["state"] == "cancelled"


def test_a_letter_is_printed_and_handed_over(post, world) -> None:
    letter = post.queue(channel=MessageChannel.LETTER, address="T. M.\nLindengasse 5\n1070 Wien").message
    answer = world.therapist.call("GET", f"/v1/messages/{letter.id}/letter")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert answer.headers["cache-control"] == "no-store"
    path = f"/v1/messages/{letter.id}/hand-over"
    shown = world.therapist.post(path, etag=post.shown(letter.id))
    assert shown["state"] == "handed_over"
    assert post.message(letter.id).enclosed is None
    refused = world.therapist.refused("GET", f"/v1/messages/{letter.id}/letter")
    assert refused == (409, "message_transition_refused")


def test_a_letter_in_letters_that_the_font_lacks_is_plain_text(post, world) -> None:
    letter = post.queue(channel=MessageChannel.LETTER, address="Č. Ž.", body="Dobrý deň, {enclosed}").message
    answer = world.therapist.call("GET", f"/v1/messages/{letter.id}/letter")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text == "Č. Ž.\n\nDobrý deň, https://example.org/#c1i_secret\n"


def test_a_letter_is_not_printed_past_a_guard(post, world) -> None:
    letter = post.queue(channel=MessageChannel.LETTER, address="Gasse 1").message
    post.guard.code = "ipv_positive"
    refused = world.therapist.refused("GET", f"/v1/messages/{letter.id}/letter")
    assert refused == (409, "message_withheld")


def test_only_letters_are_printed(post, world) -> None:
    message = post.queue().message
    refused = world.therapist.refused("GET", f"/v1/messages/{message.id}/letter")
    assert refused == (409, "message_transition_refused")


def test_lists_by_client_case_and_thing_take_a_constant_number_of_statements(post, world) -> None:
    post.queue(about_id=post.case_id)
    world.statements.clear()
    world.therapist.get("/v1/messages")
    few = len(world.statements)
    for _ in range(24):
        post.queue(about_id=None)
    world.statements.clear()
    page = world.therapist.get("/v1/messages", params={"case_id": str(post.case_id), "limit": 20})
    assert len(world.statements) == few
    assert len(page["items"]) == 20
    rest = world.therapist.get(
        "/v1/messages", params={"case_id": str(post.case_id), "cursor": page["next_cursor"]}
    )
    assert len(rest["items"]) == 5
    for filters, wanted in [
        ({"client_id": str(post.client_id)}, 25),
        ({"client_id": str(post.case_id)}, 0),
        ({"about_id": str(post.case_id)}, 1),
        ({"state": "queued"}, 25),
    ]:
        assert len(world.therapist.get("/v1/messages", params=filters)["items"]) == wanted


def test_nobody_sees_the_messages_of_others_clients(post, world) -> None:
    message = post.queue().message
    stranger = world.home.hire("stranger", "therapist").call
    other = world.other.people["therapist"].call
    for caller in (stranger, other):
        assert caller.get("/v1/messages")["items"] == []
        assert caller.refused("GET", f"/v1/messages/{message.id}") == (404, "not_found")
        for verb, body in [("cancel", None), ("hand-over", None), ("resolve", {"outcome": "sent"})]:
            refused = caller.refused("POST", f"/v1/messages/{message.id}/{verb}", body, etag=1)
            assert refused == (404, "not_found")
        assert caller.refused("GET", f"/v1/messages/{message.id}/letter") == (404, "not_found")


@pytest.mark.parametrize("role", ["owner", "front_desk", "biller"])
def test_messages_are_for_clinicians(post, world, role) -> None:
    caller = world.home.people[role].call
    assert caller.refused("GET", "/v1/messages") == (403, "permission_denied")


def test_a_supervisor_reads_and_does_nothing(post, world) -> None:
    message = post.queue().message
    supervisor = world.home.people["supervisor"]
    owner = world.home.people["owner"].call
    member = {"staff_id": str(supervisor.id), "role": "supervising"}
    owner.post(f"/v1/clients/{post.client_id}/care-team", member)
    shown = supervisor.call.get(f"/v1/messages/{message.id}")
    assert {action["code"] for action in shown["actions"]} == {"permission_denied"}
    refused = supervisor.call.refused("POST", f"/v1/messages/{message.id}/cancel", etag=1)
    assert refused == (403, "permission_denied")


def test_who_may() -> None:
    def holders(permission: Permission) -> dict[Role, Reach]:
        return {role: GRANTS[role][permission] for role in Role if permission in GRANTS[role]}

    assert holders(Permission.MESSAGE_READ) == {
        Role.THERAPIST: Reach.CARE_TEAM,
        Role.SUPERVISOR: Reach.CARE_TEAM,
    }
    assert holders(Permission.MESSAGE_WRITE) == {Role.THERAPIST: Reach.TREATING}
