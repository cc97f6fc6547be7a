"""`couplesone staff`: who works in a practice, and their first and forgotten passwords."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any
from uuid import UUID

import typer

from couplesone.cli.output import EPILOGUE, AsJson, ExitCode, Failure, answer, table
from couplesone.cli.parameters import Address, Email, Name, PracticeChoice, Roles
from couplesone.cli.practices import working
from couplesone.identity.service import PasswordResetService, StaffService
from couplesone.persistence.paging import MAX_LIMIT, PageRequest
from couplesone.persistence.work import Work

app = typer.Typer(no_args_is_help=True, epilog=EPILOGUE, help="See who works in a practice, and add to them.")
HAND_OVER = (
    "Hand the code over in person: within an hour, it sets a password once, "
    "with POST /v1/password-resets/use. It is not shown again; `couplesone staff reset-password` makes another."
)


@app.command(epilog=EPILOGUE)
def add(
    email: Email,
    name: Name,
    role: Roles,
    clinical_lead: Annotated[
        bool, typer.Option("--clinical-lead", help="Leads the practice in clinical questions.")
    ] = False,
    couple_training: Annotated[
        bool, typer.Option("--couple-training", help="Trained in couples therapy.")
    ] = False,
    ipv_training: Annotated[
        bool, typer.Option("--ipv-training", help="Trained in recognising violence between partners.")
    ] = False,
    practice: PracticeChoice = None,
    as_json: AsJson = False,
) -> None:
    """Add somebody, and print a code for the first password."""
    with working(practice) as work:
        staff = StaffService(work).add(
            email=email,
            display_name=name,
            roles=role,
            clinical_lead=clinical_lead,
            couple_training=couple_training,
            ipv_training=ipv_training,
        )
        work.audit("add_staff_member", staff.id)
        facts = {"staff_id": staff.id, "email": staff.email, "reset_code": issue_code(work, staff.id)}
    answer(
        facts,
        f"{name} is on the staff, id {facts['staff_id']}.",
        f"One-time code: {facts['reset_code']}",
        HAND_OVER,
        as_json=as_json,
    )


@app.command("list", epilog=EPILOGUE)
def list_staff(practice: PracticeChoice = None, as_json: AsJson = False) -> None:
    """List everybody who works, or worked, in the practice."""
    with working(practice) as work:
        work.audit("list_staff")
        found = [
            {
                "id": one.id,
                "email": one.email,
                "display_name": one.display_name,
                "roles": [role.value for role in one.roles],
                "clinical_lead": one.clinical_lead,
                "couple_training": one.couple_training,
                "ipv_training": one.ipv_training,
                "password_set": one.password_hash is not None,
                "active": one.deactivated_at is None,
            }
            for one in everybody(work)
        ]
    answer(
        {"items": found},
        table(
            ("name", "email", "roles", "state", "id"),
            [
                (one["display_name"], one["email"], ", ".join(one["roles"]), _state(one), str(one["id"]))
                for one in found
            ],
        ),
        as_json=as_json,
    )


@app.command(epilog=EPILOGUE)
def reset_password(email: Address, practice: PracticeChoice = None, as_json: AsJson = False) -> None:
    """Print a one-time code that sets a new password."""
    with working(practice) as work:
        staff_id = whoever_signs_in_as(work, email)
        code = issue_code(work, staff_id)
    answer(
        {"staff_id": staff_id, "email": email, "reset_code": code},
        f"One-time code: {code}",
        HAND_OVER,
        as_json=as_json,
    )


def issue_code(work: Work, staff_id: UUID) -> str:
    """Return a one-time code with which somebody sets a password."""
    code = PasswordResetService(work).issue(staff_id)
    work.audit("issue_password_reset", staff_id)
    return code


def everybody(work: Work) -> Iterator[Any]:
    """Return the whole staff by name."""
    page = PageRequest(limit=MAX_LIMIT)
    while True:
        found = StaffService(work).list(page)
        yield from found.items
        if found.next_cursor is None:
            return
        page = PageRequest(MAX_LIMIT, found.next_cursor)


def whoever_signs_in_as(work: Work, email: str) -> UUID:
    """Return the id of the member of staff with an address; a failure where there is none."""
    for one in everybody(work):
        if one.email == email:
            return UUID(str(one.id))
    raise Failure(
        ExitCode.REFUSED, "Nobody signs in with this address; `couplesone staff list` lists the staff."
    )


def _state(one: dict[str, Any]) -> str:
    if not one["active"]:
        return "deactivated"
    return "active" if one["password_set"] else "no password yet"
