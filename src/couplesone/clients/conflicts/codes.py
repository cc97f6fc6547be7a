"""Vocabularies of conflicts of interest."""

from __future__ import annotations

from couplesone.kernel.coded import Coded


class IdentityKind(Coded):
    """By what two records may be found to be one person."""

    NAME_AND_BIRTH_DATE = "name_and_birth_date", "Name and birth date"
    EMAIL = "email", "E-mail address"
    PHONE = "phone", "Phone number"


class ConflictState(Coded):
    """What was made of a conflict of interest."""

    OPEN = "open", "Not looked at yet"
    CLEARED = "cleared", "Cleared by the clinical lead"
    DECLARED = "declared", "Declared: the practice has one clinician"
    ROLE_CHANGE = "role_change", "Both go on together, and both consented in writing"


VOCABULARIES: tuple[type[Coded], ...] = (IdentityKind, ConflictState)
for _vocabulary in VOCABULARIES:
    _vocabulary.version = 1
