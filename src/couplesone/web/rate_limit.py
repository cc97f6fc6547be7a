"""How often one credential, or one address without one, may ask: a fixed window of a minute, per process.

Counted in memory, a number for each asker, forgotten with the window. What must survive a restart (failed sign-ins)
is counted in the database by the identity room instead. No library: the one that fits keeps a timer thread running
for every ten milliseconds of traffic, and costs more than the rest of the shell.
"""

from __future__ import annotations

from collections import Counter

from couplesone.kernel.clock import Clock
from couplesone.kernel.errors import TooMany

WINDOW_SECONDS = 60


class RateLimited(TooMany):
    """Too many requests within a minute."""

    code = "rate_limited"
    title = "Too many requests"
    detail = "Wait as long as Retry-After says, then repeat the request."


class RateLimiter:
    """Counts requests, and writes the RateLimit headers of the IETF draft. Used by one event loop only."""

    def __init__(self, per_minute: int, clock: Clock) -> None:
        self._quota, self._clock = per_minute, clock
        self._window, self._counts = 0, Counter[str]()
        self._failures, self._proven = Counter[str](), set[str]()
        self._policy = f'"minute";q={per_minute};w={WINDOW_SECONDS}'

    def hit(self, address: str, credential: str | None) -> dict[str, str]:
        """Count one request and return the headers for its answer; RateLimited if it was one too many.

        Where an address sent as many credentials that nobody holds as it may send requests, only those that
        proved good within the window still pass: made-up ones get no allowance of their own.
        """
        window, elapsed = divmod(int(self._clock.now().timestamp()), WINDOW_SECONDS)
        if window != self._window:
            self._window, self._counts = window, Counter()
            self._failures, self._proven = Counter(), set()
        who = credential or address
        self._counts[who] += 1
        left, seconds = self._quota - self._counts[who], WINDOW_SECONDS - elapsed
        if credential not in self._proven and self._failures[address] >= self._quota:
            left = -1
        headers = {"RateLimit-Policy": self._policy, "RateLimit": f'"minute";r={max(0, left)};t={seconds}'}
        if left < 0:
            raise RateLimited(headers=headers | {"Retry-After": str(seconds)})
        return headers

    def answered(self, address: str, credential: str | None, *, known: bool) -> None:
        """Note whether the credential of a request turned out to be somebody's."""
        if credential is None:
            return
        if known:
            self._proven.add(credential)
        else:
            self._failures[address] += 1
