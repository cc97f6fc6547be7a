"""Identifiers and randomness are arguments: the one place that makes them."""

from __future__ import annotations

import random
import secrets
import threading
from datetime import datetime
from uuid import UUID

_BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_COUNTER_BITS = 12


class Ids:
    """Makes UUIDs of version 7 (RFC 9562), in ascending order within a process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0
        self._random = random.Random(secrets.randbits(256))  # noqa: S311 - ids are no secrets

    def new(self, now: datetime) -> UUID:
        """Return a new identifier whose first 48 bits are ``now`` in milliseconds."""
        tick = int(now.timestamp() * 1000) << _COUNTER_BITS
        with self._lock:
            tick = max(tick, self._last + 1)
            self._last = tick
        milliseconds, counter = tick >> _COUNTER_BITS, tick & 0xFFF
        value = (milliseconds & 0xFFFFFFFFFFFF) << 80 | 0x7 << 76 | counter << 64
        return UUID(int=value | 0b10 << 62 | self._random.getrandbits(62))


def to_base62(number: int, length: int) -> str:
    """Return ``number`` in base 62, zero-padded to ``length`` characters."""
    digits = []
    for _ in range(length):
        number, digit = divmod(number, 62)
        digits.append(_BASE62[digit])
    if number:
        raise ValueError("the number does not fit the length")
    return "".join(reversed(digits))


def from_base62(text: str) -> int:
    """Return the number that ``to_base62`` wrote; ValueError for any other character."""
    number = 0
    for character in text:
        number = number * 62 + _BASE62.index(character)
    return number
