"""JSON built by the database, the same way on both engines: a read model in one statement, without hydration."""

from __future__ import annotations

from typing import Any

from pydantic_core import from_json
from sqlalchemy import ColumnElement, Select, literal_column, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import JSON

from couplesone.persistence.tenancy import AnySelect


class _Object(FunctionElement[Any]):
    name = "json_object"
    type = JSON()
    inherit_cache = True


class _Array(FunctionElement[Any]):
    name = "json_array"
    type = JSON()
    inherit_cache = True


class _Pairs(FunctionElement[Any]):
    name = "json_pairs"
    type = JSON()
    inherit_cache = True


class _Nested(FunctionElement[Any]):
    name = "json_nested"
    type = JSON()
    inherit_cache = True


@compiles(_Nested, "postgresql")
def _pg_nested(element: _Nested, compiler: Any, **kw: Any) -> str:
    return str(compiler.process(element.clauses, **kw))


@compiles(_Nested, "sqlite")
def _sqlite_nested(element: _Nested, compiler: Any, **kw: Any) -> str:
    return f"json({compiler.process(element.clauses, **kw)})"  # a subquery loses the JSON mark


@compiles(_Object, "postgresql")
def _pg_object(element: _Object, compiler: Any, **kw: Any) -> str:
    return f"json_build_object({compiler.process(element.clauses, **kw)})"


@compiles(_Object, "sqlite")
def _sqlite_object(element: _Object, compiler: Any, **kw: Any) -> str:
    return f"json_object({compiler.process(element.clauses, **kw)})"


@compiles(_Array, "postgresql")
def _pg_array(element: _Array, compiler: Any, **kw: Any) -> str:
    return f"coalesce(json_agg({compiler.process(element.clauses, **kw)}), '[]'::json)"


@compiles(_Array, "sqlite")
def _sqlite_array(element: _Array, compiler: Any, **kw: Any) -> str:
    return f"json_group_array(json({compiler.process(element.clauses, **kw)}))"


@compiles(_Pairs, "postgresql")
def _pg_pairs(element: _Pairs, compiler: Any, **kw: Any) -> str:
    return f"coalesce(json_object_agg({compiler.process(element.clauses, **kw)}), '{{}}'::json)"


@compiles(_Pairs, "sqlite")
def _sqlite_pairs(element: _Pairs, compiler: Any, **kw: Any) -> str:
    return f"json_group_object({compiler.process(element.clauses, **kw)})"


def json_object(**members: ColumnElement[Any] | Any) -> ColumnElement[Any]:
    """Return a JSON object with the given members; keys are our own names, never input."""
    parts: list[Any] = []
    for name, column in members.items():
        parts += [literal_column(f"'{name}'"), column]
    return _Object(*parts)


def json_rows(rows: Select[Any]) -> ColumnElement[Any]:
    """Return a JSON array of the single JSON column that ``rows`` selects, in its order.

    What ``rows`` names of the statement around it is that statement's row, never a table to be joined once more.
    """
    inner = rows.correlate_except(*rows.columns_clause_froms).subquery()
    (column,) = inner.columns
    return _Nested(select(_Array(column)).select_from(inner).scalar_subquery())


def json_pairs(rows: AnySelect) -> ColumnElement[Any]:
    """Return a JSON object of the names and values that ``rows`` selects as its two columns."""
    return _Nested(rows.with_only_columns(_Pairs(*rows.selected_columns)).scalar_subquery())


def json_one(row: Select[Any]) -> ColumnElement[Any]:
    """Return the single JSON column of the first row that ``row`` selects, or null."""
    return _Nested(row.limit(1).scalar_subquery())


def parsed(value: Any) -> Any:
    """Return the Python form of a JSON result, which one driver parses itself and the other does not."""
    return from_json(value) if isinstance(value, str) else value
