# ruff: noqa: A002 - parameters are called as the API calls them
"""The operations of the API; written by ``couplesone openapi``, never by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, cast

from couplesone.sdk.paging import Page
from couplesone.sdk.types import (
    About,
    AccessLinkIssued,
    AccessLinkOut,
    AdministrationCorrectionOut,
    AdministrationOut,
    AdministrationSource,
    AlertsOut,
    AnsweredBy,
    AnswerTaken,
    ApiKeyCreated,
    ApiKeyOut,
    ApiKeyScopes,
    AttitudeRatingOut,
    AuditEventOut,
    BoundaryEventOut,
    BoundaryOut,
    BoundaryOutcome,
    BoundaryTheme,
    CareFormat,
    CareRole,
    CareTeamMemberOut,
    CaseEdge,
    CaseOut,
    CaseStatus,
    CaseTombstone,
    Channel,
    CheckInCorrectionOut,
    CheckInOut,
    ClientOut,
    ClientStatus,
    ClientTombstone,
    ClosingReason,
    CollateralConsentOut,
    CollateralMethod,
    CollateralVisitOut,
    ConfidedBy,
    ConflictOut,
    ConflictState,
    ConjointAgreementOut,
    ConjointCaseOut,
    ConjointReferralOut,
    ConjointReleaseOut,
    ConjointTeamMemberOut,
    ConsentKind,
    ConsentMethod,
    ConsentOut,
    ControlCircleOut,
    ControlFocus,
    CountReport,
    CycleEdgeInput,
    CycleMapOut,
    CycleNodeInput,
    CyclePattern,
    CycleRole,
    DangerLevel,
    Dashboard,
    DecisionMethod,
    DecisionOption,
    DecisionPaper,
    DecisionPointOut,
    Delivery,
    Directness,
    DiscrepancyOut,
    DoNotContactOut,
    ExperimentOut,
    ExperimentTemplate,
    FlagKind,
    FollowUpOut,
    FormatPreference,
    FormulationOut,
    FunnelReport,
    GoalCategory,
    GoalCheckOut,
    GoalOut,
    GoalPerson,
    GoalsOutcome,
    Guarded,
    Health,
    HelpTiming,
    Hold,
    HoldsOut,
    HopeOut,
    InitiatedBy,
    InstrumentAnswers,
    InstrumentOut,
    InstrumentsOut,
    IntakeProfileOut,
    InvitationHandedOver,
    InvitationOffer,
    InvitationOut,
    InvitationPurpose,
    InvitationQueued,
    InvitationRead,
    JobOut,
    JobState,
    JointSessionOut,
    LegalProceedingOut,
    LevelText,
    LineCrossing,
    LintOut,
    MeasureResults,
    MeOut,
    MessageOut,
    MessageSummary,
    MotiveCheckOut,
    NeutralityCheckOut,
    NeutralityReport,
    ObjectiveOut,
    OutcomesReport,
    OutreachAttemptOut,
    OverrideOut,
    OwnPartCategory,
    OwnPartFrequency,
    OwnPartOut,
    PactOut,
    PartnerAnswer,
    PartnerFactOut,
    PartnerInformedOut,
    PartnerOut,
    PartnerStatementOut,
    PartnerWordsOut,
    PasswordResetIssued,
    PasswordResetOut,
    PasswordResetUsed,
    Permission,
    PlanOut,
    PracticeInstrumentOut,
    PracticeInstrumentStatus,
    PracticeOut,
    Present,
    PressureEventOut,
    PressureType,
    PriorStrategyOut,
    PriorTherapyOut,
    ProblemCodes,
    ProceedingKind,
    ProgressOut,
    Purpose,
    QuestionTaken,
    RatingCorrectionOut,
    RatingOut,
    ReactionCode,
    ReactionOut,
    ReadinessOut,
    ReadinessOutcome,
    ReasonCreate,
    ReasonOut,
    Recomputed,
    ReferralKind,
    ReferredTo,
    RefusalAnswer,
    RefusalOut,
    RefusalReasonCode,
    RelationshipKind,
    RelationshipOut,
    RelationshipOutcome,
    RelationshipStatus,
    ReleaseSignature,
    ReportedBy,
    Resolution,
    Respondent,
    ResponseDomain,
    ResponseReporter,
    ResponseType,
    RippleOut,
    RiskAnswerOut,
    Role,
    SafeContactOut,
    SafetyFlagOut,
    SafetyGrade,
    SafetyInstrumentsOut,
    SafetyPlanOut,
    SafetyReferralOut,
    SafetyScreenOut,
    Scoring,
    ScreenMode,
    SecretHolder,
    SecretKind,
    SecretOut,
    SessionOut,
    SessionStatus,
    SettingKey,
    SettingsOut,
    Shared,
    ShownState,
    SignedBy,
    SignedPaper,
    SignInCreated,
    SignInOut,
    Sliders,
    Source,
    StaffOut,
    StageOut,
    Stance,
    StanceOut,
    StandingOut,
    StatementKind,
    StatementSource,
    StatusChangeOut,
    Step,
    StrategyChangeOut,
    StrategyCode,
    StrategyOut,
    StrengthKind,
    StrengthOut,
    SystemResponseOut,
    TellingIntent,
    TellingOut,
    TextKey,
    TextsOut,
    Theme,
    ThemeTagOut,
    TherapyExperience,
    TherapyFormat,
    TherapyWho,
    TimelineEntry,
    ToldBy,
    ToolAssignmentOut,
    ToolCode,
    ToolOut,
    ToolPracticeOut,
    Tools,
    TransparencyPlanOut,
    TrendsOut,
    UltimatumOut,
    Valence,
    Visibility,
    VisitClosing,
    VisitFormat,
    Vocabularies,
    WaivedBy,
    WeeklyMeasure,
    WordingConfirmation,
    WorklistItem,
    WorklistKind,
)
from couplesone.sdk.values import ABSENT, Absent, Day, Id, Moment

API_VERSION = "0.1.0"
"""The version of the API document that this module was written from."""


class Operations:
    """One method for each operation; how a call is sent is said by the client."""

    def _send(
        self,
        method: str,
        path: str,
        *parts: object,
        query: Mapping[str, object] | None = None,
        body: Mapping[str, object] | None = None,
        if_match: int | None = None,
        idempotency_key: str | Absent | None = ABSENT,
        accept: str = "application/json",
    ) -> Any:
        raise NotImplementedError

    def get_health(self) -> Health:
        """Say that the process lives."""
        return cast(Health, self._send("GET", "/healthz"))

    def answer_partner_invitation(
        self,
        *,
        key: str,
        answer: PartnerAnswer,
        place: str | Absent | None = ABSENT,
        hand_code: str | Absent | None = ABSENT,
        words: str | Absent | None = ABSENT,
        may_be_read: bool | Absent = ABSENT,
    ) -> AnswerTaken:
        """Answer an invitation; nobody is told which answer it was, unless it is yes.

        Until then the last one counts.
        """
        return cast(
            AnswerTaken,
            self._send(
                "POST",
                "/public/v1/invitations/answer",
                body={
                    "key": key,
                    "place": place,
                    "hand_code": hand_code,
                    "answer": answer,
                    "words": words,
                    "may_be_read": may_be_read,
                },
            ),
        )

    def ask_about_partner_invitation(
        self,
        *,
        key: str,
        question: str,
        place: str | Absent | None = ABSENT,
        hand_code: str | Absent | None = ABSENT,
    ) -> QuestionTaken:
        """Ask the treating clinician a question; the invitation can still be answered."""
        return cast(
            QuestionTaken,
            self._send(
                "POST",
                "/public/v1/invitations/ask",
                body={"key": key, "place": place, "hand_code": hand_code, "question": question},
            ),
        )

    def open_partner_invitation(
        self,
        *,
        key: str,
        place: str | Absent | None = ABSENT,
        hand_code: str | Absent | None = ABSENT,
    ) -> InvitationRead:
        """Read an invitation with what opens it; nothing is consumed, and nobody learns that it was read."""
        return cast(
            InvitationRead,
            self._send(
                "POST",
                "/public/v1/invitations/open",
                body={"key": key, "place": place, "hand_code": hand_code},
            ),
        )

    def get_readiness(self) -> Health:
        """Say whether the database answers; 503 when it does not."""
        return cast(Health, self._send("GET", "/readyz"))

    def get_access_link(self, access_link_id: Id) -> AccessLinkOut:
        """Read an access link; never its secrets."""
        return cast(AccessLinkOut, self._send("GET", "/v1/access-links/{}", access_link_id))

    def revoke_access_link(
        self,
        access_link_id: Id,
        *,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> AccessLinkOut:
        """Take an access link back at once."""
        return cast(
            AccessLinkOut,
            self._send(
                "POST",
                "/v1/access-links/{}/revoke",
                access_link_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_administration(self, administration_id: Id) -> AdministrationOut:
        """Read an administration."""
        return cast(AdministrationOut, self._send("GET", "/v1/administrations/{}", administration_id))

    def correct_administration(
        self,
        administration_id: Id,
        *,
        reason: str,
        if_match: int,
        taken_on: Day | Absent = ABSENT,
        source: AdministrationSource | Absent = ABSENT,
        items: Sequence[int | None] | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
    ) -> AdministrationOut:
        """Correct an administration with a reason; it is scored again, and what it said before is kept."""
        return cast(
            AdministrationOut,
            self._send(
                "PATCH",
                "/v1/administrations/{}",
                administration_id,
                body={"taken_on": taken_on, "source": source, "items": items, "note": note, "reason": reason},
                if_match=if_match,
            ),
        )

    def list_administration_corrections(
        self,
        administration_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[AdministrationCorrectionOut]:
        """List what an administration said before each of its corrections, the latest first."""
        return cast(
            Page[AdministrationCorrectionOut],
            self._send(
                "GET",
                "/v1/administrations/{}/corrections",
                administration_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def mark_administration_in_error(
        self,
        administration_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> AdministrationOut:
        """Mark an administration as entered in error; it is kept, and out of every result."""
        return cast(
            AdministrationOut,
            self._send(
                "POST",
                "/v1/administrations/{}/mark-in-error",
                administration_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def recompute_administration(self, administration_id: Id) -> Recomputed:
        """Score the stored answers by the stored rule again, and compare with the stored score.

        Nothing changes.
        """
        return cast(Recomputed, self._send("POST", "/v1/administrations/{}/recompute", administration_id))

    def list_api_key_scopes(self) -> ApiKeyScopes:
        """List every permission, and whether you may give it to a key."""
        return cast(ApiKeyScopes, self._send("GET", "/v1/api-key-scopes"))

    def list_api_keys(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        staff_id: Id | None = None,
    ) -> Page[ApiKeyOut]:
        """List one's own API keys, or as an owner all of the practice, newest first."""
        return cast(
            Page[ApiKeyOut],
            self._send("GET", "/v1/api-keys", query={"limit": limit, "cursor": cursor, "staff_id": staff_id}),
        )

    def create_api_key(
        self,
        *,
        label: str,
        scopes: Sequence[Permission],
        expires_in_days: int,
        test_mode: bool | Absent = ABSENT,
        idempotency_key: str | None = None,
    ) -> ApiKeyCreated:
        """Make an API key for oneself; its secret is shown this once."""
        return cast(
            ApiKeyCreated,
            self._send(
                "POST",
                "/v1/api-keys",
                body={
                    "label": label,
                    "scopes": scopes,
                    "expires_in_days": expires_in_days,
                    "test_mode": test_mode,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def get_api_key(self, key_id: Id) -> ApiKeyOut:
        """Read an API key; never its secret."""
        return cast(ApiKeyOut, self._send("GET", "/v1/api-keys/{}", key_id))

    def revoke_api_key(self, key_id: Id, *, if_match: int, idempotency_key: str | None = None) -> ApiKeyOut:
        """Revoke an API key at once."""
        return cast(
            ApiKeyOut,
            self._send(
                "POST",
                "/v1/api-keys/{}/revoke",
                key_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def rotate_api_key(
        self,
        key_id: Id,
        *,
        if_match: int,
        overlap_hours: int | Absent = ABSENT,
        idempotency_key: str | None = None,
    ) -> ApiKeyCreated:
        """Replace an API key of one's own by a new one with the same scopes.

        The old one ends after the overlap.
        """
        return cast(
            ApiKeyCreated,
            self._send(
                "POST",
                "/v1/api-keys/{}/rotate",
                key_id,
                body={"overlap_hours": overlap_hours},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_attitude_rating(self, attitude_rating_id: Id) -> AttitudeRatingOut:
        """Read an attitude rating."""
        return cast(AttitudeRatingOut, self._send("GET", "/v1/attitude-ratings/{}", attitude_rating_id))

    def change_attitude_rating(
        self,
        attitude_rating_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        before: Sliders | Absent = ABSENT,
        perceived_investment_gap: int | Absent | None = ABSENT,
    ) -> AttitudeRatingOut:
        """Change an attitude rating."""
        return cast(
            AttitudeRatingOut,
            self._send(
                "PATCH",
                "/v1/attitude-ratings/{}",
                attitude_rating_id,
                body={
                    "occurred_on": occurred_on,
                    "before": before,
                    "perceived_investment_gap": perceived_investment_gap,
                },
                if_match=if_match,
            ),
        )

    def rate_attitudes_again(
        self,
        attitude_rating_id: Id,
        *,
        after: Sliders,
        if_match: int,
        again_on: Day | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> AttitudeRatingOut:
        """Take the four attitudes again, to see how far each moved."""
        return cast(
            AttitudeRatingOut,
            self._send(
                "POST",
                "/v1/attitude-ratings/{}/again",
                attitude_rating_id,
                body={"again_on": again_on, "after": after},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def mark_attitude_rating_in_error(
        self,
        attitude_rating_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> AttitudeRatingOut:
        """Mark an attitude rating as entered in error; it is kept, and out of everything that counts."""
        return cast(
            AttitudeRatingOut,
            self._send(
                "POST",
                "/v1/attitude-ratings/{}/mark-in-error",
                attitude_rating_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_audit_events(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        staff_id: Id | None = None,
        client_id: Id | None = None,
        action: str | None = None,
        from_: Moment | None = None,
        to: Moment | None = None,
    ) -> Page[AuditEventOut]:
        """List who did what to whose record, newest first."""
        return cast(
            Page[AuditEventOut],
            self._send(
                "GET",
                "/v1/audit-events",
                query={
                    "limit": limit,
                    "cursor": cursor,
                    "staff_id": staff_id,
                    "client_id": client_id,
                    "action": action,
                    "from": from_,
                    "to": to,
                },
            ),
        )

    def get_boundary(self, boundary_id: Id) -> BoundaryOut:
        """Read a boundary."""
        return cast(BoundaryOut, self._send("GET", "/v1/boundaries/{}", boundary_id))

    def change_boundary(
        self,
        boundary_id: Id,
        *,
        if_match: int,
        set_on: Day | Absent = ABSENT,
        theme: BoundaryTheme | Absent | None = ABSENT,
        limit: str | Absent = ABSENT,
        my_action_if_crossed: str | Absent = ABSENT,
        acting_person: About | Absent = ABSENT,
        wording_confirmation: WordingConfirmation | Absent = ABSENT,
    ) -> BoundaryOut:
        """Change a boundary."""
        return cast(
            BoundaryOut,
            self._send(
                "PATCH",
                "/v1/boundaries/{}",
                boundary_id,
                body={
                    "set_on": set_on,
                    "theme": theme,
                    "limit": limit,
                    "my_action_if_crossed": my_action_if_crossed,
                    "acting_person": acting_person,
                    "wording_confirmation": wording_confirmation,
                },
                if_match=if_match,
            ),
        )

    def list_boundary_events(
        self,
        boundary_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[BoundaryEventOut]:
        """List the log of a boundary, newest first, entries in error among them."""
        return cast(
            Page[BoundaryEventOut],
            self._send(
                "GET",
                "/v1/boundaries/{}/events",
                boundary_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_boundary_event(
        self,
        boundary_id: Id,
        *,
        outcome: BoundaryOutcome,
        occurred_on: Day | Absent = ABSENT,
        acted: bool | Absent | None = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> BoundaryEventOut:
        """Note that a limit was honoured or crossed on a day."""
        return cast(
            BoundaryEventOut,
            self._send(
                "POST",
                "/v1/boundaries/{}/events",
                boundary_id,
                body={"occurred_on": occurred_on, "outcome": outcome, "acted": acted, "note": note},
                idempotency_key=idempotency_key,
            ),
        )

    def mark_boundary_in_error(
        self,
        boundary_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> BoundaryOut:
        """Mark a boundary as entered in error; it is kept, and out of everything that counts."""
        return cast(
            BoundaryOut,
            self._send(
                "POST",
                "/v1/boundaries/{}/mark-in-error",
                boundary_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_boundary_event(self, boundary_event_id: Id) -> BoundaryEventOut:
        """Read an entry in the log of a boundary."""
        return cast(BoundaryEventOut, self._send("GET", "/v1/boundary-events/{}", boundary_event_id))

    def mark_boundary_event_in_error(
        self,
        boundary_event_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> BoundaryEventOut:
        """Mark an entry as entered in error; it is kept, and out of the counts."""
        return cast(
            BoundaryEventOut,
            self._send(
                "POST",
                "/v1/boundary-events/{}/mark-in-error",
                boundary_event_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_care_team_member(self, member_id: Id) -> CareTeamMemberOut:
        """Read one part in a client's care."""
        return cast(CareTeamMemberOut, self._send("GET", "/v1/care-team/{}", member_id))

    def end_care_team_member(
        self,
        member_id: Id,
        *,
        if_match: int,
        until_on: Day | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> CareTeamMemberOut:
        """End somebody's part in a client's care."""
        return cast(
            CareTeamMemberOut,
            self._send(
                "POST",
                "/v1/care-team/{}/end",
                member_id,
                body={"until_on": until_on},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_cases(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        client_id: Id | None = None,
        status: Sequence[CaseStatus] | None = None,
        include_closed: bool | None = None,
        stage: int | None = None,
        external_id: str | None = None,
        updated_since: Moment | None = None,
        include: Sequence[CaseEdge] | None = None,
    ) -> Page[CaseOut | CaseTombstone]:
        """List the cases of one's caseload, the last opened first; for a sync, the oldest change first."""
        return cast(
            Page[CaseOut | CaseTombstone],
            self._send(
                "GET",
                "/v1/cases",
                query={
                    "limit": limit,
                    "cursor": cursor,
                    "client_id": client_id,
                    "status": status,
                    "include_closed": include_closed,
                    "stage": stage,
                    "external_id": external_id,
                    "updated_since": updated_since,
                    "include": include,
                },
            ),
        )

    def upsert_case(
        self,
        external_id: str,
        *,
        client_id: Id | Absent = ABSENT,
        client_external_id: str | Absent = ABSENT,
        partner_id: Id | Absent | None = ABSENT,
        opened_on: Day | Absent = ABSENT,
        purpose_statement: str | Absent | None = ABSENT,
        problem_onset_on: Day | Absent | None = ABSENT,
        first_considered_help_on: Day | Absent | None = ABSENT,
        first_contact_on: Day | Absent | None = ABSENT,
        next_step: str | Absent | None = ABSENT,
        next_step_due_on: Day | Absent | None = ABSENT,
        focus_series: WeeklyMeasure | Absent = ABSENT,
        if_match: int | None = None,
    ) -> CaseOut:
        """Open or change the case that another system knows by this id; what is not sent stays as it is."""
        return cast(
            CaseOut,
            self._send(
                "PUT",
                "/v1/cases/by-external-id/{}",
                external_id,
                body={
                    "client_id": client_id,
                    "client_external_id": client_external_id,
                    "partner_id": partner_id,
                    "opened_on": opened_on,
                    "purpose_statement": purpose_statement,
                    "problem_onset_on": problem_onset_on,
                    "first_considered_help_on": first_considered_help_on,
                    "first_contact_on": first_contact_on,
                    "next_step": next_step,
                    "next_step_due_on": next_step_due_on,
                    "focus_series": focus_series,
                },
                if_match=if_match,
            ),
        )

    def get_case(self, case_id: Id, *, include: Sequence[CaseEdge] | None = None) -> CaseOut:
        """Read a case."""
        return cast(CaseOut, self._send("GET", "/v1/cases/{}", case_id, query={"include": include}))

    def change_case(
        self,
        case_id: Id,
        *,
        if_match: int,
        partner_id: Id | Absent | None = ABSENT,
        opened_on: Day | Absent = ABSENT,
        purpose_statement: str | Absent | None = ABSENT,
        problem_onset_on: Day | Absent | None = ABSENT,
        first_considered_help_on: Day | Absent | None = ABSENT,
        first_contact_on: Day | Absent | None = ABSENT,
        next_step: str | Absent | None = ABSENT,
        next_step_due_on: Day | Absent | None = ABSENT,
        focus_series: WeeklyMeasure | Absent = ABSENT,
        external_id: str | Absent | None = ABSENT,
    ) -> CaseOut:
        """Change a case."""
        return cast(
            CaseOut,
            self._send(
                "PATCH",
                "/v1/cases/{}",
                case_id,
                body={
                    "partner_id": partner_id,
                    "opened_on": opened_on,
                    "purpose_statement": purpose_statement,
                    "problem_onset_on": problem_onset_on,
                    "first_considered_help_on": first_considered_help_on,
                    "first_contact_on": first_contact_on,
                    "next_step": next_step,
                    "next_step_due_on": next_step_due_on,
                    "focus_series": focus_series,
                    "external_id": external_id,
                },
                if_match=if_match,
            ),
        )

    def list_access_links(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[AccessLinkOut]:
        """List the access links of a case, newest first; never their secrets."""
        return cast(
            Page[AccessLinkOut],
            self._send("GET", "/v1/cases/{}/access-links", case_id, query={"limit": limit, "cursor": cursor}),
        )

    def issue_access_link(
        self,
        case_id: Id,
        *,
        purpose: Purpose,
        instrument: str | Absent | None = ABSENT,
        in_room: bool | Absent = ABSENT,
        channel: Channel | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> AccessLinkIssued:
        """Make a link, or a code for the room, with which the client does one thing once.

        Secrets are shown this once.
        """
        return cast(
            AccessLinkIssued,
            self._send(
                "POST",
                "/v1/cases/{}/access-links",
                case_id,
                body={"purpose": purpose, "instrument": instrument, "in_room": in_room, "channel": channel},
                idempotency_key=idempotency_key,
            ),
        )

    def activate_case(
        self,
        case_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        reason: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> CaseOut:
        """Begin the work: from intake to active."""
        return cast(
            CaseOut,
            self._send(
                "POST",
                "/v1/cases/{}/activate",
                case_id,
                body={"occurred_on": occurred_on, "reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_administrations(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[AdministrationOut]:
        """List the administrations of a case, the latest first, those entered in error among them."""
        return cast(
            Page[AdministrationOut],
            self._send(
                "GET",
                "/v1/cases/{}/administrations",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_administration(
        self,
        case_id: Id,
        *,
        instrument: str,
        respondent: Respondent,
        source: AdministrationSource,
        items: Sequence[int | None],
        taken_on: Day | Absent = ABSENT,
        about: About | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> AdministrationOut:
        """Record an instrument that the client took; it is scored, and keeps the rule by which it was."""
        return cast(
            AdministrationOut,
            self._send(
                "POST",
                "/v1/cases/{}/administrations",
                case_id,
                body={
                    "instrument": instrument,
                    "taken_on": taken_on,
                    "respondent": respondent,
                    "about": about,
                    "source": source,
                    "items": items,
                    "note": note,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def get_alerts(self, case_id: Id) -> AlertsOut:
        """Read what in a case may be worth a word, each with its numbers and thresholds.

        Nothing is diagnosed.
        """
        return cast(AlertsOut, self._send("GET", "/v1/cases/{}/alerts", case_id))

    def list_attitude_ratings(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[AttitudeRatingOut]:
        """List the attitude ratings of a case, newest first, those entered in error among them."""
        return cast(
            Page[AttitudeRatingOut],
            self._send(
                "GET",
                "/v1/cases/{}/attitude-ratings",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_attitude_rating(
        self,
        case_id: Id,
        *,
        before: Sliders,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        occurred_on: Day | Absent = ABSENT,
        homework: bool | Absent = ABSENT,
        perceived_investment_gap: int | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> AttitudeRatingOut:
        """Take four attitudes of the client, each from 0 to 10."""
        return cast(
            AttitudeRatingOut,
            self._send(
                "POST",
                "/v1/cases/{}/attitude-ratings",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "occurred_on": occurred_on,
                    "before": before,
                    "homework": homework,
                    "perceived_investment_gap": perceived_investment_gap,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_boundaries(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[BoundaryOut]:
        """List the boundaries of a case, newest first, those entered in error among them."""
        return cast(
            Page[BoundaryOut],
            self._send("GET", "/v1/cases/{}/boundaries", case_id, query={"limit": limit, "cursor": cursor}),
        )

    def record_boundary(
        self,
        case_id: Id,
        *,
        limit: str,
        my_action_if_crossed: str,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        set_on: Day | Absent = ABSENT,
        theme: BoundaryTheme | Absent | None = ABSENT,
        acting_person: About | Absent = ABSENT,
        wording_confirmation: WordingConfirmation | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> BoundaryOut:
        """Set a boundary: a limit, and the client's own act when it is crossed."""
        return cast(
            BoundaryOut,
            self._send(
                "POST",
                "/v1/cases/{}/boundaries",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "set_on": set_on,
                    "theme": theme,
                    "limit": limit,
                    "my_action_if_crossed": my_action_if_crossed,
                    "acting_person": acting_person,
                    "wording_confirmation": wording_confirmation,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def carry_goals(
        self,
        case_id: Id,
        *,
        goal_ids: Sequence[str],
        paper_sha256: str,
        chosen_on: Day | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> PlanOut:
        """Take the goals that the client chose along into the draft plan of their part of a conjoint case."""
        return cast(
            PlanOut,
            self._send(
                "POST",
                "/v1/cases/{}/carried-goals",
                case_id,
                body={"goal_ids": goal_ids, "paper_sha256": paper_sha256, "chosen_on": chosen_on},
                idempotency_key=idempotency_key,
            ),
        )

    def list_check_ins(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[CheckInOut]:
        """List the check-ins of a case, the latest week first."""
        return cast(
            Page[CheckInOut],
            self._send("GET", "/v1/cases/{}/check-ins", case_id, query={"limit": limit, "cursor": cursor}),
        )

    def record_check_in(
        self,
        case_id: Id,
        *,
        week_of: Day,
        source: Source,
        counts: Mapping[str, int] | Absent = ABSENT,
        ratings: Mapping[str, int] | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> CheckInOut:
        """Record a week in numbers; sent again with the same content it answers 200 with what is there."""
        return cast(
            CheckInOut,
            self._send(
                "POST",
                "/v1/cases/{}/check-ins",
                case_id,
                body={
                    "week_of": week_of,
                    "source": source,
                    "counts": counts,
                    "ratings": ratings,
                    "note": note,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def close_case(
        self,
        case_id: Id,
        *,
        closing_reason: ClosingReason,
        goals_outcome: GoalsOutcome,
        relationship_outcome: RelationshipOutcome,
        if_match: int,
        closed_on: Day | Absent = ABSENT,
        partner_attended: bool | Absent | None = ABSENT,
        summary: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> CaseOut:
        """Close a case with how its goals stand and what became of the relationship.

        No outcome ranks above another.
        """
        return cast(
            CaseOut,
            self._send(
                "POST",
                "/v1/cases/{}/close",
                case_id,
                body={
                    "closed_on": closed_on,
                    "closing_reason": closing_reason,
                    "goals_outcome": goals_outcome,
                    "relationship_outcome": relationship_outcome,
                    "partner_attended": partner_attended,
                    "summary": summary,
                },
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_conjoint_referrals(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[ConjointReferralOut]:
        """List the referrals of a case to conjoint work, newest first, those entered in error among them."""
        return cast(
            Page[ConjointReferralOut],
            self._send(
                "GET",
                "/v1/cases/{}/conjoint-referrals",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_conjoint_referral(
        self,
        case_id: Id,
        *,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        occurred_on: Day | Absent = ABSENT,
        invitation_id: Id | Absent | None = ABSENT,
        response_id: Id | Absent | None = ABSENT,
        referred_to: ReferredTo | Absent = ABSENT,
        to_staff_id: Id | Absent | None = ABSENT,
        to_whom: str | Absent | None = ABSENT,
        rationale: str | Absent | None = ABSENT,
        client_paper: SignedPaper | Absent | None = ABSENT,
        partner_paper: SignedPaper | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> ConjointReferralOut:
        """Refer client and partner, who wish it, to work with both.

        To another therapist unless both sign otherwise.
        """
        return cast(
            ConjointReferralOut,
            self._send(
                "POST",
                "/v1/cases/{}/conjoint-referrals",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "occurred_on": occurred_on,
                    "invitation_id": invitation_id,
                    "response_id": response_id,
                    "referred_to": referred_to,
                    "to_staff_id": to_staff_id,
                    "to_whom": to_whom,
                    "rationale": rationale,
                    "client_paper": client_paper,
                    "partner_paper": partner_paper,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_control_circles(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[ControlCircleOut]:
        """List the control circles of a case, newest first, those entered in error among them."""
        return cast(
            Page[ControlCircleOut],
            self._send(
                "GET",
                "/v1/cases/{}/control-circles",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_control_circle(
        self,
        case_id: Id,
        *,
        inside: Sequence[str],
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        occurred_on: Day | Absent = ABSENT,
        outside: Sequence[str] | Absent = ABSENT,
        idempotency_key: str | None = None,
    ) -> ControlCircleOut:
        """Record what the client sees in their own hands, and what not."""
        return cast(
            ControlCircleOut,
            self._send(
                "POST",
                "/v1/cases/{}/control-circles",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "occurred_on": occurred_on,
                    "inside": inside,
                    "outside": outside,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_cycle_maps(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[CycleMapOut]:
        """List the cycle maps of a case, newest first, those entered in error among them."""
        return cast(
            Page[CycleMapOut],
            self._send("GET", "/v1/cases/{}/cycle-maps", case_id, query={"limit": limit, "cursor": cursor}),
        )

    def record_cycle_map(
        self,
        case_id: Id,
        *,
        pattern: CyclePattern,
        client_role: CycleRole,
        nodes: Sequence[CycleNodeInput],
        edges: Sequence[CycleEdgeInput],
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        drawn_on: Day | Absent = ABSENT,
        intensity: int | Absent | None = ABSENT,
        control_focus: ControlFocus | Absent | None = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> CycleMapOut:
        """Draw a map of the couple's cycle; it supersedes the one before."""
        return cast(
            CycleMapOut,
            self._send(
                "POST",
                "/v1/cases/{}/cycle-maps",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "drawn_on": drawn_on,
                    "pattern": pattern,
                    "client_role": client_role,
                    "intensity": intensity,
                    "control_focus": control_focus,
                    "note": note,
                    "nodes": nodes,
                    "edges": edges,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def get_dashboard(self, case_id: Id) -> Dashboard:
        """Read a case in one answer."""
        return cast(Dashboard, self._send("GET", "/v1/cases/{}/dashboard", case_id))

    def deactivate_case(
        self,
        case_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        reason: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> CaseOut:
        """Note that the client has stopped coming: to inactive."""
        return cast(
            CaseOut,
            self._send(
                "POST",
                "/v1/cases/{}/deactivate",
                case_id,
                body={"occurred_on": occurred_on, "reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_decision_points(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[DecisionPointOut]:
        """List the client's decisions, newest first, those entered in error among them."""
        return cast(
            Page[DecisionPointOut],
            self._send(
                "GET",
                "/v1/cases/{}/decision-points",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_decision_point(
        self,
        case_id: Id,
        *,
        choice: DecisionOption,
        ambivalence_stay: int,
        ambivalence_leave: int,
        review_on: Day,
        options: Sequence[DecisionOption] | Absent = ABSENT,
        dealbreakers: Sequence[str] | Absent = ABSENT,
        using_refusal_as_evidence: bool | Absent | None = ABSENT,
        viability_doubt: int | Absent | None = ABSENT,
        words: str | Absent | None = ABSENT,
        method: DecisionMethod | Absent | None = ABSENT,
        paper: DecisionPaper | Absent | None = ABSENT,
        decided_on: Day | Absent = ABSENT,
        acceptance_of_refusal: int | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> DecisionPointOut:
        """File a decision that the client signed on paper; a decision of anybody else's is refused."""
        return cast(
            DecisionPointOut,
            self._send(
                "POST",
                "/v1/cases/{}/decision-points",
                case_id,
                body={
                    "choice": choice,
                    "options": options,
                    "dealbreakers": dealbreakers,
                    "ambivalence_stay": ambivalence_stay,
                    "ambivalence_leave": ambivalence_leave,
                    "using_refusal_as_evidence": using_refusal_as_evidence,
                    "viability_doubt": viability_doubt,
                    "words": words,
                    "review_on": review_on,
                    "method": method,
                    "paper": paper,
                    "decided_on": decided_on,
                    "acceptance_of_refusal": acceptance_of_refusal,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_do_not_contacts(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[DoNotContactOut]:
        """List who is not to be contacted, as staff recorded it."""
        return cast(
            Page[DoNotContactOut],
            self._send(
                "GET",
                "/v1/cases/{}/do-not-contacts",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_do_not_contact(
        self,
        case_id: Id,
        *,
        email: str | Absent | None = ABSENT,
        phone: str | Absent | None = ABSENT,
        postal_address: str | Absent | None = ABSENT,
        partner: bool | Absent = ABSENT,
        idempotency_key: str | None = None,
    ) -> DoNotContactOut:
        """Record that somebody is not to be contacted; the address is not kept, only a keyed hash of it."""
        return cast(
            DoNotContactOut,
            self._send(
                "POST",
                "/v1/cases/{}/do-not-contacts",
                case_id,
                body={"email": email, "phone": phone, "postal_address": postal_address, "partner": partner},
                idempotency_key=idempotency_key,
            ),
        )

    def list_experiments(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[ExperimentOut]:
        """List the experiments of a case, newest first, those entered in error among them."""
        return cast(
            Page[ExperimentOut],
            self._send("GET", "/v1/cases/{}/experiments", case_id, query={"limit": limit, "cursor": cursor}),
        )

    def record_experiment(
        self,
        case_id: Id,
        *,
        own_move: str,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        template: ExperimentTemplate | Absent = ABSENT,
        expected_change_back: str | Absent | None = ABSENT,
        planned_on: Day | Absent = ABSENT,
        days_planned: int | Absent | None = ABSENT,
        strategy_id: Id | Absent | None = ABSENT,
        own_part_item_id: Id | Absent | None = ABSENT,
        wording_confirmation: WordingConfirmation | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> ExperimentOut:
        """Plan an experiment: a move of the client's own, for a day that may lie ahead."""
        return cast(
            ExperimentOut,
            self._send(
                "POST",
                "/v1/cases/{}/experiments",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "template": template,
                    "own_move": own_move,
                    "expected_change_back": expected_change_back,
                    "planned_on": planned_on,
                    "days_planned": days_planned,
                    "strategy_id": strategy_id,
                    "own_part_item_id": own_part_item_id,
                    "wording_confirmation": wording_confirmation,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_follow_ups(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[FollowUpOut]:
        """List the follow-ups of a case, the last due first."""
        return cast(
            Page[FollowUpOut],
            self._send("GET", "/v1/cases/{}/follow-ups", case_id, query={"limit": limit, "cursor": cursor}),
        )

    def plan_follow_up(
        self,
        case_id: Id,
        *,
        months_after: Literal[3, 6, 12, 24, 60],
        idempotency_key: str | None = None,
    ) -> FollowUpOut:
        """Plan a follow-up of a closed case on request.

        Closing plans them all, where the client may be asked.
        """
        return cast(
            FollowUpOut,
            self._send(
                "POST",
                "/v1/cases/{}/follow-ups",
                case_id,
                body={"months_after": months_after},
                idempotency_key=idempotency_key,
            ),
        )

    def get_formulation(self, case_id: Id) -> FormulationOut:
        """Read the client's own side of a case at a glance: counts and days, no words."""
        return cast(FormulationOut, self._send("GET", "/v1/cases/{}/formulation", case_id))

    def check_goal(
        self,
        case_id: Id,
        *,
        acting_person: GoalPerson,
        measured_person: GoalPerson,
        title: str | Absent | None = ABSENT,
        less: Sequence[str] | Absent = ABSENT,
        more: Sequence[str] | Absent = ABSENT,
        instead_of: Sequence[str] | Absent = ABSENT,
        indicator: str | Absent | None = ABSENT,
        levels: Sequence[LevelText] | Absent = ABSENT,
        texts: Sequence[str] | Absent = ABSENT,
    ) -> GoalCheckOut:
        """Ask whether a goal would pass the own-control check; nothing is stored."""
        return cast(
            GoalCheckOut,
            self._send(
                "POST",
                "/v1/cases/{}/goal-check",
                case_id,
                body={
                    "acting_person": acting_person,
                    "measured_person": measured_person,
                    "title": title,
                    "less": less,
                    "more": more,
                    "instead_of": instead_of,
                    "indicator": indicator,
                    "levels": levels,
                    "texts": texts,
                },
            ),
        )

    def hold_case(
        self,
        case_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        reason: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> CaseOut:
        """Pause the work by agreement: from active to on hold."""
        return cast(
            CaseOut,
            self._send(
                "POST",
                "/v1/cases/{}/hold",
                case_id,
                body={"occurred_on": occurred_on, "reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_hopes(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[HopeOut]:
        """List the hopes of a case, newest first, those entered in error among them."""
        return cast(
            Page[HopeOut],
            self._send("GET", "/v1/cases/{}/hopes", case_id, query={"limit": limit, "cursor": cursor}),
        )

    def record_hope(
        self,
        case_id: Id,
        *,
        text: str,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        occurred_on: Day | Absent = ABSENT,
        idempotency_key: str | None = None,
    ) -> HopeOut:
        """Record what the client hopes for from the partner; it is never scored."""
        return cast(
            HopeOut,
            self._send(
                "POST",
                "/v1/cases/{}/hopes",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "occurred_on": occurred_on,
                    "text": text,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_intake_profiles(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[IntakeProfileOut]:
        """List the intake profiles of a case, newest first, those entered in error among them."""
        return cast(
            Page[IntakeProfileOut],
            self._send(
                "GET",
                "/v1/cases/{}/intake-profiles",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_intake_profile(
        self,
        case_id: Id,
        *,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        taken_on: Day | Absent = ABSENT,
        suitable_format: CareFormat | Absent | None = ABSENT,
        suitability_reason: str | Absent | None = ABSENT,
        format_preference: FormatPreference | Absent | None = ABSENT,
        client_reluctance_solo: int | Absent | None = ABSENT,
        readiness: int | Absent | None = ABSENT,
        confidence: int | Absent | None = ABSENT,
        last_ditch: bool | Absent | None = ABSENT,
        timing: HelpTiming | Absent | None = ABSENT,
        impasse: bool | Absent | None = ABSENT,
        concern: str | Absent | None = ABSENT,
        approach: str | Absent | None = ABSENT,
        power_balance: int | Absent | None = ABSENT,
        perceived_investment_gap: int | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> IntakeProfileOut:
        """Record what was found out at intake: one profile a case, filled in bit by bit."""
        return cast(
            IntakeProfileOut,
            self._send(
                "POST",
                "/v1/cases/{}/intake-profiles",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "taken_on": taken_on,
                    "suitable_format": suitable_format,
                    "suitability_reason": suitability_reason,
                    "format_preference": format_preference,
                    "client_reluctance_solo": client_reluctance_solo,
                    "readiness": readiness,
                    "confidence": confidence,
                    "last_ditch": last_ditch,
                    "timing": timing,
                    "impasse": impasse,
                    "concern": concern,
                    "approach": approach,
                    "power_balance": power_balance,
                    "perceived_investment_gap": perceived_investment_gap,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_invitation_holds(self, case_id: Id, *, step: Step | None = None) -> HoldsOut:
        """Ask what would stand in the way of an invitation, all at once; nothing is written or sent."""
        return cast(
            HoldsOut,
            self._send("GET", "/v1/cases/{}/invitation-holds", case_id, query={"step": step}),
        )

    def list_invitations(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[InvitationOut]:
        """List the invitations of a case, newest first."""
        return cast(
            Page[InvitationOut],
            self._send("GET", "/v1/cases/{}/invitations", case_id, query={"limit": limit, "cursor": cursor}),
        )

    def draft_invitation(
        self,
        case_id: Id,
        *,
        offer: InvitationOffer | Absent = ABSENT,
        purpose: InvitationPurpose | Absent | None = ABSENT,
        format: VisitFormat | Absent = ABSENT,
        delivery: Delivery | Absent = ABSENT,
        locale: str | Absent = ABSENT,
        client_words: str | Absent | None = ABSENT,
        address: str | Absent | None = ABSENT,
        partner_event_id: Id | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> InvitationOut:
        """Write an invitation; its words are composed, with a few of the client's own between them."""
        return cast(
            InvitationOut,
            self._send(
                "POST",
                "/v1/cases/{}/invitations",
                case_id,
                body={
                    "offer": offer,
                    "purpose": purpose,
                    "format": format,
                    "delivery": delivery,
                    "locale": locale,
                    "client_words": client_words,
                    "address": address,
                    "partner_event_id": partner_event_id,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_legal_proceedings(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[LegalProceedingOut]:
        """List the legal proceedings of a case, newest first, those entered in error among them."""
        return cast(
            Page[LegalProceedingOut],
            self._send(
                "GET",
                "/v1/cases/{}/legal-proceedings",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_legal_proceeding(
        self,
        case_id: Id,
        *,
        kind: ProceedingKind,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        begun_on: Day | Absent = ABSENT,
        ended_on: Day | Absent | None = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> LegalProceedingOut:
        """Record that legal proceedings began; while they last, an invitation waits for a look at it."""
        return cast(
            LegalProceedingOut,
            self._send(
                "POST",
                "/v1/cases/{}/legal-proceedings",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "kind": kind,
                    "begun_on": begun_on,
                    "ended_on": ended_on,
                    "note": note,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def mark_case_in_error(
        self,
        case_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> CaseOut:
        """Mark a case as entered in error.

        It is kept, takes no entries, and is out of everything that counts.
        """
        return cast(
            CaseOut,
            self._send(
                "POST",
                "/v1/cases/{}/mark-in-error",
                case_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_measure_results(self, case_id: Id, *, instrument: str | None = None) -> MeasureResults:
        """Read the measures of a case over time.

        Change since the first by every set of parameters, and the course.
        """
        return cast(
            MeasureResults,
            self._send("GET", "/v1/cases/{}/measure-results", case_id, query={"instrument": instrument}),
        )

    def list_motive_checks(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[MotiveCheckOut]:
        """List the motive checks of a case, newest first, those entered in error among them."""
        return cast(
            Page[MotiveCheckOut],
            self._send(
                "GET",
                "/v1/cases/{}/motive-checks",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_motive_check(
        self,
        case_id: Id,
        *,
        validation_seeking: int,
        fix_partner: int,
        build_case: int,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        occurred_on: Day | Absent = ABSENT,
        stage: int | Absent | None = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> MotiveCheckOut:
        """Record what the client wants of the therapy, as asked at a stage."""
        return cast(
            MotiveCheckOut,
            self._send(
                "POST",
                "/v1/cases/{}/motive-checks",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "occurred_on": occurred_on,
                    "stage": stage,
                    "validation_seeking": validation_seeking,
                    "fix_partner": fix_partner,
                    "build_case": build_case,
                    "note": note,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_neutrality_checks(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[NeutralityCheckOut]:
        """List one's own checks of a case, newest first."""
        return cast(
            Page[NeutralityCheckOut],
            self._send(
                "GET",
                "/v1/cases/{}/neutrality-checks",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def list_outreach_attempts(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[OutreachAttemptOut]:
        """List the outreach attempts of a case, newest first, those entered in error among them."""
        return cast(
            Page[OutreachAttemptOut],
            self._send(
                "GET",
                "/v1/cases/{}/outreach-attempts",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_outreach_attempt(
        self,
        case_id: Id,
        *,
        channel: Channel,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        occurred_on: Day | Absent = ABSENT,
        reached: bool | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> OutreachAttemptOut:
        """Record a try to reach a client who stays away: on a channel that they allowed, two at most."""
        return cast(
            OutreachAttemptOut,
            self._send(
                "POST",
                "/v1/cases/{}/outreach-attempts",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "occurred_on": occurred_on,
                    "channel": channel,
                    "reached": reached,
                    "note": note,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_own_part_items(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[OwnPartOut]:
        """List the own part items of a case, newest first, those entered in error among them."""
        return cast(
            Page[OwnPartOut],
            self._send(
                "GET",
                "/v1/cases/{}/own-part-items",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_own_part_item(
        self,
        case_id: Id,
        *,
        category: OwnPartCategory,
        behaviour: str,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        named_on: Day | Absent = ABSENT,
        trigger: str | Absent | None = ABSENT,
        frequency: OwnPartFrequency | Absent | None = ABSENT,
        impact: str | Absent | None = ABSENT,
        alternative: str | Absent | None = ABSENT,
        responsibility_statement: str | Absent | None = ABSENT,
        strategy: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> OwnPartOut:
        """Record an own part that the client names; it is no admission, and never exported as one."""
        return cast(
            OwnPartOut,
            self._send(
                "POST",
                "/v1/cases/{}/own-part-items",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "named_on": named_on,
                    "category": category,
                    "behaviour": behaviour,
                    "trigger": trigger,
                    "frequency": frequency,
                    "impact": impact,
                    "alternative": alternative,
                    "responsibility_statement": responsibility_statement,
                    "strategy": strategy,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def get_partner_informed(self, case_id: Id) -> PartnerInformedOut:
        """Read whether the partner knows that the client attends therapy, and what is planned."""
        return cast(PartnerInformedOut, self._send("GET", "/v1/cases/{}/partner-informed", case_id))

    def list_partner_stances(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[StanceOut]:
        """List the partner stances of a case, newest first, those entered in error among them."""
        return cast(
            Page[StanceOut],
            self._send(
                "GET",
                "/v1/cases/{}/partner-stances",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_partner_stance(
        self,
        case_id: Id,
        *,
        stance: Stance,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        occurred_on: Day | Absent = ABSENT,
        reported_by: ReportedBy | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> StanceOut:
        """Record the partner's stance from a day on, as reported; earlier ones are kept."""
        return cast(
            StanceOut,
            self._send(
                "POST",
                "/v1/cases/{}/partner-stances",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "occurred_on": occurred_on,
                    "stance": stance,
                    "reported_by": reported_by,
                    "note": note,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_partner_statements(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[PartnerStatementOut]:
        """List the partner statements of a case, newest first, those entered in error among them."""
        return cast(
            Page[PartnerStatementOut],
            self._send(
                "GET",
                "/v1/cases/{}/partner-statements",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_partner_statement(
        self,
        case_id: Id,
        *,
        text: str,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        occurred_on: Day | Absent = ABSENT,
        kind: StatementKind | Absent = ABSENT,
        source: StatementSource | Absent = ABSENT,
        directness: Directness | Absent = ABSENT,
        line_crossing: LineCrossing | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> PartnerStatementOut:
        """Record what somebody said about the partner; it is unverified, whoever says it."""
        return cast(
            PartnerStatementOut,
            self._send(
                "POST",
                "/v1/cases/{}/partner-statements",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "occurred_on": occurred_on,
                    "kind": kind,
                    "text": text,
                    "source": source,
                    "directness": directness,
                    "line_crossing": line_crossing,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_plans(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[PlanOut]:
        """List the versions of the plan, the newest first."""
        return cast(
            Page[PlanOut],
            self._send("GET", "/v1/cases/{}/plans", case_id, query={"limit": limit, "cursor": cursor}),
        )

    def draft_plan(
        self,
        case_id: Id,
        *,
        values_statement: str | Absent | None = ABSENT,
        review_due_on: Day | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> PlanOut:
        """Make an empty draft of the treatment plan; one draft a case at a time."""
        return cast(
            PlanOut,
            self._send(
                "POST",
                "/v1/cases/{}/plans",
                case_id,
                body={"values_statement": values_statement, "review_due_on": review_due_on},
                idempotency_key=idempotency_key,
            ),
        )

    def list_pressure_events(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[PressureEventOut]:
        """List the pressure events of a case, newest first, those entered in error among them."""
        return cast(
            Page[PressureEventOut],
            self._send(
                "GET",
                "/v1/cases/{}/pressure-events",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_pressure_event(
        self,
        case_id: Id,
        *,
        type: PressureType,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        occurred_on: Day | Absent = ABSENT,
        times: int | Absent = ABSENT,
        cycle_map_id: Id | Absent | None = ABSENT,
        note: str | Absent | None = ABSENT,
        partner_experience_hypothesis: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> PressureEventOut:
        """Record an attempt to involve the partner, and how the partner may have felt it."""
        return cast(
            PressureEventOut,
            self._send(
                "POST",
                "/v1/cases/{}/pressure-events",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "occurred_on": occurred_on,
                    "type": type,
                    "times": times,
                    "cycle_map_id": cycle_map_id,
                    "note": note,
                    "partner_experience_hypothesis": partner_experience_hypothesis,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_prior_strategies(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[PriorStrategyOut]:
        """List the prior strategies of a case, newest first, those entered in error among them."""
        return cast(
            Page[PriorStrategyOut],
            self._send(
                "GET",
                "/v1/cases/{}/prior-strategies",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_prior_strategy(
        self,
        case_id: Id,
        *,
        code: StrategyCode,
        effect: int,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        noted_on: Day | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> PriorStrategyOut:
        """Record what the client tried before, and its effect."""
        return cast(
            PriorStrategyOut,
            self._send(
                "POST",
                "/v1/cases/{}/prior-strategies",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "noted_on": noted_on,
                    "code": code,
                    "effect": effect,
                    "note": note,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_prior_therapies(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[PriorTherapyOut]:
        """List the prior therapies of a case, newest first, those entered in error among them."""
        return cast(
            Page[PriorTherapyOut],
            self._send(
                "GET",
                "/v1/cases/{}/prior-therapies",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_prior_therapy(
        self,
        case_id: Id,
        *,
        who: TherapyWho,
        format: TherapyFormat,
        experience: TherapyExperience,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        noted_on: Day | Absent = ABSENT,
        began_on: Day | Absent | None = ABSENT,
        ended_on: Day | Absent | None = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> PriorTherapyOut:
        """Record an earlier therapy of the client, the partner, or both."""
        return cast(
            PriorTherapyOut,
            self._send(
                "POST",
                "/v1/cases/{}/prior-therapies",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "noted_on": noted_on,
                    "who": who,
                    "format": format,
                    "experience": experience,
                    "began_on": began_on,
                    "ended_on": ended_on,
                    "note": note,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def get_progress(self, case_id: Id, *, as_of_week: int | None = None) -> ProgressOut:
        """Compute the figures of a case as of a week, with the parameters they were computed with."""
        return cast(
            ProgressOut,
            self._send("GET", "/v1/cases/{}/progress", case_id, query={"as_of_week": as_of_week}),
        )

    def get_progress_chart(self, case_id: Id, *, as_of_week: int | None = None) -> bytes:
        """Draw the progress of a case as an SVG picture."""
        return cast(
            bytes,
            self._send(
                "GET",
                "/v1/cases/{}/progress-chart",
                case_id,
                query={"as_of_week": as_of_week},
                accept="image/svg+xml",
            ),
        )

    def list_reactions(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[ReactionOut]:
        """List the reactions of a case, newest first, those entered in error among them."""
        return cast(
            Page[ReactionOut],
            self._send("GET", "/v1/cases/{}/reactions", case_id, query={"limit": limit, "cursor": cursor}),
        )

    def record_reaction(
        self,
        case_id: Id,
        *,
        code: ReactionCode,
        intensity: int,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        occurred_on: Day | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> ReactionOut:
        """Record what the refusal does to the client on a day, from 0 to 10."""
        return cast(
            ReactionOut,
            self._send(
                "POST",
                "/v1/cases/{}/reactions",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "occurred_on": occurred_on,
                    "code": code,
                    "intensity": intensity,
                    "note": note,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_refusals(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[RefusalOut]:
        """List the refusals of a case, newest first, those entered in error among them."""
        return cast(
            Page[RefusalOut],
            self._send("GET", "/v1/cases/{}/refusals", case_id, query={"limit": limit, "cursor": cursor}),
        )

    def record_refusal(
        self,
        case_id: Id,
        *,
        answer: RefusalAnswer,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        occurred_on: Day | Absent = ABSENT,
        how_asked: str | Absent | None = ABSENT,
        words: str | Absent | None = ABSENT,
        quoted: bool | Absent = ABSENT,
        reasons: Sequence[ReasonCreate] | Absent = ABSENT,
        idempotency_key: str | None = None,
    ) -> RefusalOut:
        """Record that the partner was asked and did not agree, with the reasons that may lie behind it."""
        return cast(
            RefusalOut,
            self._send(
                "POST",
                "/v1/cases/{}/refusals",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "occurred_on": occurred_on,
                    "answer": answer,
                    "how_asked": how_asked,
                    "words": words,
                    "quoted": quoted,
                    "reasons": reasons,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def reopen_case(
        self,
        case_id: Id,
        *,
        if_match: int,
        opened_on: Day | Absent = ABSENT,
        idempotency_key: str | None = None,
    ) -> CaseOut:
        """Open a new case that follows a closed one, for the same client and partner; once."""
        return cast(
            CaseOut,
            self._send(
                "POST",
                "/v1/cases/{}/reopen",
                case_id,
                body={"opened_on": opened_on},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def resume_case(
        self,
        case_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        reason: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> CaseOut:
        """Take the work up again: from on hold or inactive to active."""
        return cast(
            CaseOut,
            self._send(
                "POST",
                "/v1/cases/{}/resume",
                case_id,
                body={"occurred_on": occurred_on, "reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_ripple(self, case_id: Id, *, as_of_week: int | None = None) -> RippleOut:
        """Set the client's own change beside what came back, as reported: a description, no proof."""
        return cast(
            RippleOut,
            self._send("GET", "/v1/cases/{}/ripple", case_id, query={"as_of_week": as_of_week}),
        )

    def get_ripple_chart(
        self,
        case_id: Id,
        *,
        as_of_week: int | None = None,
        own: WeeklyMeasure | None = None,
    ) -> bytes:
        """Draw own change and what came back as an SVG picture."""
        return cast(
            bytes,
            self._send(
                "GET",
                "/v1/cases/{}/ripple-chart",
                case_id,
                query={"as_of_week": as_of_week, "own": own},
                accept="image/svg+xml",
            ),
        )

    def list_risk_answers(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[RiskAnswerOut]:
        """List the risk answers of a case, the latest first."""
        return cast(
            Page[RiskAnswerOut],
            self._send("GET", "/v1/cases/{}/risk-answers", case_id, query={"limit": limit, "cursor": cursor}),
        )

    def get_safety_standing(self, case_id: Id) -> StandingOut:
        """Read how a case stands as to safety.

        The last screen, open flags, what is due, and the blocks that follow.
        """
        return cast(StandingOut, self._send("GET", "/v1/cases/{}/safety", case_id))

    def check_safety(self, case_id: Id, *, what: Guarded) -> StandingOut:
        """Ask whether something that safety guards may be done now.

        It is refused as the act itself would be.
        """
        return cast(
            StandingOut,
            self._send("POST", "/v1/cases/{}/safety-check", case_id, body={"what": what}),
        )

    def list_safety_flags(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[SafetyFlagOut]:
        """List the flags of a case, the latest first, those released among them."""
        return cast(
            Page[SafetyFlagOut],
            self._send("GET", "/v1/cases/{}/safety-flags", case_id, query={"limit": limit, "cursor": cursor}),
        )

    def raise_safety_flag(
        self,
        case_id: Id,
        *,
        kind: FlagKind,
        grade: SafetyGrade,
        raised_on: Day | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> SafetyFlagOut:
        """Flag a case for a danger that was learned of otherwise than by a screen.

        An open flag is raised again.
        """
        return cast(
            SafetyFlagOut,
            self._send(
                "POST",
                "/v1/cases/{}/safety-flags",
                case_id,
                body={"kind": kind, "grade": grade, "raised_on": raised_on, "note": note},
                idempotency_key=idempotency_key,
            ),
        )

    def get_safety_plan(self, case_id: Id) -> SafetyPlanOut:
        """Read the version of the safety plan that holds."""
        return cast(SafetyPlanOut, self._send("GET", "/v1/cases/{}/safety-plan", case_id))

    def write_safety_plan(
        self,
        case_id: Id,
        *,
        agreed_on: Day | Absent = ABSENT,
        warning_signs: str | Absent | None = ABSENT,
        own_coping: str | Absent | None = ABSENT,
        people: str | Absent | None = ABSENT,
        places: str | Absent | None = ABSENT,
        professional_contacts: str | Absent | None = ABSENT,
        safe_communication: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> SafetyPlanOut:
        """Write the next version of the safety plan, whole."""
        return cast(
            SafetyPlanOut,
            self._send(
                "POST",
                "/v1/cases/{}/safety-plan",
                case_id,
                body={
                    "agreed_on": agreed_on,
                    "warning_signs": warning_signs,
                    "own_coping": own_coping,
                    "people": people,
                    "places": places,
                    "professional_contacts": professional_contacts,
                    "safe_communication": safe_communication,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_safety_plan_versions(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[SafetyPlanOut]:
        """List every version of the safety plan, the latest first."""
        return cast(
            Page[SafetyPlanOut],
            self._send(
                "GET",
                "/v1/cases/{}/safety-plan/versions",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def list_safety_referrals(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[SafetyReferralOut]:
        """List the safety referrals of a case, the latest first."""
        return cast(
            Page[SafetyReferralOut],
            self._send(
                "GET",
                "/v1/cases/{}/safety-referrals",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def offer_safety_referral(
        self,
        case_id: Id,
        *,
        kind: ReferralKind,
        offered_on: Day | Absent = ABSENT,
        service: str | Absent | None = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> SafetyReferralOut:
        """Offer the client help elsewhere; nobody but the client is ever referred."""
        return cast(
            SafetyReferralOut,
            self._send(
                "POST",
                "/v1/cases/{}/safety-referrals",
                case_id,
                body={"kind": kind, "offered_on": offered_on, "service": service, "note": note},
                idempotency_key=idempotency_key,
            ),
        )

    def list_safety_screens(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[SafetyScreenOut]:
        """List the safety screens of a case, the latest first, those entered in error among them."""
        return cast(
            Page[SafetyScreenOut],
            self._send(
                "GET",
                "/v1/cases/{}/safety-screens",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_safety_screen(
        self,
        case_id: Id,
        *,
        taken_alone: bool,
        how: ScreenMode,
        answered_by: AnsweredBy,
        instruments: Sequence[InstrumentAnswers],
        taken_on: Day | Absent = ABSENT,
        fear: bool | Absent | None = ABSENT,
        injury: bool | Absent | None = ABSENT,
        weapon: bool | Absent | None = ABSENT,
        strangulation: bool | Absent | None = ABSENT,
        threat_of_retaliation: bool | Absent | None = ABSENT,
        coercive_control: bool | Absent | None = ABSENT,
        contempt: bool | Absent | None = ABSENT,
        partner_addiction_reported: bool | Absent | None = ABSENT,
        own_addiction: bool | Absent | None = ABSENT,
        line_crossing: LineCrossing | Absent | None = ABSENT,
        danger_total: int | Absent | None = ABSENT,
        danger_level: DangerLevel | Absent | None = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> SafetyScreenOut:
        """Record a safety screen that the client answered alone; a positive one flags the case."""
        return cast(
            SafetyScreenOut,
            self._send(
                "POST",
                "/v1/cases/{}/safety-screens",
                case_id,
                body={
                    "taken_on": taken_on,
                    "taken_alone": taken_alone,
                    "how": how,
                    "answered_by": answered_by,
                    "instruments": instruments,
                    "fear": fear,
                    "injury": injury,
                    "weapon": weapon,
                    "strangulation": strangulation,
                    "threat_of_retaliation": threat_of_retaliation,
                    "coercive_control": coercive_control,
                    "contempt": contempt,
                    "partner_addiction_reported": partner_addiction_reported,
                    "own_addiction": own_addiction,
                    "line_crossing": line_crossing,
                    "danger_total": danger_total,
                    "danger_level": danger_level,
                    "note": note,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_secrets(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[SecretOut]:
        """List the secrets of a case, newest first, those entered in error among them."""
        return cast(
            Page[SecretOut],
            self._send("GET", "/v1/cases/{}/secrets", case_id, query={"limit": limit, "cursor": cursor}),
        )

    def record_secret(
        self,
        case_id: Id,
        *,
        holder: SecretHolder,
        kind: SecretKind,
        text: str,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Literal["clinician_private"] | Absent = ABSENT,
        occurred_on: Day | Absent = ABSENT,
        policy_shown_on: Day | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> SecretOut:
        """Record a secret, for the treating therapist alone; each reading of it is audited."""
        return cast(
            SecretOut,
            self._send(
                "POST",
                "/v1/cases/{}/secrets",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "occurred_on": occurred_on,
                    "holder": holder,
                    "kind": kind,
                    "text": text,
                    "policy_shown_on": policy_shown_on,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_sessions(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[SessionOut]:
        """List the sessions of a case, newest first, those entered in error among them."""
        return cast(
            Page[SessionOut],
            self._send("GET", "/v1/cases/{}/sessions", case_id, query={"limit": limit, "cursor": cursor}),
        )

    def record_session(
        self,
        case_id: Id,
        *,
        minutes: int,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        held_on: Day | Absent = ABSENT,
        status: SessionStatus | Absent = ABSENT,
        present: Present | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> SessionOut:
        """Record a therapy session: its day, its minutes, who was present, whether it took place."""
        return cast(
            SessionOut,
            self._send(
                "POST",
                "/v1/cases/{}/sessions",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "held_on": held_on,
                    "minutes": minutes,
                    "status": status,
                    "present": present,
                    "note": note,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def get_case_stage(self, case_id: Id) -> StageOut:
        """Read the stage of a case with every exit rule and whether it is met."""
        return cast(StageOut, self._send("GET", "/v1/cases/{}/stage", case_id))

    def advance_case_stage(
        self,
        case_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> StageOut:
        """End the stage and begin the next, if every exit rule is met or waived."""
        return cast(
            StageOut,
            self._send(
                "POST",
                "/v1/cases/{}/stage/advance",
                case_id,
                body={"occurred_on": occurred_on},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def return_case_stage(
        self,
        case_id: Id,
        *,
        to_stage: int,
        if_match: int,
        occurred_on: Day | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> StageOut:
        """Go back to an earlier stage."""
        return cast(
            StageOut,
            self._send(
                "POST",
                "/v1/cases/{}/stage/return",
                case_id,
                body={"to_stage": to_stage, "occurred_on": occurred_on},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def waive_stage_rule(
        self,
        case_id: Id,
        *,
        rule: str,
        waived_by: WaivedBy,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> StageOut:
        """Waive an exit rule of the present stage, with the ground and a written reason."""
        return cast(
            StageOut,
            self._send(
                "POST",
                "/v1/cases/{}/stage/waive",
                case_id,
                body={"rule": rule, "waived_by": waived_by, "reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_status_changes(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[StatusChangeOut]:
        """List when and why a case went from status to status, newest first."""
        return cast(
            Page[StatusChangeOut],
            self._send(
                "GET",
                "/v1/cases/{}/status-changes",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def list_stop_asking_pacts(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[PactOut]:
        """List the stop asking pacts of a case, newest first, those entered in error among them."""
        return cast(
            Page[PactOut],
            self._send(
                "GET",
                "/v1/cases/{}/stop-asking-pacts",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_stop_asking_pact(
        self,
        case_id: Id,
        *,
        target_days: int,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        started_on: Day | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> PactOut:
        """Record that the client stops asking from a day on; one pact at a time."""
        return cast(
            PactOut,
            self._send(
                "POST",
                "/v1/cases/{}/stop-asking-pacts",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "started_on": started_on,
                    "target_days": target_days,
                    "note": note,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_strategy_changes(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[StrategyChangeOut]:
        """List the strategy changes of a case, newest first, those entered in error among them."""
        return cast(
            Page[StrategyChangeOut],
            self._send(
                "GET",
                "/v1/cases/{}/strategy-changes",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_strategy_change(
        self,
        case_id: Id,
        *,
        given_up: StrategyCode,
        instead: StrategyCode,
        reason: str,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        occurred_on: Day | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> StrategyChangeOut:
        """Record that the client gave up one strategy for another, and why."""
        return cast(
            StrategyChangeOut,
            self._send(
                "POST",
                "/v1/cases/{}/strategy-changes",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "occurred_on": occurred_on,
                    "given_up": given_up,
                    "instead": instead,
                    "reason": reason,
                    "note": note,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_strengths(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[StrengthOut]:
        """List the strengths of a case, newest first, those entered in error among them."""
        return cast(
            Page[StrengthOut],
            self._send("GET", "/v1/cases/{}/strengths", case_id, query={"limit": limit, "cursor": cursor}),
        )

    def record_strength(
        self,
        case_id: Id,
        *,
        kind: StrengthKind,
        text: str,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        noted_on: Day | Absent = ABSENT,
        what_helped: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> StrengthOut:
        """Record a strength of the couple, or a time when it went otherwise."""
        return cast(
            StrengthOut,
            self._send(
                "POST",
                "/v1/cases/{}/strengths",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "noted_on": noted_on,
                    "kind": kind,
                    "text": text,
                    "what_helped": what_helped,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_system_responses(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[SystemResponseOut]:
        """List the system responses of a case, newest first, those entered in error among them."""
        return cast(
            Page[SystemResponseOut],
            self._send(
                "GET",
                "/v1/cases/{}/system-responses",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_system_response(
        self,
        case_id: Id,
        *,
        valence: Valence,
        type: ResponseType,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        occurred_on: Day | Absent = ABSENT,
        domain: ResponseDomain | Absent = ABSENT,
        initiated_by: InitiatedBy | Absent = ABSENT,
        reported_by: ResponseReporter | Absent = ABSENT,
        with_fear: bool | Absent = ABSENT,
        words: str | Absent | None = ABSENT,
        experiment_id: Id | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> SystemResponseOut:
        """Record what is reported to have come back from the partner or the household."""
        return cast(
            SystemResponseOut,
            self._send(
                "POST",
                "/v1/cases/{}/system-responses",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "occurred_on": occurred_on,
                    "valence": valence,
                    "type": type,
                    "domain": domain,
                    "initiated_by": initiated_by,
                    "reported_by": reported_by,
                    "with_fear": with_fear,
                    "words": words,
                    "experiment_id": experiment_id,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_theme_tags(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[ThemeTagOut]:
        """List the theme tags of a case, newest first, those entered in error among them."""
        return cast(
            Page[ThemeTagOut],
            self._send("GET", "/v1/cases/{}/theme-tags", case_id, query={"limit": limit, "cursor": cursor}),
        )

    def record_theme_tag(
        self,
        case_id: Id,
        *,
        theme: Theme,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Literal["clinician_private"] | Absent = ABSENT,
        occurred_on: Day | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> ThemeTagOut:
        """Tag a theme that the clinician hears; it stays among clinicians and leaves in no export."""
        return cast(
            ThemeTagOut,
            self._send(
                "POST",
                "/v1/cases/{}/theme-tags",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "occurred_on": occurred_on,
                    "theme": theme,
                    "note": note,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_timeline(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[TimelineEntry]:
        """List what happened in a case, newest first: days, kinds and codes, no narrative."""
        return cast(
            Page[TimelineEntry],
            self._send("GET", "/v1/cases/{}/timeline", case_id, query={"limit": limit, "cursor": cursor}),
        )

    def list_told_partner(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[TellingOut]:
        """List the told partner of a case, newest first, those entered in error among them."""
        return cast(
            Page[TellingOut],
            self._send("GET", "/v1/cases/{}/told-partner", case_id, query={"limit": limit, "cursor": cursor}),
        )

    def record_telling(
        self,
        case_id: Id,
        *,
        shared: Sequence[Shared],
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        occurred_on: Day | Absent = ABSENT,
        words: str | Absent | None = ABSENT,
        prompted: bool | Absent = ABSENT,
        partner_reaction: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> TellingOut:
        """Record what the client told the partner.

        A second unprompted telling soon after counts as pressure.
        """
        return cast(
            TellingOut,
            self._send(
                "POST",
                "/v1/cases/{}/told-partner",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "occurred_on": occurred_on,
                    "shared": shared,
                    "words": words,
                    "prompted": prompted,
                    "partner_reaction": partner_reaction,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_tool_assignments(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[ToolAssignmentOut]:
        """List the tool assignments of a case, newest first, those entered in error among them."""
        return cast(
            Page[ToolAssignmentOut],
            self._send(
                "GET",
                "/v1/cases/{}/tool-assignments",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_tool_assignment(
        self,
        case_id: Id,
        *,
        tool: ToolCode,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        offered_on: Day | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> ToolAssignmentOut:
        """Offer the client a tool; a safety block that forbids it is named."""
        return cast(
            ToolAssignmentOut,
            self._send(
                "POST",
                "/v1/cases/{}/tool-assignments",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "tool": tool,
                    "offered_on": offered_on,
                    "note": note,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_transparency_plans(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[TransparencyPlanOut]:
        """List the transparency plans of a case, newest first, those entered in error among them."""
        return cast(
            Page[TransparencyPlanOut],
            self._send(
                "GET",
                "/v1/cases/{}/transparency-plans",
                case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_transparency_plan(
        self,
        case_id: Id,
        *,
        intent: TellingIntent,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        occurred_on: Day | Absent = ABSENT,
        what: Sequence[Shared] | Absent = ABSENT,
        by_whom: ToldBy | Absent | None = ABSENT,
        planned_for: Day | Absent | None = ABSENT,
        words: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> TransparencyPlanOut:
        """Record what the partner is to be told, when and by whom, or that the therapy stays private."""
        return cast(
            TransparencyPlanOut,
            self._send(
                "POST",
                "/v1/cases/{}/transparency-plans",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "occurred_on": occurred_on,
                    "intent": intent,
                    "what": what,
                    "by_whom": by_whom,
                    "planned_for": planned_for,
                    "words": words,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def get_trends(self, case_id: Id, *, as_of_week: int | None = None) -> TrendsOut:
        """Read series together: openness and pressure, agency and grief, ways of speaking, skills, focus."""
        return cast(
            TrendsOut,
            self._send("GET", "/v1/cases/{}/trends", case_id, query={"as_of_week": as_of_week}),
        )

    def list_ultimatums(
        self,
        case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[UltimatumOut]:
        """List the ultimatums of a case, newest first, those entered in error among them."""
        return cast(
            Page[UltimatumOut],
            self._send("GET", "/v1/cases/{}/ultimatums", case_id, query={"limit": limit, "cursor": cursor}),
        )

    def record_ultimatum(
        self,
        case_id: Id,
        *,
        terms: str,
        stay: int,
        leave: int,
        about: About | Absent = ABSENT,
        confided_by: ConfidedBy | Absent = ABSENT,
        visibility: Visibility | Absent = ABSENT,
        considered_on: Day | Absent = ABSENT,
        issued_on: Day | Absent | None = ABSENT,
        deadline_on: Day | Absent | None = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> UltimatumOut:
        """Record an ultimatum that the client considers or has given, and how ambivalent they are."""
        return cast(
            UltimatumOut,
            self._send(
                "POST",
                "/v1/cases/{}/ultimatums",
                case_id,
                body={
                    "about": about,
                    "confided_by": confided_by,
                    "visibility": visibility,
                    "considered_on": considered_on,
                    "issued_on": issued_on,
                    "terms": terms,
                    "deadline_on": deadline_on,
                    "stay": stay,
                    "leave": leave,
                    "note": note,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def get_check_in(self, check_in_id: Id) -> CheckInOut:
        """Read a check-in."""
        return cast(CheckInOut, self._send("GET", "/v1/check-ins/{}", check_in_id))

    def correct_check_in(
        self,
        check_in_id: Id,
        *,
        reason: str,
        if_match: int,
        counts: Mapping[str, int | None] | Absent = ABSENT,
        ratings: Mapping[str, int | None] | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
    ) -> CheckInOut:
        """Correct a check-in with a reason; what it said before is kept."""
        return cast(
            CheckInOut,
            self._send(
                "PATCH",
                "/v1/check-ins/{}",
                check_in_id,
                body={"counts": counts, "ratings": ratings, "note": note, "reason": reason},
                if_match=if_match,
            ),
        )

    def list_check_in_corrections(
        self,
        check_in_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[CheckInCorrectionOut]:
        """List what a check-in said before each of its corrections, the latest first."""
        return cast(
            Page[CheckInCorrectionOut],
            self._send(
                "GET",
                "/v1/check-ins/{}/corrections",
                check_in_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def mark_check_in_in_error(
        self,
        check_in_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> CheckInOut:
        """Mark a check-in as entered in error; it is kept, and its week is free again."""
        return cast(
            CheckInOut,
            self._send(
                "POST",
                "/v1/check-ins/{}/mark-in-error",
                check_in_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_clients(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        status: Sequence[ClientStatus] | None = None,
        q: str | None = None,
        external_id: str | None = None,
        care_team: Id | None = None,
        without_care_team: bool | None = None,
        updated_since: Moment | None = None,
        sort: Literal["created_at", "name", "updated_at"] | None = None,
    ) -> Page[ClientOut | ClientTombstone]:
        """List or find clients; with updated_since, everything that a copy elsewhere needs to know."""
        return cast(
            Page[ClientOut | ClientTombstone],
            self._send(
                "GET",
                "/v1/clients",
                query={
                    "limit": limit,
                    "cursor": cursor,
                    "status": status,
                    "q": q,
                    "external_id": external_id,
                    "care_team": care_team,
                    "without_care_team": without_care_team,
                    "updated_since": updated_since,
                    "sort": sort,
                },
            ),
        )

    def add_client(
        self,
        *,
        name_used: str,
        legal_name: str | Absent | None = ABSENT,
        pronouns: str | Absent | None = ABSENT,
        birth_date: Day | Absent | None = ABSENT,
        email: str | Absent | None = ABSENT,
        phone: str | Absent | None = ABSENT,
        postal_address: str | Absent | None = ABSENT,
        locale: str | Absent = ABSENT,
        time_zone: str | Absent | None = ABSENT,
        external_id: str | Absent | None = ABSENT,
        therapist_id: Id | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> ClientOut | ClientTombstone:
        """Add a client; a therapist who adds one treats them from today."""
        return cast(
            ClientOut | ClientTombstone,
            self._send(
                "POST",
                "/v1/clients",
                body={
                    "name_used": name_used,
                    "legal_name": legal_name,
                    "pronouns": pronouns,
                    "birth_date": birth_date,
                    "email": email,
                    "phone": phone,
                    "postal_address": postal_address,
                    "locale": locale,
                    "time_zone": time_zone,
                    "external_id": external_id,
                    "therapist_id": therapist_id,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def upsert_client(
        self,
        external_id: str,
        *,
        name_used: str,
        legal_name: str | Absent | None = ABSENT,
        pronouns: str | Absent | None = ABSENT,
        birth_date: Day | Absent | None = ABSENT,
        email: str | Absent | None = ABSENT,
        phone: str | Absent | None = ABSENT,
        postal_address: str | Absent | None = ABSENT,
        locale: str | Absent = ABSENT,
        time_zone: str | Absent = ABSENT,
        therapist_id: Id | Absent = ABSENT,
        if_match: int | None = None,
    ) -> ClientOut:
        """Add or update the client whom another system knows by this id.

        Members that are not sent stay as they are.
        """
        return cast(
            ClientOut,
            self._send(
                "PUT",
                "/v1/clients/by-external-id/{}",
                external_id,
                body={
                    "name_used": name_used,
                    "legal_name": legal_name,
                    "pronouns": pronouns,
                    "birth_date": birth_date,
                    "email": email,
                    "phone": phone,
                    "postal_address": postal_address,
                    "locale": locale,
                    "time_zone": time_zone,
                    "therapist_id": therapist_id,
                },
                if_match=if_match,
            ),
        )

    def get_client(self, client_id: Id) -> ClientOut | ClientTombstone:
        """Read a client, or the tombstone of one who was merged."""
        return cast(ClientOut | ClientTombstone, self._send("GET", "/v1/clients/{}", client_id))

    def change_client(
        self,
        client_id: Id,
        *,
        if_match: int,
        name_used: str | Absent = ABSENT,
        legal_name: str | Absent | None = ABSENT,
        pronouns: str | Absent | None = ABSENT,
        birth_date: Day | Absent | None = ABSENT,
        email: str | Absent | None = ABSENT,
        phone: str | Absent | None = ABSENT,
        postal_address: str | Absent | None = ABSENT,
        locale: str | Absent = ABSENT,
        time_zone: str | Absent = ABSENT,
        external_id: str | Absent | None = ABSENT,
    ) -> ClientOut:
        """Change a client's names, contact data and settings."""
        return cast(
            ClientOut,
            self._send(
                "PATCH",
                "/v1/clients/{}",
                client_id,
                body={
                    "name_used": name_used,
                    "legal_name": legal_name,
                    "pronouns": pronouns,
                    "birth_date": birth_date,
                    "email": email,
                    "phone": phone,
                    "postal_address": postal_address,
                    "locale": locale,
                    "time_zone": time_zone,
                    "external_id": external_id,
                },
                if_match=if_match,
            ),
        )

    def archive_client(
        self,
        client_id: Id,
        *,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> ClientOut | ClientTombstone:
        """Put a client's file away."""
        return cast(
            ClientOut | ClientTombstone,
            self._send(
                "POST",
                "/v1/clients/{}/archive",
                client_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_care_team(
        self,
        client_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[CareTeamMemberOut]:
        """List who has or had what part in a client's care, newest first."""
        return cast(
            Page[CareTeamMemberOut],
            self._send(
                "GET",
                "/v1/clients/{}/care-team",
                client_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def join_care_team(
        self,
        client_id: Id,
        *,
        staff_id: Id,
        role: CareRole,
        from_on: Day | Absent | None = ABSENT,
        until_on: Day | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> CareTeamMemberOut:
        """Give somebody a part in a client's care; ``warnings`` say what to think about."""
        return cast(
            CareTeamMemberOut,
            self._send(
                "POST",
                "/v1/clients/{}/care-team",
                client_id,
                body={"staff_id": staff_id, "role": role, "from_on": from_on, "until_on": until_on},
                idempotency_key=idempotency_key,
            ),
        )

    def open_case(
        self,
        client_id: Id,
        *,
        partner_id: Id | Absent | None = ABSENT,
        opened_on: Day | Absent = ABSENT,
        purpose_statement: str | Absent | None = ABSENT,
        problem_onset_on: Day | Absent | None = ABSENT,
        first_considered_help_on: Day | Absent | None = ABSENT,
        first_contact_on: Day | Absent | None = ABSENT,
        next_step: str | Absent | None = ABSENT,
        next_step_due_on: Day | Absent | None = ABSENT,
        focus_series: WeeklyMeasure | Absent = ABSENT,
        external_id: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> CaseOut:
        """Open a solo case for a client, in intake; nothing is ever required of the partner."""
        return cast(
            CaseOut,
            self._send(
                "POST",
                "/v1/clients/{}/cases",
                client_id,
                body={
                    "partner_id": partner_id,
                    "opened_on": opened_on,
                    "purpose_statement": purpose_statement,
                    "problem_onset_on": problem_onset_on,
                    "first_considered_help_on": first_considered_help_on,
                    "first_contact_on": first_contact_on,
                    "next_step": next_step,
                    "next_step_due_on": next_step_due_on,
                    "focus_series": focus_series,
                    "external_id": external_id,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_consents(
        self,
        client_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[ConsentOut]:
        """List the consents of a client, the latest given first; those taken back stay."""
        return cast(
            Page[ConsentOut],
            self._send("GET", "/v1/clients/{}/consents", client_id, query={"limit": limit, "cursor": cursor}),
        )

    def record_consent(
        self,
        client_id: Id,
        *,
        kind: ConsentKind,
        text_version: str,
        method: ConsentMethod,
        partner_id: Id | Absent | None = ABSENT,
        text_sha256: str | Absent | None = ABSENT,
        text: str | Absent | None = ABSENT,
        given_at: Moment | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> ConsentOut:
        """Record that a client agreed to a version of a text."""
        return cast(
            ConsentOut,
            self._send(
                "POST",
                "/v1/clients/{}/consents",
                client_id,
                body={
                    "kind": kind,
                    "partner_id": partner_id,
                    "text_version": text_version,
                    "text_sha256": text_sha256,
                    "text": text,
                    "method": method,
                    "given_at": given_at,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def mark_client_in_error(
        self,
        client_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> ClientOut | ClientTombstone:
        """Mark a client as filed in error; the file is kept."""
        return cast(
            ClientOut | ClientTombstone,
            self._send(
                "POST",
                "/v1/clients/{}/mark-in-error",
                client_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def merge_client(
        self,
        client_id: Id,
        *,
        into_client_id: Id,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> ClientOut | ClientTombstone:
        """Merge a client who was filed twice into the other file; the answer is the tombstone."""
        return cast(
            ClientOut | ClientTombstone,
            self._send(
                "POST",
                "/v1/clients/{}/merge",
                client_id,
                body={"into_client_id": into_client_id},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_partners(
        self,
        client_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[PartnerOut]:
        """List the partners of a client, the latest entered first."""
        return cast(
            Page[PartnerOut],
            self._send("GET", "/v1/clients/{}/partners", client_id, query={"limit": limit, "cursor": cursor}),
        )

    def add_partner(
        self,
        client_id: Id,
        *,
        name_used: str | Absent | None = ABSENT,
        pronouns: str | Absent | None = ABSENT,
        birth_date: Day | Absent | None = ABSENT,
        email: str | Absent | None = ABSENT,
        phone: str | Absent | None = ABSENT,
        contact: str | Absent | None = ABSENT,
        notes: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> PartnerOut:
        """Enter a partner of a client: a person who is not a client, perhaps without a name."""
        return cast(
            PartnerOut,
            self._send(
                "POST",
                "/v1/clients/{}/partners",
                client_id,
                body={
                    "name_used": name_used,
                    "pronouns": pronouns,
                    "birth_date": birth_date,
                    "email": email,
                    "phone": phone,
                    "contact": contact,
                    "notes": notes,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def reassign_client(
        self,
        client_id: Id,
        *,
        to_staff_id: Id,
        on: Day | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> CareTeamMemberOut:
        """Hand a client over: whoever treats them stops on that day, and somebody else starts."""
        return cast(
            CareTeamMemberOut,
            self._send(
                "POST",
                "/v1/clients/{}/reassign",
                client_id,
                body={"to_staff_id": to_staff_id, "on": on},
                idempotency_key=idempotency_key,
            ),
        )

    def restore_client(
        self,
        client_id: Id,
        *,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> ClientOut | ClientTombstone:
        """Take a client's file out again."""
        return cast(
            ClientOut | ClientTombstone,
            self._send(
                "POST",
                "/v1/clients/{}/restore",
                client_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_safe_contact(self, client_id: Id) -> SafeContactOut:
        """Read through which channels, and how, a client may be reached."""
        return cast(SafeContactOut, self._send("GET", "/v1/clients/{}/safe-contact", client_id))

    def record_safe_contact(
        self,
        client_id: Id,
        *,
        channel: Channel,
        allowed: bool,
        discreet: bool | Absent = ABSENT,
        voicemail: bool | Absent = ABSENT,
        hours: str | Absent | None = ABSENT,
        notes: str | Absent | None = ABSENT,
        confirmed_on: Day | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> SafeContactOut:
        """Record what the client said about one channel, in place of what they said before."""
        return cast(
            SafeContactOut,
            self._send(
                "POST",
                "/v1/clients/{}/safe-contact",
                client_id,
                body={
                    "channel": channel,
                    "allowed": allowed,
                    "discreet": discreet,
                    "voicemail": voicemail,
                    "hours": hours,
                    "notes": notes,
                    "confirmed_on": confirmed_on,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def get_collateral_consent(self, collateral_consent_id: Id) -> CollateralConsentOut:
        """Read a partner's consent to a visit."""
        return cast(
            CollateralConsentOut,
            self._send("GET", "/v1/collateral-consents/{}", collateral_consent_id),
        )

    def mark_collateral_consent_in_error(
        self,
        collateral_consent_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> CollateralConsentOut:
        """Mark a consent as entered in error; it is kept, and a visit waits for another."""
        return cast(
            CollateralConsentOut,
            self._send(
                "POST",
                "/v1/collateral-consents/{}/mark-in-error",
                collateral_consent_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_collateral_visit(self, collateral_visit_id: Id) -> CollateralVisitOut:
        """Read a visit."""
        return cast(CollateralVisitOut, self._send("GET", "/v1/collateral-visits/{}", collateral_visit_id))

    def list_conflicts(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        state: Sequence[ConflictState] | None = None,
    ) -> Page[ConflictOut]:
        """List conflicts of interest, the latest found first; for the clinical lead alone."""
        return cast(
            Page[ConflictOut],
            self._send("GET", "/v1/conflicts", query={"limit": limit, "cursor": cursor, "state": state}),
        )

    def get_conflict(self, conflict_id: Id) -> ConflictOut:
        """Read a conflict of interest; the audit trail keeps that it was read, and not about whom."""
        return cast(ConflictOut, self._send("GET", "/v1/conflicts/{}", conflict_id))

    def clear_conflict(
        self,
        conflict_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> ConflictOut:
        """Clear a conflict of interest with a reason; a new ground opens it again."""
        return cast(
            ConflictOut,
            self._send(
                "POST",
                "/v1/conflicts/{}/clear",
                conflict_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def declare_conflict(
        self,
        conflict_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> ConflictOut:
        """Declare, as the one clinician of a practice, that one knows of the conflict.

        Invitations stay held.
        """
        return cast(
            ConflictOut,
            self._send(
                "POST",
                "/v1/conflicts/{}/declare",
                conflict_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_conjoint_agreement(self, conjoint_agreement_id: Id) -> ConjointAgreementOut:
        """Read an agreement."""
        return cast(
            ConjointAgreementOut,
            self._send("GET", "/v1/conjoint-agreements/{}", conjoint_agreement_id),
        )

    def withdraw_conjoint_agreement(
        self,
        conjoint_agreement_id: Id,
        *,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> ConjointAgreementOut:
        """Record that one of the two takes their signature back.

        Nothing joint is recorded until they sign anew.
        """
        return cast(
            ConjointAgreementOut,
            self._send(
                "POST",
                "/v1/conjoint-agreements/{}/withdraw",
                conjoint_agreement_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_conjoint_cases(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[ConjointCaseOut]:
        """List the conjoint cases whose two parts one cares for, the last opened first."""
        return cast(
            Page[ConjointCaseOut],
            self._send("GET", "/v1/conjoint-cases", query={"limit": limit, "cursor": cursor}),
        )

    def open_conjoint_case(
        self,
        *,
        clients: Sequence[str],
        referral_id: Id,
        idempotency_key: str | None = None,
    ) -> ConjointCaseOut:
        """Open a conjoint case for two clients, by a referral that both signed; it starts empty."""
        return cast(
            ConjointCaseOut,
            self._send(
                "POST",
                "/v1/conjoint-cases",
                body={"clients": clients, "referral_id": referral_id},
                idempotency_key=idempotency_key,
            ),
        )

    def get_conjoint_case(self, conjoint_case_id: Id) -> ConjointCaseOut:
        """Read a conjoint case; only who cares for both parts may."""
        return cast(ConjointCaseOut, self._send("GET", "/v1/conjoint-cases/{}", conjoint_case_id))

    def list_conjoint_agreements(
        self,
        conjoint_case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[ConjointAgreementOut]:
        """List the agreements of a conjoint case, the last signed first, those withdrawn among them."""
        return cast(
            Page[ConjointAgreementOut],
            self._send(
                "GET",
                "/v1/conjoint-cases/{}/agreements",
                conjoint_case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def sign_conjoint_agreement(
        self,
        conjoint_case_id: Id,
        *,
        client_id: Id,
        text_sha256: str,
        paper_sha256: str,
        method: SignedBy,
        signed_on: Day | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> ConjointAgreementOut:
        """Record that one of the two signed that no secrets are kept between them.

        Both sign the same text.
        """
        return cast(
            ConjointAgreementOut,
            self._send(
                "POST",
                "/v1/conjoint-cases/{}/agreements",
                conjoint_case_id,
                body={
                    "client_id": client_id,
                    "text_sha256": text_sha256,
                    "paper_sha256": paper_sha256,
                    "method": method,
                    "signed_on": signed_on,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def close_conjoint_case(
        self,
        conjoint_case_id: Id,
        *,
        if_match: int,
        closed_on: Day | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> ConjointCaseOut:
        """End the joint work; the part of each is closed like any case."""
        return cast(
            ConjointCaseOut,
            self._send(
                "POST",
                "/v1/conjoint-cases/{}/close",
                conjoint_case_id,
                body={"closed_on": closed_on},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_conjoint_discrepancy(
        self,
        conjoint_case_id: Id,
        *,
        instrument: str | None = None,
    ) -> DiscrepancyOut:
        """Read by how much the last totals of the two differ, of what each took in the conjoint case."""
        return cast(
            DiscrepancyOut,
            self._send(
                "GET",
                "/v1/conjoint-cases/{}/discrepancy",
                conjoint_case_id,
                query={"instrument": instrument},
            ),
        )

    def get_conjoint_readiness(self, conjoint_case_id: Id) -> ReadinessOut:
        """Read what is missing before anything joint is recorded; of whom, and why, is not said."""
        return cast(ReadinessOut, self._send("GET", "/v1/conjoint-cases/{}/readiness", conjoint_case_id))

    def list_conjoint_releases(
        self,
        conjoint_case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[ConjointReleaseOut]:
        """List the releases of the joint record, the latest first."""
        return cast(
            Page[ConjointReleaseOut],
            self._send(
                "GET",
                "/v1/conjoint-cases/{}/releases",
                conjoint_case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_conjoint_release(
        self,
        conjoint_case_id: Id,
        *,
        recipient: str,
        scope: str,
        signatures: Sequence[ReleaseSignature],
        released_on: Day | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> ConjointReleaseOut:
        """Record to whom what of the joint record is given; it takes the signed papers of both."""
        return cast(
            ConjointReleaseOut,
            self._send(
                "POST",
                "/v1/conjoint-cases/{}/releases",
                conjoint_case_id,
                body={
                    "recipient": recipient,
                    "scope": scope,
                    "released_on": released_on,
                    "signatures": signatures,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_joint_sessions(
        self,
        conjoint_case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[JointSessionOut]:
        """List the sessions with both, the last held first, those entered in error among them."""
        return cast(
            Page[JointSessionOut],
            self._send(
                "GET",
                "/v1/conjoint-cases/{}/sessions",
                conjoint_case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_joint_session(
        self,
        conjoint_case_id: Id,
        *,
        minutes: int,
        held_on: Day | Absent | None = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> JointSessionOut:
        """Record a session with both; refused until both signed the agreement and were found safe alone."""
        return cast(
            JointSessionOut,
            self._send(
                "POST",
                "/v1/conjoint-cases/{}/sessions",
                conjoint_case_id,
                body={"held_on": held_on, "minutes": minutes, "note": note},
                idempotency_key=idempotency_key,
            ),
        )

    def list_conjoint_team(
        self,
        conjoint_case_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[ConjointTeamMemberOut]:
        """List who has or had what part in the work with both, newest first."""
        return cast(
            Page[ConjointTeamMemberOut],
            self._send(
                "GET",
                "/v1/conjoint-cases/{}/team",
                conjoint_case_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def join_conjoint_team(
        self,
        conjoint_case_id: Id,
        *,
        staff_id: Id,
        role: CareRole,
        from_on: Day | Absent | None = ABSENT,
        until_on: Day | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> ConjointTeamMemberOut:
        """Give somebody a part in the work with both; of the work with each alone it opens nothing."""
        return cast(
            ConjointTeamMemberOut,
            self._send(
                "POST",
                "/v1/conjoint-cases/{}/team",
                conjoint_case_id,
                body={"staff_id": staff_id, "role": role, "from_on": from_on, "until_on": until_on},
                idempotency_key=idempotency_key,
            ),
        )

    def get_conjoint_referral(self, conjoint_referral_id: Id) -> ConjointReferralOut:
        """Read a referral to conjoint work."""
        return cast(ConjointReferralOut, self._send("GET", "/v1/conjoint-referrals/{}", conjoint_referral_id))

    def mark_conjoint_referral_in_error(
        self,
        conjoint_referral_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> ConjointReferralOut:
        """Mark a referral to conjoint work as entered in error; it is kept, and opens nothing."""
        return cast(
            ConjointReferralOut,
            self._send(
                "POST",
                "/v1/conjoint-referrals/{}/mark-in-error",
                conjoint_referral_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_conjoint_release(self, conjoint_release_id: Id) -> ConjointReleaseOut:
        """Read a release of the joint record."""
        return cast(ConjointReleaseOut, self._send("GET", "/v1/conjoint-releases/{}", conjoint_release_id))

    def get_conjoint_team_member(self, member_id: Id) -> ConjointTeamMemberOut:
        """Read one part in the work with both."""
        return cast(ConjointTeamMemberOut, self._send("GET", "/v1/conjoint-team/{}", member_id))

    def end_conjoint_team_member(
        self,
        member_id: Id,
        *,
        if_match: int,
        until_on: Day | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> ConjointTeamMemberOut:
        """End somebody's part in the work with both."""
        return cast(
            ConjointTeamMemberOut,
            self._send(
                "POST",
                "/v1/conjoint-team/{}/end",
                member_id,
                body={"until_on": until_on},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_consent(self, consent_id: Id) -> ConsentOut:
        """Read a consent."""
        return cast(ConsentOut, self._send("GET", "/v1/consents/{}", consent_id))

    def revoke_consent(
        self,
        consent_id: Id,
        *,
        if_match: int,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> ConsentOut:
        """Take a consent back; it stays on file as revoked."""
        return cast(
            ConsentOut,
            self._send(
                "POST",
                "/v1/consents/{}/revoke",
                consent_id,
                body={"note": note},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_control_circle(self, control_circle_id: Id) -> ControlCircleOut:
        """Read a control circle."""
        return cast(ControlCircleOut, self._send("GET", "/v1/control-circles/{}", control_circle_id))

    def change_control_circle(
        self,
        control_circle_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        inside: Sequence[str] | Absent = ABSENT,
        outside: Sequence[str] | Absent = ABSENT,
    ) -> ControlCircleOut:
        """Change a control circle."""
        return cast(
            ControlCircleOut,
            self._send(
                "PATCH",
                "/v1/control-circles/{}",
                control_circle_id,
                body={"occurred_on": occurred_on, "inside": inside, "outside": outside},
                if_match=if_match,
            ),
        )

    def mark_control_circle_in_error(
        self,
        control_circle_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> ControlCircleOut:
        """Mark a control circle as entered in error; it is kept, and out of everything that counts."""
        return cast(
            ControlCircleOut,
            self._send(
                "POST",
                "/v1/control-circles/{}/mark-in-error",
                control_circle_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_cycle_map(self, cycle_map_id: Id) -> CycleMapOut:
        """Read a cycle map."""
        return cast(CycleMapOut, self._send("GET", "/v1/cycle-maps/{}", cycle_map_id))

    def change_cycle_map(
        self,
        cycle_map_id: Id,
        *,
        if_match: int,
        drawn_on: Day | Absent = ABSENT,
        pattern: CyclePattern | Absent = ABSENT,
        client_role: CycleRole | Absent = ABSENT,
        intensity: int | Absent | None = ABSENT,
        control_focus: ControlFocus | Absent | None = ABSENT,
        note: str | Absent | None = ABSENT,
    ) -> CycleMapOut:
        """Change a cycle map."""
        return cast(
            CycleMapOut,
            self._send(
                "PATCH",
                "/v1/cycle-maps/{}",
                cycle_map_id,
                body={
                    "drawn_on": drawn_on,
                    "pattern": pattern,
                    "client_role": client_role,
                    "intensity": intensity,
                    "control_focus": control_focus,
                    "note": note,
                },
                if_match=if_match,
            ),
        )

    def agree_on_cycle_map(
        self,
        cycle_map_id: Id,
        *,
        if_match: int,
        agreed_on: Day | Absent = ABSENT,
        idempotency_key: str | None = None,
    ) -> CycleMapOut:
        """Note that client and therapist agreed on a map; it does not change any more."""
        return cast(
            CycleMapOut,
            self._send(
                "POST",
                "/v1/cycle-maps/{}/agree",
                cycle_map_id,
                body={"agreed_on": agreed_on},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def mark_cycle_map_in_error(
        self,
        cycle_map_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> CycleMapOut:
        """Mark a cycle map as entered in error; it is kept, and out of everything that counts."""
        return cast(
            CycleMapOut,
            self._send(
                "POST",
                "/v1/cycle-maps/{}/mark-in-error",
                cycle_map_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_decision_point(self, decision_point_id: Id) -> DecisionPointOut:
        """Read a decision of the client, with the evidence that it is theirs."""
        return cast(DecisionPointOut, self._send("GET", "/v1/decision-points/{}", decision_point_id))

    def mark_decision_point_in_error(
        self,
        decision_point_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> DecisionPointOut:
        """Mark a decision as filed in error; it is kept as it is, and out of everything that counts."""
        return cast(
            DecisionPointOut,
            self._send(
                "POST",
                "/v1/decision-points/{}/mark-in-error",
                decision_point_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_do_not_contact(self, do_not_contact_id: Id) -> DoNotContactOut:
        """Read that somebody is not to be contacted, as staff recorded it."""
        return cast(DoNotContactOut, self._send("GET", "/v1/do-not-contacts/{}", do_not_contact_id))

    def mark_do_not_contact_in_error(
        self,
        do_not_contact_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> DoNotContactOut:
        """Mark an entry as made in error; it is kept, and stops nothing more.

        What was taken back stays so.
        """
        return cast(
            DoNotContactOut,
            self._send(
                "POST",
                "/v1/do-not-contacts/{}/mark-in-error",
                do_not_contact_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_experiment(self, experiment_id: Id) -> ExperimentOut:
        """Read an experiment."""
        return cast(ExperimentOut, self._send("GET", "/v1/experiments/{}", experiment_id))

    def change_experiment(
        self,
        experiment_id: Id,
        *,
        if_match: int,
        own_move: str | Absent = ABSENT,
        expected_change_back: str | Absent | None = ABSENT,
        planned_on: Day | Absent = ABSENT,
        days_planned: int | Absent = ABSENT,
        observed: str | Absent = ABSENT,
        days_kept: int | Absent | None = ABSENT,
        wording_confirmation: WordingConfirmation | Absent = ABSENT,
    ) -> ExperimentOut:
        """Change an experiment."""
        return cast(
            ExperimentOut,
            self._send(
                "PATCH",
                "/v1/experiments/{}",
                experiment_id,
                body={
                    "own_move": own_move,
                    "expected_change_back": expected_change_back,
                    "planned_on": planned_on,
                    "days_planned": days_planned,
                    "observed": observed,
                    "days_kept": days_kept,
                    "wording_confirmation": wording_confirmation,
                },
                if_match=if_match,
            ),
        )

    def drop_experiment(
        self,
        experiment_id: Id,
        *,
        if_match: int,
        dropped_on: Day | Absent | None = ABSENT,
        reason: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> ExperimentOut:
        """Let a planned experiment go."""
        return cast(
            ExperimentOut,
            self._send(
                "POST",
                "/v1/experiments/{}/drop",
                experiment_id,
                body={"dropped_on": dropped_on, "reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def finish_experiment(
        self,
        experiment_id: Id,
        *,
        observed: str,
        if_match: int,
        done_on: Day | Absent | None = ABSENT,
        days_kept: int | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> ExperimentOut:
        """Note that the move was made, and what was observed."""
        return cast(
            ExperimentOut,
            self._send(
                "POST",
                "/v1/experiments/{}/finish",
                experiment_id,
                body={"done_on": done_on, "observed": observed, "days_kept": days_kept},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def mark_experiment_in_error(
        self,
        experiment_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> ExperimentOut:
        """Mark an experiment as entered in error; it is kept, and out of everything that counts."""
        return cast(
            ExperimentOut,
            self._send(
                "POST",
                "/v1/experiments/{}/mark-in-error",
                experiment_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_due_follow_ups(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        due_by: Day | None = None,
    ) -> Page[FollowUpOut]:
        """List the follow-ups of one's caseload that are due and not settled, longest due first."""
        return cast(
            Page[FollowUpOut],
            self._send("GET", "/v1/follow-ups", query={"limit": limit, "cursor": cursor, "due_by": due_by}),
        )

    def get_follow_up(self, follow_up_id: Id) -> FollowUpOut:
        """Read a follow-up."""
        return cast(FollowUpOut, self._send("GET", "/v1/follow-ups/{}", follow_up_id))

    def complete_follow_up(
        self,
        follow_up_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        relationship_status: RelationshipOutcome | Absent = ABSENT,
        relationship_years: int | Absent | None = ABSENT,
        satisfaction: int | Absent | None = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> FollowUpOut:
        """Note what the former client answered; no answer ranks above another."""
        return cast(
            FollowUpOut,
            self._send(
                "POST",
                "/v1/follow-ups/{}/complete",
                follow_up_id,
                body={
                    "occurred_on": occurred_on,
                    "relationship_status": relationship_status,
                    "relationship_years": relationship_years,
                    "satisfaction": satisfaction,
                    "note": note,
                },
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def decline_follow_up(
        self,
        follow_up_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> FollowUpOut:
        """Note that the former client preferred not to answer; nobody asks again for this one."""
        return cast(
            FollowUpOut,
            self._send(
                "POST",
                "/v1/follow-ups/{}/decline",
                follow_up_id,
                body={"occurred_on": occurred_on, "note": note},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def mark_follow_up_in_error(
        self,
        follow_up_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> FollowUpOut:
        """Mark a follow-up as entered in error; it is kept, and out of everything that counts."""
        return cast(
            FollowUpOut,
            self._send(
                "POST",
                "/v1/follow-ups/{}/mark-in-error",
                follow_up_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def note_follow_up_unanswered(
        self,
        follow_up_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> FollowUpOut:
        """Note that nobody answered; one may try again."""
        return cast(
            FollowUpOut,
            self._send(
                "POST",
                "/v1/follow-ups/{}/no-answer",
                follow_up_id,
                body={"occurred_on": occurred_on, "note": note},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_goal(self, goal_id: Id) -> GoalOut:
        """Read a goal with its objectives and strategies, its last rating and what it is worth."""
        return cast(GoalOut, self._send("GET", "/v1/goals/{}", goal_id))

    def change_goal(
        self,
        goal_id: Id,
        *,
        if_match: int,
        title: str | Absent = ABSENT,
        less: Sequence[str] | Absent = ABSENT,
        more: Sequence[str] | Absent = ABSENT,
        instead_of: Sequence[str] | Absent = ABSENT,
        context: str | Absent | None = ABSENT,
        indicator: str | Absent = ABSENT,
        levels: Sequence[LevelText] | Absent = ABSENT,
        weight: int | Absent = ABSENT,
        baseline_level: int | Absent = ABSENT,
        acting_person: GoalPerson | Absent = ABSENT,
        measured_person: GoalPerson | Absent = ABSENT,
        category: GoalCategory | Absent = ABSENT,
        target_on: Day | Absent | None = ABSENT,
        wording_confirmation: WordingConfirmation | Absent = ABSENT,
    ) -> GoalOut:
        """Change a goal; its texts are judged again."""
        return cast(
            GoalOut,
            self._send(
                "PATCH",
                "/v1/goals/{}",
                goal_id,
                body={
                    "title": title,
                    "less": less,
                    "more": more,
                    "instead_of": instead_of,
                    "context": context,
                    "indicator": indicator,
                    "levels": levels,
                    "weight": weight,
                    "baseline_level": baseline_level,
                    "acting_person": acting_person,
                    "measured_person": measured_person,
                    "category": category,
                    "target_on": target_on,
                    "wording_confirmation": wording_confirmation,
                },
                if_match=if_match,
            ),
        )

    def activate_goal(self, goal_id: Id, *, if_match: int, idempotency_key: str | None = None) -> GoalOut:
        """Start working on a goal, or go on with one that was on hold."""
        return cast(
            GoalOut,
            self._send(
                "POST",
                "/v1/goals/{}/activate",
                goal_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def cancel_goal(self, goal_id: Id, *, if_match: int, idempotency_key: str | None = None) -> GoalOut:
        """Give a goal up."""
        return cast(
            GoalOut,
            self._send(
                "POST",
                "/v1/goals/{}/cancel",
                goal_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def complete_goal(self, goal_id: Id, *, if_match: int, idempotency_key: str | None = None) -> GoalOut:
        """End the work on a goal, however far it is achieved."""
        return cast(
            GoalOut,
            self._send(
                "POST",
                "/v1/goals/{}/complete",
                goal_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def hold_goal(self, goal_id: Id, *, if_match: int, idempotency_key: str | None = None) -> GoalOut:
        """Put a goal on hold."""
        return cast(
            GoalOut,
            self._send(
                "POST",
                "/v1/goals/{}/hold",
                goal_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def mark_goal_in_error(
        self,
        goal_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> GoalOut:
        """Mark a goal as entered in error; it is kept."""
        return cast(
            GoalOut,
            self._send(
                "POST",
                "/v1/goals/{}/mark-in-error",
                goal_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_objectives(
        self,
        goal_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[ObjectiveOut]:
        """List the objectives of a goal with their strategies, in their order."""
        return cast(
            Page[ObjectiveOut],
            self._send("GET", "/v1/goals/{}/objectives", goal_id, query={"limit": limit, "cursor": cursor}),
        )

    def record_objective(
        self,
        goal_id: Id,
        *,
        text: str,
        target_on: Day | Absent | None = ABSENT,
        wording_confirmation: WordingConfirmation | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> ObjectiveOut:
        """Record an objective: a step towards a goal, the client's own too."""
        return cast(
            ObjectiveOut,
            self._send(
                "POST",
                "/v1/goals/{}/objectives",
                goal_id,
                body={"text": text, "target_on": target_on, "wording_confirmation": wording_confirmation},
                idempotency_key=idempotency_key,
            ),
        )

    def list_ratings(
        self,
        goal_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[RatingOut]:
        """List the ratings of a goal, the latest week first."""
        return cast(
            Page[RatingOut],
            self._send("GET", "/v1/goals/{}/ratings", goal_id, query={"limit": limit, "cursor": cursor}),
        )

    def record_rating(
        self,
        goal_id: Id,
        *,
        week_of: Day,
        source: Source,
        level: int,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> RatingOut:
        """Record the level of a goal in a week; one a week from each source."""
        return cast(
            RatingOut,
            self._send(
                "POST",
                "/v1/goals/{}/ratings",
                goal_id,
                body={"week_of": week_of, "source": source, "level": level, "note": note},
                idempotency_key=idempotency_key,
            ),
        )

    def get_hold_override(self, hold_override_id: Id) -> OverrideOut:
        """Read why a hold was gone past."""
        return cast(OverrideOut, self._send("GET", "/v1/hold-overrides/{}", hold_override_id))

    def get_hope(self, hope_id: Id) -> HopeOut:
        """Read a hope."""
        return cast(HopeOut, self._send("GET", "/v1/hopes/{}", hope_id))

    def change_hope(
        self,
        hope_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        text: str | Absent = ABSENT,
    ) -> HopeOut:
        """Change a hope."""
        return cast(
            HopeOut,
            self._send(
                "PATCH",
                "/v1/hopes/{}",
                hope_id,
                body={"occurred_on": occurred_on, "text": text},
                if_match=if_match,
            ),
        )

    def mark_hope_in_error(
        self,
        hope_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> HopeOut:
        """Mark a hope as entered in error; it is kept, and out of everything that counts."""
        return cast(
            HopeOut,
            self._send(
                "POST",
                "/v1/hopes/{}/mark-in-error",
                hope_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_instruments(self) -> InstrumentsOut:
        """List the instruments that can be taken, the practice's own among them.

        Each with its scoring rule.
        """
        return cast(InstrumentsOut, self._send("GET", "/v1/instruments"))

    def get_instrument(self, code: str) -> InstrumentOut:
        """Read an instrument by its code."""
        return cast(InstrumentOut, self._send("GET", "/v1/instruments/{}", code))

    def get_intake_profile(self, intake_profile_id: Id) -> IntakeProfileOut:
        """Read an intake profile."""
        return cast(IntakeProfileOut, self._send("GET", "/v1/intake-profiles/{}", intake_profile_id))

    def change_intake_profile(
        self,
        intake_profile_id: Id,
        *,
        if_match: int,
        taken_on: Day | Absent = ABSENT,
        suitable_format: CareFormat | Absent | None = ABSENT,
        suitability_reason: str | Absent | None = ABSENT,
        format_preference: FormatPreference | Absent | None = ABSENT,
        client_reluctance_solo: int | Absent | None = ABSENT,
        readiness: int | Absent | None = ABSENT,
        confidence: int | Absent | None = ABSENT,
        last_ditch: bool | Absent | None = ABSENT,
        timing: HelpTiming | Absent | None = ABSENT,
        impasse: bool | Absent | None = ABSENT,
        concern: str | Absent | None = ABSENT,
        approach: str | Absent | None = ABSENT,
        power_balance: int | Absent | None = ABSENT,
        perceived_investment_gap: int | Absent | None = ABSENT,
    ) -> IntakeProfileOut:
        """Change an intake profile."""
        return cast(
            IntakeProfileOut,
            self._send(
                "PATCH",
                "/v1/intake-profiles/{}",
                intake_profile_id,
                body={
                    "taken_on": taken_on,
                    "suitable_format": suitable_format,
                    "suitability_reason": suitability_reason,
                    "format_preference": format_preference,
                    "client_reluctance_solo": client_reluctance_solo,
                    "readiness": readiness,
                    "confidence": confidence,
                    "last_ditch": last_ditch,
                    "timing": timing,
                    "impasse": impasse,
                    "concern": concern,
                    "approach": approach,
                    "power_balance": power_balance,
                    "perceived_investment_gap": perceived_investment_gap,
                },
                if_match=if_match,
            ),
        )

    def mark_intake_profile_in_error(
        self,
        intake_profile_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> IntakeProfileOut:
        """Mark an intake profile as entered in error; it is kept, and out of everything that counts."""
        return cast(
            IntakeProfileOut,
            self._send(
                "POST",
                "/v1/intake-profiles/{}/mark-in-error",
                intake_profile_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_invitation(self, invitation_id: Id) -> InvitationOut:
        """Read an invitation; never what was answered to it, acceptance apart."""
        return cast(InvitationOut, self._send("GET", "/v1/invitations/{}", invitation_id))

    def change_invitation(
        self,
        invitation_id: Id,
        *,
        if_match: int,
        offer: InvitationOffer | Absent = ABSENT,
        purpose: InvitationPurpose | Absent = ABSENT,
        format: VisitFormat | Absent = ABSENT,
        delivery: Delivery | Absent = ABSENT,
        locale: str | Absent = ABSENT,
        client_words: str | Absent | None = ABSENT,
        address: str | Absent | None = ABSENT,
    ) -> InvitationOut:
        """Change the words, or how it gets there; other words have to be agreed to and approved anew."""
        return cast(
            InvitationOut,
            self._send(
                "PATCH",
                "/v1/invitations/{}",
                invitation_id,
                body={
                    "offer": offer,
                    "purpose": purpose,
                    "format": format,
                    "delivery": delivery,
                    "locale": locale,
                    "client_words": client_words,
                    "address": address,
                },
                if_match=if_match,
            ),
        )

    def agree_to_invitation(
        self,
        invitation_id: Id,
        *,
        text_sha256: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> InvitationOut:
        """Agree, as the treating clinician, to the very words that were read."""
        return cast(
            InvitationOut,
            self._send(
                "POST",
                "/v1/invitations/{}/agree",
                invitation_id,
                body={"text_sha256": text_sha256},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def agree_on_visit(
        self,
        invitation_id: Id,
        *,
        visit_at: Moment,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> InvitationOut:
        """Agree on when the partner comes, or on another time."""
        return cast(
            InvitationOut,
            self._send(
                "POST",
                "/v1/invitations/{}/agree-on-visit",
                invitation_id,
                body={"visit_at": visit_at},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def approve_invitation_on_paper(
        self,
        invitation_id: Id,
        *,
        text_sha256: str,
        paper_sha256: str,
        signed_on: Day,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> InvitationOut:
        """File the client's approval that was signed on paper.

        Otherwise the client approves by an access link.
        """
        return cast(
            InvitationOut,
            self._send(
                "POST",
                "/v1/invitations/{}/approve-on-paper",
                invitation_id,
                body={"text_sha256": text_sha256, "paper_sha256": paper_sha256, "signed_on": signed_on},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def call_off_visit(
        self,
        invitation_id: Id,
        *,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> InvitationOut:
        """Call the visit off."""
        return cast(
            InvitationOut,
            self._send(
                "POST",
                "/v1/invitations/{}/call-off",
                invitation_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def close_invitation(
        self,
        invitation_id: Id,
        *,
        closing: VisitClosing,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> InvitationOut:
        """Say what came of the visit; none of it is better than another."""
        return cast(
            InvitationOut,
            self._send(
                "POST",
                "/v1/invitations/{}/close",
                invitation_id,
                body={"closing": closing},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def record_collateral_consent(
        self,
        invitation_id: Id,
        *,
        text_sha256: str,
        method: CollateralMethod,
        signed_on: Day | Absent = ABSENT,
        idempotency_key: str | None = None,
    ) -> CollateralConsentOut:
        """File what the partner signed before the visit.

        What it is and is not, who the client is, what is recorded.
        """
        return cast(
            CollateralConsentOut,
            self._send(
                "POST",
                "/v1/invitations/{}/collateral-consents",
                invitation_id,
                body={"text_sha256": text_sha256, "method": method, "signed_on": signed_on},
                idempotency_key=idempotency_key,
            ),
        )

    def record_visit(
        self,
        invitation_id: Id,
        *,
        format: VisitFormat,
        voluntariness: int,
        visited_on: Day | Absent = ABSENT,
        engagement: int | Absent | None = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> CollateralVisitOut:
        """Record that the partner came.

        What they said is recorded as statements with the partner as their source.
        """
        return cast(
            CollateralVisitOut,
            self._send(
                "POST",
                "/v1/invitations/{}/collateral-visits",
                invitation_id,
                body={
                    "visited_on": visited_on,
                    "format": format,
                    "voluntariness": voluntariness,
                    "engagement": engagement,
                    "note": note,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def confirm_invitation(
        self,
        invitation_id: Id,
        *,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> InvitationOut:
        """Confirm, as the treating clinician, that the partner may come; safety is asked again."""
        return cast(
            InvitationOut,
            self._send(
                "POST",
                "/v1/invitations/{}/confirm",
                invitation_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def hand_over_invitation(
        self,
        invitation_id: Id,
        *,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> InvitationHandedOver:
        """Give the client what opens the partner's page, once; every hold is asked again."""
        return cast(
            InvitationHandedOver,
            self._send(
                "POST",
                "/v1/invitations/{}/hand-over",
                invitation_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_hold_overrides(
        self,
        invitation_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[OverrideOut]:
        """List the holds of an invitation that were gone past, and why."""
        return cast(
            Page[OverrideOut],
            self._send(
                "GET",
                "/v1/invitations/{}/hold-overrides",
                invitation_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def override_hold(
        self,
        invitation_id: Id,
        *,
        hold: Hold,
        reason: str,
        idempotency_key: str | None = None,
    ) -> OverrideOut:
        """Go past a hold with a written reason, for this invitation; whoever supervises is told."""
        return cast(
            OverrideOut,
            self._send(
                "POST",
                "/v1/invitations/{}/hold-overrides",
                invitation_id,
                body={"hold": hold, "reason": reason},
                idempotency_key=idempotency_key,
            ),
        )

    def get_partner_words(self, invitation_id: Id) -> PartnerWordsOut:
        """Read what the partner wrote to the treating clinician and said may be read.

        Not what was answered.
        """
        return cast(PartnerWordsOut, self._send("GET", "/v1/invitations/{}/partner-words", invitation_id))

    def queue_invitation(
        self,
        invitation_id: Id,
        *,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> InvitationQueued:
        """Have the practice send it, after the time in which it can be undone.

        Every hold is asked now and then again.
        """
        return cast(
            InvitationQueued,
            self._send(
                "POST",
                "/v1/invitations/{}/queue",
                invitation_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def record_no_show(
        self,
        invitation_id: Id,
        *,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> InvitationOut:
        """Record that the partner did not come."""
        return cast(
            InvitationOut,
            self._send(
                "POST",
                "/v1/invitations/{}/record-no-show",
                invitation_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def undo_invitation(
        self,
        invitation_id: Id,
        *,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> InvitationOut:
        """Take an invitation out of the queue while it has not left."""
        return cast(
            InvitationOut,
            self._send(
                "POST",
                "/v1/invitations/{}/undo",
                invitation_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def withdraw_invitation(
        self,
        invitation_id: Id,
        *,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> InvitationOut:
        """Take an invitation back at once."""
        return cast(
            InvitationOut,
            self._send(
                "POST",
                "/v1/invitations/{}/withdraw",
                invitation_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_jobs(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        state: JobState | None = None,
    ) -> Page[JobOut]:
        """List what is done in the background, the newest first."""
        return cast(
            Page[JobOut],
            self._send("GET", "/v1/jobs", query={"limit": limit, "cursor": cursor, "state": state}),
        )

    def get_job(self, job_id: Id) -> JobOut:
        """Read what became of a job."""
        return cast(JobOut, self._send("GET", "/v1/jobs/{}", job_id))

    def discard_job(self, job_id: Id, *, if_match: int, idempotency_key: str | None = None) -> JobOut:
        """Leave a job that was given up undone for good."""
        return cast(
            JobOut,
            self._send(
                "POST",
                "/v1/jobs/{}/discard",
                job_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def replay_job(self, job_id: Id, *, if_match: int, idempotency_key: str | None = None) -> JobOut:
        """Have a job that was given up done again."""
        return cast(
            JobOut,
            self._send(
                "POST",
                "/v1/jobs/{}/replay",
                job_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_joint_session(self, joint_session_id: Id) -> JointSessionOut:
        """Read a session with both."""
        return cast(JointSessionOut, self._send("GET", "/v1/joint-sessions/{}", joint_session_id))

    def mark_joint_session_in_error(
        self,
        joint_session_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> JointSessionOut:
        """Mark a session with both as entered in error; it is kept."""
        return cast(
            JointSessionOut,
            self._send(
                "POST",
                "/v1/joint-sessions/{}/mark-in-error",
                joint_session_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_legal_proceeding(self, legal_proceeding_id: Id) -> LegalProceedingOut:
        """Read a legal proceeding."""
        return cast(LegalProceedingOut, self._send("GET", "/v1/legal-proceedings/{}", legal_proceeding_id))

    def change_legal_proceeding(
        self,
        legal_proceeding_id: Id,
        *,
        if_match: int,
        kind: ProceedingKind | Absent = ABSENT,
        begun_on: Day | Absent = ABSENT,
        ended_on: Day | Absent | None = ABSENT,
        note: str | Absent | None = ABSENT,
    ) -> LegalProceedingOut:
        """Change a legal proceeding."""
        return cast(
            LegalProceedingOut,
            self._send(
                "PATCH",
                "/v1/legal-proceedings/{}",
                legal_proceeding_id,
                body={"kind": kind, "begun_on": begun_on, "ended_on": ended_on, "note": note},
                if_match=if_match,
            ),
        )

    def mark_legal_proceeding_in_error(
        self,
        legal_proceeding_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> LegalProceedingOut:
        """Mark a legal proceeding as entered in error; it is kept, and out of everything that counts."""
        return cast(
            LegalProceedingOut,
            self._send(
                "POST",
                "/v1/legal-proceedings/{}/mark-in-error",
                legal_proceeding_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def lint_text(self, *, text: str) -> LintOut:
        """Ask for hints on a wording: labels, sides, commiseration, words for a court.

        Nothing is stored or blocked.
        """
        return cast(LintOut, self._send("POST", "/v1/lint", body={"text": text}))

    def get_me(self) -> MeOut:
        """Read who is asking, and what they may do."""
        return cast(MeOut, self._send("GET", "/v1/me"))

    def change_my_password(
        self,
        *,
        current_password: str,
        new_password: str,
        idempotency_key: str | None = None,
    ) -> MeOut:
        """Change one's own password; every other sign-in ends."""
        return cast(
            MeOut,
            self._send(
                "POST",
                "/v1/me/password",
                body={"current_password": current_password, "new_password": new_password},
                idempotency_key=idempotency_key,
            ),
        )

    def list_messages(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        client_id: Id | None = None,
        case_id: Id | None = None,
        about_id: Id | None = None,
        state: ShownState | None = None,
    ) -> Page[MessageSummary]:
        """List what goes out, or went out, about one's clients, the newest first."""
        return cast(
            Page[MessageSummary],
            self._send(
                "GET",
                "/v1/messages",
                query={
                    "limit": limit,
                    "cursor": cursor,
                    "client_id": client_id,
                    "case_id": case_id,
                    "about_id": about_id,
                    "state": state,
                },
            ),
        )

    def get_message(self, message_id: Id) -> MessageOut:
        """Read a message and where it stands."""
        return cast(MessageOut, self._send("GET", "/v1/messages/{}", message_id))

    def cancel_message(
        self,
        message_id: Id,
        *,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> MessageOut:
        """Undo a message that has not left."""
        return cast(
            MessageOut,
            self._send(
                "POST",
                "/v1/messages/{}/cancel",
                message_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def hand_over_message(
        self,
        message_id: Id,
        *,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> MessageOut:
        """Note that a prepared letter or message was given to the person, or posted."""
        return cast(
            MessageOut,
            self._send(
                "POST",
                "/v1/messages/{}/hand-over",
                message_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def print_message(self, message_id: Id) -> bytes:
        """Print a prepared letter; plain text where the letter needs a script that the PDF's font lacks."""
        return cast(bytes, self._send("GET", "/v1/messages/{}/letter", message_id, accept="*/*"))

    def resolve_message(
        self,
        message_id: Id,
        *,
        outcome: Resolution,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> MessageOut:
        """Say whether a message was sent of which nobody knew; it is never sent again by itself."""
        return cast(
            MessageOut,
            self._send(
                "POST",
                "/v1/messages/{}/resolve",
                message_id,
                body={"outcome": outcome},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_motive_check(self, motive_check_id: Id) -> MotiveCheckOut:
        """Read a motive check."""
        return cast(MotiveCheckOut, self._send("GET", "/v1/motive-checks/{}", motive_check_id))

    def change_motive_check(
        self,
        motive_check_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        stage: int | Absent = ABSENT,
        validation_seeking: int | Absent = ABSENT,
        fix_partner: int | Absent = ABSENT,
        build_case: int | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
    ) -> MotiveCheckOut:
        """Change a motive check."""
        return cast(
            MotiveCheckOut,
            self._send(
                "PATCH",
                "/v1/motive-checks/{}",
                motive_check_id,
                body={
                    "occurred_on": occurred_on,
                    "stage": stage,
                    "validation_seeking": validation_seeking,
                    "fix_partner": fix_partner,
                    "build_case": build_case,
                    "note": note,
                },
                if_match=if_match,
            ),
        )

    def mark_motive_check_in_error(
        self,
        motive_check_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> MotiveCheckOut:
        """Mark a motive check as entered in error; it is kept, and out of everything that counts."""
        return cast(
            MotiveCheckOut,
            self._send(
                "POST",
                "/v1/motive-checks/{}/mark-in-error",
                motive_check_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_neutrality_check(self, neutrality_check_id: Id) -> NeutralityCheckOut:
        """Read a check of one's own."""
        return cast(NeutralityCheckOut, self._send("GET", "/v1/neutrality-checks/{}", neutrality_check_id))

    def change_neutrality_check(
        self,
        neutrality_check_id: Id,
        *,
        if_match: int,
        noted_on: Day | Absent = ABSENT,
        partner_never_changes: int | Absent = ABSENT,
        partner_has_disorder: int | Absent = ABSENT,
        partner_bad_motives: int | Absent = ABSENT,
        doomed_from_start: int | Absent = ABSENT,
        beyond_repair: int | Absent = ABSENT,
        ending_is_best: int | Absent = ABSENT,
        side_taking: int | Absent = ABSENT,
        commiseration: int | Absent = ABSENT,
        proved_or_convinced: int | Absent = ABSENT,
        countertransference_to_refusal: int | Absent | None = ABSENT,
        alliance: int | Absent | None = ABSENT,
        self_focus_minutes: int | Absent | None = ABSENT,
        partner_focus_minutes: int | Absent | None = ABSENT,
        note: str | Absent | None = ABSENT,
    ) -> NeutralityCheckOut:
        """Change a check of one's own."""
        return cast(
            NeutralityCheckOut,
            self._send(
                "PATCH",
                "/v1/neutrality-checks/{}",
                neutrality_check_id,
                body={
                    "noted_on": noted_on,
                    "partner_never_changes": partner_never_changes,
                    "partner_has_disorder": partner_has_disorder,
                    "partner_bad_motives": partner_bad_motives,
                    "doomed_from_start": doomed_from_start,
                    "beyond_repair": beyond_repair,
                    "ending_is_best": ending_is_best,
                    "side_taking": side_taking,
                    "commiseration": commiseration,
                    "proved_or_convinced": proved_or_convinced,
                    "countertransference_to_refusal": countertransference_to_refusal,
                    "alliance": alliance,
                    "self_focus_minutes": self_focus_minutes,
                    "partner_focus_minutes": partner_focus_minutes,
                    "note": note,
                },
                if_match=if_match,
            ),
        )

    def mark_neutrality_check_in_error(
        self,
        neutrality_check_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> NeutralityCheckOut:
        """Mark a check of one's own as entered in error; the session can then be checked anew."""
        return cast(
            NeutralityCheckOut,
            self._send(
                "POST",
                "/v1/neutrality-checks/{}/mark-in-error",
                neutrality_check_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_objective(self, objective_id: Id) -> ObjectiveOut:
        """Read an objective with its strategies."""
        return cast(ObjectiveOut, self._send("GET", "/v1/objectives/{}", objective_id))

    def change_objective(
        self,
        objective_id: Id,
        *,
        if_match: int,
        text: str | Absent = ABSENT,
        target_on: Day | Absent | None = ABSENT,
        done_on: Day | Absent | None = ABSENT,
        wording_confirmation: WordingConfirmation | Absent = ABSENT,
    ) -> ObjectiveOut:
        """Change an objective, or say that it is reached."""
        return cast(
            ObjectiveOut,
            self._send(
                "PATCH",
                "/v1/objectives/{}",
                objective_id,
                body={
                    "text": text,
                    "target_on": target_on,
                    "done_on": done_on,
                    "wording_confirmation": wording_confirmation,
                },
                if_match=if_match,
            ),
        )

    def mark_objective_in_error(
        self,
        objective_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> ObjectiveOut:
        """Mark an objective as entered in error; it is kept."""
        return cast(
            ObjectiveOut,
            self._send(
                "POST",
                "/v1/objectives/{}/mark-in-error",
                objective_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_strategies(
        self,
        objective_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[StrategyOut]:
        """List the strategies of an objective in their order."""
        return cast(
            Page[StrategyOut],
            self._send(
                "GET",
                "/v1/objectives/{}/strategies",
                objective_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_strategy(
        self,
        objective_id: Id,
        *,
        text: str,
        wording_confirmation: WordingConfirmation | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> StrategyOut:
        """Record a strategy: how the client goes about an objective."""
        return cast(
            StrategyOut,
            self._send(
                "POST",
                "/v1/objectives/{}/strategies",
                objective_id,
                body={"text": text, "wording_confirmation": wording_confirmation},
                idempotency_key=idempotency_key,
            ),
        )

    def get_outreach_attempt(self, outreach_attempt_id: Id) -> OutreachAttemptOut:
        """Read an outreach attempt."""
        return cast(OutreachAttemptOut, self._send("GET", "/v1/outreach-attempts/{}", outreach_attempt_id))

    def change_outreach_attempt(
        self,
        outreach_attempt_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        reached: bool | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
    ) -> OutreachAttemptOut:
        """Change an outreach attempt."""
        return cast(
            OutreachAttemptOut,
            self._send(
                "PATCH",
                "/v1/outreach-attempts/{}",
                outreach_attempt_id,
                body={"occurred_on": occurred_on, "reached": reached, "note": note},
                if_match=if_match,
            ),
        )

    def mark_outreach_attempt_in_error(
        self,
        outreach_attempt_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> OutreachAttemptOut:
        """Mark an outreach attempt as entered in error; it is kept, and out of everything that counts."""
        return cast(
            OutreachAttemptOut,
            self._send(
                "POST",
                "/v1/outreach-attempts/{}/mark-in-error",
                outreach_attempt_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_own_part_item(self, own_part_item_id: Id) -> OwnPartOut:
        """Read an own part item."""
        return cast(OwnPartOut, self._send("GET", "/v1/own-part-items/{}", own_part_item_id))

    def change_own_part_item(
        self,
        own_part_item_id: Id,
        *,
        if_match: int,
        named_on: Day | Absent = ABSENT,
        category: OwnPartCategory | Absent = ABSENT,
        behaviour: str | Absent = ABSENT,
        trigger: str | Absent | None = ABSENT,
        frequency: OwnPartFrequency | Absent | None = ABSENT,
        impact: str | Absent | None = ABSENT,
        alternative: str | Absent | None = ABSENT,
        responsibility_statement: str | Absent | None = ABSENT,
        strategy: str | Absent | None = ABSENT,
    ) -> OwnPartOut:
        """Change an own part item."""
        return cast(
            OwnPartOut,
            self._send(
                "PATCH",
                "/v1/own-part-items/{}",
                own_part_item_id,
                body={
                    "named_on": named_on,
                    "category": category,
                    "behaviour": behaviour,
                    "trigger": trigger,
                    "frequency": frequency,
                    "impact": impact,
                    "alternative": alternative,
                    "responsibility_statement": responsibility_statement,
                    "strategy": strategy,
                },
                if_match=if_match,
            ),
        )

    def complete_own_part_item(
        self,
        own_part_item_id: Id,
        *,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> OwnPartOut:
        """Note that the client has changed an own part."""
        return cast(
            OwnPartOut,
            self._send(
                "POST",
                "/v1/own-part-items/{}/complete",
                own_part_item_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def mark_own_part_item_in_error(
        self,
        own_part_item_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> OwnPartOut:
        """Mark an own part item as entered in error; it is kept, and out of everything that counts."""
        return cast(
            OwnPartOut,
            self._send(
                "POST",
                "/v1/own-part-items/{}/mark-in-error",
                own_part_item_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def set_aside_own_part_item(
        self,
        own_part_item_id: Id,
        *,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> OwnPartOut:
        """Set an own part aside; it can be taken up again."""
        return cast(
            OwnPartOut,
            self._send(
                "POST",
                "/v1/own-part-items/{}/set-aside",
                own_part_item_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def take_up_own_part_item(
        self,
        own_part_item_id: Id,
        *,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> OwnPartOut:
        """Begin, or begin again, to work on an own part."""
        return cast(
            OwnPartOut,
            self._send(
                "POST",
                "/v1/own-part-items/{}/take-up",
                own_part_item_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_partner_stance(self, partner_stance_id: Id) -> StanceOut:
        """Read a partner stance."""
        return cast(StanceOut, self._send("GET", "/v1/partner-stances/{}", partner_stance_id))

    def change_partner_stance(
        self,
        partner_stance_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        stance: Stance | Absent = ABSENT,
        reported_by: ReportedBy | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
    ) -> StanceOut:
        """Change a partner stance."""
        return cast(
            StanceOut,
            self._send(
                "PATCH",
                "/v1/partner-stances/{}",
                partner_stance_id,
                body={"occurred_on": occurred_on, "stance": stance, "reported_by": reported_by, "note": note},
                if_match=if_match,
            ),
        )

    def mark_partner_stance_in_error(
        self,
        partner_stance_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> StanceOut:
        """Mark a partner stance as entered in error; it is kept, and out of everything that counts."""
        return cast(
            StanceOut,
            self._send(
                "POST",
                "/v1/partner-stances/{}/mark-in-error",
                partner_stance_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_partner_statement(self, partner_statement_id: Id) -> PartnerStatementOut:
        """Read a partner statement."""
        return cast(PartnerStatementOut, self._send("GET", "/v1/partner-statements/{}", partner_statement_id))

    def change_partner_statement(
        self,
        partner_statement_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        kind: StatementKind | Absent = ABSENT,
        text: str | Absent = ABSENT,
        directness: Directness | Absent = ABSENT,
    ) -> PartnerStatementOut:
        """Change a partner statement."""
        return cast(
            PartnerStatementOut,
            self._send(
                "PATCH",
                "/v1/partner-statements/{}",
                partner_statement_id,
                body={"occurred_on": occurred_on, "kind": kind, "text": text, "directness": directness},
                if_match=if_match,
            ),
        )

    def use_partner_statement_as_fact(self, partner_statement_id: Id) -> PartnerFactOut:
        """Ask for a statement as a fact, for a diagnosis, a problem list or a summary.

        Refused unless borne out.
        """
        return cast(
            PartnerFactOut,
            self._send("POST", "/v1/partner-statements/{}/as-fact", partner_statement_id),
        )

    def contradict_partner_statement(
        self,
        partner_statement_id: Id,
        *,
        by_statement_id: Id,
        if_match: int,
        noted_on: Day | Absent = ABSENT,
        idempotency_key: str | None = None,
    ) -> PartnerStatementOut:
        """Name a later statement that contradicts this one; each one does so once."""
        return cast(
            PartnerStatementOut,
            self._send(
                "POST",
                "/v1/partner-statements/{}/contradict",
                partner_statement_id,
                body={"by_statement_id": by_statement_id, "noted_on": noted_on},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def corroborate_partner_statement(
        self,
        partner_statement_id: Id,
        *,
        by_statement_id: Id,
        if_match: int,
        noted_on: Day | Absent = ABSENT,
        idempotency_key: str | None = None,
    ) -> PartnerStatementOut:
        """Name a later statement, from another source, that bears this one out."""
        return cast(
            PartnerStatementOut,
            self._send(
                "POST",
                "/v1/partner-statements/{}/corroborate",
                partner_statement_id,
                body={"by_statement_id": by_statement_id, "noted_on": noted_on},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def mark_partner_statement_in_error(
        self,
        partner_statement_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> PartnerStatementOut:
        """Mark a partner statement as entered in error; it is kept, and out of everything that counts."""
        return cast(
            PartnerStatementOut,
            self._send(
                "POST",
                "/v1/partner-statements/{}/mark-in-error",
                partner_statement_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def triage_partner_statement(
        self,
        partner_statement_id: Id,
        *,
        line_crossing: LineCrossing,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> PartnerStatementOut:
        """Say how far over a line goes what is told.

        Difficult, unacceptable, or harmful, which starts safety.
        """
        return cast(
            PartnerStatementOut,
            self._send(
                "POST",
                "/v1/partner-statements/{}/triage",
                partner_statement_id,
                body={"line_crossing": line_crossing},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_partner(self, partner_id: Id) -> PartnerOut:
        """Read a partner with the latest relationship."""
        return cast(PartnerOut, self._send("GET", "/v1/partners/{}", partner_id))

    def change_partner(
        self,
        partner_id: Id,
        *,
        if_match: int,
        name_used: str | Absent | None = ABSENT,
        pronouns: str | Absent | None = ABSENT,
        birth_date: Day | Absent | None = ABSENT,
        email: str | Absent | None = ABSENT,
        phone: str | Absent | None = ABSENT,
        contact: str | Absent | None = ABSENT,
        notes: str | Absent | None = ABSENT,
    ) -> PartnerOut:
        """Change what is known of a partner."""
        return cast(
            PartnerOut,
            self._send(
                "PATCH",
                "/v1/partners/{}",
                partner_id,
                body={
                    "name_used": name_used,
                    "pronouns": pronouns,
                    "birth_date": birth_date,
                    "email": email,
                    "phone": phone,
                    "contact": contact,
                    "notes": notes,
                },
                if_match=if_match,
            ),
        )

    def mark_partner_in_error(
        self,
        partner_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> PartnerOut:
        """Mark a partner as entered in error; they are kept."""
        return cast(
            PartnerOut,
            self._send(
                "POST",
                "/v1/partners/{}/mark-in-error",
                partner_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_relationships(
        self,
        partner_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[RelationshipOut]:
        """List what the two were to each other, newest first."""
        return cast(
            Page[RelationshipOut],
            self._send(
                "GET",
                "/v1/partners/{}/relationships",
                partner_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_relationship(
        self,
        partner_id: Id,
        *,
        kind: RelationshipKind,
        status: RelationshipStatus,
        since_on: Day | Absent | None = ABSENT,
        as_of_on: Day | Absent | None = ABSENT,
        cohabiting: bool | Absent | None = ABSENT,
        children_at_home: int | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> RelationshipOut:
        """Record what the client and the partner are to each other as of a day."""
        return cast(
            RelationshipOut,
            self._send(
                "POST",
                "/v1/partners/{}/relationships",
                partner_id,
                body={
                    "kind": kind,
                    "status": status,
                    "since_on": since_on,
                    "as_of_on": as_of_on,
                    "cohabiting": cohabiting,
                    "children_at_home": children_at_home,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def use_password_reset(self, *, reset_code: str, new_password: str) -> PasswordResetUsed:
        """Set a new password with a reset code; every sign-in of that person ends."""
        return cast(
            PasswordResetUsed,
            self._send(
                "POST",
                "/v1/password-resets/use",
                body={"reset_code": reset_code, "new_password": new_password},
            ),
        )

    def get_password_reset(self, reset_id: Id) -> PasswordResetOut:
        """Read whether a reset code was used."""
        return cast(PasswordResetOut, self._send("GET", "/v1/password-resets/{}", reset_id))

    def get_plan(self, plan_id: Id, *, include: Sequence[Literal["goals"]] | None = None) -> PlanOut:
        """Read a version of the plan, with its goals if asked to include them."""
        return cast(PlanOut, self._send("GET", "/v1/plans/{}", plan_id, query={"include": include}))

    def change_plan(
        self,
        plan_id: Id,
        *,
        if_match: int,
        values_statement: str | Absent | None = ABSENT,
        review_due_on: Day | Absent | None = ABSENT,
    ) -> PlanOut:
        """Change a draft, or the active version."""
        return cast(
            PlanOut,
            self._send(
                "PATCH",
                "/v1/plans/{}",
                plan_id,
                body={"values_statement": values_statement, "review_due_on": review_due_on},
                if_match=if_match,
            ),
        )

    def activate_plan(
        self,
        plan_id: Id,
        *,
        if_match: int,
        activated_on: Day | Absent = ABSENT,
        idempotency_key: str | None = None,
    ) -> PlanOut:
        """Let the draft hold from a day on; it needs a goal, and nothing from the partner."""
        return cast(
            PlanOut,
            self._send(
                "POST",
                "/v1/plans/{}/activate",
                plan_id,
                body={"activated_on": activated_on},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def close_plan(
        self,
        plan_id: Id,
        *,
        if_match: int,
        ended_on: Day | Absent = ABSENT,
        idempotency_key: str | None = None,
    ) -> PlanOut:
        """End the active version, or discard the draft."""
        return cast(
            PlanOut,
            self._send(
                "POST",
                "/v1/plans/{}/close",
                plan_id,
                body={"ended_on": ended_on},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_goals(
        self,
        plan_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[GoalOut]:
        """List the goals of a version of the plan in their places."""
        return cast(
            Page[GoalOut],
            self._send("GET", "/v1/plans/{}/goals", plan_id, query={"limit": limit, "cursor": cursor}),
        )

    def add_goal(
        self,
        plan_id: Id,
        *,
        title: str,
        indicator: str,
        levels: Sequence[LevelText],
        baseline_level: int,
        acting_person: GoalPerson,
        measured_person: GoalPerson,
        category: GoalCategory,
        less: Sequence[str] | Absent = ABSENT,
        more: Sequence[str] | Absent = ABSENT,
        instead_of: Sequence[str] | Absent = ABSENT,
        context: str | Absent | None = ABSENT,
        weight: int | Absent = ABSENT,
        target_on: Day | Absent | None = ABSENT,
        wording_confirmation: WordingConfirmation | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> GoalOut:
        """Add a goal to a draft of the plan; it must be the client's own conduct."""
        return cast(
            GoalOut,
            self._send(
                "POST",
                "/v1/plans/{}/goals",
                plan_id,
                body={
                    "title": title,
                    "less": less,
                    "more": more,
                    "instead_of": instead_of,
                    "context": context,
                    "indicator": indicator,
                    "levels": levels,
                    "weight": weight,
                    "baseline_level": baseline_level,
                    "acting_person": acting_person,
                    "measured_person": measured_person,
                    "category": category,
                    "target_on": target_on,
                    "wording_confirmation": wording_confirmation,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def remove_goal(
        self,
        plan_id: Id,
        goal_id: Id,
        *,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> PlanOut:
        """Take a goal out of a draft; If-Match names the version of the plan."""
        return cast(
            PlanOut,
            self._send(
                "POST",
                "/v1/plans/{}/goals/{}/remove",
                plan_id,
                goal_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def mark_plan_in_error(
        self,
        plan_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> PlanOut:
        """Mark a version as entered in error; it ends, and is kept."""
        return cast(
            PlanOut,
            self._send(
                "POST",
                "/v1/plans/{}/mark-in-error",
                plan_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def revise_plan(self, plan_id: Id, *, if_match: int, idempotency_key: str | None = None) -> PlanOut:
        """Make a new draft with the goals of the active, or of a closed, version."""
        return cast(
            PlanOut,
            self._send(
                "POST",
                "/v1/plans/{}/revise",
                plan_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_practice(self) -> PracticeOut:
        """Read the practice."""
        return cast(PracticeOut, self._send("GET", "/v1/practice"))

    def change_practice(
        self,
        *,
        if_match: int,
        name: str | Absent = ABSENT,
        time_zone: str | Absent = ABSENT,
    ) -> PracticeOut:
        """Rename the practice, or move it to another time zone."""
        return cast(
            PracticeOut,
            self._send(
                "PATCH",
                "/v1/practice",
                body={"name": name, "time_zone": time_zone},
                if_match=if_match,
            ),
        )

    def list_practice_instruments(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        status: PracticeInstrumentStatus | None = None,
    ) -> Page[PracticeInstrumentOut]:
        """List the versions of the practice's own instruments by code."""
        return cast(
            Page[PracticeInstrumentOut],
            self._send(
                "GET",
                "/v1/practice-instruments",
                query={"limit": limit, "cursor": cursor, "status": status},
            ),
        )

    def add_practice_instrument(
        self,
        *,
        code: str,
        name: str,
        licence: str,
        questionnaire: Mapping[str, object],
        scoring: Scoring,
        idempotency_key: str | None = None,
    ) -> PracticeInstrumentOut:
        """Load an instrument that the practice may use: a FHIR R4 Questionnaire with a scoring rule."""
        return cast(
            PracticeInstrumentOut,
            self._send(
                "POST",
                "/v1/practice-instruments",
                body={
                    "code": code,
                    "name": name,
                    "licence": licence,
                    "questionnaire": questionnaire,
                    "scoring": scoring,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def get_practice_instrument(self, practice_instrument_id: Id) -> PracticeInstrumentOut:
        """Read a version of an instrument of the practice."""
        return cast(
            PracticeInstrumentOut,
            self._send("GET", "/v1/practice-instruments/{}", practice_instrument_id),
        )

    def reinstate_practice_instrument(
        self,
        practice_instrument_id: Id,
        *,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> PracticeInstrumentOut:
        """Let a retired version be taken again; another version that is active is retired."""
        return cast(
            PracticeInstrumentOut,
            self._send(
                "POST",
                "/v1/practice-instruments/{}/reinstate",
                practice_instrument_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def retire_practice_instrument(
        self,
        practice_instrument_id: Id,
        *,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> PracticeInstrumentOut:
        """Retire a version: it is not taken any more, and what was scored with it stays."""
        return cast(
            PracticeInstrumentOut,
            self._send(
                "POST",
                "/v1/practice-instruments/{}/retire",
                practice_instrument_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_practice_settings(self) -> SettingsOut:
        """List the settings: what holds today, and what was set when."""
        return cast(SettingsOut, self._send("GET", "/v1/practice/settings"))

    def set_practice_setting(
        self,
        *,
        key: SettingKey,
        value: int,
        from_on: Day | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> SettingsOut:
        """Set a value from a day on; what held before stays readable."""
        return cast(
            SettingsOut,
            self._send(
                "POST",
                "/v1/practice/settings",
                body={"key": key, "value": value, "from_on": from_on},
                idempotency_key=idempotency_key,
            ),
        )

    def list_practice_texts(self) -> TextsOut:
        """List the texts that clients read on pages: what holds today, and what was set when."""
        return cast(TextsOut, self._send("GET", "/v1/practice/texts"))

    def set_practice_text(
        self,
        *,
        key: TextKey,
        text: str,
        from_on: Day | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> TextsOut:
        """Set a text of the practice's own from a day on; what held before stays readable."""
        return cast(
            TextsOut,
            self._send(
                "POST",
                "/v1/practice/texts",
                body={"key": key, "text": text, "from_on": from_on},
                idempotency_key=idempotency_key,
            ),
        )

    def get_pressure_event(self, pressure_event_id: Id) -> PressureEventOut:
        """Read a pressure event."""
        return cast(PressureEventOut, self._send("GET", "/v1/pressure-events/{}", pressure_event_id))

    def change_pressure_event(
        self,
        pressure_event_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        type: PressureType | Absent = ABSENT,
        times: int | Absent = ABSENT,
        cycle_map_id: Id | Absent | None = ABSENT,
        note: str | Absent | None = ABSENT,
        partner_experience_hypothesis: str | Absent | None = ABSENT,
    ) -> PressureEventOut:
        """Change a pressure event."""
        return cast(
            PressureEventOut,
            self._send(
                "PATCH",
                "/v1/pressure-events/{}",
                pressure_event_id,
                body={
                    "occurred_on": occurred_on,
                    "type": type,
                    "times": times,
                    "cycle_map_id": cycle_map_id,
                    "note": note,
                    "partner_experience_hypothesis": partner_experience_hypothesis,
                },
                if_match=if_match,
            ),
        )

    def mark_pressure_event_in_error(
        self,
        pressure_event_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> PressureEventOut:
        """Mark a pressure event as entered in error; it is kept, and out of everything that counts."""
        return cast(
            PressureEventOut,
            self._send(
                "POST",
                "/v1/pressure-events/{}/mark-in-error",
                pressure_event_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_prior_strategy(self, prior_strategy_id: Id) -> PriorStrategyOut:
        """Read a prior strategy."""
        return cast(PriorStrategyOut, self._send("GET", "/v1/prior-strategies/{}", prior_strategy_id))

    def change_prior_strategy(
        self,
        prior_strategy_id: Id,
        *,
        if_match: int,
        noted_on: Day | Absent = ABSENT,
        code: StrategyCode | Absent = ABSENT,
        effect: int | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
    ) -> PriorStrategyOut:
        """Change a prior strategy."""
        return cast(
            PriorStrategyOut,
            self._send(
                "PATCH",
                "/v1/prior-strategies/{}",
                prior_strategy_id,
                body={"noted_on": noted_on, "code": code, "effect": effect, "note": note},
                if_match=if_match,
            ),
        )

    def mark_prior_strategy_in_error(
        self,
        prior_strategy_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> PriorStrategyOut:
        """Mark a prior strategy as entered in error; it is kept, and out of everything that counts."""
        return cast(
            PriorStrategyOut,
            self._send(
                "POST",
                "/v1/prior-strategies/{}/mark-in-error",
                prior_strategy_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_prior_therapy(self, prior_therapy_id: Id) -> PriorTherapyOut:
        """Read a prior therapy."""
        return cast(PriorTherapyOut, self._send("GET", "/v1/prior-therapies/{}", prior_therapy_id))

    def change_prior_therapy(
        self,
        prior_therapy_id: Id,
        *,
        if_match: int,
        noted_on: Day | Absent = ABSENT,
        who: TherapyWho | Absent = ABSENT,
        format: TherapyFormat | Absent = ABSENT,
        experience: TherapyExperience | Absent = ABSENT,
        began_on: Day | Absent | None = ABSENT,
        ended_on: Day | Absent | None = ABSENT,
        note: str | Absent | None = ABSENT,
    ) -> PriorTherapyOut:
        """Change a prior therapy."""
        return cast(
            PriorTherapyOut,
            self._send(
                "PATCH",
                "/v1/prior-therapies/{}",
                prior_therapy_id,
                body={
                    "noted_on": noted_on,
                    "who": who,
                    "format": format,
                    "experience": experience,
                    "began_on": began_on,
                    "ended_on": ended_on,
                    "note": note,
                },
                if_match=if_match,
            ),
        )

    def mark_prior_therapy_in_error(
        self,
        prior_therapy_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> PriorTherapyOut:
        """Mark a prior therapy as entered in error; it is kept, and out of everything that counts."""
        return cast(
            PriorTherapyOut,
            self._send(
                "POST",
                "/v1/prior-therapies/{}/mark-in-error",
                prior_therapy_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_problem_codes(self) -> ProblemCodes:
        """List every problem code with its status and meaning."""
        return cast(ProblemCodes, self._send("GET", "/v1/problem-codes"))

    def get_rating(self, rating_id: Id) -> RatingOut:
        """Read a rating."""
        return cast(RatingOut, self._send("GET", "/v1/ratings/{}", rating_id))

    def correct_rating(
        self,
        rating_id: Id,
        *,
        reason: str,
        if_match: int,
        level: int | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
    ) -> RatingOut:
        """Correct a rating with a reason; what it said before is kept."""
        return cast(
            RatingOut,
            self._send(
                "PATCH",
                "/v1/ratings/{}",
                rating_id,
                body={"level": level, "note": note, "reason": reason},
                if_match=if_match,
            ),
        )

    def list_rating_corrections(
        self,
        rating_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[RatingCorrectionOut]:
        """List what a rating said before each of its corrections, the latest first."""
        return cast(
            Page[RatingCorrectionOut],
            self._send(
                "GET",
                "/v1/ratings/{}/corrections",
                rating_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def mark_rating_in_error(
        self,
        rating_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> RatingOut:
        """Mark a rating as entered in error; it is kept, and its week is free again."""
        return cast(
            RatingOut,
            self._send(
                "POST",
                "/v1/ratings/{}/mark-in-error",
                rating_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_reaction(self, reaction_id: Id) -> ReactionOut:
        """Read a reaction."""
        return cast(ReactionOut, self._send("GET", "/v1/reactions/{}", reaction_id))

    def change_reaction(
        self,
        reaction_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        code: ReactionCode | Absent = ABSENT,
        intensity: int | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
    ) -> ReactionOut:
        """Change a reaction."""
        return cast(
            ReactionOut,
            self._send(
                "PATCH",
                "/v1/reactions/{}",
                reaction_id,
                body={"occurred_on": occurred_on, "code": code, "intensity": intensity, "note": note},
                if_match=if_match,
            ),
        )

    def mark_reaction_in_error(
        self,
        reaction_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> ReactionOut:
        """Mark a reaction as entered in error; it is kept, and out of everything that counts."""
        return cast(
            ReactionOut,
            self._send(
                "POST",
                "/v1/reactions/{}/mark-in-error",
                reaction_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_refusal_reason(self, reason_id: Id) -> ReasonOut:
        """Read a reason of a refusal."""
        return cast(ReasonOut, self._send("GET", "/v1/refusal-reasons/{}", reason_id))

    def change_refusal_reason(
        self,
        reason_id: Id,
        *,
        if_match: int,
        confidence: int | Absent = ABSENT,
        cycle_node_id: Id | Absent | None = ABSENT,
    ) -> ReasonOut:
        """Change how sure a reason is, or which step of the cycle it may explain."""
        return cast(
            ReasonOut,
            self._send(
                "PATCH",
                "/v1/refusal-reasons/{}",
                reason_id,
                body={"confidence": confidence, "cycle_node_id": cycle_node_id},
                if_match=if_match,
            ),
        )

    def mark_refusal_reason_in_error(
        self,
        reason_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> ReasonOut:
        """Mark a reason as entered in error; it is kept, and out of everything that counts."""
        return cast(
            ReasonOut,
            self._send(
                "POST",
                "/v1/refusal-reasons/{}/mark-in-error",
                reason_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_refusal(self, refusal_id: Id) -> RefusalOut:
        """Read a refusal."""
        return cast(RefusalOut, self._send("GET", "/v1/refusals/{}", refusal_id))

    def change_refusal(
        self,
        refusal_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        answer: RefusalAnswer | Absent = ABSENT,
        how_asked: str | Absent | None = ABSENT,
        words: str | Absent | None = ABSENT,
        quoted: bool | Absent = ABSENT,
    ) -> RefusalOut:
        """Change a refusal."""
        return cast(
            RefusalOut,
            self._send(
                "PATCH",
                "/v1/refusals/{}",
                refusal_id,
                body={
                    "occurred_on": occurred_on,
                    "answer": answer,
                    "how_asked": how_asked,
                    "words": words,
                    "quoted": quoted,
                },
                if_match=if_match,
            ),
        )

    def mark_refusal_in_error(
        self,
        refusal_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> RefusalOut:
        """Mark a refusal as entered in error; it is kept, and out of everything that counts."""
        return cast(
            RefusalOut,
            self._send(
                "POST",
                "/v1/refusals/{}/mark-in-error",
                refusal_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def add_refusal_reason(
        self,
        refusal_id: Id,
        *,
        code: RefusalReasonCode,
        reported_by: ReportedBy,
        confidence: int,
        noted_on: Day | Absent = ABSENT,
        quoted: bool | Absent = ABSENT,
        cycle_node_id: Id | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> ReasonOut:
        """Add a reason that may lie behind a refusal, once from each source."""
        return cast(
            ReasonOut,
            self._send(
                "POST",
                "/v1/refusals/{}/reasons",
                refusal_id,
                body={
                    "code": code,
                    "reported_by": reported_by,
                    "confidence": confidence,
                    "noted_on": noted_on,
                    "quoted": quoted,
                    "cycle_node_id": cycle_node_id,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def get_relationship(self, relationship_id: Id) -> RelationshipOut:
        """Read one entry of a relationship."""
        return cast(RelationshipOut, self._send("GET", "/v1/relationships/{}", relationship_id))

    def mark_relationship_in_error(
        self,
        relationship_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> RelationshipOut:
        """Mark an entry of a relationship as an error; it is kept."""
        return cast(
            RelationshipOut,
            self._send(
                "POST",
                "/v1/relationships/{}/mark-in-error",
                relationship_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def report_case_kinds(self) -> CountReport:
        """Count the cases of each kind; no cell of fewer than five people."""
        return cast(CountReport, self._send("GET", "/v1/reports/case-kinds"))

    def report_invitation_funnel(self, *, quarter: str | None = None) -> FunnelReport:
        """Count the clients whose invitation came how far in a quarter that is over.

        No cell of fewer than five.
        """
        return cast(
            FunnelReport,
            self._send("GET", "/v1/reports/invitation-funnel", query={"quarter": quarter}),
        )

    def report_neutrality(
        self,
        *,
        from_on: Day | None = None,
        until_on: Day | None = None,
    ) -> NeutralityReport:
        """Sum up neutrality checks by therapist: one's own, and about clients whose care one supervises."""
        return cast(
            NeutralityReport,
            self._send("GET", "/v1/reports/neutrality", query={"from_on": from_on, "until_on": until_on}),
        )

    def report_outcomes(self) -> OutcomesReport:
        """Count how goals stood at closing, by decision and by attendance apart; nothing is ranked."""
        return cast(OutcomesReport, self._send("GET", "/v1/reports/outcomes"))

    def report_refusal_reasons(self) -> CountReport:
        """Count the clients whose partner's refusal has which reason; no cell of fewer than five."""
        return cast(CountReport, self._send("GET", "/v1/reports/refusal-reasons"))

    def get_risk_answer(self, risk_answer_id: Id) -> RiskAnswerOut:
        """Read a risk answer."""
        return cast(RiskAnswerOut, self._send("GET", "/v1/risk-answers/{}", risk_answer_id))

    def acknowledge_risk_answer(
        self,
        risk_answer_id: Id,
        *,
        done: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> RiskAnswerOut:
        """Say that one looked at a risk answer, and what was done."""
        return cast(
            RiskAnswerOut,
            self._send(
                "POST",
                "/v1/risk-answers/{}/acknowledge",
                risk_answer_id,
                body={"done": done},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_safety_flag(self, safety_flag_id: Id) -> SafetyFlagOut:
        """Read a safety flag, and what can be done with it."""
        return cast(SafetyFlagOut, self._send("GET", "/v1/safety-flags/{}", safety_flag_id))

    def confirm_safety_flag_release(
        self,
        safety_flag_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> SafetyFlagOut:
        """Confirm as a supervisor or clinical lead that a high flag, or one for violence, is released."""
        return cast(
            SafetyFlagOut,
            self._send(
                "POST",
                "/v1/safety-flags/{}/confirm-release",
                safety_flag_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def decline_safety_flag_release(
        self,
        safety_flag_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> SafetyFlagOut:
        """Decline as a supervisor or clinical lead to release a flag; it stays, and says why."""
        return cast(
            SafetyFlagOut,
            self._send(
                "POST",
                "/v1/safety-flags/{}/decline-release",
                safety_flag_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def release_safety_flag(
        self,
        safety_flag_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> SafetyFlagOut:
        """Release a low flag that is not for violence, with a reason, after a new negative screen."""
        return cast(
            SafetyFlagOut,
            self._send(
                "POST",
                "/v1/safety-flags/{}/release",
                safety_flag_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def request_safety_flag_release(
        self,
        safety_flag_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> SafetyFlagOut:
        """Ask as the treating therapist that a high flag, or one for violence, be released.

        Somebody else confirms it.
        """
        return cast(
            SafetyFlagOut,
            self._send(
                "POST",
                "/v1/safety-flags/{}/request-release",
                safety_flag_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_safety_instruments(self) -> SafetyInstrumentsOut:
        """List the instruments that a safety screen can be made of, as data."""
        return cast(SafetyInstrumentsOut, self._send("GET", "/v1/safety-instruments"))

    def get_safety_plan_version(self, safety_plan_id: Id) -> SafetyPlanOut:
        """Read one version of a safety plan."""
        return cast(SafetyPlanOut, self._send("GET", "/v1/safety-plans/{}", safety_plan_id))

    def mark_safety_plan_in_error(
        self,
        safety_plan_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> SafetyPlanOut:
        """Mark a version as entered in error; the one before it holds again."""
        return cast(
            SafetyPlanOut,
            self._send(
                "POST",
                "/v1/safety-plans/{}/mark-in-error",
                safety_plan_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_safety_referral(self, safety_referral_id: Id) -> SafetyReferralOut:
        """Read a safety referral."""
        return cast(SafetyReferralOut, self._send("GET", "/v1/safety-referrals/{}", safety_referral_id))

    def accept_safety_referral(
        self,
        safety_referral_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        idempotency_key: str | None = None,
    ) -> SafetyReferralOut:
        """Record that the client accepts a referral."""
        return cast(
            SafetyReferralOut,
            self._send(
                "POST",
                "/v1/safety-referrals/{}/accept",
                safety_referral_id,
                body={"occurred_on": occurred_on},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def complete_safety_referral(
        self,
        safety_referral_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        idempotency_key: str | None = None,
    ) -> SafetyReferralOut:
        """Record that the client used the service."""
        return cast(
            SafetyReferralOut,
            self._send(
                "POST",
                "/v1/safety-referrals/{}/complete",
                safety_referral_id,
                body={"occurred_on": occurred_on},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def decline_safety_referral(
        self,
        safety_referral_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        idempotency_key: str | None = None,
    ) -> SafetyReferralOut:
        """Record that the client declines a referral, which costs nothing here."""
        return cast(
            SafetyReferralOut,
            self._send(
                "POST",
                "/v1/safety-referrals/{}/decline",
                safety_referral_id,
                body={"occurred_on": occurred_on},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def mark_safety_referral_in_error(
        self,
        safety_referral_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> SafetyReferralOut:
        """Mark a safety referral as entered in error; it is kept."""
        return cast(
            SafetyReferralOut,
            self._send(
                "POST",
                "/v1/safety-referrals/{}/mark-in-error",
                safety_referral_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_safety_screen(self, safety_screen_id: Id) -> SafetyScreenOut:
        """Read a safety screen with its scores and what they were computed from."""
        return cast(SafetyScreenOut, self._send("GET", "/v1/safety-screens/{}", safety_screen_id))

    def mark_safety_screen_in_error(
        self,
        safety_screen_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> SafetyScreenOut:
        """Mark a safety screen as entered in error; the flag that it raised stays until it is released."""
        return cast(
            SafetyScreenOut,
            self._send(
                "POST",
                "/v1/safety-screens/{}/mark-in-error",
                safety_screen_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_secret(self, secret_id: Id) -> SecretOut:
        """Read a secret."""
        return cast(SecretOut, self._send("GET", "/v1/secrets/{}", secret_id))

    def change_secret(
        self,
        secret_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        holder: SecretHolder | Absent = ABSENT,
        kind: SecretKind | Absent = ABSENT,
        text: str | Absent = ABSENT,
        policy_shown_on: Day | Absent | None = ABSENT,
    ) -> SecretOut:
        """Change a secret."""
        return cast(
            SecretOut,
            self._send(
                "PATCH",
                "/v1/secrets/{}",
                secret_id,
                body={
                    "occurred_on": occurred_on,
                    "holder": holder,
                    "kind": kind,
                    "text": text,
                    "policy_shown_on": policy_shown_on,
                },
                if_match=if_match,
            ),
        )

    def mark_secret_in_error(
        self,
        secret_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> SecretOut:
        """Mark a secret as entered in error; it is kept, and out of everything that counts."""
        return cast(
            SecretOut,
            self._send(
                "POST",
                "/v1/secrets/{}/mark-in-error",
                secret_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def resolve_secret(
        self,
        secret_id: Id,
        *,
        state: Literal["resolved_disclosed", "resolved_kept", "resolved_no_longer_relevant"],
        if_match: int,
        resolved_on: Day | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> SecretOut:
        """Resolve a secret: disclosed by its holder, kept by decision, or no longer relevant."""
        return cast(
            SecretOut,
            self._send(
                "POST",
                "/v1/secrets/{}/resolve",
                secret_id,
                body={"state": state, "resolved_on": resolved_on, "note": note},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_session(self, session_id: Id) -> SessionOut:
        """Read a session."""
        return cast(SessionOut, self._send("GET", "/v1/sessions/{}", session_id))

    def change_session(
        self,
        session_id: Id,
        *,
        if_match: int,
        held_on: Day | Absent = ABSENT,
        minutes: int | Absent = ABSENT,
        status: SessionStatus | Absent = ABSENT,
        present: Present | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
    ) -> SessionOut:
        """Change a session."""
        return cast(
            SessionOut,
            self._send(
                "PATCH",
                "/v1/sessions/{}",
                session_id,
                body={
                    "held_on": held_on,
                    "minutes": minutes,
                    "status": status,
                    "present": present,
                    "note": note,
                },
                if_match=if_match,
            ),
        )

    def mark_session_in_error(
        self,
        session_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> SessionOut:
        """Mark a session as entered in error; it is kept, and out of everything that counts."""
        return cast(
            SessionOut,
            self._send(
                "POST",
                "/v1/sessions/{}/mark-in-error",
                session_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def record_neutrality_check(
        self,
        session_id: Id,
        *,
        noted_on: Day | Absent = ABSENT,
        partner_never_changes: int | Absent = ABSENT,
        partner_has_disorder: int | Absent = ABSENT,
        partner_bad_motives: int | Absent = ABSENT,
        doomed_from_start: int | Absent = ABSENT,
        beyond_repair: int | Absent = ABSENT,
        ending_is_best: int | Absent = ABSENT,
        side_taking: int | Absent = ABSENT,
        commiseration: int | Absent = ABSENT,
        proved_or_convinced: int | Absent = ABSENT,
        countertransference_to_refusal: int | Absent | None = ABSENT,
        alliance: int | Absent | None = ABSENT,
        self_focus_minutes: int | Absent | None = ABSENT,
        partner_focus_minutes: int | Absent | None = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> NeutralityCheckOut:
        """Look back at a session: statements that undermine, sides taken, and where the time went; once."""
        return cast(
            NeutralityCheckOut,
            self._send(
                "POST",
                "/v1/sessions/{}/neutrality-check",
                session_id,
                body={
                    "noted_on": noted_on,
                    "partner_never_changes": partner_never_changes,
                    "partner_has_disorder": partner_has_disorder,
                    "partner_bad_motives": partner_bad_motives,
                    "doomed_from_start": doomed_from_start,
                    "beyond_repair": beyond_repair,
                    "ending_is_best": ending_is_best,
                    "side_taking": side_taking,
                    "commiseration": commiseration,
                    "proved_or_convinced": proved_or_convinced,
                    "countertransference_to_refusal": countertransference_to_refusal,
                    "alliance": alliance,
                    "self_focus_minutes": self_focus_minutes,
                    "partner_focus_minutes": partner_focus_minutes,
                    "note": note,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def list_sign_ins(self, *, limit: int | None = None, cursor: str | None = None) -> Page[SignInOut]:
        """List one's own sign-ins, newest first."""
        return cast(
            Page[SignInOut],
            self._send("GET", "/v1/sign-ins", query={"limit": limit, "cursor": cursor}),
        )

    def sign_in(
        self,
        *,
        email: str,
        password: str,
        practice_id: Id | Absent | None = ABSENT,
    ) -> SignInCreated:
        """Sign in with address and password."""
        return cast(
            SignInCreated,
            self._send(
                "POST",
                "/v1/sign-ins",
                body={"email": email, "password": password, "practice_id": practice_id},
            ),
        )

    def get_sign_in(self, sign_in_id: Id) -> SignInOut:
        """Read one of one's own sign-ins."""
        return cast(SignInOut, self._send("GET", "/v1/sign-ins/{}", sign_in_id))

    def end_sign_in(self, sign_in_id: Id, *, idempotency_key: str | None = None) -> SignInOut:
        """Sign out: end one of one's own sign-ins at once."""
        return cast(
            SignInOut,
            self._send("POST", "/v1/sign-ins/{}/end", sign_in_id, idempotency_key=idempotency_key),
        )

    def list_staff(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        active: bool | None = None,
    ) -> Page[StaffOut]:
        """List the staff by name."""
        return cast(
            Page[StaffOut],
            self._send("GET", "/v1/staff", query={"limit": limit, "cursor": cursor, "active": active}),
        )

    def add_staff_member(
        self,
        *,
        email: str,
        display_name: str,
        roles: Sequence[Role],
        clinical_lead: bool | Absent = ABSENT,
        couple_training: bool | Absent = ABSENT,
        ipv_training: bool | Absent = ABSENT,
        idempotency_key: str | None = None,
    ) -> StaffOut:
        """Add somebody to the staff."""
        return cast(
            StaffOut,
            self._send(
                "POST",
                "/v1/staff",
                body={
                    "email": email,
                    "display_name": display_name,
                    "roles": roles,
                    "clinical_lead": clinical_lead,
                    "couple_training": couple_training,
                    "ipv_training": ipv_training,
                },
                idempotency_key=idempotency_key,
            ),
        )

    def get_staff_member(self, staff_id: Id) -> StaffOut:
        """Read a member of staff."""
        return cast(StaffOut, self._send("GET", "/v1/staff/{}", staff_id))

    def change_staff_member(
        self,
        staff_id: Id,
        *,
        if_match: int,
        email: str | Absent = ABSENT,
        display_name: str | Absent = ABSENT,
        roles: Sequence[Role] | Absent = ABSENT,
        clinical_lead: bool | Absent = ABSENT,
        couple_training: bool | Absent = ABSENT,
        ipv_training: bool | Absent = ABSENT,
    ) -> StaffOut:
        """Change a member of staff; new roles hold from the next request on."""
        return cast(
            StaffOut,
            self._send(
                "PATCH",
                "/v1/staff/{}",
                staff_id,
                body={
                    "email": email,
                    "display_name": display_name,
                    "roles": roles,
                    "clinical_lead": clinical_lead,
                    "couple_training": couple_training,
                    "ipv_training": ipv_training,
                },
                if_match=if_match,
            ),
        )

    def deactivate_staff_member(
        self,
        staff_id: Id,
        *,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> StaffOut:
        """Deactivate a member of staff; every sign-in and API key ends at once."""
        return cast(
            StaffOut,
            self._send(
                "POST",
                "/v1/staff/{}/deactivate",
                staff_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def issue_password_reset(
        self,
        staff_id: Id,
        *,
        idempotency_key: str | None = None,
    ) -> PasswordResetIssued:
        """Issue a one-time code with which a member of staff sets a new password.

        Older codes hold no longer.
        """
        return cast(
            PasswordResetIssued,
            self._send("POST", "/v1/staff/{}/password-resets", staff_id, idempotency_key=idempotency_key),
        )

    def reactivate_staff_member(
        self,
        staff_id: Id,
        *,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> StaffOut:
        """Reactivate a member of staff; API keys stay revoked."""
        return cast(
            StaffOut,
            self._send(
                "POST",
                "/v1/staff/{}/reactivate",
                staff_id,
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_stop_asking_pact(self, stop_asking_pact_id: Id) -> PactOut:
        """Read a stop asking pact."""
        return cast(PactOut, self._send("GET", "/v1/stop-asking-pacts/{}", stop_asking_pact_id))

    def change_stop_asking_pact(
        self,
        stop_asking_pact_id: Id,
        *,
        if_match: int,
        started_on: Day | Absent = ABSENT,
        target_days: int | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
    ) -> PactOut:
        """Change a stop asking pact."""
        return cast(
            PactOut,
            self._send(
                "PATCH",
                "/v1/stop-asking-pacts/{}",
                stop_asking_pact_id,
                body={"started_on": started_on, "target_days": target_days, "note": note},
                if_match=if_match,
            ),
        )

    def end_stop_asking_pact(
        self,
        stop_asking_pact_id: Id,
        *,
        if_match: int,
        ended_on: Day | Absent = ABSENT,
        reason: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> PactOut:
        """End a pact, kept or not."""
        return cast(
            PactOut,
            self._send(
                "POST",
                "/v1/stop-asking-pacts/{}/end",
                stop_asking_pact_id,
                body={"ended_on": ended_on, "reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def mark_stop_asking_pact_in_error(
        self,
        stop_asking_pact_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> PactOut:
        """Mark a stop asking pact as entered in error; it is kept, and out of everything that counts."""
        return cast(
            PactOut,
            self._send(
                "POST",
                "/v1/stop-asking-pacts/{}/mark-in-error",
                stop_asking_pact_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_strategy(self, strategy_id: Id) -> StrategyOut:
        """Read a strategy."""
        return cast(StrategyOut, self._send("GET", "/v1/strategies/{}", strategy_id))

    def change_strategy(
        self,
        strategy_id: Id,
        *,
        if_match: int,
        text: str | Absent = ABSENT,
        wording_confirmation: WordingConfirmation | Absent = ABSENT,
    ) -> StrategyOut:
        """Change a strategy."""
        return cast(
            StrategyOut,
            self._send(
                "PATCH",
                "/v1/strategies/{}",
                strategy_id,
                body={"text": text, "wording_confirmation": wording_confirmation},
                if_match=if_match,
            ),
        )

    def mark_strategy_in_error(
        self,
        strategy_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> StrategyOut:
        """Mark a strategy as entered in error; it is kept."""
        return cast(
            StrategyOut,
            self._send(
                "POST",
                "/v1/strategies/{}/mark-in-error",
                strategy_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_strategy_change(self, strategy_change_id: Id) -> StrategyChangeOut:
        """Read a strategy change."""
        return cast(StrategyChangeOut, self._send("GET", "/v1/strategy-changes/{}", strategy_change_id))

    def change_strategy_change(
        self,
        strategy_change_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        given_up: StrategyCode | Absent = ABSENT,
        instead: StrategyCode | Absent = ABSENT,
        reason: str | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
    ) -> StrategyChangeOut:
        """Change a strategy change."""
        return cast(
            StrategyChangeOut,
            self._send(
                "PATCH",
                "/v1/strategy-changes/{}",
                strategy_change_id,
                body={
                    "occurred_on": occurred_on,
                    "given_up": given_up,
                    "instead": instead,
                    "reason": reason,
                    "note": note,
                },
                if_match=if_match,
            ),
        )

    def mark_strategy_change_in_error(
        self,
        strategy_change_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> StrategyChangeOut:
        """Mark a strategy change as entered in error; it is kept, and out of everything that counts."""
        return cast(
            StrategyChangeOut,
            self._send(
                "POST",
                "/v1/strategy-changes/{}/mark-in-error",
                strategy_change_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_strength(self, strength_id: Id) -> StrengthOut:
        """Read a strength."""
        return cast(StrengthOut, self._send("GET", "/v1/strengths/{}", strength_id))

    def change_strength(
        self,
        strength_id: Id,
        *,
        if_match: int,
        noted_on: Day | Absent = ABSENT,
        kind: StrengthKind | Absent = ABSENT,
        text: str | Absent = ABSENT,
        what_helped: str | Absent | None = ABSENT,
    ) -> StrengthOut:
        """Change a strength."""
        return cast(
            StrengthOut,
            self._send(
                "PATCH",
                "/v1/strengths/{}",
                strength_id,
                body={"noted_on": noted_on, "kind": kind, "text": text, "what_helped": what_helped},
                if_match=if_match,
            ),
        )

    def mark_strength_in_error(
        self,
        strength_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> StrengthOut:
        """Mark a strength as entered in error; it is kept, and out of everything that counts."""
        return cast(
            StrengthOut,
            self._send(
                "POST",
                "/v1/strengths/{}/mark-in-error",
                strength_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_system_response(self, system_response_id: Id) -> SystemResponseOut:
        """Read a system response."""
        return cast(SystemResponseOut, self._send("GET", "/v1/system-responses/{}", system_response_id))

    def change_system_response(
        self,
        system_response_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        valence: Valence | Absent = ABSENT,
        type: ResponseType | Absent = ABSENT,
        domain: ResponseDomain | Absent = ABSENT,
        initiated_by: InitiatedBy | Absent = ABSENT,
        reported_by: ResponseReporter | Absent = ABSENT,
        with_fear: bool | Absent = ABSENT,
        words: str | Absent | None = ABSENT,
        experiment_id: Id | Absent | None = ABSENT,
    ) -> SystemResponseOut:
        """Change a system response."""
        return cast(
            SystemResponseOut,
            self._send(
                "PATCH",
                "/v1/system-responses/{}",
                system_response_id,
                body={
                    "occurred_on": occurred_on,
                    "valence": valence,
                    "type": type,
                    "domain": domain,
                    "initiated_by": initiated_by,
                    "reported_by": reported_by,
                    "with_fear": with_fear,
                    "words": words,
                    "experiment_id": experiment_id,
                },
                if_match=if_match,
            ),
        )

    def mark_system_response_in_error(
        self,
        system_response_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> SystemResponseOut:
        """Mark a system response as entered in error; it is kept, and out of everything that counts."""
        return cast(
            SystemResponseOut,
            self._send(
                "POST",
                "/v1/system-responses/{}/mark-in-error",
                system_response_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def review_readiness(
        self,
        system_response_id: Id,
        *,
        outcome: ReadinessOutcome,
        if_match: int,
        reviewed_on: Day | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> SystemResponseOut:
        """Settle the readiness review that a sign of interest opened; it never sends an invitation."""
        return cast(
            SystemResponseOut,
            self._send(
                "POST",
                "/v1/system-responses/{}/review",
                system_response_id,
                body={"reviewed_on": reviewed_on, "outcome": outcome},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_theme_tag(self, theme_tag_id: Id) -> ThemeTagOut:
        """Read a theme tag."""
        return cast(ThemeTagOut, self._send("GET", "/v1/theme-tags/{}", theme_tag_id))

    def change_theme_tag(
        self,
        theme_tag_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        theme: Theme | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
    ) -> ThemeTagOut:
        """Change a theme tag."""
        return cast(
            ThemeTagOut,
            self._send(
                "PATCH",
                "/v1/theme-tags/{}",
                theme_tag_id,
                body={"occurred_on": occurred_on, "theme": theme, "note": note},
                if_match=if_match,
            ),
        )

    def mark_theme_tag_in_error(
        self,
        theme_tag_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> ThemeTagOut:
        """Mark a theme tag as entered in error; it is kept, and out of everything that counts."""
        return cast(
            ThemeTagOut,
            self._send(
                "POST",
                "/v1/theme-tags/{}/mark-in-error",
                theme_tag_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_telling(self, telling_id: Id) -> TellingOut:
        """Read a telling."""
        return cast(TellingOut, self._send("GET", "/v1/told-partner/{}", telling_id))

    def change_telling(
        self,
        telling_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        shared: Sequence[Shared] | Absent = ABSENT,
        words: str | Absent | None = ABSENT,
        prompted: bool | Absent = ABSENT,
        partner_reaction: str | Absent | None = ABSENT,
    ) -> TellingOut:
        """Change a telling."""
        return cast(
            TellingOut,
            self._send(
                "PATCH",
                "/v1/told-partner/{}",
                telling_id,
                body={
                    "occurred_on": occurred_on,
                    "shared": shared,
                    "words": words,
                    "prompted": prompted,
                    "partner_reaction": partner_reaction,
                },
                if_match=if_match,
            ),
        )

    def mark_telling_in_error(
        self,
        telling_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> TellingOut:
        """Mark a telling as entered in error; it is kept, and out of everything that counts."""
        return cast(
            TellingOut,
            self._send(
                "POST",
                "/v1/told-partner/{}/mark-in-error",
                telling_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_tool_assignment(self, tool_assignment_id: Id) -> ToolAssignmentOut:
        """Read a tool assignment."""
        return cast(ToolAssignmentOut, self._send("GET", "/v1/tool-assignments/{}", tool_assignment_id))

    def change_tool_assignment(
        self,
        tool_assignment_id: Id,
        *,
        if_match: int,
        offered_on: Day | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
    ) -> ToolAssignmentOut:
        """Change a tool assignment."""
        return cast(
            ToolAssignmentOut,
            self._send(
                "PATCH",
                "/v1/tool-assignments/{}",
                tool_assignment_id,
                body={"offered_on": offered_on, "note": note},
                if_match=if_match,
            ),
        )

    def accept_tool_assignment(
        self,
        tool_assignment_id: Id,
        *,
        if_match: int,
        accepted_on: Day | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> ToolAssignmentOut:
        """Note that the client took the tool up; a safety block that forbids it is named."""
        return cast(
            ToolAssignmentOut,
            self._send(
                "POST",
                "/v1/tool-assignments/{}/accept",
                tool_assignment_id,
                body={"accepted_on": accepted_on},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def drop_tool_assignment(
        self,
        tool_assignment_id: Id,
        *,
        if_match: int,
        dropped_on: Day | Absent | None = ABSENT,
        reason: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> ToolAssignmentOut:
        """Note that the client left the tool; that is their choice."""
        return cast(
            ToolAssignmentOut,
            self._send(
                "POST",
                "/v1/tool-assignments/{}/drop",
                tool_assignment_id,
                body={"dropped_on": dropped_on, "reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def mark_tool_assignment_in_error(
        self,
        tool_assignment_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> ToolAssignmentOut:
        """Mark a tool assignment as entered in error; it is kept, and out of everything that counts."""
        return cast(
            ToolAssignmentOut,
            self._send(
                "POST",
                "/v1/tool-assignments/{}/mark-in-error",
                tool_assignment_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_tool_practices(
        self,
        tool_assignment_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[ToolPracticeOut]:
        """List how a tool was practised, newest first, entries in error among them."""
        return cast(
            Page[ToolPracticeOut],
            self._send(
                "GET",
                "/v1/tool-assignments/{}/practices",
                tool_assignment_id,
                query={"limit": limit, "cursor": cursor},
            ),
        )

    def record_tool_practice(
        self,
        tool_assignment_id: Id,
        *,
        practised_on: Day | Absent | None = ABSENT,
        minutes: int | Absent | None = ABSENT,
        went: int | Absent | None = ABSENT,
        note: str | Absent | None = ABSENT,
        idempotency_key: str | None = None,
    ) -> ToolPracticeOut:
        """Note that the client practised the tool."""
        return cast(
            ToolPracticeOut,
            self._send(
                "POST",
                "/v1/tool-assignments/{}/practices",
                tool_assignment_id,
                body={"practised_on": practised_on, "minutes": minutes, "went": went, "note": note},
                idempotency_key=idempotency_key,
            ),
        )

    def get_tool_practice(self, tool_practice_id: Id) -> ToolPracticeOut:
        """Read an entry of the practice log."""
        return cast(ToolPracticeOut, self._send("GET", "/v1/tool-practices/{}", tool_practice_id))

    def change_tool_practice(
        self,
        tool_practice_id: Id,
        *,
        if_match: int,
        practised_on: Day | Absent = ABSENT,
        minutes: int | Absent | None = ABSENT,
        went: int | Absent | None = ABSENT,
        note: str | Absent | None = ABSENT,
    ) -> ToolPracticeOut:
        """Change an entry of the practice log."""
        return cast(
            ToolPracticeOut,
            self._send(
                "PATCH",
                "/v1/tool-practices/{}",
                tool_practice_id,
                body={"practised_on": practised_on, "minutes": minutes, "went": went, "note": note},
                if_match=if_match,
            ),
        )

    def mark_tool_practice_in_error(
        self,
        tool_practice_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> ToolPracticeOut:
        """Mark an entry of the practice log as an error; it is kept, and not counted."""
        return cast(
            ToolPracticeOut,
            self._send(
                "POST",
                "/v1/tool-practices/{}/mark-in-error",
                tool_practice_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_tools(self) -> Tools:
        """List the tools that clients can practise, with steps, sources and contraindications."""
        return cast(Tools, self._send("GET", "/v1/tools"))

    def get_tool(self, tool_code: ToolCode) -> ToolOut:
        """Read a tool."""
        return cast(ToolOut, self._send("GET", "/v1/tools/{}", tool_code))

    def get_tool_sheet(
        self,
        tool_code: ToolCode,
        *,
        format: Literal["text", "html", "pdf"] | None = None,
    ) -> bytes:
        """Hand out the sheet of a tool, as text, HTML or PDF; it holds nothing about anybody."""
        return cast(
            bytes,
            self._send("GET", "/v1/tools/{}/sheet", tool_code, query={"format": format}, accept="*/*"),
        )

    def get_transparency_plan(self, transparency_plan_id: Id) -> TransparencyPlanOut:
        """Read a transparency plan."""
        return cast(TransparencyPlanOut, self._send("GET", "/v1/transparency-plans/{}", transparency_plan_id))

    def change_transparency_plan(
        self,
        transparency_plan_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        planned_for: Day | Absent | None = ABSENT,
        words: str | Absent | None = ABSENT,
    ) -> TransparencyPlanOut:
        """Change a transparency plan."""
        return cast(
            TransparencyPlanOut,
            self._send(
                "PATCH",
                "/v1/transparency-plans/{}",
                transparency_plan_id,
                body={"occurred_on": occurred_on, "planned_for": planned_for, "words": words},
                if_match=if_match,
            ),
        )

    def mark_transparency_plan_in_error(
        self,
        transparency_plan_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> TransparencyPlanOut:
        """Mark a transparency plan as entered in error; it is kept, and out of everything that counts."""
        return cast(
            TransparencyPlanOut,
            self._send(
                "POST",
                "/v1/transparency-plans/{}/mark-in-error",
                transparency_plan_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def get_ultimatum(self, ultimatum_id: Id) -> UltimatumOut:
        """Read an ultimatum."""
        return cast(UltimatumOut, self._send("GET", "/v1/ultimatums/{}", ultimatum_id))

    def change_ultimatum(
        self,
        ultimatum_id: Id,
        *,
        if_match: int,
        considered_on: Day | Absent = ABSENT,
        terms: str | Absent = ABSENT,
        deadline_on: Day | Absent | None = ABSENT,
        stay: int | Absent = ABSENT,
        leave: int | Absent = ABSENT,
        note: str | Absent | None = ABSENT,
    ) -> UltimatumOut:
        """Change an ultimatum."""
        return cast(
            UltimatumOut,
            self._send(
                "PATCH",
                "/v1/ultimatums/{}",
                ultimatum_id,
                body={
                    "considered_on": considered_on,
                    "terms": terms,
                    "deadline_on": deadline_on,
                    "stay": stay,
                    "leave": leave,
                    "note": note,
                },
                if_match=if_match,
            ),
        )

    def enforce_ultimatum(
        self,
        ultimatum_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        idempotency_key: str | None = None,
    ) -> UltimatumOut:
        """Note that the client did what the ultimatum said; safety is to be screened again."""
        return cast(
            UltimatumOut,
            self._send(
                "POST",
                "/v1/ultimatums/{}/enforce",
                ultimatum_id,
                body={"occurred_on": occurred_on},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def issue_ultimatum(
        self,
        ultimatum_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        idempotency_key: str | None = None,
    ) -> UltimatumOut:
        """Note that the client gave the ultimatum."""
        return cast(
            UltimatumOut,
            self._send(
                "POST",
                "/v1/ultimatums/{}/issue",
                ultimatum_id,
                body={"occurred_on": occurred_on},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def mark_ultimatum_in_error(
        self,
        ultimatum_id: Id,
        *,
        reason: str,
        if_match: int,
        idempotency_key: str | None = None,
    ) -> UltimatumOut:
        """Mark an ultimatum as entered in error; it is kept, and out of everything that counts."""
        return cast(
            UltimatumOut,
            self._send(
                "POST",
                "/v1/ultimatums/{}/mark-in-error",
                ultimatum_id,
                body={"reason": reason},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def withdraw_ultimatum(
        self,
        ultimatum_id: Id,
        *,
        if_match: int,
        occurred_on: Day | Absent = ABSENT,
        idempotency_key: str | None = None,
    ) -> UltimatumOut:
        """Note that the client took the ultimatum back, or decided against giving it."""
        return cast(
            UltimatumOut,
            self._send(
                "POST",
                "/v1/ultimatums/{}/withdraw",
                ultimatum_id,
                body={"occurred_on": occurred_on},
                if_match=if_match,
                idempotency_key=idempotency_key,
            ),
        )

    def list_vocabularies(self) -> Vocabularies:
        """List every vocabulary with its codes, labels and version."""
        return cast(Vocabularies, self._send("GET", "/v1/vocabularies"))

    def list_worklist(
        self,
        kind: WorklistKind,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        staff_id: Id | None = None,
    ) -> Page[WorklistItem]:
        """List the cases that want attention, longest waiting first."""
        return cast(
            Page[WorklistItem],
            self._send(
                "GET",
                "/v1/worklists/{}",
                kind,
                query={"limit": limit, "cursor": cursor, "staff_id": staff_id},
            ),
        )
