"""What can go wrong with safety."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict, Forbidden, Invalid


class SafetyBlock(Conflict):
    """Safety stands in the way; ``blocks`` names each reason in words. Nobody can override it."""

    code = "safety_block"
    title = "Safety comes first"
    detail = "This waits until safety is clear; blocks says what stands in the way. Recording goes on."


class FlagTransitionRefused(Conflict):
    """The flag cannot go from its status to the one asked for."""

    code = "flag_transition_refused"
    title = "The flag cannot do that now"
    detail = "The flag's actions list what it can do from its present status."


class NewScreenNeeded(Conflict):
    """No complete negative screen was taken, and recorded, after the day of the flag."""

    code = "new_screen_needed"
    title = "A new negative screen is needed"
    detail = (
        "A flag is released after a new safety screen only: negative, and taken on a later day than the flag."
    )


class SecondPersonNeeded(Conflict):
    """One person alone releases neither a high flag nor one for violence."""

    code = "second_person_needed"
    title = "Two people release this flag"
    detail = "The treating therapist asks for the release; somebody else, a supervisor or clinical lead, confirms it."


class SecondRoleNeeded(Forbidden):
    """Who confirms the release of such a flag supervises or leads clinically."""

    code = "second_role_needed"
    title = "A supervisor or clinical lead confirms this"
    detail = "The release of such a flag is confirmed, or declined, by a supervisor or a clinical lead."


class ConsultantNeeded(Conflict):
    """There is nobody else in the practice who could confirm (decisions B10)."""

    code = "consultant_needed"
    title = "An external consultant is needed"
    detail = (
        "This takes two people, and nobody else in the practice may confirm it. Give an external consultant an "
        "account for this act; until there is one, the flag stays."
    )


class SafetyPlanRaced(Conflict):
    """Somebody else wrote a version of the safety plan at the same moment."""

    code = "safety_plan_raced"
    title = "Somebody else wrote a version just now"
    detail = "Read the safety plan again and write the next version."


class SafetyPlanEmpty(Invalid):
    """A safety plan says something."""

    code = "safety_plan_empty"
    title = "The safety plan is empty"
    detail = "Say at least one thing: warning signs, coping, people, places, contacts, or safe communication."


class ReferralTransitionRefused(Conflict):
    """The referral cannot go from its status to the one asked for."""

    code = "referral_transition_refused"
    title = "The referral cannot do that now"
    detail = "The referral's actions list what it can do from its present status."
