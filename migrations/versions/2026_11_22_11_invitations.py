"""Invitations of the partner, what was answered, and the visit."""

import sqlalchemy as sa
from alembic import op

from couplesone.persistence.columns import Guid, UtcDateTime
from couplesone.persistence.row_security import protect

revision = "2026_11_22_11"
down_revision = "2026_11_22_10"
branch_labels = None
depends_on = None

TABLES = (
    "held_attempts",
    "invitations",
    "collateral_consents",
    "collateral_visits",
    "hold_overrides",
    "partner_questions",
    "partner_replies",
)


def upgrade() -> None:
    """Make the tables, their indexes, and the wall around them."""
    op.create_table(
        "held_attempts",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("met_at", UtcDateTime(), nullable=False),
        sa.Column("reason", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_held_attempts")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_held_attempts_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint(
            "reason IN ('case_not_open', 'do_not_contact', 'already_invited', 'purpose_not_disclosed', 'collateral_text_missing', 'client_not_approved', 'therapist_not_agreed', 'ultimatum_active', 'pressure_high', 'stop_asking_pact', 'partner_decided_to_leave', 'administrative_review', 'safety_review')",
            name=op.f("ck_held_attempts_reason_known"),
        ),
    )
    op.create_index(
        op.f("ix_held_attempts_practice_id_case_id"),
        "held_attempts",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_held_attempts_practice_id_met_at"), "held_attempts", ["practice_id", "met_at"], unique=False
    )
    op.create_table(
        "invitations",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("partner_id", Guid(), nullable=False),
        sa.Column("source", sa.String(20), nullable=False),
        sa.Column("partner_event_id", Guid(), nullable=True),
        sa.Column("purpose", sa.String(40), nullable=True),
        sa.Column("offer", sa.String(20), nullable=False),
        sa.Column("format", sa.String(20), nullable=False),
        sa.Column("locale", sa.String(10), nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("collateral_told", sa.Boolean(), nullable=False),
        sa.Column("delivery", sa.String(20), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("agreed_at", UtcDateTime(), nullable=True),
        sa.Column("agreed_by", Guid(), nullable=True),
        sa.Column("agreed_sha256", sa.String(64), nullable=True),
        sa.Column("approved_at", UtcDateTime(), nullable=True),
        sa.Column("approved_sha256", sa.String(64), nullable=True),
        sa.Column("approval_method", sa.String(20), nullable=True),
        sa.Column("approval_link_id", Guid(), nullable=True),
        sa.Column("approval_paper_sha256", sa.String(64), nullable=True),
        sa.Column("link_id", Guid(), nullable=True),
        sa.Column("hand_code_hash", sa.LargeBinary(), nullable=True),
        sa.Column("hand_code_tries", sa.SmallInteger(), nullable=False),
        sa.Column("message_id", Guid(), nullable=True),
        sa.Column("queued_at", UtcDateTime(), nullable=True),
        sa.Column("delivered_at", UtcDateTime(), nullable=True),
        sa.Column("expires_at", UtcDateTime(), nullable=True),
        sa.Column("accepted_at", UtcDateTime(), nullable=True),
        sa.Column("visit_at", UtcDateTime(), nullable=True),
        sa.Column("closing", sa.String(20), nullable=True),
        sa.Column("client_words", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_invitations")),
        sa.ForeignKeyConstraint(
            ["practice_id", "agreed_by"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_invitations_practice_id_agreed_by"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "approval_link_id"],
            ["access_links.practice_id", "access_links.id"],
            name=op.f("fk_invitations_practice_id_approval_link_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_invitations_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "link_id"],
            ["access_links.practice_id", "access_links.id"],
            name=op.f("fk_invitations_practice_id_link_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "message_id"],
            ["messages.practice_id", "messages.id"],
            name=op.f("fk_invitations_practice_id_message_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "partner_event_id"],
            ["system_responses.practice_id", "system_responses.id"],
            name=op.f("fk_invitations_practice_id_partner_event_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "partner_id", "client_id"],
            ["partners.practice_id", "partners.id", "partners.client_id"],
            name=op.f("fk_invitations_practice_id_partner_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.CheckConstraint("about IN ('client', 'partner', 'both')", name=op.f("ck_invitations_about_known")),
        sa.CheckConstraint(
            "(agreed_at IS NULL) = (agreed_by IS NULL)", name=op.f("ck_invitations_agreed_by_somebody")
        ),
        sa.CheckConstraint(
            "(agreed_at IS NULL) = (agreed_sha256 IS NULL)", name=op.f("ck_invitations_agreed_words")
        ),
        sa.CheckConstraint(
            "approval_method IN ('access_link', 'in_room_code', 'signed_paper')",
            name=op.f("ck_invitations_approval_method_known"),
        ),
        sa.CheckConstraint(
            "(approved_at IS NULL) = (approval_method IS NULL)", name=op.f("ck_invitations_approved_somehow")
        ),
        sa.CheckConstraint(
            "(approved_at IS NULL) = (approved_sha256 IS NULL)", name=op.f("ck_invitations_approved_words")
        ),
        sa.CheckConstraint(
            "(closing IS NULL) = (state <> 'closed')", name=op.f("ck_invitations_closed_with_an_outcome")
        ),
        sa.CheckConstraint(
            "closing IN ('attended_once', 'declined_further', 'conjoint_referral')",
            name=op.f("ck_invitations_closing_known"),
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_invitations_confided_by_known"),
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'approved', 'queued', 'withdrawn') OR delivered_at IS NOT NULL",
            name=op.f("ck_invitations_delivered_first"),
        ),
        sa.CheckConstraint(
            "(delivered_at IS NULL) = (expires_at IS NULL)", name=op.f("ck_invitations_delivered_for_a_time")
        ),
        sa.CheckConstraint(
            "delivery IN ('hand_over', 'email', 'letter')", name=op.f("ck_invitations_delivery_known")
        ),
        sa.CheckConstraint(
            "expires_at IS NULL OR expires_at > delivered_at", name=op.f("ck_invitations_expires_later")
        ),
        sa.CheckConstraint(
            "format IN ('together', 'alone_first', 'phone', 'written')",
            name=op.f("ck_invitations_format_known"),
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'withdrawn') OR approved_sha256 = text_sha256",
            name=op.f("ck_invitations_goes_as_approved"),
        ),
        sa.CheckConstraint(
            "hand_code_tries BETWEEN 0 AND 5", name=op.f("ck_invitations_hand_code_tries_in_range")
        ),
        sa.CheckConstraint(
            "(source = 'partner_initiated') = (partner_event_id IS NOT NULL)",
            name=op.f("ck_invitations_of_an_event"),
        ),
        sa.CheckConstraint(
            "offer IN ('one_visit', 'phone_call', 'reading_sheet')", name=op.f("ck_invitations_offer_known")
        ),
        sa.CheckConstraint(
            "purpose IN ('give_own_view', 'hear_what_client_works_on', 'ask_questions', 'meet_the_therapist')",
            name=op.f("ck_invitations_purpose_known"),
        ),
        sa.CheckConstraint(
            "source IN ('client', 'partner_initiated')", name=op.f("ck_invitations_source_known")
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'approved', 'queued', 'delivered', 'accepted', 'confirmed', 'scheduled', 'attended', 'no_show', 'cancelled', 'closed', 'answered', 'withdrawn')",
            name=op.f("ck_invitations_state_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_invitations_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_invitations_practice_id_case_id"), "invitations", ["practice_id", "case_id"], unique=False
    )
    op.create_index(
        op.f("uq_invitations_event"),
        "invitations",
        ["practice_id", "partner_event_id"],
        unique=True,
        sqlite_where=sa.text(
            "partner_event_id IS NOT NULL AND (delivered_at IS NOT NULL OR state <> 'withdrawn')"
        ),
        postgresql_where=sa.text(
            "partner_event_id IS NOT NULL AND (delivered_at IS NOT NULL OR state <> 'withdrawn')"
        ),
    )
    op.create_index(
        op.f("uq_invitations_once"),
        "invitations",
        ["practice_id", "client_id", "partner_id"],
        unique=True,
        sqlite_where=sa.text(
            "delivered_at IS NOT NULL AND partner_event_id IS NULL AND entered_in_error_at IS NULL"
        ),
        postgresql_where=sa.text(
            "delivered_at IS NOT NULL AND partner_event_id IS NULL AND entered_in_error_at IS NULL"
        ),
    )
    op.create_index(
        op.f("uq_invitations_under_way"),
        "invitations",
        ["practice_id", "case_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('draft', 'approved', 'queued') AND entered_in_error_at IS NULL"),
        postgresql_where=sa.text("state IN ('draft', 'approved', 'queued') AND entered_in_error_at IS NULL"),
    )
    op.create_table(
        "collateral_consents",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("invitation_id", Guid(), nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("method", sa.String(30), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_collateral_consents")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_collateral_consents_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "invitation_id"],
            ["invitations.practice_id", "invitations.id"],
            name=op.f("fk_collateral_consents_practice_id_invitation_id"),
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_collateral_consents_about_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_collateral_consents_confided_by_known"),
        ),
        sa.CheckConstraint(
            "method IN ('paper_signature', 'electronic_signature')",
            name=op.f("ck_collateral_consents_method_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_collateral_consents_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_collateral_consents_practice_id_case_id"),
        "collateral_consents",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_collateral_consents_practice_id_invitation_id"),
        "collateral_consents",
        ["practice_id", "invitation_id"],
        unique=True,
        sqlite_where=sa.text("entered_in_error_at IS NULL"),
        postgresql_where=sa.text("entered_in_error_at IS NULL"),
    )
    op.create_table(
        "collateral_visits",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("invitation_id", Guid(), nullable=False),
        sa.Column("visited_on", sa.Date(), nullable=False),
        sa.Column("format", sa.String(20), nullable=False),
        sa.Column("voluntariness", sa.SmallInteger(), nullable=False),
        sa.Column("engagement", sa.SmallInteger(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_collateral_visits")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_collateral_visits_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "invitation_id"],
            ["invitations.practice_id", "invitations.id"],
            name=op.f("fk_collateral_visits_practice_id_invitation_id"),
        ),
        sa.UniqueConstraint(
            "practice_id", "invitation_id", name=op.f("uq_collateral_visits_practice_id_invitation_id")
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_collateral_visits_about_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_collateral_visits_confided_by_known"),
        ),
        sa.CheckConstraint(
            "engagement BETWEEN 0 AND 10", name=op.f("ck_collateral_visits_engagement_in_range")
        ),
        sa.CheckConstraint(
            "format IN ('together', 'alone_first', 'phone', 'written')",
            name=op.f("ck_collateral_visits_format_known"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_collateral_visits_visibility_known"),
        ),
        sa.CheckConstraint(
            "voluntariness BETWEEN 0 AND 10", name=op.f("ck_collateral_visits_voluntariness_in_range")
        ),
    )
    op.create_index(
        op.f("ix_collateral_visits_practice_id_case_id"),
        "collateral_visits",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "hold_overrides",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("invitation_id", Guid(), nullable=False),
        sa.Column("hold", sa.String(40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("case_id", Guid(), nullable=False),
        sa.Column("client_id", Guid(), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("confided_by", sa.String(20), nullable=False),
        sa.Column("visibility", sa.String(20), nullable=False),
        sa.Column("recorded_by", Guid(), nullable=False),
        sa.Column("entered_in_error_at", UtcDateTime(), nullable=True),
        sa.Column("error_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_hold_overrides")),
        sa.ForeignKeyConstraint(
            ["practice_id", "case_id", "client_id"],
            ["cases.practice_id", "cases.id", "cases.client_id"],
            name=op.f("fk_hold_overrides_practice_id_case_id_client_id"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "invitation_id"],
            ["invitations.practice_id", "invitations.id"],
            name=op.f("fk_hold_overrides_practice_id_invitation_id"),
        ),
        sa.UniqueConstraint(
            "practice_id",
            "invitation_id",
            "hold",
            name=op.f("uq_hold_overrides_practice_id_invitation_id_hold"),
        ),
        sa.CheckConstraint(
            "about IN ('client', 'partner', 'both')", name=op.f("ck_hold_overrides_about_known")
        ),
        sa.CheckConstraint(
            "confided_by IN ('client', 'partner', 'therapist', 'other')",
            name=op.f("ck_hold_overrides_confided_by_known"),
        ),
        sa.CheckConstraint(
            "hold IN ('pressure_high', 'partner_decided_to_leave')",
            name=op.f("ck_hold_overrides_overridable"),
        ),
        sa.CheckConstraint(
            "visibility IN ('solo', 'joint', 'clinician_private', 'author_private')",
            name=op.f("ck_hold_overrides_visibility_known"),
        ),
    )
    op.create_index(
        op.f("ix_hold_overrides_practice_id_case_id"),
        "hold_overrides",
        ["practice_id", "case_id"],
        unique=False,
    )
    op.create_table(
        "partner_questions",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("invitation_id", Guid(), nullable=False),
        sa.Column("partner_id", Guid(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_partner_questions")),
        sa.ForeignKeyConstraint(
            ["practice_id", "invitation_id"],
            ["invitations.practice_id", "invitations.id"],
            name=op.f("fk_partner_questions_practice_id_invitation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "partner_id"],
            ["partners.practice_id", "partners.id"],
            name=op.f("fk_partner_questions_practice_id_partner_id"),
        ),
    )
    op.create_index(
        op.f("ix_partner_questions_practice_id_invitation_id"),
        "partner_questions",
        ["practice_id", "invitation_id"],
        unique=False,
    )
    op.create_table(
        "partner_replies",
        sa.Column("practice_id", Guid(), nullable=False),
        sa.Column("id", Guid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("invitation_id", Guid(), nullable=False),
        sa.Column("partner_id", Guid(), nullable=False),
        sa.Column("answer", sa.String(20), nullable=False),
        sa.Column("replied_at", UtcDateTime(), nullable=False),
        sa.Column("may_be_read", sa.Boolean(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_partner_replies")),
        sa.ForeignKeyConstraint(
            ["practice_id", "invitation_id"],
            ["invitations.practice_id", "invitations.id"],
            name=op.f("fk_partner_replies_practice_id_invitation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "partner_id"],
            ["partners.practice_id", "partners.id"],
            name=op.f("fk_partner_replies_practice_id_partner_id"),
        ),
        sa.UniqueConstraint(
            "practice_id", "invitation_id", name=op.f("uq_partner_replies_practice_id_invitation_id")
        ),
        sa.CheckConstraint(
            "answer IN ('accepted', 'not_now', 'no', 'never')", name=op.f("ck_partner_replies_answer_known")
        ),
    )
    protect(op, *TABLES)


def downgrade() -> None:
    """Remove the tables."""
    for table in reversed(TABLES):
        op.drop_table(table)
