"""Wei, who came alone, and Ana, the partner, who comes into treatment too (C10)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from support.http import Caller
from support.inviting import Door, open_door
from support.safety import NEGATIVE
from support.world import Person, World

ASKED = {
    "valence": "harmony",
    "type": "asks_to_come",
    "domain": "partner",
    "initiated_by": "partner",
    "reported_by": "client",
    "occurred_on": "2026-02-24",
}
WEIS_PAPER, ANAS_PAPER, TEXT = "a" * 64, "b" * 64, "c" * 64
PAPERS = {
    "client_paper": {"sha256": WEIS_PAPER, "signed_on": "2026-02-26"},
    "partner_paper": {"sha256": ANAS_PAPER, "signed_on": "2026-02-27"},
}
ANA = {"name_used": "Ana Zhou", "birth_date": "1988-04-01", "email": "ana@example.org"}


@dataclass
class Couple:
    """The solo case of Wei with their own therapist, and a colleague who may come to treat the two."""

    world: World
    door: Door
    colleague: Person

    @property
    def own(self) -> Caller:
        """Wei's own therapist."""
        return self.door.therapist

    @property
    def wei(self) -> str:
        """The id of Wei."""
        return str(self.door.chart.client_id)

    def asked(self) -> str:
        """Record that the partner asked to come, of their own accord; return the id of the event."""
        return str(self.own.post(f"{self.door.case}/system-responses", ASKED)["id"])

    def refer(self, **more: Any) -> dict[str, Any]:
        """Refer them to the colleague, or as ``more`` says."""
        body = {"response_id": self.asked(), "to_staff_id": str(self.colleague.id)} | PAPERS | more
        found: dict[str, Any] = self.own.post(f"{self.door.case}/conjoint-referrals", body)
        return found

    def refer_to_own(self, **more: Any) -> dict[str, Any]:
        """Refer them to Wei's own therapist."""
        why = {"referred_to": "same_therapist", "to_staff_id": None, "rationale": "Nobody else within reach."}
        return self.refer(**why | more)

    def ana(self, caller: Caller | None = None) -> str:
        """File Ana as a client, of the colleague unless somebody else adds her; return her id."""
        return str((caller or self.colleague.call).post("/v1/clients", ANA)["id"])

    def opened(self) -> Conjoint:
        """Open the conjoint case with the colleague."""
        referral, ana = self.refer(), self.ana()
        body = {"clients": [self.wei, ana], "referral_id": referral["id"]}
        return Conjoint(self, ana, self.colleague.call, self.colleague.call.post("/v1/conjoint-cases", body))

    def opened_by_own(self) -> Conjoint:
        """Open it with Wei's own therapist."""
        referral, ana = self.refer_to_own(), self.ana(self.own)
        body = {"clients": [self.wei, ana], "referral_id": referral["id"]}
        return Conjoint(self, ana, self.own, self.own.post("/v1/conjoint-cases", body))


@dataclass
class Conjoint:
    """A conjoint case."""

    couple: Couple
    ana: str
    therapist: Caller
    case: dict[str, Any]

    @property
    def path(self) -> str:
        """The path of the conjoint case."""
        return f"/v1/conjoint-cases/{self.case['id']}"

    @property
    def parts(self) -> list[str]:
        """The paths of the two parts: Wei's, and Ana's."""
        return [f"/v1/cases/{part['case_id']}" for part in self.case["parts"]]

    def screen(self, part: int, **more: Any) -> dict[str, Any]:
        """Screen one of the two, alone."""
        found: dict[str, Any] = self.therapist.post(f"{self.parts[part]}/safety-screens", NEGATIVE | more)
        return found

    def sign(self, client_id: str, text: str = TEXT) -> dict[str, Any]:
        """Let one of the two sign that no secrets are kept."""
        body = {
            "client_id": client_id,
            "text_sha256": text,
            "paper_sha256": WEIS_PAPER if client_id == self.couple.wei else ANAS_PAPER,
            "method": "paper_signature",
        }
        found: dict[str, Any] = self.therapist.post(f"{self.path}/agreements", body)
        return found

    def ready(self) -> Conjoint:
        """Screen both, and let both sign."""
        for part, client_id in enumerate((self.couple.wei, self.ana)):
            self.screen(part)
            self.sign(client_id)
        return self

    def missing(self) -> list[str]:
        """Return what is missing."""
        found: list[str] = self.therapist.get(f"{self.path}/readiness")["missing"]
        return found


def make_couple(world: World) -> Couple:
    """Return Wei's case, and the colleague."""
    return Couple(world, open_door(world), world.home.hire("colleague", "therapist"))
