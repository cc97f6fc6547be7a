"""Bringing a database to a revision, on both engines, and what the server may do there on PostgreSQL."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Engine, inspect, text

from couplesone.persistence.base import Base

APPEND_ONLY = ("audit_events",)


def migrations_directory() -> Path:
    """Return where the migrations are: inside the installed package, or beside ``src`` in a checkout."""
    package = Path(__file__).resolve().parents[1]
    packed = package / "_migrations"
    return packed if packed.is_dir() else package.parents[1] / "migrations"


def configuration(engine: Engine) -> Config:
    """Return the migration tool's configuration for an engine."""
    config = Config()
    config.set_main_option("script_location", str(migrations_directory()))
    config.attributes["engine"] = engine
    config.attributes["metadata"] = Base.metadata
    return config


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the database up to a revision."""
    command.upgrade(configuration(engine), revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Take the database down to a revision; ``base`` removes every table."""
    command.downgrade(configuration(engine), revision)


def current_revision(engine: Engine) -> str | None:
    """Return the revision that the database has, or None for an empty one."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head_revision(engine: Engine) -> str:
    """Return the newest revision that this version of the program knows."""
    head = ScriptDirectory.from_config(configuration(engine)).get_current_head()
    assert head is not None
    return head


def knows(engine: Engine, revision: str) -> bool:
    """Say whether this version of the program knows a revision."""
    try:
        ScriptDirectory.from_config(configuration(engine)).get_revision(revision)
    except CommandError:
        return False
    return True


def grant(engine: Engine, role: str) -> None:
    """PostgreSQL: let the server's login role work with the rows, and only add to what is append-only."""
    quoted = engine.dialect.identifier_preparer.quote(role)
    with engine.begin() as connection:
        connection.execute(text(f"GRANT USAGE ON SCHEMA public TO {quoted}"))
        connection.execute(
            text(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {quoted}")
        )
        connection.execute(text(f"REVOKE INSERT, UPDATE, DELETE ON alembic_version FROM {quoted}"))
        for table in set(APPEND_ONLY) & set(inspect(connection).get_table_names()):
            connection.execute(text(f"REVOKE UPDATE, DELETE ON {table} FROM {quoted}"))
