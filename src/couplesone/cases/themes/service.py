"""Theme tags of a case."""

from __future__ import annotations

from couplesone.cases.kinds.service import ItemService
from couplesone.cases.themes.models import ThemeTag


class ThemeTagService(ItemService[ThemeTag]):
    """Theme tags of a case."""

    kind = ThemeTag
