"""Tools that train how one speaks."""

from __future__ import annotations

from couplesone.cases.weekly import WeeklyMeasure
from couplesone.plans.tools.codes import SkillDomain, Standing, ToolCode
from couplesone.plans.tools.tool import Provenance, Tool
from couplesone.safety.codes import Guarded

_RESEARCH = Provenance(
    "Observational research that is commonly attributed to John Gottman; wording our own.",
    Standing.ATTRIBUTED,
)

COMMUNICATION = (
    Tool(
        code=ToolCode.NEEDS_STATEMENT,
        version=1,
        purpose="To say what you need, also where you feel that you care more than the other does.",
        steps=(
            "Choose one need that matters to you this week.",
            "Write it down in one sentence that begins with 'I would like'.",
            "Take out every word that describes another person's character.",
            "Say the sentence once, at a calm moment.",
            "Leave room for a no, and do not argue for a yes.",
            "Note how it was for you to say it.",
        ),
        domain=SkillDomain.COMMUNICATION,
        rows=("S1.7",),
        provenance=Provenance("Common practice in assertiveness training.", Standing.COMMON),
        antidote_to=(WeeklyMeasure.STONEWALLING,),
    ),
    Tool(
        code=ToolCode.SOFT_STARTUP,
        version=1,
        purpose="To begin a difficult talk in a way that you will still like an hour later.",
        steps=(
            "Wait until you can breathe evenly.",
            "Begin with what you noticed, not with what it means.",
            "Say what you feel in one word.",
            "Say what you would like instead of what you are against.",
            "Stop after three sentences and listen.",
        ),
        domain=SkillDomain.COMMUNICATION,
        rows=("S2.50", "S2.49"),
        provenance=_RESEARCH,
        homework=Guarded.SOFT_CONVERSATION_HOMEWORK,
        antidote_to=(WeeklyMeasure.CRITICISM,),
    ),
    Tool(
        code=ToolCode.NEED_WITHOUT_BLAME,
        version=1,
        purpose="To turn a reproach into a need before it leaves your mouth.",
        steps=(
            "Catch the reproach and write it down as it came.",
            "Ask yourself which wish hides behind it.",
            "Rewrite it: 'When this happens, I feel ..., and I would like ...'.",
            "Cross out 'always', 'never' and 'you should'.",
            "Say the new sentence, or keep it for a better moment.",
            "Count at the end of the week how many you reproached and how many you rewrote.",
        ),
        domain=SkillDomain.COMMUNICATION,
        rows=("S2.27", "S2.43", "S2.49"),
        provenance=_RESEARCH,
        antidote_to=(WeeklyMeasure.CRITICISM, WeeklyMeasure.CONTEMPT),
    ),
    Tool(
        code=ToolCode.REPAIR_ATTEMPT,
        version=1,
        purpose="To mend your own share of a moment that went wrong, without waiting for the other half.",
        steps=(
            "Wait until you are calm again.",
            "Name the one thing that you did and would do differently.",
            "Say it in one sentence, without 'but'.",
            "Say what you will do next time.",
            "Ask for nothing in return.",
        ),
        domain=SkillDomain.COMMUNICATION,
        rows=("S2.49", "S3.21"),
        provenance=_RESEARCH,
        homework=Guarded.OWN_PART_HOMEWORK,
        antidote_to=(WeeklyMeasure.DEFENSIVENESS,),
    ),
    Tool(
        code=ToolCode.COLLABORATIVE_DECISION,
        version=1,
        purpose="To prepare a shared decision without a threat in your pocket.",
        steps=(
            "Write down what is to be decided, in one neutral sentence.",
            "List what matters to you, the most important first.",
            "Write down what you could live with, and what you could not.",
            "Cross out every sentence that begins with 'or else'.",
            "Offer two ways that you would agree to.",
            "Suggest a time to talk, and accept another one.",
        ),
        domain=SkillDomain.COMMUNICATION,
        rows=("S2.41",),
        provenance=Provenance("Common practice in mediation: interests before positions.", Standing.COMMON),
        homework=Guarded.SOFT_CONVERSATION_HOMEWORK,
    ),
    Tool(
        code=ToolCode.SOFT_TONE,
        version=1,
        purpose="To try out what changes in you when your voice becomes softer.",
        steps=(
            "Choose one everyday talk of the day.",
            "Let your shoulders drop before you speak.",
            "Speak a little slower and a little lower than usual.",
            "Ask one question out of interest, without an answer in mind.",
            "Note what you felt in your body afterwards.",
        ),
        domain=SkillDomain.COMMUNICATION,
        rows=("S4.11",),
        provenance=Provenance("An article for the general public (S4).", Standing.PUBLISHED),
        homework=Guarded.SOFT_CONVERSATION_HOMEWORK,
        antidote_to=(WeeklyMeasure.CONTEMPT,),
    ),
    Tool(
        code=ToolCode.APPRECIATION_LOG,
        version=1,
        purpose="To train your eye for what is good, also in weeks that are hard.",
        steps=(
            "Take two minutes in the evening.",
            "Write down one thing that you valued today, however small.",
            "Say one of them aloud when it fits, and ask for no reply.",
            "On a day on which you find nothing, write down something of your own that you value.",
            "Count the entries at the end of the week.",
        ),
        domain=SkillDomain.COMMUNICATION,
        rows=("S2.51", "S2.49"),
        provenance=_RESEARCH,
        homework=Guarded.COMPASSION_HOMEWORK,
        antidote_to=(WeeklyMeasure.CONTEMPT,),
    ),
)
