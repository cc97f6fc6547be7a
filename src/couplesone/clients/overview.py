"""What the course room reads of clients: JSON sub-selects about the client or partner that a column names.

Sealed texts come out sealed, beside the id of their row; the course opens them.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import aliased

from couplesone.clients.codes import ConsentKind
from couplesone.clients.models import Client, Consent, ContactPreference, Partner, Relationship
from couplesone.persistence.json_sql import json_object, json_one, json_rows


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


def relationship_brief(partner_id: Any) -> ColumnElement[Any]:
    """Return what the client and the partner are to each other by the latest entry that holds; or null.

    On SQLite ``cohabiting`` comes as 0 or 1.
    """
    shown = json_object(
        kind=Relationship.kind,
        status=Relationship.status,
        since_on=Relationship.since_on,
        as_of_on=Relationship.as_of_on,
        cohabiting=Relationship.cohabiting,
        children_at_home=Relationship.children_at_home,
    )
    rows = select(shown).where(
        Relationship.partner_id == partner_id, Relationship.entered_in_error_at.is_(None)
    )
    return json_one(rows.order_by(Relationship.as_of_on.desc(), Relationship.id.desc()))


def consents_in_force(client_id: Any) -> ColumnElement[Any]:
    """Return the consents that were not taken back, the first given first: id, kind, partner_id, given_at."""
    consent = aliased(Consent)
    shown = json_object(
        id=consent.id, kind=consent.kind, partner_id=consent.partner_id, given_at=consent.given_at
    )
    rows = select(shown).where(consent.client_id == client_id, consent.revoked_at.is_(None))
    return json_rows(rows.order_by(consent.given_at, consent.id))


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
