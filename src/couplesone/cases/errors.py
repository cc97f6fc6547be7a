"""What can go wrong with cases."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict


class CaseClosed(Conflict):
    """The case is closed, or entered in error: nothing in it changes any more."""

    code = "case_closed"
    title = "The case is closed"
    detail = (
        "Nothing is recorded in a case that is closed or entered in error; "
        "reopening a closed one starts a new, linked episode."
    )


class CaseTransitionRefused(Conflict):
    """The case cannot go from its status to the one asked for."""

    code = "case_transition_refused"
    title = "The case cannot do that now"
    detail = "The case's actions list what it can do from its present status."


class ItemInError(Conflict):
    """The item was marked as entered in error and does not change any more."""

    code = "item_in_error"
    title = "This entry was marked as an error"
    detail = "It is kept but does not change any more; record a new entry instead."


class CaseAlreadyReopened(Conflict):
    """The closed case has a next episode already."""

    code = "case_already_reopened"
    title = "The case was reopened already"
    detail = "A new episode follows this closed case already; next_case_id names it."


class RefusalReasonExists(Conflict):
    """The refusal has this reason from the same source already."""

    code = "refusal_reason_exists"
    title = "This reason is recorded already"
    detail = (
        "A refusal holds each reason once from each source; mark the earlier entry as an error to replace it."
    )


class NotAConjointPart(Conflict):
    """The case is not a client's part of a conjoint case."""

    code = "not_a_conjoint_part"
    title = "This case is no part of a conjoint case"
    detail = "Goals of the work alone are taken along into the client's own part of a conjoint case."
