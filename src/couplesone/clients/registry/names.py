"""Finding a name without storing it: keyed hashes of the beginnings of its words.

A name is broken into words, in small letters and without accents. Of each word the beginnings of 2 to 12 letters
are hashed under the practice's index key, so that ``mar`` and ``Marä`` both find ``Mára L.``; a word of a single
letter is hashed whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from couplesone.persistence.keyring import Keyring

SHORTEST, LONGEST = 2, 12
_PURPOSE = "client-name"
_WORD = re.compile(r"[^\W_]+")
_UNDIVIDED = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "\u0131": "i"}
)
"""Letters that have no accent to take off, and yet are often typed without their stroke."""


def plain(text: str) -> str:
    """Return the text in small letters and without accents.

    >>> plain("MÁRA Łukasiewicz-Groß")
    'mara lukasiewicz-gross'
    """
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return bare.casefold().translate(_UNDIVIDED)


def words(text: str) -> set[str]:
    """Return the words of a name; what a hyphen or an apostrophe joins counts apart and together.

    >>> sorted(words("Anne-Marie O'Brien"))
    ['anne', 'annemarie', 'brien', 'marie', 'o', 'obrien']
    """
    found: set[str] = set()
    for chunk in plain(text).split():
        parts = _WORD.findall(chunk)
        found.update(parts)
        found.add("".join(parts))
    return found - {""}


def beginnings(word: str) -> set[str]:
    """Return the beginnings under which a word can be found.

    >>> sorted(beginnings("mara")), sorted(beginnings("l"))
    (['ma', 'mar', 'mara'], ['l'])
    """
    if len(word) < SHORTEST:
        return {word}
    return {word[:length] for length in range(SHORTEST, min(len(word), LONGEST) + 1)}


def tokens_of(keyring: Keyring, names: Iterable[str | None]) -> set[bytes]:
    """Return the tokens to store for somebody with these names."""
    found = {part for name in names if name for word in words(name) for part in beginnings(word)}
    return {keyring.token(_PURPOSE, part) for part in found}


def tokens_sought(keyring: Keyring, query: str) -> set[bytes]:
    """Return the tokens that somebody must have, all of them, to be found; empty if there is no letter in it.

    A single letter beside longer words is skipped (it is on its way to become a word); alone it is looked for as
    a whole word.
    """
    sought = {word for chunk in plain(query).split() for word in _WORD.findall(chunk)}
    sought = {word for word in sought if len(word) >= SHORTEST} or sought
    return {keyring.token(_PURPOSE, word[:LONGEST]) for word in sought}
