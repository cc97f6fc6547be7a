"""Access links of clients, their decisions, answers that tell of danger, and texts of the practice's own."""

import sqlalchemy as sa
from alembic import op

from couplesone.persistence.columns import Guid, UtcDateTime
from couplesone.persistence.row_security import protect

revision = "2026_11_22_12"
down_revision = "2026_11_22_11"
branch_labels = None
depends_on = None

TABLES = (
    "practice_texts",
    "access_links",
    "danger_signs",
    "decision_points",
)

KEYS_BEFORE = (
    "review_every_days",
    "check_in_grace_days",
    "safe_contact_review_days",
    "minimum_phase_points",
    "safety_screen_max_age_days",
    "high_risk_hits_total",
    "telling_again_days",
    "minimum_self_focus_percent",
)
KEYS_AFTER = (
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
        sa.CheckConstraint("key IN ('crisis_text')", name=op.f("ck_practice_texts_key_known")),
    )
    op.create_index(
        op.f("ix_practice_texts_practice_id_key_from_on"),
        "practice_texts",
        ["practice_id", "key", "from_on"],
        unique=False,
    )
    op.create_table(
        "access_links",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(20), nullable=False),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("issued_by", Guid(), nullable=False),
        sa.Column("in_room", sa.Boolean(), nullable=False),
        sa.Column("channel", sa.String(20), nullable=True),
        sa.Column("token_hash", sa.LargeBinary(), nullable=True),
        sa.Column("selector", sa.String(4), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("failed_tries", sa.SmallInteger(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("used_at", UtcDateTime(), nullable=True),
        sa.Column("content_hash", sa.LargeBinary(), nullable=True),
        sa.Column("revoked_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_access_links")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_access_links_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "issued_by"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_access_links_practice_id_issued_by"),
        ),
        sa.UniqueConstraint("practice_id", "selector", name=op.f("uq_access_links_practice_id_selector")),
        sa.CheckConstraint("expires_at > created_at", name=op.f("ck_access_links_expires_after_creation")),
        sa.CheckConstraint(
            "failed_tries BETWEEN 0 AND 5", name=op.f("ck_access_links_failed_tries_in_range")
        ),
        sa.CheckConstraint(
            "purpose IN ('check_in', 'measure', 'decision', 'approve_text', 'sign')",
            name=op.f("ck_access_links_purpose_known"),
        ),
        sa.CheckConstraint("in_room = (token_hash IS NULL)", name=op.f("ck_access_links_room_has_no_token")),
        sa.CheckConstraint(
            "in_room = (channel IS NULL)", name=op.f("ck_access_links_sent_through_a_channel")
        ),
        sa.CheckConstraint(
            "(used_at IS NULL) = (content_hash IS NULL)", name=op.f("ck_access_links_used_for_something")
        ),
    )
    op.create_index(
        op.f("ix_access_links_practice_id_case_id_created_at"),
        "access_links",
        ["practice_id", "case_id", "created_at"],
        unique=False,
    )
    op.create_table(
        "danger_signs",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.Column("seen_at", UtcDateTime(), nullable=True),
        sa.Column("seen_by", Guid(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_danger_signs")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_danger_signs_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "seen_by"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_danger_signs_practice_id_seen_by"),
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_danger_signs_about_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_danger_signs_confided_by_known"),
        ),
        sa.CheckConstraint("kind IN ('fear')", name=op.f("ck_danger_signs_kind_known")),
        sa.CheckConstraint(
            "(seen_at IS NULL) = (seen_by IS NULL)", name=op.f("ck_danger_signs_seen_by_somebody")
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_danger_signs_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_danger_signs_practice_id_case_id"), "danger_signs", ["practice_id", "case_id"], unique=False
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
    protect(op, *TABLES)
    allow_settings(KEYS_AFTER)


def downgrade() -> None:
    """Remove the tables, and the settings that nothing reads any more."""
    gone = ", ".join(f"'{key}'" for key in KEYS_AFTER if key not in KEYS_BEFORE)
    postgresql = op.get_bind().dialect.name == "postgresql"
    if postgresql:  # the wall would hide every practice's rows from the owner too
        op.execute("ALTER TABLE practice_settings NO FORCE ROW LEVEL SECURITY")
    op.execute(f"DELETE FROM practice_settings WHERE key IN ({gone})")  # noqa: S608 - codes of this file
    if postgresql:
        op.execute("ALTER TABLE practice_settings FORCE ROW LEVEL SECURITY")
    allow_settings(KEYS_BEFORE)
    for table in reversed(TABLES):
        op.drop_table(table)


def allow_settings(keys: tuple[str, ...]) -> None:
    """Let practice_settings hold these keys and no others."""
    known = ", ".join(f"'{key}'" for key in keys)
    name = op.f("ck_practice_settings_key_known")
    with op.batch_alter_table("practice_settings") as table:
        table.drop_constraint(name, type_="check")
        table.create_check_constraint(name, f"key IN ({known})")
