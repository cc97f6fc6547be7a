"""A small load generator on raw sockets, and the processor time that a server and its database spend meanwhile."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import psutil

Requests = Iterator[bytes]


@dataclass(frozen=True)
class Outcome:
    """What one run cost."""

    requests: int
    seconds: float
    p50_ms: float
    p99_ms: float
    app_cpu_ms: float
    database_cpu_ms: float

    @property
    def rate(self) -> float:
        """Requests a second."""
        return self.requests / self.seconds

    @property
    def cpu_ms(self) -> float:
        """Processor time of application and database together, for one request."""
        return self.app_cpu_ms + self.database_cpu_ms


def request(method: str, path: str, *, token: str = "", body: bytes = b"") -> bytes:
    """Return a request as bytes."""
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", "Accept: */*"]
    if token:
        lines.append(f"Authorization: Bearer {token}")
    if body:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


async def _one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, raw: bytes) -> None:
    writer.write(raw)
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head[9:12])
    lower = head.lower()
    start = lower.index(b"content-length:") + 15
    length = int(lower[start : lower.index(b"\r\n", start)])
    body = await reader.readexactly(length)
    if status >= 300:
        raise RuntimeError(f"{status} {body[:300]!r}")


async def _drive(port: int, requests: Requests, connections: int) -> tuple[list[float], float]:
    times: list[float] = []

    async def worker() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for raw in requests:
            begun = time.perf_counter()
            await _one(reader, writer, raw)
            times.append(time.perf_counter() - begun)
        writer.close()

    begun = time.perf_counter()
    await asyncio.gather(*(worker() for _ in range(connections)))
    return times, time.perf_counter() - begun


def _cpu(root: int) -> float:
    process = psutil.Process(root)
    total = 0.0
    for one in (process, *process.children(recursive=True)):
        with contextlib.suppress(psutil.NoSuchProcess):  # a helper process that has just ended
            spent = one.cpu_times()
            total += spent.user + spent.system
    return total


def measure(
    port: int, app: int, database: int, requests: Callable[[], Requests], *, connections: int
) -> Outcome:
    """Send the requests and return what they cost; ``app`` and ``database`` are process ids."""
    before = _cpu(app), _cpu(database)
    times, seconds = asyncio.run(_drive(port, requests(), connections))
    after = _cpu(app), _cpu(database)
    times.sort()
    count = len(times)
    return Outcome(
        requests=count,
        seconds=seconds,
        p50_ms=times[count // 2] * 1000,
        p99_ms=times[int(count * 0.99)] * 1000,
        app_cpu_ms=(after[0] - before[0]) / count * 1000,
        database_cpu_ms=(after[1] - before[1]) / count * 1000,
    )
