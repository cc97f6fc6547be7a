"""Vocabulary of visits."""

from __future__ import annotations

from couplesone.kernel.coded import Coded


class CollateralMethod(Coded):
    """How the partner consented to the visit."""

    PAPER_SIGNATURE = "paper_signature", "Signed on paper"
    ELECTRONIC_SIGNATURE = "electronic_signature", "Signed electronically"


VOCABULARIES: tuple[type[Coded], ...] = (CollateralMethod,)
CollateralMethod.version = 1
