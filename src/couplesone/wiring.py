"""The readable list of what the house is made of: routers, vocabularies, subscribers, and who records and publishes."""

from __future__ import annotations

from couplesone.audit.service import AuditTrail
from couplesone.cases import codes as case_codes
from couplesone.cases.hopes.routes import router as hopes
from couplesone.clients import codes as client_codes
from couplesone.identity.authentication import TokenAuthenticator
from couplesone.jobs.service import Outbox, Subscriber
from couplesone.kernel.clock import Clock, SystemClock
from couplesone.kernel.coded import Coded
from couplesone.kernel.events import Event
from couplesone.kernel.ids import Ids
from couplesone.kernel.permissions import Role
from couplesone.kernel.settings import Settings
from couplesone.persistence.database import Database
from couplesone.persistence.keyring import KeyFile
from couplesone.persistence.work import Works
from couplesone.plans import codes as plan_codes
from couplesone.web import health, vocabularies
from couplesone.web.routing import Router

VOCABULARIES: tuple[type[Coded], ...] = (
    Role,
    *client_codes.VOCABULARIES,
    *case_codes.VOCABULARIES,
    *plan_codes.VOCABULARIES,
)

ROUTERS: list[Router] = [
    health.router,
    vocabularies.router_for(VOCABULARIES),
    hopes,
]

SUBSCRIBERS: dict[type[Event], tuple[Subscriber, ...]] = {}


def make_works(settings: Settings, *, clock: Clock | None = None, database: Database | None = None) -> Works:
    """Return the Works of an installation; reads the key file, connects to nothing yet."""
    return Works(
        database=database or Database(settings),
        clock=clock or SystemClock(),
        ids=Ids(),
        key_file=KeyFile.read(settings.key_file),
        recorder=AuditTrail(),
        publisher=Outbox(SUBSCRIBERS),
    )


def make_authenticator(settings: Settings) -> TokenAuthenticator:
    """Return what proves who is asking."""
    return TokenAuthenticator(settings)
