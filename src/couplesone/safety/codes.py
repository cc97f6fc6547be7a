"""Vocabularies of the safety room (domain.md 2.4 and 3; S1.17, S2.53, S2.54, S4.8)."""

from __future__ import annotations

from couplesone.cases.partner_statements.codes import LineCrossing as LineCrossing
from couplesone.kernel.coded import Coded


class ScreenInstrument(Coded):
    """A short instrument that asks the client about violence; scored from facts, its wording is not shipped."""

    HARK = "hark", "HARK"
    HITS = "hits", "HITS"
    WAST = "wast", "WAST"
    PVS = "pvs", "Partner Violence Screen"


class ScreenVariant(Coded):
    """A published way to read an instrument; it decides how many items there are and where the cut lies."""

    STANDARD = "standard", "As published"
    ORIGINAL = "original", "HITS, original cut"
    USPSTF = "uspstf", "HITS, cut of the USPSTF table"
    E_HITS = "e_hits", "E-HITS, five items"
    VHA_FEMALE = "vha_female", "HITS, cut for women in veterans' care"


class ScreenResult(Coded):
    """What a screen says. An incomplete one is never negative."""

    POSITIVE = "positive", "Positive"
    NEGATIVE = "negative", "Negative"
    INCOMPLETE = "incomplete", "Incomplete"


class SafetyGrade(Coded):
    """How grave a positive screen, or a flag, is (decisions F32)."""

    LOW = "low", "Low"
    HIGH = "high", "High"


class ScreenMode(Coded):
    """How a screen was taken."""

    IN_PERSON = "in_person", "In person"
    PHONE_SAFE = "phone_safe", "By phone, after asking whether it is safe to talk"


class AnsweredBy(Coded):
    """Who answered: nobody answers for the client."""

    CLIENT = "client", "The client"


class DangerLevel(Coded):
    """The level of a Danger Assessment that somebody certified has taken; its items are not kept."""

    VARIABLE = "variable", "Variable danger"
    INCREASED = "increased", "Increased danger"
    SEVERE = "severe", "Severe danger"
    EXTREME = "extreme", "Extreme danger"


class FlagKind(Coded):
    """Why a case is flagged."""

    IPV_POSITIVE = "ipv_positive", "A screen for violence was positive"
    HARMFUL_STATEMENT = "harmful_statement", "Harmful conduct was reported"
    SUICIDALITY_RISK = "suicidality_risk", "Thoughts of suicide were reported"
    FEAR = "fear", "The client is afraid of somebody close"
    OTHER_DANGER = "other_danger", "Another danger"


class FlagStatus(Coded):
    """Where a flag stands."""

    ACTIVE = "active", "Active"
    RELEASE_REQUESTED = "release_requested", "Release requested"
    RELEASED = "released", "Released"


class DueCause(Coded):
    """What makes a new screen due (S0.16; domain.md 2.4)."""

    SEPARATION = "separation", "The couple separated"
    ULTIMATUM_ENFORCED = "ultimatum_enforced", "An ultimatum was enforced"
    TENSION_WITH_FEAR = "tension_with_fear", "The partner answered with tension and the client was afraid"
    HARMFUL_STATEMENT = "harmful_statement", "Harmful conduct was reported"
    RISK_ANSWER = "risk_answer", "An answer pointed to danger"


class StandingState(Coded):
    """How a case stands, as far as safety has been asked about."""

    POSITIVE = "positive", "Positive, or flagged"
    MISSING = "missing", "Never screened"
    INCOMPLETE = "incomplete", "The last screen is incomplete"
    DUE = "due", "A new screen is due"
    OLD = "old", "The last screen is too old"
    CLEAR = "clear", "Clear"


class BlockCode(Coded):
    """What stands in the way of assigning and contacting; recording is never blocked (decisions B12)."""

    IPV_POSITIVE = "ipv_positive", "A screen was positive, or its flag is not released"
    SCREEN_MISSING = "screen_missing", "No safety screen was taken"
    SCREEN_INCOMPLETE = "screen_incomplete", "The last safety screen is incomplete"
    SCREEN_DUE = "screen_due", "Something happened since that makes a new screen due"
    SCREEN_OLD = "screen_old", "The last safety screen is too old"
    NOT_SHOWN = "not_shown", "Only the treating clinicians see why"


class Guarded(Coded):
    """What waits until safety is clear (domain.md 2.4, C4)."""

    OWN_PART_HOMEWORK = "own_part_homework", "Homework about the client's own part"
    COMPASSION_HOMEWORK = "compassion_homework", "Homework in compassion"
    SOFT_CONVERSATION_HOMEWORK = "soft_conversation_homework", "Homework in soft conversation"
    PARTNER_CONTACT = "partner_contact", "Contact with the partner"


class ReferralKind(Coded):
    """Where a client is referred to; it is always the client who is referred, never the partner."""

    VIOLENCE_SERVICE = "violence_service", "Service for people who live with violence"
    SUBSTANCE_SERVICE = "substance_service", "Service for addiction and those close to it"
    CRISIS = "crisis", "Crisis service"
    MEDICAL = "medical", "Medical care"
    LEGAL = "legal", "Legal advice"


class ReferralStatus(Coded):
    """Where a referral stands."""

    OFFERED = "offered", "Offered"
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Declined"
    DONE = "done", "Done"


VOCABULARIES: tuple[type[Coded], ...] = (
    ScreenInstrument,
    ScreenVariant,
    ScreenResult,
    SafetyGrade,
    ScreenMode,
    AnsweredBy,
    DangerLevel,
    FlagKind,
    FlagStatus,
    DueCause,
    StandingState,
    BlockCode,
    Guarded,
    ReferralKind,
    ReferralStatus,
)
for _vocabulary in VOCABULARIES:
    _vocabulary.version = 1
