"""How often one credential, or one address without one, may ask: a fixed window of a minute, per process.

Counted in memory by the ``limits`` library. What must survive a restart (failed sign-ins) is counted in the
database by the identity room instead.
"""

from __future__ import annotations

import time

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from couplesone.kernel.errors import TooMany


class RateLimited(TooMany):
    """Too many requests within a minute."""

    code = "rate_limited"
    title = "Too many requests"
    detail = "Wait as long as Retry-After says, then repeat the request."


class RateLimiter:
    """Counts requests, and writes the RateLimit headers of the IETF draft."""

    def __init__(self, per_minute: int) -> None:
        self._item = RateLimitItemPerMinute(per_minute)
        self._limiter = FixedWindowRateLimiter(MemoryStorage())
        self._policy = f'"minute";q={per_minute};w=60'

    def hit(self, who: str) -> dict[str, str]:
        """Count one request and return the headers for its answer; RateLimited if it was one too many."""
        allowed = self._limiter.hit(self._item, who)
        window = self._limiter.get_window_stats(self._item, who)
        seconds = max(1, int(window.reset_time - time.time()) + 1)
        headers = {
            "RateLimit-Policy": self._policy,
            "RateLimit": f'"minute";r={max(0, window.remaining)};t={seconds}',
        }
        if not allowed:
            raise RateLimited(headers=headers | {"Retry-After": str(seconds)})
        return headers
