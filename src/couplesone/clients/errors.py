"""What can go wrong with clients and partners."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict


class ExternalIdTaken(Conflict):
    """Another record has this external id."""

    code = "external_id_taken"
    title = "This external id is in use"
    detail = "Another record of this kind has this external_id; PUT to it, or choose another."


class ClientTransitionRefused(Conflict):
    """The client cannot go from their status to the one asked for."""

    code = "client_transition_refused"
    title = "The client's file cannot do that now"
    detail = "The client's actions list what can be done from the present status."


class ClientArchived(Conflict):
    """The client is archived, merged or entered in error: nothing new is recorded."""

    code = "client_archived"
    title = "The client is archived"
    detail = (
        "Nothing new is recorded for a client who is archived, merged or entered in error; restore first."
    )
