"""Routes of the lint."""

from __future__ import annotations

from couplesone.cases.lint.reading import warnings_in
from couplesone.cases.lint.schemas import LintAsk, LintOut
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router

router = Router("lint")


@router.ask("/v1/lint", permission=Permission.CASE_WRITE, audited=False)
def lint_text(work: Work, body: LintAsk) -> LintOut:  # noqa: ARG001 - every operation is handed its work
    """Ask for hints on a wording: labels, sides, commiseration, words for a court; nothing is stored or blocked."""
    return LintOut.model_validate({"warnings": warnings_in(body.text)})
