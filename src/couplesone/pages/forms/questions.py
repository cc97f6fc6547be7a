"""The weekly questions in plain words, which name nobody."""

from __future__ import annotations

from typing import Final

from couplesone.cases.weekly import WeeklyMeasure as Measure
from couplesone.rendering.translation import message

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
    Measure.PRESSURE: message("How often did you try to talk somebody into coming along?"),
    Measure.POSITIVE_RESPONSES: message("How often did something good come back?"),
    Measure.SELF_INITIATED_STEPS: message("How many steps did you take of your own accord?"),
    Measure.NEED_STATEMENTS: message("How often did you say what you need, without blame?"),
    Measure.APPRECIATIONS: message("How often did you say that you appreciate something?"),
    Measure.CRITICISM: message("How often did you criticise?"),
    Measure.CONTEMPT: message("How often did you speak with contempt?"),
    Measure.DEFENSIVENESS: message("How often did you defend yourself where listening would have done?"),
    Measure.STONEWALLING: message("How often did you fall silent or walk off?"),
    Measure.AGENCY: message("How much was your week in your own hands?"),
    Measure.HOPE_FOR_CHANGE: message("How hopeful are you that something can change?"),
    Measure.COMMITMENT: message("How much do you want to stay with what you set out to do?"),
    Measure.PATIENCE: message("How patient were you?"),
    Measure.COMPASSION: message("How kindly did you look at the other side, and at yourself?"),
    Measure.ACCEPTANCE_OF_REFUSAL: message("How far can you accept a no?"),
    Measure.COMMUNICATION: message("How well did you put into words what you wanted to say?"),
    Measure.REGULATION: message("How well could you calm yourself?"),
    Measure.SELF_AWARENESS: message("How well did you notice what went on in you?"),
    Measure.EFFORT: message("How much effort did you put in?"),
    Measure.EFFORT_FAIRNESS: message("How fair does the share of effort feel to you?"),
    Measure.PARTNER_OPENNESS: message("How open did the other side seem to you?"),
    Measure.URGENCY: message("How urgent did everything feel?"),
    Measure.REACTIVITY: message("How quickly did you go off?"),
    Measure.FIXATION_ON_CONJOINT: message("How sure are you that only going together would help?"),
    Measure.BLAME_STANCE: message("How much did you look for who is to blame?"),
    Measure.JUDGING: message("How much did you judge?"),
    Measure.VIABILITY_DOUBT: message("How much do you doubt that it can last?"),
    Measure.PARTNER_DEFENSIVENESS: message("How defensive did the other side seem to you?"),
}


def asked(focus: str) -> tuple[Measure, ...]:
    """Return what the page asks, counts first: the usual questions, and the series in focus."""
    measures = {Measure(focus), *ASKED}
    return tuple(measure for measure in Measure if measure in measures)
