"""The driver's errors, as the statement builder would raise them, for what is run on the driver itself."""

from __future__ import annotations

from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError


def translated(error: Exception, connection: Connection) -> DBAPIError:
    """Return the driver's error as the statement builder would raise it; a lost connection is thrown away."""
    dbapi = connection.dialect.loaded_dbapi
    if connection.dialect.is_disconnect(error, connection.connection.dbapi_connection, None):  # type: ignore[arg-type]
        connection.invalidate(error)
    kinds = ((dbapi.IntegrityError, IntegrityError), (dbapi.OperationalError, OperationalError))
    kind = next((ours for theirs, ours in kinds if isinstance(error, theirs)), DBAPIError)
    return kind(None, None, error, hide_parameters=True)
