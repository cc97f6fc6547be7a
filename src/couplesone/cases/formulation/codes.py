"""Vocabularies of the formulation (domain.md section 1 and the rows named there)."""

from __future__ import annotations

from couplesone.kernel.coded import Coded


class CyclePattern(Coded):
    """How the two keep each other going (S2.10, S2.11, S2.21)."""

    PURSUE_WITHDRAW = "pursue_withdraw", "One pursues, one withdraws"
    IDENTIFY_PUSH_DIG_IN = "identify_push_dig_in", "One names the problem and pushes, one digs in"
    CRITICIZE_DEFEND = "criticize_defend", "One criticizes, one defends"
    MUTUAL_ATTACK = "mutual_attack", "Both attack"
    MUTUAL_WITHDRAWAL = "mutual_withdrawal", "Both withdraw"
    OVERFUNCTION_UNDERFUNCTION = "overfunction_underfunction", "One takes over, one leaves it to them"
    OTHER = "other", "Another pattern"


class CycleRole(Coded):
    """The client's part in the pattern (S2.10, S2.11)."""

    PURSUER = "pursuer", "Pursues"
    DISTANCER = "distancer", "Withdraws"
    PROBLEM_IDENTIFIER = "problem_identifier", "Names the problem and pushes"
    DIGGER_IN = "digger_in", "Digs in"
    CRITIC = "critic", "Criticizes"
    DEFENDER = "defender", "Defends"
    OVERFUNCTIONER = "overfunctioner", "Takes over"
    UNDERFUNCTIONER = "underfunctioner", "Leaves it to the other"
    ALTERNATING = "alternating", "Now one, now the other"


class ControlFocus(Coded):
    """Whose conduct the client tries to control in the cycle (S0.14)."""

    SELF = "self", "The client's own"
    PARTNER = "partner", "The partner's"


class CycleNodeKind(Coded):
    """What a step of a cycle is; the partner's steps are what was reported of them (S2.6, S3.13)."""

    TRIGGER = "trigger", "Trigger"
    CLIENT_MOVE = "client_move", "The client's move"
    CLIENT_REACTION = "client_reaction", "The client's reaction"
    PARTNER_MOVE_REPORTED = "partner_move_reported", "The partner's move, as reported"
    REFUSAL = "refusal", "The partner's refusal, as reported"

    @property
    def of_partner(self) -> bool:
        """Whether it is the partner's step, and so hearsay."""
        return self in (CycleNodeKind.PARTNER_MOVE_REPORTED, CycleNodeKind.REFUSAL)


class OwnPartCategory(Coded):
    """What sort of own part it is (S4.6)."""

    BLAMING = "blaming"
    JUDGING = "judging"
    CRITICIZING = "criticizing"
    WITHDRAWING = "withdrawing"
    PURSUING = "pursuing"
    CONTROLLING = "controlling"
    DEFENDING = "defending", "Defending oneself"
    RESCUING = "rescuing"
    AVOIDING = "avoiding"
    OTHER = "other", "Something else"


class OwnPartFrequency(Coded):
    """How often it happens."""

    RARELY = "rarely"
    MONTHLY = "monthly"
    WEEKLY = "weekly"
    SEVERAL_TIMES_A_WEEK = "several_times_a_week"
    DAILY = "daily"


class OwnPartStatus(Coded):
    """Where an own part stands."""

    NAMED = "named", "Named"
    WORKING = "working", "Being worked on"
    CHANGED = "changed", "Changed"
    SET_ASIDE = "set_aside", "Set aside"


class StrengthKind(Coded):
    """A strength, or an example of a problem that was solved (S1.18)."""

    STRENGTH = "strength", "Strength"
    EXCEPTION_EXAMPLE = "exception_example", "A time when it went otherwise"


class BoundaryTheme(Coded):
    """Where the client needs a limit (S1.8)."""

    BLAMED = "blamed", "Feels blamed"
    OVER_RESPONSIBLE = "over_responsible", "Feels responsible for too much"
    OTHER = "other", "Something else"


class BoundaryOutcome(Coded):
    """What became of a limit on a day."""

    HONOURED = "honoured", "Honoured"
    CROSSED = "crossed", "Crossed"


class UltimatumStatus(Coded):
    """Where an ultimatum stands (S2.37)."""

    CONSIDERED = "considered", "Considered"
    ISSUED = "issued", "Issued"
    WITHDRAWN = "withdrawn", "Withdrawn"
    ENFORCED = "enforced", "Enforced"


class StrategyCode(Coded):
    """What a client tries to get the partner to come, or tries instead (S2.5, S3.7)."""

    CONVINCE = "convince", "Convincing"
    ULTIMATUM = "ultimatum", "Ultimatum"
    RESIGN = "resign", "Resigning"
    INACTION = "inaction", "Doing nothing"
    ASK = "ask", "Asking again"
    BEG = "beg", "Begging"
    BRIBE = "bribe", "Offering a reward"
    DRAG = "drag", "Bringing along against their will"
    NAG = "nag", "Reminding again and again"
    COMPLAIN = "complain", "Complaining"
    SEND_MATERIAL = "send_material", "Sending articles and books"
    THIRD_PARTY = "third_party", "Having others press"
    WAIT = "wait", "Waiting"
    OWN_CHANGE = "own_change", "Changing something oneself"
    OTHER = "other", "Something else"


class TherapyWho(Coded):
    """Who went to an earlier therapy."""

    CLIENT = "client", "The client"
    PARTNER = "partner", "The partner"
    COUPLE = "couple", "The two together"
    FAMILY = "family", "The family"


class TherapyFormat(Coded):
    """What sort of therapy it was."""

    INDIVIDUAL = "individual", "Individual therapy"
    COUPLE = "couple", "Couples therapy"
    FAMILY = "family", "Family therapy"
    GROUP = "group", "Group"
    DISCERNMENT = "discernment", "Discernment counselling"
    PASTORAL = "pastoral", "Pastoral counselling"
    OTHER = "other", "Something else"


class TherapyExperience(Coded):
    """How an earlier therapy was experienced (S2.18, S3.2)."""

    HELPFUL = "helpful", "Helpful"
    MIXED = "mixed", "Mixed"
    USELESS = "useless", "Did not help"
    AWFUL = "awful", "Painful"
    UNKNOWN = "unknown", "Not known"


class CareFormat(Coded):
    """Which kind of care fits, as a clinician decides; none is ever recommended by the program (S0.7)."""

    SOLO = "solo", "Couples therapy for one"
    CONJOINT = "conjoint", "Couples therapy for two"
    DISCERNMENT = "discernment", "Discernment counselling"
    INDIVIDUAL = "individual", "Individual therapy"
    VIOLENCE_SERVICE = "violence_service", "A service for people who live with violence"
    SUBSTANCE_SERVICE = "substance_service", "A service for addiction"


class FormatPreference(Coded):
    """How the client would like to work (S2.30)."""

    SOLO = "solo", "Alone"
    CONJOINT = "conjoint", "Together"
    EITHER = "either", "Either way"
    UNDECIDED = "undecided", "Undecided"


class HelpTiming(Coded):
    """At what point the client came; says nothing about the prospects (S1.3)."""

    EARLY = "early", "Soon after the problem began"
    DELAYED = "delayed", "After a long time"
    CRISIS = "crisis", "In a crisis"
    SEPARATION_IN_VIEW = "separation_in_view", "With a separation in view"


VOCABULARIES: tuple[type[Coded], ...] = (
    CyclePattern,
    CycleRole,
    ControlFocus,
    CycleNodeKind,
    OwnPartCategory,
    OwnPartFrequency,
    OwnPartStatus,
    StrengthKind,
    BoundaryTheme,
    BoundaryOutcome,
    UltimatumStatus,
    StrategyCode,
    TherapyWho,
    TherapyFormat,
    TherapyExperience,
    CareFormat,
    FormatPreference,
    HelpTiming,
)
for _vocabulary in VOCABULARIES:
    _vocabulary.version = 1
