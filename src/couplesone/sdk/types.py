"""What the API takes and answers; written by ``couplesone openapi``, never by hand."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict

About: TypeAlias = Literal["client", "partner", "both"]
"""Whom a clinical item is about."""
Accuracy: TypeAlias = Literal["unverified", "corroborated", "contradicted", "disputed"]
"""How far a statement is borne out by others."""
Achievement: TypeAlias = Literal["not_rated", "worsening", "no_change", "improving", "achieved"]
"""How far a goal is achieved, from its latest rating against the baseline; 0 or better is achieved."""
ActorKind: TypeAlias = Literal["staff", "api_key", "client", "partner", "system"]
"""Through what somebody acts."""
AdministrationSource: TypeAlias = Literal["in_room", "link", "paper"]
"""How the client's answers came to the practice."""
AlertCode: TypeAlias = Literal["fixation_rising", "resentment_rising", "burnout", "focus_on_partner"]
"""What an alert looks at."""
AlertState: TypeAlias = Literal["raised", "quiet", "too_little_data"]
"""Whether an alert is shown."""
AnsweredBy: TypeAlias = Literal["client"]
"""Who answered: nobody answers for the client."""
ApiKeyState: TypeAlias = Literal["live", "replaced", "expired", "revoked"]
"""What an API key still does."""
AppliesTo: TypeAlias = Literal["everybody", "men", "women"]
"""For whom a cut-off was published."""
ApprovalMethod: TypeAlias = Literal["access_link", "in_room_code", "signed_paper"]
"""How the client approved the text."""
AssignmentStatus: TypeAlias = Literal["offered", "accepted", "practised", "dropped"]
"""Where a tool stands with a client (S1.19): using it is the client's choice."""
BlockCode: TypeAlias = Literal[
    "ipv_positive",
    "screen_missing",
    "screen_incomplete",
    "screen_due",
    "screen_old",
    "not_shown",
]
"""What stands in the way of assigning and contacting; recording is never blocked (decisions B12)."""
BoundaryOutcome: TypeAlias = Literal["honoured", "crossed"]
"""What became of a limit on a day."""
BoundaryTheme: TypeAlias = Literal["blamed", "over_responsible", "other"]
"""Where the client needs a limit (S1.8)."""
CareFormat: TypeAlias = Literal[
    "solo",
    "conjoint",
    "discernment",
    "individual",
    "violence_service",
    "substance_service",
]
"""Which kind of care fits, as a clinician decides; none is ever recommended by the program (S0.7)."""
CareRole: TypeAlias = Literal["treating", "covering", "supervising"]
"""The part that somebody has in a client's care."""
CaseEdge: TypeAlias = Literal["client", "partner"]
"""Who can be shown with a case."""
CaseKind: TypeAlias = Literal["solo", "conjoint_part"]
"""What sort of case it is."""
CaseStatus: TypeAlias = Literal["intake", "active", "on_hold", "inactive", "closed"]
"""Where a case stands."""
Category: TypeAlias = Literal["first_contact", "reminder", "staff_mail"]
"""What a message is, which decides how often it may leave."""
ChangeClass: TypeAlias = Literal["recovered", "improved", "unchanged", "deteriorated"]
"""What became of a total since the first one, by one set of parameters (decisions.md 31)."""
ChangeWithheld: TypeAlias = Literal["in_danger", "not_shown"]
"""Why the class of a change is not shown (domain.md section 6, C4)."""
Channel: TypeAlias = Literal["email", "text_message", "phone", "letter"]
"""A way to reach somebody."""
ClientStatus: TypeAlias = Literal["active", "archived", "merged", "entered_in_error"]
"""Where a client stands in the practice's files."""
ClosingReason: TypeAlias = Literal["completed", "client_ended", "no_contact", "referred", "other"]
"""Why a case was closed."""
CollateralMethod: TypeAlias = Literal["paper_signature", "electronic_signature"]
"""How the partner consented to the visit."""
Comparator: TypeAlias = Literal["lt", "le", "gt", "ge"]
"""How a number is compared with a limit."""
ConfidedBy: TypeAlias = Literal["client", "partner", "therapist", "other"]
"""From whom it was learned."""
ConflictState: TypeAlias = Literal["open", "cleared", "declared", "role_change"]
"""What was made of a conflict of interest."""
ConjointStatus: TypeAlias = Literal["open", "closed"]
"""Where a conjoint case stands."""
ConsentKind: TypeAlias = Literal["treatment", "telehealth", "partner_contact", "solo_record", "follow_up"]
"""What somebody consents to."""
ConsentMethod: TypeAlias = Literal["paper_signature", "electronic_signature", "verbal"]
"""How the consent was given."""
ControlFocus: TypeAlias = Literal["self", "partner"]
"""Whose conduct the client tries to control in the cycle (S0.14)."""
CycleNodeKind: TypeAlias = Literal[
    "trigger",
    "client_move",
    "client_reaction",
    "partner_move_reported",
    "refusal",
]
"""What a step of a cycle is; the partner's steps are what was reported of them (S2.6, S3.13)."""
CyclePattern: TypeAlias = Literal[
    "pursue_withdraw",
    "identify_push_dig_in",
    "criticize_defend",
    "mutual_attack",
    "mutual_withdrawal",
    "overfunction_underfunction",
    "other",
]
"""How the two keep each other going (S2.10, S2.11, S2.21)."""
CycleRole: TypeAlias = Literal[
    "pursuer",
    "distancer",
    "problem_identifier",
    "digger_in",
    "critic",
    "defender",
    "overfunctioner",
    "underfunctioner",
    "alternating",
]
"""The client's part in the pattern (S2.10, S2.11)."""
DangerLevel: TypeAlias = Literal["variable", "increased", "severe", "extreme"]
"""The level of a Danger Assessment that somebody certified has taken; its items are not kept."""
DecisionMethod: TypeAlias = Literal["access_link", "in_room_code", "signed_paper"]
"""By what act of the client the decision came (decisions B9)."""
DecisionOption: TypeAlias = Literal["discernment", "separate", "stay_as_is", "undecided", "work_on_self"]
"""What can be decided (S1.13); in the order of the alphabet, which ranks nothing."""
Delivery: TypeAlias = Literal["hand_over", "email", "letter"]
"""How it gets to the partner."""
Direction: TypeAlias = Literal["lower_is_better", "higher_is_better"]
"""Which way a weekly measure is better."""
Directness: TypeAlias = Literal["first_hand", "hearsay"]
"""Whether the source was there."""
DueCause: TypeAlias = Literal[
    "separation",
    "ultimatum_enforced",
    "tension_with_fear",
    "harmful_statement",
    "risk_answer",
]
"""What makes a new screen due (S0.16; domain.md 2.4)."""
ExperimentStatus: TypeAlias = Literal["planned", "done", "dropped"]
"""Where an experiment stands."""
ExperimentTemplate: TypeAlias = Literal[
    "own_move",
    "create_space",
    "soft_conversation",
    "own_activity",
    "boundary",
]
"""What sort of move an experiment tries out."""
FlagKind: TypeAlias = Literal["ipv_positive", "harmful_statement", "suicidality_risk", "fear", "other_danger"]
"""Why a case is flagged."""
FlagStatus: TypeAlias = Literal["active", "release_requested", "released"]
"""Where a flag stands."""
FollowUpState: TypeAlias = Literal["planned", "done", "declined", "no_answer"]
"""How a follow-up stands."""
FormatPreference: TypeAlias = Literal["solo", "conjoint", "either", "undecided"]
"""How the client would like to work (S2.30)."""
GoalCategory: TypeAlias = Literal[
    "pattern",
    "skill",
    "connection",
    "self",
    "voice_needs",
    "process_refusal",
    "self_definition",
    "self_worth",
    "reclaim_self",
]
"""What a goal is about (S2.34 and the rows named there)."""
GoalLifecycle: TypeAlias = Literal[
    "proposed",
    "active",
    "on_hold",
    "completed",
    "cancelled",
    "entered_in_error",
]
"""Where a goal stands, apart from how far it is achieved."""
GoalPerson: TypeAlias = Literal["client", "partner", "both", "other"]
"""Who does what a goal describes, or whose conduct it measures; only the client passes (S0.15, S2.42)."""
GoalsOutcome: TypeAlias = Literal["met", "partly_met", "not_met", "not_assessed"]
"""How the goals stand when a case closes."""
Guarded: TypeAlias = Literal[
    "own_part_homework",
    "compassion_homework",
    "soft_conversation_homework",
    "partner_contact",
]
"""What waits until safety is clear (domain.md 2.4, C4)."""
HelpTiming: TypeAlias = Literal["early", "delayed", "crisis", "separation_in_view"]
"""At what point the client came; says nothing about the prospects (S1.3)."""
Hold: TypeAlias = Literal[
    "case_not_open",
    "safety_screen_missing_or_old",
    "ipv_positive",
    "do_not_contact",
    "conflict_of_interest",
    "litigation_pending",
    "already_invited",
    "purpose_not_disclosed",
    "collateral_text_missing",
    "client_not_approved",
    "therapist_not_agreed",
    "ultimatum_active",
    "pressure_high",
    "stop_asking_pact",
    "secret_unresolved",
    "partner_decided_to_leave",
]
"""What stands in the way of an invitation (domain.md 2.5)."""
IdentityKind: TypeAlias = Literal["name_and_birth_date", "email", "phone"]
"""By what two records may be found to be one person."""
Incomplete: TypeAlias = Literal["running", "inactive", "no_contact", "not_assessed"]
"""Why the figures of a case are no outcome."""
InitiatedBy: TypeAlias = Literal["client", "partner", "other", "unknown"]
"""Who began it."""
InstrumentOrigin: TypeAlias = Literal["shipped", "practice"]
"""Where an instrument comes from."""
InvitationOffer: TypeAlias = Literal["one_visit", "phone_call", "reading_sheet"]
"""What is offered: one visit, or a smaller step (least demand first)."""
InvitationPurpose: TypeAlias = Literal[
    "give_own_view",
    "hear_what_client_works_on",
    "ask_questions",
    "meet_the_therapist",
]
"""What the partner is invited for; a closed list, and none of it is to be mended (S2.35, S3.26)."""
InvitationSource: TypeAlias = Literal["client", "partner_initiated"]
"""From whom it comes."""
InvitationState: TypeAlias = Literal[
    "draft",
    "approved",
    "queued",
    "delivered",
    "accepted",
    "confirmed",
    "scheduled",
    "attended",
    "no_show",
    "cancelled",
    "closed",
    "answered",
    "withdrawn",
]
"""Where an invitation stands, as far as anybody may see it (decisions C17, C18)."""
JobState: TypeAlias = Literal["waiting", "running", "done", "dead", "discarded", "cancelled"]
"""Where a job stands."""
KnownBy: TypeAlias = Literal["email", "phone", "postal_address", "partner"]
"""By what somebody is recognised who is not to be contacted."""
LineCrossing: TypeAlias = Literal["difficult", "unacceptable", "harmful"]
"""How far over a line goes what is told (S2.53): a triage of conduct, no verdict on a person."""
LinkState: TypeAlias = Literal["open", "used", "expired", "locked", "revoked"]
"""Whether an access link still opens anything."""
LintCode: TypeAlias = Literal[
    "partner_never_changes",
    "partner_has_disorder",
    "partner_bad_motives",
    "doomed_from_start",
    "beyond_repair",
    "ending_is_best",
    "partner_label",
    "lack_of_care",
    "proxy_diagnosis",
    "side_taking",
    "commiseration",
    "proved_or_convinced",
    "ammunition",
]
"""A kind of wording that the lint points at; the first six are the undermining statements."""
MessageChannel: TypeAlias = Literal["email", "letter", "hand_over"]
"""How a message gets there."""
Missing: TypeAlias = Literal["no_secrets_agreement", "safety"]
"""What is missing before anything joint is recorded. Of whom, and why, is told by neither."""
NapBand: TypeAlias = Literal["weak", "medium", "strong"]
"""How strong an effect a NAP shows: weak < .66 <= medium < .93 <= strong.

Source: Parker & Vannest 2009, their verbal ranges closed at the lower edge.
"""
OffTrackReason: TypeAlias = Literal["outside_band", "reliably_worse"]
"""Why a course is off track (decisions.md 33)."""
OwnPartCategory: TypeAlias = Literal[
    "blaming",
    "judging",
    "criticizing",
    "withdrawing",
    "pursuing",
    "controlling",
    "defending",
    "rescuing",
    "avoiding",
    "other",
]
"""What sort of own part it is (S4.6)."""
OwnPartFrequency: TypeAlias = Literal["rarely", "monthly", "weekly", "several_times_a_week", "daily"]
"""How often it happens."""
OwnPartStatus: TypeAlias = Literal["named", "working", "changed", "set_aside"]
"""Where an own part stands."""
PartnerAnswer: TypeAlias = Literal["accepted", "not_now", "no", "never"]
"""What the partner said on the page. Nobody is shown which but acceptance (decisions C18)."""
PartnerInformed: TypeAlias = Literal["yes", "no", "unsafe"]
"""Whether the partner knows that the client attends therapy (S3.24)."""
Permission: TypeAlias = Literal[
    "practice.read",
    "practice.manage",
    "staff.read",
    "staff.manage",
    "self.read",
    "self.manage",
    "api_key.manage",
    "audit.read",
    "client.read",
    "client.write",
    "client.merge",
    "care_team.manage",
    "consent.read",
    "consent.write",
    "partner.read",
    "partner.write",
    "case.read",
    "case.write",
    "plan.read",
    "plan.write",
    "check_in.read",
    "check_in.write",
    "safety.read",
    "safety.write",
    "safety.release",
    "measure.read",
    "measure.write",
    "decision.write",
    "message.read",
    "message.write",
    "job.read",
    "job.manage",
    "secret.read",
    "secret.write",
    "neutrality.read",
    "neutrality.write",
    "invitation.read",
    "invitation.write",
    "partner_words.read",
    "report.read",
    "conflict.manage",
]
"""What a route may require; also the scopes that an API key can be given."""
PlanStatus: TypeAlias = Literal["draft", "active", "superseded", "closed"]
"""Where a version of the plan stands."""
PndBand: TypeAlias = Literal["unreliable", "questionable", "effective", "very_effective"]
"""How effective a PND shows a treatment: unreliable < 50 <= questionable < 70 <= effective < 90 <= very.

Source: Scruggs & Mastropieri 1998, Behavior Modification 22, 221-242; closed at the lower edge.
"""
PracticeInstrumentStatus: TypeAlias = Literal["active", "retired"]
"""Whether a version of a practice's own instrument can still be taken."""
Present: TypeAlias = Literal["client", "client_and_partner", "partner"]
"""Who was in the session."""
PressureType: TypeAlias = Literal[
    "ask",
    "plead",
    "beg",
    "reason",
    "explain_again",
    "article_sent",
    "testimonial",
    "nag",
    "complain",
    "badger",
    "convince",
    "bribe",
    "threaten",
    "ultimatum",
    "drag",
    "trick",
    "third_party_pressure",
]
"""A way of pressing the partner to come; ``coercive`` marks the subset of S2.41."""
ProceedingKind: TypeAlias = Literal["separation", "custody", "protection", "criminal", "subpoena", "other"]
"""What the proceedings are about."""
Purpose: TypeAlias = Literal["check_in", "measure", "decision", "approve_text", "sign", "invitation"]
"""What a client may do with an access link; one link, one purpose (decisions B9)."""
ReactionCode: TypeAlias = Literal[
    "frustration",
    "depressed",
    "despair",
    "failure",
    "disappointment",
    "let_down",
    "rejected",
    "devalued",
    "abandoned",
    "anger",
    "resentment",
    "helpless",
    "powerless",
    "stuck",
    "grief",
    "indignation",
    "deprived",
    "unworthy",
]
"""What the refusal does to the client (S0.4, S0.8, S2.4, S4.7)."""
ReadinessOutcome: TypeAlias = Literal["not_yet", "left_to_partner", "client_wishes_to_invite"]
"""What came of looking whether the time has come; nothing is ever sent by it."""
Recipient: TypeAlias = Literal["client", "partner", "staff"]
"""To whom a message goes."""
ReferralKind: TypeAlias = Literal["violence_service", "substance_service", "crisis", "medical", "legal"]
"""Where a client is referred to; it is always the client who is referred, never the partner."""
ReferralOrigin: TypeAlias = Literal["visit", "partner_asked"]
"""Out of what the wish to go on together came."""
ReferralStatus: TypeAlias = Literal["offered", "accepted", "declined", "done"]
"""Where a referral stands."""
ReferredTo: TypeAlias = Literal["another_therapist", "same_therapist"]
"""Who is to work with both; another therapist unless there are reasons in writing."""
RefusalAnswer: TypeAlias = Literal["firm_no", "no", "ambivalent", "conditional", "silent"]
"""What the partner answered when asked to come (S0.3, S3.1)."""
RefusalReasonCode: TypeAlias = Literal[
    "vulnerability",
    "exposure_to_outsider",
    "negative_preconception",
    "its_your_problem",
    "not_as_unhappy",
    "client_aims_too_high",
    "hopeless",
    "bad_past_therapy",
    "shame_needing_help",
    "judged_by_therapist",
    "help_is_weakness_norm",
    "blame_venue",
    "outnumbered_side_taking",
    "accused_as_problem",
    "autonomy",
    "boundary_vs_intensity",
    "fears_relationship_in_danger",
    "less_articulate",
    "blamer_cannot_relinquish",
    "forced_past_pain",
    "secret_exposure",
    "decided_to_leave",
    "therapist_unknown",
    "unknown",
]
"""Why a partner may refuse; hypotheses, several at once, never the single cause (S4.1)."""
RelationshipKind: TypeAlias = Literal[
    "married",
    "civil_partnership",
    "engaged",
    "living_together",
    "dating",
    "other",
    "unknown",
]
"""What the two are to each other."""
RelationshipOutcome: TypeAlias = Literal["together", "separated", "undecided", "unknown"]
"""What became of the relationship; in no order of worth."""
RelationshipStatus: TypeAlias = Literal[
    "together",
    "on_a_break",
    "separated",
    "divorced",
    "widowed",
    "ended",
    "unknown",
]
"""Whether the two are together; no status ranks above another."""
ReportedBy: TypeAlias = Literal["client", "partner", "therapist_hypothesis"]
"""Who says so."""
Resolution: TypeAlias = Literal["sent", "not_sent"]
"""What a person found out about a message of which nobody knew."""
Respondent: TypeAlias = Literal["client", "partner", "therapist", "other"]
"""Who answered; only the client may (invariant 11)."""
ResponseDomain: TypeAlias = Literal["partner", "children", "household", "work", "family", "other"]
"""Where in life it was noticed (S4.14)."""
ResponseReporter: TypeAlias = Literal["client", "partner", "therapist", "other"]
"""Who reported it; it is always a report."""
ResponseType: TypeAlias = Literal[
    "new_conversation",
    "curiosity_signal",
    "asks_to_come",
    "mutuality",
    "softening",
    "change_back",
    "escalation",
    "withdrawal",
    "practical_help",
    "no_response",
    "other",
]
"""What sort of response it was."""
RiskKind: TypeAlias = Literal["fear", "measure_item", "unfiled_measure"]
"""Where an answer was given that must be looked at now."""
Role: TypeAlias = Literal["owner", "therapist", "supervisor", "front_desk", "biller"]
"""What somebody does in the practice; one person may have several roles."""
RuleState: TypeAlias = Literal["met", "unmet", "waived", "not_tracked_yet", "not_shown"]
"""Whether an exit rule holds."""
SafetyGrade: TypeAlias = Literal["low", "high"]
"""How grave a positive screen, or a flag, is (decisions F32)."""
ScoringMethod: TypeAlias = Literal["sum", "mean"]
"""How the answers become one number."""
ScreenInstrument: TypeAlias = Literal["hark", "hits", "wast", "pvs"]
"""A short instrument that asks the client about violence; scored from facts, its wording is not shipped."""
ScreenMode: TypeAlias = Literal["in_person", "phone_safe"]
"""How a screen was taken."""
ScreenResult: TypeAlias = Literal["positive", "negative", "incomplete"]
"""What a screen says. An incomplete one is never negative."""
ScreenVariant: TypeAlias = Literal["standard", "original", "uspstf", "e_hits", "vha_female"]
"""A published way to read an instrument; it decides how many items there are and where the cut lies."""
SecretHolder: TypeAlias = Literal["client", "partner", "third_party"]
"""Whose secret it is."""
SecretKind: TypeAlias = Literal[
    "other_relationship",
    "intention_to_leave",
    "money",
    "substance_use",
    "health",
    "sexuality",
    "family",
    "past",
    "other",
]
"""What a secret is about."""
SecretState: TypeAlias = Literal["open", "resolved_disclosed", "resolved_kept", "resolved_no_longer_relevant"]
"""How a secret stands."""
SessionStatus: TypeAlias = Literal["held", "no_show", "cancelled"]
"""Whether a therapy session took place."""
SettingKey: TypeAlias = Literal[
    "review_every_days",
    "check_in_grace_days",
    "safe_contact_review_days",
    "minimum_phase_points",
    "safety_screen_max_age_days",
    "high_risk_hits_total",
    "telling_again_days",
    "minimum_self_focus_percent",
    "access_link_days",
    "client_page_read_within_days",
    "phq9_prompt_intensity",
    "alert_check_ins",
    "fixation_rise_points",
    "resentment_window_days",
    "resentment_rise_points",
    "burnout_effort",
    "burnout_hope",
    "pressure_hold_events",
    "ultimatum_rest_days",
    "invitation_days",
    "partner_event_days",
    "message_undo_minutes",
]
"""Something that a practice may set."""
Shared: TypeAlias = Literal[
    "attends_therapy",
    "wants_better_relationship",
    "what_i_work_on",
    "tool_sheet",
    "other",
]
"""What the client shared with the partner."""
ShownHold: TypeAlias = Literal["administrative_review", "safety_review"]
"""A hold as it is told where its cause is not for the asker (decisions C15)."""
ShownState: TypeAlias = Literal[
    "queued",
    "cancelled",
    "withheld",
    "submitted",
    "unknown",
    "failed",
    "prepared",
    "handed_over",
]
"""What people see of a message's state.

Never more than that it was submitted, as nobody knows if it was read. A message that is withheld because the
person privately asked not to be contacted is shown exactly as one that goes its way: ``queued``, and after
its time ``submitted``.
"""
SignedBy: TypeAlias = Literal["paper_signature", "electronic_signature"]
"""How a paper was signed."""
SkillDomain: TypeAlias = Literal["communication", "regulation", "self_awareness"]
"""Which skill a tool trains (S2.29); clients rate the same three in their check-ins."""
Source: TypeAlias = Literal["client", "therapist"]
"""Who rated or reported."""
StageName: TypeAlias = Literal[
    "intake",
    "assessment",
    "cycle_map",
    "own_part",
    "skills",
    "experiments",
    "review",
    "decision",
    "follow_up",
]
"""The stages by name."""
Stance: TypeAlias = Literal["refuses", "ambivalent", "conditional", "willing", "unknown", "decided_to_leave"]
"""The partner's stance towards therapy, as reported (S1.1)."""
Standing: TypeAlias = Literal["published", "attributed", "common", "own"]
"""How firmly the source of an idea is established (S2.28)."""
StandingState: TypeAlias = Literal["positive", "missing", "incomplete", "due", "old", "clear"]
"""How a case stands, as far as safety has been asked about."""
StatementKind: TypeAlias = Literal["conduct", "attitude", "history", "partner_protectiveness", "other"]
"""What a statement about the partner speaks of."""
StatementSource: TypeAlias = Literal["client", "partner", "therapist_observation", "document"]
"""From whom or what a statement comes."""
Step: TypeAlias = Literal["draft", "approve", "send"]
"""A step at which holds are asked for; each asks for what the earlier ones did, and more (decisions C14)."""
StrategyCode: TypeAlias = Literal[
    "convince",
    "ultimatum",
    "resign",
    "inaction",
    "ask",
    "beg",
    "bribe",
    "drag",
    "nag",
    "complain",
    "send_material",
    "third_party",
    "wait",
    "own_change",
    "other",
]
"""What a client tries to get the partner to come, or tries instead (S2.5, S3.7)."""
StrengthKind: TypeAlias = Literal["strength", "exception_example"]
"""A strength, or an example of a problem that was solved (S1.18)."""
TellingIntent: TypeAlias = Literal["tell", "keep_private", "unsafe"]
"""What the client wants the partner to know; being open is advised, never required (S1.14, S2.63)."""
TextKey: TypeAlias = Literal["crisis_text", "collateral_text", "mail_subject", "mail_sender_name"]
"""A text that a practice may put in place of the product's own."""
Theme: TypeAlias = Literal[
    "victim_position",
    "over_responsible",
    "blamed",
    "unheard",
    "self_silencing",
    "rescuing",
    "scorekeeping",
    "resignation",
    "control_by_will",
]
"""A theme in the client's telling (S0.10, S1.8, S2.32); a lens of the clinician's, no finding."""
TherapyExperience: TypeAlias = Literal["helpful", "mixed", "useless", "awful", "unknown"]
"""How an earlier therapy was experienced (S2.18, S3.2)."""
TherapyFormat: TypeAlias = Literal[
    "individual",
    "couple",
    "family",
    "group",
    "discernment",
    "pastoral",
    "other",
]
"""What sort of therapy it was."""
TherapyWho: TypeAlias = Literal["client", "partner", "couple", "family"]
"""Who went to an earlier therapy."""
ToldBy: TypeAlias = Literal["client", "client_in_session"]
"""Who tells the partner; nobody else ever does."""
ToolCode: TypeAlias = Literal[
    "needs_statement",
    "soft_startup",
    "need_without_blame",
    "repair_attempt",
    "collaborative_decision",
    "soft_tone",
    "appreciation_log",
    "time_out",
    "self_soothing",
    "create_space",
    "stop_asking",
    "boundary",
    "perspective_taking",
    "control_circle",
    "compassion_practice",
    "values",
    "reclaim_self",
]
"""The tools of the catalogue."""
UltimatumStatus: TypeAlias = Literal["considered", "issued", "withdrawn", "enforced"]
"""Where an ultimatum stands (S2.37)."""
Valence: TypeAlias = Literal["harmony", "tension", "mixed", "none"]
"""Where the system moved (S0.16): tension is a result like any other, and no failure."""
Verdict: TypeAlias = Literal["corroborates", "contradicts"]
"""What a later statement does to an earlier one."""
Visibility: TypeAlias = Literal["solo", "joint", "clinician_private", "author_private"]
"""Who may read a clinical item."""
VisitClosing: TypeAlias = Literal["attended_once", "declined_further", "conjoint_referral"]
"""What came of the visit; in no order of worth (S3.34)."""
VisitFormat: TypeAlias = Literal["together", "alone_first", "phone", "written"]
"""How the partner may take part; somebody who finds speaking hard may choose another way (S4.4)."""
WaivedBy: TypeAlias = Literal["safety_block", "clinician_reason"]
"""On what ground an exit rule of a stage was waived (decisions.md 12)."""
WeeklyMeasure: TypeAlias = Literal[
    "pressure",
    "positive_responses",
    "self_initiated_steps",
    "need_statements",
    "appreciations",
    "criticism",
    "contempt",
    "defensiveness",
    "stonewalling",
    "agency",
    "hope_for_change",
    "commitment",
    "patience",
    "compassion",
    "acceptance_of_refusal",
    "communication",
    "regulation",
    "self_awareness",
    "effort",
    "effort_fairness",
    "partner_openness",
    "urgency",
    "reactivity",
    "fixation_on_conjoint",
    "blame_stance",
    "judging",
    "viability_doubt",
    "partner_defensiveness",
]
"""What a check-in can hold: counts of the week, and ratings from 0 to 10."""
WorklistKind: TypeAlias = Literal[
    "no_next_step",
    "next_step_overdue",
    "review_due",
    "check_in_missing",
    "risk_answer",
    "measure_due",
    "screen_due",
    "decision_review_due",
    "readiness_review",
]
"""Why a case is on a list."""


class AccessLinkCreate(TypedDict):
    """For what, and how it gets to the client.

    Through a channel that they allowed, or by a code in the room.
    """

    purpose: Purpose
    instrument: NotRequired[str | None]
    """Which instrument is answered; needed for the purpose measure, and for no other."""
    in_room: NotRequired[bool]
    """A code of 15 minutes that is shown on your screen and sent nowhere."""
    channel: NotRequired[Channel | None]
    """Through which you will send it; needed unless in_room."""


class AccessLinkIssued(TypedDict):
    """A new link with what opens it."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    purpose: Purpose
    instrument: str | None
    """Which instrument is answered, if the link is for a measure."""
    in_room: bool
    channel: Channel | None
    issued_by: str
    expires_at: str
    used_at: str | None
    revoked_at: str | None
    state: LinkState
    actions: list[Action]
    page: str
    """The address at which the code is typed."""
    url: str | None
    """The address with the token in its fragment; null in the room, and later."""
    code: str | None
    """To be typed where JavaScript is off; shown this once."""


class AccessLinkOut(TypedDict):
    """A link without its secrets."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    purpose: Purpose
    instrument: str | None
    """Which instrument is answered, if the link is for a measure."""
    in_room: bool
    channel: Channel | None
    issued_by: str
    expires_at: str
    used_at: str | None
    revoked_at: str | None
    state: LinkState
    actions: list[Action]


class Action(TypedDict):
    """Something that can be done with a record: allowed now, or why not."""

    action: str
    """The operation id."""
    allowed: bool
    code: str | None
    """The problem code that the attempt would answer."""
    reason: str | None


class AdministrationBefore(TypedDict):
    """What an administration said before."""

    taken_on: str
    source: AdministrationSource
    items: list[int | None]
    total: float | None
    note: str | None


class AdministrationChange(TypedDict):
    """What was wrong of an administration, and why it is corrected. Who answered cannot change."""

    taken_on: NotRequired[str]
    source: NotRequired[AdministrationSource]
    items: NotRequired[list[int | None]]
    """The answer of each item in its order, as the number that was ticked; null where there is none."""
    note: NotRequired[str | None]
    reason: str


class AdministrationCorrectionOut(TypedDict):
    """A correction of an administration."""

    id: str
    corrected_at: str
    recorded_by: str
    reason: str
    before: AdministrationBefore


class AdministrationCreate(TypedDict):
    """An instrument that the client took: the answers as ticked, never recoded."""

    instrument: str
    taken_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    respondent: Respondent
    """Who answered. Anybody but the client is refused."""
    about: NotRequired[About]
    """About whom. Anybody but the client is refused."""
    source: AdministrationSource
    items: list[int | None]
    """The answer of each item in its order, as the number that was ticked; null where there is none."""
    note: NotRequired[str | None]


class AdministrationOut(TypedDict):
    """An administration with its score and the rule by which it was scored."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    instrument: str
    instrument_version: int
    practice_instrument_id: str | None
    taken_on: str
    respondent: Literal["client"]
    source: AdministrationSource
    items: list[int | None]
    score: MeasureScore
    cut_offs: list[CutOffResult]
    risk_items: list[int]
    """The places, from 1, of answers that open the risk path."""
    parameters: ScoringRuleOut
    note: str | None
    corrections: int
    """How often it was corrected."""


class AgencyAndGrief(TypedDict):
    """A week with the client's agency and the strongest grief and stuckness noted in it (S0.19)."""

    week: int
    agency: int | None
    grief: int | None
    stuck: int | None


class AlertOut(TypedDict):
    """Something that may be worth a word: the numbers it is made of, in a sentence; never a diagnosis."""

    code: AlertCode
    label: str
    state: AlertState
    says: str
    since_week: int | None
    """The first week of the numbers that it is made of."""
    thresholds: list[Threshold]


class AlertsOut(TypedDict):
    """Every alert of a case, the quiet ones too."""

    case_id: str
    week: int
    items: list[AlertOut]


class AnswerTaken(TypedDict):
    """That an answer was taken note of: the same after each."""

    taken: Literal[True]


class ApiKeyCreate(TypedDict):
    """A new key: what it is for, what it may do, how long."""

    label: str
    scopes: list[Permission]
    """From those that /v1/api-key-scopes lists as grantable."""
    expires_in_days: int
    test_mode: NotRequired[bool]
    """A key that sees test data only."""


class ApiKeyCreated(TypedDict):
    """A new key with its secret, which is shown this once; a repeated request shows null."""

    key: ApiKeyOut
    secret: str | None
    """Send it as Authorization: Bearer."""


class ApiKeyOut(TypedDict):
    """An API key, without its secret."""

    id: str
    version: int
    created_at: str
    updated_at: str
    staff_id: str
    """Whom it acts for."""
    label: str
    scopes: list[str]
    test_mode: bool
    state: ApiKeyState
    expires_at: str
    last_used_at: str | None
    """To the hour."""
    revoked_at: str | None
    replaced_by_id: str | None
    actions: list[Action]


class ApiKeyRotate(TypedDict):
    """How long the old key still works beside the new one."""

    overlap_hours: NotRequired[int]
    """0 ends the old key at once."""


class ApiKeyScope(TypedDict):
    """A permission, and whether you may give it to a key."""

    permission: Permission
    description: str
    grantable: bool


class ApiKeyScopes(TypedDict):
    """Every permission."""

    items: list[ApiKeyScope]


class AssessmentOut(TypedDict):
    """That a later statement bears this one out, or contradicts it."""

    id: str
    version: int
    created_at: str
    updated_at: str
    by_statement_id: str
    verdict: Verdict
    noted_on: str


class AttainmentOut(TypedDict):
    """Goal attainment: T-scores by the formula of Kiresuk and Sherman, 50 being the expected outcome."""

    t_score: float | None
    """Null without a plan in force, and since the closing of a case whose course is incomplete."""
    baseline_t_score: float | None
    points: list[AttainmentPoint]
    goals: list[GoalProgress]


class AttainmentPoint(TypedDict):
    """The T-score at the end of a week, with the level of each goal in the plan's order."""

    week: int
    t_score: float | None
    ratings: list[int]


class AttitudeRatingAgain(TypedDict):
    """How the client looks at the other later."""

    again_on: NotRequired[str | None]
    after: Sliders


class AttitudeRatingChange(TypedDict):
    """What may change of a rating; ``again`` takes it a second time."""

    occurred_on: NotRequired[str]
    before: NotRequired[Sliders]
    perceived_investment_gap: NotRequired[int | None]


class AttitudeRatingCreate(TypedDict):
    """How the client looks at the other now. As homework it waits for safety; recorded it may always be."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    before: Sliders
    homework: NotRequired[bool]
    """Whether the client is asked to work on them at home."""
    perceived_investment_gap: NotRequired[int | None]
    """How much less invested the other seems to the client (S1.7)."""


class AttitudeRatingOut(TypedDict):
    """The client's attitudes before and after; ``change`` is how far each slider moved, without a verdict."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    occurred_on: str
    homework: bool
    perceived_investment_gap: int | None
    before: SlidersOut
    again_on: str | None
    after: SlidersOut | None
    change: SlidersOut | None


class AuditEventOut(TypedDict):
    """That somebody did something, or was refused: ids and codes only."""

    id: str
    occurred_at: str
    actor_kind: str
    """staff, api_key, client (through an access link: the credential) or system."""
    staff_id: str | None
    credential_id: str | None
    action: str
    """The operation id."""
    resource_id: str | None
    client_id: str | None
    outcome: str
    """done or refused."""
    request_id: str | None


class BandOut(TypedDict):
    """A range of totals, from ``low`` up to the next band."""

    code: str
    label: str
    low: float


class BandScoring(TypedDict):
    """A range of totals, from ``low`` up to the next band."""

    code: str
    label: str
    low: float


class BlockOut(TypedDict):
    """One thing that stands in the way of assigning and contacting."""

    code: BlockCode
    sentence: str


class BoundaryChange(TypedDict):
    """What may change of a boundary; a new action must be the client's own act too."""

    set_on: NotRequired[str]
    theme: NotRequired[BoundaryTheme | None]
    limit: NotRequired[str]
    my_action_if_crossed: NotRequired[str]
    acting_person: NotRequired[About]
    wording_confirmation: NotRequired[WordingConfirmation]


class BoundaryCreate(TypedDict):
    """A limit, and what the client will do when it is crossed: the client's own act, never the partner's."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    set_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    theme: NotRequired[BoundaryTheme | None]
    limit: str
    my_action_if_crossed: str
    acting_person: NotRequired[About]
    """Who acts when the limit is crossed: the client."""
    wording_confirmation: NotRequired[WordingConfirmation | None]


class BoundaryEventCreate(TypedDict):
    """That a limit was honoured or crossed."""

    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    outcome: BoundaryOutcome
    acted: NotRequired[bool | None]
    """For a crossed limit: whether the client did as they had said."""
    note: NotRequired[str | None]


class BoundaryEventOut(TypedDict):
    """An entry in the log of a boundary."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    boundary_id: str
    occurred_on: str
    outcome: BoundaryOutcome
    acted: bool | None
    note: str | None


class BoundaryGlance(TypedDict):
    """Boundaries, and how often they were honoured or crossed."""

    boundaries: int
    honoured: int
    crossed: int


class BoundaryOut(TypedDict):
    """A boundary, and how often it was honoured, crossed, and answered by the client's own act."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    set_on: str
    theme: BoundaryTheme | None
    limit: str
    my_action_if_crossed: str
    wording_rule: str | None
    wording_confirmed_by: str | None
    wording_confirmed_reason: str | None
    honoured_count: int
    crossed_count: int
    acted_count: int


class CareTeamEnd(TypedDict):
    """When the part in the care ends."""

    until_on: NotRequired[str | None]
    """The first day without it; default: today, or its start if that is to come."""


class CareTeamJoin(TypedDict):
    """Who takes what part in the care, from when to before when."""

    staff_id: str
    role: CareRole
    from_on: NotRequired[str | None]
    """Default: today. A day to come plans a cover ahead."""
    until_on: NotRequired[str | None]
    """The first day on which it does not hold any more."""


class CareTeamMemberOut(TypedDict):
    """A part in a client's care."""

    id: str
    version: int
    created_at: str
    updated_at: str
    client_id: str
    staff_id: str
    display_name: str
    role: CareRole
    from_on: str
    until_on: str | None
    current: bool
    """Whether it holds today."""
    warnings: list[CareWarning]


class CareWarning(TypedDict):
    """Something to think about; it stops nothing."""

    code: str
    detail: str


class CaseChange(TypedDict):
    """What may change of a case that is not closed."""

    partner_id: NotRequired[str | None]
    opened_on: NotRequired[str]
    purpose_statement: NotRequired[str | None]
    problem_onset_on: NotRequired[str | None]
    first_considered_help_on: NotRequired[str | None]
    first_contact_on: NotRequired[str | None]
    next_step: NotRequired[str | None]
    next_step_due_on: NotRequired[str | None]
    focus_series: NotRequired[WeeklyMeasure]
    """The weekly series that the case is watched by."""
    external_id: NotRequired[str | None]


class CaseClose(TypedDict):
    """How a case ended. What became of the relationship is no measure of success (S2.61, S3.36)."""

    closed_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    closing_reason: ClosingReason
    goals_outcome: GoalsOutcome
    relationship_outcome: RelationshipOutcome
    partner_attended: NotRequired[bool | None]
    summary: NotRequired[str | None]


class CaseCreate(TypedDict):
    """A new solo case. One signature is enough: nothing is ever required of the partner (S3.8)."""

    partner_id: NotRequired[str | None]
    opened_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    purpose_statement: NotRequired[str | None]
    """In the client's words."""
    problem_onset_on: NotRequired[str | None]
    first_considered_help_on: NotRequired[str | None]
    first_contact_on: NotRequired[str | None]
    next_step: NotRequired[str | None]
    next_step_due_on: NotRequired[str | None]
    focus_series: NotRequired[WeeklyMeasure]
    """The weekly series that the case is watched by."""
    external_id: NotRequired[str | None]


class CaseOut(TypedDict):
    """A case.

    ``deleted`` marks one that was entered in error; ``client`` and ``partner`` come with include.
    """

    id: str
    version: int
    created_at: str
    updated_at: str
    deleted: bool
    client_id: str
    partner_id: str | None
    kind: CaseKind
    status: CaseStatus
    stage: int
    opened_on: str
    purpose_statement: str | None
    problem_onset_on: str | None
    first_considered_help_on: str | None
    first_contact_on: str | None
    days_to_help: int | None
    """Days from the onset of the problem to the first contact."""
    next_step: str | None
    next_step_due_on: str | None
    focus_series: WeeklyMeasure
    external_id: str | None
    previous_case_id: str | None
    next_case_id: str | None
    closed_on: str | None
    closing_reason: ClosingReason | None
    goals_outcome: GoalsOutcome | None
    relationship_outcome: RelationshipOutcome | None
    partner_attended: bool | None
    closing_summary: str | None
    opened_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    actions: list[Action]
    identified_client: IdentifiedClientNote
    client: ClientName | None
    partner: PartnerName | None


class CaseReopen(TypedDict):
    """When the client came back."""

    opened_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""


class CaseTombstone(TypedDict):
    """What a sync needs to know of a case that was entered in error."""

    id: str
    version: int
    created_at: str
    updated_at: str
    deleted: Literal[True]
    client_id: str
    external_id: str | None


class CaseUpsert(TypedDict):
    """A case as another system knows it: what is not sent stays as it is, so a script owns what it sends."""

    client_id: NotRequired[str]
    """The client, unless client_external_id names them."""
    client_external_id: NotRequired[str]
    """The client, unless client_id names them."""
    partner_id: NotRequired[str | None]
    opened_on: NotRequired[str]
    """For a new case: today, unless given."""
    purpose_statement: NotRequired[str | None]
    problem_onset_on: NotRequired[str | None]
    first_considered_help_on: NotRequired[str | None]
    first_contact_on: NotRequired[str | None]
    next_step: NotRequired[str | None]
    next_step_due_on: NotRequired[str | None]
    focus_series: NotRequired[WeeklyMeasure]
    """The weekly series that the case is watched by."""


class ChangeOut(TypedDict):
    """The change since the first total by one set of parameters."""

    parameter_set: str
    difference: float
    sdiff: float | None
    """Standard error of a difference; null for printed points."""
    z: float | None
    threshold: float
    """How far two totals must lie apart by this set."""
    reliable: bool
    crossed_cut_off: bool | None
    """Null for an instrument without one."""
    change_class: ChangeClass
    prorated: bool
    """Flag: one of the two totals was prorated."""


class ChangeWithheldOut(TypedDict):
    """Why the change since the first total is not shown.

    The totals are, and whether the course is off track.
    """

    code: ChangeWithheld
    sentence: str


class ChannelOut(TypedDict):
    """What holds for one channel. Not asked means not allowed."""

    channel: Channel
    asked: bool
    allowed: bool
    discreet: bool
    voicemail: bool
    hours: str | None
    notes: str | None
    confirmed_on: str | None
    review_due_on: str | None
    """By when to ask again: 90 days after it was confirmed."""
    review_due: bool


class ChannelWish(TypedDict):
    """What the client said about one channel: it replaces what they said before."""

    channel: Channel
    allowed: bool
    discreet: NotRequired[bool]
    """Say nothing of therapy, couples or the practice."""
    voicemail: NotRequired[bool]
    """Whether a message may be left."""
    hours: NotRequired[str | None]
    """When it is safe."""
    notes: NotRequired[str | None]
    confirmed_on: NotRequired[str | None]
    """When the client said so; default: today."""


class CheckInBefore(TypedDict):
    """What a check-in said before."""

    counts: dict[str, int]
    ratings: dict[str, int]
    note: str | None


class CheckInCorrection(TypedDict):
    """What was wrong of a check-in, and why it is corrected: absent measures stay, null takes one out."""

    counts: NotRequired[dict[str, int | None]]
    ratings: NotRequired[dict[str, int | None]]
    note: NotRequired[str | None]
    reason: str


class CheckInCorrectionOut(TypedDict):
    """A correction of a check-in."""

    id: str
    corrected_at: str
    recorded_by: str
    reason: str
    before: CheckInBefore


class CheckInCreate(TypedDict):
    """A week in numbers: at least one."""

    week_of: str
    """Any day of the week; its Monday is kept."""
    source: Source
    counts: NotRequired[dict[str, int]]
    ratings: NotRequired[dict[str, int]]
    note: NotRequired[str | None]


class CheckInOut(TypedDict):
    """A check-in."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    week_of: str
    """The Monday of the week."""
    week: int
    """The week of the case, 1 being the one in which it was opened."""
    source: Source
    counts: dict[str, int]
    ratings: dict[str, int]
    note: str | None
    late: bool
    """Recorded more than the days of grace after the week's Sunday."""
    corrections: int
    """How often it was corrected."""


class CheckInSummary(TypedDict):
    """A recent check-in."""

    id: str
    week: int
    week_of: str
    source: Source
    values: dict[str, int]


class ClientChange(TypedDict):
    """What may change of a client."""

    name_used: NotRequired[str]
    legal_name: NotRequired[str | None]
    pronouns: NotRequired[str | None]
    birth_date: NotRequired[str | None]
    email: NotRequired[str | None]
    phone: NotRequired[str | None]
    postal_address: NotRequired[str | None]
    locale: NotRequired[str]
    time_zone: NotRequired[str]
    external_id: NotRequired[str | None]


class ClientCreate(TypedDict):
    """A new client: the name in use is enough."""

    name_used: str
    legal_name: NotRequired[str | None]
    pronouns: NotRequired[str | None]
    birth_date: NotRequired[str | None]
    email: NotRequired[str | None]
    phone: NotRequired[str | None]
    postal_address: NotRequired[str | None]
    locale: NotRequired[str]
    time_zone: NotRequired[str | None]
    """The practice's own, if not given."""
    external_id: NotRequired[str | None]
    therapist_id: NotRequired[str | None]
    """Who treats the client; a therapist who adds a client treats them unless another is named."""


class ClientMerge(TypedDict):
    """Into whom the duplicate goes."""

    into_client_id: str


class ClientName(TypedDict):
    """The client of a case."""

    id: str
    name_used: str


class ClientOut(TypedDict):
    """A client."""

    id: str
    version: int
    created_at: str
    updated_at: str
    deleted: Literal[False]
    status: ClientStatus
    name_used: str
    legal_name: str | None
    pronouns: str | None
    birth_date: str | None
    email: str | None
    phone: str | None
    postal_address: str | None
    locale: str
    time_zone: str
    external_id: str | None
    test_data: bool
    archived_at: str | None
    error_reason: str | None
    actions: list[Action]


class ClientTombstone(TypedDict):
    """What is left of a client who was merged into another, or filed in error."""

    id: str
    version: int
    created_at: str
    updated_at: str
    deleted: Literal[True]
    status: ClientStatus
    external_id: str | None
    merged_into_id: str | None


class ClientUpsert(TypedDict):
    """A client as another system knows them.

    What is not sent stays as it is, so a script owns what it sends.
    """

    name_used: str
    legal_name: NotRequired[str | None]
    pronouns: NotRequired[str | None]
    birth_date: NotRequired[str | None]
    email: NotRequired[str | None]
    phone: NotRequired[str | None]
    postal_address: NotRequired[str | None]
    locale: NotRequired[str]
    time_zone: NotRequired[str]
    therapist_id: NotRequired[str]
    """Looked at only when the client is new."""


class Code(TypedDict):
    """A code and what to show for it."""

    code: str
    label: str


class Coercion(TypedDict):
    """Attempts to move the partner, and how many of them belong to the coercive subset (S2.41)."""

    attempts: int
    coercive: int
    coercive_percent: float | None


class CollateralConsentCreate(TypedDict):
    """What the partner signed before the visit."""

    text_sha256: str
    """The hash of the practice's text, as it was signed."""
    method: CollateralMethod
    signed_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""


class CollateralConsentOut(TypedDict):
    """A partner's consent to a visit."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    invitation_id: str
    text_sha256: str
    method: CollateralMethod
    signed_on: str


class CollateralVisitCreate(TypedDict):
    """How the visit went, as numbers; what was said is recorded as statements of the partner's."""

    visited_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    format: VisitFormat
    voluntariness: int
    """How freely the partner says to have come, 0 to 10 (S2.38)."""
    engagement: NotRequired[int | None]
    """How much they took part, 0 to 10; no prognosis (S4.19)."""
    note: NotRequired[str | None]


class CollateralVisitOut(TypedDict):
    """A visit."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    invitation_id: str
    visited_on: str
    format: VisitFormat
    voluntariness: int
    engagement: int | None
    note: str | None


class CompletenessOut(TypedDict):
    """Whether the course of a case came to its end, as of today; else its figures are no outcome."""

    complete: bool
    reason: IncompleteOut | None


class ConflictDecision(TypedDict):
    """Why the conflict is decided so."""

    reason: str


class ConflictOut(TypedDict):
    """That a client's partner is, by what is on file, another client of the practice."""

    id: str
    version: int
    created_at: str
    updated_at: str
    state: ConflictState
    stands: bool
    """Whether it holds invitations and keeps the two care teams apart now."""
    client_id: str
    client_name: str
    partner_id: str
    partner_name: str | None
    other_client_id: str
    other_client_name: str
    matched_by: list[IdentityKind]
    """What partner and other client have in common."""
    opened_at: str
    opened_by: str | None
    """Whose entry brought it up; null if it was nobody's."""
    decided_at: str | None
    decided_by: str | None
    reason: str | None
    actions: list[Action]


class ConjointAgreementCreate(TypedDict):
    """That one of the two signed: which text, which paper, how and when."""

    client_id: str
    text_sha256: str
    """Of the text; both have to sign the same."""
    paper_sha256: str
    method: SignedBy
    signed_on: NotRequired[str | None]
    """Default: today."""


class ConjointAgreementOut(TypedDict):
    """That one of the two signed; it holds while withdrawn_at is null."""

    id: str
    version: int
    created_at: str
    updated_at: str
    conjoint_case_id: str
    client_id: str
    text_sha256: str
    paper_sha256: str
    method: SignedBy
    signed_on: str
    recorded_by: str
    withdrawn_at: str | None


class ConjointCaseClose(TypedDict):
    """When it ends."""

    closed_on: NotRequired[str | None]
    """Default: today."""


class ConjointCaseCreate(TypedDict):
    """The two, and the referral by which they came."""

    clients: list[str]
    """The client of the referral, and the one whom the partner has become, who is on file already."""
    referral_id: str


class ConjointCaseOut(TypedDict):
    """The work with two clients."""

    id: str
    version: int
    created_at: str
    updated_at: str
    status: ConjointStatus
    opened_on: str
    closed_on: str | None
    parts: list[ConjointPartOut]


class ConjointPartOut(TypedDict):
    """One of the two, and the case in which their own screens, measures and goals are kept."""

    client_id: str
    name_used: str
    case_id: str


class ConjointReferralCreate(TypedDict):
    """With whom client and partner are to go on together; without more, another therapist elsewhere."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    invitation_id: NotRequired[str | None]
    """The invitation whose visit closed with the wish."""
    response_id: NotRequired[str | None]
    """The event in which the partner asked to come."""
    referred_to: NotRequired[ReferredTo]
    to_staff_id: NotRequired[str | None]
    """Another therapist of this practice."""
    to_whom: NotRequired[str | None]
    """Another therapist elsewhere."""
    rationale: NotRequired[str | None]
    """Why the client's own therapist is to work with both."""
    client_paper: NotRequired[SignedPaper | None]
    """The client's written consent."""
    partner_paper: NotRequired[SignedPaper | None]
    """The partner's written consent."""


class ConjointReferralOut(TypedDict):
    """A referral to conjoint work."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    partner_id: str
    occurred_on: str
    origin: ReferralOrigin
    invitation_id: str | None
    response_id: str | None
    referred_to: ReferredTo
    to_staff_id: str | None
    to_whom: str | None
    rationale: str | None
    client_paper: SignedPaperOut | None
    partner_paper: SignedPaperOut | None


class ConjointReleaseCreate(TypedDict):
    """To whom what of the joint record is given, with the signed paper of each of the two."""

    recipient: str
    scope: str
    released_on: NotRequired[str | None]
    """Default: today."""
    signatures: list[ReleaseSignature]


class ConjointReleaseOut(TypedDict):
    """A release of something of the joint record."""

    id: str
    version: int
    created_at: str
    updated_at: str
    conjoint_case_id: str
    recipient: str
    scope: str
    released_on: str
    first_paper_sha256: str
    second_paper_sha256: str
    recorded_by: str


class ConjointTeamMemberOut(TypedDict):
    """A part in the work with both."""

    id: str
    version: int
    created_at: str
    updated_at: str
    conjoint_case_id: str
    staff_id: str
    display_name: str
    role: CareRole
    from_on: str
    until_on: str | None
    current: bool
    """Whether it holds today."""
    warnings: list[CareWarning]


class ConsentCreate(TypedDict):
    """That a client agreed to a text. Give its hash, or the text itself, which is hashed and not kept."""

    kind: ConsentKind
    partner_id: NotRequired[str | None]
    """With whom contact is agreed to; for partner_contact only."""
    text_version: str
    text_sha256: NotRequired[str | None]
    text: NotRequired[str | None]
    method: ConsentMethod
    given_at: NotRequired[str | None]
    """Default: now."""


class ConsentOut(TypedDict):
    """A consent; it is in force while revoked_at is null."""

    id: str
    version: int
    created_at: str
    updated_at: str
    client_id: str
    partner_id: str | None
    kind: ConsentKind
    text_version: str
    text_sha256: str
    method: ConsentMethod
    given_at: str
    revoked_at: str | None
    revocation_note: str | None
    recorded_by: str


class ConsentRevocation(TypedDict):
    """That the client takes the consent back."""

    note: NotRequired[str | None]


class Contraindication(TypedDict):
    """A safety block that forbids a tool."""

    block: BlockCode
    sentence: str


class ControlCircleChange(TypedDict):
    """What may change of a worksheet; a list that is sent replaces the one before."""

    occurred_on: NotRequired[str]
    inside: NotRequired[list[str]]
    outside: NotRequired[list[str]]


class ControlCircleCreate(TypedDict):
    """A worksheet: what the client can do, say or leave, and what others decide."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    inside: list[str]
    outside: NotRequired[list[str]]


class ControlCircleOut(TypedDict):
    """A filled worksheet."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    occurred_on: str
    inside: list[str]
    outside: list[str]


class CountOut(TypedDict):
    """How often a code occurs; null where that would show somebody."""

    code: str
    label: str
    count: int | None
    """In steps of five, rounded down; null if fewer than five people."""
    suppressed: bool


class CountReport(TypedDict):
    """Counts by code."""

    as_of: str
    minimum_cell: int
    counted: Literal["clients", "cases"]
    total: int | None
    """In steps of five too: nothing suppressed follows from it."""
    cells: list[ShareOut]


class CutOffOut(TypedDict):
    """A limit of the total: on the clinical side of it where the comparison holds."""

    code: str
    label: str
    comparator: Comparator
    value: float
    recovery: bool
    """Recovery means to leave this side."""
    applies_to: AppliesTo


class CutOffResult(TypedDict):
    """On which side of a cut-off the total lies; ``prorated`` flags a total that was prorated."""

    code: str
    label: str
    comparator: Comparator
    value: float
    applies_to: AppliesTo
    met: bool
    prorated: bool


class CutOffScoring(TypedDict):
    """A limit of the total."""

    code: str
    label: str
    comparator: Comparator
    value: float
    recovery: NotRequired[bool]
    """Recovery means to leave this side; one cut-off at most."""
    applies_to: NotRequired[AppliesTo]


class CycleEdgeInput(TypedDict):
    """That one step leads to another."""

    leads_from: str
    leads_to: str


class CycleEdgeOut(TypedDict):
    """That one step leads to another, by their keys."""

    leads_from: str
    leads_to: str


class CycleGlance(TypedDict):
    """The maps, and how many attempts to involve the partner were episodes of one (S2.12)."""

    maps: int
    agreed_maps: int
    current_map_id: str | None
    attempts_in_cycle: int
    overlap_percent: float | None


class CycleMapAgree(TypedDict):
    """When client and therapist agreed on the map."""

    agreed_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""


class CycleMapChange(TypedDict):
    """What may change of a map until it is agreed; other steps make another map."""

    drawn_on: NotRequired[str]
    pattern: NotRequired[CyclePattern]
    client_role: NotRequired[CycleRole]
    intensity: NotRequired[int | None]
    control_focus: NotRequired[ControlFocus | None]
    note: NotRequired[str | None]


class CycleMapCreate(TypedDict):
    """A new version of the couple's cycle; it supersedes the one before."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    drawn_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    pattern: CyclePattern
    client_role: CycleRole
    intensity: NotRequired[int | None]
    control_focus: NotRequired[ControlFocus | None]
    note: NotRequired[str | None]
    nodes: list[CycleNodeInput]
    edges: list[CycleEdgeInput]


class CycleMapOut(TypedDict):
    """A cycle map.

    ``current`` says that no later map supersedes it, ``loops`` that it comes round again. ``attempts`` counts
    the attempts to involve the partner that were episodes of this cycle, ``overlap_percent`` is their share
    of all that were logged: how far the campaign for therapy is the cycle once more (S2.12).
    """

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    drawn_on: str
    pattern: CyclePattern
    client_role: CycleRole
    intensity: int | None
    control_focus: ControlFocus | None
    agreed_on: str | None
    note: str | None
    nodes: list[CycleNodeOut]
    edges: list[CycleEdgeOut]
    loops: bool
    current: bool
    attempts: int
    overlap_percent: float | None
    actions: list[Action]


class CycleNodeInput(TypedDict):
    """A step of the cycle.

    The partner's steps are what was reported of them, never a fact about the partner.
    """

    key: str
    kind: CycleNodeKind
    text: str
    secondary_emotion: NotRequired[str | None]
    """What shows, in the client's words."""
    primary_emotion: NotRequired[str | None]
    """What lies beneath."""
    short_term_payoff: NotRequired[str | None]
    """What the step brings at once (S4.5)."""


class CycleNodeOut(TypedDict):
    """A step; ``reported`` marks what is known of the partner by report only."""

    id: str
    key: str
    kind: CycleNodeKind
    reported: bool
    text: str
    secondary_emotion: str | None
    primary_emotion: str | None
    short_term_payoff: str | None


class Dashboard(TypedDict):
    """A case in one answer."""

    id: str
    version: int
    updated_at: str
    status: CaseStatus
    opened_on: str
    current_week: int
    purpose_statement: str | None
    identified_client: IdentifiedClientNote
    client: PersonSummary
    partner: PersonSummary | None
    partner_stance: StanceSummary | None
    stage: int
    stage_name: StageName
    next_step: str | None
    next_step_due_on: str | None
    plan: PlanSummary | None
    completeness: CompletenessOut
    t_score: float | None
    baseline_t_score: float | None
    goals: list[GoalProgress]
    focus: SeriesOut
    pressure_last_four_weeks: int
    coercive_percent: float | None
    """Coercive attempts, of all that were logged."""
    check_in_weeks: int
    check_ins: list[CheckInSummary]
    measures: list[MeasureSummary]
    risk: RiskSummary
    attention: list[str]
    """risk_answer, no_next_step, next_step_overdue, review_due, check_in_missing, screen_due, measure_due."""
    alerts: list[AlertOut]
    """Those that are raised; never a diagnosis."""
    invitation_holds: InvitationSummary | NotShown
    safety_flags: SafetySummary | NotShown


class DecisionCreate(TypedDict):
    """A decision that the client signed on paper, to be filed by staff; without the paper it is refused."""

    choice: DecisionOption
    options: NotRequired[list[DecisionOption]]
    """What was weighed; default: all."""
    dealbreakers: NotRequired[list[str]]
    ambivalence_stay: int
    ambivalence_leave: int
    using_refusal_as_evidence: NotRequired[bool | None]
    """Whether the client takes the refusal as proof that it cannot work; null: not asked."""
    viability_doubt: NotRequired[int | None]
    words: NotRequired[str | None]
    review_on: str
    """When the client wants to look at it again: after the day it was decided."""
    method: NotRequired[DecisionMethod | None]
    """Staff may file signed_paper only."""
    paper: NotRequired[DecisionPaper | None]
    decided_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    acceptance_of_refusal: NotRequired[int | None]
    """How far the client accepts the refusal, if the paper asks it (S1.12)."""


class DecisionEvidence(TypedDict):
    """How we know that the decision is the client's."""

    method: DecisionMethod
    given_at: str
    """When it was sent, or the paper filed."""
    access_link_id: str | None
    text_version: str | None
    """Which words the client decided under; null on paper."""
    text_sha256: str | None
    paper: DecisionPaperOut | None


class DecisionPaper(TypedDict):
    """The paper that the client signed; the paper itself is kept where the practice keeps papers."""

    sha256: str
    signed_on: str


class DecisionPaperOut(TypedDict):
    """The signed paper's hash and day."""

    sha256: str
    signed_on: str


class DecisionPointOut(TypedDict):
    """A decision point: the client's own."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    decided_by: Literal["client"]
    decided_on: str
    review_on: str
    choice: DecisionOption
    options: list[DecisionOption]
    dealbreakers: list[str]
    ambivalence_stay: int
    ambivalence_leave: int
    using_refusal_as_evidence: bool | None
    viability_doubt: int | None
    acceptance_of_refusal: int | None
    words: str | None
    evidence: DecisionEvidence


class DiscrepancyOut(TypedDict):
    """By how much the last totals of the two differ; which of them is better is not said."""

    instrument: str
    totals: list[TotalOut]
    difference: float | None
    """Never negative; null until both have a total."""


class DoNotContactCreate(TypedDict):
    """Whom not to contact: at least one way to recognise them."""

    email: NotRequired[str | None]
    phone: NotRequired[str | None]
    postal_address: NotRequired[str | None]
    partner: NotRequired[bool]
    """The partner of this case, by whatever address."""


class DoNotContactOut(TypedDict):
    """That somebody is not to be contacted."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    known_by: list[KnownBy]
    recorded_at: str
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None


class DueOut(TypedDict):
    """Something that happened since the last screen and makes a new one due."""

    id: str
    cause: DueCause
    due_on: str


class EnteredInError(TypedDict):
    """Why an entry was an error."""

    reason: str


class EntryInError(TypedDict):
    """Why an entry was an error."""

    reason: str


class ExitRuleOut(TypedDict):
    """An exit rule of the stage."""

    code: str
    sentence: str
    state: RuleState


class ExperimentChange(TypedDict):
    """What may change of an experiment: the plan while it is planned, what was observed once it is done."""

    own_move: NotRequired[str]
    expected_change_back: NotRequired[str | None]
    planned_on: NotRequired[str]
    days_planned: NotRequired[int]
    """On how many days space is to be left."""
    observed: NotRequired[str]
    days_kept: NotRequired[int | None]
    wording_confirmation: NotRequired[WordingConfirmation]


class ExperimentCreate(TypedDict):
    """A move of the client's own, and what may pull them back; nobody else's move can be planned."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    template: NotRequired[ExperimentTemplate]
    own_move: str
    expected_change_back: NotRequired[str | None]
    """How the system may pull back, as a guess."""
    planned_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    days_planned: NotRequired[int | None]
    """For the template create_space, and only there."""
    strategy_id: NotRequired[str | None]
    own_part_item_id: NotRequired[str | None]
    """The own part that it grows from (S3.21)."""
    wording_confirmation: NotRequired[WordingConfirmation | None]


class ExperimentDrop(TypedDict):
    """The day on which the client let the experiment go, and why, if they say."""

    dropped_on: NotRequired[str | None]
    reason: NotRequired[str | None]


class ExperimentFinish(TypedDict):
    """What was observed when the client made the move."""

    done_on: NotRequired[str | None]
    observed: str
    days_kept: NotRequired[int | None]


class ExperimentOut(TypedDict):
    """An experiment with the responses that were reported after it, oldest first."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    template: ExperimentTemplate
    status: ExperimentStatus
    own_move: str
    expected_change_back: str | None
    planned_on: str
    ended_on: str | None
    observed: str | None
    dropped_reason: str | None
    days_planned: int | None
    days_kept: int | None
    strategy_id: str | None
    own_part_item_id: str | None
    wording_rule: str | None
    wording_confirmed_by: str | None
    wording_confirmed_reason: str | None
    responses: list[ExperimentResponse]
    actions: list[Action]


class ExperimentResponse(TypedDict):
    """What was reported to have followed: an observation, never a proof (S3.35)."""

    id: str
    occurred_on: str
    valence: Valence
    type: ResponseType


class Finding(TypedDict):
    """A place that is not, or may not be, the client's own conduct."""

    pointer: str
    code: str
    """`not_the_client`, or the wording rule."""
    detail: str
    """A sentence for the therapist."""


class FlagRaise(TypedDict):
    """A danger that somebody learned of. That a screen was positive is said by the screen."""

    kind: FlagKind
    grade: SafetyGrade
    raised_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    note: NotRequired[str | None]


class FlagRelease(TypedDict):
    """Why a flag is released, or why that is asked for, confirmed or declined."""

    reason: str


class Focus(TypedDict):
    """Whom sessions that took place, and goals, are about (S3.14)."""

    sessions: dict[str, int]
    goals_about_client: int
    """All of them: no goal is anybody else's."""
    self_percent: float | None
    """Share of the sessions; one about both counts half."""


class FollowUpComplete(TypedDict):
    """What the former client answered; each of it may be left out."""

    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    relationship_status: NotRequired[RelationshipOutcome]
    relationship_years: NotRequired[int | None]
    satisfaction: NotRequired[int | None]
    """With one's own life in the relationship or after it."""
    note: NotRequired[str | None]


class FollowUpOut(TypedDict):
    """A follow-up."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    months_after: int
    due_on: str
    state: FollowUpState
    occurred_on: str | None
    relationship_status: RelationshipOutcome | None
    relationship_years: int | None
    satisfaction: int | None
    note: str | None
    actions: list[Action]


class FollowUpPlan(TypedDict):
    """How many months after closing to ask."""

    months_after: Literal[3, 6, 12, 24, 60]


class FollowUpTried(TypedDict):
    """When the former client was asked."""

    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    note: NotRequired[str | None]


class FormulationOut(TypedDict):
    """The client's own side of a case at a glance: counts and days, no words."""

    case_id: str
    pressure: PressureGlance
    cycle: CycleGlance
    own_parts: OwnPartGlance
    strengths: StrengthGlance
    boundaries: BoundaryGlance
    motives: MotiveGlance


class FunnelReport(TypedDict):
    """How far invitations came in a quarter.

    It is told when the quarter is over, so that no answer is seen arriving. Answers that were not yes are one
    number, unless each kind of them was given by five people or more.
    """

    as_of: str
    quarter: str
    from_on: str
    until_on: str
    """The first day after it."""
    minimum_cell: int
    counted: Literal["clients"]
    stages: list[CountOut]
    """In their order; whoever went further on counts at each."""
    reasons: list[CountOut]
    """What stood in the way, alphabetically."""
    answers: list[CountOut]
    """Answers that were not yes: not_accepted as one, or each kind."""


class GoalChange(TypedDict):
    """What may change of a goal; lists and levels are replaced whole."""

    title: NotRequired[str]
    less: NotRequired[list[str]]
    more: NotRequired[list[str]]
    instead_of: NotRequired[list[str]]
    context: NotRequired[str | None]
    indicator: NotRequired[str]
    levels: NotRequired[list[LevelText]]
    weight: NotRequired[int]
    baseline_level: NotRequired[int]
    acting_person: NotRequired[GoalPerson]
    measured_person: NotRequired[GoalPerson]
    category: NotRequired[GoalCategory]
    target_on: NotRequired[str | None]
    wording_confirmation: NotRequired[WordingConfirmation]


class GoalCheck(TypedDict):
    """A goal, or some texts of it, to be judged before it is stored. Members are called as in a goal."""

    acting_person: GoalPerson
    measured_person: GoalPerson
    title: NotRequired[str | None]
    less: NotRequired[list[str]]
    more: NotRequired[list[str]]
    instead_of: NotRequired[list[str]]
    indicator: NotRequired[str | None]
    levels: NotRequired[list[LevelText]]
    texts: NotRequired[list[str]]
    """Further sentences, such as objectives and strategies."""


class GoalCheckOut(TypedDict):
    """Whether a goal could be stored as it is, or after a clinician confirmed its wording."""

    allowed: bool
    confirmable: bool
    """False too where there is nothing to confirm."""
    findings: list[Finding]


class GoalCreate(TypedDict):
    """A goal.

    What the client does less, more, and in place of what (S3.22), and how far that can be attained. ``less``
    or ``more`` has at least one item. Acting and measured person must both be the client.
    """

    title: str
    less: NotRequired[list[str]]
    more: NotRequired[list[str]]
    instead_of: NotRequired[list[str]]
    context: NotRequired[str | None]
    indicator: str
    levels: list[LevelText]
    weight: NotRequired[int]
    baseline_level: int
    acting_person: GoalPerson
    measured_person: GoalPerson
    category: GoalCategory
    target_on: NotRequired[str | None]
    wording_confirmation: NotRequired[WordingConfirmation | None]


class GoalOut(TypedDict):
    """A goal with its steps, its last rating, and what can be done with it."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    lifecycle: GoalLifecycle
    achievement: Achievement
    latest_rating: LatestRating | None
    title: str
    less: list[str]
    more: list[str]
    instead_of: list[str]
    context: str | None
    indicator: str
    levels: list[LevelOut]
    weight: int
    baseline_level: int
    acting_person: Literal["client"]
    measured_person: Literal["client"]
    category: GoalCategory
    target_on: str | None
    wording_rule: str | None
    """The wording rule that a clinician decided against."""
    wording_confirmed_by: str | None
    wording_confirmed_reason: str | None
    quality: QualityOut
    plan_ids: list[str]
    """The versions of the plan that it belongs to, the oldest first."""
    objectives: list[ObjectiveOut]
    """Without those entered in error."""
    actions: list[Action]


class GoalProgress(TypedDict):
    """Where a goal stands."""

    goal_id: str
    title: str
    lifecycle: GoalLifecycle
    weight: int
    baseline_level: int
    level: int
    rated_week: int | None
    achievement: Achievement


class GoalsCarried(TypedDict):
    """Which goals the client chose, and the paper on which they signed the choice."""

    goal_ids: list[str]
    paper_sha256: str
    chosen_on: NotRequired[str | None]
    """Default: today."""


class Health(TypedDict):
    """The state of the server."""

    status: str


class HoldOut(TypedDict):
    """One thing that stands in the way."""

    hold: Hold | ShownHold
    label: str
    since: str | None
    until: str | None
    """From this day on it would fall away by itself, if nothing else happens."""
    asked_from: Step | None
    """The first step at which it stands in the way."""
    clears: str
    """What would clear it."""
    overridable: bool
    """Whether the treating clinician may override it with a reason."""


class HoldsOut(TypedDict):
    """Everything that stands in the way of an invitation, at once."""

    case_id: str
    invitation_id: str | None
    step: Step
    as_of: str
    holds: list[HoldOut]
    partner_asked_on: str | None
    """The day on which the partner asked to come, if that opens an invitation now."""
    partner_event_id: str | None


class HopeChange(TypedDict):
    """What may change of a hope."""

    occurred_on: NotRequired[str]
    text: NotRequired[str]


class HopeCreate(TypedDict):
    """A hope in the client's words."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    text: str


class HopeOut(TypedDict):
    """A hope."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    occurred_on: str
    text: str


class IdentifiedClientNote(TypedDict):
    """A constant sentence with a code, so that a front end can show its own words."""

    code: Literal["client_is_no_fault"]
    text: str


class IncompleteOut(TypedDict):
    """Why the course of a case is not complete."""

    code: Incomplete
    sentence: str


class InstrumentAnswers(TypedDict):
    """The values of an instrument in the order of its items; null for an item that was not answered."""

    instrument: ScreenInstrument
    variant: ScreenVariant
    values: list[int | None]


class InstrumentOut(TypedDict):
    """A version of an instrument: scoring facts, no wording."""

    code: str
    version: int
    name: str
    origin: InstrumentOrigin
    practice_instrument_id: str | None
    licence: str
    wording_shipped: bool
    """Always false: no wording of a published item is shipped."""
    loinc: dict[str, str]
    """LOINC codes of panel, total and item_N, where there are any."""
    sources: list[SourceNoteOut]
    rule: ScoringRuleOut


class InstrumentsOut(TypedDict):
    """Every instrument that can be taken."""

    items: list[InstrumentOut]


class IntakeProfileChange(TypedDict):
    """What may change of an intake profile."""

    taken_on: NotRequired[str]
    suitable_format: NotRequired[CareFormat | None]
    """Which kind of care fits, as the clinician decides; the program never suggests one."""
    suitability_reason: NotRequired[str | None]
    format_preference: NotRequired[FormatPreference | None]
    client_reluctance_solo: NotRequired[int | None]
    readiness: NotRequired[int | None]
    confidence: NotRequired[int | None]
    last_ditch: NotRequired[bool | None]
    timing: NotRequired[HelpTiming | None]
    impasse: NotRequired[bool | None]
    concern: NotRequired[str | None]
    """What worries the client; its validity is not in question (S2.36)."""
    approach: NotRequired[str | None]
    """How the client has gone about it, apart from the concern."""
    power_balance: NotRequired[int | None]
    perceived_investment_gap: NotRequired[int | None]


class IntakeProfileCreate(TypedDict):
    """What was found out at intake; every member may be filled in later."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    taken_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    suitable_format: NotRequired[CareFormat | None]
    """Which kind of care fits, as the clinician decides; the program never suggests one."""
    suitability_reason: NotRequired[str | None]
    format_preference: NotRequired[FormatPreference | None]
    client_reluctance_solo: NotRequired[int | None]
    readiness: NotRequired[int | None]
    confidence: NotRequired[int | None]
    last_ditch: NotRequired[bool | None]
    timing: NotRequired[HelpTiming | None]
    """Says nothing about the prospects (S1.3)."""
    impasse: NotRequired[bool | None]
    """Whether the client sees no next move (S3.6)."""
    concern: NotRequired[str | None]
    """What worries the client; its validity is not in question (S2.36)."""
    approach: NotRequired[str | None]
    """How the client has gone about it, apart from the concern."""
    power_balance: NotRequired[int | None]
    perceived_investment_gap: NotRequired[int | None]


class IntakeProfileOut(TypedDict):
    """An intake profile; null is what was not asked, or not decided, yet."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    taken_on: str
    suitable_format: CareFormat | None
    suitability_reason: str | None
    format_preference: FormatPreference | None
    client_reluctance_solo: int | None
    readiness: int | None
    confidence: int | None
    last_ditch: bool | None
    timing: HelpTiming | None
    impasse: bool | None
    concern: str | None
    approach: str | None
    power_balance: int | None
    perceived_investment_gap: int | None


class InvitationChange(TypedDict):
    """Other words, or another way; the client then approves anew."""

    offer: NotRequired[InvitationOffer]
    purpose: NotRequired[InvitationPurpose]
    format: NotRequired[VisitFormat]
    delivery: NotRequired[Delivery]
    locale: NotRequired[str]
    client_words: NotRequired[str | None]
    address: NotRequired[str | None]


class InvitationCreate(TypedDict):
    """What to offer, for what, and how it gets there."""

    offer: NotRequired[InvitationOffer]
    purpose: NotRequired[InvitationPurpose | None]
    format: NotRequired[VisitFormat]
    delivery: NotRequired[Delivery]
    locale: NotRequired[str]
    client_words: NotRequired[str | None]
    """The client's own words, before all others."""
    address: NotRequired[str | None]
    """Where the practice sends it; not for what is handed over."""
    partner_event_id: NotRequired[str | None]
    """The system response in which the partner, of their own accord, asked to come."""


class InvitationHandedOver(TypedDict):
    """An invitation that the client carries, with what opens the partner's page: shown this once."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    partner_id: str
    source: InvitationSource
    partner_event_id: str | None
    offer: InvitationOffer
    purpose: InvitationPurpose | None
    format: VisitFormat
    delivery: Delivery
    locale: str
    client_words: str | None
    text: str
    text_sha256: str
    address: str | None
    state: InvitationState
    agreed_at: str | None
    agreed_by: str | None
    approved_at: str | None
    approval_method: ApprovalMethod | None
    queued_at: str | None
    delivered_at: str | None
    expires_at: str | None
    accepted_at: str | None
    visit_at: str | None
    closing: VisitClosing | None
    actions: list[Action]
    page: str
    """The address at which the code is typed."""
    url: str | None
    """The address with the token in its fragment; null when asked again."""
    code: str | None
    """To be typed where JavaScript is off; null when asked again."""


class InvitationOut(TypedDict):
    """An invitation as everybody may see it who may see it at all."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    partner_id: str
    source: InvitationSource
    partner_event_id: str | None
    offer: InvitationOffer
    purpose: InvitationPurpose | None
    format: VisitFormat
    delivery: Delivery
    locale: str
    client_words: str | None
    text: str
    text_sha256: str
    address: str | None
    state: InvitationState
    agreed_at: str | None
    agreed_by: str | None
    approved_at: str | None
    approval_method: ApprovalMethod | None
    queued_at: str | None
    delivered_at: str | None
    expires_at: str | None
    accepted_at: str | None
    visit_at: str | None
    closing: VisitClosing | None
    actions: list[Action]


class InvitationQueued(TypedDict):
    """An invitation that waits to leave."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    partner_id: str
    source: InvitationSource
    partner_event_id: str | None
    offer: InvitationOffer
    purpose: InvitationPurpose | None
    format: VisitFormat
    delivery: Delivery
    locale: str
    client_words: str | None
    text: str
    text_sha256: str
    address: str | None
    state: InvitationState
    agreed_at: str | None
    agreed_by: str | None
    approved_at: str | None
    approval_method: ApprovalMethod | None
    queued_at: str | None
    delivered_at: str | None
    expires_at: str | None
    accepted_at: str | None
    visit_at: str | None
    closing: VisitClosing | None
    actions: list[Action]
    hand_code: str | None
    """Six digits that the client hands over, without which the page of an e-mail stays closed.

    Shown this once. Null for a letter, and when asked again.
    """


class InvitationRead(TypedDict):
    """What the partner reads."""

    text: str
    locale: str
    expires_at: str
    answers: list[PartnerAnswer]


class InvitationSummary(TypedDict):
    """What stands in the way of letting an invitation go now; nothing needs one."""

    state: Literal["held", "free"]
    holds: list[str]
    """The codes of what stands in the way, as in invitation-holds."""
    invitation_id: str | None
    """The invitation that has not gone yet."""
    invitation_state: InvitationState | None


class ItemRuleOut(TypedDict):
    """An item: which answers it takes, and how they count."""

    low: int
    high: int
    reversed: bool
    risk: bool
    """Any answer above the lowest opens the risk path."""
    link_id: str | None
    """Its linkId in the practice's own Questionnaire."""


class ItemScoring(TypedDict):
    """How an item of the questionnaire counts."""

    link_id: str
    low: int
    """The lowest answer."""
    high: int
    """The highest answer."""
    reversed: NotRequired[bool]
    risk: NotRequired[bool]
    """Any answer above the lowest opens the risk path."""


class JobOut(TypedDict):
    """A job: what kind of work, how far it came; not for whom."""

    id: str
    version: int
    created_at: str
    updated_at: str
    kind: str
    state: JobState
    attempts: int
    max_attempts: int
    not_before: str
    """It is not tried before then."""
    finished_at: str | None
    error_code: str | None
    """Why the last attempt failed."""
    actions: list[Action]


class JointSessionCreate(TypedDict):
    """A session with both."""

    held_on: NotRequired[str | None]
    """Default: today."""
    minutes: int
    note: NotRequired[str | None]


class JointSessionOut(TypedDict):
    """A session with both."""

    id: str
    version: int
    created_at: str
    updated_at: str
    conjoint_case_id: str
    held_on: str
    minutes: int
    note: str | None
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None


class LaggedTau(TypedDict):
    """How an own series goes together with a reported one some weeks later.

    Kendall's tau-b, description only.
    """

    own: WeeklyMeasure
    reported: str
    """A weekly measure, or logged_harmony: responses of harmony recorded."""
    lag_weeks: int
    pairs: int
    """Weeks in which both are known."""
    tau: float | None
    """-1 to 1; null under minimum_pairs, or where either never changes."""


class LatestRating(TypedDict):
    """The rating that the achievement is read from.

    Of the latest week, the client's before the therapist's.
    """

    week_of: str
    source: Source
    level: int


class LegalProceedingChange(TypedDict):
    """What may change of proceedings: their end, above all."""

    kind: NotRequired[ProceedingKind]
    begun_on: NotRequired[str]
    ended_on: NotRequired[str | None]
    note: NotRequired[str | None]


class LegalProceedingCreate(TypedDict):
    """Proceedings that began, as the client tells it."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    kind: ProceedingKind
    begun_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    ended_on: NotRequired[str | None]
    note: NotRequired[str | None]


class LegalProceedingOut(TypedDict):
    """Legal proceedings."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    kind: ProceedingKind
    begun_on: str
    ended_on: str | None
    note: str | None


class LevelOut(TypedDict):
    """What one level of attainment looks like."""

    level: int
    text: str


class LevelText(TypedDict):
    """What one level of attainment looks like."""

    level: int
    text: str


class LineCrossingTriage(TypedDict):
    """How far over a line goes what is told."""

    line_crossing: LineCrossing


class LintAsk(TypedDict):
    """A text that is being written."""

    text: str


class LintOut(TypedDict):
    """What the lint found, from the start of the text to its end."""

    warnings: list[LintWarning]


class LintWarning(TypedDict):
    """A wording to think about; it stops nothing."""

    code: LintCode
    start: int
    """Where it starts, in code points of the text; the first is 0."""
    end: int
    """Where it has ended."""
    detail: str
    suggestion: str


class MarkedInError(TypedDict):
    """Why filing it was an error."""

    reason: str


class MeOut(TypedDict):
    """Who is asking, and what they may do."""

    staff_id: str
    email: str
    display_name: str
    roles: list[Role]
    clinical_lead: bool
    couple_training: bool
    ipv_training: bool
    credential: MyCredential
    test_mode: bool
    """Whether the API key sees test data only."""
    practice: MyPractice
    permissions: list[MyPermission]


class MeasureResults(TypedDict):
    """The measures of a case over time."""

    case_id: str
    completeness: CompletenessOut
    items: list[MeasureSeriesOut]


class MeasureScore(TypedDict):
    """What the answers come to: null where too few items were answered."""

    answered: int
    total: float | None
    prorated: bool
    """Missing answers were made up from those that were given."""
    band: str | None
    subscales: list[SubscaleScore]


class MeasureSeriesOut(TypedDict):
    """One instrument over time, with the parameters it was computed with."""

    instrument: str
    instrument_version: int
    name: str
    direction: Direction
    lowest: float
    highest: float
    cut_offs: list[CutOffOut]
    parameter_sets: list[ReliableChangeOut]
    results: list[ResultOut]
    """The earliest first."""
    change_withheld: ChangeWithheldOut | None
    trajectory: TrajectoryOut | None
    off_track: bool
    off_track_reasons: list[OffTrackReason]
    explanation: str
    """In words, about the numbers only; never a diagnosis."""


class MeasureSummary(TypedDict):
    """The latest total of an instrument.

    And its change since the first by the set of parameters that is named.
    """

    instrument: str
    name: str
    administration_id: str
    taken_on: str
    total: float | None
    prorated: bool
    band: str | None
    first_total: float | None
    change_class: ChangeClass | None
    parameter_set: str | None
    change_withheld: ChangeWithheldOut | None
    off_track: bool


class MessageOut(TypedDict):
    """A message with what it says; a link or code that it encloses is never shown again."""

    id: str
    version: int
    created_at: str
    updated_at: str
    client_id: str
    """In whose chart it lies."""
    case_id: str | None
    partner_id: str | None
    about_id: str | None
    kind: str
    category: Category
    recipient: Recipient
    channel: MessageChannel
    state: ShownState
    """`submitted` says that it went its way; whether it arrived is not known."""
    not_before: str
    """It does not leave before then; until then it can be undone."""
    withheld_code: str | None
    """Which rule held it back, where its state is `withheld`."""
    failure_code: str | None
    actions: list[Action]
    subject: str
    address: str | None
    body: str


class MessageResolution(TypedDict):
    """What was found out about a message of which nobody knew whether it was sent."""

    outcome: Resolution


class MessageSummary(TypedDict):
    """A message in a list: where it stands, not what it says."""

    id: str
    version: int
    created_at: str
    updated_at: str
    client_id: str
    """In whose chart it lies."""
    case_id: str | None
    partner_id: str | None
    about_id: str | None
    kind: str
    category: Category
    recipient: Recipient
    channel: MessageChannel
    state: ShownState
    """`submitted` says that it went its way; whether it arrived is not known."""
    not_before: str
    """It does not leave before then; until then it can be undone."""
    withheld_code: str | None
    """Which rule held it back, where its state is `withheld`."""
    failure_code: str | None
    actions: list[Action]


class MotiveCheckChange(TypedDict):
    """What may change of a motive check."""

    occurred_on: NotRequired[str]
    stage: NotRequired[int]
    """The stage at which it was asked."""
    validation_seeking: NotRequired[int]
    fix_partner: NotRequired[int]
    build_case: NotRequired[int]
    note: NotRequired[str | None]


class MotiveCheckCreate(TypedDict):
    """How much the client wants to be confirmed, wants the partner changed, or gathers material."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    stage: NotRequired[int | None]
    """Default: the present stage of the case."""
    validation_seeking: int
    fix_partner: int
    build_case: int
    note: NotRequired[str | None]


class MotiveCheckOut(TypedDict):
    """A motive check."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    occurred_on: str
    stage: int
    validation_seeking: int
    fix_partner: int
    build_case: int
    note: str | None


class MotiveGlance(TypedDict):
    """The first check and the latest; ``due`` says that none was made at the present stage (S2.62)."""

    checks: int
    first: MotivesAsked | None
    latest: MotivesAsked | None
    due: bool


class MotivesAsked(TypedDict):
    """What the client wanted when asked at a stage."""

    occurred_on: str
    stage: int
    validation_seeking: int
    fix_partner: int
    build_case: int


class MyCredential(TypedDict):
    """With what one asks."""

    kind: ActorKind
    id: str


class MyPermission(TypedDict):
    """Something one may do, and for whose clients."""

    permission: Permission
    reach: Literal["own", "treating", "care_team", "practice"]


class MyPractice(TypedDict):
    """The practice that one works in."""

    id: str
    name: str
    time_zone: str


class NeutralityCheckChange(TypedDict):
    """What may change of a check."""

    noted_on: NotRequired[str]
    partner_never_changes: NotRequired[int]
    """How often in the session; 0 is none."""
    partner_has_disorder: NotRequired[int]
    """How often in the session; 0 is none."""
    partner_bad_motives: NotRequired[int]
    """How often in the session; 0 is none."""
    doomed_from_start: NotRequired[int]
    """How often in the session; 0 is none."""
    beyond_repair: NotRequired[int]
    """How often in the session; 0 is none."""
    ending_is_best: NotRequired[int]
    """How often in the session; 0 is none."""
    side_taking: NotRequired[int]
    """How often in the session; 0 is none."""
    commiseration: NotRequired[int]
    """How often in the session; 0 is none."""
    proved_or_convinced: NotRequired[int]
    """How often in the session; 0 is none."""
    countertransference_to_refusal: NotRequired[int | None]
    alliance: NotRequired[int | None]
    self_focus_minutes: NotRequired[int | None]
    partner_focus_minutes: NotRequired[int | None]
    note: NotRequired[str | None]


class NeutralityCheckCreate(TypedDict):
    """How the therapist looks back at a session: what was said, and where the time went."""

    noted_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    partner_never_changes: NotRequired[int]
    """How often in the session; 0 is none."""
    partner_has_disorder: NotRequired[int]
    """How often in the session; 0 is none."""
    partner_bad_motives: NotRequired[int]
    """How often in the session; 0 is none."""
    doomed_from_start: NotRequired[int]
    """How often in the session; 0 is none."""
    beyond_repair: NotRequired[int]
    """How often in the session; 0 is none."""
    ending_is_best: NotRequired[int]
    """How often in the session; 0 is none."""
    side_taking: NotRequired[int]
    """How often in the session; 0 is none."""
    commiseration: NotRequired[int]
    """How often in the session; 0 is none."""
    proved_or_convinced: NotRequired[int]
    """How often in the session; 0 is none."""
    countertransference_to_refusal: NotRequired[int | None]
    """How personally the therapist took the partner's refusal."""
    alliance: NotRequired[int | None]
    """How well the two worked together."""
    self_focus_minutes: NotRequired[int | None]
    """Minutes on the client's own part."""
    partner_focus_minutes: NotRequired[int | None]
    """Minutes on the partner."""
    note: NotRequired[str | None]


class NeutralityCheckOut(TypedDict):
    """A neutrality check, for its author."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    session_id: str
    noted_on: str
    partner_never_changes: int
    partner_has_disorder: int
    partner_bad_motives: int
    doomed_from_start: int
    beyond_repair: int
    ending_is_best: int
    side_taking: int
    commiseration: int
    proved_or_convinced: int
    countertransference_to_refusal: int | None
    alliance: int | None
    self_focus_minutes: int | None
    partner_focus_minutes: int | None
    self_focus_percent: float | None
    """The client's own part of the minutes that had a focus, in percent."""
    partner_focused: bool | None
    """Whether that is below the practice's minimum (minimum_self_focus_percent)."""
    note: str | None


class NeutralityReport(TypedDict):
    """One's own checks, and those about clients whose care one supervises."""

    as_of: str
    items: list[NeutralityRow]


class NeutralityRow(TypedDict):
    """The checks of one therapist, summed up; no words, no client."""

    staff_id: str
    display_name: str
    sessions_checked: int
    partner_never_changes: int
    partner_has_disorder: int
    partner_bad_motives: int
    doomed_from_start: int
    beyond_repair: int
    ending_is_best: int
    side_taking: int
    commiseration: int
    proved_or_convinced: int
    countertransference_to_refusal: float | None
    """Mean, 0 to 10."""
    alliance: float | None
    """Mean, 0 to 10."""
    self_focus_percent: float | None


class NotShown(TypedDict):
    """A part of the picture that whoever asks may not see, whether or not there is anything."""

    state: Literal["not_shown"]


class ObjectiveChange(TypedDict):
    """What may change of an objective; ``done_on`` says that it is reached."""

    text: NotRequired[str]
    target_on: NotRequired[str | None]
    done_on: NotRequired[str | None]
    """Never in the future."""
    wording_confirmation: NotRequired[WordingConfirmation]


class ObjectiveCreate(TypedDict):
    """A step towards a goal, the client's own like the goal."""

    text: str
    target_on: NotRequired[str | None]
    wording_confirmation: NotRequired[WordingConfirmation | None]


class ObjectiveOut(TypedDict):
    """An objective with its strategies."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    text: str
    position: int
    """1, 2, …: the order in which they were recorded."""
    wording_rule: str | None
    """The wording rule that a clinician decided against."""
    wording_confirmed_by: str | None
    wording_confirmed_reason: str | None
    goal_id: str
    target_on: str | None
    done_on: str | None
    strategies: list[StrategyOut]
    """Without those entered in error."""


class OpenFlagOut(TypedDict):
    """A flag that is not released."""

    id: str
    kind: FlagKind
    grade: SafetyGrade
    status: FlagStatus
    raised_on: str


class OpennessAgainstPressure(TypedDict):
    """Openness against pressure (S2.1, S2.22, S2.59)."""

    weeks: list[PressureAndOpenness]
    associations: list[PressureLag]


class OutcomeGroup(TypedDict):
    """The cases of one code of an axis, and how their goals stood."""

    code: str
    label: str
    count: int | None
    """In steps of five, rounded down; null if fewer than five people."""
    suppressed: bool
    goals: list[CountOut]


class OutcomesReport(TypedDict):
    """How goals stood when cases closed, by what was decided and, apart from it, by whether the partner came.

    Neither axis is a measure of success: staying is not above leaving, nor coming above not coming (S2.56,
    S2.61).
    """

    as_of: str
    minimum_cell: int
    counted: Literal["clients", "cases"]
    total: int | None
    """In steps of five too: nothing suppressed follows from it."""
    by_decision: list[OutcomeGroup]
    by_attendance: list[OutcomeGroup]


class OutreachAttemptChange(TypedDict):
    """What may change of a try."""

    occurred_on: NotRequired[str]
    reached: NotRequired[bool]
    note: NotRequired[str | None]


class OutreachAttemptCreate(TypedDict):
    """A try to reach the client."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    channel: Channel
    reached: NotRequired[bool]
    note: NotRequired[str | None]


class OutreachAttemptOut(TypedDict):
    """A try to reach the client."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    occurred_on: str
    channel: Channel
    reached: bool
    note: str | None


class OverrideCreate(TypedDict):
    """Which hold, and why."""

    hold: Hold
    reason: str


class OverrideOut(TypedDict):
    """That the treating clinician went past a hold."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    invitation_id: str
    hold: Hold
    reason: str


class OwnPartChange(TypedDict):
    """What may change of an own part; its status has moves of its own."""

    named_on: NotRequired[str]
    category: NotRequired[OwnPartCategory]
    behaviour: NotRequired[str]
    trigger: NotRequired[str | None]
    frequency: NotRequired[OwnPartFrequency | None]
    impact: NotRequired[str | None]
    alternative: NotRequired[str | None]
    responsibility_statement: NotRequired[str | None]
    strategy: NotRequired[str | None]


class OwnPartCreate(TypedDict):
    """Something that the client does, when it happens, what it does to the two, and what to do instead."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    named_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    category: OwnPartCategory
    behaviour: str
    trigger: NotRequired[str | None]
    frequency: NotRequired[OwnPartFrequency | None]
    impact: NotRequired[str | None]
    alternative: NotRequired[str | None]
    responsibility_statement: NotRequired[str | None]
    """In the client's words (S3.39)."""
    strategy: NotRequired[str | None]
    """How the client goes about it; experiments follow from it."""


class OwnPartGlance(TypedDict):
    """How many own parts are named, and how many of them say all that there is to say (S2.45)."""

    items: int
    complete: int


class OwnPartOut(TypedDict):
    """An own part.

    ``missing`` names what it does not say yet, ``complete`` that nothing is missing (S2.45).
    """

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    named_on: str
    category: OwnPartCategory
    status: OwnPartStatus
    behaviour: str
    trigger: str | None
    frequency: OwnPartFrequency | None
    impact: str | None
    alternative: str | None
    responsibility_statement: str | None
    strategy: str | None
    missing: list[str]
    complete: bool
    actions: list[Action]


class PactChange(TypedDict):
    """What may change of a pact."""

    started_on: NotRequired[str]
    target_days: NotRequired[int]
    """For how many days, from the start."""
    note: NotRequired[str | None]


class PactCreate(TypedDict):
    """That the client stops asking, from a day on."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    started_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    target_days: int
    """For how many days, from the start."""
    note: NotRequired[str | None]


class PactEnd(TypedDict):
    """When a pact ended, and why."""

    ended_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    reason: NotRequired[str | None]


class PactOut(TypedDict):
    """A pact and how it is kept.

    ``streak_days`` counts the days since the start, or since the last asking after it, until today or the
    end; it is computed from the logged attempts of an asking kind. The pact holds until ``target_on``.
    """

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    started_on: str
    target_days: int
    target_on: str
    ended_on: str | None
    end_reason: str | None
    note: str | None
    asked_since_start: int
    last_asked_on: str | None
    streak_days: int
    target_reached: bool
    actions: list[Action]


class Parameter(TypedDict):
    """A number that figures were computed with, and where it is from."""

    name: str
    value: float
    source: str


class PartnerAnswers(TypedDict):
    """The answer; and whether the words beside it may be read by the treating clinician."""

    key: str
    place: NotRequired[str | None]
    """The last part of the practice's page; needed with a typed code."""
    hand_code: NotRequired[str | None]
    """The six digits that the client hands over, where the practice sent the invitation."""
    answer: PartnerAnswer
    words: NotRequired[str | None]
    may_be_read: NotRequired[bool]


class PartnerAsks(TypedDict):
    """A question before an answer."""

    key: str
    place: NotRequired[str | None]
    """The last part of the practice's page; needed with a typed code."""
    hand_code: NotRequired[str | None]
    """The six digits that the client hands over, where the practice sent the invitation."""
    question: str


class PartnerChange(TypedDict):
    """What may change of a partner; null takes it out of the file."""

    name_used: NotRequired[str | None]
    pronouns: NotRequired[str | None]
    birth_date: NotRequired[str | None]
    email: NotRequired[str | None]
    phone: NotRequired[str | None]
    contact: NotRequired[str | None]
    """Anything else on how to reach them."""
    notes: NotRequired[str | None]


class PartnerCreate(TypedDict):
    """A partner: as much as the client tells, perhaps no name."""

    name_used: NotRequired[str | None]
    pronouns: NotRequired[str | None]
    birth_date: NotRequired[str | None]
    email: NotRequired[str | None]
    phone: NotRequired[str | None]
    contact: NotRequired[str | None]
    """Anything else on how to reach them."""
    notes: NotRequired[str | None]


class PartnerFactOut(TypedDict):
    """A statement that another source bears out, to be quoted with its source and day."""

    statement_id: str
    banner: str
    text: str
    source: StatementSource
    occurred_on: str


class PartnerInformedOut(TypedDict):
    """Whether the partner knows that the client attends therapy, and what is planned."""

    case_id: str
    state: PartnerInformed
    informed_on: str | None
    """The first day on which the partner was told."""
    plan: TransparencyPlanOut | None


class PartnerKey(TypedDict):
    """What opens an invitation: the token of the link.

    Or the typed code, with the place of the practice's page.
    """

    key: str
    place: NotRequired[str | None]
    """The last part of the practice's page; needed with a typed code."""
    hand_code: NotRequired[str | None]
    """The six digits that the client hands over, where the practice sent the invitation."""


class PartnerName(TypedDict):
    """The partner of a case, perhaps without a name."""

    id: str
    name_used: str | None


class PartnerOut(TypedDict):
    """A partner of a client."""

    id: str
    version: int
    created_at: str
    updated_at: str
    client_id: str
    name_used: str | None
    pronouns: str | None
    birth_date: str | None
    email: str | None
    phone: str | None
    contact: str | None
    notes: str | None
    relationship: RelationshipOut | None
    """The latest that holds."""
    entered_in_error_at: str | None
    error_reason: str | None


class PartnerStatementChange(TypedDict):
    """What may change of a statement; one from another source is another statement."""

    occurred_on: NotRequired[str]
    kind: NotRequired[StatementKind]
    text: NotRequired[str]
    directness: NotRequired[Directness]


class PartnerStatementCreate(TypedDict):
    """Something that was said about the partner; it is unverified, whoever says it."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    kind: NotRequired[StatementKind]
    text: str
    source: NotRequired[StatementSource]
    directness: NotRequired[Directness]
    line_crossing: NotRequired[LineCrossing | None]
    """How far over a line it goes; harmful starts safety."""


class PartnerStatementOut(TypedDict):
    """A statement about the partner; ``banner`` says on its face what it is."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    banner: str
    occurred_on: str
    kind: StatementKind
    text: str
    source: StatementSource
    directness: Directness
    accuracy: Accuracy
    line_crossing: LineCrossing | None
    assessments: list[AssessmentOut]
    lint: list[LintWarning]
    actions: list[Action]


class PartnerWordsOut(TypedDict):
    """What the partner wrote to the treating clinician, and said may be read."""

    id: str
    """The invitation."""
    questions: list[QuestionOut]
    words: str | None


class PasswordChange(TypedDict):
    """The password that holds now, and the one that shall hold."""

    current_password: str
    new_password: str


class PasswordResetIssued(TypedDict):
    """A new reset code, shown this once; a repeated request shows null."""

    id: str
    staff_id: str
    created_at: str
    expires_at: str
    used_at: str | None
    """When it was used, or made worthless by a newer one."""
    reset_code: str | None
    """Hand it over in person; valid for one hour."""


class PasswordResetOut(TypedDict):
    """That a reset code was handed out, and whether it was used."""

    id: str
    staff_id: str
    created_at: str
    expires_at: str
    used_at: str | None
    """When it was used, or made worthless by a newer one."""


class PasswordResetUse(TypedDict):
    """A reset code and the new password."""

    reset_code: str
    new_password: str


class PasswordResetUsed(TypedDict):
    """The new password holds; sign in with this address now."""

    staff_id: str
    practice_id: str
    email: str


class PersonSummary(TypedDict):
    """A client or partner in brief."""

    id: str
    name_used: str | None
    pronouns: str | None


class PlanActivate(TypedDict):
    """From which day the version holds."""

    activated_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""


class PlanChange(TypedDict):
    """What may change of a draft, and of the active version."""

    values_statement: NotRequired[str | None]
    review_due_on: NotRequired[str | None]


class PlanClose(TypedDict):
    """Until which day the version held."""

    ended_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""


class PlanCreate(TypedDict):
    """A new draft: what the client wants to stand for, and when the plan is to be looked at again (S0.17)."""

    values_statement: NotRequired[str | None]
    review_due_on: NotRequired[str | None]
    """Set by the activation where it is empty."""


class PlanOut(TypedDict):
    """A version of the treatment plan."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    number: int
    """1, 2, …: the versions of a case in the order in which they were drafted."""
    status: PlanStatus
    values_statement: str | None
    review_due_on: str | None
    activated_on: str | None
    ended_on: str | None
    goal_ids: list[str]
    """The goals of this version in their places."""
    identified_client: IdentifiedClientNote
    actions: list[Action]
    goals: list[GoalOut] | None
    """Only with include=goals; null otherwise."""


class PlanSummary(TypedDict):
    """The plan in force."""

    id: str
    number: int
    status: PlanStatus
    activated_on: str | None
    review_due_on: str | None


class PracticeChange(TypedDict):
    """What may change of the practice."""

    name: NotRequired[str]
    time_zone: NotRequired[str]


class PracticeInstrumentCreate(TypedDict):
    """An instrument that the practice has the right to use; a code that is there gets its next version."""

    code: str
    name: str
    licence: str
    """By what right the practice uses it."""
    questionnaire: dict[str, object]
    """A FHIR R4 Questionnaire."""
    scoring: Scoring


class PracticeInstrumentOut(TypedDict):
    """A version of the practice's own instrument."""

    id: str
    version: int
    created_at: str
    updated_at: str
    code: str
    number: int
    """The version of the instrument; administrations name it."""
    status: PracticeInstrumentStatus
    name: str
    licence: str
    questionnaire: dict[str, object]
    rule: ScoringRuleOut
    added_by: str
    actions: list[Action]


class PracticeOut(TypedDict):
    """The practice."""

    id: str
    version: int
    created_at: str
    updated_at: str
    name: str
    time_zone: str
    """In which its days and weeks begin."""


class PressureAndOpenness(TypedDict):
    """A week with its pressure and the partner's openness, as the client sees it; null where not reported."""

    week: int
    pressure: int | None
    openness: int | None
    urgency: int | None


class PressureEventChange(TypedDict):
    """What may change of an attempt."""

    occurred_on: NotRequired[str]
    type: NotRequired[PressureType]
    times: NotRequired[int]
    """How often on that day."""
    cycle_map_id: NotRequired[str | None]
    """The cycle map of which the attempt was an episode (S2.12), of the same case."""
    note: NotRequired[str | None]
    partner_experience_hypothesis: NotRequired[str | None]


class PressureEventCreate(TypedDict):
    """What the client did to move the partner to come."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    type: PressureType
    times: NotRequired[int]
    """How often on that day."""
    cycle_map_id: NotRequired[str | None]
    """The cycle map of which the attempt was an episode (S2.12), of the same case."""
    note: NotRequired[str | None]
    partner_experience_hypothesis: NotRequired[str | None]


class PressureEventOut(TypedDict):
    """An attempt to involve the partner; ``coercive`` marks the types of S2.41."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    occurred_on: str
    type: PressureType
    times: int
    coercive: bool
    cycle_map_id: str | None
    note: str | None
    partner_experience_hypothesis: str | None


class PressureGlance(TypedDict):
    """The attempts to involve the partner, all of them.

    ``nudging_days`` lie between the first and the last; how long it went on never decides about care (S3.32).
    """

    attempts: int
    coercive_attempts: int
    first_on: str | None
    last_on: str | None
    nudging_days: int | None


class PressureLag(TypedDict):
    """How openness goes together with the pressure of some weeks before.

    Kendall's tau-b, description only.
    """

    lag_weeks: int
    pairs: int
    tau: float | None


class PriorStrategyChange(TypedDict):
    """What may change of an earlier strategy."""

    noted_on: NotRequired[str]
    code: NotRequired[StrategyCode]
    effect: NotRequired[int]
    """-2 made it much worse, 0 nothing, +2 helped much."""
    note: NotRequired[str | None]


class PriorStrategyCreate(TypedDict):
    """Something that the client tried before, and what came of it."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    noted_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    code: StrategyCode
    effect: int
    """-2 made it much worse, 0 nothing, +2 helped much."""
    note: NotRequired[str | None]


class PriorStrategyOut(TypedDict):
    """An earlier strategy."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    noted_on: str
    code: StrategyCode
    effect: int
    note: str | None


class PriorTherapyChange(TypedDict):
    """What may change of an earlier therapy."""

    noted_on: NotRequired[str]
    who: NotRequired[TherapyWho]
    format: NotRequired[TherapyFormat]
    experience: NotRequired[TherapyExperience]
    began_on: NotRequired[str | None]
    ended_on: NotRequired[str | None]
    note: NotRequired[str | None]


class PriorTherapyCreate(TypedDict):
    """An earlier therapy, of either or of both."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    noted_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    who: TherapyWho
    format: TherapyFormat
    experience: TherapyExperience
    began_on: NotRequired[str | None]
    ended_on: NotRequired[str | None]
    note: NotRequired[str | None]


class PriorTherapyOut(TypedDict):
    """An earlier therapy."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    noted_on: str
    who: TherapyWho
    format: TherapyFormat
    experience: TherapyExperience
    began_on: str | None
    ended_on: str | None
    note: str | None


class ProblemCode(TypedDict):
    """A problem that the API may answer, and what it means."""

    code: str
    status: int
    title: str
    detail: str


class ProblemCodes(TypedDict):
    """Every problem code of the API."""

    items: list[ProblemCode]


class ProgressOut(TypedDict):
    """Every figure of a case as of a week, with the parameters it was computed with.

    It can be computed again.
    """

    case_id: str
    opened_on: str
    completeness: CompletenessOut
    as_of_week: int
    check_in_weeks: int
    focus_series: WeeklyMeasure
    phases: list[SeriesPhase]
    attainment: AttainmentOut
    series: list[SeriesOut]
    measures: list[MeasureSeriesOut]
    parameters: list[Parameter]


class QualityOut(TypedDict):
    """How well a goal is formed, by its structure alone (S3.23): one point for each that holds."""

    specific: bool
    """It names the situation."""
    observable: bool
    """Its indicator says something else than its title."""
    own: bool
    """No wording of it had to be confirmed."""
    timed: bool
    """It has a target day."""
    levels_filled: bool
    """Its five levels say five different things."""
    score: int
    """0 to 5."""


class QuestionOut(TypedDict):
    """A question of the partner's."""

    asked_at: str
    words: str


class QuestionTaken(TypedDict):
    """That a question was passed on; it can still be answered."""

    passed_on: Literal[True]


class RatingBefore(TypedDict):
    """What a rating said before."""

    level: int
    note: str | None


class RatingCorrection(TypedDict):
    """What was wrong of a rating, and why it is corrected."""

    level: NotRequired[int]
    note: NotRequired[str | None]
    reason: str


class RatingCorrectionOut(TypedDict):
    """A correction of a rating."""

    id: str
    corrected_at: str
    recorded_by: str
    reason: str
    before: RatingBefore


class RatingCreate(TypedDict):
    """The level of a goal in a week."""

    week_of: str
    """Any day of the week; its Monday is kept."""
    source: Source
    level: int
    note: NotRequired[str | None]


class RatingOut(TypedDict):
    """A rating."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    goal_id: str
    week_of: str
    """The Monday of the week."""
    week: int
    """The week of the case, 1 being the one in which it was opened."""
    source: Source
    level: int
    note: str | None
    corrections: int
    """How often it was corrected."""


class ReactionChange(TypedDict):
    """What may change of a reaction."""

    occurred_on: NotRequired[str]
    code: NotRequired[ReactionCode]
    intensity: NotRequired[int]
    note: NotRequired[str | None]


class ReactionCreate(TypedDict):
    """How strongly the client feels something, from 0 to 10."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    code: ReactionCode
    intensity: int
    note: NotRequired[str | None]


class ReactionOut(TypedDict):
    """A reaction."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    occurred_on: str
    code: ReactionCode
    intensity: int
    note: str | None


class ReadinessOut(TypedDict):
    """What is missing before anything joint is recorded; of whom, and why, is not said."""

    ready: bool
    missing: list[Missing]


class ReadinessReview(TypedDict):
    """What came of looking whether the time for an invitation has come."""

    reviewed_on: NotRequired[str | None]
    outcome: ReadinessOutcome


class ReasonChange(TypedDict):
    """What may change of a reason: how sure it is, and which step of the cycle it may explain."""

    confidence: NotRequired[int]
    """How sure: 0 a guess, 3 certain."""
    cycle_node_id: NotRequired[str | None]
    """The step of a cycle map of this case that it may explain: a hypothesis (S1.9)."""


class ReasonCreate(TypedDict):
    """A reason that may lie behind a refusal, who says so, and how sure that is; never the single cause."""

    code: RefusalReasonCode
    reported_by: ReportedBy
    confidence: int
    """How sure: 0 a guess, 3 certain."""
    noted_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    quoted: NotRequired[bool]
    """Whether the partner's own words say so."""
    cycle_node_id: NotRequired[str | None]
    """The step of a cycle map of this case that it may explain: a hypothesis (S1.9)."""


class ReasonOut(TypedDict):
    """A reason with its provenance; ``hypothesis`` marks what only the therapist supposes."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    refusal_id: str
    code: RefusalReasonCode
    reported_by: ReportedBy
    confidence: int
    noted_on: str
    quoted: bool
    cycle_node_id: str | None
    hypothesis: bool


class Reassignment(TypedDict):
    """Who treats the client from a day on."""

    to_staff_id: str
    on: NotRequired[str | None]
    """Default: today."""


class Recomputed(TypedDict):
    """A stored score beside the one that its answers and its stored rule give now (invariant 10)."""

    id: str
    instrument: str
    instrument_version: int
    stored: MeasureScore
    computed: MeasureScore
    agrees: bool


class ReferralAnswer(TypedDict):
    """The day on which the client answered, or used the service."""

    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""


class ReferralOffer(TypedDict):
    """Help elsewhere that the client is offered."""

    kind: ReferralKind
    offered_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    service: NotRequired[str | None]
    note: NotRequired[str | None]


class RefusalChange(TypedDict):
    """What may change of a refusal; reasons are added and marked as errors one by one."""

    occurred_on: NotRequired[str]
    answer: NotRequired[RefusalAnswer]
    how_asked: NotRequired[str | None]
    words: NotRequired[str | None]
    quoted: NotRequired[bool]


class RefusalCreate(TypedDict):
    """That the partner was asked, how, and what the answer was."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    answer: RefusalAnswer
    how_asked: NotRequired[str | None]
    words: NotRequired[str | None]
    quoted: NotRequired[bool]
    """Whether words are the partner's own, not a summary."""
    reasons: NotRequired[list[ReasonCreate]]


class RefusalOut(TypedDict):
    """A refusal with its reasons, oldest first, those entered in error among them."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    occurred_on: str
    answer: RefusalAnswer
    how_asked: str | None
    words: str | None
    quoted: bool
    reasons: list[ReasonOut]


class RelationshipCreate(TypedDict):
    """What the two are to each other as of a day; a new entry whenever it changes."""

    kind: RelationshipKind
    status: RelationshipStatus
    since_on: NotRequired[str | None]
    """Since when they have been a couple of this kind."""
    as_of_on: NotRequired[str | None]
    """When this was so; default: today."""
    cohabiting: NotRequired[bool | None]
    children_at_home: NotRequired[int | None]


class RelationshipOut(TypedDict):
    """What the two are to each other as of a day."""

    id: str
    version: int
    created_at: str
    updated_at: str
    client_id: str
    partner_id: str
    kind: RelationshipKind
    status: RelationshipStatus
    since_on: str | None
    as_of_on: str
    cohabiting: bool | None
    children_at_home: int | None
    entered_in_error_at: str | None
    error_reason: str | None


class ReleaseSignature(TypedDict):
    """The signed paper of one of the two."""

    client_id: str
    paper_sha256: str


class ReliableChangeOut(TypedDict):
    """A set of parameters for reliable change: SD, r and z, or points as a source prints them."""

    code: str
    comparator: Comparator
    source: str
    verified: bool
    points: float | None
    sd: float | None
    r: float | None
    z: float | None


class ReliableChangeScoring(TypedDict):
    """Parameters of reliable change: sd, r and z, or points."""

    code: str
    source: str
    comparator: NotRequired[Comparator | None]
    """By default gt for sd, r and z, and ge for points."""
    points: NotRequired[float | None]
    sd: NotRequired[float | None]
    r: NotRequired[float | None]
    z: NotRequired[float | None]


class ResponseCount(TypedDict):
    """How many responses have a code, by where they moved."""

    code: str
    label: str
    harmony: int
    tension: int
    mixed: int
    none: int


class ResponseWeek(TypedDict):
    """How many responses were recorded in a week, by where they moved; tension is a result like any other."""

    week: int
    harmony: int
    tension: int
    mixed: int
    none: int


class ResultOut(TypedDict):
    """An administration with its total and its change since the first one."""

    administration_id: str
    taken_on: str
    total: float | None
    prorated: bool
    band: str | None
    cut_offs: list[CutOffResult]
    change_class: ChangeClass | None
    """By the first set; null for the first total, without one, and where it is withheld."""
    parameter_set: str | None
    changes: list[ChangeOut]
    """By every set of parameters; none where they are withheld."""


class RippleOut(TypedDict):
    """Own change against reported responses, over the weeks of a case."""

    case_id: str
    as_of_week: int
    reading: str
    """How the figures are to be read."""
    own_change: list[WeeklySeries]
    reported: list[WeeklySeries]
    responses: list[ResponseWeek]
    by_domain: list[ResponseCount]
    by_type: list[ResponseCount]
    by_initiator: list[ResponseCount]
    responses_recorded: int
    """Each counts as an outcome, also before any invitation."""
    associations: list[LaggedTau]
    parameters: list[Parameter]


class RiskAnswerAcknowledge(TypedDict):
    """What was done about a risk answer."""

    done: str


class RiskAnswerOut(TypedDict):
    """An answer that must be looked at now, and who looked at it."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    kind: RiskKind
    administration_id: str | None
    """The measure that it is of; null for a page's question."""
    item: int | None
    """The place of the measure's item, from 1."""
    answered_on: str
    acknowledged_at: str | None
    acknowledged_by: str | None
    done: str | None
    actions: list[Action]


class RiskSummary(TypedDict):
    """Risk answers that nobody has looked at yet, beside the latest hope for change, 0 to 10."""

    waiting: list[str] | None
    """Null for whoever may not read safety data."""
    waiting_since: str | None
    hope_for_change: int | None


class SafeContactOut(TypedDict):
    """Through which channels a client may be reached."""

    id: str
    """The client."""
    channels: list[ChannelOut]


class SafetyCheck(TypedDict):
    """What somebody means to do."""

    what: Guarded


class SafetyFlagOut(TypedDict):
    """A safety flag."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    kind: FlagKind
    grade: SafetyGrade
    status: FlagStatus
    raised_on: str
    raised_at: str
    screen_id: str | None
    note: str | None
    requested_by: str | None
    requested_at: str | None
    request_reason: str | None
    released_by: str | None
    released_at: str | None
    release_reason: str | None
    release_screen_id: str | None
    recorded_by: str
    actions: list[Action]


class SafetyInstrumentOut(TypedDict):
    """A screening instrument in one variant, as data; its wording is not shipped."""

    instrument: ScreenInstrument
    variant: ScreenVariant
    label: str
    facts_version: int
    item_count: int
    lowest: int
    highest: int
    cut: int
    loinc: str | None
    source: str


class SafetyInstrumentsOut(TypedDict):
    """Every instrument that a screen can be made of."""

    items: list[SafetyInstrumentOut]


class SafetyPlanOut(TypedDict):
    """A version of the safety plan; the highest number that is not an error holds."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    number: int
    agreed_on: str
    warning_signs: str | None
    own_coping: str | None
    people: str | None
    places: str | None
    professional_contacts: str | None
    safe_communication: str | None
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None


class SafetyPlanWrite(TypedDict):
    """A new version of the plan, whole: what is left out is not in it."""

    agreed_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    warning_signs: NotRequired[str | None]
    own_coping: NotRequired[str | None]
    people: NotRequired[str | None]
    places: NotRequired[str | None]
    professional_contacts: NotRequired[str | None]
    safe_communication: NotRequired[str | None]


class SafetyReferralOut(TypedDict):
    """A referral of the client."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    kind: ReferralKind
    status: ReferralStatus
    offered_on: str
    answered_on: str | None
    done_on: str | None
    service: str | None
    note: str | None
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    actions: list[Action]


class SafetyScreenCreate(TypedDict):
    """A screen that the client answered alone. What was not asked is null, which is never a no."""

    taken_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    taken_alone: bool
    """Must be true."""
    how: ScreenMode
    answered_by: AnsweredBy
    instruments: list[InstrumentAnswers]
    fear: NotRequired[bool | None]
    """The client is afraid of the partner."""
    injury: NotRequired[bool | None]
    weapon: NotRequired[bool | None]
    strangulation: NotRequired[bool | None]
    threat_of_retaliation: NotRequired[bool | None]
    coercive_control: NotRequired[bool | None]
    contempt: NotRequired[bool | None]
    partner_addiction_reported: NotRequired[bool | None]
    """As the client reports it; never a diagnosis of the partner."""
    own_addiction: NotRequired[bool | None]
    line_crossing: NotRequired[LineCrossing | None]
    """Triage of what was told (S2.53)."""
    danger_total: NotRequired[int | None]
    """Weighted total of a Danger Assessment taken by somebody certified; items are not kept."""
    danger_level: NotRequired[DangerLevel | None]
    note: NotRequired[str | None]


class SafetyScreenOut(TypedDict):
    """A safety screen: what was asked, what came of it."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    taken_on: str
    taken_alone: Literal[True]
    how: ScreenMode
    answered_by: AnsweredBy
    result: ScreenResult
    grade: SafetyGrade | None
    high_hits_total: int
    """The HITS total from which the grade is high, as it held that day."""
    instruments: list[ScoreOut]
    fear: bool | None
    injury: bool | None
    weapon: bool | None
    strangulation: bool | None
    threat_of_retaliation: bool | None
    coercive_control: bool | None
    contempt: bool | None
    partner_addiction_reported: bool | None
    own_addiction: bool | None
    line_crossing: LineCrossing | None
    danger_total: int | None
    danger_level: DangerLevel | None
    note: str | None
    referrals_suggested: list[ReferralKind]
    """What the answers suggest to offer (S2.54)."""
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None


class SafetySummary(TypedDict):
    """How the case stands as to safety today."""

    state: StandingState
    taken_on: str | None
    result: ScreenResult | None
    grade: SafetyGrade | None
    flags: list[OpenFlagOut]
    due: list[DueOut]
    blocks: list[BlockOut]


class ScoreOut(TypedDict):
    """An instrument of a screen with its score and everything it can be computed from again."""

    instrument: ScreenInstrument
    variant: ScreenVariant
    facts_version: int
    item_count: int
    lowest: int
    highest: int
    cut: int
    values: list[int | None]
    total: int | None
    """Null while an item lacks an answer."""
    at_least: int
    """What the total is at least, whatever the missing answers would be."""
    result: ScreenResult


class Scoring(TypedDict):
    """The scoring rule of a questionnaire."""

    method: ScoringMethod
    direction: Direction
    least_answered: int
    items: list[ItemScoring]
    subscales: NotRequired[list[SubscaleScoring]]
    bands: NotRequired[list[BandScoring]]
    cut_offs: NotRequired[list[CutOffScoring]]
    reliable_change: NotRequired[list[ReliableChangeScoring]]


class ScoringRuleOut(TypedDict):
    """How answers become a score, and two scores a class of change."""

    method: ScoringMethod
    direction: Direction
    items: list[ItemRuleOut]
    lowest: float
    highest: float
    least_answered: int
    """With fewer answers there is no total; missing ones are prorated."""
    subscales: list[SubscaleOut]
    bands: list[BandOut]
    cut_offs: list[CutOffOut]
    reliable_change: list[ReliableChangeOut]


class SecretChange(TypedDict):
    """What may change of a secret."""

    occurred_on: NotRequired[str]
    holder: NotRequired[SecretHolder]
    kind: NotRequired[SecretKind]
    text: NotRequired[str]
    policy_shown_on: NotRequired[str | None]


class SecretCreate(TypedDict):
    """A secret that the therapist learned of; it is private, and cannot be recorded otherwise."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Literal["clinician_private"]]
    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    holder: SecretHolder
    kind: SecretKind
    text: str
    policy_shown_on: NotRequired[str | None]
    """When the practice's policy on secrets was shown to the client."""


class SecretOut(TypedDict):
    """A secret."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    occurred_on: str
    holder: SecretHolder
    kind: SecretKind
    text: str
    state: SecretState
    resolved_on: str | None
    resolution_note: str | None
    policy_shown_on: str | None
    actions: list[Action]


class SecretResolve(TypedDict):
    """How a secret was resolved, and when."""

    state: Literal["resolved_disclosed", "resolved_kept", "resolved_no_longer_relevant"]
    resolved_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    note: NotRequired[str | None]


class SeriesOut(TypedDict):
    """One weekly series with its single-case statistics.

    Phase A before the plan, phase B from its first week.
    """

    measure: WeeklyMeasure
    label: str
    direction: Direction
    points: list[SeriesPoint]
    baseline_points: int
    treatment_points: int
    nap: float | None
    nap_band: NapBand | None
    tau: float | None
    tau_u: float | None
    tau_u_above_one: bool
    pnd: float | None
    pnd_band: PndBand | None
    descriptive_only: bool
    """A phase has fewer points than minimum_phase_points."""
    slope_per_week: float | None


class SeriesPhase(TypedDict):
    """A phase of the weekly series."""

    code: Literal["A", "B"]
    first_week: int
    last_week: int


class SeriesPoint(TypedDict):
    """The value of a week."""

    week: int
    value: int


class SessionChange(TypedDict):
    """What may change of a session."""

    held_on: NotRequired[str]
    minutes: NotRequired[int]
    status: NotRequired[SessionStatus]
    present: NotRequired[Present]
    note: NotRequired[str | None]


class SessionCreate(TypedDict):
    """A session as the therapist notes it; a missed one has the minutes that were set aside for it."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    held_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    minutes: int
    status: NotRequired[SessionStatus]
    present: NotRequired[Present]
    note: NotRequired[str | None]


class SessionOut(TypedDict):
    """A therapy session."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    held_on: str
    minutes: int
    status: SessionStatus
    present: Present
    note: str | None
    lint: list[LintWarning]
    """Hints on the wording of the note; they block nothing."""


class SettingCreate(TypedDict):
    """A value, and the day from which it holds."""

    key: SettingKey
    value: int
    from_on: NotRequired[str | None]
    """Today if it is left out; never in the past."""


class SettingEntry(TypedDict):
    """What was set once."""

    id: str
    value: int
    from_on: str
    recorded_at: str
    set_by: str | None


class SettingOut(TypedDict):
    """A setting: what holds today, what it may be, and everything that was set."""

    key: SettingKey
    label: str
    unit: str
    value: int
    """What holds today."""
    default: int
    """The product default; a proposal of this program."""
    lowest: int
    highest: int
    history: list[SettingEntry]
    """The latest day first; days to come are planned."""


class SettingsOut(TypedDict):
    """Every setting of the practice."""

    items: list[SettingOut]


class ShareOut(TypedDict):
    """And its share of all."""

    code: str
    label: str
    count: int | None
    """In steps of five, rounded down; null if fewer than five people."""
    suppressed: bool
    share_percent: int | None
    """Computed from the counts as they are shown."""


class SignInCreate(TypedDict):
    """Address and password; the practice may be left out where the installation has only one."""

    email: str
    password: str
    practice_id: NotRequired[str | None]


class SignInCreated(TypedDict):
    """A new sign-in; its token is shown this once."""

    id: str
    token: str
    """Send it as Authorization: Bearer."""
    expires_at: str
    """It ends then at the latest, earlier when it lies idle."""
    staff_id: str
    practice_id: str


class SignInOut(TypedDict):
    """A sign-in of one's own, without its token."""

    id: str
    staff_id: str
    created_at: str
    last_seen_at: str
    """To the minute."""
    expires_at: str
    ended_at: str | None
    active: bool
    """Whether its token still works."""
    current: bool
    """Whether it is the one that asks."""


class SignedApproval(TypedDict):
    """The approval that the client signed on paper."""

    text_sha256: str
    paper_sha256: str
    """The hash of the scanned paper."""
    signed_on: str


class SignedPaper(TypedDict):
    """A signed paper: its SHA-256 hash, and the day on which it was signed."""

    sha256: str
    signed_on: str


class SignedPaperOut(TypedDict):
    """A signed paper."""

    sha256: str
    signed_on: str


class Skills(TypedDict):
    """Self-rated skills beside what came back (S2.29, S2.64)."""

    series: list[WeeklySeries]
    change: dict[str, int]
    """From the first to the latest rating."""
    responses: list[ResponseWeek]


class Sliders(TypedDict):
    """Four attitudes of the client, each from 0 to 10."""

    able: int
    """0 helpless, 10 able to act."""
    respecting: int
    """0 disrespectful, 10 respecting."""
    interested: int
    """0 judging, 10 interested."""
    caring: int
    """0 hardened, 10 caring."""


class SlidersOut(TypedDict):
    """The four sliders, or how far they moved."""

    able: int
    respecting: int
    interested: int
    caring: int


class SoloStart(TypedDict):
    """How agency moved since the client began alone (S0.12)."""

    solo_start: str
    """The day on which the case was opened."""
    first: SeriesPoint | None
    latest: SeriesPoint | None
    change: int | None


class SourceNoteOut(TypedDict):
    """Where a fact is from; not verified means general knowledge that nobody looked up."""

    fact: str
    source: str
    verified: bool


class Speech(TypedDict):
    """What the client counts of the own ways of speaking (S2.27, S2.43, S2.49, S2.51)."""

    series: list[WeeklySeries]
    need_statements: int
    criticisms: int
    need_percent: float | None
    """Needs said, of needs and criticisms together."""


class StaffChange(TypedDict):
    """What may change of somebody."""

    email: NotRequired[str]
    display_name: NotRequired[str]
    roles: NotRequired[list[Role]]
    clinical_lead: NotRequired[bool]
    couple_training: NotRequired[bool]
    ipv_training: NotRequired[bool]


class StaffCreate(TypedDict):
    """Somebody new; a password is set later, with a reset code that an owner hands over."""

    email: str
    display_name: str
    roles: list[Role]
    clinical_lead: NotRequired[bool]
    couple_training: NotRequired[bool]
    """Trained in couples therapy (S3.16)."""
    ipv_training: NotRequired[bool]
    """Trained in recognising violence between partners (S3.16)."""


class StaffOut(TypedDict):
    """A member of staff."""

    id: str
    version: int
    created_at: str
    updated_at: str
    email: str
    display_name: str
    roles: list[Role]
    clinical_lead: bool
    couple_training: bool
    ipv_training: bool
    password_set: bool
    deactivated_at: str | None
    actions: list[Action]


class StageAdvance(TypedDict):
    """The day on which the stage ends; today by default."""

    occurred_on: NotRequired[str | None]


class StageOut(TypedDict):
    """The stage of a case with its exit rules. ``version`` is the case's."""

    id: str
    case_id: str
    version: int
    stage: int
    name: StageName
    rules: list[ExitRuleOut]
    may_advance: bool
    actions: list[Action]


class StageReturn(TypedDict):
    """To which earlier stage the case goes back."""

    to_stage: int
    occurred_on: NotRequired[str | None]


class StageWaive(TypedDict):
    """A rule of the present stage that is waived, on what ground, and why."""

    rule: str
    waived_by: WaivedBy
    reason: str


class StanceChange(TypedDict):
    """What may be corrected of a stance; a new stance is a new entry."""

    occurred_on: NotRequired[str]
    stance: NotRequired[Stance]
    reported_by: NotRequired[ReportedBy]
    note: NotRequired[str | None]


class StanceCreate(TypedDict):
    """Where the partner stands towards therapy from a day on, and who says so."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    stance: Stance
    reported_by: NotRequired[ReportedBy]
    note: NotRequired[str | None]


class StanceOut(TypedDict):
    """A stance; ``holds`` says whether it is the latest one that is not in error."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    occurred_on: str
    stance: Stance
    reported_by: ReportedBy
    note: str | None
    holds: bool


class StanceSummary(TypedDict):
    """The partner's latest stance, as reported."""

    stance: Stance
    occurred_on: str
    reported_by: str


class StandingOut(TypedDict):
    """How a case stands as to safety today."""

    state: StandingState
    clear: bool
    taken_on: str | None
    result: ScreenResult | None
    grade: SafetyGrade | None
    flags: list[OpenFlagOut]
    due: list[DueOut]
    blocks: list[BlockOut]


class StatementAssess(TypedDict):
    """The later statement that speaks on this one."""

    by_statement_id: str
    noted_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""


class StatusChangeOut(TypedDict):
    """That the case went from one status to another, on a day."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    from_status: CaseStatus
    to_status: CaseStatus
    occurred_on: str
    reason: str | None


class StatusMove(TypedDict):
    """When the case went on, and why."""

    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    reason: NotRequired[str | None]


class StrategyChange(TypedDict):
    """What may change of a strategy."""

    text: NotRequired[str]
    wording_confirmation: NotRequired[WordingConfirmation]


class StrategyChangeChange(TypedDict):
    """What may change of a change of strategy."""

    occurred_on: NotRequired[str]
    given_up: NotRequired[StrategyCode]
    instead: NotRequired[StrategyCode]
    reason: NotRequired[str]
    note: NotRequired[str | None]


class StrategyChangeCreate(TypedDict):
    """What the client gives up, what they do instead, and why."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    given_up: StrategyCode
    instead: StrategyCode
    reason: str
    note: NotRequired[str | None]


class StrategyChangeOut(TypedDict):
    """A change of strategy."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    occurred_on: str
    given_up: StrategyCode
    instead: StrategyCode
    reason: str
    note: str | None


class StrategyCreate(TypedDict):
    """How the client goes about an objective."""

    text: str
    wording_confirmation: NotRequired[WordingConfirmation | None]


class StrategyOut(TypedDict):
    """A strategy."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    text: str
    position: int
    """1, 2, …: the order in which they were recorded."""
    wording_rule: str | None
    """The wording rule that a clinician decided against."""
    wording_confirmed_by: str | None
    wording_confirmed_reason: str | None
    objective_id: str


class StrengthChange(TypedDict):
    """What may change of a strength."""

    noted_on: NotRequired[str]
    kind: NotRequired[StrengthKind]
    text: NotRequired[str]
    what_helped: NotRequired[str | None]


class StrengthCreate(TypedDict):
    """A strength of the couple, or a time when it went otherwise."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    noted_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    kind: StrengthKind
    text: str
    what_helped: NotRequired[str | None]
    """What the client did differently."""


class StrengthGlance(TypedDict):
    """Strengths and exceptions beside problems: own parts, and distinct reasons of refusals (S1.18)."""

    strengths: int
    exception_examples: int
    problems: int
    per_problem: float | None
    """Strengths and exceptions for each problem."""


class StrengthOut(TypedDict):
    """A strength or an exception."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    noted_on: str
    kind: StrengthKind
    text: str
    what_helped: str | None


class SubscaleOut(TypedDict):
    """A subscale and its items, by their places from 1."""

    code: str
    label: str
    items: list[int]


class SubscaleScore(TypedDict):
    """The total of a subscale."""

    code: str
    label: str
    total: float | None
    prorated: bool


class SubscaleScoring(TypedDict):
    """Some of the items, by their linkIds."""

    code: str
    label: str
    items: list[str]


class SystemResponseChange(TypedDict):
    """What may change of a response."""

    occurred_on: NotRequired[str]
    valence: NotRequired[Valence]
    type: NotRequired[ResponseType]
    domain: NotRequired[ResponseDomain]
    initiated_by: NotRequired[InitiatedBy]
    reported_by: NotRequired[ResponseReporter]
    with_fear: NotRequired[bool]
    words: NotRequired[str | None]
    experiment_id: NotRequired[str | None]


class SystemResponseCreate(TypedDict):
    """What is reported to have come back; no invitation and no experiment is needed before it (S4.12)."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    valence: Valence
    type: ResponseType
    domain: NotRequired[ResponseDomain]
    initiated_by: NotRequired[InitiatedBy]
    reported_by: NotRequired[ResponseReporter]
    with_fear: NotRequired[bool]
    """Whether the client was afraid; with tension, safety is screened again."""
    words: NotRequired[str | None]
    experiment_id: NotRequired[str | None]


class SystemResponseOut(TypedDict):
    """A response as it was reported; never a fact about the partner."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    occurred_on: str
    valence: Valence
    type: ResponseType
    domain: ResponseDomain
    initiated_by: InitiatedBy
    reported_by: ResponseReporter
    with_fear: bool
    words: str | None
    experiment_id: str | None
    feeds_readiness: bool
    """Whether it opens a readiness review; never an invitation."""
    reviewed_on: str | None
    readiness_outcome: ReadinessOutcome | None


class TellingChange(TypedDict):
    """What may change of a telling."""

    occurred_on: NotRequired[str]
    shared: NotRequired[list[Shared]]
    words: NotRequired[str | None]
    prompted: NotRequired[bool]
    partner_reaction: NotRequired[str | None]


class TellingCreate(TypedDict):
    """That the client told the partner something; nobody else ever does."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    shared: list[Shared]
    words: NotRequired[str | None]
    """The client's own words."""
    prompted: NotRequired[bool]
    """Whether the partner had asked."""
    partner_reaction: NotRequired[str | None]
    """As the client reports it."""


class TellingOut(TypedDict):
    """A telling. A second one that nobody had asked for, soon after another, counts as pressure."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    occurred_on: str
    shared: list[Shared]
    words: str | None
    prompted: bool
    partner_reaction: str | None
    counts_as_pressure: bool
    pressure_event_id: str | None
    """The explain_again that it counts as."""


class TextCreate(TypedDict):
    """A text of the practice's own, and the day from which it holds."""

    key: TextKey
    text: str
    from_on: NotRequired[str | None]
    """Today if it is left out; never in the past."""


class TextEntry(TypedDict):
    """What was set once."""

    id: str
    text: str
    from_on: str
    recorded_at: str
    set_by: str | None


class TextOut(TypedDict):
    """A text: what holds today, what holds without one of the practice's own, and everything that was set."""

    key: TextKey
    label: str
    text: str
    """What holds today."""
    default: str
    """The product's own."""
    history: list[TextEntry]
    """The latest day first; days to come are planned."""


class TextsOut(TypedDict):
    """Every text of the practice."""

    items: list[TextOut]


class ThemeTagChange(TypedDict):
    """What may change of a theme tag."""

    occurred_on: NotRequired[str]
    theme: NotRequired[Theme]
    note: NotRequired[str | None]


class ThemeTagCreate(TypedDict):
    """A theme that the clinician hears; it stays among clinicians and cannot be recorded otherwise."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Literal["clinician_private"]]
    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    theme: Theme
    note: NotRequired[str | None]


class ThemeTagOut(TypedDict):
    """A theme tag."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    occurred_on: str
    theme: Theme
    note: str | None


class Threshold(TypedDict):
    """A practice setting that an alert is judged by, as it holds today."""

    setting: SettingKey
    value: int


class TimelineEntry(TypedDict):
    """Something that happened in the case: its day, kind, id and code; no narrative."""

    occurred_on: str
    kind: str
    id: str
    code: str | None


class ToolAssignmentAccept(TypedDict):
    """The day on which the client took the tool up; today by default."""

    accepted_on: NotRequired[str | None]


class ToolAssignmentChange(TypedDict):
    """What may change of an assignment."""

    offered_on: NotRequired[str]
    note: NotRequired[str | None]


class ToolAssignmentCreate(TypedDict):
    """A tool that the client is offered. There is nobody else to whom it could be given."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    tool: ToolCode
    offered_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    note: NotRequired[str | None]


class ToolAssignmentDrop(TypedDict):
    """The day on which the client left the tool, and why, if they say."""

    dropped_on: NotRequired[str | None]
    reason: NotRequired[str | None]


class ToolAssignmentOut(TypedDict):
    """A tool that the client was offered; it is never scored (S1.19)."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    tool: ToolCode
    tool_version: int
    title: str
    status: AssignmentStatus
    offered_on: str
    accepted_on: str | None
    dropped_on: str | None
    note: str | None
    dropped_reason: str | None
    practices: int
    """How often it was practised."""
    minutes: int
    """For how long altogether, as far as it was noted."""
    last_practised_on: str | None
    actions: list[Action]


class ToolOut(TypedDict):
    """A tool with its source and licence.

    The source's opinion is its own; ``standing`` says how firm it is.
    """

    code: ToolCode
    version: int
    title: str
    purpose: str
    steps: list[str]
    domain: SkillDomain
    rows: list[str]
    """The requirements behind it."""
    antidote_to: list[WeeklyMeasure]
    """Own habits, counted in check-ins, that it replaces."""
    homework: Guarded | None
    """As what a safety block forbids it; null if none does."""
    contraindications: list[Contraindication]
    """When it is not given."""
    idea_from: str
    standing: Standing
    licence: str
    """Of the wording, which is our own."""


class ToolPracticeChange(TypedDict):
    """What may change of a practice."""

    practised_on: NotRequired[str]
    minutes: NotRequired[int | None]
    went: NotRequired[int | None]
    note: NotRequired[str | None]


class ToolPracticeCreate(TypedDict):
    """That the client practised the tool."""

    practised_on: NotRequired[str | None]
    minutes: NotRequired[int | None]
    went: NotRequired[int | None]
    """How it went, 0 to 10, as the client says."""
    note: NotRequired[str | None]


class ToolPracticeOut(TypedDict):
    """That the client practised a tool on a day."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    assignment_id: str
    practised_on: str
    minutes: int | None
    went: int | None
    note: str | None


class Tools(TypedDict):
    """The catalogue."""

    items: list[ToolOut]


class TotalOut(TypedDict):
    """The last total of one of the two, taken in their part of the conjoint case."""

    client_id: str
    total: float | None
    taken_on: str | None


class TrajectoryOut(TypedDict):
    """What the totals before the latest let expect.

    Least squares with a prediction band (decisions.md 33).
    """

    points: int
    slope_per_week: float
    expected: float
    lower: float
    upper: float
    band_percent: int
    actual: float


class TransparencyPlanChange(TypedDict):
    """What may change of a plan; another intent is another plan."""

    occurred_on: NotRequired[str]
    planned_for: NotRequired[str | None]
    words: NotRequired[str | None]


class TransparencyPlanCreate(TypedDict):
    """What the partner is to be told, when and by whom; or that the therapy stays private."""

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    intent: TellingIntent
    what: NotRequired[list[Shared]]
    by_whom: NotRequired[ToldBy | None]
    """With tell: the client, unless it says otherwise."""
    planned_for: NotRequired[str | None]
    """The day, perhaps ahead."""
    words: NotRequired[str | None]


class TransparencyPlanOut(TypedDict):
    """A transparency plan; the latest holds."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    occurred_on: str
    intent: TellingIntent
    what: list[Shared]
    by_whom: ToldBy | None
    planned_for: str | None
    words: str | None


class TrendsOut(TypedDict):
    """Series of a case that are read together; a week without a report is absent or null, never zero."""

    case_id: str
    as_of_week: int
    openness_against_pressure: OpennessAgainstPressure
    agency_and_grief: list[AgencyAndGrief]
    agency_since_start: SoloStart
    self_initiated_steps: list[SeriesPoint]
    focus: Focus
    coercion: Coercion
    speech: Speech
    skills: Skills


class UltimatumChange(TypedDict):
    """What may change of an ultimatum; where it stands has moves of its own."""

    considered_on: NotRequired[str]
    terms: NotRequired[str]
    deadline_on: NotRequired[str | None]
    stay: NotRequired[int]
    """How much the client wants to stay, 0 to 10."""
    leave: NotRequired[int]
    """How much the client wants to leave, 0 to 10."""
    note: NotRequired[str | None]


class UltimatumCreate(TypedDict):
    """An ultimatum that the client considers, or has given: then ``issued_on`` says when.

    How much the client wants to stay and to leave is always asked: an ultimatum may mask it (S2.39).
    """

    about: NotRequired[About]
    confided_by: NotRequired[ConfidedBy]
    visibility: NotRequired[Visibility]
    considered_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""
    issued_on: NotRequired[str | None]
    """If it was given already."""
    terms: str
    deadline_on: NotRequired[str | None]
    stay: int
    """How much the client wants to stay, 0 to 10."""
    leave: int
    """How much the client wants to leave, 0 to 10."""
    note: NotRequired[str | None]


class UltimatumMove(TypedDict):
    """When the ultimatum went on."""

    occurred_on: NotRequired[str]
    """Default: today. May lie in the past, never ahead."""


class UltimatumOut(TypedDict):
    """An ultimatum, when it went from where to where, and what can be done with it."""

    id: str
    version: int
    created_at: str
    updated_at: str
    case_id: str
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: str
    entered_in_error_at: str | None
    error_reason: str | None
    considered_on: str
    issued_on: str | None
    withdrawn_on: str | None
    enforced_on: str | None
    status: UltimatumStatus
    terms: str
    deadline_on: str | None
    stay: int
    leave: int
    note: str | None
    actions: list[Action]


class VisitAgreed(TypedDict):
    """When the visit is to be."""

    visit_at: str
    """An instant with its offset."""


class VisitClosed(TypedDict):
    """What came of the visit."""

    closing: VisitClosing


class Vocabularies(TypedDict):
    """Every vocabulary of the API."""

    items: list[VocabularyOut]


class VocabularyOut(TypedDict):
    """A closed list of codes; ``version`` grows when it changes."""

    name: str
    version: int
    description: str
    codes: list[Code]


class WeeklySeries(TypedDict):
    """One measure over the weeks; a week without a report is absent."""

    measure: WeeklyMeasure
    label: str
    direction: Direction
    points: list[SeriesPoint]


class WordingConfirmation(TypedDict):
    """That a wording which raised an alarm is the client's own conduct after all, and why."""

    reason: str


class WordsRead(TypedDict):
    """The words that were read, by their hash."""

    text_sha256: str


class WorklistItem(TypedDict):
    """A case that wants attention, and since when."""

    case_id: str
    client_id: str
    client_name: str
    status: CaseStatus
    stage: int
    due_on: str
    urgent: bool
    """It does not wait for the next session."""
