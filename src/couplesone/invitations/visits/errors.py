"""What can go wrong with visits."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict


class CollateralConsentMissing(Conflict):
    """The partner has not consented to the visit."""

    code = "collateral_consent_missing"
    title = "The partner has not consented to the visit"
    detail = "Before the visit the partner signs what it is and is not: who the client is, what is recorded. File it."


class CollateralConsentExists(Conflict):
    """The consent was filed already."""

    code = "collateral_consent_exists"
    title = "The consent was filed already"
    detail = "One consent is filed for a visit; mark the wrong one as entered in error."
