"""Links and codes with which a client acts."""

import sqlalchemy as sa
from alembic import op

from couplesone.persistence.columns import Guid, UtcDateTime
from couplesone.persistence.row_security import protect

revision = "2026_11_22_05"
down_revision = "2026_11_22_04"
branch_labels = None
depends_on = None

TABLES = ("access_links",)


def upgrade() -> None:
    """Make the tables, their indexes, and the wall around them."""
    op.create_table(
        "access_links",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(20), nullable=False),
        sa.Column("instrument", sa.String(40), nullable=True),
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
            "(purpose = 'measure') = (instrument IS NOT NULL)",
            name=op.f("ck_access_links_instrument_of_a_measure"),
        ),
        sa.CheckConstraint(
            "purpose IN ('check_in', 'measure', 'decision', 'approve_text', 'sign', 'invitation')",
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
    protect(op, *TABLES)


def downgrade() -> None:
    """Remove the tables."""
    for table in reversed(TABLES):
        op.drop_table(table)
