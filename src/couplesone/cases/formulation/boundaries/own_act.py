"""Whether what follows a crossed limit is the client's own act (S2.46), in structure and in wording.

Who acts is said, and must be the client; nobody may confirm another. The wording is read by the rules that read
goals, and one more: a goal speaks to the client, so "you" is the client there, but the act that keeps a boundary is
told to the partner, so here "you" is the partner, and so is whoever is told what to do to "me". All of them are
fallible, so a clinician may confirm a sentence that they stop. The limit itself is not judged: it may well say what
the partner does.
"""

from __future__ import annotations

import re
from typing import Any, Final

from couplesone.cases.codes import About
from couplesone.cases.formulation.boundaries.models import Boundary
from couplesone.cases.formulation.errors import BoundaryCommandsPartner
from couplesone.cases.models import Case
from couplesone.cases.wording import WordingConfirmation, names_in, require_clinician, rule_broken
from couplesone.kernel.errors import FieldError
from couplesone.language.own_control import WordingRule
from couplesone.persistence.work import Work

_STRUCTURE = "This must be the client: nobody keeps a boundary by what another does."
_WORDING = "As this is written, somebody else must act; write what the client does."
_YOU_ACT: Final = re.compile(
    r"^\s*you\b|\byou(?:['\u2019](?:ll|d|re)\b| (?:must|will|shall|should|have to|need to|had better|are to)\b)",
    re.I,
)
_MYSELF: Final = re.compile(r"\bI\b")
_TO_ME: Final = re.compile(r"\bme\b", re.I)
_WHEN: Final = re.compile(r"^\s*(?:when|whenever|if|once|as|after|before|should)\b", re.I)


def speaks_to_the_partner(action: str) -> bool:
    """Say whether the sentence tells the partner what to do, as "you", or as whoever is to do something to "me".

    >>> speaks_to_the_partner("You must come home at nine."), speaks_to_the_partner("Stop shouting at me.")
    (True, True)
    >>> speaks_to_the_partner("I tell you that I leave."), speaks_to_the_partner("Go for a walk.")
    (False, False)
    """
    if _YOU_ACT.search(action):
        return True
    return bool(_TO_ME.search(action)) and not _MYSELF.search(action) and not _WHEN.search(action)


def require_client_acts(acting_person: About | None) -> None:
    """Raise BoundaryCommandsPartner, not confirmable, if somebody else than the client acts."""
    if acting_person not in (None, About.CLIENT):
        raise BoundaryCommandsPartner(
            errors=[FieldError("/acting_person", "not_the_client", _STRUCTURE)],
            extra={"confirmable": False},
        )


def settled_wording(
    work: Work, case: Case, action: str, confirmation: WordingConfirmation | None
) -> dict[str, Any]:
    """Return the members of a boundary that say how its action's wording stands.

    Raises BoundaryCommandsPartner, confirmable, if a rule stops it and no clinician confirms it;
    ConfirmationNeedsClinician if somebody else tries to.
    """
    rule = rule_broken(action, names_in(work, case.client_id, case.partner_id))
    if rule is None and speaks_to_the_partner(action):
        rule = WordingRule.PARTNER_IS_SUBJECT
    if rule is None:
        return {"wording_rule": None, "wording_confirmed_by": None, "wording_confirmed_reason": None}
    if confirmation is None:
        raise BoundaryCommandsPartner(
            errors=[FieldError("/my_action_if_crossed", rule.value, _WORDING)], extra={"confirmable": True}
        )
    require_clinician(work)
    return {
        "wording_rule": rule.value,
        "wording_confirmed_by": work.staff_id,
        "wording_confirmed_reason": confirmation.reason,
    }


def note_confirmation(work: Work, boundary: Boundary) -> None:
    """Note for the audit trail that a clinician confirmed the wording of a boundary, if one did."""
    if boundary.wording_rule is not None:
        work.audit("boundary_wording_confirmed", boundary.id)
