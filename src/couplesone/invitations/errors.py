"""What can go wrong with invitations."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict, Stale


class InvitationHeld(Conflict):
    """Something stands in the way; ``extra["holds"]`` lists all of it."""

    code = "invitation_held"
    title = "The invitation is held"
    detail = "Something stands in the way of it now; holds says what, since when, and what would clear it."


class InvitationTransitionRefused(Conflict):
    """The invitation cannot go there from where it stands."""

    code = "invitation_transition_refused"
    title = "The invitation cannot do that now"
    detail = "From where it stands this is not possible; its actions say what is."


class InvitationOpen(Conflict):
    """The case has an invitation under way already."""

    code = "invitation_open"
    title = "An invitation is under way already"
    detail = "A case has one invitation at a time; go on with it, or withdraw it."


class InvitationTextChanged(Stale):
    """The words are not those that were read."""

    code = "invitation_text_changed"
    title = "The words have changed"
    detail = "The invitation does not say any more what was read; read it again before you agree to it."


class NothingToOverride(Conflict):
    """The hold does not stand, or no one may override it."""

    code = "hold_not_overridable"
    title = "This hold cannot be overridden"
    detail = (
        "Only pressure and a partner's decision to leave can be, while they stand; nothing else in any role."
    )


class PartnerMissing(Conflict):
    """The case names no partner, so nobody can be invited."""

    code = "case_names_no_partner"
    title = "The case names no partner"
    detail = "Say of the case who the partner is before you write to them."


class PartnerEventNotUsable(Conflict):
    """The event is not one in which the partner, of their own accord, asked to come; or it was used, or is too old."""

    code = "partner_event_not_usable"
    title = "This event does not open an invitation"
    detail = (
        "It takes an event of its own day in which the partner, of their own accord, asked to come: after an earlier "
        "invitation, not used for one yet, and not too long ago."
    )


class NothingToApprove(Conflict):
    """The case has no invitation that waits for approval."""

    code = "nothing_to_approve"
    title = "There is nothing to approve"
    detail = "Write an invitation first; the client then approves its very words."
