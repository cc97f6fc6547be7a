"""Types that several features of this room use."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from couplesone.kernel.errors import Problem
from couplesone.web.schemas import Action

SignInAddress = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, to_lower=True, max_length=254, pattern=r"^[^@\s\x00-\x1f]+@[^@\s\x00-\x1f]+$"
    ),
]
"""The e-mail address with which somebody signs in; kept in small letters."""
Password = Annotated[str, Field(min_length=1, max_length=1024, repr=False)]
"""A password, as received."""


def action(name: str, refusal: type[Problem] | None) -> Action:
    """Return whether an operation is allowed now, or what it would answer."""
    return Action(
        action=name,
        allowed=refusal is None,
        code=refusal.code if refusal else None,
        reason=refusal.detail if refusal else None,
    )
