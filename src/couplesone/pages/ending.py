"""When a case ends, so do its access links."""

from __future__ import annotations

from couplesone.access_links.service import AccessLinkService
from couplesone.cases.events import CaseClosed
from couplesone.kernel.events import Event
from couplesone.persistence.work import Work


def end_links(work: Work, event: Event) -> None:
    """Take back every link of a case that was closed."""
    assert isinstance(event, CaseClosed)
    AccessLinkService(work).revoke_all(event.case_id)
