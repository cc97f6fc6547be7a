"""Running the server: the application that each process makes, the socket, the processes, and how they end."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import socket
import sys
import threading
from multiprocessing.process import BaseProcess
from types import FrameType
from typing import Any

import uvicorn
from uvicorn.config import STARTUP_FAILURE
from uvicorn.supervisors import Multiprocess

from couplesone.app import create_app
from couplesone.cli import log_lines
from couplesone.cli.faults import explain
from couplesone.cli.installation import read_settings
from couplesone.cli.output import ExitCode, Failure, say
from couplesone.cli.protocol import DeadlineProtocol
from couplesone.kernel.settings import Settings
from couplesone.web.shell import Shell

CONNECTIONS = 4000
"""Connections of one process; whoever comes beyond is answered 503 at once."""
GRACE_SECONDS = 10
STARTING_SECONDS = 60
"""How long a further process may take until it answers; a slower one is taken for hung and replaced."""
_BACKLOG = 2048
_ENDINGS = (signal.SIGTERM, signal.SIGINT)
log = logging.getLogger("couplesone.server")


def application() -> Shell:
    """Return the application of one server process, from the settings of its environment."""
    if (parent := multiprocessing.parent_process()) is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    try:
        return create_app(read_settings())
    except Exception as error:
        if (failure := explain(error)) is None:
            raise
        say(failure.sentence)
        raise SystemExit(STARTUP_FAILURE) from None


def _end_with(parent: BaseProcess) -> None:
    """End this process in good order when its parent is gone, however that ended."""
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens; a failure says why not."""
    try:
        family, *_, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        return socket.create_server(address[:2], family=family, backlog=_BACKLOG)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise Failure(
            ExitCode.ADDRESS,
            f"The server cannot listen on {host}, port {port}: {why}. "
            "Choose another with --host and --port, or end what listens there.",
        ) from None


def run(settings: Settings, listener: socket.socket) -> None:
    """Serve until SIGTERM or SIGINT, then finish what is under way and return."""
    raise_file_limit()
    config = uvicorn.Config(**options(settings))
    where = {"url": address_of(listener), "processes": settings.workers, "mode": settings.mode.value}
    log.info("listening", extra={"facts": where})
    if settings.workers > 1:
        started = _run_several(Multiprocess(config, sockets=[listener]))
    else:
        started = _run_alone(uvicorn.Server(config), listener)
    if not started:
        raise Failure(ExitCode.REFUSED, "The server did not start; the reason is given above.")


class _Ended(BaseException):
    """Somebody asked the parent of several processes to end."""


def _run_several(supervisor: Multiprocess) -> bool:
    """Run until a signal comes. The supervisor itself would hear it only after waiting for a slow process."""

    def end(_signal: int, _frame: FrameType | None) -> None:
        for ending in _ENDINGS:
            signal.signal(ending, signal.SIG_IGN)
        raise _Ended

    for ending in _ENDINGS:
        signal.signal(ending, end)
    try:
        supervisor.run()
    except _Ended:
        children = multiprocessing.active_children()
        for child in children:
            child.terminate()
        for child in children:
            child.join(GRACE_SECONDS + 2)
            child.kill()
        return True
    return all(process.exitcode != STARTUP_FAILURE for process in supervisor.processes)


def _run_alone(server: uvicorn.Server, listener: socket.socket) -> bool:
    def end(_signal: int, _frame: FrameType | None) -> None:
        if not server.should_exit:  # uvicorn repeats the signal when it has ended in good order
            raise SystemExit(ExitCode.OK)

    for ending in _ENDINGS:
        signal.signal(ending, end)
    try:
        server.run(sockets=[listener])
    except SystemExit as ended:
        return ended.code != STARTUP_FAILURE
    return True


def address_of(listener: socket.socket) -> str:
    """Return the URL at which a socket listens."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def options(settings: Settings) -> dict[str, Any]:
    """Return how uvicorn is to run."""
    return {
        "app": "couplesone.cli.serving:application",
        "factory": True,
        "workers": settings.workers,
        "loop": "auto",
        "http": DeadlineProtocol,
        "ws": "none",
        "lifespan": "on",
        "interface": "asgi3",
        "log_config": log_lines.configuration(settings.log_level),
        "log_level": settings.log_level,
        "access_log": False,
        "server_header": False,
        "forwarded_allow_ips": list(settings.trusted_proxies),
        "proxy_headers": bool(settings.trusted_proxies),
        "limit_concurrency": CONNECTIONS,
        "backlog": _BACKLOG,
        "timeout_graceful_shutdown": GRACE_SECONDS,
        "timeout_worker_healthcheck": STARTING_SECONDS,
    }


def raise_file_limit() -> None:
    """Allow as many open files as connections need, as far as the system lets us."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not there on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = CONNECTIONS + 1000
    if soft != resource.RLIM_INFINITY and soft < wanted:
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
