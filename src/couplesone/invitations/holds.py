"""The gate: which holds stand in the way of an invitation at a step. One pure function over facts (domain.md 2.5).

Every hold is asked for at once, and all that stand are returned together. Each is first asked for at one step and at
every later one (decisions C14)::

    draft     CASE_NOT_OPEN, DO_NOT_CONTACT, SAFETY_SCREEN_MISSING_OR_OLD, IPV_POSITIVE, CONFLICT_OF_INTEREST,
              LITIGATION_PENDING, ALREADY_INVITED
    approve   PURPOSE_NOT_DISCLOSED, COLLATERAL_TEXT_MISSING
    send      CLIENT_NOT_APPROVED, THERAPIST_NOT_AGREED, ULTIMATUM_ACTIVE, PRESSURE_HIGH, STOP_ASKING_PACT,
              SECRET_UNRESOLVED, PARTNER_DECIDED_TO_LEAVE

A dated event in which the partner asked to come lifts four of them (decisions C19). Two may be overridden, by the
treating clinician with a reason, for one invitation; nothing else has any way around it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from couplesone.invitations.codes import Hold, Step

_STEPS: Final = tuple(Step)
ASKED_FROM: Final[dict[Hold, Step]] = {
    Hold.CASE_NOT_OPEN: Step.DRAFT,
    Hold.SAFETY_SCREEN_MISSING_OR_OLD: Step.DRAFT,
    Hold.IPV_POSITIVE: Step.DRAFT,
    Hold.DO_NOT_CONTACT: Step.DRAFT,
    Hold.CONFLICT_OF_INTEREST: Step.DRAFT,
    Hold.LITIGATION_PENDING: Step.DRAFT,
    Hold.ALREADY_INVITED: Step.DRAFT,
    Hold.PURPOSE_NOT_DISCLOSED: Step.APPROVE,
    Hold.COLLATERAL_TEXT_MISSING: Step.APPROVE,
    Hold.CLIENT_NOT_APPROVED: Step.SEND,
    Hold.THERAPIST_NOT_AGREED: Step.SEND,
    Hold.ULTIMATUM_ACTIVE: Step.SEND,
    Hold.PRESSURE_HIGH: Step.SEND,
    Hold.STOP_ASKING_PACT: Step.SEND,
    Hold.SECRET_UNRESOLVED: Step.SEND,
    Hold.PARTNER_DECIDED_TO_LEAVE: Step.SEND,
}
"""The first step at which each hold stands in the way."""

OVERRIDABLE: Final = frozenset({Hold.PRESSURE_HIGH, Hold.PARTNER_DECIDED_TO_LEAVE})
"""What the treating clinician may override with a written reason; the supervisor is told."""

LIFTED_BY_PARTNER: Final = frozenset(
    {
        Hold.STOP_ASKING_PACT,
        Hold.PRESSURE_HIGH,
        Hold.ALREADY_INVITED,
        Hold.PARTNER_DECIDED_TO_LEAVE,
    }
)
"""What falls away when the partner, of their own accord, asked to come (decisions C19)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """That a hold stands: since which day, and from which day on it would fall away by itself, where that is known."""

    since: date | None = None
    until: date | None = None


Facts = Mapping[Hold, Finding | None]
"""Of each hold whether it stands by itself, before anything is lifted or overridden."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A hold that stands in the way."""

    hold: Hold
    finding: Finding

    @property
    def overridable(self) -> bool:
        """Whether the treating clinician may override it."""
        return self.hold in OVERRIDABLE


def gate(
    facts: Facts,
    step: Step,
    *,
    partner_asked: bool = False,
    overridden: Collection[Hold] = (),
    veiled: Collection[Hold] = (),
) -> tuple[Standing, ...]:
    """Return every hold that stands in the way at a step, in the order of the vocabulary; none: the way is free.

    ``partner_asked``: a dated event in which the partner asked to come holds for this invitation. What is in
    ``overridden`` counts only where an override exists. What is ``veiled`` is asked for from the first step on: the
    step at which it comes up must not tell what it is.
    """
    lifted = (LIFTED_BY_PARTNER if partner_asked else frozenset()) | (OVERRIDABLE & frozenset(overridden))
    reached = _STEPS[: _STEPS.index(step) + 1]
    return tuple(
        Standing(hold, finding)
        for hold in Hold
        if (finding := facts[hold]) is not None
        and (ASKED_FROM[hold] in reached or hold in veiled)
        and hold not in lifted
    )


CLEARS: Final[dict[Hold, str]] = {
    Hold.CASE_NOT_OPEN: "Resume or reopen the case.",
    Hold.SAFETY_SCREEN_MISSING_OR_OLD: "Take a complete safety screen with the client alone.",
    Hold.IPV_POSITIVE: "The release of the flag by two people, a new negative screen after it, and then a new "
    "consent to contact with the partner. There is no other way.",
    Hold.DO_NOT_CONTACT: (
        "Nothing here; whoever asked not to be contacted is not contacted. An entry made in error is marked as one."
    ),
    Hold.CONFLICT_OF_INTEREST: "The clinical lead looks at it.",
    Hold.LITIGATION_PENDING: "The proceedings end; record the day.",
    Hold.ALREADY_INVITED: "Only the partner can open this again, by asking to come; record that with its day.",
    Hold.PURPOSE_NOT_DISCLOSED: "Choose what the partner is invited for; the words then say it.",
    Hold.COLLATERAL_TEXT_MISSING: "Set the practice's text on what a visit is, who the client is and what is "
    "recorded; an invitation that was written before is to be written anew.",
    Hold.CLIENT_NOT_APPROVED: "The client reads the very words and approves them; for what the practice sends, a "
    "consent to contact with the partner as well.",
    Hold.THERAPIST_NOT_AGREED: "The treating clinician reads the very words and agrees to them.",
    Hold.ULTIMATUM_ACTIVE: "The client withdraws the ultimatum, and lets the time after it pass.",
    Hold.PRESSURE_HIGH: "The client stops asking until the last four weeks are quiet.",
    Hold.STOP_ASKING_PACT: "The pact's last day passes, or the client ends it.",
    Hold.SECRET_UNRESOLVED: "Its holder and the treating clinician come to a resolution; record it.",
    Hold.PARTNER_DECIDED_TO_LEAVE: "Work on the decision instead; or the partner asks to come.",
}
"""What would clear each hold, said to a therapist."""
