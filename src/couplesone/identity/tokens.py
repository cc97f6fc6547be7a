"""The form of tokens and keys, and how they are hashed.

``c1s_<place>_<secret>_<check>`` is a sign-in, ``c1_live_…`` and ``c1_test_…`` are API keys, ``c1r_…`` resets a
password, ``c1l_…`` is an access link of a client. The place is practice and row id in base 62, so that one look-up
by primary key finds the row; ids are no secrets. The secret has 256 bits; only its SHA-256 is kept (ASVS 6.5.2). The
check is a CRC-32 that lets scanners and us tell junk from tokens before any query.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import zlib
from dataclasses import dataclass, field
from uuid import UUID

from couplesone.kernel.ids import from_base62, to_base62

SIGN_IN = "c1s"
LIVE_KEY = "c1_live"
TEST_KEY = "c1_test"
RESET = "c1r"
LINK = "c1l"
_FORM = re.compile(r"^(c1s|c1r|c1l|c1_live|c1_test)_([0-9A-Za-z]{44})_([0-9A-Za-z]{43})_([0-9A-Za-z]{6})$")


@dataclass(frozen=True, slots=True)
class Token:
    """A token taken apart."""

    prefix: str
    practice_id: UUID
    row_id: UUID
    secret: str = field(repr=False)

    def matches(self, secret_hash: bytes) -> bool:
        """Compare in constant time with what is kept."""
        return hmac.compare_digest(hash_secret(self.secret), secret_hash)


def hash_secret(secret: str) -> bytes:
    """Return the SHA-256 of a secret of full entropy."""
    return hashlib.sha256(secret.encode()).digest()


def _check(text: str) -> str:
    return to_base62(zlib.crc32(text.encode()), 6)


def place_of(practice_id: UUID) -> str:
    """Return a practice's id as it stands in tokens and addresses: 22 characters."""
    return to_base62(practice_id.int, 22)


def practice_at(place: str) -> UUID | None:
    """Return the practice's id that ``place_of`` wrote; None for any other text."""
    if not re.fullmatch(r"[0-9A-Za-z]{22}", place) or (number := from_base62(place)) >= 2**128:
        return None
    return UUID(int=number)


def issue(prefix: str, practice_id: UUID, row_id: UUID) -> tuple[str, bytes]:
    """Return a new token for a row, and the hash of its secret."""
    secret = to_base62(secrets.randbits(256), 43)
    body = f"{prefix}_{place_of(practice_id)}{to_base62(row_id.int, 22)}_{secret}"
    return f"{body}_{_check(body)}", hash_secret(secret)


def parse(text: str) -> Token | None:
    """Take a token apart; None when it cannot be one of ours."""
    if not (match := _FORM.match(text)):
        return None
    prefix, place, secret, check = match.groups()
    if _check(text[: -len(check) - 1]) != check:
        return None
    practice, row = from_base62(place[:22]), from_base62(place[22:])
    if max(practice, row) >= 2**128:
        return None
    return Token(prefix, UUID(int=practice), UUID(int=row), secret)
