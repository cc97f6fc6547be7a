"""The own-control check on what is about to be stored: which text is read by which rules."""

from __future__ import annotations

import pytest

from couplesone.cases.wording import Names
from couplesone.language.own_control import Person
from couplesone.plans.codes import GoalPerson
from couplesone.plans.conduct import Part, Wording, structure_findings, wording_findings

NAMES = Names(partner=("Tobias Lang", "Tobias"), client=("Mara",))


def alarm(text: str, part: Part) -> str | None:
    found = wording_findings([Wording("/here", text, part)], NAMES)
    assert all(finding.pointer == "/here" and finding.detail.endswith(".") for finding in found)
    return found[0].code if found else None


def test_the_vocabulary_knows_the_persons_of_the_rules() -> None:
    assert [person.value for person in GoalPerson] == [person.value for person in Person]


@pytest.mark.row("S2.42")
@pytest.mark.parametrize("acting", GoalPerson)
@pytest.mark.parametrize("measured", GoalPerson)
def test_only_the_client_acts_and_is_measured(acting: GoalPerson, measured: GoalPerson) -> None:
    found = {finding.pointer for finding in structure_findings(acting, measured)}
    persons = {"/acting_person": acting, "/measured_person": measured}
    assert found == {pointer for pointer, person in persons.items() if person != "client"}


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize(
    "text", ["I stay calm", "Staying in the room when he raises his voice", "Asking Tobias how his day was"]
)
def test_own_conduct_raises_no_alarm(text: str, part: Part) -> None:
    assert alarm(text, part) is None


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("text", ["Tobias listens to me", "Tobias Lang listens to me", "He listens to me"])
def test_the_partner_is_never_the_subject(text: str, part: Part) -> None:
    assert alarm(text, part) == "partner_is_subject"


@pytest.mark.parametrize("part", Part)
def test_what_the_two_do_together_is_no_goal(part: Part) -> None:
    assert alarm("We talk calmly once a week", part) == "needs_both"


@pytest.mark.parametrize("text", ["Make him apologise", "Getting respect from Tobias"])
def test_an_outcome_is_judged_only_by_who_acts_in_it(text: str) -> None:
    assert alarm(text, Part.OUTCOME) is None
    assert alarm(text, Part.SENTENCE) is not None
    assert alarm(text, Part.PHRASE) is not None


def test_a_phrase_is_read_as_more_of_it_too() -> None:
    assert alarm("sulking from Tobias", Part.SENTENCE) is None
    assert alarm("sulking from Tobias", Part.PHRASE) == "partner_must_respond"
