"""By what people are compared without storing it: keyed hashes of name with birth date, e-mail and phone (E27)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from couplesone.clients.conflicts.codes import IdentityKind
from couplesone.clients.registry.names import plain
from couplesone.persistence.keyring import Keyring

Identity = tuple[IdentityKind, str]
_NATIONAL: Final = 9
"""How many last digits of a phone number are compared: with and without a country's or a trunk prefix."""
_FEWEST: Final = 7
_EMAIL: Final = re.compile(r"[^\s@<>(),;:\"]+@[^\s@<>(),;:\"]+\.[^\s@<>(),;:\"]+")
_PHONE: Final = re.compile(r"\+?[0-9][0-9 ()./-]{5,38}[0-9]")
_WORD: Final = re.compile(r"[^\W_]+")


def email(address: str | None) -> set[Identity]:
    """Return an address as it is compared.

    >>> email(" Tobias@Example.ORG. ") == email("tobias@example.org") != email("tobi@example.org")
    True
    """
    if not address:
        return set()
    return {(IdentityKind.EMAIL, address.strip().rstrip(".").casefold())}


def phone(number: str | None) -> set[Identity]:
    """Return a number as it is compared: its last nine digits; too short a one tells nothing.

    >>> phone("+43 664 123 45 67") == phone("0664/1234567") != phone("0664/1234568")
    True
    >>> phone("1234")
    set()
    """
    digits = "".join(sign for sign in number or "" if sign.isdecimal())
    return {(IdentityKind.PHONE, digits[-_NATIONAL:])} if len(digits) >= _FEWEST else set()


def name(said: str | None, birth_date: str | None) -> set[Identity]:
    """Return a name with a birth date as they are compared, whatever the order and the accents of its words.

    >>> name("Tobiáš Lind", "1985-02-03") == name("LIND, Tobias", "1985-02-03") != name("Tobias Lind", None)
    True
    """
    words = sorted(_WORD.findall(plain(said or "")))
    if not words or not birth_date:
        return set()
    return {(IdentityKind.NAME_AND_BIRTH_DATE, f"{' '.join(words)}|{birth_date}")}


def in_words(text: str | None) -> set[Identity]:
    """Return the addresses and numbers that a free text holds.

    >>> sorted(found for _, found in in_words("Mail: tobias@example.org, or 0664 123 45 67 after six"))
    ['641234567', 'tobias@example.org']
    """
    found: set[Identity] = set()
    for address in _EMAIL.findall(text or ""):
        found |= email(address)
    for number in _PHONE.findall(text or ""):
        found |= phone(number)
    return found


def tokens_of(keyring: Keyring, identities: Iterable[Identity]) -> set[tuple[str, bytes]]:
    """Return the tokens to store; of another practice, or another kind, no token is ever the same."""
    return {(kind.value, keyring.token(f"identity:{kind.value}", text)) for kind, text in identities}
