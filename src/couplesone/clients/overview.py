"""What the course room reads of clients: JSON sub-selects about the client or partner that a column names.

Sealed texts come out sealed, beside the id of their row; the course opens them.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, func, select

from couplesone.clients.codes import ConsentKind
from couplesone.clients.models import Client, Consent, ContactPreference, Partner
from couplesone.persistence.json_sql import json_object, json_one


def client_brief(client_id: Any) -> ColumnElement[Any]:
    """Return a client in brief: id, sealed name_used and pronouns, status."""
    shown = json_object(
        id=Client.id, name_used=Client.name_used, pronouns=Client.pronouns, status=Client.status
    )
    return json_one(select(shown).where(Client.id == client_id))


def partner_brief(partner_id: Any) -> ColumnElement[Any]:
    """Return a partner in brief: id, sealed name_used and pronouns; or null."""
    shown = json_object(id=Partner.id, name_used=Partner.name_used, pronouns=Partner.pronouns)
    return json_one(select(shown).where(Partner.id == partner_id, Partner.entered_in_error_at.is_(None)))


def treatment_consents(client_id: Any) -> ColumnElement[int]:
    """Return how many consents to treatment are in force."""
    return (
        select(func.count(Consent.id))
        .where(
            Consent.client_id == client_id,
            Consent.kind == ConsentKind.TREATMENT.value,
            Consent.revoked_at.is_(None),
        )
        .scalar_subquery()
    )


def channels_asked(client_id: Any) -> ColumnElement[int]:
    """Return for how many channels the client was asked whether contact is safe."""
    return (
        select(func.count(ContactPreference.id))
        .where(ContactPreference.client_id == client_id)
        .scalar_subquery()
    )


def name_of_client(client_id: Any) -> ColumnElement[str]:
    """Return the sealed name of a client as the column ``client_name``."""
    return select(Client.name_used).where(Client.id == client_id).scalar_subquery().label("client_name")


def consent_to_contact(client_id: Any, partner_id: Any) -> ColumnElement[Any]:
    """Return when the client last consented to contact with a partner, a consent that holds; or null."""
    return (
        select(func.max(Consent.given_at))
        .where(
            Consent.client_id == client_id,
            Consent.partner_id == partner_id,
            Consent.kind == ConsentKind.PARTNER_CONTACT.value,
            Consent.revoked_at.is_(None),
        )
        .scalar_subquery()
    )
