"""What can go wrong in the formulation."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict, Invalid


class CycleMapWithoutOwnReaction(Invalid):
    """No reaction of the client follows a refusal in the map (S2.6)."""

    code = "cycle_map_without_own_reaction"
    title = "The map lacks the client's own reaction"
    detail = (
        "A map of the cycle shows at least one refusal that leads to a reaction of the client: "
        "that reaction is what the client can change."
    )


class CycleMapAgreed(Conflict):
    """The map was agreed and stays as it was agreed."""

    code = "cycle_map_agreed"
    title = "The map was agreed"
    detail = "What client and therapist agreed on is kept as it was; draw a new map, which supersedes it."


class OwnPartTransitionRefused(Conflict):
    """The own part cannot go from its status to the one asked for."""

    code = "own_part_transition_refused"
    title = "The own part cannot do that now"
    detail = "The item's actions list what it can do from its present status."


class BoundaryCommandsPartner(Invalid):
    """The action is not the client's own act, so it would be a command (S2.46).

    ``errors`` says where. ``confirmable`` tells whether a clinician may confirm that the wording is meant
    otherwise; that somebody else acts can never be confirmed.
    """

    code = "boundary_commands_partner"
    title = "A boundary is kept by the client's own act"
    detail = (
        "This tells the partner what to do, or depends on it. Say what the client will do "
        "when the limit is crossed."
    )


class UltimatumTransitionRefused(Conflict):
    """The ultimatum cannot go from its status to the one asked for."""

    code = "ultimatum_transition_refused"
    title = "The ultimatum cannot do that now"
    detail = "The ultimatum's actions list what it can do from its present status."


class PactExists(Conflict):
    """The case has a stop-asking pact that has not ended."""

    code = "stop_asking_pact_exists"
    title = "There is a stop-asking pact already"
    detail = "End the present pact, or mark it as an error, before making another."


class PactEnded(Conflict):
    """The stop-asking pact has ended already."""

    code = "stop_asking_pact_ended"
    title = "The pact has ended"
    detail = "A pact ends once; make a new one to go on."


class IntakeProfileExists(Conflict):
    """The case has an intake profile already."""

    code = "intake_profile_exists"
    title = "There is an intake profile already"
    detail = "Change the intake profile of this case with PATCH, or mark it as an error to begin again."
