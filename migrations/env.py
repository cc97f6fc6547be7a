"""Runs the migrations on the engine that the program hands in, or on the one that the settings name."""

from alembic import context
from sqlalchemy import Engine, text

config = context.config


def _engine() -> Engine:
    engine = config.attributes.get("engine")
    if engine is not None:
        return engine
    from couplesone.kernel.settings import load_settings  # noqa: PLC0415 - only the tool's own runs read settings
    from couplesone.persistence.database import Database  # noqa: PLC0415

    settings = load_settings()
    return Database(settings, settings.owner_database_url).engine


def _metadata():
    import couplesone.wiring  # noqa: F401, PLC0415 - loads every table
    from couplesone.persistence.base import Base  # noqa: PLC0415

    return Base.metadata


def run() -> None:
    """Run what is asked for, in one transaction, giving up early rather than holding everybody up."""
    with _engine().connect() as connection:
        postgresql = connection.dialect.name == "postgresql"
        if not postgresql:
            connection.connection.cursor().execute(
                "PRAGMA foreign_keys = OFF"
            )  # no effect inside a transaction
        with connection.begin():
            if postgresql:
                connection.execute(text("SET LOCAL lock_timeout = '5s'"))
                connection.execute(text("SET LOCAL statement_timeout = '10min'"))
            context.configure(
                connection=connection, target_metadata=_metadata(), render_as_batch=True, compare_type=True
            )
            context.run_migrations()
        if not postgresql:
            connection.connection.cursor().execute("PRAGMA foreign_keys = ON")


run()
