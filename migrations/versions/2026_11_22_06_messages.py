"""Messages and who is not to be contacted."""

import sqlalchemy as sa
from alembic import op

from couplesone.persistence.columns import Guid, UtcDateTime
from couplesone.persistence.row_security import protect

revision = "2026_11_22_06"
down_revision = "2026_11_22_05"
branch_labels = None
depends_on = None

TABLES = (
    "do_not_contacts",
    "messages",
)


def upgrade() -> None:
    """Make the tables, their indexes, and the wall around them."""
    op.create_table(
        "do_not_contacts",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_id", Guid(), nullable=True),
        sa.Column("client_id", Guid(), nullable=True),
        sa.Column("email_hash", sa.LargeBinary(), nullable=True),
        sa.Column("phone_hash", sa.LargeBinary(), nullable=True),
        sa.Column("postal_hash", sa.LargeBinary(), nullable=True),
        sa.Column("person_hash", sa.LargeBinary(), nullable=True),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=True),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_do_not_contacts")),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.practice_id"], name=op.f("fk_do_not_contacts_practice_id")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_do_not_contacts_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "recorded_by"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_do_not_contacts_practice_id_recorded_by"),
        ),
        sa.CheckConstraint(
            "(case_id IS NULL) = (client_id IS NULL)", name=op.f("ck_do_not_contacts_case_of_a_client")
        ),
        sa.CheckConstraint(
            "(entered_in_error_at IS NULL) = (error_reason IS NULL)",
            name=op.f("ck_do_not_contacts_error_with_a_reason"),
        ),
        sa.CheckConstraint(
            "(recorded_by IS NULL) = (case_id IS NULL)", name=op.f("ck_do_not_contacts_private_or_in_a_case")
        ),
        sa.CheckConstraint(
            "entered_in_error_at IS NULL OR recorded_by IS NOT NULL",
            name=op.f("ck_do_not_contacts_private_stands"),
        ),
        sa.CheckConstraint(
            "email_hash IS NOT NULL OR phone_hash IS NOT NULL OR postal_hash IS NOT NULL OR person_hash IS NOT NULL",
            name=op.f("ck_do_not_contacts_says_whom"),
        ),
    )
    op.create_index(
        op.f("ix_do_not_contacts_practice_id_case_id_recorded_at_id"),
        "do_not_contacts",
        ["practice_id", "case_id", "recorded_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_do_not_contacts_practice_id_email_hash"),
        "do_not_contacts",
        ["practice_id", "email_hash"],
        unique=False,
    )
    op.create_index(
        op.f("ix_do_not_contacts_practice_id_person_hash"),
        "do_not_contacts",
        ["practice_id", "person_hash"],
        unique=False,
    )
    op.create_index(
        op.f("ix_do_not_contacts_practice_id_phone_hash"),
        "do_not_contacts",
        ["practice_id", "phone_hash"],
        unique=False,
    )
    op.create_index(
        op.f("ix_do_not_contacts_practice_id_postal_hash"),
        "do_not_contacts",
        ["practice_id", "postal_hash"],
        unique=False,
    )
    op.create_table(
        "messages",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("case_id", Guid(), nullable=True),
        sa.Column("partner_id", Guid(), nullable=True),
        sa.Column("staff_id", Guid(), nullable=True),
        sa.Column("about_id", Guid(), nullable=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("category", sa.String(20), nullable=False),
        sa.Column("recipient", sa.String(20), nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("address_hash", sa.LargeBinary(), nullable=True),
        sa.Column("subject", sa.String(200), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("not_before", UtcDateTime(), nullable=False),
        sa.Column("message_id", sa.String(200), nullable=True),
        sa.Column("job_id", Guid(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("fencing", sa.Integer(), nullable=False),
        sa.Column("queued_by", Guid(), nullable=True),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("failure_code", sa.String(60), nullable=True),
        sa.Column("withheld_code", sa.String(60), nullable=True),
        sa.Column("withheld_privately", sa.Boolean(), nullable=False),
        sa.Column("resolved_by", Guid(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("enclosed", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_messages")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_messages_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "client_id"],
            ["clients.practice_id", "clients.id"],
            name=op.f("fk_messages_practice_id_client_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "job_id"],
            ["jobs.practice_id", "jobs.id"],
            name=op.f("fk_messages_practice_id_job_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "partner_id"],
            ["partners.practice_id", "partners.id"],
            name=op.f("fk_messages_practice_id_partner_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "staff_id"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_messages_practice_id_staff_id"),
        ),
        sa.CheckConstraint(
            "category IN ('first_contact', 'reminder', 'staff_mail')", name=op.f("ck_messages_category_known")
        ),
        sa.CheckConstraint(
            "channel IN ('email', 'letter', 'hand_over')", name=op.f("ck_messages_channel_known")
        ),
        sa.CheckConstraint(
            "(channel = 'email') = (message_id IS NOT NULL)", name=op.f("ck_messages_email_has_a_message_id")
        ),
        sa.CheckConstraint(
            "channel <> 'email' OR address IS NOT NULL", name=op.f("ck_messages_email_has_an_address")
        ),
        sa.CheckConstraint(
            "recipient IN ('client', 'partner', 'staff')", name=op.f("ck_messages_recipient_known")
        ),
        sa.CheckConstraint(
            "state IN ('queued', 'cancelled', 'withheld', 'attempting', 'sent', 'unknown', 'failed', 'prepared', 'handed_over')",
            name=op.f("ck_messages_state_known"),
        ),
        sa.CheckConstraint(
            "(state = 'withheld') = (withheld_code IS NOT NULL)",
            name=op.f("ck_messages_withheld_for_a_reason"),
        ),
    )
    op.create_index(
        op.f("ix_messages_practice_id_address_hash"),
        "messages",
        ["practice_id", "address_hash"],
        unique=False,
    )
    op.create_index(
        op.f("ix_messages_practice_id_client_id_created_at_id"),
        "messages",
        ["practice_id", "client_id", "created_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_messages_practice_id_created_at_id"),
        "messages",
        ["practice_id", "created_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_messages_practice_id_kind_about_id"),
        "messages",
        ["practice_id", "kind", "about_id"],
        unique=True,
        sqlite_where=sa.text(
            "category = 'first_contact' AND about_id IS NOT NULL AND (withheld_privately OR state IN ('queued', 'attempting', 'sent', 'unknown', 'prepared', 'handed_over'))"
        ),
        postgresql_where=sa.text(
            "category = 'first_contact' AND about_id IS NOT NULL AND (withheld_privately OR state IN ('queued', 'attempting', 'sent', 'unknown', 'prepared', 'handed_over'))"
        ),
    )
    op.create_index(op.f("ix_messages_practice_id_state"), "messages", ["practice_id", "state"], unique=False)
    protect(op, *TABLES)


def downgrade() -> None:
    """Remove the tables."""
    for table in reversed(TABLES):
        op.drop_table(table)
