"""Vocabularies of the access links room, and the form of typed codes."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from typing import Final, Self

from couplesone.kernel.coded import Coded
from couplesone.kernel.permissions import Purpose

ALPHABET: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Digits and capital letters without those that look alike (0 O, 1 I)."""
_FORM = re.compile(rf"^[{ALPHABET}]{{12}}$")


class LinkState(Coded):
    """Whether an access link still opens anything."""

    OPEN = "open", "Open"
    USED = "used", "Used"
    EXPIRED = "expired", "Expired"
    LOCKED = "locked", "Locked after wrong codes"
    REVOKED = "revoked", "Revoked"


VOCABULARIES: tuple[type[Coded], ...] = (Purpose, LinkState)
LinkState.version = 1


@dataclass(frozen=True, slots=True)
class Code:
    """A typed code: four characters that find the link, eight that prove it (decisions C21)."""

    selector: str
    secret: str = field(repr=False)

    @classmethod
    def fresh(cls) -> Self:
        """Return a new code: 20 bits to find it, 40 bits to prove it."""
        characters = "".join(secrets.choice(ALPHABET) for _ in range(12))
        return cls(characters[:4], characters[4:])

    @classmethod
    def typed(cls, text: str) -> Self | None:
        """Return the code that somebody typed, with or without spaces and dashes; None for anything else.

        >>> Code.typed("abcd-efgh 2345").selector
        'ABCD'
        """
        characters = re.sub(r"[\s\-\u2010-\u2015]", "", text).upper()
        return cls(characters[:4], characters[4:]) if _FORM.match(characters) else None

    @property
    def shown(self) -> str:
        """The code in groups of four, to be read out or copied."""
        return "-".join((self.selector, self.secret[:4], self.secret[4:]))
