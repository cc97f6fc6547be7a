"""Signing in: two short transactions with the slow hash between them, outside any.

The first counts the attempt and reads the hash, the second writes the sign-in (or that it was refused) if nothing
changed in between. An unknown account, a wrong password and a deactivated account cost the same statements and
one hash each, and get the same answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update

from couplesone.identity import tokens
from couplesone.identity.errors import SignInFailed
from couplesone.identity.models import SignIn, Staff
from couplesone.identity.sign_in_rules import SignInRules, rules_among
from couplesone.identity.sign_ins.attempts import Attempts
from couplesone.kernel.errors import RecordNotFound
from couplesone.kernel.principal import ActorKind, Principal
from couplesone.persistence.directory import only_practice
from couplesone.persistence.work import Work, Works

ACTION = "sign_in"


@dataclass(frozen=True, slots=True)
class NewSignIn:
    """A sign-in with its token, which is shown this once."""

    id: UUID
    token: str
    staff_id: UUID
    practice_id: UUID
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class _Attempt:
    account: bytes
    rows: list[UUID]
    staff_id: UUID | None
    password_hash: str | None


class Entry:
    """The door of the installation."""

    def __init__(self, works: Works, *, address: str, request_id: str | None = None) -> None:
        self.works = works
        self.rules: SignInRules = rules_among(works.extras)
        self.address = address
        self.request_id = request_id

    def sign_in(self, *, email: str, password: str, practice_id: UUID | None = None) -> NewSignIn:
        """Sign somebody in; without a practice it is the only one of the installation.

        Raises SignInFailed, SignInThrottled.
        """
        practice_id = practice_id or only_practice(
            self.works, "somebody signs in without naming the practice"
        )
        attempt = self._begin(practice_id, email) if practice_id else None
        held, better = self.rules.hasher.verify(password, attempt.password_hash if attempt else None)
        if practice_id is None or attempt is None:
            raise SignInFailed
        with self.works.open(practice_id, request_id=self.request_id) as work:
            staff = self._unchanged(work, attempt) if held else None
            if staff is not None:
                return self._enter(work, attempt, staff, better)
            work.audit(ACTION, attempt.staff_id, outcome="refused")
        raise SignInFailed

    def _begin(self, practice_id: UUID, email: str) -> _Attempt | None:
        with self.works.open(practice_id, request_id=self.request_id) as work:
            try:
                work.practice()
            except RecordNotFound:
                return None
            attempts = Attempts(work, self.rules.attempts)
            account, address = attempts.account(email), attempts.address(self.address)
            attempts.admit(account, address)
            rows = attempts.count(account, address)
            staff = work.db.scalar(select(Staff).where(Staff.email == email, Staff.deactivated_at.is_(None)))
            return _Attempt(
                account, rows, staff.id if staff else None, staff.password_hash if staff else None
            )

    @staticmethod
    def _unchanged(work: Work, attempt: _Attempt) -> Staff | None:
        same = Staff.password_hash == attempt.password_hash
        return work.db.scalar(
            select(Staff).where(Staff.id == attempt.staff_id, same, Staff.deactivated_at.is_(None))
        )

    def _enter(self, work: Work, attempt: _Attempt, staff: Staff, better: str | None) -> NewSignIn:
        sign_in_id = work.new_id()
        token, token_hash = tokens.issue(tokens.SIGN_IN, work.practice_id, sign_in_id)
        expires_at = work.now + self.rules.lifetime
        work.add(
            SignIn(
                id=sign_in_id,
                staff_id=staff.id,
                token_hash=token_hash,
                created_at=work.now,
                last_seen_at=work.now,
                expires_at=expires_at,
            )
        )
        Attempts(work, self.rules.attempts).forgive(attempt.account, attempt.rows)
        if better is not None:
            same = Staff.password_hash == attempt.password_hash
            work.db.execute(update(Staff).where(Staff.id == staff.id, same).values(password_hash=better))
        work.actor = Principal(
            kind=ActorKind.STAFF,
            practice_id=work.practice_id,
            staff_id=staff.id,
            credential_id=sign_in_id,
            roles=frozenset(staff.roles),
        )
        work.audit(ACTION, sign_in_id)
        return NewSignIn(sign_in_id, token, staff.id, work.practice_id, expires_at)
