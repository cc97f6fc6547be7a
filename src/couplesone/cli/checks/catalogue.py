"""The list of checks, in the order of the table."""

from __future__ import annotations

from collections.abc import Iterator

from couplesone.cli.checks import databases, exposure, files, mail, postgresql
from couplesone.cli.checks.findings import Check, Finding
from couplesone.cli.checks.subject import (
    Subject,
    answers,
    has_keys,
    has_sqlite_file,
    is_current,
    is_current_postgresql,
    is_postgresql,
    is_sqlite,
)
from couplesone.cli.output import ExitCode


def _has_key_file(subject: Subject) -> bool:
    return subject.settings.key_file.exists()


def _has_env_file(_: Subject) -> bool:
    return files.ENV_FILE.exists()


CHECKS: tuple[Check, ...] = (
    Check("mode", exposure.mode),
    Check("key_file", files.key_file, vital=ExitCode.KEY_FILE),
    Check("key_file_permissions", files.key_file_permissions, _has_key_file),
    Check("env_file_permissions", files.env_file_permissions, _has_env_file),
    Check("database", databases.database, vital=ExitCode.DATABASE),
    Check("sqlite_version", files.sqlite_version, is_sqlite),
    Check("sqlite_permissions", files.sqlite_permissions, has_sqlite_file),
    Check("schema", databases.schema, answers, vital=ExitCode.SCHEMA),
    Check("key_file_opens", files.key_file_opens, has_keys, vital=ExitCode.KEY_FILE),
    Check("time_zones", files.time_zones, is_current),
    Check("postgresql_version", postgresql.version, is_postgresql),
    Check("postgresql_role", postgresql.role, is_postgresql),
    Check("postgresql_ownership", postgresql.ownership, is_postgresql),
    Check("postgresql_row_security", postgresql.row_security, is_current_postgresql),
    Check("postgresql_encryption", postgresql.encryption_in_transit, is_postgresql),
    Check("postgresql_log", postgresql.log_verbosity, is_postgresql),
    Check("allowed_hosts", exposure.allowed_hosts),
    Check("public_url", exposure.public_url),
    Check("api_docs", exposure.api_docs),
    Check("cors_origins", exposure.cors_origins),
    Check("trusted_proxies", exposure.trusted_proxies),
    Check("mail_folder", mail.folder, mail.writes_to_a_folder),
    Check("mail_server", mail.server, mail.sends),
    Check("mail_encryption", mail.encryption, mail.sends),
    Check("backups", files.backups),
)


def examine(subject: Subject) -> Iterator[tuple[Check, Finding]]:
    """Run every check that applies."""
    return ((check, check.examine(subject)) for check in CHECKS if check.applies(subject))
