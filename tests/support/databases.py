"""A database for the tests on each engine: migrated once, and undone after each test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from sqlalchemy import event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import OperationalError

from couplesone.kernel.settings import Settings
from couplesone.persistence.database import Database, DatabaseUnavailable, is_retryable


class UndoneDatabase(Database):
    """Runs every transaction as a savepoint within one outer transaction that is rolled back in the end."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.statements: list[str] = []
        self.reconnect()

    def reconnect(self) -> None:
        """Open the outer transaction."""
        self._outer_connection = self.engine.connect()
        self._outer = self._outer_connection.begin()
        event.listen(self._outer_connection, "before_cursor_execute", self._note)

    def _note(self, _c: object, _u: object, statement: str, *_: object) -> None:
        self.statements.append(statement)

    @contextmanager
    def transaction(self, practice_id: UUID | None, *, write: bool) -> Iterator[Connection]:
        """Open a savepoint for one practice."""
        connection = self._outer_connection
        if not self.is_sqlite:
            connection.exec_driver_sql(
                "SELECT set_config('app.practice_id', %s, true)", (str(practice_id) if practice_id else "",)
            )
        try:
            with connection.begin_nested():
                yield connection
                if not self.is_sqlite:
                    connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
        except OperationalError as error:
            raise (error if is_retryable(error) else DatabaseUnavailable()) from error

    def undo(self) -> None:
        """Roll everything back."""
        self._outer.rollback()
        self._outer_connection.close()
