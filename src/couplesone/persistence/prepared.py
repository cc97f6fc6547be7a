"""Statements that are compiled once for each engine and run on the driver itself.

For the few statements that every request, or the busiest ones, need: who is asking, a case seen whole, the audit
row. They skip what the statement builder does anew each time (looking its compiled form up, wrapping the result),
and keep what matters: parameters are bound, never written into the text, and a SELECT is scoped to the practice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from psycopg import RawCursor
from pydantic_core import from_json
from sqlalchemy import ColumnElement, Insert, Select, bindparam, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Dialect
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import JSON, TypeEngine

from couplesone.persistence.base import Base
from couplesone.persistence.columns import seal
from couplesone.persistence.faults import translated
from couplesone.persistence.keyring import Keyring
from couplesone.persistence.tenancy import PRACTICE_ID, AnySelect, scoped

Convert = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Compiled:
    text: str
    constants: dict[str, Any]
    order: tuple[str, ...]
    binders: dict[str, Convert]
    readers: tuple[Convert | None, ...]

    def arguments(self, parameters: Mapping[str, Any]) -> list[Any]:
        values = {**self.constants, **parameters}
        for name, bind in self.binders.items():
            values[name] = bind(values[name])
        return [values[name] for name in self.order]

    def read(self, row: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(
            value if reader is None else reader(value)
            for value, reader in zip(row, self.readers, strict=True)
        )


class Prepared:
    """A statement, compiled on first use."""

    def __init__(self, statement: AnySelect | Insert) -> None:
        self._statement = statement

    def rows(self, connection: Connection, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Run a SELECT and return its rows; ``parameters`` must name the practice."""
        assert PRACTICE_ID in parameters
        cursor, compiled = self._run(connection, parameters)
        found = [compiled.read(row) for row in cursor.fetchall()]
        cursor.close()
        return found

    def execute(self, connection: Connection, parameters: Mapping[str, Any]) -> None:
        """Run a statement that returns nothing."""
        cursor, _ = self._run(connection, parameters)
        cursor.close()

    def _run(self, connection: Connection, parameters: Mapping[str, Any]) -> tuple[Any, _Compiled]:
        driver: Any = connection.connection.driver_connection
        if connection.dialect.name == "postgresql":
            compiled, cursor = self._postgresql, RawCursor(driver)
        else:
            compiled, cursor = self._sqlite, driver.cursor()
        arguments = compiled.arguments(parameters)
        for (
            hear
        ) in connection.dispatch.before_cursor_execute:  # whoever listens to the engine hears these too
            hear(connection, cursor, compiled.text, arguments, None, False)
        try:
            cursor.execute(compiled.text, arguments)
        except connection.dialect.loaded_dbapi.Error as error:
            raise translated(error, connection) from error
        return cursor, compiled

    @cached_property
    def _postgresql(self) -> _Compiled:
        return self._compile(postgresql.dialect(paramstyle="numeric_dollar"))  # type: ignore[no-untyped-call]

    @cached_property
    def _sqlite(self) -> _Compiled:
        return self._compile(sqlite.dialect(paramstyle="qmark"))

    def _columns(self) -> Sequence[ColumnElement[Any]]:
        return list(self._statement.selected_columns) if isinstance(self._statement, Select) else []

    def _compile(self, dialect: Dialect) -> _Compiled:
        statement = scoped(self._statement) if isinstance(self._statement, Select) else self._statement
        compiled = statement.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
        assert isinstance(compiled, SQLCompiler)
        order = tuple(compiled.positiontup or ())
        if dialect.name == "postgresql":
            order = tuple(dict.fromkeys(order))
        return _Compiled(
            text=str(compiled),
            constants={
                name: value
                for name, value in compiled.params.items()
                if name not in compiled.binds or not compiled.binds[name].required
            },
            order=order,
            binders={
                name: bind
                for name in order
                if name in compiled.binds
                and (bind := _binder(compiled.binds[name].type, dialect)) is not None
            },
            readers=tuple(_reader(column.type, dialect) for column in self._columns()),
        )


class PreparedInsert:
    """An INSERT of entities of one class: one statement for each number of rows, compiled on first use."""

    def __init__(self, entity: type[Base]) -> None:
        self._columns = [
            (attribute.key, attribute.columns[0]) for attribute in entity.__mapper__.column_attrs
        ]
        self._entity = entity
        self._defaults = {
            key: column.default.arg for key, column in self._columns if column.default is not None
        }
        self._by_count: dict[int, Prepared] = {}

    def insert(self, connection: Connection, entities: Sequence[Base], keyring: Keyring) -> None:
        """Insert the entities, their texts sealed."""
        parameters = {}
        for place, entity in enumerate(entities):
            for key, default in self._defaults.items():
                if getattr(entity, key) is None:
                    setattr(entity, key, default)
            seal(entity, keyring)
            for key, column in self._columns:
                parameters[f"{column.name}_{place}"] = entity.__dict__.get(key)
        self._statement(len(entities)).execute(connection, parameters)

    def _statement(self, count: int) -> Prepared:
        if count not in self._by_count:
            rows = [
                {
                    column.name: bindparam(f"{column.name}_{place}", type_=column.type)
                    for _, column in self._columns
                }
                for place in range(count)
            ]
            self._by_count[count] = Prepared(insert(self._entity).values(rows))
        return self._by_count[count]


def _binder(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    return None if dialect.name == "postgresql" else kind.dialect_impl(dialect).bind_processor(dialect)


def _reader(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    if dialect.name == "postgresql":
        return None  # the driver knows these types itself
    return from_json if isinstance(kind, JSON) else kind.dialect_impl(dialect).result_processor(dialect, None)
