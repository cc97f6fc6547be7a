"""The server's log: JSON lines on stdout, with an allow-list of fields.

What the application logs of requests and of security is such a line already. Of everything else (the HTTP server,
libraries) a line keeps the time, the level, the logger and the template of the message; of a fault its class and
our own place in the code. Texts that were put into the message are left out: they may hold somebody's data.
"""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Any

from couplesone.web.shell import fault_of

_MAX = 200


class JsonLine(logging.Formatter):
    """Formats a record of a logger that does not write JSON itself."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line of JSON."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": _event(record),
            **getattr(record, "facts", {}),
        }
        if record.exc_info and record.exc_info[1] is not None:
            line |= fault_of(record.exc_info[1])
        return json.dumps(line)


def _event(record: logging.LogRecord) -> str:
    """Return the first line of the template, with the arguments put in where all of them are numbers."""
    template = record.msg if isinstance(record.msg, str) else type(record.msg).__name__
    if isinstance(record.args, tuple) and all(isinstance(value, int | float) for value in record.args):
        template = record.getMessage() if isinstance(record.msg, str) else template
    return template.strip().partition("\n")[0][:_MAX]


def configuration(level: str) -> dict[str, Any]:
    """Return the logging configuration of a server process."""
    as_is = {"handlers": ["as_is"], "level": level.upper(), "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "as_is": {"format": "%(message)s"},
            "json": {"()": f"{__name__}.{JsonLine.__qualname__}"},
        },
        "handlers": {
            "as_is": {"class": "logging.StreamHandler", "formatter": "as_is", "stream": "ext://sys.stdout"},
            "json": {"class": "logging.StreamHandler", "formatter": "json", "stream": "ext://sys.stdout"},
        },
        "root": {"handlers": ["json"], "level": "WARNING"},
        "loggers": {
            "couplesone.requests": as_is,
            "couplesone.security": as_is,
            "couplesone": {"handlers": ["json"], "level": level.upper(), "propagate": False},
            "uvicorn": {"handlers": ["json"], "level": level.upper(), "propagate": False},
        },
    }
