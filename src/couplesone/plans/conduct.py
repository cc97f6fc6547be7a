"""The own-control check on what somebody is about to store: goals, steps and experiments (invariant 1).

Structure comes first: when anybody but the client acts or is measured, the goal is refused, and nobody may confirm
it. Then wording. Which rule counts where:

========  ==========================================  ======================================================
part      texts                                       judged
========  ==========================================  ======================================================
sentence  title, objective, strategy, experiment      as written, by every rule
phrase    each of ``less``, ``more``, ``instead_of``  as written, and after the word "More", by every rule
outcome   indicator, the five level texts             as written; only when the partner, or the two together,
                                                      are who acts
========  ==========================================  ======================================================

The context is not judged: it says when, and may well begin with what the partner does. An outcome may tell what
others would notice, but a level that is reached by the partner's conduct would measure the partner.
The wording rules are fallible, so a clinician may confirm a text that they stop; the rule, who confirmed it, and
why are kept with it. Sources: S0.15, S2.33, S2.42, S3.22.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import Enum
from typing import NamedTuple

from couplesone.cases.wording import Names, require_clinician, rule_broken
from couplesone.kernel.errors import FieldError
from couplesone.language.own_control import Person, WordingRule, structure_alarm
from couplesone.persistence.work import Work
from couplesone.plans.codes import GoalPerson
from couplesone.plans.errors import GoalOutsideOwnControl
from couplesone.plans.experiments.models import Experiment
from couplesone.plans.models import Goal, Objective, Strategy

Judged = Goal | Objective | Strategy | Experiment
"""What keeps with it how its wording stands."""


class Part(Enum):
    """What a text is in a goal, and so which rules read it."""

    SENTENCE = "sentence"
    PHRASE = "phrase"
    OUTCOME = "outcome"


class Wording(NamedTuple):
    """A text to be judged, and where it stands in the request."""

    pointer: str
    text: str
    part: Part = Part.SENTENCE


_ACTS_IN_OUTCOME = frozenset({WordingRule.PARTNER_IS_SUBJECT, WordingRule.NEEDS_BOTH})
_NOT_THE_CLIENT = (
    "This must be the client: a goal is the client's own conduct, and nobody may confirm another."
)


def structure_findings(acting: GoalPerson, measured: GoalPerson) -> list[FieldError]:
    """Return which of the two is not the client; empty when both are."""
    if not structure_alarm(Person(acting.value), Person(measured.value)):
        return []
    persons = {"/acting_person": acting, "/measured_person": measured}
    return [
        FieldError(pointer, "not_the_client", _NOT_THE_CLIENT)
        for pointer, person in persons.items()
        if person is not GoalPerson.CLIENT
    ]


def wording_findings(texts: Iterable[Wording], names: Names) -> list[FieldError]:
    """Return the texts that are not, or may not be, the client's own conduct: the rule and why, text by text."""
    return [
        FieldError(wording.pointer, rule.value, rule.explanation)
        for wording in texts
        if (rule := _alarm(wording, names)) is not None
    ]


def require_own_structure(acting: GoalPerson, measured: GoalPerson) -> None:
    """Raise GoalOutsideOwnControl, not confirmable, unless the client both acts and is measured."""
    if findings := structure_findings(acting, measured):
        raise GoalOutsideOwnControl(errors=findings, extra={"confirmable": False})


def settle_wording(
    work: Work,
    record: Judged,
    kind: str,
    findings: list[FieldError],
    reason: str | None,
    fresh: Collection[str],
) -> None:
    """Note on the record, which has its id, how its wording stands.

    ``fresh`` are the pointers of texts that nobody confirmed yet. A finding there needs a ``reason`` by a clinician,
    otherwise GoalOutsideOwnControl, confirmable. Without any finding an earlier confirmation falls away.
    """
    if any(finding.pointer in fresh for finding in findings):
        _confirm(work, record, kind, findings, reason)
    elif not findings:
        record.wording_rule = record.wording_confirmed_by = record.wording_confirmed_reason = None


def _confirm(work: Work, record: Judged, kind: str, findings: list[FieldError], reason: str | None) -> None:
    if reason is None:
        raise GoalOutsideOwnControl(errors=findings, extra={"confirmable": True})
    require_clinician(work)
    record.wording_rule = findings[0].code
    record.wording_confirmed_by = work.staff_id
    record.wording_confirmed_reason = reason
    work.audit(f"{kind}_wording_confirmed", record.id)


def _alarm(wording: Wording, names: Names) -> WordingRule | None:
    rule = rule_broken(wording.text, names)
    if wording.part is Part.OUTCOME:
        return rule if rule in _ACTS_IN_OUTCOME else None
    if rule is None and wording.part is Part.PHRASE:
        return rule_broken(f"More {wording.text}", names)
    return rule
