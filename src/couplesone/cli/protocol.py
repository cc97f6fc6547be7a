"""HTTP with deadlines: uvicorn waits for ever for the rest of a request, which ties up a connection for nothing.

A connection has 20 seconds to send the head of a request and then 60 seconds to send its body; between requests
uvicorn's own keep-alive limit holds. A head may be 64 KiB long. What is late is answered 408, what is too long
431, and the connection is closed.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_SECONDS = 20.0
BODY_SECONDS = 60.0
HEAD_BYTES = 64 * 1024
_LATE = b"408 Request Timeout"
_LONG = b"431 Request Header Fields Too Large"


class DeadlineProtocol(HttpToolsProtocol):
    """One connection, closed when a request does not arrive in time."""

    _deadline: asyncio.TimerHandle | None = None
    _head: int | None = 0
    """Bytes that came since a head was expected; None while a body is."""

    def connection_made(self, transport: Any) -> None:
        """Start the clock: a connection is opened to send something."""
        super().connection_made(transport)
        self._expect(HEAD_SECONDS)

    def data_received(self, data: bytes) -> None:
        """Take bytes; the first ones after an answer start the clock anew."""
        if self._head is not None:
            self._head += len(data)
            if self._deadline is None:
                self._expect(HEAD_SECONDS)
        super().data_received(data)
        if self._head is not None and self._head > HEAD_BYTES:
            self._refuse(_LONG)

    def on_message_begin(self) -> None:
        """Start the clock where the first bytes came along with the request before."""
        super().on_message_begin()
        if self._deadline is None:
            self._expect(HEAD_SECONDS)

    def on_headers_complete(self) -> None:
        """Give the body its time."""
        super().on_headers_complete()
        self._head = None
        self._expect(BODY_SECONDS)

    def on_message_complete(self) -> None:
        """Stop the clock: the request is here."""
        super().on_message_complete()
        self._head = 0
        self._relax()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock."""
        self._relax()
        super().connection_lost(exc)

    def _expect(self, seconds: float) -> None:
        self._relax()
        self._deadline = self.loop.call_later(seconds, self._late)

    def _relax(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _late(self) -> None:
        if self.pipeline or (self._head is not None and self._is_answering()):
            self._expect(HEAD_SECONDS)  # an earlier request is being answered: it is not to suffer
        else:
            self._refuse(_LATE)

    def _is_answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _refuse(self, status: bytes) -> None:
        self._relax()
        if not self._is_answering() or not self.cycle.response_started:
            self.transport.write(
                b"HTTP/1.1 " + status + b"\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
            )
        self.transport.close()
