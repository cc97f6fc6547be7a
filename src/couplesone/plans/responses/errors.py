"""What can go wrong with system responses."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict


class NothingToReview(Conflict):
    """The response opened no readiness review, or it was settled already."""

    code = "nothing_to_review"
    title = "There is no readiness review to settle"
    detail = "Only a sign of interest or of a shared effort opens a readiness review, and it is settled once."
