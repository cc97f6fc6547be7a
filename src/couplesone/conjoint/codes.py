"""Vocabularies of conjoint work."""

from __future__ import annotations

from couplesone.kernel.coded import Coded


class ReferralOrigin(Coded):
    """Out of what the wish to go on together came."""

    VISIT = "visit", "A visit closed with it"
    PARTNER_ASKED = "partner_asked", "The partner asked to come"


class ReferredTo(Coded):
    """Who is to work with both; another therapist unless there are reasons in writing."""

    ANOTHER_THERAPIST = "another_therapist", "Another therapist"
    SAME_THERAPIST = "same_therapist", "The client's own therapist"


class ConjointStatus(Coded):
    """Where a conjoint case stands."""

    OPEN = "open", "Open"
    CLOSED = "closed", "Closed"


class Missing(Coded):
    """What is missing before anything joint is recorded. Of whom, and why, is told by neither."""

    NO_SECRETS_AGREEMENT = "no_secrets_agreement", "Both have to sign the same no-secrets agreement"
    SAFETY = "safety", "Each has to be screened alone, with nothing found"


class SignedBy(Coded):
    """How a paper was signed."""

    PAPER_SIGNATURE = "paper_signature", "Signed on paper"
    ELECTRONIC_SIGNATURE = "electronic_signature", "Signed electronically"


VOCABULARIES: tuple[type[Coded], ...] = (ReferralOrigin, ReferredTo, ConjointStatus, Missing, SignedBy)
for _vocabulary in VOCABULARIES:
    _vocabulary.version = 1
