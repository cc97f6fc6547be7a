"""Vocabularies: closed lists of codes with labels that a front end can show."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Self


class Coded(StrEnum):
    """A vocabulary: each member is a code with a label, written ``NAME = "code", "Label"``.

    The class attribute ``version`` grows by one whenever a code or a label changes.
    """

    label: str
    version: ClassVar[int]

    def __new__(cls, code: str, label: str = "") -> Self:
        """Make a member that equals its code and carries its label."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label or code.replace("_", " ").capitalize()
        return member
