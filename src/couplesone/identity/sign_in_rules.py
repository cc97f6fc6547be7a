"""What signing in goes by: the hasher, and the settings about sign-ins. The wiring hands it in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, Self

from couplesone.identity.passwords import PasswordHasher
from couplesone.kernel.settings import Settings

SIGN_IN_RULES: Final = "sign_in_rules"
"""The name under which the rules are among the extras of the Works."""


@dataclass(frozen=True, slots=True)
class SignInRules:
    """How passwords are hashed, how many may be wrong, and how long a sign-in lives."""

    hasher: PasswordHasher
    attempts: int
    lifetime: timedelta
    idle: timedelta

    @classmethod
    def of(cls, settings: Settings, hasher: PasswordHasher | None = None) -> Self:
        """Return the rules that the settings make."""
        return cls(
            hasher=hasher or PasswordHasher(),
            attempts=settings.sign_in_attempts,
            lifetime=timedelta(hours=settings.sign_in_hours),
            idle=timedelta(minutes=settings.sign_in_idle_minutes),
        )


def rules_among(extras: Mapping[str, Any]) -> SignInRules:
    """Return the rules that the wiring put among the extras."""
    rules = extras[SIGN_IN_RULES]
    assert isinstance(rules, SignInRules)
    return rules
