"""That a clinician decides against a wording rule."""

from __future__ import annotations

from pydantic import ConfigDict

from couplesone.web.schemas import Input, Text


class WordingConfirmation(Input):
    """That a wording which raised an alarm is the client's own conduct after all, and why."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "'Max' is the dog."}]})

    reason: Text
