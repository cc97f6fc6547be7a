"""What secrets take and show (S4.17)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import ConfigDict, Field

from couplesone.cases.codes import Visibility
from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.cases.secrecy.codes import SecretHolder, SecretKind, SecretState
from couplesone.web.schemas import ABSENT, Action, Input, Patch, Text


class SecretCreate(ItemInput):
    """A secret that the therapist learned of; it is private, and cannot be recorded otherwise."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "occurred_on": "2026-01-19",
                    "holder": "client",
                    "kind": "money",
                    "text": "Mara has savings that Tobias does not know of.",
                    "policy_shown_on": "2026-01-05",
                }
            ]
        }
    )

    visibility: Literal[Visibility.CLINICIAN_PRIVATE] = Visibility.CLINICIAN_PRIVATE
    occurred_on: date = or_today()
    holder: SecretHolder
    kind: SecretKind
    text: Text
    policy_shown_on: date | None = Field(
        None, description="When the practice's policy on secrets was shown to the client."
    )


class SecretChange(Patch):
    """What may change of a secret."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"policy_shown_on": "2026-01-26"}]})

    occurred_on: date = ABSENT
    holder: SecretHolder = ABSENT
    kind: SecretKind = ABSENT
    text: Text = ABSENT
    policy_shown_on: date | None = None


class SecretResolve(Input):
    """How a secret was resolved, and when."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"state": "resolved_disclosed", "resolved_on": "2026-02-16"}]}
    )

    state: Literal[
        SecretState.RESOLVED_DISCLOSED, SecretState.RESOLVED_KEPT, SecretState.RESOLVED_NO_LONGER_RELEVANT
    ]
    resolved_on: date = or_today()
    note: Text | None = None


class SecretOut(ItemOut):
    """A secret."""

    occurred_on: date
    holder: SecretHolder
    kind: SecretKind
    text: str
    state: SecretState
    resolved_on: date | None
    resolution_note: str | None
    policy_shown_on: date | None
    actions: list[Action]
