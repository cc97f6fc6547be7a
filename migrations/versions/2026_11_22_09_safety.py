"""Safety screens, flags, plans and referrals; crisis texts."""

import sqlalchemy as sa
from alembic import op

from couplesone.persistence.columns import Guid, UtcDateTime
from couplesone.persistence.row_security import protect

revision = "2026_11_22_09"
down_revision = "2026_11_22_08"
branch_labels = None
depends_on = None

TABLES = (
    "practice_texts",
    "safety_plans",
    "safety_referrals",
    "safety_screens",
    "safety_screens_due",
    "safety_flags",
    "safety_screen_scores",
    "safety_answers",
)


def upgrade() -> None:
    """Make the tables, their indexes, and the wall around them."""
    op.create_table(
        "practice_texts",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("set_by", Guid(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_practice_texts")),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.practice_id"], name=op.f("fk_practice_texts_practice_id")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "set_by"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_practice_texts_practice_id_set_by"),
        ),
        sa.CheckConstraint(
            "key IN ('crisis_text', 'collateral_text', 'mail_subject', 'mail_sender_name')",
            name=op.f("ck_practice_texts_key_known"),
        ),
    )
    op.create_index(
        op.f("ix_practice_texts_practice_id_key_from_on"),
        "practice_texts",
        ["practice_id", "key", "from_on"],
        unique=False,
    )
    op.create_table(
        "safety_plans",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("warning_signs", sa.Text(), nullable=True),
        sa.Column("own_coping", sa.Text(), nullable=True),
        sa.Column("people", sa.Text(), nullable=True),
        sa.Column("places", sa.Text(), nullable=True),
        sa.Column("professional_contacts", sa.Text(), nullable=True),
        sa.Column("safe_communication", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_safety_plans")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_safety_plans_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.UniqueConstraint(
            "practice_id", "case_id", "number", name=op.f("uq_safety_plans_practice_id_case_id_number")
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_safety_plans_about_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_safety_plans_confided_by_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_safety_plans_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_safety_plans_practice_id_case_id"), "safety_plans", ["practice_id", "case_id"], unique=False
    )
    op.create_table(
        "safety_referrals",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("offered_on", sa.Date(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("service", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_safety_referrals")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_safety_referrals_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_safety_referrals_about_known")
        ),
        sa.CheckConstraint(
            "answered_on IS NULL OR answered_on >= offered_on",
            name=op.f("ck_safety_referrals_answered_after_offer"),
        ),
        sa.CheckConstraint(
            "(status = 'offered') = (answered_on IS NULL)",
            name=op.f("ck_safety_referrals_answered_has_a_day"),
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_safety_referrals_confided_by_known"),
        ),
        sa.CheckConstraint(
            "(status = 'done') = (done_on IS NOT NULL)", name=op.f("ck_safety_referrals_done_has_a_day")
        ),
        sa.CheckConstraint(
            "kind IN ('violence_service', 'substance_service', 'crisis', 'medical', 'legal')",
            name=op.f("ck_safety_referrals_kind_known"),
        ),
        sa.CheckConstraint(
            "status IN ('offered', 'accepted', 'declined', 'done')",
            name=op.f("ck_safety_referrals_status_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_safety_referrals_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_safety_referrals_practice_id_case_id"),
        "safety_referrals",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "safety_screens",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("taken_alone", sa.Boolean(), nullable=False),
        sa.Column("how", sa.String(20), nullable=False),
        sa.Column("answered_by", sa.String(20), nullable=False),
        sa.Column("result", sa.String(20), nullable=False),
        sa.Column("grade", sa.String(10), nullable=True),
        sa.Column("high_hits_total", sa.SmallInteger(), nullable=False),
        sa.Column("fear", sa.Boolean(), nullable=True),
        sa.Column("injury", sa.Boolean(), nullable=True),
        sa.Column("weapon", sa.Boolean(), nullable=True),
        sa.Column("strangulation", sa.Boolean(), nullable=True),
        sa.Column("threat_of_retaliation", sa.Boolean(), nullable=True),
        sa.Column("coercive_control", sa.Boolean(), nullable=True),
        sa.Column("contempt", sa.Boolean(), nullable=True),
        sa.Column("partner_addiction_reported", sa.Boolean(), nullable=True),
        sa.Column("own_addiction", sa.Boolean(), nullable=True),
        sa.Column("line_crossing", sa.String(20), nullable=True),
        sa.Column("danger_total", sa.SmallInteger(), nullable=True),
        sa.Column("danger_level", sa.String(20), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_safety_screens")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_safety_screens_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_safety_screens_about_known")
        ),
        sa.CheckConstraint("answered_by IN ('client')", name=op.f("ck_safety_screens_answered_by_known")),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_safety_screens_confided_by_known"),
        ),
        sa.CheckConstraint(
            "danger_level IN ('variable', 'increased', 'severe', 'extreme')",
            name=op.f("ck_safety_screens_danger_level_known"),
        ),
        sa.CheckConstraint(
            "(danger_total IS NULL) = (danger_level IS NULL)",
            name=op.f("ck_safety_screens_danger_total_and_level_together"),
        ),
        sa.CheckConstraint(
            "danger_total BETWEEN 0 AND 60", name=op.f("ck_safety_screens_danger_total_in_range")
        ),
        sa.CheckConstraint("grade IN ('low', 'high')", name=op.f("ck_safety_screens_grade_known")),
        sa.CheckConstraint("how IN ('in_person', 'phone_safe')", name=op.f("ck_safety_screens_how_known")),
        sa.CheckConstraint(
            "line_crossing IN ('difficult', 'unacceptable', 'harmful')",
            name=op.f("ck_safety_screens_line_crossing_known"),
        ),
        sa.CheckConstraint(
            "(result = 'positive') = (grade IS NOT NULL)", name=op.f("ck_safety_screens_positive_has_a_grade")
        ),
        sa.CheckConstraint(
            "result IN ('positive', 'negative', 'incomplete')", name=op.f("ck_safety_screens_result_known")
        ),
        sa.CheckConstraint("taken_alone", name=op.f("ck_safety_screens_taken_alone")),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_safety_screens_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_safety_screens_practice_id_case_id"),
        "safety_screens",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_safety_screens_practice_id_case_id_taken_on_id"),
        "safety_screens",
        ["practice_id", "case_id", "taken_on", "id"],
        unique=False,
    )
    op.create_table(
        "safety_screens_due",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("cause", sa.String(30), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_safety_screens_due")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_safety_screens_due_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_safety_screens_due_about_known")
        ),
        sa.CheckConstraint(
            "cause IN ('separation', 'ultimatum_enforced', 'tension_with_fear', 'harmful_statement', 'risk_answer')",
            name=op.f("ck_safety_screens_due_cause_known"),
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_safety_screens_due_confided_by_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_safety_screens_due_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_safety_screens_due_practice_id_case_id"),
        "safety_screens_due",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "safety_flags",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("grade", sa.String(10), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("raised_at", UtcDateTime(), nullable=False),
        sa.Column("screen_id", Guid(), nullable=True),
        sa.Column("requested_by", Guid(), nullable=True),
        sa.Column("requested_at", UtcDateTime(), nullable=True),
        sa.Column("released_by", Guid(), nullable=True),
        sa.Column("released_at", UtcDateTime(), nullable=True),
        sa.Column("release_screen_id", Guid(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("request_reason", sa.Text(), nullable=True),
        sa.Column("release_reason", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_safety_flags")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_safety_flags_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "release_screen_id"],
            ["safety_screens.practice_id", "safety_screens.id"],
            name=op.f("fk_safety_flags_practice_id_release_screen_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "screen_id"],
            ["safety_screens.practice_id", "safety_screens.id"],
            name=op.f("fk_safety_flags_practice_id_screen_id"),
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_safety_flags_about_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_safety_flags_confided_by_known"),
        ),
        sa.CheckConstraint("grade IN ('low', 'high')", name=op.f("ck_safety_flags_grade_known")),
        sa.CheckConstraint(
            "kind IN ('ipv_positive', 'harmful_statement', 'suicidality_risk', 'fear', 'other_danger')",
            name=op.f("ck_safety_flags_kind_known"),
        ),
        sa.CheckConstraint(
            "released_at IS NULL OR (grade = 'low' AND kind <> 'ipv_positive') OR (requested_by IS NOT NULL AND released_by IS NOT NULL AND requested_by <> released_by)",
            name=op.f("ck_safety_flags_released_by_two_people"),
        ),
        sa.CheckConstraint(
            "(status = 'released') = (released_at IS NOT NULL)",
            name=op.f("ck_safety_flags_released_has_a_time"),
        ),
        sa.CheckConstraint(
            "(status = 'release_requested') <= (requested_by IS NOT NULL)",
            name=op.f("ck_safety_flags_request_names_who_asked"),
        ),
        sa.CheckConstraint(
            "status IN ('active', 'release_requested', 'released')", name=op.f("ck_safety_flags_status_known")
        ),
        sa.CheckConstraint(
            "released_at IS NULL OR kind <> 'ipv_positive' OR release_screen_id IS NOT NULL",
            name=op.f("ck_safety_flags_violence_released_after_a_new_screen"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_safety_flags_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_safety_flags_practice_id_case_id"), "safety_flags", ["practice_id", "case_id"], unique=False
    )
    op.create_index(
        op.f("ix_safety_flags_practice_id_case_id_kind"),
        "safety_flags",
        ["practice_id", "case_id", "kind"],
        unique=True,
        sqlite_where=sa.text("status <> 'released'"),
        postgresql_where=sa.text("status <> 'released'"),
    )
    op.create_index(
        op.f("ix_safety_flags_practice_id_client_id"),
        "safety_flags",
        ["practice_id", "client_id"],
        unique=False,
    )
    op.create_table(
        "safety_screen_scores",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("screen_id", Guid(), nullable=False),
        sa.Column("instrument", sa.String(20), nullable=False),
        sa.Column("variant", sa.String(20), nullable=False),
        sa.Column("facts_version", sa.SmallInteger(), nullable=False),
        sa.Column("item_count", sa.SmallInteger(), nullable=False),
        sa.Column("lowest", sa.SmallInteger(), nullable=False),
        sa.Column("highest", sa.SmallInteger(), nullable=False),
        sa.Column("cut", sa.SmallInteger(), nullable=False),
        sa.Column("total", sa.SmallInteger(), nullable=True),
        sa.Column("at_least", sa.SmallInteger(), nullable=False),
        sa.Column("result", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint(
            "practice_id", "screen_id", "instrument", "variant", name=op.f("pk_safety_screen_scores")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "screen_id"],
            ["safety_screens.practice_id", "safety_screens.id"],
            name=op.f("fk_safety_screen_scores_practice_id_screen_id"),
        ),
        sa.CheckConstraint(
            "(result = 'incomplete') <= (total IS NULL)",
            name=op.f("ck_safety_screen_scores_incomplete_has_no_total"),
        ),
        sa.CheckConstraint(
            "instrument IN ('hark', 'hits', 'wast', 'pvs')",
            name=op.f("ck_safety_screen_scores_instrument_known"),
        ),
        sa.CheckConstraint(
            "result IN ('positive', 'negative', 'incomplete')",
            name=op.f("ck_safety_screen_scores_result_known"),
        ),
        sa.CheckConstraint("total BETWEEN 0 AND 100", name=op.f("ck_safety_screen_scores_total_in_range")),
        sa.CheckConstraint(
            "variant IN ('standard', 'original', 'uspstf', 'e_hits', 'vha_female')",
            name=op.f("ck_safety_screen_scores_variant_known"),
        ),
    )
    op.create_table(
        "safety_answers",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("screen_id", Guid(), nullable=False),
        sa.Column("instrument", sa.String(20), nullable=False),
        sa.Column("variant", sa.String(20), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("value", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint(
            "practice_id", "screen_id", "instrument", "variant", "position", name=op.f("pk_safety_answers")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "screen_id", "instrument", "variant"],
            [
                "safety_screen_scores.practice_id",
                "safety_screen_scores.screen_id",
                "safety_screen_scores.instrument",
                "safety_screen_scores.variant",
            ],
            name=op.f("fk_safety_answers_practice_id_screen_id_instrument_variant"),
        ),
        sa.CheckConstraint("position BETWEEN 1 AND 20", name=op.f("ck_safety_answers_position_in_range")),
        sa.CheckConstraint("value BETWEEN 0 AND 5", name=op.f("ck_safety_answers_value_in_range")),
    )
    protect(op, *TABLES)


def downgrade() -> None:
    """Remove the tables."""
    for table in reversed(TABLES):
        op.drop_table(table)
