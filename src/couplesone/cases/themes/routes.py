"""Routes of theme tags."""

from __future__ import annotations

from couplesone.cases.kinds.routes import ItemKind, router_of
from couplesone.cases.themes.schemas import ThemeTagChange, ThemeTagCreate, ThemeTagOut
from couplesone.cases.themes.service import ThemeTagService

router = router_of(
    ItemKind(
        noun="theme_tag",
        plural="theme_tags",
        service=ThemeTagService,
        create=ThemeTagCreate,
        change=ThemeTagChange,
        out=ThemeTagOut,
        recorded="Tag a theme that the clinician hears; it stays among clinicians and leaves in no export.",
    )
)
