"""Tables of the plans room."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, Index, Integer, SmallInteger, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.corrections.records import CorrectionRecord
from couplesone.cases.items import ClinicalItem, between, item_constraints, one_of
from couplesone.persistence.base import Owned, refers
from couplesone.persistence.columns import EncryptedText, Guid
from couplesone.plans.codes import GoalCategory, GoalLifecycle, PlanStatus, Source, WeeklyMeasure
from couplesone.plans.errors import CheckInExists, DraftExists, RatingExists

_OWN_CONDUCT = "acting_person = 'client' AND measured_person = 'client'"
_NOT_IN_ERROR = text("entered_in_error_at IS NULL")


def _wording_confirmed() -> CheckConstraint:
    return CheckConstraint(
        "(wording_rule IS NULL) = (wording_confirmed_by IS NULL)", name="wording_alarm_confirmed"
    )


class Plan(ClinicalItem):
    """A version of the treatment plan. One draft and one active version a case at most."""

    __tablename__ = "plans"
    __table_args__ = (
        *item_constraints(),
        one_of("status", PlanStatus),
        UniqueConstraint("practice_id", "case_id", "number", info={"problem": DraftExists}),
        Index(
            "uq_plans_active_in_case",
            "practice_id",
            "case_id",
            unique=True,
            sqlite_where=text("status = 'active'"),
            postgresql_where=text("status = 'active'"),
        ),
        Index(
            "uq_plans_draft_in_case",
            "practice_id",
            "case_id",
            "status",  # so that SQLite, which names columns only, tells this index from the one above
            unique=True,
            sqlite_where=text("status = 'draft'"),
            postgresql_where=text("status = 'draft'"),
            info={"problem": DraftExists},
        ),
        CheckConstraint(
            "status = 'draft' OR activated_on IS NOT NULL OR status = 'closed'", name="active_has_a_day"
        ),
        CheckConstraint(
            "ended_on IS NULL OR activated_on IS NULL OR ended_on >= activated_on", name="ends_after_start"
        ),
    )

    number: Mapped[int] = mapped_column(Integer)
    status: Mapped[str] = mapped_column(String(20))
    values_statement = EncryptedText[str | None](nullable=True)
    review_due_on: Mapped[date | None] = mapped_column(Date)
    activated_on: Mapped[date | None] = mapped_column(Date)
    ended_on: Mapped[date | None] = mapped_column(Date)


class Goal(ClinicalItem):
    """A goal for the client's own conduct, with five attainment levels; the database refuses any other subject."""

    __tablename__ = "goals"
    __table_args__ = (
        *item_constraints(),
        one_of("lifecycle", GoalLifecycle),
        one_of("category", GoalCategory),
        between("weight", 1, 10),
        between("baseline_level", -2, 2),
        CheckConstraint(_OWN_CONDUCT, name="own_conduct"),
        _wording_confirmed(),
    )

    lifecycle: Mapped[str] = mapped_column(String(20))
    category: Mapped[str] = mapped_column(String(30))
    title = EncryptedText[str]()
    less = EncryptedText[str]()
    more = EncryptedText[str]()
    instead_of = EncryptedText[str]()
    context = EncryptedText[str | None](nullable=True)
    indicator = EncryptedText[str]()
    levels = EncryptedText[str]()
    weight: Mapped[int] = mapped_column(SmallInteger)
    baseline_level: Mapped[int] = mapped_column(SmallInteger)
    acting_person: Mapped[str] = mapped_column(String(20))
    measured_person: Mapped[str] = mapped_column(String(20))
    wording_rule: Mapped[str | None] = mapped_column(String(40))
    wording_confirmed_by: Mapped[UUID | None] = mapped_column(Guid)
    wording_confirmed_reason = EncryptedText[str | None](nullable=True)
    target_on: Mapped[date | None] = mapped_column(Date)


class PlanGoal(Owned):
    """That a goal belongs to a version of the plan, and in which place."""

    __tablename__ = "plan_goals"
    __table_args__ = (refers("plan_id", to="plans"), refers("goal_id", to="goals"))

    plan_id: Mapped[UUID] = mapped_column(Guid, primary_key=True)
    goal_id: Mapped[UUID] = mapped_column(Guid, primary_key=True)
    position: Mapped[int] = mapped_column(SmallInteger)


class Objective(ClinicalItem):
    """A step towards a goal, the client's own too."""

    __tablename__ = "objectives"
    __table_args__ = (*item_constraints(), refers("goal_id", to="goals"), _wording_confirmed())

    goal_id: Mapped[UUID] = mapped_column(Guid)
    text = EncryptedText[str]()
    target_on: Mapped[date | None] = mapped_column(Date)
    done_on: Mapped[date | None] = mapped_column(Date)
    position: Mapped[int] = mapped_column(SmallInteger)
    wording_rule: Mapped[str | None] = mapped_column(String(40))
    wording_confirmed_by: Mapped[UUID | None] = mapped_column(Guid)
    wording_confirmed_reason = EncryptedText[str | None](nullable=True)


class Strategy(ClinicalItem):
    """How the client goes about an objective."""

    __tablename__ = "strategies"
    __table_args__ = (*item_constraints(), refers("objective_id", to="objectives"), _wording_confirmed())

    objective_id: Mapped[UUID] = mapped_column(Guid)
    text = EncryptedText[str]()
    position: Mapped[int] = mapped_column(SmallInteger)
    wording_rule: Mapped[str | None] = mapped_column(String(40))
    wording_confirmed_by: Mapped[UUID | None] = mapped_column(Guid)
    wording_confirmed_reason = EncryptedText[str | None](nullable=True)


class Rating(ClinicalItem):
    """The level of a goal in a week, from one source; a second one is refused (decisions.md 34)."""

    __tablename__ = "ratings"
    __table_args__ = (
        *item_constraints(),
        refers("goal_id", to="goals"),
        one_of("source", Source),
        between("level", -2, 2),
        Index(
            "uq_ratings_goal_week_source",
            "practice_id",
            "goal_id",
            "week_of",
            "source",
            unique=True,
            sqlite_where=_NOT_IN_ERROR,
            postgresql_where=_NOT_IN_ERROR,
            info={"problem": RatingExists},
        ),
    )

    goal_id: Mapped[UUID] = mapped_column(Guid)
    week_of: Mapped[date] = mapped_column(Date)
    source: Mapped[str] = mapped_column(String(20))
    level: Mapped[int] = mapped_column(SmallInteger)
    note = EncryptedText[str | None](nullable=True)


class CheckIn(ClinicalItem):
    """A week as the client, or the therapist, reports it. One a week from each source."""

    __tablename__ = "check_ins"
    __table_args__ = (
        *item_constraints(),
        one_of("source", Source),
        Index(
            "uq_check_ins_case_week_source",
            "practice_id",
            "case_id",
            "week_of",
            "source",
            unique=True,
            sqlite_where=_NOT_IN_ERROR,
            postgresql_where=_NOT_IN_ERROR,
            info={"problem": CheckInExists},
        ),
    )

    week_of: Mapped[date] = mapped_column(Date)
    source: Mapped[str] = mapped_column(String(20))
    note = EncryptedText[str | None](nullable=True)


class CheckInValue(Owned):
    """One number of a check-in: a count of the week, or a rating from 0 to 10."""

    __tablename__ = "check_in_values"
    __table_args__ = (
        refers("check_in_id", to="check_ins"),
        one_of("measure", WeeklyMeasure),
        between("value", 0, 1000),
    )

    check_in_id: Mapped[UUID] = mapped_column(Guid, primary_key=True)
    measure: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[int] = mapped_column(SmallInteger)


class Correction(CorrectionRecord):
    """What a rating or check-in said before it was corrected, by whom, when and why."""

    __tablename__ = "corrections"
    __table_args__ = (
        *item_constraints(),
        refers("rating_id", to="ratings"),
        refers("check_in_id", to="check_ins"),
        CheckConstraint("(rating_id IS NULL) != (check_in_id IS NULL)", name="of_one_record"),
    )

    rating_id: Mapped[UUID | None] = mapped_column(Guid)
    check_in_id: Mapped[UUID | None] = mapped_column(Guid)
