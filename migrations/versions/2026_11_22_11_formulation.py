"""The formulation: cycle maps, own parts, strengths, boundaries, ultimatums, pacts, motives, history, intake."""

import sqlalchemy as sa
from alembic import op

from couplesone.persistence.columns import Guid, UtcDateTime
from couplesone.persistence.row_security import protect

revision = "2026_11_22_11"
down_revision = "2026_11_22_10"
branch_labels = None
depends_on = None

TABLES = (
    "boundaries",
    "cycle_maps",
    "intake_profiles",
    "motive_checks",
    "own_part_items",
    "prior_strategies",
    "prior_therapies",
    "stop_asking_pacts",
    "strategy_changes",
    "strengths",
    "ultimatums",
    "boundary_events",
    "cycle_nodes",
    "cycle_edges",
)


LINKS = (
    ("pressure_events", "cycle_map_id", "cycle_maps"),
    ("refusal_reasons", "cycle_node_id", "cycle_nodes"),
)
"""Which tables point to the new ones, from which column."""


def upgrade() -> None:
    """Make the tables, their indexes, the wall around them, and the links to them."""
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
    protect(op, *TABLES)
    for table, column, to in LINKS:
        with op.batch_alter_table(table) as batch:
            batch.add_column(sa.Column(column, Guid(), nullable=True))
            batch.create_foreign_key(
                op.f(f"fk_{table}_practice_id_{column}"), to, ["practice_id", column], ["practice_id", "id"]
            )


def downgrade() -> None:
    """Remove the links and the tables."""
    for table, column, _ in reversed(LINKS):
        with op.batch_alter_table(table) as batch:
            batch.drop_constraint(op.f(f"fk_{table}_practice_id_{column}"), type_="foreignkey")
            batch.drop_column(column)
    for table in reversed(TABLES):
        op.drop_table(table)
