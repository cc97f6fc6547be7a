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
    "jobs",
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
    op.create_table(
        "jobs",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(60), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("order_key", sa.String(120), nullable=True),
        sa.Column("dedupe_key", sa.String(120), nullable=True),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("not_before", UtcDateTime(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("max_attempts", sa.Integer(), nullable=False),
        sa.Column("fencing", sa.Integer(), nullable=False),
        sa.Column("lease_until", UtcDateTime(), nullable=True),
        sa.Column("finished_at", UtcDateTime(), nullable=True),
        sa.Column("error_code", sa.String(80), nullable=True),
        sa.Column("request_id", sa.String(64), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_jobs")),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name=op.f("fk_jobs_practice_id")),
        sa.UniqueConstraint("practice_id", "dedupe_key", name=op.f("uq_jobs_practice_id_dedupe_key")),
        sa.CheckConstraint(
            "(state = 'running') = (lease_until IS NOT NULL)", name=op.f("ck_jobs_running_under_a_lease")
        ),
        sa.CheckConstraint(
            "state IN ('waiting', 'running', 'done', 'dead', 'discarded', 'cancelled')",
            name=op.f("ck_jobs_state_known"),
        ),
        sa.CheckConstraint("max_attempts >= 1", name=op.f("ck_jobs_tried_at_least_once")),
    )
    op.create_index(
        op.f("ix_jobs_practice_id_created_at_id"), "jobs", ["practice_id", "created_at", "id"], unique=False
    )
    op.create_index(
        op.f("ix_jobs_practice_id_order_key_created_at_id"),
        "jobs",
        ["practice_id", "order_key", "created_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_jobs_practice_id_state_not_before_id"),
        "jobs",
        ["practice_id", "state", "not_before", "id"],
        unique=False,
    )
    protect(op, *TABLES)


def downgrade() -> None:
    """Remove the tables."""
    for table in reversed(TABLES):
        op.drop_table(table)
