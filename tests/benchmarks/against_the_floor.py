"""Dashboard read and check-in write on PostgreSQL, against a bare Starlette and asyncpg floor, in one run.

Run ``python tests/benchmarks/against_the_floor.py`` from the checkout. It starts its own PostgreSQL, both servers
and the load on this machine, for about a minute, and prints processor time per request (application and database)
as ratios to the floor. Ours signs in, sets row-level security and writes the read audit; the floor does not.
"""

from __future__ import annotations

import itertools
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import psutil

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import seed  # noqa: E402
from load import Outcome, measure, request  # noqa: E402
from sqlalchemy import event  # noqa: E402

from couplesone.kernel.settings import Settings  # noqa: E402
from couplesone.persistence import schema  # noqa: E402
from couplesone.persistence.database import Database  # noqa: E402
from couplesone.persistence.keyring import KeyFile  # noqa: E402
from couplesone.wiring import make_works  # noqa: E402
from support import postgres  # noqa: E402

READS, WRITES, CASES, CONNECTIONS = 3000, 1500, 40, 4
ROUNDS = 3


def free_port() -> int:
    """Return a free port on loopback."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def serve(command: list[str], port: int, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """Start a server with one worker and wait until it listens."""
    process = subprocess.Popen(
        [sys.executable, "-m", *command],
        env={**os.environ, **environment},
        cwd=HERE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(150):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return process
    raise RuntimeError("the server does not listen")


def plain(value: Any) -> Any:
    """Return a parameter in a form that JSON carries with its type."""
    match value:
        case UUID():
            text = str(value)
        case date():
            text = value.isoformat()
        case bytes():
            text = value.hex()
        case list():
            return [plain(one) for one in value]
        case _:
            return value
    return {"type": type(value).__name__, "value": text}


class Recording:
    """The business statements that our application sends, caught in this process."""

    def __init__(self, database: Database) -> None:
        self.sent: list[tuple[str, list[dict[str, Any]]]] = []
        event.listen(database.engine, "before_cursor_execute", self._note)

    def _note(self, _c: Any, _u: Any, statement: str, parameters: Any, _x: Any, many: bool) -> None:
        if any(word in statement for word in ("set_config", "sign_ins", "audit_events", "person_keys (")):
            return
        sets = parameters if many else [parameters]
        named = [one if isinstance(one, dict) else {str(i): v for i, v in enumerate(one, 1)} for one in sets]
        self.sent.append((statement, [{name: plain(value) for name, value in one.items()} for one in named]))


def plan_of(url: str, key_file: Path, token: str, case_id: UUID, spare: UUID, week: date) -> dict[str, Any]:
    """Record what our application sends for one dashboard and one check-in."""
    from anyio.from_thread import start_blocking_portal

    from couplesone.app import create_app
    from support.http import Caller, InProcess

    settings = Settings(database_url=url, key_file=key_file, rate_limit_per_minute=10**9)
    works = make_works(settings)
    recording = Recording(works.database)
    with start_blocking_portal() as portal:
        caller = Caller(InProcess(create_app(settings, works=works), portal), token)
        caller.get(f"/v1/cases/{case_id}/dashboard")
        recording.sent.clear()
        caller.get(f"/v1/cases/{case_id}/dashboard")
        read, recording.sent = recording.sent, []
        answer = caller.post(f"/v1/cases/{spare}/check-ins", check_in(week))
        write = recording.sent
    works.database.close()
    return {
        "dashboard": read,
        "check_in": write,
        "case_id": str(spare),
        "check_in_id": answer["id"],
        "week": week.isoformat(),
    }


def check_in(week: date) -> dict[str, Any]:
    """Return the body of a check-in."""
    return {
        "week_of": week.isoformat(),
        "source": "therapist",
        "counts": {"pressure": 2, "positive_responses": 3},
        "ratings": {"agency": 6, "hope_for_change": 5, "urgency": 4},
    }


def writes(prefix: str, cases: list[UUID], weeks: list[date], token: str) -> Iterator[bytes]:
    """Yield check-ins, each for another case and week."""
    for week, case_id in itertools.product(weeks, cases):
        body = json.dumps(check_in(week)).encode()
        yield request("POST", f"{prefix.format(case_id)}", token=token, body=body)


def table(rows: list[tuple[str, Outcome, Outcome]]) -> None:
    """Print the outcome: ratios first, absolute figures of this machine behind."""
    each = f"{'cpu ms':>7} {'app':>6} {'db':>6} {'req/s':>6} {'p50':>6} {'p99':>6}"
    print(f"{'':10} {'cpu':>6} {'req/s':>6} {'p50':>6} {'p99':>6}   ours: {each}   floor: {each}")
    for name, ours, floor in rows:
        ratios = (
            f"{ours.cpu_ms / floor.cpu_ms:6.2f} {ours.rate / floor.rate:6.2f} "
            f"{ours.p50_ms / floor.p50_ms:6.2f} {ours.p99_ms / floor.p99_ms:6.2f}"
        )
        figures = [
            f"{one.cpu_ms:7.2f} {one.app_cpu_ms:6.2f} {one.database_cpu_ms:6.2f} "
            f"{one.rate:6.0f} {one.p50_ms:6.2f} {one.p99_ms:6.2f}"
            for one in (ours, floor)
        ]
        print(f"{name:10} {ratios}         {figures[0]}          {figures[1]}")


def main() -> None:
    """Run both servers over the same database and print the ratios of the median round."""
    server = postgres.start()
    processes: list[subprocess.Popen[bytes]] = []
    try:
        postgres.create_role(server.url, "couplesone_app", "app")
        owner = postgres.create_database(server.url, "benchmark")
        database = Database(Settings(database_url=owner))
        schema.upgrade(database.engine)
        schema.grant(database.engine, "couplesone_app")
        database.close()
        url = postgres.database_url(server.url, database="benchmark", user="couplesone_app", password="app")
        key_file = Path(tempfile.mkdtemp()) / "couplesone.key"
        KeyFile.create(key_file)
        works = make_works(Settings(database_url=url, key_file=key_file))
        practice_id, staff_id, token = seed.practice(works)
        with works.open(practice_id) as work:
            work.unlock(work.practice().time_zone, work.practice().wrapped_key)
            clients = {
                found.id: found.client_id for found in (seed.case(work, staff_id, n) for n in range(CASES))
            }
            cases = list(clients)
            today = work.today
        works.database.close()
        first = seed.WEEKS
        weeks = [today - seed.timedelta(days=today.weekday(), weeks=back) for back in range(first)]
        plan = plan_of(url, key_file, token, cases[0], cases[-1], weeks[0])
        plan["clients"] = {str(one): str(client) for one, client in clients.items()}
        plan_file = key_file.with_name("plan.json")
        plan_file.write_text(json.dumps(plan))
        our_port, floor_port = free_port(), free_port()
        environment = {
            "COUPLESONE_DATABASE_URL": url,
            "COUPLESONE_KEY_FILE": str(key_file),
            "COUPLESONE_RATE_LIMIT_PER_MINUTE": "100000000",
        }
        ours = serve(["couplesone", "serve", "--port", str(our_port)], our_port, environment)
        processes.append(ours)
        floor_dsn = postgres.plain(postgres.database_url(server.url, database="benchmark"))
        uvicorn = ["uvicorn", "floor:app", "--port", str(floor_port), "--no-access-log"]
        uvicorn += ["--loop", "uvloop", "--http", "httptools", "--log-level", "warning"]
        floor = serve(uvicorn, floor_port, {"FLOOR_PLAN": str(plan_file), "FLOOR_DSN": floor_dsn})
        processes.append(floor)
        run(server.pid, (ours.pid, our_port), (floor.pid, floor_port), token, cases, weeks, owner)
    finally:
        for process in processes:
            process.terminate()
            process.wait(10)
        server.stop()


def run(
    database_pid: int | None,
    ours: tuple[int, int],
    floor: tuple[int, int],
    token: str,
    cases: list[UUID],
    weeks: list[date],
    owner: str,
) -> None:
    """Measure in rounds, ours and the floor in turn, and print the median round of each."""
    postmaster = database_pid or next(
        p.pid for p in psutil.process_iter(["name"]) if p.info["name"] == "postgres"
    )

    def reads(server: tuple[int, int], path: str) -> Outcome:
        stream = lambda: iter([request("GET", path, token=token)] * READS)  # noqa: E731
        return measure(server[1], server[0], postmaster, stream, connections=CONNECTIONS)

    def written(server: tuple[int, int], prefix: str) -> Outcome:
        clear(owner)
        stream = lambda: writes(prefix, cases, weeks, token)  # noqa: E731
        return measure(server[1], server[0], postmaster, stream, connections=CONNECTIONS)

    dashboard = f"/v1/cases/{cases[0]}/dashboard"
    clear(owner)
    reads(ours, dashboard)
    reads(floor, "/dashboard")
    read_rounds, write_rounds = [], []
    for _ in range(ROUNDS):
        clear(owner)
        read_rounds.append((reads(ours, dashboard), reads(floor, "/dashboard")))
        write_rounds.append((written(ours, "/v1/cases/{}/check-ins"), written(floor, "/check-ins/{}")))

    def median(rounds: list[Any]) -> Any:
        return sorted(rounds, key=lambda pair: pair[0].cpu_ms / pair[1].cpu_ms)[len(rounds) // 2]

    table([("dashboard", *median(read_rounds)), ("check-in", *median(write_rounds))])


def tidy(owner: str) -> None:
    """Do once what PostgreSQL does by itself in the background of an installation: vacuum and analyse."""
    from sqlalchemy import create_engine, text

    engine = create_engine(owner, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("VACUUM ANALYZE"))
    engine.dispose()


def clear(owner: str) -> None:
    """Remove the check-ins of the round before, so that each reads and writes the same."""
    from sqlalchemy import create_engine, text

    engine = create_engine(owner)
    with engine.begin() as connection:
        chosen = "SELECT practice_id, id FROM check_ins WHERE source = 'therapist'"
        connection.execute(
            text(f"DELETE FROM check_in_values WHERE (practice_id, check_in_id) IN ({chosen})")
        )
        connection.execute(text("DELETE FROM check_ins WHERE source = 'therapist'"))
    engine.dispose()
    tidy(owner)


if __name__ == "__main__":
    main()
