"""Approving an invitation by link: its very words, and a box to tick under them (decisions B9)."""

from __future__ import annotations

from typing import Any, Final

from couplesone.access_links.errors import LinkNotValid
from couplesone.access_links.service import AccessLink
from couplesone.cases.access import Standing
from couplesone.invitations.errors import InvitationHeld, InvitationTextChanged
from couplesone.invitations.service import draft_of
from couplesone.invitations.writing import InvitationWriting
from couplesone.pages.forms.fields import Reading
from couplesone.persistence.work import Work
from couplesone.rendering.translation import locale_of, message

_TICK: Final = message("Tick this if you want these words to go; otherwise leave the page.")
_CHANGED: Final = message("The words were changed in the meantime. Please read these.")
_HELD: Final = message("This cannot go now. Speak about it at your next appointment.")


class ApprovalForm:
    """The form under which a client approves the words of an invitation; LinkNotValid when there is none to approve."""

    template = "approval.html"

    def __init__(self, work: Work, case: Standing, link: AccessLink) -> None:
        self.work, self.case, self.link = work, case.case, link
        self.invitation = draft_of(work, case.case.id)

    def context(self) -> dict[str, Any]:
        """Return the words, and the hash by which they are approved."""
        if self.invitation is None:
            raise LinkNotValid
        return {
            "words": self.invitation.text.split("\n\n"),
            "words_in": locale_of(self.invitation.locale),
            "text_sha256": self.invitation.text_sha256,
        }

    def receive(self, reading: Reading) -> bool:
        """Take the approval, of the words that were shown and of no others."""
        if self.invitation is None:
            raise LinkNotValid
        if reading.one("approve") != "yes":
            reading.complain("approve", _TICK)
            return False
        try:
            InvitationWriting(self.work).approve_by_client(
                self.invitation,
                reading.one("text_sha256"),
                link_id=self.link.id,
                in_room=self.link.in_room,
            )
        except InvitationTextChanged:
            reading.complain("approve", _CHANGED)
        except InvitationHeld:
            reading.complain("approve", _HELD)
        else:
            self.work.audit("approve_invitation", self.invitation.id)
        return False

    def keep_danger(self) -> None:
        """Nothing on this form asks for danger."""

    def tells_of_danger(self, reading: Reading) -> bool:
        """Nothing on this form asks for danger."""
        return False
