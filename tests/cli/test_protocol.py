"""A connection that does not send its request in time is closed; one that does is not disturbed."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from couplesone.cli import protocol

HEAD, BODY = 0.2, 0.4
GET = b"GET /%s HTTP/1.1\r\nhost: x\r\n\r\n"


async def _application(scope: Any, receive: Any, send: Any) -> None:
    """Read the whole body, wait as long as the path says, and answer with the size of the body."""
    if scope["path"] == "/early":
        await _start(send, b"")
    if scope["path"] == "/refuse":
        await _start(send, b"413")
        await send({"type": "http.response.body", "body": b"413"})
        return
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        size += len(message["body"])
        if not message["more_body"]:
            break
    if scope["path"].startswith("/0"):
        await asyncio.sleep(float(scope["path"][1:]))
    body = f"answer to {scope['path']} {size}".encode()
    await _start(send, body)
    await send({"type": "http.response.body", "body": body})


async def _start(send: Any, body: bytes) -> None:
    headers = [(b"content-length", str(len(body)).encode())] if body else []
    await send({"type": "http.response.start", "status": 200, "headers": headers})


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """The port of a server with short deadlines."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(protocol, "HEAD_SECONDS", HEAD)
        patch.setattr(protocol, "BODY_SECONDS", BODY)
        patch.setattr(protocol, "HEAD_BYTES", 2000)
        config = uvicorn.Config(
            _application,
            http=protocol.DeadlineProtocol,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
        )
        server = uvicorn.Server(config)
        listener = socket.create_server(("127.0.0.1", 0))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        yield listener.getsockname()[1]
        server.should_exit = True
        thread.join()


Connect = Callable[[], Any]


@pytest.fixture
def connect(port: int) -> Connect:
    """Open connections to the server."""

    @contextmanager
    def connected() -> Iterator[socket.socket]:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as opened:
            yield opened

    return connected


def until_closed(connection: socket.socket) -> tuple[bytes, float]:
    """Return what came until the server closed, and after how many seconds."""
    started, received = time.monotonic(), b""
    while part := connection.recv(65536):
        received += part
    return received, time.monotonic() - started


def test_a_connection_that_sends_nothing_is_closed(connect: Connect) -> None:
    with connect() as connection:
        received, seconds = until_closed(connection)
    assert HEAD * 0.9 < seconds < HEAD + 1
    assert received in (
        b"",
        b"HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
    )


@pytest.mark.parametrize("half", [b"G", GET[:-2], b"\r\n"])
def test_half_a_head_is_answered_408(connect: Connect, half: bytes) -> None:
    with connect() as connection:
        connection.sendall(half)
        received, seconds = until_closed(connection)
    assert received.startswith(b"HTTP/1.1 408 Request Timeout\r\n")
    assert HEAD * 0.9 < seconds < HEAD + 1


def test_a_head_that_trickles_in_gets_no_more_time(connect: Connect) -> None:
    with connect() as connection:
        connection.settimeout(HEAD / 5)
        started, received = time.monotonic(), b""
        for byte in GET * 20:
            try:
                connection.sendall(bytes([byte]))
                received += connection.recv(1000)
            except TimeoutError:
                continue
            except OSError:
                break
            if received:
                break
    assert b" 408 " in received
    assert time.monotonic() - started < HEAD + 1


def test_a_body_that_does_not_come_is_answered_408(connect: Connect) -> None:
    with connect() as connection:
        connection.sendall(b"POST /x HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nfive.")
        received, seconds = until_closed(connection)
    assert received.startswith(b"HTTP/1.1 408 Request Timeout\r\n")
    assert BODY * 0.9 < seconds < BODY + 1


def test_once_an_answer_has_begun_the_connection_is_only_closed(connect: Connect) -> None:
    with connect() as connection:
        connection.sendall(b"POST /early HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nfive.")
        received, _ = until_closed(connection)
    assert received.startswith(b"HTTP/1.1 200")
    assert b" 408 " not in received


def test_a_body_that_was_refused_does_not_keep_the_connection(connect: Connect) -> None:
    with connect() as connection:
        connection.sendall(b"POST /refuse HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nfive.")
        received, seconds = until_closed(connection)
    assert received.startswith(b"HTTP/1.1 200")
    assert seconds < BODY + 1


@pytest.mark.parametrize("chunk", [3000, 100])
def test_a_head_without_end_is_answered_431(connect: Connect, chunk: int) -> None:
    with connect() as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nx: ")
        for _ in range(0, 2100, chunk):
            connection.sendall(b"x" * chunk)
        received, _ = until_closed(connection)
    assert received.startswith(b"HTTP/1.1 431 ")


def test_a_head_that_is_just_short_enough_is_taken(connect: Connect) -> None:
    with connect() as connection:
        connection.sendall(b"GET /long HTTP/1.1\r\nhost: x\r\nx: " + b"x" * 1900)
        connection.sendall(b"\r\n\r\n")
        assert b"answer to /long 0" in connection.recv(1000)


def test_a_body_may_come_in_parts(connect: Connect) -> None:
    with connect() as connection:
        connection.sendall(b"POST /x HTTP/1.1\r\nhost: x\r\ncontent-length: 9000\r\n\r\n")
        for _ in range(3):
            time.sleep(BODY / 10)
            connection.sendall(b"x" * 3000)
        assert b"answer to /x 9000" in connection.recv(1000)


def test_a_long_body_does_not_count_as_the_next_head(connect: Connect) -> None:
    with connect() as connection:
        connection.sendall(
            b"POST /x HTTP/1.1\r\nhost: x\r\ncontent-length: 5000\r\n\r\n" + b"x" * 5000 + GET[:10]
        )
        received, _ = until_closed(connection)
    assert received.index(b"answer to /x 5000") < received.index(b" 408 ")


def test_a_body_may_be_longer_than_a_head(connect: Connect) -> None:
    with connect() as connection:
        connection.sendall(b"POST /x HTTP/1.1\r\nhost: x\r\ncontent-length: 9000\r\n\r\n" + b"x" * 9000)
        assert b"answer to /x 9000" in connection.recv(1000)


def test_an_answer_may_take_longer_than_the_request(connect: Connect) -> None:
    with connect() as connection:
        connection.sendall(GET % b"0.7")
        assert b"answer to /0.7" in connection.recv(1000)


def test_a_kept_connection_has_its_time_for_each_request(connect: Connect) -> None:
    with connect() as connection:
        for path in (b"one", b"two"):
            connection.sendall(GET % path)
            assert b"answer to /" + path in connection.recv(1000)
            time.sleep(HEAD * 1.5)
        connection.sendall(GET[:10])
        received, seconds = until_closed(connection)
    assert b" 408 " in received
    assert HEAD * 0.9 < seconds < HEAD + 1


def test_an_earlier_request_does_not_suffer_from_half_a_later_one(connect: Connect) -> None:
    with connect() as connection:
        connection.sendall(GET % b"0.5" + GET[:10])
        received, _ = until_closed(connection)
    assert received.index(b"answer to /0.5") < received.index(b" 408 ")


def test_an_earlier_request_does_not_suffer_from_a_later_one_without_its_body(connect: Connect) -> None:
    with connect() as connection:
        connection.sendall(GET % b"0.9" + b"POST /later HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n")
        received, _ = until_closed(connection)
    assert received.index(b"answer to /0.9") < received.index(b" 408 ")


def test_the_deadlines_are_those_of_the_threat_model() -> None:
    text = Path(str(protocol.__file__)).read_text()
    assert "HEAD_SECONDS = 20.0" in text
    assert "BODY_SECONDS = 60.0" in text
