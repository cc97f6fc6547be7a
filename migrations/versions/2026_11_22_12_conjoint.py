"""Care for one case only; referrals to conjoint work, conjoint cases and what both signed."""

import sqlalchemy as sa
from alembic import op

from couplesone.persistence.columns import Guid, UtcDateTime
from couplesone.persistence.row_security import protect

revision = "2026_11_22_12"
down_revision = "2026_11_22_11"
branch_labels = None
depends_on = None

TABLES = (
    "case_team",
    "carried_goals",
    "conjoint_referrals",
    "conjoint_cases",
    "conjoint_parts",
    "conjoint_releases",
    "joint_sessions",
    "conjoint_agreements",
)


def upgrade() -> None:
    """Make the tables, their indexes, and the wall around them."""
    op.create_table(
        "case_team",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("staff_id", Guid(), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_case_team")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_case_team_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "staff_id"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_case_team_practice_id_staff_id"),
        ),
        sa.CheckConstraint(
            "until_on IS NULL OR until_on >= from_on", name=op.f("ck_case_team_ends_no_earlier_than_start")
        ),
        sa.CheckConstraint(
            "role IN ('treating', 'covering', 'supervising')", name=op.f("ck_case_team_role_known")
        ),
    )
    op.create_index(
        op.f("ix_case_team_practice_id_case_id"), "case_team", ["practice_id", "case_id"], unique=False
    )
    op.create_index(
        op.f("ix_case_team_practice_id_client_id"), "case_team", ["practice_id", "client_id"], unique=False
    )
    op.create_index(
        op.f("ix_case_team_practice_id_staff_id_case_id"),
        "case_team",
        ["practice_id", "staff_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "carried_goals",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("goal_id", Guid(), nullable=False),
        sa.Column("copy_id", Guid(), nullable=False),
        sa.Column("paper_sha256", sa.String(64), nullable=False),
        sa.Column("chosen_on", sa.Date(), nullable=False),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_carried_goals")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_carried_goals_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "copy_id"],
            ["goals.practice_id", "goals.id"],
            name=op.f("fk_carried_goals_practice_id_copy_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "goal_id"],
            ["goals.practice_id", "goals.id"],
            name=op.f("fk_carried_goals_practice_id_goal_id"),
        ),
        sa.UniqueConstraint(
            "practice_id", "case_id", "goal_id", name=op.f("uq_carried_goals_practice_id_case_id_goal_id")
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_carried_goals_about_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_carried_goals_confided_by_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_carried_goals_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_carried_goals_practice_id_case_id"),
        "carried_goals",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "conjoint_referrals",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("partner_id", Guid(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("origin", sa.String(20), nullable=False),
        sa.Column("invitation_id", Guid(), nullable=True),
        sa.Column("response_id", Guid(), nullable=True),
        sa.Column("referred_to", sa.String(20), nullable=False),
        sa.Column("to_staff_id", Guid(), nullable=True),
        sa.Column("client_paper_sha256", sa.String(64), nullable=True),
        sa.Column("client_signed_on", sa.Date(), nullable=True),
        sa.Column("partner_paper_sha256", sa.String(64), nullable=True),
        sa.Column("partner_signed_on", sa.Date(), nullable=True),
        sa.Column("to_whom", sa.Text(), nullable=True),
        sa.Column("rationale", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_conjoint_referrals")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_conjoint_referrals_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "invitation_id"],
            ["invitations.practice_id", "invitations.id"],
            name=op.f("fk_conjoint_referrals_practice_id_invitation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "partner_id", "client_id"],
            ["partners.practice_id", "partners.id", "partners.client_id"],
            name=op.f("fk_conjoint_referrals_practice_id_partner_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "response_id"],
            ["system_responses.practice_id", "system_responses.id"],
            name=op.f("fk_conjoint_referrals_practice_id_response_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "to_staff_id"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_conjoint_referrals_practice_id_to_staff_id"),
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_conjoint_referrals_about_known")
        ),
        sa.CheckConstraint(
            "(client_paper_sha256 IS NULL) = (client_signed_on IS NULL)",
            name=op.f("ck_conjoint_referrals_client_signed_on_a_day"),
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_conjoint_referrals_confided_by_known"),
        ),
        sa.CheckConstraint(
            "(origin = 'visit') = (invitation_id IS NOT NULL)", name=op.f("ck_conjoint_referrals_of_a_visit")
        ),
        sa.CheckConstraint(
            "(origin = 'partner_asked') = (response_id IS NOT NULL)",
            name=op.f("ck_conjoint_referrals_of_an_event"),
        ),
        sa.CheckConstraint(
            "origin IN ('visit', 'partner_asked')", name=op.f("ck_conjoint_referrals_origin_known")
        ),
        sa.CheckConstraint(
            "(partner_paper_sha256 IS NULL) = (partner_signed_on IS NULL)",
            name=op.f("ck_conjoint_referrals_partner_signed_on_a_day"),
        ),
        sa.CheckConstraint(
            "referred_to IN ('another_therapist', 'same_therapist')",
            name=op.f("ck_conjoint_referrals_referred_to_known"),
        ),
        sa.CheckConstraint(
            "referred_to <> 'same_therapist' OR (rationale IS NOT NULL AND client_paper_sha256 IS NOT NULL AND partner_paper_sha256 IS NOT NULL)",
            name=op.f("ck_conjoint_referrals_same_with_reasons_and_both"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_conjoint_referrals_visibility_known"),
        ),
        sa.CheckConstraint(
            "to_staff_id IS NULL OR (client_paper_sha256 IS NOT NULL AND partner_paper_sha256 IS NOT NULL)",
            name=op.f("ck_conjoint_referrals_within_with_both"),
        ),
    )
    op.create_index(
        op.f("ix_conjoint_referrals_practice_id_case_id"),
        "conjoint_referrals",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_conjoint_referrals_practice_id_invitation_id"),
        "conjoint_referrals",
        ["practice_id", "invitation_id"],
        unique=True,
        sqlite_where=sa.text("entered_in_error_at IS NULL"),
        postgresql_where=sa.text("entered_in_error_at IS NULL"),
    )
    op.create_index(
        op.f("ix_conjoint_referrals_practice_id_response_id"),
        "conjoint_referrals",
        ["practice_id", "response_id"],
        unique=True,
        sqlite_where=sa.text("entered_in_error_at IS NULL"),
        postgresql_where=sa.text("entered_in_error_at IS NULL"),
    )
    op.create_table(
        "conjoint_cases",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("referral_id", Guid(), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("opened_by", Guid(), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_conjoint_cases")),
        sa.ForeignKeyConstraint(
            ["practice_id", "id"],
            ["people.practice_id", "people.id"],
            name=op.f("fk_conjoint_cases_practice_id_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "referral_id"],
            ["conjoint_referrals.practice_id", "conjoint_referrals.id"],
            name=op.f("fk_conjoint_cases_practice_id_referral_id"),
        ),
        sa.UniqueConstraint(
            "practice_id", "referral_id", name=op.f("uq_conjoint_cases_practice_id_referral_id")
        ),
        sa.CheckConstraint(
            "closed_on IS NULL OR closed_on >= opened_on", name=op.f("ck_conjoint_cases_closed_after_opening")
        ),
        sa.CheckConstraint(
            "(status = 'closed') = (closed_on IS NOT NULL)", name=op.f("ck_conjoint_cases_closed_has_a_day")
        ),
        sa.CheckConstraint("status IN ('open', 'closed')", name=op.f("ck_conjoint_cases_status_known")),
    )
    op.create_index(
        op.f("ix_conjoint_cases_practice_id_opened_on_id"),
        "conjoint_cases",
        ["practice_id", "opened_on", "id"],
        unique=False,
    )
    op.create_table(
        "conjoint_parts",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("conjoint_case_id", Guid(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("case_kind", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_conjoint_parts")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id", "case_kind"],
            ["cases.practice_id", "cases.id", "cases.client_id", "cases.kind"],
            name=op.f("fk_conjoint_parts_practice_id_case_id_client_id_case_kind"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "conjoint_case_id"],
            ["conjoint_cases.practice_id", "conjoint_cases.id"],
            name=op.f("fk_conjoint_parts_practice_id_conjoint_case_id"),
        ),
        sa.UniqueConstraint("practice_id", "case_id", name=op.f("uq_conjoint_parts_practice_id_case_id")),
        sa.UniqueConstraint(
            "practice_id",
            "conjoint_case_id",
            "client_id",
            name=op.f("uq_conjoint_parts_practice_id_conjoint_case_id_client_id"),
        ),
        sa.UniqueConstraint(
            "practice_id",
            "conjoint_case_id",
            "position",
            name=op.f("uq_conjoint_parts_practice_id_conjoint_case_id_position"),
        ),
        sa.CheckConstraint(
            "case_kind = 'conjoint_part'", name=op.f("ck_conjoint_parts_a_part_and_no_solo_case")
        ),
        sa.CheckConstraint("position BETWEEN 1 AND 2", name=op.f("ck_conjoint_parts_position_in_range")),
    )
    op.create_table(
        "conjoint_releases",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("conjoint_case_id", Guid(), nullable=False),
        sa.Column("released_on", sa.Date(), nullable=False),
        sa.Column("first_paper_sha256", sa.String(64), nullable=False),
        sa.Column("second_paper_sha256", sa.String(64), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_conjoint_releases")),
        sa.ForeignKeyConstraint(
            ["practice_id", "conjoint_case_id"],
            ["conjoint_cases.practice_id", "conjoint_cases.id"],
            name=op.f("fk_conjoint_releases_practice_id_conjoint_case_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "recorded_by"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_conjoint_releases_practice_id_recorded_by"),
        ),
        sa.CheckConstraint(
            "first_paper_sha256 <> second_paper_sha256", name=op.f("ck_conjoint_releases_two_papers")
        ),
    )
    op.create_index(
        op.f("ix_conjoint_releases_practice_id_conjoint_case_id_released_on"),
        "conjoint_releases",
        ["practice_id", "conjoint_case_id", "released_on"],
        unique=False,
    )
    op.create_table(
        "joint_sessions",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("conjoint_case_id", Guid(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("minutes", sa.SmallInteger(), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_joint_sessions")),
        sa.ForeignKeyConstraint(
            ["practice_id", "conjoint_case_id"],
            ["conjoint_cases.practice_id", "conjoint_cases.id"],
            name=op.f("fk_joint_sessions_practice_id_conjoint_case_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "recorded_by"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_joint_sessions_practice_id_recorded_by"),
        ),
        sa.CheckConstraint("minutes BETWEEN 1 AND 600", name=op.f("ck_joint_sessions_minutes_in_range")),
    )
    op.create_index(
        op.f("ix_joint_sessions_practice_id_conjoint_case_id_held_on"),
        "joint_sessions",
        ["practice_id", "conjoint_case_id", "held_on"],
        unique=False,
    )
    op.create_table(
        "conjoint_agreements",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("conjoint_case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("paper_sha256", sa.String(64), nullable=False),
        sa.Column("method", sa.String(30), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("withdrawn_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_conjoint_agreements")),
        sa.ForeignKeyConstraint(
            ["practice_id", "conjoint_case_id", "client_id"],
            ["conjoint_parts.practice_id", "conjoint_parts.conjoint_case_id", "conjoint_parts.client_id"],
            name=op.f("fk_conjoint_agreements_practice_id_conjoint_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "recorded_by"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_conjoint_agreements_practice_id_recorded_by"),
        ),
        sa.CheckConstraint(
            "method IN ('paper_signature', 'electronic_signature')",
            name=op.f("ck_conjoint_agreements_method_known"),
        ),
    )
    op.create_index(
        op.f("uq_conjoint_agreements_holding"),
        "conjoint_agreements",
        ["practice_id", "conjoint_case_id", "client_id"],
        unique=True,
        sqlite_where=sa.text("withdrawn_at IS NULL"),
        postgresql_where=sa.text("withdrawn_at IS NULL"),
    )
    protect(op, *TABLES)


def downgrade() -> None:
    """Remove the tables."""
    for table in reversed(TABLES):
        op.drop_table(table)
