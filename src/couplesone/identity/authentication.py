"""From a bearer token to a principal: one statement that also brings the practice's time zone and key.

A sign-in is read anew for every request. An API key too: a revocation must hold at once, and the statement costs
less than what a cache of it would have to promise.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, select, update

from couplesone.identity import tokens
from couplesone.identity.models import ApiKey, SignIn, Staff
from couplesone.kernel.permissions import Permission, Role
from couplesone.kernel.principal import ActorKind, Principal
from couplesone.kernel.settings import Settings
from couplesone.persistence.columns import Guid, UtcDateTime
from couplesone.persistence.practice import Practice
from couplesone.persistence.prepared import Prepared
from couplesone.persistence.work import Work
from couplesone.web.operations import Credential

_BEARERS = (tokens.SIGN_IN, tokens.LIVE_KEY, tokens.TEST_KEY)
_SEEN_EVERY = timedelta(seconds=60)
_STAFF = (
    Staff.is_owner,
    Staff.is_therapist,
    Staff.is_supervisor,
    Staff.is_front_desk,
    Staff.is_biller,
    Staff.clinical_lead,
    Practice.time_zone,
    Practice.wrapped_key,
)
_SIGN_IN = Prepared(
    select(SignIn.staff_id, SignIn.token_hash, SignIn.last_seen_at, *_STAFF)
    .join(Staff, Staff.id == SignIn.staff_id)
    .join(Practice, Practice.practice_id == SignIn.practice_id)
    .where(
        SignIn.id == bindparam("row_id", type_=Guid()),
        SignIn.ended_at.is_(None),
        SignIn.expires_at > bindparam("now", type_=UtcDateTime()),
        SignIn.last_seen_at > bindparam("idle_since", type_=UtcDateTime()),
        Staff.deactivated_at.is_(None),
    )
)
_API_KEY = Prepared(
    select(ApiKey.staff_id, ApiKey.secret_hash, ApiKey.last_used_at, *_STAFF, ApiKey.scopes, ApiKey.test_mode)
    .join(Staff, Staff.id == ApiKey.staff_id)
    .join(Practice, Practice.practice_id == ApiKey.practice_id)
    .where(
        ApiKey.id == bindparam("row_id", type_=Guid()),
        ApiKey.revoked_at.is_(None),
        ApiKey.expires_at > bindparam("now", type_=UtcDateTime()),
        Staff.deactivated_at.is_(None),
    )
)
_KNOWN_SCOPES = frozenset(permission.value for permission in Permission)


class TokenAuthenticator:
    """The Authenticator of the API."""

    def __init__(self, settings: Settings) -> None:
        self._idle = timedelta(minutes=settings.sign_in_idle_minutes)

    def parse(self, token: str) -> tokens.Token | None:
        """Return the token taken apart, or None."""
        parsed = tokens.parse(token)
        return parsed if parsed is not None and parsed.prefix in _BEARERS else None

    def authenticate(self, work: Work, credential: Credential) -> Principal | None:
        """Return who holds the token, or None; unlocks the practice's keys and notes the use."""
        assert isinstance(credential, tokens.Token)
        if credential.prefix == tokens.SIGN_IN:
            idle_since = work.now - self._idle
            rows = work.run(_SIGN_IN, row_id=credential.row_id, now=work.now, idle_since=idle_since)
        else:
            rows = work.run(_API_KEY, row_id=credential.row_id, now=work.now)
        if not rows or not credential.matches(rows[0][1]):
            return None
        staff_id, _, seen, *flags = rows[0]
        time_zone, wrapped_key = flags[6], flags[7]
        scopes = None
        test_mode = False
        if credential.prefix != tokens.SIGN_IN:
            scopes = frozenset(Permission(scope) for scope in flags[8] if scope in _KNOWN_SCOPES)
            test_mode = flags[9]
            if test_mode != (credential.prefix == tokens.TEST_KEY):
                return None
        work.unlock(time_zone, wrapped_key)
        self._note_use(work, credential, seen)
        return Principal(
            kind=ActorKind.STAFF if scopes is None else ActorKind.API_KEY,
            practice_id=work.practice_id,
            staff_id=staff_id,
            credential_id=credential.row_id,
            roles=frozenset(role for role, held in zip(Role, flags[:5], strict=True) if held),
            scopes=scopes,
            test_mode=test_mode,
            clinical_lead=flags[5],
        )

    def _note_use(self, work: Work, credential: tokens.Token, seen: datetime | None) -> None:
        table: Any = SignIn if credential.prefix == tokens.SIGN_IN else ApiKey
        column = "last_seen_at" if table is SignIn else "last_used_at"
        step = _SEEN_EVERY if table is SignIn else timedelta(hours=1)
        if seen is not None and work.now - seen < step:
            return
        work.connection.execute(
            _touch(table), {"practice": work.practice_id, "row": credential.row_id, column: work.now}
        )


def _touch(table: Any) -> Any:
    return update(table).where(table.practice_id == bindparam("practice"), table.id == bindparam("row"))
