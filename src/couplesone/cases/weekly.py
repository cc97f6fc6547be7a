"""What can be counted or rated in a week, and by whom: the case says which of these series is in focus."""

from __future__ import annotations

from couplesone.kernel.coded import Coded


class Source(Coded):
    """Who rated or reported."""

    CLIENT = "client", "The client"
    THERAPIST = "therapist", "The therapist"


class Direction(Coded):
    """Which way a weekly measure is better."""

    LOWER_IS_BETTER = "lower_is_better", "Lower is better"
    HIGHER_IS_BETTER = "higher_is_better", "Higher is better"


class WeeklyMeasure(Coded):
    """What a check-in can hold: counts of the week, and ratings from 0 to 10."""

    PRESSURE = "pressure", "Attempts to move the partner"
    POSITIVE_RESPONSES = "positive_responses", "Positive responses of the partner, as reported"
    SELF_INITIATED_STEPS = "self_initiated_steps", "Steps taken of one's own accord"
    NEED_STATEMENTS = "need_statements", "Needs said without blame"
    APPRECIATIONS = "appreciations", "Appreciations expressed"
    CRITICISM = "criticism", "Own criticism"
    CONTEMPT = "contempt", "Own contempt"
    DEFENSIVENESS = "defensiveness", "Own defensiveness"
    STONEWALLING = "stonewalling", "Own stonewalling"
    AGENCY = "agency", "Agency"
    HOPE_FOR_CHANGE = "hope_for_change", "Hope for change"
    COMMITMENT = "commitment", "Commitment"
    PATIENCE = "patience", "Patience"
    COMPASSION = "compassion", "Compassion"
    ACCEPTANCE_OF_REFUSAL = "acceptance_of_refusal", "Acceptance of the refusal"
    COMMUNICATION = "communication", "Communication skill"
    REGULATION = "regulation", "Self-regulation"
    SELF_AWARENESS = "self_awareness", "Self-awareness"
    EFFORT = "effort", "Effort"
    EFFORT_FAIRNESS = "effort_fairness", "Fairness of the effort"
    PARTNER_OPENNESS = "partner_openness", "Openness of the partner, as seen by the client"
    URGENCY = "urgency", "Urgency"
    REACTIVITY = "reactivity", "Reactivity"
    FIXATION_ON_CONJOINT = "fixation_on_conjoint", "Only joint therapy would help"
    BLAME_STANCE = "blame_stance", "Blaming"
    JUDGING = "judging", "Judging"
    VIABILITY_DOUBT = "viability_doubt", "Doubt whether the relationship can last"
    PARTNER_DEFENSIVENESS = "partner_defensiveness", "Defensiveness of the partner, as seen by the client"

    @property
    def counted(self) -> bool:
        """Whether it is a count of the week; otherwise a rating from 0 to 10."""
        return self in _COUNTS

    @property
    def direction(self) -> Direction:
        """Which way is better."""
        return Direction.LOWER_IS_BETTER if self in _LOWER else Direction.HIGHER_IS_BETTER


_COUNTS = frozenset(list(WeeklyMeasure)[:9])
_LOWER = frozenset(
    {
        WeeklyMeasure.PRESSURE,
        WeeklyMeasure.CRITICISM,
        WeeklyMeasure.CONTEMPT,
        WeeklyMeasure.DEFENSIVENESS,
        WeeklyMeasure.STONEWALLING,
        WeeklyMeasure.URGENCY,
        WeeklyMeasure.REACTIVITY,
        WeeklyMeasure.FIXATION_ON_CONJOINT,
        WeeklyMeasure.BLAME_STANCE,
        WeeklyMeasure.JUDGING,
        WeeklyMeasure.VIABILITY_DOUBT,
        WeeklyMeasure.PARTNER_DEFENSIVENESS,
    }
)
