"""What can go wrong with messages."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict, Invalid


class MessageTransitionRefused(Conflict):
    """The message cannot go from its state to the one asked for."""

    code = "message_transition_refused"
    title = "The message cannot do that now"
    detail = "The message's actions list what can still be done with it."


class FirstContactExists(MessageTransitionRefused):
    """There is a first contact about this already that went out, or may have, or is about to."""

    detail = (
        "A first contact goes out once. Cancel the one that waits, or settle the one of which nobody knows."
    )


class MessageWithheld(Conflict):
    """A rule stands against giving the message out now."""

    code = "message_withheld"
    title = "This message may not go out"
    detail = "A rule of the practice, a wish of the client or a safeguard stands against it; nothing was given out."


class AddressNotValid(Invalid):
    """No mail can be sent to what was given as an address."""

    code = "address_not_valid"
    title = "This is no address that mail can be sent to"
    detail = (
        "Write one plain e-mail address like name@practice.example, without a name or comments around it."
    )
