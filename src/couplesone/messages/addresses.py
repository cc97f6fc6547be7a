"""Addresses: what mail can be sent to, and the one form in which two ways of writing an address are the same.

Mail addresses are checked by form alone; nobody is asked whether they are alive. Taken are the plain addresses of
RFC 5321 that every server takes: a dot-atom of ASCII before the @, a domain with a dot after it (international ones in
their ASCII form, RFC 5891). Quoted local parts, comments, address literals, and whatever holds a line break are
refused.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

import idna

from couplesone.messages.errors import AddressNotValid

_LOCAL: Final = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_NOT_A_DIGIT: Final = re.compile(r"[^0-9]")


def mail_address(text: str | None) -> str:
    """Return an address as it goes into the envelope, its domain in small ASCII letters; AddressNotValid."""
    local, at, domain = (text or "").strip().rpartition("@")
    if not at or len(local) > 64 or not _LOCAL.fullmatch(local):
        raise AddressNotValid
    try:
        ascii_domain = idna.encode(domain, uts46=True).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError):
        raise AddressNotValid from None
    labels = ascii_domain.split(".")
    if len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels) or labels[-1].isdigit():
        raise AddressNotValid
    if len(local) + 1 + len(ascii_domain) > 254:
        raise AddressNotValid
    return f"{local}@{ascii_domain}"


def same_mail(text: str) -> str:
    """Return the form in which an address is compared: small letters; what cannot be mailed is compared as written.

    Servers may tell capitals apart before the @, and none does so to keep two people apart.
    """
    try:
        return mail_address(text).lower()
    except AddressNotValid:
        return same_words(text)


def same_phone(text: str) -> str:
    """Return the form in which a number is compared: its last eight digits, whatever prefix was written."""
    return _NOT_A_DIGIT.sub("", text)[-8:]


def same_words(text: str) -> str:
    """Return the form in which a postal address is compared: letters and digits only, in small letters."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if character.isalnum())
