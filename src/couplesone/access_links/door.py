"""From a token or a typed code to a client who acts: what is wrong with it is never told apart.

Unknown, expired, used, revoked and locked links, and wrong codes, cost the same statements and one comparison of
hashes, and raise the same LinkNotValid. A token has 256 bits, so nobody counts wrong ones. A code is counted before
its outcome is known: by its selector (five wrong secrets lock the link), by the caller's address and by the
practice, whether or not there is such a selector (decisions C21).
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select, update

from couplesone.access_links.codes import Code, LinkState
from couplesone.access_links.errors import LinkNotValid
from couplesone.access_links.models import MAX_TRIES, AccessLink
from couplesone.access_links.service import code_hash
from couplesone.identity import tokens
from couplesone.identity.sign_ins.attempts import Attempts, network_of
from couplesone.kernel.errors import RecordNotFound
from couplesone.kernel.permissions import Purpose
from couplesone.kernel.principal import ActorKind, Principal
from couplesone.persistence.work import Work, Works

WRONG_FROM_ADDRESS: Final = 20
"""Wrong codes from one address within a quarter of an hour, after which none from there is right."""
WRONG_IN_PRACTICE: Final = 200
"""Wrong codes in one practice within a quarter of an hour, after which no code is right for a while."""
_NOTHING: Final = bytes(32)


@dataclass(frozen=True, slots=True)
class Knock:
    """What somebody showed: it names a link, and proves it by a token or proved it by a code."""

    practice_id: UUID
    link_id: UUID
    token: tokens.Token | None = field(repr=False)


def knock(works: Works, key: str, *, practice_id: UUID | None, address: str, again: bool = False) -> Knock:
    """Take a token, or a code typed at a practice's page; LinkNotValid. ``again`` as for ``enter``."""
    token = tokens.parse(key)
    if token is not None and token.prefix == tokens.LINK:
        return Knock(token.practice_id, token.row_id, token)
    code = Code.typed(key)
    if code is None or practice_id is None:
        raise LinkNotValid
    try:
        with works.open(practice_id) as work:
            link_id = _try_code(work, code, address, again=again)
    except RecordNotFound:  # no such practice
        raise LinkNotValid from None
    if link_id is None:
        raise LinkNotValid
    return Knock(practice_id, link_id, None)


def enter(work: Work, shown: Knock, *, again: bool = False) -> AccessLink:
    """Return the link and let its client, or an invited partner, act in ``work``; LinkNotValid.

    With ``again`` a link that was used opens too, for whoever sends the same once more. The row is locked, so that
    of two who send at once the second finds what the first did.
    """
    try:
        work.practice()
    except RecordNotFound:
        raise LinkNotValid from None
    link = work.db.scalar(select(AccessLink).where(AccessLink.id == shown.link_id).with_for_update())
    expected = (link.token_hash if link is not None else None) or _NOTHING
    given = tokens.hash_secret(shown.token.secret if shown.token else "")
    held = hmac.compare_digest(given, expected) or shown.token is None
    if link is None or not held:
        raise LinkNotValid
    states = (LinkState.OPEN, LinkState.USED) if again else (LinkState.OPEN,)
    if link.state(work.now) not in states or work.now >= link.expires_at:
        raise LinkNotValid
    by_partner = link.purpose == Purpose.INVITATION
    work.actor = Principal(
        kind=ActorKind.PARTNER if by_partner else ActorKind.CLIENT,
        practice_id=work.practice_id,
        staff_id=None,
        credential_id=link.id,
        roles=frozenset(),
        client_id=None if by_partner else link.client_id,
        purpose=Purpose(link.purpose),
    )
    work.subject = link.client_id
    return link


def use_up(work: Work, link: AccessLink, content: str) -> None:
    """Note that the link was used, and for what (as a keyed hash)."""
    link.used_at, link.content_hash = work.now, _content_hash(work, content)
    work.flush()


def was_used_for(work: Work, link: AccessLink, content: str) -> bool:
    """Say whether the link was used, and for just this; LinkNotValid if it was used for anything else."""
    if link.used_at is None:
        return False
    if not hmac.compare_digest(link.content_hash or b"", _content_hash(work, content)):
        raise LinkNotValid
    return True


def _content_hash(work: Work, content: str) -> bytes:
    return work.keyring.token("what was sent by an access link", content)


def _try_code(work: Work, code: Code, address: str, *, again: bool) -> UUID | None:
    """Count the try, and return the link if the code is right: the same statements whatever is wrong.

    A link that has ended is none: the code of one is as wrong as any other, and is counted like one.
    """
    attempts = Attempts(work, WRONG_FROM_ADDRESS)
    by_address = work.keyring.token("wrong link codes from an address", network_of(address))
    by_practice = work.keyring.token("wrong link codes of the practice", "")
    wait = attempts.wait({by_address: WRONG_FROM_ADDRESS, by_practice: WRONG_IN_PRACTICE})
    counted = attempts.count(by_address, by_practice)
    tried = work.db.execute(
        update(AccessLink)
        .where(
            AccessLink.selector == code.selector,
            AccessLink.failed_tries < (MAX_TRIES if wait is None else 0),
            AccessLink.expires_at > work.now,
            _not_used_up(again=again),
        )
        .values(failed_tries=AccessLink.failed_tries + 1)
        .returning(AccessLink.id, AccessLink.code_hash)
        .execution_options(synchronize_session=False)
    ).first()
    right = hmac.compare_digest(code_hash(work, code.secret), tried.code_hash if tried else _NOTHING[:16])
    if tried is None or not right:
        return None
    attempts.take_back(counted)
    work.db.execute(
        update(AccessLink)
        .where(AccessLink.id == tried.id)
        .values(failed_tries=0)
        .execution_options(synchronize_session=False)
    )
    link_id: UUID = tried.id
    return link_id


def _not_used_up(*, again: bool) -> ColumnElement[bool]:
    unused = and_(AccessLink.used_at.is_(None), AccessLink.revoked_at.is_(None))
    return or_(unused, AccessLink.used_at.is_not(None)) if again else unused
