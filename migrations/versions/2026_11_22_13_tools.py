"""Tools that clients practise, experiments, what came back, attitudes; thresholds of alerts."""

import sqlalchemy as sa
from alembic import op

from couplesone.persistence.columns import Guid, UtcDateTime
from couplesone.persistence.row_security import protect

revision = "2026_11_22_13"
down_revision = "2026_11_22_12"
branch_labels = None
depends_on = None

TABLES = (
    "attitude_ratings",
    "control_circles",
    "tool_assignments",
    "tool_practices",
    "experiments",
    "system_responses",
)

KEYS = (
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
)
NEW_KEYS = (
    "alert_check_ins",
    "fixation_rise_points",
    "resentment_window_days",
    "resentment_rise_points",
    "burnout_effort",
    "burnout_hope",
)
CATEGORIES = ("pattern", "skill", "connection", "self", "voice_needs", "process_refusal")
NEW_CATEGORIES = ("self_definition", "self_worth", "reclaim_self")


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
    know("practice_settings", "key", (*KEYS, *NEW_KEYS))
    know("goals", "category", (*CATEGORIES, *NEW_CATEGORIES))


def downgrade() -> None:
    """Remove the tables; settings go that are no longer known, and a goal's category becomes the nearest known one."""
    settings = sa.table("practice_settings", sa.column("key"))
    goals = sa.table("goals", sa.column("category"))
    op.execute(settings.delete().where(settings.c.key.in_(NEW_KEYS)))
    op.execute(goals.update().where(goals.c.category.in_(NEW_CATEGORIES)).values(category="self"))
    # The wall hides the rows of the practices from whoever migrates PostgreSQL, so what is there is not judged.
    know("goals", "category", CATEGORIES, postgresql_not_valid=True)
    know("practice_settings", "key", KEYS, postgresql_not_valid=True)
    for table in reversed(TABLES):
        op.drop_table(table)


def know(table: str, column: str, codes: tuple[str, ...], **options: bool) -> None:
    """Let a column hold these codes."""
    name, listed = op.f(f"ck_{table}_{column}_known"), ", ".join(f"'{code}'" for code in codes)
    with op.batch_alter_table(table) as batch:
        batch.drop_constraint(name, type_="check")
        batch.create_check_constraint(name, f"{column} IN ({listed})", **options)
