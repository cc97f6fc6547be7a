"""Recording what a worked case tells of safety: screens, the plan, referrals."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from couplesone.cli.demo.story import ReferralStory, ScreenStory
from couplesone.sdk import Couplesone


def record_screen(client: Couplesone, case_id: str, on: date, screen: ScreenStory) -> None:
    """Record a screen that the client answered alone."""
    client.record_safety_screen(
        case_id,
        taken_on=on,
        taken_alone=True,
        how="in_person",
        answered_by="client",
        instruments=screen.instruments,
        **screen.told,
    )


def write_plan(client: Couplesone, case_id: str, on: date, parts: Mapping[str, str]) -> None:
    """Write a version of the safety plan."""
    client.write_safety_plan(case_id, agreed_on=on, **parts)


def refer(client: Couplesone, case_id: str, on: date, referral: ReferralStory) -> None:
    """Offer help elsewhere, and note that the client accepted it some days later."""
    offered = client.offer_safety_referral(
        case_id, kind=referral.kind, service=referral.service, offered_on=on
    )
    accepted_on = on + timedelta(days=referral.accepted_after)
    client.accept_safety_referral(offered["id"], occurred_on=accepted_on, if_match=offered["version"])
