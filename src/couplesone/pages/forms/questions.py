"""The weekly questions in plain words, which name nobody."""

from __future__ import annotations

from typing import Final

from couplesone.cases.weekly import WeeklyMeasure as Measure

ASKED: Final = (
    Measure.PRESSURE,
    Measure.SELF_INITIATED_STEPS,
    Measure.NEED_STATEMENTS,
    Measure.APPRECIATIONS,
    Measure.AGENCY,
    Measure.HOPE_FOR_CHANGE,
    Measure.ACCEPTANCE_OF_REFUSAL,
    Measure.COMMUNICATION,
    Measure.REGULATION,
    Measure.URGENCY,
)
"""What the page asks every week, beside the series that the case has in focus."""

QUESTIONS: Final[dict[Measure, str]] = {
    Measure.PRESSURE: "How often did you try to talk somebody into coming along?",
    Measure.POSITIVE_RESPONSES: "How often did something good come back?",
    Measure.SELF_INITIATED_STEPS: "How many steps did you take of your own accord?",
    Measure.NEED_STATEMENTS: "How often did you say what you need, without blame?",
    Measure.APPRECIATIONS: "How often did you say that you appreciate something?",
    Measure.CRITICISM: "How often did you criticise?",
    Measure.CONTEMPT: "How often did you speak with contempt?",
    Measure.DEFENSIVENESS: "How often did you defend yourself where listening would have done?",
    Measure.STONEWALLING: "How often did you fall silent or walk off?",
    Measure.AGENCY: "How much was your week in your own hands?",
    Measure.HOPE_FOR_CHANGE: "How hopeful are you that something can change?",
    Measure.COMMITMENT: "How much do you want to stay with what you set out to do?",
    Measure.PATIENCE: "How patient were you?",
    Measure.COMPASSION: "How kindly did you look at the other side, and at yourself?",
    Measure.ACCEPTANCE_OF_REFUSAL: "How far can you accept a no?",
    Measure.COMMUNICATION: "How well did you put into words what you wanted to say?",
    Measure.REGULATION: "How well could you calm yourself?",
    Measure.SELF_AWARENESS: "How well did you notice what went on in you?",
    Measure.EFFORT: "How much effort did you put in?",
    Measure.EFFORT_FAIRNESS: "How fair does the share of effort feel to you?",
    Measure.PARTNER_OPENNESS: "How open did the other side seem to you?",
    Measure.URGENCY: "How urgent did everything feel?",
    Measure.REACTIVITY: "How quickly did you go off?",
    Measure.FIXATION_ON_CONJOINT: "How sure are you that only going together would help?",
    Measure.BLAME_STANCE: "How much did you look for who is to blame?",
    Measure.JUDGING: "How much did you judge?",
    Measure.VIABILITY_DOUBT: "How much do you doubt that it can last?",
    Measure.PARTNER_DEFENSIVENESS: "How defensive did the other side seem to you?",
}


def asked(focus: str) -> tuple[Measure, ...]:
    """Return what the page asks, counts first: the usual questions, and the series in focus."""
    measures = {Measure(focus), *ASKED}
    return tuple(measure for measure in Measure if measure in measures)
