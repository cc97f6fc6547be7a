"""Statements about the partner, what the partner was told, secrets, neutrality, themes, follow-ups."""

import sqlalchemy as sa
from alembic import op

from couplesone.persistence.columns import Guid, UtcDateTime
from couplesone.persistence.row_security import protect

revision = "2026_11_22_09"
down_revision = "2026_11_22_08"
branch_labels = None
depends_on = None

TABLES = (
    "follow_ups",
    "partner_statements",
    "secrets",
    "theme_tags",
    "transparency_plans",
    "neutrality_checks",
    "partner_tellings",
    "statement_verdicts",
    "transparency_plan_parts",
    "partner_telling_parts",
)

KEYS = (
    "'review_every_days', 'check_in_grace_days', 'safe_contact_review_days', 'minimum_phase_points', "
    "'safety_screen_max_age_days', 'high_risk_hits_total'"
)
MORE = "'telling_again_days', 'minimum_self_focus_percent'"


def settings_take(keys: str) -> None:
    """Let the settings have these keys; SQLite makes the table anew, from what is said of it here."""
    table = sa.Table(
        "practice_settings",
        sa.MetaData(),
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("set_by", Guid(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_practice_settings")),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.practice_id"], name=op.f("fk_practice_settings_practice_id")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "set_by"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_practice_settings_practice_id_set_by"),
        ),
        sa.CheckConstraint("key <> ''", name=op.f("ck_practice_settings_key_known")),
        sa.Index(op.f("ix_practice_settings_practice_id_key_from_on"), "practice_id", "key", "from_on"),
    )
    with op.batch_alter_table("practice_settings", copy_from=table) as batch:
        batch.drop_constraint(op.f("ck_practice_settings_key_known"), type_="check")
        batch.create_check_constraint(op.f("ck_practice_settings_key_known"), f"key IN ({keys})")


def upgrade() -> None:
    """Make the tables, their indexes, and the wall around them; a training of staff, and two settings."""
    op.add_column("staff", sa.Column("ipv_training", sa.Boolean(), nullable=False, server_default=sa.false()))
    settings_take(f"{KEYS}, {MORE}")
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
    """Remove the tables, the training and the two settings."""
    for table in reversed(TABLES):
        op.drop_table(table)
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    if on_postgresql:  # the owner of the tables is behind the wall too
        op.execute("ALTER TABLE practice_settings NO FORCE ROW LEVEL SECURITY")
    op.execute(sa.text(f"DELETE FROM practice_settings WHERE key IN ({MORE})"))  # noqa: S608 - words of ours
    if on_postgresql:
        op.execute("ALTER TABLE practice_settings FORCE ROW LEVEL SECURITY")
    settings_take(KEYS)
    op.drop_column("staff", "ipv_training")
