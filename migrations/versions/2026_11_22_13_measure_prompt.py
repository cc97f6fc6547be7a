"""A practice sets from which intensity of despair the PHQ-9 is due: the settings have one more key."""

import sqlalchemy as sa
from alembic import op

from couplesone.persistence.columns import Guid, UtcDateTime

revision = "2026_11_22_13"
down_revision = "2026_11_22_12"
branch_labels = None
depends_on = None

KEYS = (
    "'review_every_days', 'check_in_grace_days', 'safe_contact_review_days', 'minimum_phase_points', "
    "'safety_screen_max_age_days', 'high_risk_hits_total', 'access_link_days', 'client_page_read_within_days'"
)
MORE = "'phq9_prompt_intensity'"


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
    """Let the settings have one more key."""
    settings_take(f"{KEYS}, {MORE}")


def downgrade() -> None:
    """Remove the setting."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    if postgresql:  # the wall would hide every practice's rows from the owner too
        op.execute("ALTER TABLE practice_settings NO FORCE ROW LEVEL SECURITY")
    op.execute(sa.text(f"DELETE FROM practice_settings WHERE key IN ({MORE})"))  # noqa: S608 - words of ours
    if postgresql:
        op.execute("ALTER TABLE practice_settings FORCE ROW LEVEL SECURITY")
    settings_take(KEYS)
