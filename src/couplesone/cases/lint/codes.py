"""What the lint looks for."""

from __future__ import annotations

from couplesone.kernel.coded import Coded


class UnderminingCategory(Coded):
    """A kind of statement that undermines a relationship when a therapist makes it (Doherty & Harris 2022; S3.18)."""

    PARTNER_NEVER_CHANGES = "partner_never_changes", "That the partner will never change"
    PARTNER_HAS_DISORDER = "partner_has_disorder", "That the partner has a disorder"
    PARTNER_BAD_MOTIVES = "partner_bad_motives", "That the partner means badly"
    DOOMED_FROM_START = "doomed_from_start", "That there was never a chance"
    BEYOND_REPAIR = "beyond_repair", "That nothing can be mended"
    ENDING_IS_BEST = "ending_is_best", "That ending it would be best"


class LintCode(Coded):
    """A kind of wording that the lint points at; the first six are the undermining statements."""

    PARTNER_NEVER_CHANGES = "partner_never_changes", UnderminingCategory.PARTNER_NEVER_CHANGES.label
    PARTNER_HAS_DISORDER = "partner_has_disorder", UnderminingCategory.PARTNER_HAS_DISORDER.label
    PARTNER_BAD_MOTIVES = "partner_bad_motives", UnderminingCategory.PARTNER_BAD_MOTIVES.label
    DOOMED_FROM_START = "doomed_from_start", UnderminingCategory.DOOMED_FROM_START.label
    BEYOND_REPAIR = "beyond_repair", UnderminingCategory.BEYOND_REPAIR.label
    ENDING_IS_BEST = "ending_is_best", UnderminingCategory.ENDING_IS_BEST.label
    PARTNER_LABEL = "partner_label", "A label instead of what was done"
    LACK_OF_CARE = "lack_of_care", "That refusing means not caring"
    PROXY_DIAGNOSIS = "proxy_diagnosis", "A diagnosis of somebody who was not examined"
    SIDE_TAKING = "side_taking", "Taking a side"
    COMMISERATION = "commiseration", "Commiseration"
    PROVED_OR_CONVINCED = "proved_or_convinced", "Proving or convincing"
    AMMUNITION = "ammunition", "Words for a court"


VOCABULARIES: tuple[type[Coded], ...] = (UnderminingCategory, LintCode)
for _vocabulary in VOCABULARIES:
    _vocabulary.version = 1
