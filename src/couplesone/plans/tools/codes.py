"""Vocabularies of the tool catalogue."""

from __future__ import annotations

from couplesone.kernel.coded import Coded


class ToolCode(Coded):
    """The tools of the catalogue."""

    NEEDS_STATEMENT = "needs_statement", "Saying a need"
    SOFT_STARTUP = "soft_startup", "A soft beginning"
    NEED_WITHOUT_BLAME = "need_without_blame", "A need without blame"
    REPAIR_ATTEMPT = "repair_attempt", "Mending a moment"
    COLLABORATIVE_DECISION = "collaborative_decision", "Deciding with open hands"
    SOFT_TONE = "soft_tone", "A softer tone"
    APPRECIATION_LOG = "appreciation_log", "Noticing the good"
    TIME_OUT = "time_out", "Taking a break"
    SELF_SOOTHING = "self_soothing", "Coming down"
    CREATE_SPACE = "create_space", "Creating space"
    STOP_ASKING = "stop_asking", "Letting the question rest"
    BOUNDARY = "boundary", "My own limit"
    PERSPECTIVE_TAKING = "perspective_taking", "The other chair"
    CONTROL_CIRCLE = "control_circle", "What is in my hands"
    COMPASSION_PRACTICE = "compassion_practice", "A kind look"
    VALUES = "values", "What I stand for"
    RECLAIM_SELF = "reclaim_self", "Things that are mine"


class SkillDomain(Coded):
    """Which skill a tool trains (S2.29); clients rate the same three in their check-ins."""

    COMMUNICATION = "communication", "Communication"
    REGULATION = "regulation", "Self-regulation"
    SELF_AWARENESS = "self_awareness", "Self-awareness"


class Standing(Coded):
    """How firmly the source of an idea is established (S2.28)."""

    PUBLISHED = "published", "Described in a published work that is named"
    ATTRIBUTED = "attributed", "Attributed to a body of work; the claim was not checked"
    COMMON = "common", "Common practice without a single source"
    OWN = "own", "A proposal of this program"


VOCABULARIES: tuple[type[Coded], ...] = (ToolCode, SkillDomain, Standing)
for _vocabulary in VOCABULARIES:
    _vocabulary.version = 1
