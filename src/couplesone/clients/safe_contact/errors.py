"""What can go wrong with safe contact."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict


class NewerWishRecorded(Conflict):
    """What the client said later is on file already."""

    code = "newer_wish_recorded"
    title = "The client said something newer"
    detail = "A wish for this channel with a later confirmed_on is on file; an older one does not replace it."
