"""When something fails on our side, nothing is half done and nothing is said that is not so."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError

from couplesone.audit.models import AuditEvent
from couplesone.clients.models import Client
from couplesone.persistence.database import Database, DatabaseUnavailable
from couplesone.web.idempotency import IdempotencyKey

MARA = {"name_used": "Mara"}


def rows(world, *kinds: Any) -> list[int]:
    with world.works.open(world.home.id) as work:
        return [int(work.db.scalar(select(func.count()).select_from(kind))) for kind in kinds]


KEPT = (Client, AuditEvent, IdempotencyKey)


def wrap(world, monkeypatch, name: str, wrapper: Any) -> None:
    """Put ``wrapper(endpoint)`` in the place of an operation's endpoint."""
    operation = world.transport.app.runner.operations[name]
    monkeypatch.setattr(operation, "endpoint", wrapper(operation.endpoint))


def add(world, key: str | None = "key-1"):
    return world.therapist.call("POST", "/v1/clients", MARA, key=key)


def test_a_fault_after_the_work_undoes_it(world, monkeypatch) -> None:
    def wrapper(endpoint):
        def failing(**given: Any) -> Any:
            endpoint(**given)
            raise ZeroDivisionError

        return failing

    with monkeypatch.context() as patched:
        wrap(world, patched, "add_client", wrapper)
        response = add(world)
        assert (response.status_code, response.json()["code"]) == (500, "internal_error")
    assert rows(world, *KEPT) == [0, 0, 0]
    assert add(world).status_code == 201
    assert rows(world, *KEPT) == [1, 1, 1]


def test_an_answer_that_does_not_fit_its_schema_undoes_the_work(world, monkeypatch) -> None:
    def wrapper(endpoint):
        return lambda **given: SimpleNamespace(id=endpoint(**given).id, name_used=7)

    with monkeypatch.context() as patched:
        wrap(world, patched, "add_client", wrapper)
        response = add(world)
        assert (response.status_code, response.json()["code"]) == (500, "answer_malformed")
        assert "add_client" not in response.text
    assert rows(world, *KEPT) == [0, 0, 0]


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (OperationalError(None, None, Exception("gone")), 503, "database_unavailable"),
        (RuntimeError("gone"), 500, "internal_error"),
    ],
)
def test_a_commit_that_fails_is_never_a_success(
    real, monkeypatch, error: Exception, status: int, code: str
) -> None:
    def fail(_: object) -> None:
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(real.works.database.engine.dialect, "do_commit", fail)
        response = add(real)
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert rows(real, *KEPT) == [0, 0, 0]
    assert add(real).status_code == 201
    assert rows(real, *KEPT) == [1, 1, 1]


def test_what_was_answered_is_committed(real) -> None:
    path = add(real).headers["location"]
    real.works.database.engine.dispose()
    assert real.therapist.get(path)["name_used"] == "Mara"


@pytest.mark.parametrize(("lost", "status"), [(1, 201), (2, 201), (3, 503)])
def test_a_lost_race_is_run_again_twice(world, monkeypatch, lost: int, status: int) -> None:
    class Deadlock(Exception):
        sqlstate = "40P01"

    attempts = []

    def wrapper(endpoint):
        def racing(**given: Any) -> Any:
            attempts.append(1)
            made = endpoint(**given)
            if len(attempts) <= lost:
                raise OperationalError(None, None, Deadlock())
            return made

        return racing

    wrap(world, monkeypatch, "add_client", wrapper)
    response = add(world)
    assert response.status_code == status
    assert len(attempts) == min(lost + 1, 3)
    assert rows(world, Client, IdempotencyKey) == ([1, 1] if status == 201 else [0, 0])
    if status == 503:
        assert (response.json()["code"], response.headers["retry-after"]) == ("database_unavailable", "2")


def test_without_a_database_the_server_lives_and_is_not_ready(world, monkeypatch) -> None:
    assert world.anonymous.get("/readyz") == {"status": "ready"}

    def gone(*_: object, **__: object) -> None:
        raise DatabaseUnavailable

    with monkeypatch.context() as patched:
        patched.setattr(type(world.works.database), "transaction", gone)
        for method, path in (("GET", "/readyz"), ("GET", "/v1/me"), ("POST", "/v1/clients")):
            response = world.therapist.call(method, path)
            assert (response.status_code, response.json()["code"]) == (503, "database_unavailable")
            assert response.headers["retry-after"] == "2"
        assert world.anonymous.get("/healthz") == {"status": "ok"}
        assert world.anonymous.call("GET", "/v1/me").status_code == 401
    assert world.anonymous.get("/readyz") == {"status": "ready"}


def test_a_database_that_nobody_can_reach(real, monkeypatch) -> None:
    nowhere = {
        True: "sqlite:////nonexistent/directory/file.sqlite3",
        False: "postgresql://nobody@127.0.0.1:1/none",
    }[real.works.database.is_sqlite]
    from couplesone.kernel.settings import Settings

    gone = Database(Settings(database_url=nowhere, database_wait_seconds=0.5))
    with monkeypatch.context() as patched:
        patched.setattr(real.works, "database", gone)
        assert real.anonymous.refused("GET", "/readyz") == (503, "database_unavailable")
        assert real.therapist.refused("GET", "/v1/me") == (503, "database_unavailable")
    gone.close()


def test_the_end_of_the_process_lets_everything_go(world, monkeypatch) -> None:
    closed, sent = [], []
    monkeypatch.setattr(world.works.database, "close", lambda: closed.append(1), raising=False)
    messages = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]

    async def receive() -> Any:
        return messages.pop(0)

    async def send(message: Any) -> None:
        sent.append(message["type"])
        if message["type"] == "lifespan.startup.complete":
            assert not closed

    scope = {"type": "lifespan", "asgi": {"version": "3.0"}, "state": {}}
    world.transport.portal.call(world.transport.app, scope, receive, send)
    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
    assert closed == [1]
