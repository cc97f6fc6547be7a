"""The lists of codes and problems that front ends show: one route each, filled in by the wiring."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from couplesone.kernel.coded import Coded
from couplesone.kernel.errors import Problem
from couplesone.web.routing import Router
from couplesone.web.schemas import Output


class Code(Output):
    """A code and what to show for it."""

    code: str
    label: str


class VocabularyOut(Output):
    """A closed list of codes; ``version`` grows when it changes."""

    name: str
    version: int
    description: str
    codes: list[Code]


class Vocabularies(Output):
    """Every vocabulary of the API."""

    items: list[VocabularyOut]


class ProblemCode(Output):
    """A problem that the API may answer, and what it means."""

    code: str
    status: int
    title: str
    detail: str


class ProblemCodes(Output):
    """Every problem code of the API."""

    items: list[ProblemCode]


def snake(name: str) -> str:
    """Return the snake_case form of a class name."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


def router_for(vocabularies: Sequence[type[Coded]]) -> Router:
    """Return the routes that list the given vocabularies and all known problems."""
    router = Router("vocabularies")

    @cache
    def listing() -> Vocabularies:
        return Vocabularies(
            items=[
                VocabularyOut(
                    name=snake(vocabulary.__name__),
                    version=vocabulary.version,
                    description=(vocabulary.__doc__ or "").strip(),
                    codes=[Code(code=member.value, label=member.label) for member in vocabulary],
                )
                for vocabulary in vocabularies
            ]
        )

    @router.read("/v1/vocabularies", public="codes and labels are about nobody")
    def list_vocabularies() -> Vocabularies:
        """List every vocabulary with its codes, labels and version."""
        return listing()

    @router.read("/v1/problem-codes", public="the meaning of an answer is no secret")
    def list_problem_codes() -> ProblemCodes:
        """List every problem code with its status and meaning."""
        known = sorted(Problem.known.items())
        return ProblemCodes(
            items=[
                ProblemCode(code=code, status=kind.status, title=kind.title, detail=kind.detail)
                for code, kind in known
            ]
        )

    return router
