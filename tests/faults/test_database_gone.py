"""The database goes away while the server runs: 503 at once, and all is well when it is back."""

from __future__ import annotations

import os
import time
from pathlib import Path

import httpx
import psycopg
import pytest
from sqlalchemy.engine import make_url

from couplesone.kernel.settings import Settings
from couplesone.persistence import schema
from couplesone.persistence.database import Database
from support import postgres

LONGEST = 8
"""Seconds; the server under test waits one for a turn, and two for a connection."""


def is_unavailable(response: httpx.Response) -> bool:
    assert response.status_code == 503, response.text
    assert response.json()["code"] == "database_unavailable"
    assert response.headers["retry-after"] == "2"
    assert response.elapsed.total_seconds() < LONGEST
    return True


def requests(http: httpx.Client) -> list[httpx.Response]:
    return [
        http.get("/readyz"),
        http.get("/v1/me"),
        http.post("/v1/clients", json={"name_used": "Mara"}),
    ]


def test_postgresql_stops(premises, tmp_path: Path) -> None:
    own = postgres.start({})
    try:
        postgres.create_role(own.url, "couplesone_app", "app")
        url = postgres.create_database(own.url, "couplesone")
        owner = Database(Settings(database_url=url))
        schema.upgrade(owner.engine)
        schema.grant(owner.engine, "couplesone_app")
        owner.close()
        app_url = postgres.database_url(own.url, database="couplesone", user="couplesone_app", password="app")
        world, server = premises(app_url)
        server.start()
        headers = {"Authorization": f"Bearer {world.therapist.token}"}
        with httpx.Client(base_url=server.url, headers=headers, timeout=30) as http:
            assert [response.status_code for response in requests(http)] == [200, 200, 201]
            world.works.database.close()
            own.stop()
            assert all(is_unavailable(response) for response in requests(http))
            assert http.get("/healthz").status_code == 200
    finally:
        own.stop()
    assert server.said() == ""


@pytest.mark.parametrize("engine_name", ["postgresql"])
def test_postgresql_comes_back(premises, fresh_url: str, engine_name) -> None:
    world, server = premises(fresh_url)
    server.start()
    name = make_url(fresh_url).database
    superuser = postgres.plain(os.environ[postgres.URL_VARIABLE])
    headers = {"Authorization": f"Bearer {world.therapist.token}"}
    with (
        psycopg.connect(superuser, autocommit=True) as connection,
        httpx.Client(base_url=server.url, headers=headers, timeout=30) as http,
    ):
        assert http.get("/v1/me").status_code == 200
        connection.execute(f'ALTER DATABASE "{name}" WITH ALLOW_CONNECTIONS false')
        try:
            ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
            connection.execute(ended, (name,))
            assert all(is_unavailable(response) for response in requests(http))
        finally:
            connection.execute(f'ALTER DATABASE "{name}" WITH ALLOW_CONNECTIONS true')
        assert [response.status_code for response in requests(http)] == [200, 200, 201]


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_sqlite_is_held_by_somebody_else(premises, fresh_url: str, engine_name) -> None:
    world, server = premises(fresh_url)
    server.start()
    headers = {"Authorization": f"Bearer {world.therapist.token}"}
    with httpx.Client(base_url=server.url, headers=headers, timeout=30) as http:
        assert http.get("/v1/me").status_code == 200
        with world.works.database.transaction(None, write=True):
            assert http.get("/readyz").status_code == 200
            started = time.monotonic()
            with httpx.Client(base_url=server.url, headers=headers, timeout=0.5) as impatient:
                with pytest.raises(httpx.ReadTimeout):
                    impatient.get("/v1/me")
                is_unavailable(http.get("/v1/me"))
            assert time.monotonic() - started < LONGEST
        assert http.get("/v1/me").status_code == 200
