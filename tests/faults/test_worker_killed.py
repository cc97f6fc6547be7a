"""A worker is killed in the middle of the dialogue, again and again: no first contact twice, no reminder lost.

The server is our own, in this process: it tells when a worker is at the step at which it is to be killed, and holds it
there. What it has taken when the last dot has come counts as taken, as for any mail server.
"""

from __future__ import annotations

import os
import queue
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Self
from uuid import UUID

import pytest
from sqlalchemy import select

from couplesone.messages.codes import Category, MessageChannel, Recipient
from couplesone.messages.do_not_contact import note
from couplesone.messages.gateway import Gateway
from couplesone.messages.guards import MESSAGE_RULES, MessageKind, MessageRules, NothingFurther
from couplesone.messages.models import Message

KILLS = 50
SEED = 20261122
STEPS = ("RCPT", "DATA", "TEXT", "DOT", "ANSWERED")
"""Before the text is asked for; when it was; when some of it has come; after the last dot; after the answer."""
CLIENT = "mara@example.org"
LEASE_SECONDS = 2


class FakeServer:
    """A mail server with one peculiarity: when it is armed, it says that a worker is at a step, and holds it there.

    The steps take turns for each class of message, so that each class is held at each of them.
    """

    def __init__(self) -> None:
        self.taken: Counter[str] = Counter()
        self.recipients: list[str] = []
        self.armed: tuple[str, ...] = ()
        self.turns: Counter[bool] = Counter()
        self.there: queue.Queue[tuple[str, str]] = queue.Queue()
        self._go = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        self._listener.close()

    def let_go(self) -> None:
        self._go.set()

    def arm(self, steps: tuple[str, ...] = ()) -> None:
        """Hold the next worker at one of the steps; without any, hold nobody."""
        self._go.clear()
        self.armed = steps

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _at(self, step: str, recipient: str) -> None:
        is_reminder = recipient == CLIENT
        if self.armed and self.armed[self.turns[is_reminder] % len(self.armed)] == step:
            self.armed = ()
            self.turns[is_reminder] += 1
            self.there.put((step, recipient))
            self._go.wait(10)

    def _answer(self, connection: socket.socket) -> None:
        with suppress(OSError), connection, connection.makefile("rwb") as lines:

            def say(words: bytes) -> None:
                lines.write(words + b"\r\n")
                lines.flush()

            say(b"220 hello")
            recipient = ""
            for line in lines:
                verb = line.split()[0].upper().decode()
                if verb == "RCPT":
                    recipient = line.decode().partition("<")[2].partition(">")[0]
                    self._at("RCPT", recipient)
                if verb != "DATA":
                    say(b"250 ok")
                    continue
                self._at("DATA", recipient)
                say(b"354 go")
                text = lines.readline()
                self._at("TEXT", recipient)
                while not text.endswith(b"\r\n.\r\n"):
                    more = lines.readline()
                    if not more:
                        return
                    text += more
                self.taken[text.partition(b"Message-ID: ")[2].split()[0].decode()] += 1
                self.recipients.append(recipient)
                self._at("DOT", recipient)
                say(b"250 taken")
                self._at("ANSWERED", recipient)


class Nursery:
    """Forks workers from a process that has everything loaded."""

    def __init__(self, directory: Path, environment: dict[str, str]) -> None:
        self._complaints = (directory / "stderr").open("w+")
        self._process = subprocess.Popen(
            [sys.executable, "-W", "error", str(Path(__file__).with_name("nursery.py"))],
            cwd=directory, env=environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._complaints,
        )  # fmt: skip
        self._read()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(10)
        self._complaints.close()

    def _read(self) -> str:
        return str(self._process.stdout.readline()).strip()

    def _ask(self, what: str) -> int:
        self._process.stdin.write(f"{what}\n")
        self._process.stdin.flush()
        return int(self._read())

    def start(self) -> int:
        """Start a worker, and return its pid."""
        return self._ask("run")

    def once(self) -> None:
        """Have a worker do what is due now."""
        self._ask("once")
        assert self._read() == "over"

    def said(self) -> str:
        self._complaints.flush()
        return Path(self._complaints.name).read_text()


class Practice:
    """A practice with messages to send, in a database of its own."""

    def __init__(self, world: Any) -> None:
        self.world = world
        rules: MessageRules = world.works.extras[MESSAGE_RULES]
        rules.kinds["invitation"] = MessageKind(Category.FIRST_CONTACT, NothingFurther())  # type: ignore[index]
        rules.kinds["reminder"] = MessageKind(Category.REMINDER, NothingFurther())  # type: ignore[index]
        call = world.therapist
        body = {"name_used": "Mara", "locale": "en", "time_zone": "UTC", "email": CLIENT}
        self.client_id = UUID(call.post("/v1/clients", body)["id"])
        partner = call.post(f"/v1/clients/{self.client_id}/partners", {})
        self.partner_id = UUID(partner["id"])
        self.allow(True)

    def allow(self, allowed: bool) -> None:
        wish = {"channel": "email", "allowed": allowed}
        self.world.therapist.post(f"/v1/clients/{self.client_id}/safe-contact", wish)

    def queue(self, kind: str, number: int) -> UUID:
        to_partner = kind == "invitation"
        with self.world.works.open(self.world.home.id) as work:
            work.actor = _Nobody
            given = Gateway(work).queue(
                kind=kind,
                client_id=self.client_id,
                recipient=Recipient.PARTNER if to_partner else Recipient.CLIENT,
                channel=MessageChannel.EMAIL,
                address=f"p{number}@example.org" if to_partner else CLIENT,
                partner_id=self.partner_id if to_partner else None,
                body="A few words.",
                undo=False,
            )
            return given.message.id

    def messages(self) -> dict[UUID, Message]:
        with self.world.works.open(self.world.home.id) as work:
            return {message.id: message for message in work.db.scalars(select(Message))}


class _Nobody:
    staff_id = None


@pytest.fixture
def server() -> Iterator[FakeServer]:
    made = FakeServer()
    yield made
    made.close()


@pytest.fixture
def nursery(premises, fresh_url, server, tmp_path) -> Iterator[tuple[Practice, Nursery]]:
    world, _ = premises(fresh_url)
    hidden = ("COV", "COUPLESONE_")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(hidden)} | {
        "PYTHONPATH": os.pathsep.join(sys.path),
        "COUPLESONE_DATABASE_URL": fresh_url,
        "COUPLESONE_KEY_FILE": str(tmp_path / "couplesone.key"),
        "COUPLESONE_THREADS": "2",
        "COUPLESONE_JOB_LEASE_SECONDS": str(LEASE_SECONDS),
        "COUPLESONE_MAIL_TRANSPORT": "smtp",
        "COUPLESONE_MAIL_SENDER": "post@practice.example",
        "COUPLESONE_SMTP_HOST": "127.0.0.1",
        "COUPLESONE_SMTP_PORT": str(server.port),
        "COUPLESONE_SMTP_TLS": "none",
    }
    with Nursery(tmp_path, environment) as made:
        yield Practice(world), made


def test_fifty_kills(nursery, server) -> None:
    practice, workers = nursery
    draw = random.Random(SEED)
    kinds = ["invitation", "invitation", "reminder"]
    queued = [practice.queue(kinds[number % 3], number) for number in range(KILLS + 10)]
    killed: Counter[tuple[str, bool]] = Counter()
    for _ in range(KILLS):
        server.arm(STEPS)
        worker = workers.start()
        step, recipient = server.there.get(timeout=20)
        killed[step, recipient == CLIENT] += 1
        time.sleep(draw.random() * 0.004)
        os.kill(worker, signal.SIGKILL)
        server.let_go()
    server.arm()
    deadline = time.monotonic() + 30
    while True:
        time.sleep(LEASE_SECONDS * 1.1)
        workers.once()
        messages = practice.messages()
        states = Counter(messages[message_id].state for message_id in queued)
        if not states["queued"] + states["attempting"]:
            break
        assert time.monotonic() < deadline, states
    first = [message for message in messages.values() if message.category == "first_contact"]
    reminders = [message for message in messages.values() if message.category == "reminder"]
    assert [m.message_id for m in first if server.taken[m.message_id] > 1] == []
    assert [m.message_id for m in first if m.state == "sent" and not server.taken[m.message_id]] == []
    assert {m.state for m in first} == {"sent", "unknown"}
    assert [m.message_id for m in reminders if not server.taken[m.message_id]] == []
    assert {m.state for m in reminders} == {"sent"}
    assert max(server.taken.values()) > 1, "no kill fell between the last dot and the note of it"
    assert sum(killed.values()) == KILLS
    assert len(killed) == 2 * len(STEPS), "each class was killed at each step"
    workers.once()
    assert sum(server.taken.values()) == len(server.recipients)
    assert workers.said() == ""


def test_nothing_is_sent_after_a_no(nursery, server) -> None:
    """Workers run, and are killed, while messages are cancelled, and people and wishes say no."""
    practice, workers = nursery
    world = practice.world
    cancelled, refused, held = (
        [practice.queue("invitation", n + 100 * k) for n in range(4)] for k in range(3)
    )
    reminders = [practice.queue("reminder", n) for n in range(4)]
    server.arm(("RCPT",))
    worker = workers.start()
    assert server.there.get(timeout=20), workers.said()
    under_way = {m.id for m in practice.messages().values() if m.state == "attempting"}
    assert len(under_way) == 1
    with world.works.open(world.home.id) as work:
        for message_id in set(cancelled) - under_way:
            Gateway(work).cancel(message_id)
    with world.works.open(world.home.id) as work:
        for number in range(4):
            note(work, email=f"p{number + 100}@example.org")
        note(work, partner_id=practice.partner_id)
    practice.allow(False)
    os.kill(worker, signal.SIGKILL)
    server.let_go()
    server.arm()
    for _ in range(2):
        time.sleep(LEASE_SECONDS * 1.1)
        workers.once()
    messages = practice.messages()
    assert server.recipients == []
    assert {messages[one].state for one in set(refused + held + reminders) - under_way} == {"withheld"}
    assert {messages[one].state for one in under_way} == {"unknown"}
    assert workers.said() == ""
