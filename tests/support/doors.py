"""The partner's door in the time of a journey: what has to be so before, and each step through the SDK."""

from __future__ import annotations

from typing import Any

from couplesone.cli.demo.safety import record_screen
from couplesone.cli.demo.story import NOTHING_FOUND
from couplesone.sdk import Couplesone
from couplesone.sdk.types import InvitationHandedOver, InvitationOut
from support.journeys import Journey, sdk
from support.world import World

COLLATERAL = "A visit is one talk. You do not become a client by it. That you came is noted in the file."


def ready(journey: Journey) -> None:
    """Have the practice say what a visit is, and screen the client alone: nothing found."""
    owner = sdk(journey.world, journey.world.home.people["owner"])
    owner.set_practice_text(key="collateral_text", text=COLLATERAL)
    record_screen(journey.client, journey.case_id, journey.world.today, NOTHING_FOUND)


def holds(journey: Journey) -> list[str]:
    """Return what stands in the way beside what was not written yet."""
    found = journey.client.list_invitation_holds(journey.case_id, step="send")["holds"]
    later = ("client_not_approved", "therapist_not_agreed")
    return [one["hold"] for one in found if one["hold"] not in later]


def approved(client: Couplesone, case_id: str, **more: Any) -> InvitationOut:
    """Write an invitation that client and clinician agree to."""
    content: dict[str, Any] = {"offer": "one_visit", "purpose": "give_own_view"} | more
    found = client.draft_invitation(case_id, **content)
    sha = found["text_sha256"]
    found = client.agree_to_invitation(found["id"], text_sha256=sha, if_match=found["version"])
    return client.approve_invitation_on_paper(
        found["id"],
        text_sha256=sha,
        paper_sha256="1" * 64,
        signed_on=found["created_at"][:10],  # type: ignore[arg-type]
        if_match=found["version"],
    )


def answered(world: World, handed: InvitationHandedOver, answer: Any) -> None:
    """Have the partner answer, who has no account."""
    assert handed["url"] is not None
    anybody = Couplesone("http://localhost", "", transport=world.transport)
    anybody.answer_partner_invitation(key=handed["url"].partition("#")[2], answer=answer)
