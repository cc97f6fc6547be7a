"""What can go wrong with risk answers."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict


class RiskAnswerSettled(Conflict):
    """The risk answer was acknowledged already, or it was an error."""

    code = "risk_answer_settled"
    title = "This was acknowledged already"
    detail = "Somebody looked at this answer before; the record says who, when, and what was done."
