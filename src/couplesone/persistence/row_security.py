"""PostgreSQL's row-level security: the second wall, raised by the migrations around every table.

The policy compares with a setting that each transaction makes for itself; ``nullif`` because the setting reads as ''
after a transaction that made it. Written plainly and not as a subselect, which would be one plan more to begin for
each table that a statement names.
``FORCE`` binds the tables' owner too. Only ``practices`` may be listed without a practice: the command line and
sign-in must find out which there are.
"""

from __future__ import annotations

from alembic.operations import Operations

_SETTING = "nullif(current_setting('app.practice_id', true), '')::uuid"


def protect(op: Operations, *tables: str) -> None:
    """Raise the wall around tables; nothing on SQLite."""
    if op.get_bind().dialect.name != "postgresql":
        return
    for table in tables:
        condition = f"practice_id = {_SETTING}"
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY own_practice ON {table} USING ({condition}) WITH CHECK ({condition})")
        if table == "practices":
            op.execute(f"CREATE POLICY directory ON {table} FOR SELECT USING ({_SETTING} IS NULL)")
