"""The routes of the clients room, together."""

from __future__ import annotations

from couplesone.clients.care_team.routes import router as care_team
from couplesone.clients.conflicts.routes import router as conflicts
from couplesone.clients.consents.routes import router as consents
from couplesone.clients.partners.routes import router as partners
from couplesone.clients.registry.routes import router as clients
from couplesone.clients.safe_contact.routes import router as safe_contact
from couplesone.web.routing import Router

ROUTERS: tuple[Router, ...] = (clients, safe_contact, care_team, partners, consents, conflicts)
