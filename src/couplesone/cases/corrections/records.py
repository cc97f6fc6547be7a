"""What every table of corrections has."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import ClinicalItem
from couplesone.persistence.columns import EncryptedText, UtcDateTime


class CorrectionRecord(ClinicalItem):
    """What a record said before it was corrected, by whom, when and why; each table adds the key of its records."""

    __abstract__ = True

    before = EncryptedText[str]()
    reason = EncryptedText[str]()
    corrected_at: Mapped[datetime] = mapped_column(UtcDateTime)
