"""What can go wrong with finding clients."""

from __future__ import annotations

from couplesone.kernel.errors import Invalid


class TooManyToSort(Invalid):
    """Names are sealed, so sorting by name opens each of them; there are too many."""

    code = "too_many_to_sort"
    title = "Too many clients to sort by name"
    detail = (
        "More than 5,000 clients match. Narrow the list with q, status or care_team, or sort by created_at."
    )
