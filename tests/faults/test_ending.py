"""Asked to end, the server finishes what is under way and takes nothing new."""

from __future__ import annotations

import signal
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from sqlalchemy import text


def test_requests_under_way_are_finished(premises, fresh_url: str) -> None:
    world, server = premises(fresh_url)
    server.start()
    headers = {"Authorization": f"Bearer {world.therapist.token}"}
    database = world.works.database

    def add() -> httpx.Response:
        return httpx.post(f"{server.url}/v1/clients", json={"name_used": "Mara"}, headers=headers, timeout=30)

    with ThreadPoolExecutor(1) as threads:
        with database.transaction(world.home.id, write=True) as connection:
            if not database.is_sqlite:
                connection.execute(text("LOCK TABLE clients IN SHARE MODE"))
            under_way = threads.submit(add)
            time.sleep(0.3)
            assert not under_way.done()
            server.process.send_signal(signal.SIGTERM)
            time.sleep(0.3)
            assert server.process.poll() is None
            with pytest.raises(httpx.TransportError):
                httpx.get(f"{server.url}/healthz", timeout=1)
        response = under_way.result(20)
    assert response.status_code == 201
    assert server.process.wait(10) == 0
    assert server.said() == ""
    assert world.therapist.get("/v1/clients")["items"][0]["id"] == response.json()["id"]
