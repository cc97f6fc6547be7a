"""What can go wrong with decision points."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict, Forbidden


class DecisionIsTheClients(Forbidden):
    """Somebody else than the client tried to write a decision (invariant 7)."""

    code = "decision_is_the_clients"
    title = "The decision is the client's to write"
    detail = (
        "A decision comes from the client, by an access link or a code shown in the room; "
        "staff may only file the paper that the client signed."
    )


class AcceptanceNotAsked(Conflict):
    """Nobody has asked yet how far the client accepts the refusal (S1.12)."""

    code = "acceptance_not_asked"
    title = "Ask about acceptance of the refusal first"
    detail = (
        "Before a decision is opened the client rates, from 0 to 10, how far they accept that the partner does not "
        "come: in a check-in, or on the signed paper itself."
    )
