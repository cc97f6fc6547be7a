"""Two therapists, each with a client: the partner of one may be the client of the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from support.http import Caller
from support.inviting import Door
from support.world import Person, World

TOBIAS: dict[str, Any] = {
    "name_used": "Tobias Lind",
    "birth_date": "1985-02-03",
    "email": "tobias@example.org",
    "phone": "+43 664 123 45 67",
}
STRANGER: dict[str, Any] = {
    "name_used": "Jonas Berg",
    "birth_date": "1979-11-30",
    "email": "jonas@example.org",
    "phone": "+43 664 765 43 21",
}


@dataclass
class TwoSides:
    """Mara's case with the therapist of the home practice, and a second therapist who treats somebody else."""

    world: World
    door: Door
    second: Person

    @property
    def lead(self) -> Caller:
        """The clinical lead."""
        return self.world.home.people["owner"].call

    @property
    def partner(self) -> str:
        """The path of Mara's partner."""
        return f"/v1/partners/{self.door.chart.partner_id}"

    def told(self, **known: Any) -> dict[str, Any]:
        """Write down what Mara says of her partner."""
        before = self.door.therapist.get(self.partner)
        changed: dict[str, Any] = self.door.therapist.patch(self.partner, known, etag=before)
        return changed

    def client(self, **known: Any) -> dict[str, Any]:
        """Let the second therapist add a client."""
        added: dict[str, Any] = self.second.call.post("/v1/clients", known or TOBIAS)
        return added

    def found(self, **query: str) -> list[dict[str, Any]]:
        """Return the conflicts as the clinical lead sees them."""
        path = "&".join(f"{name}={value}" for name, value in query.items())
        items: list[dict[str, Any]] = self.lead.get(f"/v1/conflicts?{path}")["items"]
        return items

    def decide(self, conflict: dict[str, Any], verb: str = "clear") -> dict[str, Any]:
        """Decide a conflict."""
        path = f"/v1/conflicts/{conflict['id']}/{verb}"
        done: dict[str, Any] = self.lead.post(path, {"reason": "Zebrafinch."}, etag=conflict)
        return done
