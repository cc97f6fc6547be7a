"""What the holds ask about the words of an invitation: what they tell, and who has agreed to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from couplesone.invitations.codes import Delivery
from couplesone.invitations.models import Invitation


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an invitation, as far as the holds ask about them."""

    sha256: str
    purpose_told: bool
    collateral_told: bool
    approved_sha256: str | None
    agreed_sha256: str | None
    by_practice: bool

    @classmethod
    def of(cls, invitation: Invitation) -> Words:
        """Return what the holds ask about an invitation's words."""
        return cls(
            sha256=invitation.text_sha256,
            purpose_told=invitation.purpose is not None,
            collateral_told=invitation.collateral_told,
            approved_sha256=invitation.approved_sha256,
            agreed_sha256=invitation.agreed_sha256,
            by_practice=invitation.delivery != Delivery.HAND_OVER.value,
        )

    @classmethod
    def stored(cls, row: Mapping[str, Any]) -> Words:
        """Return the same from the row of the statement."""
        return cls(
            sha256=row["text_sha256"],
            purpose_told=row["purpose"] is not None,
            collateral_told=bool(row["collateral_told"]),
            approved_sha256=row["approved_sha256"],
            agreed_sha256=row["agreed_sha256"],
            by_practice=row["delivery"] != Delivery.HAND_OVER.value,
        )
