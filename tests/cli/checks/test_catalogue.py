"""The list of checks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from couplesone.cli.checks import CHECKS, databases, examine, exposure, files, mail, postgresql

APPLIES = {mail.sends, mail.writes_to_a_folder}
"""What says whether a check applies, beside the checks."""


def test_ids_are_unique_and_every_check_is_in_the_list() -> None:
    assert len({check.id for check in CHECKS}) == len(CHECKS)
    listed = {check.examine for check in CHECKS}
    rooms = (databases, exposure, files, mail, postgresql)
    written = {
        function
        for room in rooms
        for name, function in vars(room).items()
        if callable(function)
        and getattr(function, "__module__", "") == room.__name__
        and not name.startswith("_")
        and function not in APPLIES
    }
    assert listed == written


def test_each_engine_has_its_checks(subject: Any, engine_name: str) -> None:
    ids = {check.id for check, _ in examine(subject())}
    assert {"database", "schema", "key_file_opens", "time_zones"} <= ids
    assert ("sqlite_version" in ids) == (engine_name == "sqlite")
    assert ("postgresql_role" in ids) == (engine_name == "postgresql")


def test_without_a_database_and_files_the_rest_is_still_examined(
    bare: Any, private_key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(private_key.parent)
    private_key.unlink()
    ids = [check.id for check, _ in examine(bare())]
    assert ids == [
        "mode",
        "key_file",
        "database",
        "sqlite_version",
        "allowed_hosts",
        "public_url",
        "api_docs",
        "cors_origins",
        "trusted_proxies",
        "mail_folder",
        "backups",
    ]
