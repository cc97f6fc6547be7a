"""Passwords: how they are hashed, and which are refused.

Hashed with argon2id (64 MiB, three passes: about 0.1 s), four at once at most, because each takes its memory.
Passwords are taken as received, without normalisation (ASVS 6.2.8). Refused are those under 15 characters, the
common ones, and those that are little more than one's own name (NIST SP 800-63B-4, 3.1.1.2): no rules about
kinds of characters, no expiry.
"""

from __future__ import annotations

import base64
import re
import secrets
import threading
from collections.abc import Iterable

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from couplesone.identity.common_passwords import COMMON
from couplesone.identity.errors import PasswordTooWeak
from couplesone.kernel.errors import FieldError

SHORTEST = 15
MAX_BYTES = 1024
AT_ONCE = 4
_OWN_SHARE = 8
"""What must be left of a password without one's own name, address and practice."""
_ROWS = (
    "0123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
)
_WORD = re.compile(r"[^\W_]+")
_SHORTEST_WORD = 4


class PasswordHasher:
    """Hashes and verifies; the defaults are what production uses, and tests make it cheap."""

    def __init__(self, *, passes: int = 3, memory_kib: int = 65536, lanes: int = 4) -> None:
        self._argon2 = PasswordHash((Argon2Hasher(passes, memory_kib, lanes),))
        self._turns = threading.BoundedSemaphore(AT_ONCE)
        salt, digest = (base64.b64encode(secrets.token_bytes(n)).decode().rstrip("=") for n in (16, 32))
        self._nobodys = f"$argon2id$v=19$m={memory_kib},t={passes},p={lanes}${salt}${digest}"

    def hash(self, password: str) -> str:
        """Return the hash to keep; ``check_strength`` comes first."""
        with self._turns:
            return self._argon2.hash(password)

    def verify(self, password: str, kept: str | None) -> tuple[bool, str | None]:
        """Say whether the password is the one whose hash was ``kept``, and return a better hash to keep, if any.

        Without a hash it works as long and says no, so that nobody can tell from the time who has an account.
        """
        fits = len(password.encode()) <= MAX_BYTES
        with self._turns:
            held, better = self._argon2.verify_and_update(
                password if fits else "", kept if kept and fits else self._nobodys
            )
        return held, better


def check_strength(password: str, own_words: Iterable[str], pointer: str = "/new_password") -> None:
    """Raise PasswordTooWeak unless the password may be taken; ``own_words`` are names and addresses of the person."""
    if finding := _weakness(password, own_words):
        code, detail = finding
        raise PasswordTooWeak(errors=[FieldError(pointer, code, detail)])


def _weakness(password: str, own_words: Iterable[str]) -> tuple[str, str] | None:
    if len(password) < SHORTEST:
        return "too_short", f"A password has {SHORTEST} characters at least; a sentence is easy to remember."
    if len(password.encode()) > MAX_BYTES:
        return "too_long", "A password has 1,024 bytes at most."
    plain = password.casefold()
    if plain in COMMON or _letters(plain) in COMMON or _repeats(plain) or _runs(plain):
        return "too_common", "This password is among those that are tried first."
    left = _without(plain, own_words)
    if left != plain and len(_letters(left)) < _OWN_SHARE:
        return "own_words", "This is little more than your name, your address or the practice's name."
    return None


def _repeats(text: str) -> bool:
    """Say whether the text is one piece, of half its length at most, over and over."""
    start = (text + text).find(text, 1)
    return start <= len(text) // 2 or len(set(text)) <= 3


def _runs(text: str) -> bool:
    """Say whether the text walks along the alphabet, the digits or the keyboard, forwards or backwards."""
    return any(text in row * 8 or text in row[::-1] * 8 for row in _ROWS)


def _without(text: str, own_words: Iterable[str]) -> str:
    words = {
        word for own in own_words for word in _WORD.findall(own.casefold()) if len(word) >= _SHORTEST_WORD
    }
    for word in sorted(words | {"couplesone"}, key=len, reverse=True):
        text = text.replace(word, "")
    return text


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text))
