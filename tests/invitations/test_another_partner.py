"""What was written to one partner does not go when the case names another, or nobody, or is in error."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest

from support.inviting import Door
from support.papers import open_chart
from support.visitors import Visitor
from support.world import World


def another_partner(door: Door) -> str:
    """Enter somebody else as a partner of the same client."""
    path = f"/v1/clients/{door.chart.client_id}/partners"
    return str(door.therapist.post(path, {"name_used": "Jonas"})["id"])


def rename(door: Door, partner_id: str | None) -> None:
    """Say of the case that somebody else is the partner."""
    door.therapist.patch(door.case, {"partner_id": partner_id}, etag=door.therapist.get(door.case))


def case_in_error(door: Door) -> None:
    """Mark the case as entered in error."""
    door.therapist.post(
        f"{door.case}/mark-in-error", {"reason": "Filed twice."}, etag=door.therapist.get(door.case)
    )


def partner_in_error(door: Door) -> None:
    """Mark the partner as entered in error."""
    path = f"/v1/partners/{door.chart.partner_id}"
    door.therapist.post(f"{path}/mark-in-error", {"reason": "Somebody else."}, etag=door.therapist.get(path))


def client_archived(door: Door) -> None:
    """Put the client's file away."""
    path = f"/v1/clients/{door.chart.client_id}"
    door.therapist.post(f"{path}/archive", etag=door.therapist.get(path))


def client_in_error(door: Door) -> None:
    """Mark the client as filed in error."""
    path = f"/v1/clients/{door.chart.client_id}"
    door.therapist.post(f"{path}/mark-in-error", {"reason": "Nobody."}, etag=door.therapist.get(path))


def violence_in_another_file(door: Door) -> None:
    """Find that the client was filed twice, and screened positive in the other file."""
    other = Door(door.world, open_chart(door.world))
    other.screen(fear=True)
    merge(other, door)


def danger_in_another_file(door: Door) -> None:
    """Find that the client was filed twice, and told of danger in the other file."""
    other = Door(door.world, open_chart(door.world))
    door.therapist.post(f"{other.case}/safety-flags", {"kind": "suicidality_risk", "grade": "high"})
    merge(other, door)


def merge(other: Door, door: Door) -> None:
    """Make one of two files."""
    path, into = f"/v1/clients/{other.chart.client_id}", {"into_client_id": str(door.chart.client_id)}
    owner = door.world.home.people["owner"].call
    owner.post(f"{path}/merge", into, etag=door.therapist.get(path))


WAYS: dict[str, Callable[[Door], Any]] = {
    "another": lambda door: rename(door, another_partner(door)),
    "nobody": lambda door: rename(door, None),
    "case_in_error": case_in_error,
    "partner_in_error": partner_in_error,
    "client_archived": client_archived,
    "client_in_error": client_in_error,
    "violence_in_another_file": violence_in_another_file,
    "danger_in_another_file": danger_in_another_file,
}


@pytest.mark.parametrize("way", WAYS)
def test_it_is_off_when_it_would_go_to_the_wrong_one(door: Door, world: World, way: str) -> None:
    given = door.delivered()
    WAYS[way](door)
    assert door.again(given)["state"] == "withdrawn"
    assert Visitor(world, urlsplit(given["page"]).path).send(key=given["code"]).status_code == 404


def test_a_draft_to_one_partner_is_not_judged_by_another(door: Door) -> None:
    approved = door.approved()
    door.therapist.post(f"{door.case}/do-not-contacts", {"partner": True, "email": "x@example.org"})
    assert door.again(approved)["state"] == "withdrawn"
    rename(door, another_partner(door))
    approved = door.approved()
    rename(door, str(door.chart.partner_id))
    assert door.again(approved)["state"] == "withdrawn"


@pytest.mark.row("S4.18")
def test_a_case_has_one_in_a_lifetime_whoever_is_the_partner(door: Door) -> None:
    door.delivered()
    rename(door, another_partner(door))
    assert door.holds("draft") == ["already_invited"]


def test_nobody_is_written_to_who_was_entered_in_error(door: Door) -> None:
    partner_in_error(door)
    refused = door.therapist.refused("POST", f"{door.case}/invitations", {"purpose": "ask_questions"})
    assert refused == (409, "case_names_no_partner")
