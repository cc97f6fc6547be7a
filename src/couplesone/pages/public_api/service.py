"""Opening, asking and answering, with the same doors as the pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from couplesone.access_links.door import enter, knock, use_up, was_used_for
from couplesone.access_links.errors import LinkNotValid
from couplesone.access_links.service import AccessLink
from couplesone.identity.tokens import practice_at
from couplesone.invitations import partner_side
from couplesone.invitations.codes import PartnerAnswer
from couplesone.invitations.partner_side import Invitation
from couplesone.kernel.errors import RecordNotFound
from couplesone.kernel.permissions import Purpose
from couplesone.pages.public_api.errors import HandCodeNeeded, NoMoreQuestions
from couplesone.pages.public_api.schemas import InvitationRead, PartnerAnswers, PartnerAsks, PartnerKey
from couplesone.persistence.work import Work, Works

R = TypeVar("R")


class PartnerSide:
    """One request of a partner who holds a link."""

    def __init__(self, works: Works, address: str, request_id: str) -> None:
        self.works, self.address, self.request_id = works, address, request_id

    def read(self, shown: PartnerKey) -> InvitationRead:
        """Return the invitation; LinkNotValid, HandCodeNeeded. Nothing is consumed or noted."""

        def do(_: Work, __: AccessLink, invitation: Invitation) -> InvitationRead:
            assert invitation.expires_at is not None
            return InvitationRead(
                text=invitation.text,
                locale=invitation.locale,
                expires_at=invitation.expires_at,
                answers=list(PartnerAnswer),
            )

        found = self._within(shown, do)
        assert found is not None
        return found

    def ask(self, asked: PartnerAsks) -> None:
        """Pass a question on; LinkNotValid, HandCodeNeeded, NoMoreQuestions."""

        def do(work: Work, _: AccessLink, invitation: Invitation) -> None:
            if not partner_side.ask(work, invitation, asked.question):
                raise NoMoreQuestions

        self._within(asked, do)

    def answer(self, said: PartnerAnswers) -> None:
        """Take the answer, in place of an earlier one that was not yes. LinkNotValid, HandCodeNeeded."""
        content = said.model_dump_json(exclude={"key", "place"})

        def do(work: Work, link: AccessLink, invitation: Invitation) -> None:
            partner_side.answer(work, invitation, said.answer, said.words, may_be_read=said.may_be_read)
            if said.answer is PartnerAnswer.ACCEPTED:
                use_up(work, link, content)

        self._within(said, do, sent=content)

    def _within(
        self,
        shown: PartnerKey,
        do: Callable[[Work, AccessLink, Invitation], R],
        sent: str | None = None,
    ) -> R | None:
        """Do something with the invitation that a key opens; what was sent before is not done again."""
        practice_id = practice_at(shown.place) if shown.place else None
        again, key = sent is not None, shown.key.strip()
        knocked = knock(self.works, key, practice_id=practice_id, address=self.address, again=again)
        try:
            with self.works.open(knocked.practice_id, request_id=self.request_id) as work:
                link = enter(work, knocked, again=again)
                if link.purpose != Purpose.INVITATION:
                    raise LinkNotValid
                if sent is not None and was_used_for(work, link, sent):
                    return None
                invitation = partner_side.invitation_of(work, link)
                if partner_side.is_let_in(work, invitation, shown.hand_code or ""):
                    return do(work, link, invitation)
                if shown.hand_code is not None:
                    partner_side.count_wrong_code(work, invitation)
        except RecordNotFound:
            raise LinkNotValid from None
        raise HandCodeNeeded  # after the wrong try was counted
