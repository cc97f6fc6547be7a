"""What can go wrong with access links."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict, Forbidden, NotFound


class LinkNotValid(NotFound):
    """Unknown, wrong, used, expired, revoked, or of a case that ended: whoever holds it learns nothing finer."""

    code = "link_not_valid"
    title = "This page is no longer open"
    detail = "The address or the code does not open anything now."


class AccessLinkEnded(Conflict):
    """The link was used or revoked, or its time is over."""

    code = "access_link_ended"
    title = "This link has ended already"
    detail = "It was used, revoked or locked, or its time is over; make a new one if it is still wanted."


class LinkNeedsPerson(Forbidden):
    """Only somebody who signed in may hand out a link with which a client decides, approves or signs."""

    code = "link_needs_person"
    title = "A script may not hand out this link"
    detail = "A link for a decision, an approval or a signature is made by a person who signed in."


class PurposeNotServed(Conflict):
    """This version has no page for the purpose."""

    code = "purpose_not_served"
    title = "There is no page for this yet"
    detail = "Links open pages for check-ins, measures, decisions and the approval of a text; for this there is none."


class ScreenNotByLink(Conflict):
    """Screens for violence (HARK, HITS, WAST, PVS) are taken by a clinician with the client alone."""

    code = "screen_not_by_link"
    title = "A safety screen is never taken by link"
    detail = (
        "Nobody knows who looks on where a page is opened. Ask in person with the client alone, or by phone after "
        "asking whether it is safe to talk, and record it as a safety screen."
    )


class ChannelNotSafe(Conflict):
    """The client has not said that contact through this channel is safe."""

    code = "channel_not_safe"
    title = "The client has not said that this channel is safe"
    detail = (
        "A link is sent only through a channel that the client allowed; ask and record it as safe contact, "
        "or show a code in the room, which is sent nowhere."
    )
