"""Vocabularies of secrets."""

from __future__ import annotations

from couplesone.kernel.coded import Coded


class SecretHolder(Coded):
    """Whose secret it is."""

    CLIENT = "client", "The client"
    PARTNER = "partner", "The partner"
    THIRD_PARTY = "third_party", "Somebody else"


class SecretKind(Coded):
    """What a secret is about."""

    OTHER_RELATIONSHIP = "other_relationship", "Another relationship"
    INTENTION_TO_LEAVE = "intention_to_leave", "An intention to leave"
    MONEY = "money", "Money"
    SUBSTANCE_USE = "substance_use", "Substance use"
    HEALTH = "health", "Health"
    SEXUALITY = "sexuality", "Sexuality"
    FAMILY = "family", "Family or children"
    PAST = "past", "Something from the past"
    OTHER = "other", "Something else"


class SecretState(Coded):
    """How a secret stands."""

    OPEN = "open", "Open"
    RESOLVED_DISCLOSED = "resolved_disclosed", "Its holder disclosed it"
    RESOLVED_KEPT = "resolved_kept", "It stays with its holder, by decision"
    RESOLVED_NO_LONGER_RELEVANT = "resolved_no_longer_relevant", "It does not matter any more"


VOCABULARIES: tuple[type[Coded], ...] = (SecretHolder, SecretKind, SecretState)
for _vocabulary in VOCABULARIES:
    _vocabulary.version = 1
