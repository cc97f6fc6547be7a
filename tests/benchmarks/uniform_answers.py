"""How long whatever does not open takes to say so: unknown, used, expired, revoked and wrong, by token and by code.

Run ``python tests/benchmarks/uniform_answers.py [samples]`` from the checkout (2,000 samples of each by default). The
real application answers in this process, on a SQLite file; the samples of the causes take turns, so that a slow moment
of the machine meets all of them. Printed are medians in milliseconds and how far they lie apart.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent)]

from anyio.from_thread import start_blocking_portal  # noqa: E402

from couplesone.app import create_app  # noqa: E402
from couplesone.identity import tokens  # noqa: E402
from couplesone.kernel.clock import SettableClock  # noqa: E402
from couplesone.kernel.settings import Settings  # noqa: E402
from couplesone.persistence import schema  # noqa: E402
from couplesone.persistence.database import Database  # noqa: E402
from couplesone.persistence.keyring import KeyFile  # noqa: E402
from couplesone.wiring import make_works  # noqa: E402
from support.http import InProcess  # noqa: E402
from support.inviting import Door, open_door  # noqa: E402
from support.visitors import Visitor, token_of  # noqa: E402
from support.world import START, World  # noqa: E402

WITHIN_MS = 5.0
QUARTER = timedelta(minutes=16)
"""After which earlier wrong codes no longer count."""


def keys(world: World) -> tuple[Visitor, dict[str, str]]:
    """Return somebody at the door and what does not open it, by cause."""
    found: dict[str, str] = {}
    last: dict[str, Any] = {}
    for cause in ("used", "revoked", "expired"):
        door = open_door(world)
        last = door.delivered()
        found[f"{cause} token"], found[f"{cause} code"] = token_of(last), last["code"]
        visitor = Visitor(world, urlsplit(last["page"]).path)
        _end(door, last, visitor, cause)
    token, _ = tokens.issue(tokens.LINK, world.home.id, world.works.ids.new(world.clock.now()))
    wrong = last["code"][:5] + ("2222-2222" if not last["code"].endswith("2222-2222") else "3333-3333")
    found |= {"unknown token": token, "unknown code": "2222-2222-2222", "wrong code": wrong}
    return Visitor(world, urlsplit(last["page"]).path), found


def _end(door: Door, found: dict[str, Any], visitor: Visitor, cause: str) -> None:
    if cause == "used":
        visitor.send(key=found["code"], send="yes", answer="accepted")  # any other answer leaves it open
    elif cause == "revoked":
        door.act(found, "withdraw")
    else:
        door.world.days(31)


def main(samples: int) -> int:
    """Measure, print, and return 1 if the medians of tokens, or of codes, lie too far apart."""
    folder = Path(tempfile.mkdtemp())
    url = f"sqlite:///{folder / 'door.sqlite3'}"
    KeyFile.create(folder / "key")
    database = Database(Settings(database_url=url))
    schema.upgrade(database.engine)
    database.close()
    settings = Settings(database_url=url, key_file=folder / "key", rate_limit_per_minute=10**9)
    clock = SettableClock(START)
    works = make_works(settings, clock=clock)
    with start_blocking_portal() as portal:
        world = World(works, clock, InProcess(create_app(settings, works=works), portal))
        visitor, known = keys(world)
        taken: dict[str, list[float]] = {cause: [] for cause in known}
        for turn in range(samples):
            if turn % 15 == 0:
                world.clock.move(QUARTER)  # wrong codes are counted by the quarter of an hour
            for cause, key in known.items():
                begun = time.perf_counter()
                answer = visitor.send(key=key)
                taken[cause].append((time.perf_counter() - begun) * 1000)
                assert answer.status_code == 404
    works.database.close()
    medians = {cause: statistics.median(times) for cause, times in taken.items()}
    for cause, median in sorted(medians.items()):
        print(f"{cause:15} {median:7.2f} ms")
    apart = {}
    for kind in ("token", "code"):
        of_kind = [median for cause, median in medians.items() if cause.endswith(kind)]
        apart[kind] = max(of_kind) - min(of_kind)
        print(f"medians of {kind}s lie {apart[kind]:.2f} ms apart ({samples} samples each)")
    return int(max(apart.values()) > WITHIN_MS)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000))
