"""Administrations of measures, a practice's own instruments, risk answers."""

import sqlalchemy as sa
from alembic import op

from couplesone.persistence.columns import Guid, UtcDateTime
from couplesone.persistence.row_security import protect

revision = "2026_11_22_08"
down_revision = "2026_11_22_07"
branch_labels = None
depends_on = None

TABLES = (
    "practice_instruments",
    "administrations",
    "administration_answers",
    "administration_corrections",
    "risk_answers",
)


def upgrade() -> None:
    """Make the tables, their indexes, and the wall around them."""
    op.create_table(
        "practice_instruments",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("licence", sa.String(200), nullable=False),
        sa.Column("questionnaire", sa.JSON(), nullable=False),
        sa.Column("rule", sa.JSON(), nullable=False),
        sa.Column("added_by", Guid(), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_practice_instruments")),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.practice_id"], name=op.f("fk_practice_instruments_practice_id")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "added_by"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_practice_instruments_practice_id_added_by"),
        ),
        sa.UniqueConstraint(
            "practice_id", "code", "number", name=op.f("uq_practice_instruments_practice_id_code_number")
        ),
        sa.CheckConstraint(
            "status IN ('active', 'retired')", name=op.f("ck_practice_instruments_status_known")
        ),
    )
    op.create_table(
        "administrations",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("instrument", sa.String(40), nullable=False),
        sa.Column("instrument_version", sa.Integer(), nullable=False),
        sa.Column("practice_instrument_id", Guid(), nullable=True),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("respondent", sa.String(20), nullable=False),
        sa.Column("source", sa.String(20), nullable=False),
        sa.Column("answered", sa.SmallInteger(), nullable=False),
        sa.Column("total", sa.Double(), nullable=True),
        sa.Column("prorated", sa.Boolean(), nullable=False),
        sa.Column("band", sa.String(40), nullable=True),
        sa.Column("subscales", sa.JSON(), nullable=False),
        sa.Column("parameters", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_administrations")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_administrations_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "practice_instrument_id"],
            ["practice_instruments.practice_id", "practice_instruments.id"],
            name=op.f("fk_administrations_practice_id_practice_instrument_id"),
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_administrations_about_known")
        ),
        sa.CheckConstraint("answered BETWEEN 1 AND 500", name=op.f("ck_administrations_answered_in_range")),
        sa.CheckConstraint(
            "respondent = 'client' AND about = 'client'",
            name=op.f("ck_administrations_by_the_client_of_the_client"),
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_administrations_confided_by_known"),
        ),
        sa.CheckConstraint(
            "source IN ('in_room', 'link', 'paper')", name=op.f("ck_administrations_source_known")
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_administrations_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_administrations_practice_id_case_id"),
        "administrations",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_administrations_practice_id_case_id_instrument_taken_on"),
        "administrations",
        ["practice_id", "case_id", "instrument", "taken_on"],
        unique=True,
        sqlite_where=sa.text("entered_in_error_at IS NULL"),
        postgresql_where=sa.text("entered_in_error_at IS NULL"),
    )
    op.create_table(
        "administration_answers",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("administration_id", Guid(), nullable=False),
        sa.Column("item", sa.SmallInteger(), nullable=False),
        sa.Column("value", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint(
            "practice_id", "administration_id", "item", name=op.f("pk_administration_answers")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "administration_id"],
            ["administrations.practice_id", "administrations.id"],
            name=op.f("fk_administration_answers_practice_id_administration_id"),
        ),
        sa.CheckConstraint("item BETWEEN 1 AND 500", name=op.f("ck_administration_answers_item_in_range")),
        sa.CheckConstraint(
            "value BETWEEN -1000 AND 1000", name=op.f("ck_administration_answers_value_in_range")
        ),
    )
    op.create_table(
        "administration_corrections",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("administration_id", Guid(), nullable=False),
        sa.Column("corrected_at", UtcDateTime(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_administration_corrections")),
        sa.ForeignKeyConstraint(
            ["practice_id", "administration_id"],
            ["administrations.practice_id", "administrations.id"],
            name=op.f("fk_administration_corrections_practice_id_administration_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_administration_corrections_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_administration_corrections_about_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_administration_corrections_confided_by_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_administration_corrections_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_administration_corrections_practice_id_administration_id"),
        "administration_corrections",
        ["practice_id", "administration_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_administration_corrections_practice_id_case_id"),
        "administration_corrections",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "risk_answers",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("administration_id", Guid(), nullable=True),
        sa.Column("item", sa.SmallInteger(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.Column("acknowledged_at", UtcDateTime(), nullable=True),
        sa.Column("acknowledged_by", Guid(), nullable=True),
        sa.Column("done", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_risk_answers")),
        sa.ForeignKeyConstraint(
            ["practice_id", "acknowledged_by"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_risk_answers_practice_id_acknowledged_by"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "administration_id"],
            ["administrations.practice_id", "administrations.id"],
            name=op.f("fk_risk_answers_practice_id_administration_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_risk_answers_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_risk_answers_about_known")
        ),
        sa.CheckConstraint(
            "(acknowledged_at IS NULL) = (acknowledged_by IS NULL)",
            name=op.f("ck_risk_answers_acknowledged_by_one"),
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_risk_answers_confided_by_known"),
        ),
        sa.CheckConstraint("item BETWEEN 1 AND 500", name=op.f("ck_risk_answers_item_in_range")),
        sa.CheckConstraint(
            "(administration_id IS NULL) = (item IS NULL)", name=op.f("ck_risk_answers_item_of_a_measure")
        ),
        sa.CheckConstraint(
            "kind IN ('fear', 'measure_item', 'unfiled_measure')", name=op.f("ck_risk_answers_kind_known")
        ),
        sa.CheckConstraint(
            "(kind = 'measure_item') = (administration_id IS NOT NULL)",
            name=op.f("ck_risk_answers_of_a_measure"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_risk_answers_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_risk_answers_practice_id_administration_id_item"),
        "risk_answers",
        ["practice_id", "administration_id", "item"],
        unique=True,
        sqlite_where=sa.text("entered_in_error_at IS NULL"),
        postgresql_where=sa.text("entered_in_error_at IS NULL"),
    )
    op.create_index(
        op.f("ix_risk_answers_practice_id_case_id"), "risk_answers", ["practice_id", "case_id"], unique=False
    )
    protect(op, *TABLES)


def downgrade() -> None:
    """Remove the tables."""
    for table in reversed(TABLES):
        op.drop_table(table)
