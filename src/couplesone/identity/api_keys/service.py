"""API keys: making, rotating, revoking."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from couplesone.identity import tokens
from couplesone.identity.api_keys.policy import REVOKE, ROTATE, actions_of, grantable, refusal, state_of
from couplesone.identity.api_keys.schemas import ApiKeyOut, ApiKeyScope
from couplesone.identity.errors import ScopeNotYours, StaffDeactivated
from couplesone.identity.models import ApiKey, Staff
from couplesone.kernel.errors import RecordNotFound
from couplesone.kernel.permissions import DESCRIPTIONS, IMPLIED, Permission, Reach
from couplesone.persistence.paging import Page, PageRequest, instant, keyset, page_of
from couplesone.persistence.work import Work


class ApiKeyService:
    """The API keys that whoever asks may know of: one's own, or, for an owner, all of the practice."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def scopes(self) -> Sequence[ApiKeyScope]:
        """Return every permission, and whether whoever asks may give it to a key."""
        mine = grantable(self.work.principal.roles)
        return [
            ApiKeyScope(permission=scope, description=DESCRIPTIONS[scope], grantable=scope in mine)
            for scope in Permission
            if scope not in IMPLIED
        ]

    def create(
        self, *, staff_id: UUID, label: str, scopes: Collection[str], expires_in_days: int, test_mode: bool
    ) -> tuple[ApiKey, str]:
        """Make a key that acts for somebody, and return it with its secret, which is not kept.

        ScopeNotYours if it could do what that person cannot, or what needs a person who signed in;
        StaffDeactivated.
        """
        staff = self.work.get(Staff, staff_id)
        if staff.deactivated_at is not None:
            raise StaffDeactivated
        if not set(scopes) <= grantable(staff.roles):
            raise ScopeNotYours
        ordered = [scope.value for scope in Permission if scope in scopes]
        return self._issue(staff_id, label, ordered, timedelta(days=expires_in_days), test_mode)

    def list(self, page: PageRequest, *, staff_id: UUID | None = None) -> Page[ApiKey]:
        """Return the keys, newest first."""
        statement = select(ApiKey)
        if not self._sees_all:
            statement = statement.where(ApiKey.staff_id == self.work.staff_id)
        if staff_id is not None:
            statement = statement.where(ApiKey.staff_id == staff_id)
        statement = keyset(statement, page, ApiKey.created_at, ApiKey.id, parse=instant, descending=True)
        return page_of(self.work.db.scalars(statement).all(), page, lambda row: (row.created_at, row.id))

    def get(self, key_id: UUID) -> ApiKey:
        """Return one key; RecordNotFound for somebody else's, unless an owner asks."""
        key = self.work.get(ApiKey, key_id)
        if not self._sees_all and key.staff_id != self.work.staff_id:
            raise RecordNotFound
        return key

    def rotate(self, key_id: UUID, *, overlap_hours: int, version: int) -> tuple[ApiKey, str]:
        """Make a key like one's old one, for as long as that was made for; the old one ends after the overlap.

        Raises ApiKeyNotYours, ApiKeyEnded, ApiKeyReplaced.
        """
        old = self._to(ROTATE, key_id, version)
        new, secret = self._issue(
            old.staff_id, old.label, old.scopes, old.expires_at - old.created_at, old.test_mode
        )
        old.replaced_by_id = new.id
        if overlap_hours:
            old.expires_at = min(old.expires_at, self.work.now + timedelta(hours=overlap_hours))
        else:
            old.revoked_at = self.work.now
        self.work.flush()
        return new, secret

    def revoke(self, key_id: UUID, version: int) -> ApiKey:
        """End a key at once; ApiKeyEnded if it has ended already."""
        key = self._to(REVOKE, key_id, version)
        key.revoked_at = self.work.now
        self.work.flush()
        return key

    def shown(self, keys: Iterable[ApiKey]) -> Sequence[ApiKeyOut]:
        """Return keys as they are shown to whoever asks, with what may be done."""
        now, actor = self.work.now, self.work.principal
        return [
            ApiKeyOut(
                id=key.id,
                version=key.version,
                created_at=key.created_at,
                updated_at=key.updated_at,
                staff_id=key.staff_id,
                label=key.label,
                scopes=key.scopes,
                test_mode=key.test_mode,
                state=state_of(key, now),
                expires_at=key.expires_at,
                last_used_at=key.last_used_at,
                revoked_at=key.revoked_at,
                replaced_by_id=key.replaced_by_id,
                actions=actions_of(key, actor, now),
            )
            for key in keys
        ]

    @property
    def _sees_all(self) -> bool:
        return self.work.reach(Permission.API_KEY_MANAGE) is Reach.PRACTICE

    def _to(self, name: str, key_id: UUID, version: int) -> ApiKey:
        key = self.get(key_id)
        key.expect(version)
        if problem := refusal(name, key, self.work.principal, self.work.now):
            raise problem
        return key

    def _issue(
        self, staff_id: UUID, label: str, scopes: Iterable[str], lifetime: timedelta, test_mode: bool
    ) -> tuple[ApiKey, str]:
        work = self.work
        key_id = work.new_id()
        prefix = tokens.TEST_KEY if test_mode else tokens.LIVE_KEY
        secret, secret_hash = tokens.issue(prefix, work.practice_id, key_id)
        key = ApiKey(
            id=key_id,
            staff_id=staff_id,
            label=label,
            scopes=[*scopes],
            test_mode=test_mode,
            secret_hash=secret_hash,
            expires_at=work.now + lifetime,
        )
        return work.add(key), secret
