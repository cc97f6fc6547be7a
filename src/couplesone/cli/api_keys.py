"""`couplesone api-keys`: keys for scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from couplesone.cli.output import EPILOGUE, AsJson, answer, table
from couplesone.cli.parameters import PracticeChoice, email, line
from couplesone.cli.practices import working
from couplesone.cli.staff import everybody, whoever_signs_in_as
from couplesone.identity.service import ApiKeyService
from couplesone.kernel.permissions import Permission
from couplesone.persistence.paging import MAX_LIMIT, PageRequest
from couplesone.persistence.work import Work

app = typer.Typer(no_args_is_help=True, epilog=EPILOGUE, help="See and make API keys for scripts.")


@app.command(epilog=EPILOGUE)
def create(
    staff: Annotated[
        str, typer.Option("--staff", metavar="EMAIL", parser=email, help="For whom the key acts.")
    ],
    label: Annotated[str, typer.Option(metavar="LABEL", parser=line, help="What the key is for.")],
    scope: Annotated[
        list[Permission],
        typer.Option("--scope", metavar="SCOPE", help="What it may do, like case.read; repeat for several."),
    ],
    expires_in_days: Annotated[int, typer.Option(min=1, max=365, help="How long it holds.")] = 90,
    test_mode: Annotated[bool, typer.Option("--test-mode", help="A key that sees test data only.")] = False,
    practice: PracticeChoice = None,
    as_json: AsJson = False,
) -> None:
    """Make a key that acts for somebody, and print it once."""
    with working(practice) as work:
        key, secret = ApiKeyService(work).create(
            staff_id=whoever_signs_in_as(work, staff),
            label=label,
            scopes=scope,
            expires_in_days=expires_in_days,
            test_mode=test_mode,
        )
        work.audit("create_api_key", key.id)
        facts = {
            "id": key.id,
            "secret": secret,
            "scopes": key.scopes,
            "expires_at": key.expires_at.isoformat(),
        }
    answer(
        facts,
        f"API key: {secret}",
        f"It holds until {facts['expires_at']}. Send it as Authorization: Bearer. It is not shown again.",
        as_json=as_json,
    )


@app.command("list", epilog=EPILOGUE)
def list_keys(practice: PracticeChoice = None, as_json: AsJson = False) -> None:
    """List every key of the practice, newest first, without its secret."""
    with working(practice) as work:
        work.audit("list_api_keys")
        owners = {one.id: one.email for one in everybody(work)}
        found = [
            {
                "id": key.id,
                "label": key.label,
                "staff": owners[key.staff_id],
                "scopes": key.scopes,
                "state": key.state.value,
                "test_mode": key.test_mode,
                "expires_at": key.expires_at.isoformat(),
                "last_used_at": key.last_used_at and key.last_used_at.isoformat(),
            }
            for key in _every_key(work)
        ]
    answer(
        {"items": found},
        table(
            ("label", "for", "state", "expires", "scopes", "id"),
            [
                (
                    one["label"],
                    one["staff"],
                    one["state"] + (" (test)" if one["test_mode"] else ""),
                    one["expires_at"][:10],
                    ", ".join(one["scopes"]),
                    str(one["id"]),
                )
                for one in found
            ],
        ),
        as_json=as_json,
    )


def _every_key(work: Work) -> Iterator[Any]:
    service, page = ApiKeyService(work), PageRequest(limit=MAX_LIMIT)
    while True:
        found = service.list(page)
        yield from service.shown(found.items)
        if found.next_cursor is None:
            return
        page = PageRequest(MAX_LIMIT, found.next_cursor)
