"""The audit trail, the outbox and the keys of repeated requests."""

import sqlalchemy as sa
from alembic import op

from couplesone.persistence.columns import Guid, UtcDateTime
from couplesone.persistence.row_security import protect

revision = "2026_11_22_02"
down_revision = "2026_11_22_01"
branch_labels = None
depends_on = None

TABLES = (
    "audit_events",
    "idempotency_keys",
    "outbox_events",
)


def upgrade() -> None:
    """Make the tables, their indexes, and the wall around them."""
    op.create_table(
        "audit_events",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("occurred_at", UtcDateTime(), nullable=False),
        sa.Column("actor_kind", sa.String(20), nullable=False),
        sa.Column("staff_id", Guid(), nullable=True),
        sa.Column("credential_id", Guid(), nullable=True),
        sa.Column("action", sa.String(100), nullable=False),
        sa.Column("resource_id", Guid(), nullable=True),
        sa.Column("client_id", Guid(), nullable=True),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("request_id", sa.String(64), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_audit_events")),
    )
    op.create_index(
        op.f("ix_audit_events_practice_id_client_id_occurred_at"),
        "audit_events",
        ["practice_id", "client_id", "occurred_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_audit_events_practice_id_occurred_at_id"),
        "audit_events",
        ["practice_id", "occurred_at", "id"],
        unique=False,
    )
    op.create_table(
        "idempotency_keys",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("staff_id", Guid(), nullable=False),
        sa.Column("operation", sa.String(100), nullable=False),
        sa.Column("key_hash", sa.LargeBinary(), nullable=False),
        sa.Column("request_hash", sa.LargeBinary(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("resource_id", Guid(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_idempotency_keys")),
        sa.UniqueConstraint(
            "practice_id",
            "staff_id",
            "operation",
            "key_hash",
            name=op.f("uq_idempotency_keys_practice_id_staff_id_operation_key_hash"),
        ),
    )
    op.create_index(
        op.f("ix_idempotency_keys_practice_id_created_at"),
        "idempotency_keys",
        ["practice_id", "created_at"],
        unique=False,
    )
    op.create_table(
        "outbox_events",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("type", sa.String(100), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("occurred_at", UtcDateTime(), nullable=False),
        sa.Column("request_id", sa.String(64), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_outbox_events")),
    )
    op.create_index(
        op.f("ix_outbox_events_practice_id_occurred_at_id"),
        "outbox_events",
        ["practice_id", "occurred_at", "id"],
        unique=False,
    )
    protect(op, *TABLES)


def downgrade() -> None:
    """Remove the tables."""
    for table in reversed(TABLES):
        op.drop_table(table)
