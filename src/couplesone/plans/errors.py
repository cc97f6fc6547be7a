"""What can go wrong with plans, goals, ratings and check-ins."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict, Invalid


class GoalOutsideOwnControl(Invalid):
    """The goal is somebody else's conduct, or only the partner could fulfil it.

    ``errors`` says where. ``confirmable`` tells whether a clinician may confirm that the wording is meant
    otherwise; that somebody else acts or is measured can never be confirmed.
    """

    code = "goal_outside_own_control"
    title = "A goal must be the client's own conduct"
    detail = (
        "Only the partner, or the two together, could fulfil this. Name the client's own part in it, "
        "and record the rest as a hope."
    )


class DraftExists(Conflict):
    """The case has a draft of the plan already."""

    code = "plan_draft_exists"
    title = "There is a draft already"
    detail = "Change or activate the draft of this case's plan, or close it, before making another."


class PlanNotDraft(Conflict):
    """Only a draft can be changed."""

    code = "plan_not_draft"
    title = "Only a draft can be changed"
    detail = "Revise the plan: that makes a new draft with the same goals."


class PlanEnded(Conflict):
    """The version of the plan is superseded or closed and stays as it is."""

    code = "plan_ended"
    title = "This version of the plan has ended"
    detail = "A superseded or closed version is kept as it is; change the active one, or make a new draft."


class PlanIncomplete(Conflict):
    """The plan has no goal to work on."""

    code = "plan_incomplete"
    title = "The plan is not complete"
    detail = (
        "A plan needs at least one goal to work on before it is activated; it needs nothing from the partner."
    )


class PlanTransitionRefused(Conflict):
    """The plan cannot go from its status to the one asked for."""

    code = "plan_transition_refused"
    title = "The plan cannot do that now"
    detail = "The plan's actions list what it can do from its present status."


class GoalTransitionRefused(Conflict):
    """The goal cannot go from its lifecycle state to the one asked for."""

    code = "goal_transition_refused"
    title = "The goal cannot do that now"
    detail = "The goal's actions list what it can do from its present state."


class GoalNotActive(Conflict):
    """Only a goal that is, or was, worked on is rated."""

    code = "goal_not_active"
    title = "The goal is not active"
    detail = (
        "Ratings are recorded for goals that are active, on hold or completed: "
        "activate the plan, or the goal, first."
    )


class RatingExists(Conflict):
    """The goal has a rating for this week from this source already."""

    code = "rating_exists"
    title = "This week is rated already"
    detail = "There is a rating of this goal for this week from this source; correct it with PATCH."


class CheckInExists(Conflict):
    """The case has another check-in for this week from this source already."""

    code = "check_in_exists"
    title = "There is a check-in for this week already"
    detail = "This source reported something else for this week; correct that check-in with PATCH."
