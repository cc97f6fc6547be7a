"""`couplesone worker`: background work as a process of its own."""

from __future__ import annotations

import logging.config
import signal
from types import FrameType
from typing import Annotated

import typer

from couplesone.cli import log_lines
from couplesone.cli.installation import opened, read_settings
from couplesone.wiring import make_worker


def worker(
    once: Annotated[bool, typer.Option("--once", help="Do what is due now, and end.")] = False,
) -> None:
    """Do background work, such as sending mail; logs JSON lines.

    Ends in good order at SIGTERM and at Ctrl-C, after the job under way. Any number may run beside each other and
    beside `couplesone serve`; a job is done by one of them. One that is killed loses nothing: when its lease has run
    out, another takes over.
    """
    settings = read_settings()
    logging.config.dictConfig(log_lines.configuration(settings.log_level))
    with opened(settings) as works:
        working = make_worker(works)

        def end(_signal: int, _frame: FrameType | None) -> None:
            working.stop.set()

        for ending in (signal.SIGTERM, signal.SIGINT):
            signal.signal(ending, end)
        if once:
            working.drain()
        else:
            working.run()
