"""Vocabularies of the invitations room."""

from __future__ import annotations

from typing import Final

from couplesone.kernel.coded import Coded


class Hold(Coded):
    """What stands in the way of an invitation (domain.md 2.5)."""

    CASE_NOT_OPEN = "case_not_open", "The case is not being worked on"
    SAFETY_SCREEN_MISSING_OR_OLD = (
        "safety_screen_missing_or_old",
        "A safety screen is missing, incomplete, due or too old",
    )
    IPV_POSITIVE = "ipv_positive", "Violence was found, and contact with the partner was not cleared since"
    DO_NOT_CONTACT = "do_not_contact", "The partner is not to be contacted"
    CONFLICT_OF_INTEREST = "conflict_of_interest", "A conflict of interest"
    LITIGATION_PENDING = "litigation_pending", "Legal proceedings are under way"
    ALREADY_INVITED = "already_invited", "The partner was invited before"
    PURPOSE_NOT_DISCLOSED = "purpose_not_disclosed", "The invitation does not say what it is for"
    COLLATERAL_TEXT_MISSING = (
        "collateral_text_missing",
        "The practice has no text on what a visit is and is not",
    )
    CLIENT_NOT_APPROVED = "client_not_approved", "The client has not approved these very words"
    THERAPIST_NOT_AGREED = "therapist_not_agreed", "The treating clinician has not agreed to these very words"
    ULTIMATUM_ACTIVE = "ultimatum_active", "An ultimatum stands, or was withdrawn too short a time ago"
    PRESSURE_HIGH = "pressure_high", "The partner was pressed too often of late"
    STOP_ASKING_PACT = "stop_asking_pact", "The client has promised themself not to ask"
    SECRET_UNRESOLVED = "secret_unresolved", "A secret is not resolved"
    PARTNER_DECIDED_TO_LEAVE = "partner_decided_to_leave", "The partner has decided to leave"


class ShownHold(Coded):
    """A hold as it is told where its cause is not for the asker (decisions C15)."""

    ADMINISTRATIVE_REVIEW = "administrative_review", "The practice has to look at something first"
    SAFETY_REVIEW = "safety_review", "Safety has to be looked at first"


TOLD_AS: Final[dict[Hold, ShownHold]] = {
    Hold.SAFETY_SCREEN_MISSING_OR_OLD: ShownHold.SAFETY_REVIEW,
    Hold.IPV_POSITIVE: ShownHold.SAFETY_REVIEW,
    Hold.CONFLICT_OF_INTEREST: ShownHold.ADMINISTRATIVE_REVIEW,
    Hold.LITIGATION_PENDING: ShownHold.ADMINISTRATIVE_REVIEW,
    Hold.SECRET_UNRESOLVED: ShownHold.ADMINISTRATIVE_REVIEW,
}
"""As what a hold counts in figures of the practice, whose cause is not for everybody who reads them."""

HELD_REASONS: Final[tuple[Coded, ...]] = (*(hold for hold in Hold if hold not in TOLD_AS), *ShownHold)
"""What a held attempt counts as."""


class Step(Coded):
    """A step at which holds are asked for; each asks for what the earlier ones did, and more (decisions C14)."""

    DRAFT = "draft", "Writing it"
    APPROVE = "approve", "Approving it"
    SEND = "send", "Letting it go"


class InvitationState(Coded):
    """Where an invitation stands, as far as anybody may see it (decisions C17, C18)."""

    DRAFT = "draft", "Draft"
    APPROVED = "approved", "Approved by the client"
    QUEUED = "queued", "Waiting to be sent; it can still be undone"
    DELIVERED = "delivered", "Delivered"
    ACCEPTED = "accepted", "Accepted"
    CONFIRMED = "confirmed", "Accepted, and confirmed by the clinician"
    SCHEDULED = "scheduled", "A visit is agreed"
    ATTENDED = "attended", "The partner came"
    NO_SHOW = "no_show", "The partner did not come"
    CANCELLED = "cancelled", "The visit was called off"
    CLOSED = "closed", "Closed after the visit"
    ANSWERED = "answered", "Answered, or its time has run out"
    WITHDRAWN = "withdrawn", "Withdrawn"


class InvitationPurpose(Coded):
    """What the partner is invited for; a closed list, and none of it is to be mended (S2.35, S3.26)."""

    GIVE_OWN_VIEW = "give_own_view", "To give their own view of things"
    HEAR_WHAT_CLIENT_WORKS_ON = "hear_what_client_works_on", "To hear what the client works on"
    ASK_QUESTIONS = "ask_questions", "To ask questions"
    MEET_THE_THERAPIST = "meet_the_therapist", "To meet the therapist"


class InvitationOffer(Coded):
    """What is offered: one visit, or a smaller step (least demand first)."""

    ONE_VISIT = "one_visit", "One visit"
    PHONE_CALL = "phone_call", "One phone call"
    READING_SHEET = "reading_sheet", "A sheet on what the client is learning"


class VisitFormat(Coded):
    """How the partner may take part; somebody who finds speaking hard may choose another way (S4.4)."""

    TOGETHER = "together", "Together with the client"
    ALONE_FIRST = "alone_first", "Alone first"
    PHONE = "phone", "By phone"
    WRITTEN = "written", "In writing"


class InvitationSource(Coded):
    """From whom it comes."""

    CLIENT = "client", "The client wishes it"
    PARTNER_INITIATED = "partner_initiated", "The partner asked to come"


class Delivery(Coded):
    """How it gets to the partner."""

    HAND_OVER = "hand_over", "The client hands it over"
    EMAIL = "email", "The practice sends it by e-mail"
    LETTER = "letter", "The practice sends it as a letter"


class PartnerAnswer(Coded):
    """What the partner said on the page. Nobody is shown which but acceptance (decisions C18)."""

    ACCEPTED = "accepted", "Yes"
    NOT_NOW = "not_now", "Not now"
    NO = "no", "No"
    NEVER = "never", "No, and never contact me"


class VisitClosing(Coded):
    """What came of the visit; in no order of worth (S3.34)."""

    ATTENDED_ONCE = "attended_once", "Came once; that was the visit"
    DECLINED_FURTHER = "declined_further", "Came once and wants no more"
    CONJOINT_REFERRAL = "conjoint_referral", "Both want to go on together; a referral was offered"


class ApprovalMethod(Coded):
    """How the client approved the text."""

    ACCESS_LINK = "access_link", "By an access link"
    IN_ROOM_CODE = "in_room_code", "In the room, by a code"
    SIGNED_PAPER = "signed_paper", "Signed on paper"


class FunnelStage(Coded):
    """How far it came; a client who went further on counts at each."""

    CONSIDERED = "considered", "An invitation was wished for"
    HELD = "held", "Something stood in its way"
    DRAFTED = "drafted", "It was written"
    DELIVERED = "delivered", "It was delivered"
    ACCEPTED = "accepted", "The partner said yes"
    ATTENDED = "attended", "The partner came"


class OtherAnswer(Coded):
    """An answer that was not yes; silence until the time ran out among them. In no order of worth."""

    NOT_NOW = "not_now", "Not now"
    NO = "no", "No"
    NEVER = "never", "Never"
    SILENCE = "silence", "No answer"


VOCABULARIES: tuple[type[Coded], ...] = (
    Hold,
    ShownHold,
    Step,
    InvitationState,
    InvitationPurpose,
    InvitationOffer,
    VisitFormat,
    InvitationSource,
    Delivery,
    PartnerAnswer,
    VisitClosing,
    ApprovalMethod,
    FunnelStage,
    OtherAnswer,
)
for _vocabulary in VOCABULARIES:
    _vocabulary.version = 1
