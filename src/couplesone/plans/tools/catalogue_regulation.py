"""Tools that train how one comes down, holds back, and keeps to one's own side."""

from __future__ import annotations

from couplesone.cases.weekly import WeeklyMeasure
from couplesone.plans.tools.codes import SkillDomain, Standing, ToolCode
from couplesone.plans.tools.tool import Provenance, Tool

_COMMON = Provenance("Common practice in the treatment of anger and stress.", Standing.COMMON)

REGULATION = (
    Tool(
        code=ToolCode.TIME_OUT,
        version=1,
        purpose="To leave a heated moment in good time, and to come back to it.",
        steps=(
            "Learn your first sign: a hot face, a loud voice, a tight chest.",
            "At the first sign say: 'I need a break, I will be back in half an hour.'",
            "Go where you can be alone and safe.",
            "Do something that calms the body; do not rehearse the argument.",
            "Come back when you said you would, or say when you will.",
        ),
        domain=SkillDomain.REGULATION,
        rows=("S2.44",),
        provenance=_COMMON,
        antidote_to=(WeeklyMeasure.STONEWALLING,),
    ),
    Tool(
        code=ToolCode.SELF_SOOTHING,
        version=1,
        purpose="To calm your body before your head decides anything.",
        steps=(
            "Put both feet on the floor.",
            "Breathe out longer than you breathe in, ten times.",
            "Name five things that you see.",
            "Hold something cold or warm.",
            "Rate your tension from 0 to 10 before and after.",
        ),
        domain=SkillDomain.REGULATION,
        rows=("S2.44", "S2.49"),
        provenance=_COMMON,
        antidote_to=(WeeklyMeasure.STONEWALLING, WeeklyMeasure.DEFENSIVENESS),
    ),
    Tool(
        code=ToolCode.CREATE_SPACE,
        version=1,
        purpose="To stop running after an answer, and to see what you do with the room that this leaves.",
        steps=(
            "Choose the days of the week on which you will not follow up on anything.",
            "Plan for each of them something that is good for you.",
            "When the urge to follow up comes, write it down with the time.",
            "Wait twenty minutes, and do what you planned.",
            "Count the days that you kept.",
        ),
        domain=SkillDomain.REGULATION,
        rows=("S2.26",),
        provenance=Provenance(
            "Work on pursuing and distancing, after Murray Bowen; wording our own.",
            Standing.ATTRIBUTED,
        ),
    ),
    Tool(
        code=ToolCode.STOP_ASKING,
        version=1,
        purpose="To let one question rest for a while, and to use the strength that asking took.",
        steps=(
            "Write the question that you keep asking on a piece of paper.",
            "Set a day until which you will not ask it, hint at it or send anything about it.",
            "Put the paper away.",
            "When you want to ask, note what you hoped the answer would give you.",
            "Give yourself a little of that in another way.",
            "If you asked after all, start again without a sermon to yourself.",
        ),
        domain=SkillDomain.REGULATION,
        rows=("S0.6", "S2.57"),
        provenance=Provenance("Articles for the general public (S0, S2).", Standing.PUBLISHED),
    ),
    Tool(
        code=ToolCode.BOUNDARY,
        version=1,
        purpose="To know your own limit, and what you yourself will do when it is reached.",
        steps=(
            "Name one situation in which you do more, or bear more, than is right for you.",
            "Write down the limit in one sentence that begins with 'I'.",
            "Write down what you will do when it is reached; it must be an act of your own.",
            "Check that you can do it safely and without punishing.",
            "Do it calmly the next time, once, without a speech.",
            "Count how often you kept to it.",
        ),
        domain=SkillDomain.REGULATION,
        rows=("S1.8",),
        provenance=Provenance("Common practice.", Standing.COMMON),
    ),
)
