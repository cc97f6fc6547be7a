"""Writing and reading decision points. Whether one may be opened yet is asked above, where check-ins are known."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from couplesone.cases.access import case_for, case_to_write
from couplesone.cases.decisions import wording
from couplesone.cases.decisions.codes import DecisionMethod
from couplesone.cases.decisions.errors import DecisionIsTheClients
from couplesone.cases.decisions.models import DecisionPoint
from couplesone.cases.decisions.schemas import (
    DecisionContent,
    DecisionCreate,
    DecisionEvidence,
    DecisionPaper,
    DecisionPaperOut,
)
from couplesone.cases.kinds.service import ItemService
from couplesone.cases.models import Case
from couplesone.cases.records import Shown, record_item
from couplesone.kernel.errors import invalid_field, not_before, not_in_the_future
from couplesone.kernel.permissions import Purpose
from couplesone.kernel.principal import ActorKind
from couplesone.persistence.work import Work


class DecisionService(ItemService[DecisionPoint]):
    """The decision points of a case."""

    kind = DecisionPoint
    day = "decided_on"

    def file_paper(self, case_id: UUID, content: DecisionCreate) -> Any:
        """File a decision that the client signed on paper.

        Raises RecordNotFound, DecisionIsTheClients unless it is one on paper, CaseClosed, ClientArchived,
        DatesOutOfOrder (decided or signed in the future, to be reviewed before it is decided).
        """
        case_for(self.work, case_id)
        if content.method is not DecisionMethod.SIGNED_PAPER:
            raise DecisionIsTheClients
        if content.paper is None:
            raise invalid_field("/paper", "required", "Give the paper's SHA-256 and the day it was signed.")
        decided_on = content.decided_on or self.work.today
        not_in_the_future(decided_on, self.work.today, "/decided_on")
        not_in_the_future(content.paper.signed_on, self.work.today, "/paper/signed_on")
        case = case_to_write(self.work, case_id)
        return self._decide(case, content, decided_on, DecisionMethod.SIGNED_PAPER, paper=content.paper)

    def write(self, case_id: UUID, content: DecisionContent, *, in_room: bool, locale: str) -> Any:
        """Write the decision of the client who acts, today, under the words that were shown in a locale.

        Raises DecisionIsTheClients for anybody else, RecordNotFound, CaseClosed, ClientArchived, DatesOutOfOrder.
        """
        require_the_client(self.work)
        method = DecisionMethod.IN_ROOM_CODE if in_room else DecisionMethod.ACCESS_LINK
        case, words = case_to_write(self.work, case_id), wording.words_in(locale)
        return self._decide(case, content, self.work.today, method, words=words)

    def shown(self, items: Sequence[DecisionPoint]) -> Sequence[Any]:
        """Return what the answer shows of decision points: the evidence in one place."""
        return [
            Shown(
                item,
                decided_by="client",
                dealbreakers=json.loads(item.dealbreakers),
                evidence=DecisionEvidence(
                    method=DecisionMethod(item.method),
                    given_at=item.given_at,
                    access_link_id=item.access_link_id,
                    text_version=item.text_version,
                    text_sha256=item.text_sha256,
                    paper=_paper(item),
                ),
            )
            for item in items
        ]

    def _decide(
        self,
        case: Case,
        content: DecisionContent,
        decided_on: date,
        method: DecisionMethod,
        *,
        words: wording.Words | None = None,
        paper: DecisionPaper | None = None,
    ) -> Any:
        not_before(content.review_on, date.fromordinal(decided_on.toordinal() + 1), "/review_on")
        decision = record_item(
            self.work,
            case,
            DecisionPoint,
            content,
            decided_on=decided_on,
            options=[option.value for option in content.options],
            dealbreakers=json.dumps(content.dealbreakers, ensure_ascii=False),
            method=method.value,
            given_at=self.work.now,
            access_link_id=self.work.principal.credential_id if words else None,
            text_version=wording.VERSION if words else None,
            text_sha256=words.sha256 if words else None,
            paper_sha256=paper.sha256 if paper else None,
            paper_signed_on=paper.signed_on if paper else None,
        )
        return self._one(decision)


def require_the_client(work: Work) -> None:
    """Raise DecisionIsTheClients unless the client acts, through a link for a decision (invariant 7)."""
    actor = work.principal
    if actor.kind is not ActorKind.CLIENT or actor.purpose is not Purpose.DECISION:
        raise DecisionIsTheClients


def _paper(item: DecisionPoint) -> DecisionPaperOut | None:
    if item.paper_sha256 is None or item.paper_signed_on is None:
        return None
    return DecisionPaperOut(sha256=item.paper_sha256, signed_on=item.paper_signed_on)
