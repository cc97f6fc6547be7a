"""A client against the real application, and clients against a scripted transport."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from couplesone.sdk import Couplesone
from support.world import World

Script = Callable[..., "Scripted"]


class Scripted:
    """A client whose server answers from a script; keeps the requests that came and the waits between them."""

    def __init__(self, *answers: Any, **options: Any) -> None:
        self.answers = list(answers)
        self.requests: list[httpx.Request] = []
        self.waits: list[float] = []
        self.client = Couplesone(
            "https://practice.example",
            "c1_live_secret",
            transport=httpx.MockTransport(self._answer),
            sleep=self.waits.append,
            **options,
        )

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = self.answers.pop(0) if self.answers else httpx.Response(200, json={})
        if isinstance(answer, type):
            raise answer("not reached", request=request)
        return answer

    @property
    def keys(self) -> list[str | None]:
        """The Idempotency-Key of each request."""
        return [request.headers.get("idempotency-key") for request in self.requests]


def problem(status: int, code: str = "some_code", **headers: str) -> httpx.Response:
    """Return a problem document as the API answers it."""
    return httpx.Response(
        status,
        headers={"content-type": "application/problem+json", **headers},
        json={
            "type": f"/v1/problem-codes#{code}",
            "title": "A title",
            "status": status,
            "detail": "A sentence.",
            "code": code,
            "request_id": "0195f-request",
            "errors": [{"pointer": "/title", "code": "required", "detail": "This member is required."}],
            "blocks": [{"code": "screen_old"}],
        },
    )


@pytest.fixture
def client(world: World) -> Iterator[Couplesone]:
    """The therapist's client, over the real application."""
    with Couplesone("http://localhost", world.therapist.token, transport=world.transport) as made:
        yield made
