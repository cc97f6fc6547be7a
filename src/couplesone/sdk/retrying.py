"""When a request is sent again, and after how long.

============================  =============================================  ===================================
what happened                 GET, PUT, POST with an Idempotency-Key         PATCH, POST without one
============================  =============================================  ===================================
no connection was made        again                                          again: nothing was sent
connection lost, no answer    again                                          no: it may have been done
429                           again                                          again: refused before it was read
502, 503, 504                 again                                          no: it may have been done
409 request_in_flight         again: the first one is still running          does not occur
============================  =============================================  ===================================

The server's Retry-After is waited for, up to ``LONGEST_WAIT``: a server that asks for more gets no further request,
and the caller gets its answer. Without one the wait doubles from try to try, with jitter.
"""

from __future__ import annotations

import secrets
import time
from email.utils import parsedate_to_datetime
from typing import Final, NamedTuple

import httpx

LONGEST_WAIT: Final = 65.0
"""Seconds: a little more than the minute over which the server counts requests."""
FIRST_WAIT: Final = 0.25
BACK_OFF_LIMIT: Final = 8.0
_TRANSIENT: Final = frozenset({502, 503, 504})
_STEPS: Final = 1000


class NoAnswer(NamedTuple):
    """The request got no answer: why, in words that name no content, and whether it may have reached the server."""

    reason: str
    sent: bool


def wait_before(outcome: httpx.Response | NoAnswer, *, tried: int, repeatable: bool) -> float | None:
    """Return how many seconds to wait before the request is sent again; None if it is not."""
    if not _worth_repeating(outcome, repeatable=repeatable):
        return None
    asked = None if isinstance(outcome, NoAnswer) else retry_after(outcome)
    if asked is None:
        return back_off(tried)
    return asked if asked <= LONGEST_WAIT else None


def back_off(tried: int) -> float:
    """Return the wait after so many tries: half to all of a time that doubles, up to its limit."""
    longest = min(BACK_OFF_LIMIT, FIRST_WAIT * 2.0**tried)
    return longest * (0.5 + secrets.randbelow(_STEPS) / (2 * _STEPS))


def retry_after(response: httpx.Response) -> float | None:
    """Return the seconds that Retry-After asks for, given as a number or as a date; None without a valid one."""
    value = response.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except ValueError:
        return None


def _worth_repeating(outcome: httpx.Response | NoAnswer, *, repeatable: bool) -> bool:
    if isinstance(outcome, NoAnswer):
        return repeatable or not outcome.sent
    status = outcome.status_code
    if status == httpx.codes.TOO_MANY_REQUESTS:
        return True
    if status == httpx.codes.CONFLICT:
        return repeatable and b'"request_in_flight"' in outcome.content
    return repeatable and status in _TRANSIENT
