"""The solo case, its sessions, refusals, stances, reactions and hopes."""

import sqlalchemy as sa
from alembic import op

from couplesone.persistence.columns import Guid, UtcDateTime
from couplesone.persistence.row_security import protect

revision = "2026_11_22_04"
down_revision = "2026_11_22_03"
branch_labels = None
depends_on = None

TABLES = (
    "cases",
    "case_status_changes",
    "hopes",
    "partner_stances",
    "reactions",
    "refusal_episodes",
    "sessions",
    "stage_changes",
    "stage_waivers",
)


def upgrade() -> None:
    """Make the tables, their indexes, and the wall around them."""
    op.create_table(
        "cases",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("partner_id", Guid(), nullable=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("stage", sa.SmallInteger(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("problem_onset_on", sa.Date(), nullable=True),
        sa.Column("first_considered_help_on", sa.Date(), nullable=True),
        sa.Column("first_contact_on", sa.Date(), nullable=True),
        sa.Column("next_step_due_on", sa.Date(), nullable=True),
        sa.Column("focus_series", sa.String(40), nullable=False),
        sa.Column("external_id", sa.String(100), nullable=True),
        sa.Column("previous_case_id", Guid(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closing_reason", sa.String(30), nullable=True),
        sa.Column("goals_outcome", sa.String(30), nullable=True),
        sa.Column("relationship_outcome", sa.String(30), nullable=True),
        sa.Column("partner_attended", sa.Boolean(), nullable=True),
        sa.Column("opened_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("purpose_statement", sa.Text(), nullable=True),
        sa.Column("next_step", sa.Text(), nullable=True),
        sa.Column("closing_summary", sa.Text(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_cases")),
        sa.ForeignKeyConstraint(
            ["practice_id", "client_id"],
            ["clients.practice_id", "clients.id"],
            name=op.f("fk_cases_practice_id_client_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "partner_id", "client_id"],
            ["partners.practice_id", "partners.id", "partners.client_id"],
            name=op.f("fk_cases_practice_id_partner_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "previous_case_id"],
            ["cases.practice_id", "cases.id"],
            name=op.f("fk_cases_practice_id_previous_case_id"),
        ),
        sa.UniqueConstraint("practice_id", "id", "client_id", name=op.f("uq_cases_practice_id_id_client_id")),
        sa.UniqueConstraint(
            "practice_id", "id", "client_id", "kind", name=op.f("uq_cases_practice_id_id_client_id_kind")
        ),
        sa.CheckConstraint(
            "closed_on IS NULL OR closed_on >= opened_on", name=op.f("ck_cases_closed_after_opening")
        ),
        sa.CheckConstraint(
            "(status = 'closed') = (closed_on IS NOT NULL)", name=op.f("ck_cases_closed_has_a_day")
        ),
        sa.CheckConstraint(
            "closing_reason IN ('completed', 'client_ended', 'no_contact', 'referred', 'other')",
            name=op.f("ck_cases_closing_reason_known"),
        ),
        sa.CheckConstraint(
            "focus_series IN ('pressure', 'positive_responses', 'self_initiated_steps', 'need_statements', 'appreciations', 'criticism', 'contempt', 'defensiveness', 'stonewalling', 'agency', 'hope_for_change', 'commitment', 'patience', 'compassion', 'acceptance_of_refusal', 'communication', 'regulation', 'self_awareness', 'effort', 'effort_fairness', 'partner_openness', 'urgency', 'reactivity', 'fixation_on_conjoint', 'blame_stance', 'judging', 'viability_doubt', 'partner_defensiveness')",
            name=op.f("ck_cases_focus_series_known"),
        ),
        sa.CheckConstraint(
            "goals_outcome IN ('met', 'partly_met', 'not_met', 'not_assessed')",
            name=op.f("ck_cases_goals_outcome_known"),
        ),
        sa.CheckConstraint("kind IN ('solo', 'conjoint_part')", name=op.f("ck_cases_kind_known")),
        sa.CheckConstraint(
            "kind = 'solo' OR (partner_id IS NULL AND previous_case_id IS NULL)",
            name=op.f("ck_cases_part_stands_alone"),
        ),
        sa.CheckConstraint(
            "relationship_outcome IN ('together', 'separated', 'undecided', 'unknown')",
            name=op.f("ck_cases_relationship_outcome_known"),
        ),
        sa.CheckConstraint("stage BETWEEN 0 AND 8", name=op.f("ck_cases_stage_in_range")),
        sa.CheckConstraint(
            "status IN ('intake', 'active', 'on_hold', 'inactive', 'closed')",
            name=op.f("ck_cases_status_known"),
        ),
    )
    op.create_index(
        op.f("ix_cases_practice_id_client_id"), "cases", ["practice_id", "client_id"], unique=False
    )
    op.create_index(
        op.f("ix_cases_practice_id_external_id"),
        "cases",
        ["practice_id", "external_id"],
        unique=True,
        sqlite_where=sa.text("entered_in_error_at IS NULL"),
        postgresql_where=sa.text("entered_in_error_at IS NULL"),
    )
    op.create_index(
        op.f("ix_cases_practice_id_opened_on_id"), "cases", ["practice_id", "opened_on", "id"], unique=False
    )
    op.create_index(
        op.f("ix_cases_practice_id_previous_case_id"),
        "cases",
        ["practice_id", "previous_case_id"],
        unique=True,
        sqlite_where=sa.text("entered_in_error_at IS NULL"),
        postgresql_where=sa.text("entered_in_error_at IS NULL"),
    )
    op.create_index(
        op.f("ix_cases_practice_id_updated_at_id"), "cases", ["practice_id", "updated_at", "id"], unique=False
    )
    op.create_table(
        "case_status_changes",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("from_status", sa.String(20), nullable=False),
        sa.Column("to_status", sa.String(20), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_case_status_changes")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_case_status_changes_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_case_status_changes_about_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_case_status_changes_confided_by_known"),
        ),
        sa.CheckConstraint(
            "to_status IN ('intake', 'active', 'on_hold', 'inactive', 'closed')",
            name=op.f("ck_case_status_changes_to_status_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_case_status_changes_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_case_status_changes_practice_id_case_id"),
        "case_status_changes",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "hopes",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_hopes")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_hopes_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint("about IN ('client', 'partner', 'both')", name=op.f("ck_hopes_about_known")),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_hopes_confided_by_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_hopes_visibility_known"),
        ),
    )
    op.create_index(op.f("ix_hopes_practice_id_case_id"), "hopes", ["practice_id", "case_id"], unique=False)
    op.create_table(
        "partner_stances",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("stance", sa.String(30), nullable=False),
        sa.Column("reported_by", sa.String(30), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_partner_stances")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_partner_stances_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_partner_stances_about_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_partner_stances_confided_by_known"),
        ),
        sa.CheckConstraint(
            "reported_by IN ('client', 'partner', 'therapist_hypothesis')",
            name=op.f("ck_partner_stances_reported_by_known"),
        ),
        sa.CheckConstraint(
            "stance IN ('refuses', 'ambivalent', 'conditional', 'willing', 'unknown', 'decided_to_leave')",
            name=op.f("ck_partner_stances_stance_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_partner_stances_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_partner_stances_practice_id_case_id"),
        "partner_stances",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "reactions",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("code", sa.String(30), nullable=False),
        sa.Column("intensity", sa.SmallInteger(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_reactions")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_reactions_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint("about IN ('client', 'partner', 'both')", name=op.f("ck_reactions_about_known")),
        sa.CheckConstraint(
            "code IN ('frustration', 'depressed', 'despair', 'failure', 'disappointment', 'let_down', 'rejected', 'devalued', 'abandoned', 'anger', 'resentment', 'helpless', 'powerless', 'stuck', 'grief', 'indignation', 'deprived', 'unworthy')",
            name=op.f("ck_reactions_code_known"),
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_reactions_confided_by_known"),
        ),
        sa.CheckConstraint("intensity BETWEEN 0 AND 10", name=op.f("ck_reactions_intensity_in_range")),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_reactions_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_reactions_practice_id_case_id"), "reactions", ["practice_id", "case_id"], unique=False
    )
    op.create_table(
        "refusal_episodes",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("answer", sa.String(20), nullable=False),
        sa.Column("quoted", sa.Boolean(), nullable=False),
        sa.Column("how_asked", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_refusal_episodes")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_refusal_episodes_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_refusal_episodes_about_known")
        ),
        sa.CheckConstraint(
            "answer IN ('firm_no', 'no', 'ambivalent', 'conditional', 'silent')",
            name=op.f("ck_refusal_episodes_answer_known"),
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_refusal_episodes_confided_by_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_refusal_episodes_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_refusal_episodes_practice_id_case_id"),
        "refusal_episodes",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "sessions",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("present", sa.String(30), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_sessions")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_sessions_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint("about IN ('client', 'partner', 'both')", name=op.f("ck_sessions_about_known")),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_sessions_confided_by_known"),
        ),
        sa.CheckConstraint("minutes BETWEEN 1 AND 600", name=op.f("ck_sessions_minutes_in_range")),
        sa.CheckConstraint(
            "present IN ('client', 'client_and_partner', 'partner')", name=op.f("ck_sessions_present_known")
        ),
        sa.CheckConstraint(
            "status IN ('held', 'no_show', 'cancelled')", name=op.f("ck_sessions_status_known")
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_sessions_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_sessions_practice_id_case_id"), "sessions", ["practice_id", "case_id"], unique=False
    )
    op.create_table(
        "stage_changes",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("from_stage", sa.SmallInteger(), nullable=False),
        sa.Column("to_stage", sa.SmallInteger(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_stage_changes")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_stage_changes_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_stage_changes_about_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_stage_changes_confided_by_known"),
        ),
        sa.CheckConstraint("from_stage BETWEEN 0 AND 8", name=op.f("ck_stage_changes_from_stage_in_range")),
        sa.CheckConstraint("to_stage BETWEEN 0 AND 8", name=op.f("ck_stage_changes_to_stage_in_range")),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_stage_changes_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_stage_changes_practice_id_case_id"),
        "stage_changes",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "stage_waivers",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("stage", sa.SmallInteger(), nullable=False),
        sa.Column("rule", sa.String(60), nullable=False),
        sa.Column("waived_by", sa.String(30), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_stage_waivers")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_stage_waivers_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.UniqueConstraint(
            "practice_id",
            "case_id",
            "stage",
            "rule",
            name=op.f("uq_stage_waivers_practice_id_case_id_stage_rule"),
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_stage_waivers_about_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_stage_waivers_confided_by_known"),
        ),
        sa.CheckConstraint("stage BETWEEN 0 AND 8", name=op.f("ck_stage_waivers_stage_in_range")),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_stage_waivers_visibility_known"),
        ),
        sa.CheckConstraint(
            "waived_by IN ('safety_block', 'clinician_reason')", name=op.f("ck_stage_waivers_waived_by_known")
        ),
    )
    op.create_index(
        op.f("ix_stage_waivers_practice_id_case_id"),
        "stage_waivers",
        ["practice_id", "case_id"],
        unique=False,
    )
    protect(op, *TABLES)


def downgrade() -> None:
    """Remove the tables."""
    for table in reversed(TABLES):
        op.drop_table(table)
