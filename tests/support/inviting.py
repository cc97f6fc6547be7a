"""Short ways to bring an invitation to where a test begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from support.http import Caller
from support.papers import Chart, open_chart
from support.safety import NEGATIVE
from support.world import World

COLLATERAL = "A visit is one talk. You do not become a client by it. That you came is noted in the file."
WORDS = {
    "offer": "one_visit",
    "purpose": "give_own_view",
    "client_words": "I would like to know how you see it.",
}
PAPER = "1" * 64


@dataclass
class Door:
    """The invitation of one case, step by step; nothing stands in its way but what has not been done yet."""

    world: World
    chart: Chart

    @property
    def therapist(self) -> Caller:
        """Whoever treats the client."""
        return self.world.therapist

    @property
    def case(self) -> str:
        """The path of the case."""
        return f"/v1/cases/{self.chart.case_id}"

    def holds(self, step: str = "send", caller: Caller | None = None) -> list[str]:
        """Return the codes of what stands in the way."""
        found = (caller or self.therapist).get(f"{self.case}/invitation-holds?step={step}")
        return [hold["hold"] for hold in found["holds"]]

    def drafted(self, **more: Any) -> dict[str, Any]:
        """Write an invitation."""
        found: dict[str, Any] = self.therapist.post(f"{self.case}/invitations", WORDS | more)
        return found

    def approved(self, **more: Any) -> dict[str, Any]:
        """Write one that client and clinician have agreed to."""
        found = self.drafted(**more)
        read = {"text_sha256": found["text_sha256"]}
        found = self.act(found, "agree", read)
        return self.act(found, "approve-on-paper", read | {"paper_sha256": PAPER, "signed_on": "2026-03-01"})

    def delivered(self, **more: Any) -> dict[str, Any]:
        """Hand one over."""
        return self.act(self.approved(**more), "hand-over")

    def act(
        self, invitation: dict[str, Any], verb: str, body: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Make a move."""
        found: dict[str, Any] = self.therapist.post(
            f"/v1/invitations/{invitation['id']}/{verb}", body, etag=self.again(invitation)
        )
        return found

    def refused(
        self, invitation: dict[str, Any], verb: str, body: dict[str, Any] | None = None
    ) -> tuple[int, str]:
        """Try a move that is refused."""
        path = f"/v1/invitations/{invitation['id']}/{verb}"
        found: tuple[int, str] = self.therapist.refused("POST", path, body, etag=self.again(invitation))
        return found

    def again(self, invitation: dict[str, Any]) -> dict[str, Any]:
        """Read an invitation anew."""
        found: dict[str, Any] = self.therapist.get(f"/v1/invitations/{invitation['id']}")
        return found

    def screen(self, **more: Any) -> dict[str, Any]:
        """Record a safety screen with nothing found."""
        found: dict[str, Any] = self.therapist.post(f"{self.case}/safety-screens", NEGATIVE | more)
        return found


def open_door(world: World) -> Door:
    """Return a case in which an invitation may be written: screened, with the practice's text on visits."""
    door = Door(world, open_chart(world))
    world.home.people["owner"].call.post("/v1/practice/texts", {"key": "collateral_text", "text": COLLATERAL})
    door.screen()
    return door
