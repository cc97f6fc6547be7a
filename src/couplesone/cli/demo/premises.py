"""The practice of the demonstration: a fresh directory with a database and a key file, and a therapist who signs in."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy.engine import URL

from couplesone.cli.installation import make_sqlite_file, open_database
from couplesone.cli.output import ExitCode, Failure
from couplesone.cli.practices import acting
from couplesone.cli.staff import issue_code
from couplesone.identity.service import StaffService
from couplesone.kernel.permissions import Role
from couplesone.kernel.settings import Settings
from couplesone.persistence import schema
from couplesone.persistence.keyring import KeyFile
from couplesone.practices.service import create_practice
from couplesone.sdk import Couplesone
from couplesone.wiring import make_works

PRACTICE: Final = "Practice at the Old Mill"
TIME_ZONE: Final = "Europe/Vienna"
EMAIL: Final = "ana.kovac@practice.example"
NAME: Final = "Ana Kovač"
KEY_DAYS: Final = 7


@dataclass(frozen=True, slots=True)
class Account:
    """How the therapist of the demonstration is known to the API."""

    email: str
    password: str
    token: str
    signed_in: str
    """The token of the sign-in that records the cases: safety data are not for API keys."""


def settings_in(directory: Path | None) -> Settings:
    """Return the settings of a new installation in a directory, by default a temporary one.

    Refuses one that holds a database or a key file already: nothing is overwritten.
    """
    try:
        place = _made(directory)
    except OSError as error:
        raise Failure(ExitCode.REFUSED, f"{directory} cannot be made: {error.strerror}.") from None
    database, key_file = place / "couplesone.sqlite3", place / "couplesone.key"
    for path in (database, key_file):
        if path.exists():
            raise Failure(
                ExitCode.REFUSED,
                f"{path} exists already and nothing is overwritten; choose another directory.",
            )
    url = URL.create("sqlite", database=str(database)).render_as_string(hide_password=False)
    return Settings.model_construct(
        database_url=url, key_file=key_file
    )  # defaults, whatever the environment says


def _made(directory: Path | None) -> Path:
    if directory is None:
        return Path(tempfile.mkdtemp(prefix="couplesone-demo-"))
    directory.mkdir(parents=True, exist_ok=True)
    return directory.resolve()


def furnish(settings: Settings) -> str:
    """Make the database, the key file, a practice and its owner; return the code that sets the owner's password."""
    database = open_database(settings)
    make_sqlite_file(database.url)
    KeyFile.create(settings.key_file)
    schema.upgrade(database.engine)
    works = make_works(settings, database=database)
    try:
        practice_id = create_practice(works, name=PRACTICE, time_zone=TIME_ZONE)
        with acting(works, practice_id) as work:
            owner = StaffService(work).add(
                email=EMAIL, display_name=NAME, roles=(Role.OWNER, Role.THERAPIST), clinical_lead=True
            )
            work.audit("add_staff_member", owner.id)
            return issue_code(work, owner.id)
    finally:
        database.close()


def sign_up(client: Couplesone, reset_code: str) -> Account:
    """Set the owner's password, sign in, and make an API key that may do whatever a key may."""
    password = secrets.token_urlsafe(18)
    used = client.use_password_reset(reset_code=reset_code, new_password=password)
    session = client.sign_in(email=used["email"], password=password)["token"]
    signed_in = client.with_token(session)
    scopes: Sequence[Any] = [
        scope["permission"] for scope in signed_in.list_api_key_scopes()["items"] if scope["grantable"]
    ]
    key = signed_in.create_api_key(label="Demonstration", scopes=scopes, expires_in_days=KEY_DAYS)
    assert key["secret"] is not None
    return Account(used["email"], password, key["secret"], session)
