"""A model of an invitation's life, written from the rules and not from the code, beside the services themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

DRAFT_HOLDS = {
    "case_not_open",
    "safety_screen_missing_or_old",
    "ipv_positive",
    "litigation_pending",
    "already_invited",
    "do_not_contact",
}
APPROVE_HOLDS = DRAFT_HOLDS | {"purpose_not_disclosed"}
LIFTED = {"stop_asking_pact", "pressure_high", "already_invited", "partner_decided_to_leave"}
UNDER_WAY = ("draft", "approved")
OPEN = ("draft", "approved", "delivered")
AFTER_YES = ("accepted", "confirmed", "scheduled")


@dataclass
class Model:
    """What must be so."""

    now: datetime
    state: str | None = None
    of_event: int | None = None
    purpose: bool = False
    approved: bool = False
    agreed: bool = False
    overridden: set[str] = field(default_factory=set)
    expires_at: datetime | None = None
    answered: str | None = None
    consented: bool = False
    case: str = "active"
    screen_on: date | None = None
    flagged: bool = False
    released_at: datetime | None = None
    contact_at: datetime | None = None
    ultimatum: str | None = None
    withdrawn_on: date | None = None
    pact: tuple[date, int] | None = None
    secret: bool = False
    litigation: bool = False
    leaving: bool = False
    not_to_contact: bool = False
    pressure: dict[date, int] = field(default_factory=dict)
    delivered: list[date] = field(default_factory=list)
    asked: list[date] = field(default_factory=list)
    used: set[int] = field(default_factory=set)

    @property
    def today(self) -> date:
        """The practice's day."""
        return (
            self.now + timedelta(hours=2 if date(2026, 3, 29) <= self.now.date() < date(2026, 10, 25) else 1)
        ).date()

    @property
    def seen(self) -> str | None:
        """Where the invitation stands for everybody."""
        if self.state == "delivered" and self.expires_at is not None and self.now >= self.expires_at:
            return "answered"
        return self.state

    @property
    def usable(self) -> int | None:
        """The latest event in which the partner asked to come, if it opens an invitation now."""
        if not self.asked:
            return None
        latest = max(range(len(self.asked)), key=lambda one: (self.asked[one], one))
        day = self.asked[latest]
        fresh = day >= self.today - timedelta(days=30)
        later = not self.delivered or day >= max(self.delivered)
        return latest if fresh and later and latest not in self.used else None

    def standing(self, step: str) -> set[str]:
        """Return the holds that stand for the invitation under way, or for one that could be written."""
        under_way = self.seen in UNDER_WAY
        stands = self._facts(under_way)
        of_partner = self.of_event is not None if under_way else self.usable is not None
        if of_partner:
            stands -= LIFTED
        stands -= self.overridden if under_way else set()
        return stands & {"draft": DRAFT_HOLDS, "approve": APPROVE_HOLDS}.get(step, stands)

    def _facts(self, under_way: bool) -> set[str]:
        monday = self.today - timedelta(days=self.today.weekday())
        recent = sum(n for week, n in self.pressure.items() if monday - timedelta(weeks=4) <= week < monday)
        rested = self.withdrawn_on is None or self.today >= self.withdrawn_on + timedelta(days=30)
        stale = self.released_at is not None and (
            self.contact_at is None or self.contact_at < self.released_at
        )
        facts = {
            "case_not_open": self.case != "active",
            "safety_screen_missing_or_old": self.screen_on is None
            or self.screen_on < self.today - timedelta(days=90),
            "ipv_positive": self.flagged or stale,
            "litigation_pending": self.litigation,
            "do_not_contact": self.not_to_contact,
            "already_invited": bool(self.delivered),
            "purpose_not_disclosed": under_way and not self.purpose,
            "client_not_approved": not (under_way and self.approved),
            "therapist_not_agreed": not (under_way and self.agreed),
            "ultimatum_active": self.ultimatum == "issued" or not rested,
            "pressure_high": recent >= 4,
            "stop_asking_pact": self.pact is not None
            and self.today < self.pact[0] + timedelta(days=self.pact[1]),
            "secret_unresolved": self.secret,
            "partner_decided_to_leave": self.leaving,
        }
        return {hold for hold, stands in facts.items() if stands}

    def revoke(self) -> None:
        """End whatever is under way."""
        if self.seen in OPEN:
            self.state = "withdrawn"
        elif self.seen in AFTER_YES:
            self.state = "cancelled"
