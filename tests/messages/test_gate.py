"""What stands against a message is asked in the transaction in which it leaves; what is not known refuses."""

from __future__ import annotations

from typing import Any

import pytest

from couplesone.messages.codes import Category, MessageChannel
from couplesone.messages.guards import MESSAGE_RULES, MessageKind
from couplesone.persistence.work import Work


def withheld(post, message, code: str) -> None:
    post.send()
    found = post.message(message.id)
    assert (found.state, found.withheld_code, found.withheld_privately) == ("withheld", code, False)
    assert post.way_out.mails == []
    shown = post.shown(message.id)
    assert (shown["state"], shown["withheld_code"]) == ("withheld", code)
    post.send(days=1)
    assert post.way_out.mails == []


def test_a_channel_that_the_client_was_not_asked_about_is_not_used(post) -> None:
    withheld(post, post.queue("reminder").message, "channel_not_safe")


def test_a_wish_that_changed_after_queueing_counts(post) -> None:
    post.allow()
    message = post.queue("reminder").message
    post.allow(allowed=False)
    withheld(post, message, "channel_not_safe")


def test_with_the_wish_it_leaves(post) -> None:
    post.allow()
    post.queue("reminder")
    post.send()
    assert len(post.way_out.mails) == 1


def test_an_address_that_is_no_longer_the_clients_is_not_written_to(post, world) -> None:
    post.allow()
    message = post.queue("reminder").message
    path = f"/v1/clients/{post.client_id}"
    world.therapist.patch(path, {"email": "new@example.org"}, etag=world.therapist.get(path))
    withheld(post, message, "address_changed")


def test_nor_one_that_was_taken_out_of_the_file(post, world) -> None:
    post.allow()
    message = post.queue("reminder").message
    path = f"/v1/clients/{post.client_id}"
    world.therapist.patch(path, {"email": None}, etag=world.therapist.get(path))
    withheld(post, message, "address_changed")


def test_nothing_leaves_a_closed_case(post, world) -> None:
    message = post.queue().message
    with post.work() as work:
        from couplesone.cases.models import Case

        case = work.get(Case, post.case_id)
        case.status, case.closed_on = "closed", world.today
    withheld(post, message, "case_not_open")


def test_nor_the_chart_of_a_client_who_is_not_active(post, world) -> None:
    message = post.queue().message
    path = f"/v1/clients/{post.client_id}"
    with post.work() as work:
        from couplesone.clients.models import Client

        work.get(Client, post.client_id).status = "archived"
    withheld_state = post.send()
    assert withheld_state == 1
    assert post.message(message.id).withheld_code == "client_not_active"
    assert post.way_out.mails == []
    assert path


def test_staff_who_left_are_not_written_to(post, world) -> None:
    from couplesone.identity.models import Staff
    from couplesone.messages.codes import Recipient

    therapist = world.home.people["supervisor"]
    with post.work() as work:
        staff = work.get(Staff, therapist.id)
        staff.email = "s@example.org"
    message = post.queue(
        "task", recipient=Recipient.STAFF, staff_id=therapist.id, partner_id=None, address="s@example.org"
    ).message
    with post.work() as work:
        work.get(Staff, therapist.id).deactivated_at = work.now
    withheld(post, message, "staff_not_active")


def test_the_guard_of_the_kind_is_asked_when_it_leaves(post) -> None:
    message = post.queue(about_id=post.case_id).message
    assert post.guard.asked == []
    post.guard.code = "ipv_positive"
    withheld(post, message, "ipv_positive")
    (asked,) = post.guard.asked
    assert (asked.id, asked.about_id, asked.kind) == (message.id, post.case_id, "invitation")
    assert (asked.recipient, asked.channel, asked.partner_id) == ("partner", "email", post.partner_id)


def test_a_guard_that_stumbles_refuses(post) -> None:
    post.guard.fault = ZeroDivisionError()
    withheld(post, post.queue().message, "guard_stumbled")


def test_a_kind_that_nobody_guards_any_more_is_refused(post) -> None:
    message = post.queue().message
    post.rules(kinds={})
    withheld(post, message, "kind_unknown")


def test_a_kind_whose_category_became_another_is_refused(post) -> None:
    message = post.queue().message
    post.rules(kinds={"invitation": MessageKind(Category.REMINDER, post.guard)})
    withheld(post, message, "kind_unknown")


def test_a_case_of_which_nobody_can_say_whether_it_is_open_says_nothing(post) -> None:
    message = post.queue().message
    post.rules(case_is_open=None)
    withheld(post, message, "case_not_open")


def test_without_any_rules_nothing_leaves(post) -> None:
    message = post.queue().message
    rules = post.world.works.extras.pop(MESSAGE_RULES)
    post.send()
    assert post.message(message.id).withheld_code == "kind_unknown"
    post.world.works.extras[MESSAGE_RULES] = rules


def test_each_retry_is_asked_about_anew(post) -> None:
    from couplesone.messages.transports.outcomes import Fate, Outcome

    message = post.queue().message
    post.way_out.answers = [Outcome(Fate.NOT_YET, "no_connection")]
    post.send()
    assert post.message(message.id).state == "queued"
    post.guard.code = "ipv_positive"
    post.send(hours=1)
    assert post.message(message.id).state == "withheld"
    assert post.way_out.mails == []


def test_so_is_one_whose_worker_died(post, world) -> None:
    from messages.test_gateway import TestHowOften

    post.allow()
    message = post.queue("reminder").message
    TestHowOften.begin(post, world)
    post.allow(allowed=False)
    post.send(seconds=61)
    assert post.message(message.id).state == "withheld"


@pytest.mark.parametrize("check", range(4))
def test_each_check_is_needed(post, world, monkeypatch, check) -> None:
    """With a check taken out, what it stops is stopped no more: each of the others is about something else."""
    from couplesone.messages import gate
    from couplesone.messages.codes import Recipient

    stopped: list[dict[str, Any]] = [
        {"kind": "invitation"},
        {"kind": "reminder"},
        {"kind": "task", "recipient": Recipient.STAFF, "staff_id": None, "partner_id": None},
        {"kind": "invitation"},
    ]
    message = post.queue(**stopped[check]).message
    if check == 0:
        post.rules(kinds={"invitation": MessageKind(Category.REMINDER, post.guard)})
    if check == 3:
        post.rules(case_is_open=lambda work, case_id: False)
    checks = tuple(one for place, one in enumerate(gate._CHECKS) if place != check)
    monkeypatch.setattr(gate, "_CHECKS", checks)
    post.send()
    assert post.message(message.id).state == "sent"


def test_letters_need_the_wish_too_and_what_is_handed_over_does_not(post) -> None:
    from couplesone.messages import gate

    def refusal(**more: Any) -> Any:
        message = post.queue("reminder", case_id=None, **more).message
        with post.work() as work:
            return gate.refusal(work, work.get(type(message), message.id))

    assert refusal(channel=MessageChannel.LETTER, address="Gasse 1").code == "channel_not_safe"
    assert refusal(channel=MessageChannel.HAND_OVER, address=None) is None
    post.allow("letter")
    assert refusal(channel=MessageChannel.LETTER, address="Gasse 1") is None


def test_the_guard_works_as_the_worker(post) -> None:
    actors = []

    class Curious:
        def refusal(self, work: Work, message: Any) -> None:
            actors.append(work.principal)

    post.rules(kinds={"invitation": MessageKind(Category.FIRST_CONTACT, Curious())})
    post.queue()
    post.send()
    assert [(actor.kind.value, actor.staff_id, actor.roles) for actor in actors] == [
        ("system", None, frozenset())
    ]
