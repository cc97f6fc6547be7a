"""Finding out that a client's partner is a client too, whenever one of the two is written.

Whoever writes is told nothing, and nothing that they can read changes: no version, no list, no event, no entry in
the audit trail, and the same statements are sent whether somebody was found or not. A match stays, also when what
it rests on is written differently afterwards, until the clinical lead has looked at it: so nobody finds out who is
a client by trying.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import and_, delete, insert, literal, select, update
from sqlalchemy.orm import aliased

from couplesone.clients.codes import ClientStatus
from couplesone.clients.conflicts import identity
from couplesone.clients.conflicts.codes import ConflictState, IdentityKind
from couplesone.clients.conflicts.models import IdentityToken, InterestConflict
from couplesone.clients.models import Client, Partner
from couplesone.persistence.tenancy import AnySelect
from couplesone.persistence.work import Work

IDENTIFYING: Final = frozenset({"name_used", "legal_name", "birth_date", "email", "phone", "contact"})
"""The members of a client or partner by which they are compared."""
_FLAGS: Final = {
    IdentityKind.NAME_AND_BIRTH_DATE.value: "by_name",
    IdentityKind.EMAIL.value: "by_email",
    IdentityKind.PHONE.value: "by_phone",
}


@dataclass(frozen=True, slots=True)
class _Pair:
    """A client, their partner, and the other client whom the partner seems to be."""

    client_id: UUID
    partner_id: UUID
    other_client_id: UUID


def client_written(work: Work, client: Client) -> None:
    """Compare a client anew, by what their file says and what the files said that were merged into it."""
    found: set[identity.Identity] = set()
    files = select(Client).where((Client.id == client.id) | (Client.merged_into_id == client.id))
    for file in work.db.scalars(files):
        for called in (file.name_used, file.legal_name):
            found |= identity.name(called, file.birth_date)
        found |= identity.email(file.email) | identity.phone(file.phone)
    _compare(work, client.id, found, _matches(client_id=client.id))


def partner_written(work: Work, partner: Partner) -> None:
    """Compare a partner anew."""
    found = identity.name(partner.name_used, partner.birth_date) | identity.in_words(partner.contact)
    found |= identity.email(partner.email) | identity.phone(partner.phone)
    _compare(work, partner.id, found, _matches(partner_id=partner.id))


def person_gone(work: Work, person_id: UUID) -> None:
    """Compare somebody no more, who was entered in error; what was found already is the clinical lead's to judge."""
    work.db.execute(delete(IdentityToken).where(IdentityToken.person_id == person_id))


def clients_merged(work: Work, duplicate_id: UUID, survivor: Client) -> None:
    """Make one of what was found about two files of one client, and compare the survivor by both."""
    person_gone(work, duplicate_id)
    both = (duplicate_id, survivor.id)
    found = work.db.scalars(
        select(InterestConflict)
        .where(InterestConflict.other_client_id.in_(both))
        .execution_options(populate_existing=True)
    ).all()
    kept = {row.partner_id: row for row in found if row.other_client_id == survivor.id}
    for row in found:
        if row.other_client_id == survivor.id and row.client_id != survivor.id:
            continue
        twin = kept.get(row.partner_id)
        if row.client_id == survivor.id:  # the partner was the same client, filed twice
            work.db.delete(row)
        elif twin is None:
            row.other_client_id = survivor.id
        else:
            _unite(twin, row)
            work.db.delete(row)
    work.flush()
    client_written(work, survivor)


def exempt(work: Work, client_id: UUID, other_client_id: UUID) -> None:
    """Mark what stands between two clients as their own declared wish to go on together (decisions C15)."""
    pair = (client_id, other_client_id)
    work.db.execute(
        update(InterestConflict)
        .where(InterestConflict.client_id.in_(pair), InterestConflict.other_client_id.in_(pair))
        .values(
            state=ConflictState.ROLE_CHANGE.value,
            decided_at=work.now,
            decided_by=work.staff_id,
            updated_at=work.now,
            version=InterestConflict.version + 1,
        )
        .execution_options(synchronize_session=False)
    )


def _compare(work: Work, person_id: UUID, identities: set[identity.Identity], matches: AnySelect) -> None:
    work.wait_for_lock("identity")  # two who are written at once see each other
    work.flush()
    tokens = identity.tokens_of(work.keyring, identities)
    work.db.execute(delete(IdentityToken).where(IdentityToken.person_id == person_id))
    work.add_all(
        [IdentityToken(person_id=person_id, kind=kind, token=token) for kind, token in sorted(tokens)]
    )
    grounds: dict[_Pair, set[str]] = {}
    known: dict[_Pair, InterestConflict] = {}
    exempted: set[_Pair] = set()
    for row in work.db.execute(matches):
        pair = _Pair(row.client_id, row.partner_id, row.other_client_id)
        grounds.setdefault(pair, set()).add(_FLAGS[row.kind])
        if row.InterestConflict is not None:
            known[pair] = row.InterestConflict
        if row.exempt:
            exempted.add(pair)
    new = [pair for pair in grounds if pair not in known]
    for pair in new or [_Pair(person_id, person_id, person_id)]:  # sent also when nobody was found
        _open(work, pair, grounds.get(pair, set()), exempt=pair in exempted)
    for pair, conflict in known.items():
        _found_again(conflict, grounds[pair])
    work.flush()


def _open(work: Work, pair: _Pair, grounds: set[str], *, exempt: bool) -> None:
    """Enter a match; a pair that is none, because its partner is no partner, enters nothing."""
    state = ConflictState.ROLE_CHANGE if exempt else ConflictState.OPEN
    values: dict[str, Any] = {
        "practice_id": work.practice_id,
        "id": work.new_id(),
        "created_at": work.now,
        "updated_at": work.now,
        "version": 1,
        **{flag: flag in grounds for flag in _FLAGS.values()},
        "state": state.value,
        "opened_at": work.now,
        "opened_by": work.actor.staff_id if work.actor else None,
        "decided_at": work.now if exempt else None,
    }
    columns = [literal(value, getattr(InterestConflict, name).type) for name, value in values.items()]
    real = select(
        *columns, Partner.client_id, Partner.id, literal(pair.other_client_id, Partner.id.type)
    ).where(Partner.id == pair.partner_id, Partner.client_id == pair.client_id)
    names = [*values, "client_id", "partner_id", "other_client_id"]
    work.db.execute(insert(InterestConflict).from_select(names, real))


def _found_again(row: InterestConflict, grounds: set[str]) -> None:
    """Open a cleared match again if there is a ground for it that was not known when it was cleared."""
    fresh = [flag for flag in sorted(grounds) if not getattr(row, flag)]
    for flag in fresh:
        setattr(row, flag, True)
    if fresh and row.state == ConflictState.CLEARED.value:
        _reopen(row)


def _unite(twin: InterestConflict, row: InterestConflict) -> None:
    for flag in _FLAGS.values():
        setattr(twin, flag, getattr(twin, flag) or getattr(row, flag))
    if row.state == ConflictState.OPEN.value and twin.state == ConflictState.CLEARED.value:
        _reopen(twin)


def _reopen(row: InterestConflict) -> None:
    row.state, row.decided_at = ConflictState.OPEN.value, None
    row.decided_by = row.reason = None


def _matches(*, client_id: UUID | None = None, partner_id: UUID | None = None) -> AnySelect:
    """Select who has a token in common with a client or with a partner; test data and real data never meet.

    Of clients who were merged or entered in error there are no tokens, but there are of the latter's partners.
    """
    of_client, of_partner = aliased(IdentityToken), aliased(IdentityToken)
    other, whose, turned = aliased(Client), aliased(Client), aliased(Partner)
    became = (
        select(turned.id)
        .where(
            ((turned.client_id == whose.id) & (turned.became_client_id == other.id))
            | ((turned.client_id == other.id) & (turned.became_client_id == whose.id))
        )
        .exists()
    )
    statement = (
        select(
            Partner.client_id,
            Partner.id.label("partner_id"),
            other.id.label("other_client_id"),
            of_client.kind,
            InterestConflict,
            became.label("exempt"),
        )
        .join(of_partner, of_partner.person_id == Partner.id)
        .join(of_client, and_(of_client.kind == of_partner.kind, of_client.token == of_partner.token))
        .join(other, other.id == of_client.person_id)
        .join(whose, whose.id == Partner.client_id)
        .outerjoin(
            InterestConflict,
            and_(InterestConflict.partner_id == Partner.id, InterestConflict.other_client_id == other.id),
        )
        .where(
            other.id != whose.id,
            other.test_data == whose.test_data,
            whose.status != ClientStatus.ENTERED_IN_ERROR.value,
            Partner.entered_in_error_at.is_(None),
        )
    )
    return statement.where(Partner.id == partner_id if client_id is None else other.id == client_id)
