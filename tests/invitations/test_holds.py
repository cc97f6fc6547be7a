"""The gate, whole: every combination of holds at every step; and the table of moves."""

from __future__ import annotations

from itertools import product

import pytest

from couplesone.invitations import moves
from couplesone.invitations.codes import Hold, InvitationState, Step
from couplesone.invitations.errors import InvitationTransitionRefused
from couplesone.invitations.holds import (
    ASKED_FROM,
    CLEARS,
    LIFTED_BY_PARTNER,
    OVERRIDABLE,
    Finding,
    gate,
)

HOLDS = tuple(Hold)
FOUND = Finding()
DRAFT = {
    Hold.CASE_NOT_OPEN,
    Hold.SAFETY_SCREEN_MISSING_OR_OLD,
    Hold.IPV_POSITIVE,
    Hold.DO_NOT_CONTACT,
    Hold.CONFLICT_OF_INTEREST,
    Hold.LITIGATION_PENDING,
    Hold.ALREADY_INVITED,
}
APPROVE = DRAFT | {Hold.PURPOSE_NOT_DISCLOSED, Hold.COLLATERAL_TEXT_MISSING}
STEPS = {Step.DRAFT: DRAFT, Step.APPROVE: APPROVE, Step.SEND: set(HOLDS)}
NEVER_OVERRIDDEN = set(HOLDS) - {Hold.PRESSURE_HIGH, Hold.PARTNER_DECIDED_TO_LEAVE}


@pytest.mark.parametrize("step", Step)
def test_every_combination_of_holds(step: Step) -> None:
    """65,536 combinations a step: what stands is what there is, as far as the step asks, and all of it at once."""
    asked = [hold in STEPS[step] for hold in HOLDS]
    for stands in product((False, True), repeat=len(HOLDS)):
        facts = {hold: FOUND if found else None for hold, found in zip(HOLDS, stands, strict=True)}
        expected = [
            hold for hold, found, counts in zip(HOLDS, stands, asked, strict=True) if found and counts
        ]
        assert [one.hold for one in gate(facts, step)] == expected


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("hold", HOLDS)
@pytest.mark.parametrize("partner_asked", [False, True])
def test_nothing_else_lifts_a_hold(step: Step, hold: Hold, partner_asked: bool) -> None:
    """With everything overridden, what has no override stands; the partner's wish lifts four."""
    facts = {one: FOUND if one is hold else None for one in HOLDS}
    standing = gate(facts, step, partner_asked=partner_asked, overridden=HOLDS)
    lifted = partner_asked and hold in LIFTED_BY_PARTNER
    assert bool(standing) == (hold in STEPS[step] and hold in NEVER_OVERRIDDEN and not lifted)


def test_what_may_be_overridden_and_lifted_is_what_was_decided() -> None:
    assert {Hold.PRESSURE_HIGH, Hold.PARTNER_DECIDED_TO_LEAVE} == OVERRIDABLE
    assert {
        Hold.STOP_ASKING_PACT,
        Hold.PRESSURE_HIGH,
        Hold.ALREADY_INVITED,
        Hold.PARTNER_DECIDED_TO_LEAVE,
    } == LIFTED_BY_PARTNER
    assert set(ASKED_FROM) == set(CLEARS) == set(HOLDS)
    assert len(HOLDS) == 16


def test_what_absorbs() -> None:
    assert {
        InvitationState.ANSWERED,
        InvitationState.WITHDRAWN,
        InvitationState.NO_SHOW,
        InvitationState.CANCELLED,
        InvitationState.CLOSED,
    } == moves.TERMINAL


@pytest.mark.parametrize("move", moves.MOVES)
@pytest.mark.parametrize("state", InvitationState)
def test_what_the_table_lacks_is_refused(move: str, state: InvitationState) -> None:
    if state in moves.MOVES[move]:
        assert moves.after(move, state) is moves.MOVES[move][state]
    else:
        with pytest.raises(InvitationTransitionRefused):
            moves.after(move, state)


def test_nothing_leads_back_from_delivered() -> None:
    """No move of anybody's brings an invitation that was delivered back before that."""
    before = {InvitationState.DRAFT, InvitationState.APPROVED, InvitationState.QUEUED}
    later = set(InvitationState) - before - {InvitationState.WITHDRAWN}
    assert not [(move, at) for move, leads in moves.MOVES.items() for at in later if leads.get(at) in before]
