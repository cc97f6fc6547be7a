"""Practices, the people whose data have keys, staff and their credentials."""

import sqlalchemy as sa
from alembic import op

from couplesone.persistence.columns import Guid, UtcDateTime
from couplesone.persistence.row_security import protect

revision = "2026_11_22_01"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "practices",
    "people",
    "sign_in_attempts",
    "staff",
    "api_keys",
    "password_resets",
    "person_keys",
    "practice_settings",
    "sign_ins",
)


def upgrade() -> None:
    """Make the tables, their indexes, and the wall around them."""
    op.create_table(
        "practices",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("time_zone", sa.String(64), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", name=op.f("pk_practices")),
    )
    op.create_table(
        "people",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_people")),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.practice_id"], name=op.f("fk_people_practice_id")
        ),
    )
    op.create_table(
        "sign_in_attempts",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("counted", sa.LargeBinary(), nullable=False),
        sa.Column("attempted_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_sign_in_attempts")),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.practice_id"], name=op.f("fk_sign_in_attempts_practice_id")
        ),
    )
    op.create_index(
        op.f("ix_sign_in_attempts_practice_id_counted_attempted_at"),
        "sign_in_attempts",
        ["practice_id", "counted", "attempted_at"],
        unique=False,
    )
    op.create_table(
        "staff",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("display_name", sa.String(200), nullable=False),
        sa.Column("is_owner", sa.Boolean(), nullable=False),
        sa.Column("is_therapist", sa.Boolean(), nullable=False),
        sa.Column("is_supervisor", sa.Boolean(), nullable=False),
        sa.Column("is_front_desk", sa.Boolean(), nullable=False),
        sa.Column("is_biller", sa.Boolean(), nullable=False),
        sa.Column("clinical_lead", sa.Boolean(), nullable=False),
        sa.Column("couple_training", sa.Boolean(), nullable=False),
        sa.Column("ipv_training", sa.Boolean(), nullable=False),
        sa.Column("password_hash", sa.String(200), nullable=True),
        sa.Column("deactivated_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_staff")),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.practice_id"], name=op.f("fk_staff_practice_id")
        ),
        sa.UniqueConstraint("practice_id", "email", name=op.f("uq_staff_practice_id_email")),
        sa.CheckConstraint(
            "is_owner OR is_therapist OR is_supervisor OR is_front_desk OR is_biller",
            name=op.f("ck_staff_has_a_role"),
        ),
    )
    op.create_table(
        "api_keys",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("staff_id", Guid(), nullable=False),
        sa.Column("label", sa.String(200), nullable=False),
        sa.Column("scopes", sa.JSON(), nullable=False),
        sa.Column("test_mode", sa.Boolean(), nullable=False),
        sa.Column("secret_hash", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("last_used_at", UtcDateTime(), nullable=True),
        sa.Column("revoked_at", UtcDateTime(), nullable=True),
        sa.Column("replaced_by_id", Guid(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_api_keys")),
        sa.ForeignKeyConstraint(
            ["practice_id", "replaced_by_id"],
            ["api_keys.practice_id", "api_keys.id"],
            name=op.f("fk_api_keys_practice_id_replaced_by_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "staff_id"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_api_keys_practice_id_staff_id"),
        ),
        sa.CheckConstraint("expires_at > created_at", name=op.f("ck_api_keys_expires_after_creation")),
    )
    op.create_index(
        op.f("ix_api_keys_practice_id_staff_id"), "api_keys", ["practice_id", "staff_id"], unique=False
    )
    op.create_table(
        "password_resets",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("staff_id", Guid(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("used_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_password_resets")),
        sa.ForeignKeyConstraint(
            ["practice_id", "staff_id"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_password_resets_practice_id_staff_id"),
        ),
    )
    op.create_index(
        op.f("ix_password_resets_practice_id_staff_id"),
        "password_resets",
        ["practice_id", "staff_id"],
        unique=False,
    )
    op.create_table(
        "person_keys",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("person_id", Guid(), nullable=False),
        sa.Column("wrapped", sa.String(100), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_person_keys")),
        sa.ForeignKeyConstraint(
            ["practice_id", "person_id"],
            ["people.practice_id", "people.id"],
            name=op.f("fk_person_keys_practice_id_person_id"),
        ),
    )
    op.create_index(
        op.f("ix_person_keys_practice_id_person_id"),
        "person_keys",
        ["practice_id", "person_id"],
        unique=False,
    )
    op.create_table(
        "practice_settings",
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
        sa.CheckConstraint(
            "key IN ('review_every_days', 'check_in_grace_days', 'safe_contact_review_days', 'minimum_phase_points', 'safety_screen_max_age_days', 'high_risk_hits_total', 'telling_again_days', 'minimum_self_focus_percent', 'access_link_days', 'client_page_read_within_days', 'phq9_prompt_intensity', 'alert_check_ins', 'fixation_rise_points', 'resentment_window_days', 'resentment_rise_points', 'burnout_effort', 'burnout_hope', 'pressure_hold_events', 'ultimatum_rest_days', 'invitation_days', 'partner_event_days', 'message_undo_minutes')",
            name=op.f("ck_practice_settings_key_known"),
        ),
    )
    op.create_index(
        op.f("ix_practice_settings_practice_id_key_from_on"),
        "practice_settings",
        ["practice_id", "key", "from_on"],
        unique=False,
    )
    op.create_table(
        "sign_ins",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("staff_id", Guid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("last_seen_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_sign_ins")),
        sa.ForeignKeyConstraint(
            ["practice_id", "staff_id"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_sign_ins_practice_id_staff_id"),
        ),
    )
    op.create_index(
        op.f("ix_sign_ins_practice_id_staff_id"), "sign_ins", ["practice_id", "staff_id"], unique=False
    )
    protect(op, *TABLES)


def downgrade() -> None:
    """Remove the tables."""
    for table in reversed(TABLES):
        op.drop_table(table)
