"""Treatment plans, goals, ratings, check-ins, tools, experiments and what came back."""

import sqlalchemy as sa
from alembic import op

from couplesone.persistence.columns import Guid, UtcDateTime
from couplesone.persistence.row_security import protect

revision = "2026_11_22_10"
down_revision = "2026_11_22_09"
branch_labels = None
depends_on = None

TABLES = (
    "attitude_ratings",
    "check_ins",
    "control_circles",
    "goals",
    "plans",
    "tool_assignments",
    "check_in_values",
    "objectives",
    "plan_goals",
    "ratings",
    "tool_practices",
    "corrections",
    "strategies",
    "experiments",
    "system_responses",
)


def upgrade() -> None:
    """Make the tables, their indexes, and the wall around them."""
    op.create_table(
        "attitude_ratings",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("homework", sa.Boolean(), nullable=False),
        sa.Column("perceived_investment_gap", sa.SmallInteger(), nullable=True),
        sa.Column("able_before", sa.SmallInteger(), nullable=False),
        sa.Column("respecting_before", sa.SmallInteger(), nullable=False),
        sa.Column("interested_before", sa.SmallInteger(), nullable=False),
        sa.Column("caring_before", sa.SmallInteger(), nullable=False),
        sa.Column("again_on", sa.Date(), nullable=True),
        sa.Column("able_after", sa.SmallInteger(), nullable=True),
        sa.Column("respecting_after", sa.SmallInteger(), nullable=True),
        sa.Column("interested_after", sa.SmallInteger(), nullable=True),
        sa.Column("caring_after", sa.SmallInteger(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_attitude_ratings")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_attitude_ratings_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "able_after BETWEEN 0 AND 10", name=op.f("ck_attitude_ratings_able_after_in_range")
        ),
        sa.CheckConstraint(
            "(again_on IS NULL) = (able_after IS NULL)",
            name=op.f("ck_attitude_ratings_able_after_with_a_day"),
        ),
        sa.CheckConstraint(
            "able_before BETWEEN 0 AND 10", name=op.f("ck_attitude_ratings_able_before_in_range")
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_attitude_ratings_about_known")
        ),
        sa.CheckConstraint(
            "again_on IS NULL OR again_on >= occurred_on", name=op.f("ck_attitude_ratings_again_later")
        ),
        sa.CheckConstraint(
            "caring_after BETWEEN 0 AND 10", name=op.f("ck_attitude_ratings_caring_after_in_range")
        ),
        sa.CheckConstraint(
            "(again_on IS NULL) = (caring_after IS NULL)",
            name=op.f("ck_attitude_ratings_caring_after_with_a_day"),
        ),
        sa.CheckConstraint(
            "caring_before BETWEEN 0 AND 10", name=op.f("ck_attitude_ratings_caring_before_in_range")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_attitude_ratings_confided_by_known"),
        ),
        sa.CheckConstraint(
            "interested_after BETWEEN 0 AND 10", name=op.f("ck_attitude_ratings_interested_after_in_range")
        ),
        sa.CheckConstraint(
            "(again_on IS NULL) = (interested_after IS NULL)",
            name=op.f("ck_attitude_ratings_interested_after_with_a_day"),
        ),
        sa.CheckConstraint(
            "interested_before BETWEEN 0 AND 10", name=op.f("ck_attitude_ratings_interested_before_in_range")
        ),
        sa.CheckConstraint(
            "perceived_investment_gap BETWEEN 0 AND 10",
            name=op.f("ck_attitude_ratings_perceived_investment_gap_in_range"),
        ),
        sa.CheckConstraint(
            "respecting_after BETWEEN 0 AND 10", name=op.f("ck_attitude_ratings_respecting_after_in_range")
        ),
        sa.CheckConstraint(
            "(again_on IS NULL) = (respecting_after IS NULL)",
            name=op.f("ck_attitude_ratings_respecting_after_with_a_day"),
        ),
        sa.CheckConstraint(
            "respecting_before BETWEEN 0 AND 10", name=op.f("ck_attitude_ratings_respecting_before_in_range")
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_attitude_ratings_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_attitude_ratings_practice_id_case_id"),
        "attitude_ratings",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "check_ins",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("week_of", sa.Date(), nullable=False),
        sa.Column("source", sa.String(20), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_check_ins")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_check_ins_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint("about IN ('client', 'partner', 'both')", name=op.f("ck_check_ins_about_known")),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_check_ins_confided_by_known"),
        ),
        sa.CheckConstraint("source IN ('client', 'therapist')", name=op.f("ck_check_ins_source_known")),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_check_ins_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_check_ins_practice_id_case_id"), "check_ins", ["practice_id", "case_id"], unique=False
    )
    op.create_index(
        op.f("uq_check_ins_case_week_source"),
        "check_ins",
        ["practice_id", "case_id", "week_of", "source"],
        unique=True,
        sqlite_where=sa.text("entered_in_error_at IS NULL"),
        postgresql_where=sa.text("entered_in_error_at IS NULL"),
    )
    op.create_table(
        "control_circles",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("inside_texts", sa.Text(), nullable=False),
        sa.Column("outside_texts", sa.Text(), nullable=False),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_control_circles")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_control_circles_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_control_circles_about_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_control_circles_confided_by_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_control_circles_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_control_circles_practice_id_case_id"),
        "control_circles",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "goals",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("lifecycle", sa.String(20), nullable=False),
        sa.Column("category", sa.String(30), nullable=False),
        sa.Column("weight", sa.SmallInteger(), nullable=False),
        sa.Column("baseline_level", sa.SmallInteger(), nullable=False),
        sa.Column("acting_person", sa.String(20), nullable=False),
        sa.Column("measured_person", sa.String(20), nullable=False),
        sa.Column("wording_rule", sa.String(40), nullable=True),
        sa.Column("wording_confirmed_by", Guid(), nullable=True),
        sa.Column("target_on", sa.Date(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("less", sa.Text(), nullable=False),
        sa.Column("more", sa.Text(), nullable=False),
        sa.Column("instead_of", sa.Text(), nullable=False),
        sa.Column("context", sa.Text(), nullable=True),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("levels", sa.Text(), nullable=False),
        sa.Column("wording_confirmed_reason", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_goals")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_goals_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint("about IN ('client', 'partner', 'both')", name=op.f("ck_goals_about_known")),
        sa.CheckConstraint("baseline_level BETWEEN -2 AND 2", name=op.f("ck_goals_baseline_level_in_range")),
        sa.CheckConstraint(
            "category IN ('pattern', 'skill', 'connection', 'self', 'voice_needs', 'process_refusal', 'self_definition', 'self_worth', 'reclaim_self')",
            name=op.f("ck_goals_category_known"),
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_goals_confided_by_known"),
        ),
        sa.CheckConstraint(
            "lifecycle IN ('proposed', 'active', 'on_hold', 'completed', 'cancelled', 'entered_in_error')",
            name=op.f("ck_goals_lifecycle_known"),
        ),
        sa.CheckConstraint(
            "acting_person = 'client' AND measured_person = 'client'", name=op.f("ck_goals_own_conduct")
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_goals_visibility_known"),
        ),
        sa.CheckConstraint("weight BETWEEN 1 AND 10", name=op.f("ck_goals_weight_in_range")),
        sa.CheckConstraint(
            "(wording_rule IS NULL) = (wording_confirmed_by IS NULL)",
            name=op.f("ck_goals_wording_alarm_confirmed"),
        ),
    )
    op.create_index(op.f("ix_goals_practice_id_case_id"), "goals", ["practice_id", "case_id"], unique=False)
    op.create_table(
        "plans",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("review_due_on", sa.Date(), nullable=True),
        sa.Column("activated_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("values_statement", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_plans")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_plans_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.UniqueConstraint(
            "practice_id", "case_id", "number", name=op.f("uq_plans_practice_id_case_id_number")
        ),
        sa.CheckConstraint("about IN ('client', 'partner', 'both')", name=op.f("ck_plans_about_known")),
        sa.CheckConstraint(
            "status = 'draft' OR activated_on IS NOT NULL OR status = 'closed'",
            name=op.f("ck_plans_active_has_a_day"),
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_plans_confided_by_known"),
        ),
        sa.CheckConstraint(
            "ended_on IS NULL OR activated_on IS NULL OR ended_on >= activated_on",
            name=op.f("ck_plans_ends_after_start"),
        ),
        sa.CheckConstraint(
            "status IN ('draft', 'active', 'superseded', 'closed')", name=op.f("ck_plans_status_known")
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_plans_visibility_known"),
        ),
    )
    op.create_index(op.f("ix_plans_practice_id_case_id"), "plans", ["practice_id", "case_id"], unique=False)
    op.create_index(
        op.f("uq_plans_active_in_case"),
        "plans",
        ["practice_id", "case_id"],
        unique=True,
        sqlite_where=sa.text("status = 'active'"),
        postgresql_where=sa.text("status = 'active'"),
    )
    op.create_index(
        op.f("uq_plans_draft_in_case"),
        "plans",
        ["practice_id", "case_id", "status"],
        unique=True,
        sqlite_where=sa.text("status = 'draft'"),
        postgresql_where=sa.text("status = 'draft'"),
    )
    op.create_table(
        "tool_assignments",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("tool", sa.String(40), nullable=False),
        sa.Column("tool_version", sa.SmallInteger(), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("offered_on", sa.Date(), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("dropped_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("dropped_reason", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_tool_assignments")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_tool_assignments_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_tool_assignments_about_known")
        ),
        sa.CheckConstraint(
            "accepted_on IS NULL OR accepted_on >= offered_on",
            name=op.f("ck_tool_assignments_accepted_after_offer"),
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_tool_assignments_confided_by_known"),
        ),
        sa.CheckConstraint(
            "dropped_on IS NULL OR dropped_on >= offered_on",
            name=op.f("ck_tool_assignments_dropped_after_offer"),
        ),
        sa.CheckConstraint(
            "(status = 'dropped') = (dropped_on IS NOT NULL)",
            name=op.f("ck_tool_assignments_dropped_has_a_day"),
        ),
        sa.CheckConstraint(
            "status IN ('offered', 'accepted', 'practised', 'dropped')",
            name=op.f("ck_tool_assignments_status_known"),
        ),
        sa.CheckConstraint(
            "status IN ('offered', 'dropped') OR accepted_on IS NOT NULL",
            name=op.f("ck_tool_assignments_taken_up_first"),
        ),
        sa.CheckConstraint(
            "tool IN ('needs_statement', 'soft_startup', 'need_without_blame', 'repair_attempt', 'collaborative_decision', 'soft_tone', 'appreciation_log', 'time_out', 'self_soothing', 'create_space', 'stop_asking', 'boundary', 'perspective_taking', 'control_circle', 'compassion_practice', 'values', 'reclaim_self')",
            name=op.f("ck_tool_assignments_tool_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_tool_assignments_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_tool_assignments_practice_id_case_id"),
        "tool_assignments",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_index(
        op.f("uq_tool_assignments_open"),
        "tool_assignments",
        ["practice_id", "case_id", "tool"],
        unique=True,
        sqlite_where=sa.text("entered_in_error_at IS NULL AND status <> 'dropped'"),
        postgresql_where=sa.text("entered_in_error_at IS NULL AND status <> 'dropped'"),
    )
    op.create_table(
        "check_in_values",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("check_in_id", Guid(), nullable=False),
        sa.Column("measure", sa.String(40), nullable=False),
        sa.Column("value", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", "check_in_id", "measure", name=op.f("pk_check_in_values")),
        sa.ForeignKeyConstraint(
            ["practice_id", "check_in_id"],
            ["check_ins.practice_id", "check_ins.id"],
            name=op.f("fk_check_in_values_practice_id_check_in_id"),
        ),
        sa.CheckConstraint(
            "measure IN ('pressure', 'positive_responses', 'self_initiated_steps', 'need_statements', 'appreciations', 'criticism', 'contempt', 'defensiveness', 'stonewalling', 'agency', 'hope_for_change', 'commitment', 'patience', 'compassion', 'acceptance_of_refusal', 'communication', 'regulation', 'self_awareness', 'effort', 'effort_fairness', 'partner_openness', 'urgency', 'reactivity', 'fixation_on_conjoint', 'blame_stance', 'judging', 'viability_doubt', 'partner_defensiveness')",
            name=op.f("ck_check_in_values_measure_known"),
        ),
        sa.CheckConstraint("value BETWEEN 0 AND 1000", name=op.f("ck_check_in_values_value_in_range")),
    )
    op.create_table(
        "objectives",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("goal_id", Guid(), nullable=False),
        sa.Column("target_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("wording_rule", sa.String(40), nullable=True),
        sa.Column("wording_confirmed_by", Guid(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("wording_confirmed_reason", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_objectives")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_objectives_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "goal_id"],
            ["goals.practice_id", "goals.id"],
            name=op.f("fk_objectives_practice_id_goal_id"),
        ),
        sa.CheckConstraint("about IN ('client', 'partner', 'both')", name=op.f("ck_objectives_about_known")),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_objectives_confided_by_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_objectives_visibility_known"),
        ),
        sa.CheckConstraint(
            "(wording_rule IS NULL) = (wording_confirmed_by IS NULL)",
            name=op.f("ck_objectives_wording_alarm_confirmed"),
        ),
    )
    op.create_index(
        op.f("ix_objectives_practice_id_case_id"), "objectives", ["practice_id", "case_id"], unique=False
    )
    op.create_table(
        "plan_goals",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("plan_id", Guid(), nullable=False),
        sa.Column("goal_id", Guid(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", "plan_id", "goal_id", name=op.f("pk_plan_goals")),
        sa.ForeignKeyConstraint(
            ["practice_id", "goal_id"],
            ["goals.practice_id", "goals.id"],
            name=op.f("fk_plan_goals_practice_id_goal_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "plan_id"],
            ["plans.practice_id", "plans.id"],
            name=op.f("fk_plan_goals_practice_id_plan_id"),
        ),
    )
    op.create_table(
        "ratings",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("goal_id", Guid(), nullable=False),
        sa.Column("week_of", sa.Date(), nullable=False),
        sa.Column("source", sa.String(20), nullable=False),
        sa.Column("level", sa.SmallInteger(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_ratings")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_ratings_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "goal_id"],
            ["goals.practice_id", "goals.id"],
            name=op.f("fk_ratings_practice_id_goal_id"),
        ),
        sa.CheckConstraint("about IN ('client', 'partner', 'both')", name=op.f("ck_ratings_about_known")),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_ratings_confided_by_known"),
        ),
        sa.CheckConstraint("level BETWEEN -2 AND 2", name=op.f("ck_ratings_level_in_range")),
        sa.CheckConstraint("source IN ('client', 'therapist')", name=op.f("ck_ratings_source_known")),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_ratings_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_ratings_practice_id_case_id"), "ratings", ["practice_id", "case_id"], unique=False
    )
    op.create_index(
        op.f("uq_ratings_goal_week_source"),
        "ratings",
        ["practice_id", "goal_id", "week_of", "source"],
        unique=True,
        sqlite_where=sa.text("entered_in_error_at IS NULL"),
        postgresql_where=sa.text("entered_in_error_at IS NULL"),
    )
    op.create_table(
        "tool_practices",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("assignment_id", Guid(), nullable=False),
        sa.Column("practised_on", sa.Date(), nullable=False),
        sa.Column("minutes", sa.SmallInteger(), nullable=True),
        sa.Column("went", sa.SmallInteger(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_tool_practices")),
        sa.ForeignKeyConstraint(
            ["practice_id", "assignment_id"],
            ["tool_assignments.practice_id", "tool_assignments.id"],
            name=op.f("fk_tool_practices_practice_id_assignment_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_tool_practices_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_tool_practices_about_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_tool_practices_confided_by_known"),
        ),
        sa.CheckConstraint("minutes BETWEEN 1 AND 600", name=op.f("ck_tool_practices_minutes_in_range")),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_tool_practices_visibility_known"),
        ),
        sa.CheckConstraint("went BETWEEN 0 AND 10", name=op.f("ck_tool_practices_went_in_range")),
    )
    op.create_index(
        op.f("ix_tool_practices_practice_id_assignment_id"),
        "tool_practices",
        ["practice_id", "assignment_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_tool_practices_practice_id_case_id"),
        "tool_practices",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "corrections",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("rating_id", Guid(), nullable=True),
        sa.Column("check_in_id", Guid(), nullable=True),
        sa.Column("corrected_at", UtcDateTime(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_corrections")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_corrections_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "check_in_id"],
            ["check_ins.practice_id", "check_ins.id"],
            name=op.f("fk_corrections_practice_id_check_in_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "rating_id"],
            ["ratings.practice_id", "ratings.id"],
            name=op.f("fk_corrections_practice_id_rating_id"),
        ),
        sa.CheckConstraint("about IN ('client', 'partner', 'both')", name=op.f("ck_corrections_about_known")),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_corrections_confided_by_known"),
        ),
        sa.CheckConstraint(
            "(rating_id IS NULL) != (check_in_id IS NULL)", name=op.f("ck_corrections_of_one_record")
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_corrections_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_corrections_practice_id_case_id"), "corrections", ["practice_id", "case_id"], unique=False
    )
    op.create_table(
        "strategies",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("objective_id", Guid(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("wording_rule", sa.String(40), nullable=True),
        sa.Column("wording_confirmed_by", Guid(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("wording_confirmed_reason", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_strategies")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_strategies_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "objective_id"],
            ["objectives.practice_id", "objectives.id"],
            name=op.f("fk_strategies_practice_id_objective_id"),
        ),
        sa.CheckConstraint("about IN ('client', 'partner', 'both')", name=op.f("ck_strategies_about_known")),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_strategies_confided_by_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_strategies_visibility_known"),
        ),
        sa.CheckConstraint(
            "(wording_rule IS NULL) = (wording_confirmed_by IS NULL)",
            name=op.f("ck_strategies_wording_alarm_confirmed"),
        ),
    )
    op.create_index(
        op.f("ix_strategies_practice_id_case_id"), "strategies", ["practice_id", "case_id"], unique=False
    )
    op.create_table(
        "experiments",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("template", sa.String(30), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("days_planned", sa.SmallInteger(), nullable=True),
        sa.Column("days_kept", sa.SmallInteger(), nullable=True),
        sa.Column("strategy_id", Guid(), nullable=True),
        sa.Column("own_part_item_id", Guid(), nullable=True),
        sa.Column("wording_rule", sa.String(40), nullable=True),
        sa.Column("wording_confirmed_by", Guid(), nullable=True),
        sa.Column("own_move", sa.Text(), nullable=False),
        sa.Column("expected_change_back", sa.Text(), nullable=True),
        sa.Column("observed", sa.Text(), nullable=True),
        sa.Column("dropped_reason", sa.Text(), nullable=True),
        sa.Column("wording_confirmed_reason", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_experiments")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_experiments_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "own_part_item_id"],
            ["own_part_items.practice_id", "own_part_items.id"],
            name=op.f("fk_experiments_practice_id_own_part_item_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "strategy_id"],
            ["strategies.practice_id", "strategies.id"],
            name=op.f("fk_experiments_practice_id_strategy_id"),
        ),
        sa.CheckConstraint("about IN ('client', 'partner', 'both')", name=op.f("ck_experiments_about_known")),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_experiments_confided_by_known"),
        ),
        sa.CheckConstraint("days_kept BETWEEN 0 AND 28", name=op.f("ck_experiments_days_kept_in_range")),
        sa.CheckConstraint(
            "days_planned BETWEEN 1 AND 28", name=op.f("ck_experiments_days_planned_in_range")
        ),
        sa.CheckConstraint(
            "(status = 'planned') = (ended_on IS NULL)", name=op.f("ck_experiments_ended_has_a_day")
        ),
        sa.CheckConstraint(
            "days_kept IS NULL OR days_kept <= days_planned", name=op.f("ck_experiments_kept_as_planned")
        ),
        sa.CheckConstraint(
            "(template = 'create_space') = (days_planned IS NOT NULL)",
            name=op.f("ck_experiments_space_has_days"),
        ),
        sa.CheckConstraint(
            "status IN ('planned', 'done', 'dropped')", name=op.f("ck_experiments_status_known")
        ),
        sa.CheckConstraint(
            "template IN ('own_move', 'create_space', 'soft_conversation', 'own_activity', 'boundary')",
            name=op.f("ck_experiments_template_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_experiments_visibility_known"),
        ),
        sa.CheckConstraint(
            "(wording_rule IS NULL) = (wording_confirmed_by IS NULL)",
            name=op.f("ck_experiments_wording_alarm_confirmed"),
        ),
    )
    op.create_index(
        op.f("ix_experiments_practice_id_case_id"), "experiments", ["practice_id", "case_id"], unique=False
    )
    op.create_table(
        "system_responses",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("valence", sa.String(20), nullable=False),
        sa.Column("type", sa.String(30), nullable=False),
        sa.Column("domain", sa.String(20), nullable=False),
        sa.Column("initiated_by", sa.String(20), nullable=False),
        sa.Column("reported_by", sa.String(20), nullable=False),
        sa.Column("with_fear", sa.Boolean(), nullable=False),
        sa.Column("experiment_id", Guid(), nullable=True),
        sa.Column("reviewed_on", sa.Date(), nullable=True),
        sa.Column("readiness_outcome", sa.String(30), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_system_responses")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_system_responses_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "experiment_id"],
            ["experiments.practice_id", "experiments.id"],
            name=op.f("fk_system_responses_practice_id_experiment_id"),
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_system_responses_about_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_system_responses_confided_by_known"),
        ),
        sa.CheckConstraint(
            "domain IN ('partner', 'children', 'household', 'work', 'family', 'other')",
            name=op.f("ck_system_responses_domain_known"),
        ),
        sa.CheckConstraint(
            "initiated_by IN ('client', 'partner', 'other', 'unknown')",
            name=op.f("ck_system_responses_initiated_by_known"),
        ),
        sa.CheckConstraint(
            "readiness_outcome IN ('not_yet', 'left_to_partner', 'client_wishes_to_invite')",
            name=op.f("ck_system_responses_readiness_outcome_known"),
        ),
        sa.CheckConstraint(
            "reported_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_system_responses_reported_by_known"),
        ),
        sa.CheckConstraint(
            "(reviewed_on IS NULL) = (readiness_outcome IS NULL)",
            name=op.f("ck_system_responses_reviewed_with_an_outcome"),
        ),
        sa.CheckConstraint(
            "type IN ('new_conversation', 'curiosity_signal', 'asks_to_come', 'mutuality', 'softening', 'change_back', 'escalation', 'withdrawal', 'practical_help', 'no_response', 'other')",
            name=op.f("ck_system_responses_type_known"),
        ),
        sa.CheckConstraint(
            "valence IN ('harmony', 'tension', 'mixed', 'none')",
            name=op.f("ck_system_responses_valence_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_system_responses_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_system_responses_practice_id_case_id"),
        "system_responses",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_system_responses_practice_id_experiment_id"),
        "system_responses",
        ["practice_id", "experiment_id"],
        unique=False,
    )
    protect(op, *TABLES)


def downgrade() -> None:
    """Remove the tables."""
    for table in reversed(TABLES):
        op.drop_table(table)
