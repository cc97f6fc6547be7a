"""Vocabularies of the cases room (domain.md section 0 and the rows named there)."""

from __future__ import annotations

from couplesone.cases.weekly import Direction, Source, WeeklyMeasure
from couplesone.kernel.coded import Coded


class CaseKind(Coded):
    """What sort of case it is."""

    SOLO = "solo", "Couples therapy for one"
    CONJOINT_PART = "conjoint_part", "One client's part of a conjoint case"


class CaseStatus(Coded):
    """Where a case stands."""

    INTAKE = "intake", "Intake"
    ACTIVE = "active", "Active"
    ON_HOLD = "on_hold", "On hold"
    INACTIVE = "inactive", "Inactive"
    CLOSED = "closed", "Closed"


class GoalsOutcome(Coded):
    """How the goals stand when a case closes."""

    MET = "met", "Goals met"
    PARTLY_MET = "partly_met", "Goals partly met"
    NOT_MET = "not_met", "Goals not met"
    NOT_ASSESSED = "not_assessed", "Not assessed"


class RelationshipOutcome(Coded):
    """What became of the relationship; in no order of worth."""

    TOGETHER = "together", "Together"
    SEPARATED = "separated", "Separated"
    UNDECIDED = "undecided", "Undecided"
    UNKNOWN = "unknown", "Not known"


class ClosingReason(Coded):
    """Why a case was closed."""

    COMPLETED = "completed", "Work completed"
    CLIENT_ENDED = "client_ended", "Ended by the client"
    NO_CONTACT = "no_contact", "No contact any more"
    REFERRED = "referred", "Referred elsewhere"
    OTHER = "other", "Other"


class About(Coded):
    """Whom a clinical item is about."""

    CLIENT = "client", "The client"
    PARTNER = "partner", "The partner"
    BOTH = "both", "Both"


class ConfidedBy(Coded):
    """From whom it was learned."""

    CLIENT = "client", "The client"
    PARTNER = "partner", "The partner"
    THERAPIST = "therapist", "The therapist's observation"
    OTHER = "other", "Somebody else"


class Visibility(Coded):
    """Who may read a clinical item."""

    SOLO = "solo", "The solo case's care team"
    JOINT = "joint", "Joint"
    CLINICIAN_PRIVATE = "clinician_private", "Clinicians only"
    AUTHOR_PRIVATE = "author_private", "Its author only"


class SessionStatus(Coded):
    """Whether a therapy session took place."""

    HELD = "held", "Held"
    NO_SHOW = "no_show", "No show"
    CANCELLED = "cancelled", "Cancelled"


class Present(Coded):
    """Who was in the session."""

    CLIENT = "client", "The client alone"
    CLIENT_AND_PARTNER = "client_and_partner", "The client and the partner"
    PARTNER = "partner", "The partner alone"


class RefusalAnswer(Coded):
    """What the partner answered when asked to come (S0.3, S3.1)."""

    FIRM_NO = "firm_no", "A firm no"
    NO = "no", "No"
    AMBIVALENT = "ambivalent", "Ambivalent"
    CONDITIONAL = "conditional", "Only on conditions"
    SILENT = "silent", "Silence"


class RefusalReasonCode(Coded):
    """Why a partner may refuse; hypotheses, several at once, never the single cause (S4.1)."""

    VULNERABILITY = "vulnerability", "Fear of being vulnerable"
    EXPOSURE_TO_OUTSIDER = "exposure_to_outsider", "An outsider would see it"
    NEGATIVE_PRECONCEPTION = "negative_preconception", "Thinks little of therapy"
    ITS_YOUR_PROBLEM = "its_your_problem", "Says it is the client's problem"
    NOT_AS_UNHAPPY = "not_as_unhappy", "Is less unhappy"
    CLIENT_AIMS_TOO_HIGH = "client_aims_too_high", "Thinks the client wants too much"
    HOPELESS = "hopeless", "Has no hope"
    BAD_PAST_THERAPY = "bad_past_therapy", "Bad experience with therapy"
    SHAME_NEEDING_HELP = "shame_needing_help", "Ashamed of needing help"
    JUDGED_BY_THERAPIST = "judged_by_therapist", "Fears the therapist's judgement"
    HELP_IS_WEAKNESS_NORM = "help_is_weakness_norm", "Learned that seeking help is weakness"
    BLAME_VENUE = "blame_venue", "Fears a place for blame"
    OUTNUMBERED_SIDE_TAKING = "outnumbered_side_taking", "Fears being outnumbered"
    ACCUSED_AS_PROBLEM = "accused_as_problem", "Feels accused of being the problem"
    AUTONOMY = "autonomy", "Guards their own say"
    BOUNDARY_VS_INTENSITY = "boundary_vs_intensity", "A limit against intensity"
    FEARS_RELATIONSHIP_IN_DANGER = "fears_relationship_in_danger", "Hears that the relationship is in danger"
    LESS_ARTICULATE = "less_articulate", "Feels less able to put it into words"
    BLAMER_CANNOT_RELINQUISH = "blamer_cannot_relinquish", "Cannot let go of blaming"
    FORCED_PAST_PAIN = "forced_past_pain", "Fears being pushed into old pain"
    SECRET_EXPOSURE = "secret_exposure", "Fears that a secret comes out"
    DECIDED_TO_LEAVE = "decided_to_leave", "Has decided to leave"
    THERAPIST_UNKNOWN = "therapist_unknown", "Does not know the therapist"
    UNKNOWN = "unknown", "Not known"


class ReportedBy(Coded):
    """Who says so."""

    CLIENT = "client", "The client"
    PARTNER = "partner", "The partner"
    THERAPIST_HYPOTHESIS = "therapist_hypothesis", "The therapist's hypothesis"


class Stance(Coded):
    """The partner's stance towards therapy, as reported (S1.1)."""

    REFUSES = "refuses", "Refuses"
    AMBIVALENT = "ambivalent", "Ambivalent"
    CONDITIONAL = "conditional", "Willing on conditions"
    WILLING = "willing", "Willing"
    UNKNOWN = "unknown", "Not known"
    DECIDED_TO_LEAVE = "decided_to_leave", "Has decided to leave"


class ReactionCode(Coded):
    """What the refusal does to the client (S0.4, S0.8, S2.4, S4.7)."""

    FRUSTRATION = "frustration"
    DEPRESSED = "depressed"
    DESPAIR = "despair"
    FAILURE = "failure", "Sense of failure"
    DISAPPOINTMENT = "disappointment"
    LET_DOWN = "let_down"
    REJECTED = "rejected"
    DEVALUED = "devalued"
    ABANDONED = "abandoned"
    ANGER = "anger"
    RESENTMENT = "resentment"
    HELPLESS = "helpless"
    POWERLESS = "powerless"
    STUCK = "stuck"
    GRIEF = "grief"
    INDIGNATION = "indignation"
    DEPRIVED = "deprived"
    UNWORTHY = "unworthy"


class PressureType(Coded):
    """A way of pressing the partner to come; ``coercive`` marks the subset of S2.41."""

    ASK = "ask", "Asked"
    PLEAD = "plead", "Pleaded"
    BEG = "beg", "Begged"
    REASON = "reason", "Reasoned"
    EXPLAIN_AGAIN = "explain_again", "Explained again"
    ARTICLE_SENT = "article_sent", "Sent an article"
    TESTIMONIAL = "testimonial", "Told of others' success"
    NAG = "nag", "Reminded again and again"
    COMPLAIN = "complain", "Complained"
    BADGER = "badger", "Kept asking for an answer"
    CONVINCE = "convince", "Tried to convince"
    BRIBE = "bribe", "Offered a reward"
    THREATEN = "threaten", "Threatened"
    ULTIMATUM = "ultimatum", "Gave an ultimatum"
    DRAG = "drag", "Brought along against their will"
    TRICK = "trick", "Brought along under a pretext"
    THIRD_PARTY_PRESSURE = "third_party_pressure", "Had others press"

    @property
    def coercive(self) -> bool:
        """Whether it belongs to the coercive subset."""
        return self in (
            PressureType.BRIBE,
            PressureType.THREATEN,
            PressureType.ULTIMATUM,
            PressureType.DRAG,
            PressureType.TRICK,
            PressureType.THIRD_PARTY_PRESSURE,
        )

    @property
    def asking(self) -> bool:
        """Whether it is one more asking, in whatever tone: what a stop-asking pact is about (S2.57)."""
        return self in (
            PressureType.ASK,
            PressureType.PLEAD,
            PressureType.BEG,
            PressureType.REASON,
            PressureType.EXPLAIN_AGAIN,
            PressureType.NAG,
            PressureType.BADGER,
            PressureType.CONVINCE,
        )


class WaivedBy(Coded):
    """On what ground an exit rule of a stage was waived (decisions.md 12)."""

    SAFETY_BLOCK = "safety_block", "Safety blocks the step"
    CLINICIAN_REASON = "clinician_reason", "The clinician's reason"


VOCABULARIES: tuple[type[Coded], ...] = (
    CaseKind,
    CaseStatus,
    GoalsOutcome,
    RelationshipOutcome,
    ClosingReason,
    About,
    ConfidedBy,
    Visibility,
    SessionStatus,
    Present,
    RefusalAnswer,
    RefusalReasonCode,
    ReportedBy,
    Stance,
    ReactionCode,
    PressureType,
    WaivedBy,
    Source,
    Direction,
    WeeklyMeasure,
)
for _vocabulary in VOCABULARIES:
    _vocabulary.version = 1
PressureType.version = 2  # its labels name attempts to involve the partner, not offences (S2.8)
