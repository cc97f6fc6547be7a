"""What may be done with an API key: by whom, and until when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from couplesone.identity.api_keys.policy import grantable, refusal, state_of
from couplesone.identity.errors import ApiKeyNotYours
from couplesone.identity.models import ApiKey
from couplesone.kernel.permissions import Role
from couplesone.kernel.principal import ActorKind, Principal

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MOMENT = timedelta(microseconds=1)
MAKER = UUID(int=5)


def key(expires_at: datetime = NOW + MOMENT, **members: Any) -> ApiKey:
    return ApiKey(staff_id=MAKER, expires_at=expires_at, **members)


def owner(staff_id: UUID) -> Principal:
    return Principal(ActorKind.STAFF, UUID(int=1), staff_id, UUID(int=3), frozenset({Role.OWNER}))


@pytest.mark.parametrize(
    ("expires_at", "state"),
    [(NOW + MOMENT, "live"), (NOW, "expired"), (NOW - MOMENT, "expired"), (NOW - timedelta(99), "expired")],
)
def test_a_key_lives_until_the_moment_it_expires_and_never_again(expires_at: datetime, state: str) -> None:
    assert state_of(key(expires_at), NOW) == state


@pytest.mark.parametrize("expires_at", [NOW + MOMENT, NOW - MOMENT])
def test_a_revoked_key_is_revoked_whatever_else_became_of_it(expires_at: datetime) -> None:
    assert state_of(key(expires_at, revoked_at=NOW, replaced_by_id=UUID(int=9)), NOW) == "revoked"


def test_a_replaced_key_works_until_its_overlap_is_over() -> None:
    assert state_of(key(replaced_by_id=UUID(int=9)), NOW) == "replaced"
    assert state_of(key(NOW, replaced_by_id=UUID(int=9)), NOW) == "expired"


@pytest.mark.parametrize("staff_id", [UUID(int=4), UUID(int=6)])
def test_nobody_rotates_the_key_of_another_whoever_came_first(staff_id: UUID) -> None:
    assert refusal("rotate_api_key", key(), owner(staff_id), NOW) is ApiKeyNotYours
    assert refusal("revoke_api_key", key(), owner(staff_id), NOW) is None


def test_the_maker_rotates_the_key() -> None:
    assert refusal("rotate_api_key", key(), owner(MAKER), NOW) is None


def test_who_has_no_role_has_nothing_to_give() -> None:
    assert grantable([]) == frozenset()
