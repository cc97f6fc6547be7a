"""What every HTML page must be: without a parse error, and whole in what refers to what."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

import html5lib

_REFERS = ("for", "aria-describedby", "aria-labelledby")


@lru_cache(maxsize=512)
def require_valid(page: str) -> None:
    """Raise unless a page is HTML without an error, its ids are unique, and each reference leads to one."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    elements = list(parser.parse(page).iter("*"))
    ids = Counter(element.get("id") for element in elements if element.get("id"))
    assert all(number == 1 for number in ids.values()), f"ids that stand twice: {ids.most_common(3)}"
    for element in elements:
        named = " ".join(element.get(name, "") for name in _REFERS).split()
        if element.get("href", "").startswith("#"):
            named.append(element.get("href")[1:])
        assert set(named) <= set(ids), f"refers to nothing: {named}"
