"""The formulation of the case: the client's side, the partner as told, and the therapist's own."""

import sqlalchemy as sa
from alembic import op

from couplesone.persistence.columns import Guid, UtcDateTime
from couplesone.persistence.row_security import protect

revision = "2026_11_22_07"
down_revision = "2026_11_22_06"
branch_labels = None
depends_on = None

TABLES = (
    "boundaries",
    "cycle_maps",
    "follow_ups",
    "intake_profiles",
    "legal_proceedings",
    "motive_checks",
    "outreach_attempts",
    "own_part_items",
    "partner_statements",
    "prior_strategies",
    "prior_therapies",
    "secrets",
    "stop_asking_pacts",
    "strategy_changes",
    "strengths",
    "theme_tags",
    "transparency_plans",
    "ultimatums",
    "boundary_events",
    "cycle_nodes",
    "decision_points",
    "neutrality_checks",
    "pressure_events",
    "statement_verdicts",
    "transparency_plan_parts",
    "cycle_edges",
    "partner_tellings",
    "refusal_reasons",
    "partner_telling_parts",
)


def upgrade() -> None:
    """Make the tables, their indexes, and the wall around them."""
    op.create_table(
        "boundaries",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("set_on", sa.Date(), nullable=False),
        sa.Column("theme", sa.String(30), nullable=True),
        sa.Column("wording_rule", sa.String(60), nullable=True),
        sa.Column("wording_confirmed_by", Guid(), nullable=True),
        sa.Column("limit", sa.Text(), nullable=False),
        sa.Column("my_action_if_crossed", sa.Text(), nullable=False),
        sa.Column("wording_confirmed_reason", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_boundaries")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_boundaries_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint("about IN ('client', 'partner', 'both')", name=op.f("ck_boundaries_about_known")),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_boundaries_confided_by_known"),
        ),
        sa.CheckConstraint(
            "theme IN ('blamed', 'over_responsible', 'other')", name=op.f("ck_boundaries_theme_known")
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_boundaries_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_boundaries_practice_id_case_id"), "boundaries", ["practice_id", "case_id"], unique=False
    )
    op.create_table(
        "cycle_maps",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("drawn_on", sa.Date(), nullable=False),
        sa.Column("pattern", sa.String(40), nullable=False),
        sa.Column("client_role", sa.String(30), nullable=False),
        sa.Column("intensity", sa.SmallInteger(), nullable=True),
        sa.Column("control_focus", sa.String(20), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_cycle_maps")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_cycle_maps_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint("about IN ('client', 'partner', 'both')", name=op.f("ck_cycle_maps_about_known")),
        sa.CheckConstraint(
            "agreed_on IS NULL OR agreed_on >= drawn_on", name=op.f("ck_cycle_maps_agreed_after_drawing")
        ),
        sa.CheckConstraint(
            "client_role IN ('pursuer', 'distancer', 'problem_identifier', 'digger_in', 'critic', 'defender', 'overfunctioner', 'underfunctioner', 'alternating')",
            name=op.f("ck_cycle_maps_client_role_known"),
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_cycle_maps_confided_by_known"),
        ),
        sa.CheckConstraint(
            "control_focus IN ('self', 'partner')", name=op.f("ck_cycle_maps_control_focus_known")
        ),
        sa.CheckConstraint("intensity BETWEEN 0 AND 10", name=op.f("ck_cycle_maps_intensity_in_range")),
        sa.CheckConstraint(
            "pattern IN ('pursue_withdraw', 'identify_push_dig_in', 'criticize_defend', 'mutual_attack', 'mutual_withdrawal', 'overfunction_underfunction', 'other')",
            name=op.f("ck_cycle_maps_pattern_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_cycle_maps_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_cycle_maps_practice_id_case_id"), "cycle_maps", ["practice_id", "case_id"], unique=False
    )
    op.create_table(
        "follow_ups",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("months_after", sa.SmallInteger(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=True),
        sa.Column("relationship_status", sa.String(30), nullable=True),
        sa.Column("relationship_years", sa.SmallInteger(), nullable=True),
        sa.Column("satisfaction", sa.SmallInteger(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_follow_ups")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_follow_ups_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint("about IN ('client', 'partner', 'both')", name=op.f("ck_follow_ups_about_known")),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_follow_ups_confided_by_known"),
        ),
        sa.CheckConstraint("months_after IN (3, 6, 12, 24, 60)", name=op.f("ck_follow_ups_months_known")),
        sa.CheckConstraint(
            "relationship_status IN ('together', 'separated', 'undecided', 'unknown')",
            name=op.f("ck_follow_ups_relationship_status_known"),
        ),
        sa.CheckConstraint(
            "relationship_years BETWEEN 0 AND 80", name=op.f("ck_follow_ups_relationship_years_in_range")
        ),
        sa.CheckConstraint("satisfaction BETWEEN 0 AND 10", name=op.f("ck_follow_ups_satisfaction_in_range")),
        sa.CheckConstraint(
            "state IN ('planned', 'done', 'declined', 'no_answer')", name=op.f("ck_follow_ups_state_known")
        ),
        sa.CheckConstraint(
            "(state = 'planned') = (occurred_on IS NULL)", name=op.f("ck_follow_ups_tried_has_a_day")
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_follow_ups_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_follow_ups_practice_id_case_id"), "follow_ups", ["practice_id", "case_id"], unique=False
    )
    op.create_index(
        op.f("ix_follow_ups_practice_id_case_id_months_after"),
        "follow_ups",
        ["practice_id", "case_id", "months_after"],
        unique=True,
        sqlite_where=sa.text("entered_in_error_at IS NULL"),
        postgresql_where=sa.text("entered_in_error_at IS NULL"),
    )
    op.create_index(
        op.f("ix_follow_ups_practice_id_due_on_id"),
        "follow_ups",
        ["practice_id", "due_on", "id"],
        unique=False,
    )
    op.create_table(
        "intake_profiles",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("suitable_format", sa.String(30), nullable=True),
        sa.Column("format_preference", sa.String(20), nullable=True),
        sa.Column("client_reluctance_solo", sa.SmallInteger(), nullable=True),
        sa.Column("readiness", sa.SmallInteger(), nullable=True),
        sa.Column("confidence", sa.SmallInteger(), nullable=True),
        sa.Column("last_ditch", sa.Boolean(), nullable=True),
        sa.Column("timing", sa.String(30), nullable=True),
        sa.Column("impasse", sa.Boolean(), nullable=True),
        sa.Column("power_balance", sa.SmallInteger(), nullable=True),
        sa.Column("perceived_investment_gap", sa.SmallInteger(), nullable=True),
        sa.Column("suitability_reason", sa.Text(), nullable=True),
        sa.Column("concern", sa.Text(), nullable=True),
        sa.Column("approach", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_intake_profiles")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_intake_profiles_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_intake_profiles_about_known")
        ),
        sa.CheckConstraint(
            "client_reluctance_solo BETWEEN 0 AND 10",
            name=op.f("ck_intake_profiles_client_reluctance_solo_in_range"),
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_intake_profiles_confided_by_known"),
        ),
        sa.CheckConstraint(
            "confidence BETWEEN 0 AND 10", name=op.f("ck_intake_profiles_confidence_in_range")
        ),
        sa.CheckConstraint(
            "format_preference IN ('solo', 'conjoint', 'either', 'undecided')",
            name=op.f("ck_intake_profiles_format_preference_known"),
        ),
        sa.CheckConstraint(
            "perceived_investment_gap BETWEEN 0 AND 10",
            name=op.f("ck_intake_profiles_perceived_investment_gap_in_range"),
        ),
        sa.CheckConstraint(
            "power_balance BETWEEN -5 AND 5", name=op.f("ck_intake_profiles_power_balance_in_range")
        ),
        sa.CheckConstraint("readiness BETWEEN 0 AND 10", name=op.f("ck_intake_profiles_readiness_in_range")),
        sa.CheckConstraint(
            "suitable_format IN ('solo', 'conjoint', 'discernment', 'individual', 'violence_service', 'substance_service')",
            name=op.f("ck_intake_profiles_suitable_format_known"),
        ),
        sa.CheckConstraint(
            "timing IN ('early', 'delayed', 'crisis', 'separation_in_view')",
            name=op.f("ck_intake_profiles_timing_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_intake_profiles_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_intake_profiles_practice_id_case_id"),
        "intake_profiles",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_index(
        op.f("uq_intake_profiles_case"),
        "intake_profiles",
        ["practice_id", "case_id"],
        unique=True,
        sqlite_where=sa.text("entered_in_error_at IS NULL"),
        postgresql_where=sa.text("entered_in_error_at IS NULL"),
    )
    op.create_table(
        "legal_proceedings",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("begun_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_legal_proceedings")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_legal_proceedings_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_legal_proceedings_about_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_legal_proceedings_confided_by_known"),
        ),
        sa.CheckConstraint(
            "ended_on IS NULL OR ended_on >= begun_on", name=op.f("ck_legal_proceedings_ended_after_it_began")
        ),
        sa.CheckConstraint(
            "kind IN ('separation', 'custody', 'protection', 'criminal', 'subpoena', 'other')",
            name=op.f("ck_legal_proceedings_kind_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_legal_proceedings_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_legal_proceedings_practice_id_case_id"),
        "legal_proceedings",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "motive_checks",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("stage", sa.SmallInteger(), nullable=False),
        sa.Column("validation_seeking", sa.SmallInteger(), nullable=False),
        sa.Column("fix_partner", sa.SmallInteger(), nullable=False),
        sa.Column("build_case", sa.SmallInteger(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_motive_checks")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_motive_checks_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_motive_checks_about_known")
        ),
        sa.CheckConstraint("build_case BETWEEN 0 AND 10", name=op.f("ck_motive_checks_build_case_in_range")),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_motive_checks_confided_by_known"),
        ),
        sa.CheckConstraint(
            "fix_partner BETWEEN 0 AND 10", name=op.f("ck_motive_checks_fix_partner_in_range")
        ),
        sa.CheckConstraint("stage BETWEEN 0 AND 8", name=op.f("ck_motive_checks_stage_in_range")),
        sa.CheckConstraint(
            "validation_seeking BETWEEN 0 AND 10", name=op.f("ck_motive_checks_validation_seeking_in_range")
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_motive_checks_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_motive_checks_practice_id_case_id"),
        "motive_checks",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "outreach_attempts",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("reached", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_outreach_attempts")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_outreach_attempts_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_outreach_attempts_about_known")
        ),
        sa.CheckConstraint(
            "channel IN ('email', 'text_message', 'phone', 'letter')",
            name=op.f("ck_outreach_attempts_channel_known"),
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_outreach_attempts_confided_by_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_outreach_attempts_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_outreach_attempts_practice_id_case_id"),
        "outreach_attempts",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "own_part_items",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("named_on", sa.Date(), nullable=False),
        sa.Column("category", sa.String(30), nullable=False),
        sa.Column("frequency", sa.String(30), nullable=True),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("behaviour", sa.Text(), nullable=False),
        sa.Column("trigger", sa.Text(), nullable=True),
        sa.Column("impact", sa.Text(), nullable=True),
        sa.Column("alternative", sa.Text(), nullable=True),
        sa.Column("responsibility_statement", sa.Text(), nullable=True),
        sa.Column("strategy", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_own_part_items")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_own_part_items_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_own_part_items_about_known")
        ),
        sa.CheckConstraint(
            "category IN ('blaming', 'judging', 'criticizing', 'withdrawing', 'pursuing', 'controlling', 'defending', 'rescuing', 'avoiding', 'other')",
            name=op.f("ck_own_part_items_category_known"),
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_own_part_items_confided_by_known"),
        ),
        sa.CheckConstraint(
            "frequency IN ('rarely', 'monthly', 'weekly', 'several_times_a_week', 'daily')",
            name=op.f("ck_own_part_items_frequency_known"),
        ),
        sa.CheckConstraint(
            "status IN ('named', 'working', 'changed', 'set_aside')",
            name=op.f("ck_own_part_items_status_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_own_part_items_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_own_part_items_practice_id_case_id"),
        "own_part_items",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "partner_statements",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("source", sa.String(30), nullable=False),
        sa.Column("directness", sa.String(20), nullable=False),
        sa.Column("accuracy", sa.String(20), nullable=False),
        sa.Column("line_crossing", sa.String(20), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_partner_statements")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_partner_statements_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_partner_statements_about_known")
        ),
        sa.CheckConstraint(
            "accuracy IN ('unverified', 'corroborated', 'contradicted', 'disputed')",
            name=op.f("ck_partner_statements_accuracy_known"),
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_partner_statements_confided_by_known"),
        ),
        sa.CheckConstraint(
            "directness IN ('first_hand', 'hearsay')", name=op.f("ck_partner_statements_directness_known")
        ),
        sa.CheckConstraint(
            "kind IN ('conduct', 'attitude', 'history', 'partner_protectiveness', 'other')",
            name=op.f("ck_partner_statements_kind_known"),
        ),
        sa.CheckConstraint(
            "line_crossing IN ('difficult', 'unacceptable', 'harmful')",
            name=op.f("ck_partner_statements_line_crossing_known"),
        ),
        sa.CheckConstraint(
            "source IN ('client', 'partner', 'therapist_observation', 'document')",
            name=op.f("ck_partner_statements_source_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_partner_statements_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_partner_statements_practice_id_case_id"),
        "partner_statements",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "prior_strategies",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("code", sa.String(30), nullable=False),
        sa.Column("effect", sa.SmallInteger(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_prior_strategies")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_prior_strategies_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_prior_strategies_about_known")
        ),
        sa.CheckConstraint(
            "code IN ('convince', 'ultimatum', 'resign', 'inaction', 'ask', 'beg', 'bribe', 'drag', 'nag', 'complain', 'send_material', 'third_party', 'wait', 'own_change', 'other')",
            name=op.f("ck_prior_strategies_code_known"),
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_prior_strategies_confided_by_known"),
        ),
        sa.CheckConstraint("effect BETWEEN -2 AND 2", name=op.f("ck_prior_strategies_effect_in_range")),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_prior_strategies_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_prior_strategies_practice_id_case_id"),
        "prior_strategies",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "prior_therapies",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("who", sa.String(20), nullable=False),
        sa.Column("format", sa.String(30), nullable=False),
        sa.Column("experience", sa.String(20), nullable=False),
        sa.Column("began_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_prior_therapies")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_prior_therapies_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_prior_therapies_about_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_prior_therapies_confided_by_known"),
        ),
        sa.CheckConstraint(
            "experience IN ('helpful', 'mixed', 'useless', 'awful', 'unknown')",
            name=op.f("ck_prior_therapies_experience_known"),
        ),
        sa.CheckConstraint(
            "format IN ('individual', 'couple', 'family', 'group', 'discernment', 'pastoral', 'other')",
            name=op.f("ck_prior_therapies_format_known"),
        ),
        sa.CheckConstraint(
            "ended_on IS NULL OR began_on IS NULL OR ended_on >= began_on",
            name=op.f("ck_prior_therapies_in_order"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_prior_therapies_visibility_known"),
        ),
        sa.CheckConstraint(
            "who IN ('client', 'partner', 'couple', 'family')", name=op.f("ck_prior_therapies_who_known")
        ),
    )
    op.create_index(
        op.f("ix_prior_therapies_practice_id_case_id"),
        "prior_therapies",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "secrets",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("holder", sa.String(20), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("resolved_on", sa.Date(), nullable=True),
        sa.Column("policy_shown_on", sa.Date(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("resolution_note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_secrets")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_secrets_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint("about IN ('client', 'partner', 'both')", name=op.f("ck_secrets_about_known")),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_secrets_confided_by_known"),
        ),
        sa.CheckConstraint(
            "holder IN ('client', 'partner', 'third_party')", name=op.f("ck_secrets_holder_known")
        ),
        sa.CheckConstraint(
            "kind IN ('other_relationship', 'intention_to_leave', 'money', 'substance_use', 'health', 'sexuality', 'family', 'past', 'other')",
            name=op.f("ck_secrets_kind_known"),
        ),
        sa.CheckConstraint(
            "(state = 'open') = (resolved_on IS NULL)", name=op.f("ck_secrets_resolved_has_a_day")
        ),
        sa.CheckConstraint(
            "state IN ('open', 'resolved_disclosed', 'resolved_kept', 'resolved_no_longer_relevant')",
            name=op.f("ck_secrets_state_known"),
        ),
        sa.CheckConstraint("visibility = 'clinician_private'", name=op.f("ck_secrets_stays_private")),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_secrets_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_secrets_practice_id_case_id"), "secrets", ["practice_id", "case_id"], unique=False
    )
    op.create_table(
        "stop_asking_pacts",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("target_days", sa.SmallInteger(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_stop_asking_pacts")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_stop_asking_pacts_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_stop_asking_pacts_about_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_stop_asking_pacts_confided_by_known"),
        ),
        sa.CheckConstraint(
            "ended_on IS NULL OR ended_on >= started_on", name=op.f("ck_stop_asking_pacts_ended_after_start")
        ),
        sa.CheckConstraint(
            "target_days BETWEEN 1 AND 365", name=op.f("ck_stop_asking_pacts_target_days_in_range")
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_stop_asking_pacts_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_stop_asking_pacts_practice_id_case_id"),
        "stop_asking_pacts",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_index(
        op.f("uq_stop_asking_pacts_open"),
        "stop_asking_pacts",
        ["practice_id", "case_id"],
        unique=True,
        sqlite_where=sa.text("ended_on IS NULL AND entered_in_error_at IS NULL"),
        postgresql_where=sa.text("ended_on IS NULL AND entered_in_error_at IS NULL"),
    )
    op.create_table(
        "strategy_changes",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("given_up", sa.String(30), nullable=False),
        sa.Column("instead", sa.String(30), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_strategy_changes")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_strategy_changes_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_strategy_changes_about_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_strategy_changes_confided_by_known"),
        ),
        sa.CheckConstraint("given_up <> instead", name=op.f("ck_strategy_changes_differs")),
        sa.CheckConstraint(
            "given_up IN ('convince', 'ultimatum', 'resign', 'inaction', 'ask', 'beg', 'bribe', 'drag', 'nag', 'complain', 'send_material', 'third_party', 'wait', 'own_change', 'other')",
            name=op.f("ck_strategy_changes_given_up_known"),
        ),
        sa.CheckConstraint(
            "instead IN ('convince', 'ultimatum', 'resign', 'inaction', 'ask', 'beg', 'bribe', 'drag', 'nag', 'complain', 'send_material', 'third_party', 'wait', 'own_change', 'other')",
            name=op.f("ck_strategy_changes_instead_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_strategy_changes_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_strategy_changes_practice_id_case_id"),
        "strategy_changes",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "strengths",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("what_helped", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_strengths")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_strengths_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint("about IN ('client', 'partner', 'both')", name=op.f("ck_strengths_about_known")),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_strengths_confided_by_known"),
        ),
        sa.CheckConstraint("kind IN ('strength', 'exception_example')", name=op.f("ck_strengths_kind_known")),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_strengths_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_strengths_practice_id_case_id"), "strengths", ["practice_id", "case_id"], unique=False
    )
    op.create_table(
        "theme_tags",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("theme", sa.String(30), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_theme_tags")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_theme_tags_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint("about IN ('client', 'partner', 'both')", name=op.f("ck_theme_tags_about_known")),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_theme_tags_confided_by_known"),
        ),
        sa.CheckConstraint("visibility = 'clinician_private'", name=op.f("ck_theme_tags_stays_private")),
        sa.CheckConstraint(
            "theme IN ('victim_position', 'over_responsible', 'blamed', 'unheard', 'self_silencing', 'rescuing', 'scorekeeping', 'resignation', 'control_by_will')",
            name=op.f("ck_theme_tags_theme_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_theme_tags_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_theme_tags_practice_id_case_id"), "theme_tags", ["practice_id", "case_id"], unique=False
    )
    op.create_table(
        "transparency_plans",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("intent", sa.String(20), nullable=False),
        sa.Column("by_whom", sa.String(20), nullable=True),
        sa.Column("planned_for", sa.Date(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_transparency_plans")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_transparency_plans_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_transparency_plans_about_known")
        ),
        sa.CheckConstraint(
            "by_whom IN ('client', 'client_in_session')", name=op.f("ck_transparency_plans_by_whom_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_transparency_plans_confided_by_known"),
        ),
        sa.CheckConstraint(
            "intent IN ('tell', 'keep_private', 'unsafe')", name=op.f("ck_transparency_plans_intent_known")
        ),
        sa.CheckConstraint(
            "(intent = 'tell') = (by_whom IS NOT NULL)", name=op.f("ck_transparency_plans_telling_names_who")
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_transparency_plans_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_transparency_plans_practice_id_case_id"),
        "transparency_plans",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "ultimatums",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("considered_on", sa.Date(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("enforced_on", sa.Date(), nullable=True),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("deadline_on", sa.Date(), nullable=True),
        sa.Column("stay", sa.SmallInteger(), nullable=False),
        sa.Column("leave", sa.SmallInteger(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_ultimatums")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_ultimatums_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint("about IN ('client', 'partner', 'both')", name=op.f("ck_ultimatums_about_known")),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_ultimatums_confided_by_known"),
        ),
        sa.CheckConstraint(
            "(status = 'enforced') = (enforced_on IS NOT NULL)", name=op.f("ck_ultimatums_enforced")
        ),
        sa.CheckConstraint(
            "status IN ('considered', 'withdrawn') OR issued_on IS NOT NULL",
            name=op.f("ck_ultimatums_issued"),
        ),
        sa.CheckConstraint("leave BETWEEN 0 AND 10", name=op.f("ck_ultimatums_leave_in_range")),
        sa.CheckConstraint(
            "status IN ('considered', 'issued', 'withdrawn', 'enforced')",
            name=op.f("ck_ultimatums_status_known"),
        ),
        sa.CheckConstraint("stay BETWEEN 0 AND 10", name=op.f("ck_ultimatums_stay_in_range")),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_ultimatums_visibility_known"),
        ),
        sa.CheckConstraint(
            "(status = 'withdrawn') = (withdrawn_on IS NOT NULL)", name=op.f("ck_ultimatums_withdrawn")
        ),
    )
    op.create_index(
        op.f("ix_ultimatums_practice_id_case_id"), "ultimatums", ["practice_id", "case_id"], unique=False
    )
    op.create_table(
        "boundary_events",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("boundary_id", Guid(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("acted", sa.Boolean(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_boundary_events")),
        sa.ForeignKeyConstraint(
            ["practice_id", "boundary_id"],
            ["boundaries.practice_id", "boundaries.id"],
            name=op.f("fk_boundary_events_practice_id_boundary_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_boundary_events_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_boundary_events_about_known")
        ),
        sa.CheckConstraint(
            "outcome = 'crossed' OR acted IS NULL", name=op.f("ck_boundary_events_acted_when_crossed")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_boundary_events_confided_by_known"),
        ),
        sa.CheckConstraint(
            "outcome IN ('honoured', 'crossed')", name=op.f("ck_boundary_events_outcome_known")
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_boundary_events_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_boundary_events_practice_id_boundary_id"),
        "boundary_events",
        ["practice_id", "boundary_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_boundary_events_practice_id_case_id"),
        "boundary_events",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "cycle_nodes",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("cycle_map_id", Guid(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("secondary_emotion", sa.Text(), nullable=True),
        sa.Column("primary_emotion", sa.Text(), nullable=True),
        sa.Column("short_term_payoff", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_cycle_nodes")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_cycle_nodes_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "cycle_map_id"],
            ["cycle_maps.practice_id", "cycle_maps.id"],
            name=op.f("fk_cycle_nodes_practice_id_cycle_map_id"),
        ),
        sa.UniqueConstraint(
            "practice_id", "cycle_map_id", "key", name=op.f("uq_cycle_nodes_practice_id_cycle_map_id_key")
        ),
        sa.CheckConstraint("about IN ('client', 'partner', 'both')", name=op.f("ck_cycle_nodes_about_known")),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_cycle_nodes_confided_by_known"),
        ),
        sa.CheckConstraint(
            "kind IN ('trigger', 'client_move', 'client_reaction', 'partner_move_reported', 'refusal')",
            name=op.f("ck_cycle_nodes_kind_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_cycle_nodes_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_cycle_nodes_practice_id_case_id"), "cycle_nodes", ["practice_id", "case_id"], unique=False
    )
    op.create_table(
        "decision_points",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=False),
        sa.Column("choice", sa.String(20), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("ambivalence_stay", sa.SmallInteger(), nullable=False),
        sa.Column("ambivalence_leave", sa.SmallInteger(), nullable=False),
        sa.Column("using_refusal_as_evidence", sa.Boolean(), nullable=True),
        sa.Column("viability_doubt", sa.SmallInteger(), nullable=True),
        sa.Column("acceptance_of_refusal", sa.SmallInteger(), nullable=True),
        sa.Column("method", sa.String(20), nullable=False),
        sa.Column("given_at", UtcDateTime(), nullable=False),
        sa.Column("access_link_id", Guid(), nullable=True),
        sa.Column("text_version", sa.String(20), nullable=True),
        sa.Column("text_sha256", sa.String(64), nullable=True),
        sa.Column("paper_sha256", sa.String(64), nullable=True),
        sa.Column("paper_signed_on", sa.Date(), nullable=True),
        sa.Column("dealbreakers", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_decision_points")),
        sa.ForeignKeyConstraint(
            ["practice_id", "access_link_id"],
            ["access_links.practice_id", "access_links.id"],
            name=op.f("fk_decision_points_practice_id_access_link_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_decision_points_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_decision_points_about_known")
        ),
        sa.CheckConstraint(
            "acceptance_of_refusal BETWEEN 0 AND 10",
            name=op.f("ck_decision_points_acceptance_of_refusal_in_range"),
        ),
        sa.CheckConstraint(
            "ambivalence_leave BETWEEN 0 AND 10", name=op.f("ck_decision_points_ambivalence_leave_in_range")
        ),
        sa.CheckConstraint(
            "ambivalence_stay BETWEEN 0 AND 10", name=op.f("ck_decision_points_ambivalence_stay_in_range")
        ),
        sa.CheckConstraint(
            "choice IN ('discernment', 'separate', 'stay_as_is', 'undecided', 'work_on_self')",
            name=op.f("ck_decision_points_choice_known"),
        ),
        sa.CheckConstraint(
            "(method = 'signed_paper') = (access_link_id IS NULL)",
            name=op.f("ck_decision_points_client_wrote_it"),
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_decision_points_confided_by_known"),
        ),
        sa.CheckConstraint(
            "method IN ('access_link', 'in_room_code', 'signed_paper')",
            name=op.f("ck_decision_points_method_known"),
        ),
        sa.CheckConstraint(
            "(paper_sha256 IS NULL) = (paper_signed_on IS NULL)",
            name=op.f("ck_decision_points_paper_has_a_day"),
        ),
        sa.CheckConstraint(
            "(method = 'signed_paper') = (paper_sha256 IS NOT NULL)",
            name=op.f("ck_decision_points_paper_is_kept"),
        ),
        sa.CheckConstraint("review_on > decided_on", name=op.f("ck_decision_points_review_comes_later")),
        sa.CheckConstraint(
            "viability_doubt BETWEEN 0 AND 10", name=op.f("ck_decision_points_viability_doubt_in_range")
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_decision_points_visibility_known"),
        ),
        sa.CheckConstraint(
            "(access_link_id IS NULL) = (text_sha256 IS NULL)",
            name=op.f("ck_decision_points_words_are_known"),
        ),
        sa.CheckConstraint(
            "(text_sha256 IS NULL) = (text_version IS NULL)",
            name=op.f("ck_decision_points_words_have_a_version"),
        ),
    )
    op.create_index(
        op.f("ix_decision_points_practice_id_case_id"),
        "decision_points",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "neutrality_checks",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("session_id", Guid(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("partner_never_changes", sa.SmallInteger(), nullable=False),
        sa.Column("partner_has_disorder", sa.SmallInteger(), nullable=False),
        sa.Column("partner_bad_motives", sa.SmallInteger(), nullable=False),
        sa.Column("doomed_from_start", sa.SmallInteger(), nullable=False),
        sa.Column("beyond_repair", sa.SmallInteger(), nullable=False),
        sa.Column("ending_is_best", sa.SmallInteger(), nullable=False),
        sa.Column("side_taking", sa.SmallInteger(), nullable=False),
        sa.Column("commiseration", sa.SmallInteger(), nullable=False),
        sa.Column("proved_or_convinced", sa.SmallInteger(), nullable=False),
        sa.Column("countertransference_to_refusal", sa.SmallInteger(), nullable=True),
        sa.Column("alliance", sa.SmallInteger(), nullable=True),
        sa.Column("self_focus_minutes", sa.SmallInteger(), nullable=True),
        sa.Column("partner_focus_minutes", sa.SmallInteger(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_neutrality_checks")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_neutrality_checks_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "session_id"],
            ["sessions.practice_id", "sessions.id"],
            name=op.f("fk_neutrality_checks_practice_id_session_id"),
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_neutrality_checks_about_known")
        ),
        sa.CheckConstraint("alliance BETWEEN 0 AND 10", name=op.f("ck_neutrality_checks_alliance_in_range")),
        sa.CheckConstraint(
            "beyond_repair BETWEEN 0 AND 100", name=op.f("ck_neutrality_checks_beyond_repair_in_range")
        ),
        sa.CheckConstraint(
            "commiseration BETWEEN 0 AND 100", name=op.f("ck_neutrality_checks_commiseration_in_range")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_neutrality_checks_confided_by_known"),
        ),
        sa.CheckConstraint(
            "countertransference_to_refusal BETWEEN 0 AND 10",
            name=op.f("ck_neutrality_checks_countertransference_to_refusal_in_range"),
        ),
        sa.CheckConstraint(
            "doomed_from_start BETWEEN 0 AND 100",
            name=op.f("ck_neutrality_checks_doomed_from_start_in_range"),
        ),
        sa.CheckConstraint(
            "ending_is_best BETWEEN 0 AND 100", name=op.f("ck_neutrality_checks_ending_is_best_in_range")
        ),
        sa.CheckConstraint(
            "partner_bad_motives BETWEEN 0 AND 100",
            name=op.f("ck_neutrality_checks_partner_bad_motives_in_range"),
        ),
        sa.CheckConstraint(
            "partner_focus_minutes BETWEEN 0 AND 600",
            name=op.f("ck_neutrality_checks_partner_focus_minutes_in_range"),
        ),
        sa.CheckConstraint(
            "partner_has_disorder BETWEEN 0 AND 100",
            name=op.f("ck_neutrality_checks_partner_has_disorder_in_range"),
        ),
        sa.CheckConstraint(
            "partner_never_changes BETWEEN 0 AND 100",
            name=op.f("ck_neutrality_checks_partner_never_changes_in_range"),
        ),
        sa.CheckConstraint(
            "proved_or_convinced BETWEEN 0 AND 100",
            name=op.f("ck_neutrality_checks_proved_or_convinced_in_range"),
        ),
        sa.CheckConstraint(
            "self_focus_minutes BETWEEN 0 AND 600",
            name=op.f("ck_neutrality_checks_self_focus_minutes_in_range"),
        ),
        sa.CheckConstraint(
            "side_taking BETWEEN 0 AND 100", name=op.f("ck_neutrality_checks_side_taking_in_range")
        ),
        sa.CheckConstraint("visibility = 'author_private'", name=op.f("ck_neutrality_checks_stays_private")),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_neutrality_checks_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_neutrality_checks_practice_id_case_id"),
        "neutrality_checks",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_neutrality_checks_practice_id_session_id"),
        "neutrality_checks",
        ["practice_id", "session_id"],
        unique=True,
        sqlite_where=sa.text("entered_in_error_at IS NULL"),
        postgresql_where=sa.text("entered_in_error_at IS NULL"),
    )
    op.create_table(
        "pressure_events",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("type", sa.String(30), nullable=False),
        sa.Column("times", sa.SmallInteger(), nullable=False),
        sa.Column("cycle_map_id", Guid(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("partner_experience_hypothesis", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_pressure_events")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_pressure_events_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "cycle_map_id"],
            ["cycle_maps.practice_id", "cycle_maps.id"],
            name=op.f("fk_pressure_events_practice_id_cycle_map_id"),
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_pressure_events_about_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_pressure_events_confided_by_known"),
        ),
        sa.CheckConstraint("times BETWEEN 1 AND 100", name=op.f("ck_pressure_events_times_in_range")),
        sa.CheckConstraint(
            "type IN ('ask', 'plead', 'beg', 'reason', 'explain_again', 'article_sent', 'testimonial', 'nag', 'complain', 'badger', 'convince', 'bribe', 'threaten', 'ultimatum', 'drag', 'trick', 'third_party_pressure')",
            name=op.f("ck_pressure_events_type_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_pressure_events_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_pressure_events_practice_id_case_id"),
        "pressure_events",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "statement_verdicts",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("statement_id", Guid(), nullable=False),
        sa.Column("by_statement_id", Guid(), nullable=False),
        sa.Column("verdict", sa.String(20), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_statement_verdicts")),
        sa.ForeignKeyConstraint(
            ["practice_id", "by_statement_id"],
            ["partner_statements.practice_id", "partner_statements.id"],
            name=op.f("fk_statement_verdicts_practice_id_by_statement_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_statement_verdicts_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "statement_id"],
            ["partner_statements.practice_id", "partner_statements.id"],
            name=op.f("fk_statement_verdicts_practice_id_statement_id"),
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_statement_verdicts_about_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_statement_verdicts_confided_by_known"),
        ),
        sa.CheckConstraint("statement_id <> by_statement_id", name=op.f("ck_statement_verdicts_of_another")),
        sa.CheckConstraint(
            "verdict IN ('corroborates', 'contradicts')", name=op.f("ck_statement_verdicts_verdict_known")
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_statement_verdicts_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_statement_verdicts_practice_id_by_statement_id"),
        "statement_verdicts",
        ["practice_id", "by_statement_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_statement_verdicts_practice_id_case_id"),
        "statement_verdicts",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_statement_verdicts_practice_id_statement_id_by_statement_id"),
        "statement_verdicts",
        ["practice_id", "statement_id", "by_statement_id"],
        unique=True,
        sqlite_where=sa.text("entered_in_error_at IS NULL"),
        postgresql_where=sa.text("entered_in_error_at IS NULL"),
    )
    op.create_table(
        "transparency_plan_parts",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("plan_id", Guid(), nullable=False),
        sa.Column("shared", sa.String(30), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", "plan_id", "shared", name=op.f("pk_transparency_plan_parts")),
        sa.ForeignKeyConstraint(
            ["practice_id", "plan_id"],
            ["transparency_plans.practice_id", "transparency_plans.id"],
            name=op.f("fk_transparency_plan_parts_practice_id_plan_id"),
        ),
        sa.CheckConstraint(
            "shared IN ('attends_therapy', 'wants_better_relationship', 'what_i_work_on', 'tool_sheet', 'other')",
            name=op.f("ck_transparency_plan_parts_shared_known"),
        ),
    )
    op.create_table(
        "cycle_edges",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("cycle_map_id", Guid(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("from_node_id", Guid(), nullable=False),
        sa.Column("to_node_id", Guid(), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_cycle_edges")),
        sa.ForeignKeyConstraint(
            ["practice_id", "cycle_map_id"],
            ["cycle_maps.practice_id", "cycle_maps.id"],
            name=op.f("fk_cycle_edges_practice_id_cycle_map_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "from_node_id"],
            ["cycle_nodes.practice_id", "cycle_nodes.id"],
            name=op.f("fk_cycle_edges_practice_id_from_node_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "to_node_id"],
            ["cycle_nodes.practice_id", "cycle_nodes.id"],
            name=op.f("fk_cycle_edges_practice_id_to_node_id"),
        ),
        sa.UniqueConstraint(
            "practice_id",
            "from_node_id",
            "to_node_id",
            name=op.f("uq_cycle_edges_practice_id_from_node_id_to_node_id"),
        ),
        sa.CheckConstraint("from_node_id <> to_node_id", name=op.f("ck_cycle_edges_leads_elsewhere")),
    )
    op.create_index(
        op.f("ix_cycle_edges_practice_id_cycle_map_id"),
        "cycle_edges",
        ["practice_id", "cycle_map_id"],
        unique=False,
    )
    op.create_table(
        "partner_tellings",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("prompted", sa.Boolean(), nullable=False),
        sa.Column("pressure_event_id", Guid(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("partner_reaction", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_partner_tellings")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_partner_tellings_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "pressure_event_id"],
            ["pressure_events.practice_id", "pressure_events.id"],
            name=op.f("fk_partner_tellings_practice_id_pressure_event_id"),
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_partner_tellings_about_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_partner_tellings_confided_by_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_partner_tellings_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_partner_tellings_practice_id_case_id"),
        "partner_tellings",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "refusal_reasons",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("refusal_id", Guid(), nullable=False),
        sa.Column("cycle_node_id", Guid(), nullable=True),
        sa.Column("code", sa.String(40), nullable=False),
        sa.Column("reported_by", sa.String(30), nullable=False),
        sa.Column("confidence", sa.SmallInteger(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("quoted", sa.Boolean(), nullable=False),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_refusal_reasons")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_refusal_reasons_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "cycle_node_id"],
            ["cycle_nodes.practice_id", "cycle_nodes.id"],
            name=op.f("fk_refusal_reasons_practice_id_cycle_node_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "refusal_id"],
            ["refusal_episodes.practice_id", "refusal_episodes.id"],
            name=op.f("fk_refusal_reasons_practice_id_refusal_id"),
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_refusal_reasons_about_known")
        ),
        sa.CheckConstraint(
            "code IN ('vulnerability', 'exposure_to_outsider', 'negative_preconception', 'its_your_problem', 'not_as_unhappy', 'client_aims_too_high', 'hopeless', 'bad_past_therapy', 'shame_needing_help', 'judged_by_therapist', 'help_is_weakness_norm', 'blame_venue', 'outnumbered_side_taking', 'accused_as_problem', 'autonomy', 'boundary_vs_intensity', 'fears_relationship_in_danger', 'less_articulate', 'blamer_cannot_relinquish', 'forced_past_pain', 'secret_exposure', 'decided_to_leave', 'therapist_unknown', 'unknown')",
            name=op.f("ck_refusal_reasons_code_known"),
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_refusal_reasons_confided_by_known"),
        ),
        sa.CheckConstraint("confidence BETWEEN 0 AND 3", name=op.f("ck_refusal_reasons_confidence_in_range")),
        sa.CheckConstraint(
            "reported_by IN ('client', 'partner', 'therapist_hypothesis')",
            name=op.f("ck_refusal_reasons_reported_by_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_refusal_reasons_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_refusal_reasons_practice_id_case_id"),
        "refusal_reasons",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_refusal_reasons_practice_id_refusal_id_code_reported_by"),
        "refusal_reasons",
        ["practice_id", "refusal_id", "code", "reported_by"],
        unique=True,
        sqlite_where=sa.text("entered_in_error_at IS NULL"),
        postgresql_where=sa.text("entered_in_error_at IS NULL"),
    )
    op.create_table(
        "partner_telling_parts",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("telling_id", Guid(), nullable=False),
        sa.Column("shared", sa.String(30), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", "telling_id", "shared", name=op.f("pk_partner_telling_parts")),
        sa.ForeignKeyConstraint(
            ["practice_id", "telling_id"],
            ["partner_tellings.practice_id", "partner_tellings.id"],
            name=op.f("fk_partner_telling_parts_practice_id_telling_id"),
        ),
        sa.CheckConstraint(
            "shared IN ('attends_therapy', 'wants_better_relationship', 'what_i_work_on', 'tool_sheet', 'other')",
            name=op.f("ck_partner_telling_parts_shared_known"),
        ),
    )
    protect(op, *TABLES)


def downgrade() -> None:
    """Remove the tables."""
    for table in reversed(TABLES):
        op.drop_table(table)
