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
    "partner_statements",
    "statement_verdicts",
)


def upgrade() -> None:
    """Make the tables, their indexes, and the wall around them."""
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
    protect(op, *TABLES)


def downgrade() -> None:
    """Remove the tables."""
    for table in reversed(TABLES):
        op.drop_table(table)
