"""Clients, their partners, relationships, consents, safe contact and care teams."""

import sqlalchemy as sa
from alembic import op

from couplesone.persistence.columns import Guid, UtcDateTime
from couplesone.persistence.row_security import protect

revision = "2026_11_22_03"
down_revision = "2026_11_22_02"
branch_labels = None
depends_on = None

TABLES = (
    "clients",
    "identity_tokens",
    "care_team",
    "client_name_tokens",
    "contact_preferences",
    "partners",
    "conflicts",
    "consents",
    "relationships",
)


def upgrade() -> None:
    """Make the tables, their indexes, and the wall around them."""
    op.create_table(
        "clients",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("locale", sa.String(35), nullable=False),
        sa.Column("time_zone", sa.String(64), nullable=False),
        sa.Column("external_id", sa.String(100), nullable=True),
        sa.Column("test_data", sa.Boolean(), nullable=False),
        sa.Column("merged_into_id", Guid(), nullable=True),
        sa.Column("archived_at", UtcDateTime(), nullable=True),
        sa.Column("name_used", sa.Text(), nullable=False),
        sa.Column("legal_name", sa.Text(), nullable=True),
        sa.Column("pronouns", sa.Text(), nullable=True),
        sa.Column("birth_date", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("postal_address", sa.Text(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_clients")),
        sa.ForeignKeyConstraint(
            ["practice_id", "id"], ["people.practice_id", "people.id"], name=op.f("fk_clients_practice_id_id")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "merged_into_id"],
            ["clients.practice_id", "clients.id"],
            name=op.f("fk_clients_practice_id_merged_into_id"),
        ),
        sa.UniqueConstraint(
            "practice_id",
            "test_data",
            "external_id",
            name=op.f("uq_clients_practice_id_test_data_external_id"),
        ),
        sa.CheckConstraint(
            "(status = 'merged') = (merged_into_id IS NOT NULL)",
            name=op.f("ck_clients_merged_names_its_target"),
        ),
        sa.CheckConstraint(
            "status IN ('active', 'archived', 'merged', 'entered_in_error')",
            name=op.f("ck_clients_status_known"),
        ),
    )
    op.create_index(
        op.f("ix_clients_practice_id_created_at_id"),
        "clients",
        ["practice_id", "created_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_clients_practice_id_updated_at_id"),
        "clients",
        ["practice_id", "updated_at", "id"],
        unique=False,
    )
    op.create_table(
        "identity_tokens",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("person_id", Guid(), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("token", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_identity_tokens")),
        sa.ForeignKeyConstraint(
            ["practice_id", "person_id"],
            ["people.practice_id", "people.id"],
            name=op.f("fk_identity_tokens_practice_id_person_id"),
        ),
        sa.UniqueConstraint(
            "practice_id",
            "person_id",
            "kind",
            "token",
            name=op.f("uq_identity_tokens_practice_id_person_id_kind_token"),
        ),
        sa.CheckConstraint(
            "kind IN ('name_and_birth_date', 'email', 'phone')", name=op.f("ck_identity_tokens_kind_known")
        ),
    )
    op.create_index(
        op.f("ix_identity_tokens_practice_id_kind_token"),
        "identity_tokens",
        ["practice_id", "kind", "token"],
        unique=False,
    )
    op.create_table(
        "care_team",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("staff_id", Guid(), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_care_team")),
        sa.ForeignKeyConstraint(
            ["practice_id", "client_id"],
            ["clients.practice_id", "clients.id"],
            name=op.f("fk_care_team_practice_id_client_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "staff_id"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_care_team_practice_id_staff_id"),
        ),
        sa.CheckConstraint(
            "until_on IS NULL OR until_on >= from_on", name=op.f("ck_care_team_ends_no_earlier_than_start")
        ),
        sa.CheckConstraint(
            "role IN ('treating', 'covering', 'supervising')", name=op.f("ck_care_team_role_known")
        ),
    )
    op.create_index(
        op.f("ix_care_team_practice_id_client_id"), "care_team", ["practice_id", "client_id"], unique=False
    )
    op.create_index(
        op.f("ix_care_team_practice_id_staff_id_client_id"),
        "care_team",
        ["practice_id", "staff_id", "client_id"],
        unique=False,
    )
    op.create_table(
        "client_name_tokens",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("token", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_client_name_tokens")),
        sa.ForeignKeyConstraint(
            ["practice_id", "client_id"],
            ["clients.practice_id", "clients.id"],
            name=op.f("fk_client_name_tokens_practice_id_client_id"),
        ),
        sa.UniqueConstraint(
            "practice_id",
            "client_id",
            "token",
            name=op.f("uq_client_name_tokens_practice_id_client_id_token"),
        ),
    )
    op.create_index(
        op.f("ix_client_name_tokens_practice_id_token"),
        "client_name_tokens",
        ["practice_id", "token"],
        unique=False,
    )
    op.create_table(
        "contact_preferences",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("allowed", sa.Boolean(), nullable=False),
        sa.Column("discreet", sa.Boolean(), nullable=False),
        sa.Column("voicemail", sa.Boolean(), nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=False),
        sa.Column("review_due_on", sa.Date(), nullable=False),
        sa.Column("hours", sa.Text(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_contact_preferences")),
        sa.ForeignKeyConstraint(
            ["practice_id", "client_id"],
            ["clients.practice_id", "clients.id"],
            name=op.f("fk_contact_preferences_practice_id_client_id"),
        ),
        sa.UniqueConstraint(
            "practice_id",
            "client_id",
            "channel",
            name=op.f("uq_contact_preferences_practice_id_client_id_channel"),
        ),
        sa.CheckConstraint(
            "channel IN ('email', 'text_message', 'phone', 'letter')",
            name=op.f("ck_contact_preferences_channel_known"),
        ),
    )
    op.create_table(
        "partners",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("became_client_id", Guid(), nullable=True),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("name_used", sa.Text(), nullable=True),
        sa.Column("pronouns", sa.Text(), nullable=True),
        sa.Column("contact", sa.Text(), nullable=True),
        sa.Column("birth_date", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_partners")),
        sa.ForeignKeyConstraint(
            ["practice_id", "became_client_id"],
            ["clients.practice_id", "clients.id"],
            name=op.f("fk_partners_practice_id_became_client_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "client_id"],
            ["clients.practice_id", "clients.id"],
            name=op.f("fk_partners_practice_id_client_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "id"],
            ["people.practice_id", "people.id"],
            name=op.f("fk_partners_practice_id_id"),
        ),
        sa.UniqueConstraint(
            "practice_id", "id", "client_id", name=op.f("uq_partners_practice_id_id_client_id")
        ),
    )
    op.create_index(
        op.f("ix_partners_practice_id_client_id"), "partners", ["practice_id", "client_id"], unique=False
    )
    op.create_table(
        "conflicts",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("partner_id", Guid(), nullable=False),
        sa.Column("other_client_id", Guid(), nullable=False),
        sa.Column("by_name", sa.Boolean(), nullable=False),
        sa.Column("by_email", sa.Boolean(), nullable=False),
        sa.Column("by_phone", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.Column("opened_by", Guid(), nullable=True),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.Column("decided_by", Guid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_conflicts")),
        sa.ForeignKeyConstraint(
            ["practice_id", "decided_by"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_conflicts_practice_id_decided_by"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "other_client_id"],
            ["clients.practice_id", "clients.id"],
            name=op.f("fk_conflicts_practice_id_other_client_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "partner_id", "client_id"],
            ["partners.practice_id", "partners.id", "partners.client_id"],
            name=op.f("fk_conflicts_practice_id_partner_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.UniqueConstraint(
            "practice_id",
            "partner_id",
            "other_client_id",
            name=op.f("uq_conflicts_practice_id_partner_id_other_client_id"),
        ),
        sa.CheckConstraint(
            "(decided_at IS NULL) = (state = 'open')", name=op.f("ck_conflicts_decided_or_open")
        ),
        sa.CheckConstraint(
            "state NOT IN ('cleared', 'declared') OR (decided_by IS NOT NULL AND reason IS NOT NULL)",
            name=op.f("ck_conflicts_decided_with_a_reason"),
        ),
        sa.CheckConstraint("by_name OR by_email OR by_phone", name=op.f("ck_conflicts_matched_by_something")),
        sa.CheckConstraint(
            "state IN ('open', 'cleared', 'declared', 'role_change')", name=op.f("ck_conflicts_state_known")
        ),
    )
    op.create_index(
        op.f("ix_conflicts_practice_id_client_id"), "conflicts", ["practice_id", "client_id"], unique=False
    )
    op.create_index(
        op.f("ix_conflicts_practice_id_opened_at_id"),
        "conflicts",
        ["practice_id", "opened_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_conflicts_practice_id_other_client_id"),
        "conflicts",
        ["practice_id", "other_client_id"],
        unique=False,
    )
    op.create_table(
        "consents",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("partner_id", Guid(), nullable=True),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("text_version", sa.String(50), nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("method", sa.String(30), nullable=False),
        sa.Column("given_at", UtcDateTime(), nullable=False),
        sa.Column("revoked_at", UtcDateTime(), nullable=True),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("revocation_note", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_consents")),
        sa.ForeignKeyConstraint(
            ["practice_id", "client_id"],
            ["clients.practice_id", "clients.id"],
            name=op.f("fk_consents_practice_id_client_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "partner_id", "client_id"],
            ["partners.practice_id", "partners.id", "partners.client_id"],
            name=op.f("fk_consents_practice_id_partner_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "kind IN ('treatment', 'telehealth', 'partner_contact', 'solo_record', 'follow_up')",
            name=op.f("ck_consents_kind_known"),
        ),
        sa.CheckConstraint(
            "method IN ('paper_signature', 'electronic_signature', 'verbal')",
            name=op.f("ck_consents_method_known"),
        ),
        sa.CheckConstraint(
            "(kind = 'partner_contact') = (partner_id IS NOT NULL)",
            name=op.f("ck_consents_partner_contact_names_partner"),
        ),
        sa.CheckConstraint(
            "revoked_at IS NULL OR revoked_at >= given_at", name=op.f("ck_consents_revoked_after_given")
        ),
    )
    op.create_index(
        op.f("ix_consents_practice_id_client_id"), "consents", ["practice_id", "client_id"], unique=False
    )
    op.create_table(
        "relationships",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("partner_id", Guid(), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("status", sa.String(30), nullable=False),
        sa.Column("since_on", sa.Date(), nullable=True),
        sa.Column("as_of_on", sa.Date(), nullable=False),
        sa.Column("cohabiting", sa.Boolean(), nullable=True),
        sa.Column("children_at_home", sa.Integer(), nullable=True),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_relationships")),
        sa.ForeignKeyConstraint(
            ["practice_id", "partner_id", "client_id"],
            ["partners.practice_id", "partners.id", "partners.client_id"],
            name=op.f("fk_relationships_practice_id_partner_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "since_on IS NULL OR as_of_on >= since_on", name=op.f("ck_relationships_as_of_after_since")
        ),
        sa.CheckConstraint(
            "kind IN ('married', 'civil_partnership', 'engaged', 'living_together', 'dating', 'other', 'unknown')",
            name=op.f("ck_relationships_kind_known"),
        ),
        sa.CheckConstraint(
            "status IN ('together', 'on_a_break', 'separated', 'divorced', 'widowed', 'ended', 'unknown')",
            name=op.f("ck_relationships_status_known"),
        ),
    )
    op.create_index(
        op.f("ix_relationships_practice_id_partner_id"),
        "relationships",
        ["practice_id", "partner_id"],
        unique=False,
    )
    protect(op, *TABLES)


def downgrade() -> None:
    """Remove the tables."""
    for table in reversed(TABLES):
        op.drop_table(table)
