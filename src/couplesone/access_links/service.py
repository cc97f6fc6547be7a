"""Handing out access links, and taking them back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update

from couplesone.access_links.codes import Code, LinkState
from couplesone.access_links.errors import AccessLinkEnded
from couplesone.access_links.models import AccessLink as AccessLink
from couplesone.identity import tokens
from couplesone.kernel.errors import RecordNotFound
from couplesone.kernel.permissions import Purpose
from couplesone.persistence.paging import Page, PageRequest, instant, keyset, page_of
from couplesone.persistence.work import Work


@dataclass(frozen=True, slots=True)
class Issued:
    """A new link, with what opens it: shown this once."""

    link: AccessLink
    token: str | None
    code: Code


def code_hash(work: Work, secret: str) -> bytes:
    """Return what is kept of the secret of a typed code: keyed, because its 40 bits could be tried out."""
    return work.keyring.token("secret of an access link's code", secret)


class AccessLinkService:
    """The access links of a practice. Whose case it is was settled by whoever calls."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def issue(
        self,
        *,
        purpose: Purpose,
        case_id: UUID,
        client_id: UUID,
        expires_at: datetime,
        channel: str | None,
        instrument: str | None = None,
    ) -> Issued:
        """Make a link that is sent through ``channel``, or without one a code for the room only.

        A link for a measure, and no other, names its ``instrument``.
        """
        link_id, code = self.work.new_id(), self._unused_code()
        token, token_hash = (
            tokens.issue(tokens.LINK, self.work.practice_id, link_id) if channel else (None, None)
        )
        link = AccessLink(
            id=link_id,
            purpose=purpose.value,
            instrument=instrument,
            case_id=case_id,
            client_id=client_id,
            issued_by=self.work.staff_id,
            in_room=channel is None,
            channel=channel,
            token_hash=token_hash,
            selector=code.selector,
            code_hash=code_hash(self.work, code.secret),
            failed_tries=0,
            expires_at=expires_at,
        )
        return Issued(self.work.add(link), token, code)

    def list(self, case_id: UUID, page: PageRequest) -> Page[AccessLink]:
        """Return the client's links of a case, newest first; a partner's is no matter of staff."""
        statement = select(AccessLink).where(
            AccessLink.case_id == case_id, AccessLink.purpose != Purpose.INVITATION.value
        )
        statement = keyset(
            statement, page, AccessLink.created_at, AccessLink.id, parse=instant, descending=True
        )
        rows = self.work.db.scalars(statement).all()
        return page_of(rows, page, lambda link: (link.created_at, link.id))

    def get(self, link_id: UUID) -> AccessLink:
        """Return a client's link; RecordNotFound."""
        link = self.work.get(AccessLink, link_id)
        if link.purpose == Purpose.INVITATION:
            raise RecordNotFound
        return link

    def revoke(self, link: AccessLink, version: int) -> AccessLink:
        """Take a link back at once; VersionStale, AccessLinkEnded."""
        link.expect(version)
        if link.state(self.work.now) is not LinkState.OPEN:
            raise AccessLinkEnded
        link.revoked_at = self.work.now
        self.work.flush()
        return link

    def end(self, link_id: UUID) -> None:
        """Take a link back, whatever became of it; nobody is told whether it was used."""
        self.work.db.execute(
            update(AccessLink)
            .where(AccessLink.id == link_id, AccessLink.revoked_at.is_(None))
            .values(revoked_at=self.work.now, updated_at=self.work.now, version=AccessLink.version + 1)
        )

    def prolong(self, link_id: UUID, until: datetime) -> None:
        """Let a link open until an instant that was not known when it was issued."""
        self.work.db.execute(
            update(AccessLink)
            .where(AccessLink.id == link_id)
            .values(expires_at=until, updated_at=self.work.now, version=AccessLink.version + 1)
        )

    def revoke_all(self, case_id: UUID) -> None:
        """Take back every link of a case that was not used."""
        self.work.db.execute(
            update(AccessLink)
            .where(
                AccessLink.case_id == case_id, AccessLink.used_at.is_(None), AccessLink.revoked_at.is_(None)
            )
            .values(revoked_at=self.work.now, updated_at=self.work.now, version=AccessLink.version + 1)
        )

    def _unused_code(self) -> Code:
        while True:
            code = Code.fresh()
            taken = select(AccessLink.id).where(AccessLink.selector == code.selector)
            if self.work.db.scalar(taken) is None:
                return code
