"""What time the database says it is, within a statement: two machines that do the same work agree on one clock."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Float, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from couplesone.persistence.columns import UtcDateTime


class _Instant(FunctionElement[Any]):
    name = "database_instant"
    type = UtcDateTime()
    inherit_cache = True


@compiles(_Instant, "postgresql")
def _pg_instant(element: _Instant, compiler: Any, **kw: Any) -> str:
    return f"(now() + make_interval(secs => {compiler.process(element.clauses, **kw)}))"


@compiles(_Instant, "sqlite")
def _sqlite_instant(element: _Instant, compiler: Any, **kw: Any) -> str:
    seconds = compiler.process(element.clauses, **kw)
    return f"(strftime('%Y-%m-%dT%H:%M:%f', 'now', {seconds} || ' seconds') || '000Z')"


def database_instant(seconds: float = 0.0) -> _Instant:
    """Return the instant ``seconds`` after the transaction began by the database's clock, as a column."""
    return _Instant(literal(float(seconds), Float))
