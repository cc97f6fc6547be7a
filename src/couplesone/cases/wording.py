"""Judging by its wording whether a sentence of a case is the client's own conduct, and who may confirm that it is."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from pydantic import ConfigDict

from couplesone.clients.queries import names_of_clients, names_of_partners
from couplesone.kernel.errors import Forbidden
from couplesone.kernel.permissions import Role
from couplesone.kernel.principal import ActorKind
from couplesone.language.own_control import WordingRule, wording_alarm
from couplesone.persistence.work import Work
from couplesone.web.schemas import Input, Text


class ConfirmationNeedsClinician(Forbidden):
    """Somebody who is no clinician, or a key, tried to confirm a wording."""

    code = "confirmation_needs_clinician"
    title = "Only a clinician can confirm this"
    detail = (
        "That a wording is the client's own conduct after all is confirmed by a therapist who signed in, "
        "not by an API key."
    )


class WordingConfirmation(Input):
    """That a wording which raised an alarm is the client's own conduct after all, and why."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "'Max' is the dog."}]})

    reason: Text


class Names(NamedTuple):
    """The names by which texts of a case may call the two."""

    partner: tuple[str, ...]
    client: tuple[str, ...]


def names_in(work: Work, client_id: UUID, partner_id: UUID | None) -> Names:
    """Return the names in use of the client and of the partner, whole and by their first word."""
    client = names_of_clients(work, [client_id])[client_id]
    partner = names_of_partners(work, [partner_id])[partner_id] if partner_id is not None else None
    return Names(_called(partner), _called(client))


def rule_broken(text: str, names: Names) -> WordingRule | None:
    """Return the first rule by which a sentence is not the client's own conduct, or None."""
    return wording_alarm(text, partner_names=names.partner, client_names=names.client)


def require_clinician(work: Work) -> None:
    """Raise ConfirmationNeedsClinician unless a therapist who signed in is asking."""
    if work.principal.kind is not ActorKind.STAFF or Role.THERAPIST not in work.principal.roles:
        raise ConfirmationNeedsClinician


def _called(name: str | None) -> tuple[str, ...]:
    return (name, *name.split()[:1]) if name else ()
