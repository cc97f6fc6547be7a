"""What the partner's side takes and shows."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from couplesone.invitations.codes import PartnerAnswer
from couplesone.web.schemas import Input, Instant, Output, Text


class PartnerKey(Input):
    """What opens an invitation: the token of the link; or the typed code, with the place of the practice's page."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"key": "c1l_..."}]})

    key: Annotated[str, Field(min_length=1, max_length=200)]
    place: Annotated[str, Field(max_length=60)] | None = Field(
        None, description="The last part of the practice's page; needed with a typed code."
    )
    hand_code: Annotated[str, Field(pattern="^[0-9 ]{6,8}$")] | None = Field(
        None, description="The six digits that the client hands over, where the practice sent the invitation."
    )


class PartnerAsks(PartnerKey):
    """A question before an answer."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"key": "c1l_...", "question": "Who will be there?"}]}
    )

    question: Text


class PartnerAnswers(PartnerKey):
    """The answer; and whether the words beside it may be read by the treating clinician."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"key": "c1l_...", "answer": "not_now"}]})

    answer: PartnerAnswer
    words: Text | None = None
    may_be_read: bool = False


class InvitationRead(Output):
    """What the partner reads."""

    text: str
    locale: str
    expires_at: Instant
    answers: list[PartnerAnswer]


class QuestionTaken(Output):
    """That a question was passed on; it can still be answered."""

    passed_on: Literal[True]


class AnswerTaken(Output):
    """That an answer was taken note of: the same after each."""

    taken: Literal[True]
