"""Tables of the cases room."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, Date, Index, Integer, SmallInteger, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.codes import (
    CaseKind,
    CaseStatus,
    ClosingReason,
    GoalsOutcome,
    Present,
    PressureType,
    ReactionCode,
    RefusalAnswer,
    RefusalReasonCode,
    RelationshipOutcome,
    ReportedBy,
    SessionStatus,
    Stance,
    WaivedBy,
)
from couplesone.cases.errors import CaseAlreadyReopened, RefusalReasonExists
from couplesone.cases.items import ClinicalItem, between, item_constraints, once, one_of
from couplesone.cases.weekly import WeeklyMeasure
from couplesone.clients.errors import ExternalIdTaken
from couplesone.persistence.base import Record, refers
from couplesone.persistence.columns import EncryptedText, Guid, UtcDateTime


class Case(Record):
    """A solo case: one client, the partner whom it is about, and an episode of work from opening to closing."""

    __tablename__ = "cases"
    __table_args__ = (
        refers("client_id", to="clients"),
        refers("partner_id", "client_id", to="partners", target=("id", "client_id"), onupdate="CASCADE"),
        refers("previous_case_id", to="cases"),
        UniqueConstraint("practice_id", "id", "client_id"),
        UniqueConstraint("practice_id", "id", "client_id", "kind"),
        once("external_id", problem=ExternalIdTaken),
        once("previous_case_id", problem=CaseAlreadyReopened),
        one_of("kind", CaseKind),
        one_of("status", CaseStatus),
        one_of("closing_reason", ClosingReason),
        one_of("goals_outcome", GoalsOutcome),
        one_of("relationship_outcome", RelationshipOutcome),
        one_of("focus_series", WeeklyMeasure),
        between("stage", 0, 8),
        CheckConstraint("(status = 'closed') = (closed_on IS NOT NULL)", name="closed_has_a_day"),
        CheckConstraint("closed_on IS NULL OR closed_on >= opened_on", name="closed_after_opening"),
        CheckConstraint(
            "kind = 'solo' OR (partner_id IS NULL AND previous_case_id IS NULL)", name="part_stands_alone"
        ),
        Index(None, "practice_id", "client_id"),
        Index(None, "practice_id", "updated_at", "id"),
        Index(None, "practice_id", "opened_on", "id"),
    )

    client_id: Mapped[UUID] = mapped_column(Guid)
    partner_id: Mapped[UUID | None] = mapped_column(Guid)
    kind: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(20))
    stage: Mapped[int] = mapped_column(SmallInteger)
    opened_on: Mapped[date] = mapped_column(Date)
    purpose_statement = EncryptedText[str | None](nullable=True)
    problem_onset_on: Mapped[date | None] = mapped_column(Date)
    first_considered_help_on: Mapped[date | None] = mapped_column(Date)
    first_contact_on: Mapped[date | None] = mapped_column(Date)
    next_step = EncryptedText[str | None](nullable=True)
    next_step_due_on: Mapped[date | None] = mapped_column(Date)
    focus_series: Mapped[str] = mapped_column(String(40))
    external_id: Mapped[str | None] = mapped_column(String(100))
    previous_case_id: Mapped[UUID | None] = mapped_column(Guid)
    closed_on: Mapped[date | None] = mapped_column(Date)
    closing_reason: Mapped[str | None] = mapped_column(String(30))
    goals_outcome: Mapped[str | None] = mapped_column(String(30))
    relationship_outcome: Mapped[str | None] = mapped_column(String(30))
    partner_attended: Mapped[bool | None] = mapped_column(Boolean)
    closing_summary = EncryptedText[str | None](nullable=True)
    opened_by: Mapped[UUID] = mapped_column(Guid)
    entered_in_error_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    error_reason = EncryptedText[str | None](nullable=True)

    @property
    def key_owner(self) -> UUID:
        """The person whose key seals this row."""
        return self.client_id

    @property
    def days_to_help(self) -> int | None:
        """How many days lay between the onset of the problem and the first contact, if both are known (S0.2)."""
        if self.problem_onset_on is None or self.first_contact_on is None:
            return None
        return (self.first_contact_on - self.problem_onset_on).days


class StatusChange(ClinicalItem):
    """That the case went from one status to another, on a day."""

    __tablename__ = "case_status_changes"
    __table_args__ = (*item_constraints(), one_of("to_status", CaseStatus))

    from_status: Mapped[str] = mapped_column(String(20))
    to_status: Mapped[str] = mapped_column(String(20))
    occurred_on: Mapped[date] = mapped_column(Date)
    reason = EncryptedText[str | None](nullable=True)


class StageChange(ClinicalItem):
    """That the case went on to another stage, on a day."""

    __tablename__ = "stage_changes"
    __table_args__ = (*item_constraints(), between("from_stage", 0, 8), between("to_stage", 0, 8))

    from_stage: Mapped[int] = mapped_column(SmallInteger)
    to_stage: Mapped[int] = mapped_column(SmallInteger)
    occurred_on: Mapped[date] = mapped_column(Date)


class StageWaiver(ClinicalItem):
    """That an exit rule of a stage was waived, by what ground and reason."""

    __tablename__ = "stage_waivers"
    __table_args__ = (
        *item_constraints(),
        one_of("waived_by", WaivedBy),
        between("stage", 0, 8),
        UniqueConstraint("practice_id", "case_id", "stage", "rule"),
    )

    stage: Mapped[int] = mapped_column(SmallInteger)
    rule: Mapped[str] = mapped_column(String(60))
    waived_by: Mapped[str] = mapped_column(String(30))
    reason = EncryptedText[str]()


class TherapySession(ClinicalItem):
    """A session: its day, its minutes, who was present, whether it took place, and a note."""

    __tablename__ = "sessions"
    __table_args__ = (
        *item_constraints(),
        one_of("status", SessionStatus),
        one_of("present", Present),
        between("minutes", 1, 600),
    )

    held_on: Mapped[date] = mapped_column(Date)
    minutes: Mapped[int] = mapped_column(Integer)
    status: Mapped[str] = mapped_column(String(20))
    present: Mapped[str] = mapped_column(String(30))
    note = EncryptedText[str | None](nullable=True)


class RefusalEpisode(ClinicalItem):
    """That the partner was asked to come and did not agree (S0.3)."""

    __tablename__ = "refusal_episodes"
    __table_args__ = (*item_constraints(), one_of("answer", RefusalAnswer))

    occurred_on: Mapped[date] = mapped_column(Date)
    answer: Mapped[str] = mapped_column(String(20))
    how_asked = EncryptedText[str | None](nullable=True)
    words = EncryptedText[str | None](nullable=True)
    quoted: Mapped[bool] = mapped_column(Boolean)


class RefusalReason(ClinicalItem):
    """A reason that may lie behind a refusal: a hypothesis with its source and confidence 0 to 3 (S1.2)."""

    __tablename__ = "refusal_reasons"
    __table_args__ = (
        *item_constraints(),
        refers("refusal_id", to="refusal_episodes"),
        refers("cycle_node_id", to="cycle_nodes"),
        one_of("code", RefusalReasonCode),
        one_of("reported_by", ReportedBy),
        between("confidence", 0, 3),
        once("refusal_id", "code", "reported_by", problem=RefusalReasonExists),
    )

    refusal_id: Mapped[UUID] = mapped_column(Guid)
    cycle_node_id: Mapped[UUID | None] = mapped_column(Guid)
    """The step of the cycle map that the reason may explain: a hypothesis (S1.9)."""
    code: Mapped[str] = mapped_column(String(40))
    reported_by: Mapped[str] = mapped_column(String(30))
    confidence: Mapped[int] = mapped_column(SmallInteger)
    noted_on: Mapped[date] = mapped_column(Date)
    quoted: Mapped[bool] = mapped_column(Boolean)

    @property
    def hypothesis(self) -> bool:
        """Whether it is the therapist's guess, which nobody reported."""
        return self.reported_by == ReportedBy.THERAPIST_HYPOTHESIS


class PartnerStance(ClinicalItem):
    """The partner's stance from a day on, as reported; the latest holds, all are kept (S1.1)."""

    __tablename__ = "partner_stances"
    __table_args__ = (*item_constraints(), one_of("stance", Stance), one_of("reported_by", ReportedBy))

    occurred_on: Mapped[date] = mapped_column(Date)
    stance: Mapped[str] = mapped_column(String(30))
    reported_by: Mapped[str] = mapped_column(String(30))
    note = EncryptedText[str | None](nullable=True)


class Reaction(ClinicalItem):
    """What the refusal does to the client on a day, 0 to 10 (S0.4)."""

    __tablename__ = "reactions"
    __table_args__ = (*item_constraints(), one_of("code", ReactionCode), between("intensity", 0, 10))

    occurred_on: Mapped[date] = mapped_column(Date)
    code: Mapped[str] = mapped_column(String(30))
    intensity: Mapped[int] = mapped_column(SmallInteger)
    note = EncryptedText[str | None](nullable=True)


class PressureEvent(ClinicalItem):
    """An attempt to move the partner to come (S0.6, S2.2, S2.3), and how the partner may have felt it (S2.9)."""

    __tablename__ = "pressure_events"
    __table_args__ = (
        *item_constraints(),
        refers("cycle_map_id", to="cycle_maps"),
        one_of("type", PressureType),
        between("times", 1, 100),
    )

    occurred_on: Mapped[date] = mapped_column(Date)
    type: Mapped[str] = mapped_column(String(30))
    times: Mapped[int] = mapped_column(SmallInteger)
    cycle_map_id: Mapped[UUID | None] = mapped_column(Guid)
    """The cycle of which this was an episode (S2.12)."""
    note = EncryptedText[str | None](nullable=True)
    partner_experience_hypothesis = EncryptedText[str | None](nullable=True)

    @property
    def coercive(self) -> bool:
        """Whether its type belongs to the coercive subset (S2.41)."""
        return PressureType(self.type).coercive


class Hope(ClinicalItem):
    """What the client hopes for from the partner: kept apart from the goals, and never scored."""

    __tablename__ = "hopes"
    __table_args__ = item_constraints()

    occurred_on: Mapped[date] = mapped_column(Date)
    text = EncryptedText[str]()
