"""Handing out links: whose case, whether it takes entries, what has to be asked before, and how it may be sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from couplesone.access_links.codes import Code, LinkState
from couplesone.access_links.errors import (
    AccessLinkEnded,
    ChannelNotSafe,
    LinkNeedsPerson,
    PurposeNotServed,
    ScreenNotByLink,
)
from couplesone.access_links.rules import opening
from couplesone.access_links.service import AccessLink, AccessLinkService
from couplesone.cases.access import Case, case_for, case_to_write
from couplesone.cases.decisions.errors import AcceptanceNotAsked
from couplesone.cases.records import Shown
from couplesone.clients.codes import Channel
from couplesone.clients.queries import channel_is_safe
from couplesone.invitations.errors import NothingToApprove
from couplesone.invitations.service import draft_of
from couplesone.kernel.errors import invalid_field
from couplesone.kernel.permissions import CLIENT_GRANTS, Permission, PermissionDenied, Purpose
from couplesone.kernel.principal import ActorKind
from couplesone.measures.instruments.service import InstrumentService
from couplesone.pages.links.schemas import AccessLinkCreate
from couplesone.persistence.paging import Page, PageRequest
from couplesone.persistence.work import Work
from couplesone.plans.overview import acceptance_asked
from couplesone.practices.codes import SettingKey
from couplesone.practices.settings import value_on
from couplesone.safety.blocks import may_know, standing
from couplesone.safety.screens.instruments import is_screen
from couplesone.web.schemas import Action

IN_ROOM: Final = timedelta(minutes=15)
"""How long a code works that is shown in the room (decisions B9)."""
_BY_PEOPLE_ONLY: Final = frozenset({Purpose.DECISION, Purpose.APPROVE_TEXT, Purpose.SIGN})


class LinkService:
    """The access links of cases."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.links = AccessLinkService(work)

    def issue(self, case_id: UUID, content: AccessLinkCreate) -> Shown:
        """Make a link for the client of a case.

        Raises RecordNotFound, CaseClosed, ClientArchived, PurposeNotServed, LinkNeedsPerson, AcceptanceNotAsked
        for a decision before its time, ScreenNotByLink and InstrumentRetired for a measure, ChannelNotSafe, and
        ValidationFailed unless it is in the room or has a channel, and names an instrument just where one is needed.
        """
        case = case_to_write(self.work, case_id)
        if not CLIENT_GRANTS[content.purpose]:
            raise PurposeNotServed
        if content.purpose in _BY_PEOPLE_ONLY and self.work.principal.kind is not ActorKind.STAFF:
            raise LinkNeedsPerson
        if content.in_room is (content.channel is not None):
            raise invalid_field(
                "/channel", "channel_or_room", "Name a channel, or say in_room, and not both."
            )
        self._check_instrument(content)
        if content.purpose is Purpose.APPROVE_TEXT and draft_of(self.work, case.id) is None:
            raise NothingToApprove
        if content.purpose is Purpose.DECISION and not acceptance_asked(self.work, case.id):
            raise AcceptanceNotAsked
        if content.channel is not None:
            self._require_safe(case, content.channel)
        lasts = IN_ROOM if content.in_room else timedelta(days=self._days())
        issued = self.links.issue(
            purpose=content.purpose,
            instrument=content.instrument,
            case_id=case.id,
            client_id=case.client_id,
            expires_at=self.work.now + lasts,
            channel=content.channel.value if content.channel else None,
        )
        return self.with_secrets(issued.link, issued.token, issued.code)

    def list(self, case_id: UUID, page: PageRequest) -> Page[Shown]:
        """Return the links of a case, newest first."""
        case = case_for(self.work, case_id)
        found = self.links.list(case.id, page)
        return Page(self.shown(found.items), found.next_cursor)

    def get(self, link_id: UUID) -> AccessLink:
        """Return a link of a case that the asker may know of; RecordNotFound."""
        link = self.links.get(link_id)
        case_for(self.work, link.case_id)
        return link

    def revoke(self, link_id: UUID, version: int) -> Shown:
        """Take a link back at once; RecordNotFound, VersionStale, AccessLinkEnded."""
        return self.shown([self.links.revoke(self.get(link_id), version)])[0]

    def shown(self, links: Sequence[AccessLink]) -> Sequence[Shown]:
        """Return the links with their state and what can be done with them."""
        return [Shown(link, **self._beside(link)) for link in links]

    def with_secrets(self, link: AccessLink, token: str | None, code: Code | None) -> Shown:
        """Return a link with what opens it."""
        opened = opening(self.work, token, code)
        return Shown(link, **self._beside(link), page=opened.page, url=opened.url, code=opened.code)

    def _beside(self, link: AccessLink) -> dict[str, Any]:
        state = link.state(self.work.now)
        refusal: Any = None if state is LinkState.OPEN else AccessLinkEnded
        if not self.work.principal.may(Permission.CASE_WRITE):
            refusal = PermissionDenied
        revoke = Action(
            action="revoke_access_link",
            allowed=refusal is None,
            code=refusal.code if refusal else None,
            reason=refusal.detail if refusal else None,
        )
        return {"state": state, "actions": [revoke]}

    def _check_instrument(self, content: AccessLinkCreate) -> None:
        """Raise ValidationFailed, ScreenNotByLink or InstrumentRetired unless the instrument fits the purpose."""
        if content.purpose is not Purpose.MEASURE:
            if content.instrument is not None:
                raise invalid_field("/instrument", "not_for_purpose", "Only a measure has an instrument.")
        elif content.instrument is None:
            raise invalid_field("/instrument", "required", "Name the instrument that is to be answered.")
        elif is_screen(content.instrument):
            raise ScreenNotByLink
        else:
            InstrumentService(self.work).to_take(content.instrument)

    def _require_safe(self, case: Case, channel: Channel) -> None:
        """Raise ChannelNotSafe unless the client allowed the channel, and lately if the case is flagged.

        Of whoever may not know of a flag the same is asked without one, so that the answer tells nothing of it.
        """
        found = standing(self.work, case.id)
        flagged = found.in_danger or bool(found.flags) or not may_know(self.work)
        if not channel_is_safe(self.work, case.client_id, channel, confirmed_lately=flagged):
            raise ChannelNotSafe

    def _days(self) -> int:
        return value_on(self.work, SettingKey.ACCESS_LINK_DAYS, self.work.today)
