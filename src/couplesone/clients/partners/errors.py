"""What can go wrong with partners."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict


class PartnerInError(Conflict):
    """The partner, or the relationship, was marked as entered in error and does not change any more."""

    code = "partner_in_error"
    title = "This entry was marked as an error"
    detail = "The partner or relationship is kept but does not change any more; enter a new one instead."
