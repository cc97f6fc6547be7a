"""The server is killed in the middle of its work: what it acknowledged is there, once."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from typing import Any, Self

import httpx
from sqlalchemy import select, text

from couplesone.clients.models import Client

WRITERS = 4
KILLS = 3
BETWEEN = 20
"""Acknowledged requests before the next kill."""
SEED = 20261122


class Load:
    """Writers that add clients, each with a key, and repeat a request until it is answered."""

    def __init__(self, url: str, token: str) -> None:
        self._url, self._headers = url, {"Authorization": f"Bearer {token}"}
        self._stop = threading.Event()
        self._noted = threading.Lock()
        self.acknowledged: dict[str, str] = {}
        self.sent: set[str] = set()
        self.surprises: list[str] = []
        self.repeated = 0
        self._threads = [threading.Thread(target=self._write, args=(place,)) for place in range(WRITERS)]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(30)

    def wait_for(self, count: int) -> None:
        """Wait until so many requests were acknowledged."""
        deadline = time.monotonic() + 30
        while len(self.acknowledged) < count:
            assert time.monotonic() < deadline
            time.sleep(0.005)

    def _write(self, place: int) -> None:
        with httpx.Client(base_url=self._url, headers=self._headers, timeout=15) as http:
            number = 0
            while not self._stop.is_set():
                number += 1
                name = f"writer {place} client {number}"
                with self._noted:
                    self.sent.add(name)
                made = self._add(http, name)
                if made is not None and number % 3 == 0:  # as if the answer had been lost
                    again = self._add(http, name)
                    if again not in (made, None):
                        self.surprises.append(f"{name} was added twice")
                if made is not None:
                    with self._noted:
                        self.acknowledged[name] = made

    def _add(self, http: httpx.Client, name: str) -> str | None:
        while not self._stop.is_set():
            try:
                response = http.post(
                    "/v1/clients", json={"name_used": name}, headers={"Idempotency-Key": name}
                )
            except httpx.TransportError:
                time.sleep(0.02)
                continue
            if response.status_code == 201:
                self.repeated += response.headers.get("idempotency-replayed") == "true"
                return str(response.json()["id"])
            if response.status_code not in (409, 503):
                self.surprises.append(response.text)
                return None
            time.sleep(0.02)
        return None


def stored(world: Any) -> list[tuple[str, str]]:
    with world.works.open(world.home.id) as work:
        clients = work.db.scalars(select(Client)).all()
        work.keyring.load([client.id for client in clients])
        return [(client.name_used, str(client.id)) for client in clients]


def test_nothing_acknowledged_is_lost_and_nothing_is_done_twice(premises, fresh_url: str) -> None:
    world, server = premises(fresh_url)
    draw = random.Random(SEED)
    server.start()
    with Load(server.url, world.therapist.token) as load:
        for _ in range(KILLS):
            load.wait_for(len(load.acknowledged) + BETWEEN)
            time.sleep(draw.random() * 0.02)
            server.kill()
            server.start()
        load.wait_for(len(load.acknowledged) + BETWEEN)
    assert load.surprises == []
    assert load.repeated
    found = stored(world)
    names = Counter(name for name, _ in found)
    assert [name for name, count in names.items() if count > 1] == []
    assert load.acknowledged.items() <= set(found)
    assert names.keys() <= load.sent
    assert len(load.acknowledged) >= (KILLS + 1) * BETWEEN
    if world.works.database.is_sqlite:
        with world.works.database.transaction(None, write=False) as connection:
            assert connection.scalar(text("PRAGMA integrity_check")) == "ok"
    assert server.said() == ""
