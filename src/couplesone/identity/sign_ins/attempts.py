"""Counting failed sign-ins: at most so many of one account, and five times as many from one address, in 15 minutes.

An attempt is counted before its outcome is known, in a transaction of its own, and taken back when it succeeds: so
many attempts at once, or a crash, never get anybody a try more. A success clears the account and takes back its
own attempt from the address, no more, so that nobody can clear an address with an account of their own.
Accounts and addresses are counted by keyed hashes, whether or not there is such an account.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil
from uuid import UUID

from sqlalchemy import delete, func, or_, select

from couplesone.identity.errors import SignInThrottled
from couplesone.identity.models import SignInAttempt
from couplesone.persistence.work import Work

WINDOW = timedelta(minutes=15)
ADDRESS_FACTOR = 5


def network_of(address: str) -> str:
    """Return what one connection holds: an IPv4 address, or the /64 of an IPv6 address.

    >>> network_of("198.51.100.7"), network_of("2001:db8::1:2:3:4"), network_of("::ffff:198.51.100.7")
    ('198.51.100.7', '2001:db8::/64', '198.51.100.7')
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        return str(parsed.ipv4_mapped or ip_network((parsed, 64), strict=False))
    return str(parsed)


class Attempts:
    """The failed sign-ins of a practice."""

    def __init__(self, work: Work, limit: int) -> None:
        self.work = work
        self.limit = limit

    def account(self, email: str) -> bytes:
        """Return what an account is counted by."""
        return self.work.keyring.token("failed sign-ins of an account", email)

    def address(self, address: str) -> bytes:
        """Return what an address is counted by."""
        return self.work.keyring.token("failed sign-ins from an address", network_of(address))

    def admit(self, account: bytes, address: bytes | None = None) -> None:
        """Raise SignInThrottled, with the seconds to wait, if either has failed too often."""
        limits = {account: self.limit}
        if address is not None:
            limits[address] = self.limit * ADDRESS_FACTOR
        wait = self.wait(limits)
        if wait is not None:
            raise SignInThrottled(headers={"Retry-After": str(ceil(wait.total_seconds()))})

    def wait(self, limits: Mapping[bytes, int]) -> timedelta | None:
        """Return how long to wait if any subject has reached its limit, else None; other rooms count here too."""
        for subject in limits:  # always the account first, so that two never wait for each other
            self.work.wait_for_lock(f"failed sign-ins {subject.hex()}")
        since = self.work.now - WINDOW
        self.work.db.execute(delete(SignInAttempt).where(SignInAttempt.attempted_at <= since))
        counts = (
            select(SignInAttempt.counted, func.count(), func.min(SignInAttempt.attempted_at))
            .where(SignInAttempt.counted.in_(limits), SignInAttempt.attempted_at > since)
            .group_by(SignInAttempt.counted)
        )
        waits = [
            oldest + WINDOW - self.work.now
            for subject, number, oldest in self.work.db.execute(counts)
            if number >= limits[subject]
        ]
        return max(waits, default=None)

    def count(self, *subjects: bytes) -> list[UUID]:
        """Count a failed attempt of each subject; return the rows, with which it can be taken back."""
        rows = [SignInAttempt(counted=subject, attempted_at=self.work.now) for subject in subjects]
        self.work.add_all(rows)
        return [row.id for row in rows]

    def take_back(self, rows: Sequence[UUID]) -> None:
        """Take back the attempt that ``rows`` counted."""
        self.work.db.execute(delete(SignInAttempt).where(SignInAttempt.id.in_(rows)))

    def forgive(self, account: bytes, rows: Sequence[UUID] = ()) -> None:
        """Clear the account, and take back the attempt that ``rows`` counted."""
        self.work.db.execute(
            delete(SignInAttempt).where(or_(SignInAttempt.counted == account, SignInAttempt.id.in_(rows)))
        )
