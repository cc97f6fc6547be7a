"""A real Chromium, and the real application on a real port for it to visit."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from anyio.from_thread import BlockingPortal
from playwright.sync_api import Browser, sync_playwright

from couplesone.app import create_app
from couplesone.clients.models import ContactPreference
from couplesone.kernel.clock import SettableClock
from couplesone.kernel.settings import Settings
from couplesone.wiring import make_works
from support import browser
from support.http import InProcess
from support.markup import require_valid
from support.papers import open_chart
from support.site import Kept, Site
from support.world import START, World


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium, with a profile that is thrown away."""
    assert browser.CHROMIUM is not None, browser.NOT_RUN
    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=browser.CHROMIUM, args=browser.FLAGS)
        yield running
        running.close()


@pytest.fixture
def site(
    sqlite_template: Path, tmp_path: Path, key_file: Path, portal: BlockingPortal, chromium: Browser
) -> Iterator[Site]:
    """The real application on a real port, with real commits; the neutral page has another host name."""
    shutil.copy(sqlite_template, tmp_path / "site.sqlite3")
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    settings = Settings(
        database_url=f"sqlite:///{tmp_path / 'site.sqlite3'}",
        key_file=key_file,
        public_url=f"http://127.0.0.1:{port}",
        client_page_exit_url=f"http://localhost:{port}/healthz",
    )
    clock = SettableClock(START)
    works = make_works(settings, clock=clock)
    app = create_app(settings, works=works)
    seen = Kept(app)
    world = World(works, clock, InProcess(app, portal))
    chart = open_chart(world)
    with world.works.open(world.home.id) as work:
        wish = ContactPreference(client_id=chart.client_id, channel="email", allowed=True, discreet=True)
        wish.voicemail, wish.confirmed_on, wish.review_due_on = False, START.date(), date(2026, 5, 1)
        work.add(wish)
    chart.check_in(date(2026, 2, 16), "therapist", acceptance_of_refusal=5)
    with browser.served(seen, listening):
        found = Site(chart, f"http://127.0.0.1:{port}", settings.client_page_exit_url, chromium, seen.pages)
        yield found
        for context in found.contexts:
            context.close()
    works.database.close()
    for page in seen.pages:
        require_valid(page.decode())
