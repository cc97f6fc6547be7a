"""Where somebody is signed in, and signing out."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from couplesone.identity.errors import SignInEnded
from couplesone.identity.models import SignIn
from couplesone.identity.sign_in_rules import rules_among
from couplesone.identity.sign_ins.schemas import SignInOut
from couplesone.kernel.errors import RecordNotFound
from couplesone.persistence.paging import Page, PageRequest, instant, keyset, page_of
from couplesone.persistence.work import Work


class SignInService:
    """The sign-ins of whoever asks."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def list(self, page: PageRequest) -> Page[SignInOut]:
        """Return one's own sign-ins, newest first."""
        statement = select(SignIn).where(SignIn.staff_id == self.work.staff_id)
        statement = keyset(statement, page, SignIn.created_at, SignIn.id, parse=instant, descending=True)
        rows = [self._shown(row) for row in self.work.db.scalars(statement)]
        return page_of(rows, page, lambda row: (row.created_at, row.id))

    def get(self, sign_in_id: UUID) -> SignInOut:
        """Return one of one's own sign-ins; RecordNotFound for anybody else's."""
        return self._shown(self._own(sign_in_id))

    def end(self, sign_in_id: UUID) -> SignInOut:
        """End one of one's own sign-ins at once; SignInEnded if it has ended already."""
        sign_in = self._own(sign_in_id)
        if not self._active(sign_in):
            raise SignInEnded
        sign_in.ended_at = self.work.now
        self.work.flush()
        return self._shown(sign_in)

    def _own(self, sign_in_id: UUID) -> SignIn:
        sign_in = self.work.get(SignIn, sign_in_id)
        if sign_in.staff_id != self.work.staff_id:
            raise RecordNotFound
        return sign_in

    def _active(self, sign_in: SignIn) -> bool:
        idle_since = self.work.now - rules_among(self.work.extras).idle
        return (
            sign_in.ended_at is None
            and sign_in.expires_at > self.work.now
            and sign_in.last_seen_at > idle_since
        )

    def _shown(self, sign_in: SignIn) -> SignInOut:
        return SignInOut(
            id=sign_in.id,
            staff_id=sign_in.staff_id,
            created_at=sign_in.created_at,
            last_seen_at=sign_in.last_seen_at,
            expires_at=sign_in.expires_at,
            ended_at=sign_in.ended_at,
            active=self._active(sign_in),
            current=sign_in.id == self.work.principal.credential_id,
        )
