"""Tools that train how one sees oneself, and the other."""

from __future__ import annotations

from couplesone.cases.weekly import WeeklyMeasure
from couplesone.plans.tools.codes import SkillDomain, Standing, ToolCode
from couplesone.plans.tools.tool import Provenance, Tool
from couplesone.safety.codes import Guarded

_ARTICLE = Provenance("An article for the general public (S4).", Standing.PUBLISHED)

SELF_AWARENESS = (
    Tool(
        code=ToolCode.PERSPECTIVE_TAKING,
        version=1,
        purpose="To look at one scene from the other chair, without giving up your own.",
        steps=(
            "Choose a small scene of the last days, not the worst one.",
            "Tell it aloud as you saw it.",
            "Move to another chair and tell it as it may have looked from there, as a guess.",
            "Mark every sentence that you know, and every one that you only suppose.",
            "Go back to your own chair and say what is still true for you.",
        ),
        domain=SkillDomain.SELF_AWARENESS,
        rows=("S1.10", "S4.11"),
        provenance=Provenance("Common practice: work with two chairs.", Standing.COMMON),
        homework=Guarded.COMPASSION_HOMEWORK,
        antidote_to=(WeeklyMeasure.DEFENSIVENESS,),
    ),
    Tool(
        code=ToolCode.CONTROL_CIRCLE,
        version=1,
        purpose="To see which part of a situation is in your own hands.",
        steps=(
            "Draw a circle on a sheet of paper.",
            "Write into it what you yourself can do, say, or leave.",
            "Write around it what others decide.",
            "Cross out one thing outside that you have been working on.",
            "Choose one thing inside and do it this week.",
        ),
        domain=SkillDomain.SELF_AWARENESS,
        rows=("S2.42", "S3.40"),
        provenance=Provenance("Common practice: circles of control.", Standing.COMMON),
    ),
    Tool(
        code=ToolCode.COMPASSION_PRACTICE,
        version=1,
        purpose="To try a kind look, at yourself first, where pain makes it hard.",
        steps=(
            "Sit quietly for three minutes.",
            "Say to yourself what you would say to a friend in your place.",
            "Think of one moment in which the other may have been afraid.",
            "Wish both of you something good, without wanting anything for it.",
            "Stop at once if it begins to feel false or unsafe.",
        ),
        domain=SkillDomain.SELF_AWARENESS,
        rows=("S4.9", "S4.10"),
        provenance=_ARTICLE,
        homework=Guarded.COMPASSION_HOMEWORK,
    ),
    Tool(
        code=ToolCode.VALUES,
        version=1,
        purpose="To say who you want to be in this relationship, whatever comes of it.",
        steps=(
            "Think of a person whose way with others you admire.",
            "Write down three words for it.",
            "Choose the one that you would like to be known for.",
            "Write a sentence: 'I want to be somebody who ...'.",
            "Find one small act of this week that fits the sentence.",
            "Read the sentence again when things get loud.",
        ),
        domain=SkillDomain.SELF_AWARENESS,
        rows=("S0.17",),
        provenance=Provenance("Values work as it is common in acceptance-based treatment.", Standing.COMMON),
    ),
    Tool(
        code=ToolCode.RECLAIM_SELF,
        version=1,
        purpose="To take up again something of yours that got lost on the way.",
        steps=(
            "List ten things that you liked to do before, however small.",
            "Mark those that need nobody's consent.",
            "Choose one, and a day and hour for it.",
            "Do it, also if you do not feel like it yet.",
            "Note how alive you felt, from 0 to 10.",
            "Choose the next one.",
        ),
        domain=SkillDomain.SELF_AWARENESS,
        rows=("S0.19", "S0.18"),
        provenance=Provenance(
            "An article for the general public (S0); activity planning.", Standing.PUBLISHED
        ),
    ),
)
