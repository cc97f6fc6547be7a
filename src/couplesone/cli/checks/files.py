"""Files on the server: the key file, the env file, the database file, and what only people can keep."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from couplesone.cli.checks.findings import Finding, error, ok, unsafe, warning
from couplesone.cli.checks.subject import Subject
from couplesone.persistence.database import SQLITE_SAFE, sqlite_module
from couplesone.persistence.keyring import KeyFile, KeyFileProblem

ENV_FILE = Path(".couplesone.env")
_KEEP = "Set COUPLESONE_KEY_FILE to the right file, or bring it back from where you keep its copy."


def key_file(subject: Subject) -> Finding:
    """See that the key file is there and whole."""
    if isinstance(subject.key_file, str):
        return error(subject.key_file, _KEEP)
    return ok(f"The key file {subject.settings.key_file} is there.")


def key_file_permissions(subject: Subject) -> Finding:
    """See that only its owner may read the key file."""
    return _private(subject, subject.settings.key_file, "key file")


def key_file_opens(subject: Subject) -> Finding:
    """See that the key file is the one that the practices were sealed with."""
    assert isinstance(subject.key_file, KeyFile)
    for practice_id, _, wrapped in subject.practices:
        try:
            subject.key_file.unwrap_practice_key(practice_id, wrapped)
        except KeyFileProblem:
            return error(f"The key file does not open the practice {practice_id}.", _KEEP)
    return ok(f"The key file opens the practices ({len(subject.practices)}).")


def env_file_permissions(subject: Subject) -> Finding:
    """See that only its owner may read the env file, which may hold the database's password."""
    return _private(subject, ENV_FILE, "env file")


def sqlite_version(_: Subject) -> Finding:
    """See that SQLite is new enough for its write-ahead log to be safe."""
    module = sqlite_module()
    found, wanted = module.sqlite_version, ".".join(str(part) for part in SQLITE_SAFE)
    if module.sqlite_version_info < SQLITE_SAFE:
        return warning(
            f"SQLite {found} can corrupt a write-ahead log; the journal mode falls back to DELETE, which is slower.",
            f"Install the pysqlite3 wheel, or a Python whose SQLite is {wanted} or newer.",
        )
    return ok(f"SQLite {found}: the write-ahead log is safe.")


def sqlite_permissions(subject: Subject) -> Finding:
    """See that only its owner may read the database file."""
    assert subject.sqlite_file is not None
    return _private(subject, subject.sqlite_file, "database file")


def time_zones(subject: Subject) -> Finding:
    """See that the machine knows the rules of the practices' time zones."""
    unknown = sorted({zone for _, zone, _ in subject.practices if not _is_known(zone)})
    if unknown:
        return error(
            f"The time zone data lacks {', '.join(unknown)}.", "Install the package tzdata, or the system's."
        )
    return ok("The time zone data is there.")


def backups(_: Subject) -> Finding:
    """Remind of what nobody can see from here."""
    return ok(
        "Backups cannot be seen from here: keep copies of the database, and the key file apart from them, "
        "and try once whether they can be restored."
    )


def _is_known(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _private(subject: Subject, path: Path, name: str) -> Finding:
    mode = path.stat().st_mode & 0o777
    if mode & 0o077:
        return unsafe(subject, f"The {name} {path} is open to others (mode {mode:04o}).", f"chmod 600 {path}")
    return ok(f"Only its owner can read the {name}.")
