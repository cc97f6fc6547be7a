"""Entity tags: the version of a record in quotes. Changes require If-Match; reads honour If-None-Match."""

from __future__ import annotations

import re

from starlette.requests import Request

from couplesone.web.problems import IfMatchMalformed, IfMatchRequired

_TAG = re.compile(r'^"([1-9][0-9]{0,17})"$')


def expected_version(request: Request) -> int:
    """Return the version that If-Match names; IfMatchRequired or IfMatchMalformed otherwise."""
    value = request.headers.get("if-match")
    if value is None:
        raise IfMatchRequired
    if not (match := _TAG.match(value.strip())):
        raise IfMatchMalformed
    return int(match[1])


def etag_of(version: int) -> str:
    """Return the entity tag of a version."""
    return f'"{version}"'


def not_modified(request: Request, etag: str) -> bool:
    """Say whether the asker already has this version."""
    value = request.headers.get("if-none-match")
    return value is not None and etag in (tag.strip().removeprefix("W/") for tag in value.split(","))
