"""The own-control check on what is about to be stored: which text is read by which rules."""

from __future__ import annotations

from uuid import UUID

import pytest

from couplesone.cases import wording
from couplesone.cases.wording import ConfirmationNeedsClinician, Names, names_in
from couplesone.kernel.errors import FieldError
from couplesone.kernel.permissions import Role
from couplesone.kernel.principal import ActorKind, Principal
from couplesone.language.own_control import Person, WordingRule
from couplesone.persistence.work import Work
from couplesone.plans.codes import GoalPerson
from couplesone.plans.conduct import Part, Wording, settle_wording, structure_findings, wording_findings
from couplesone.plans.models import Goal
from support.papers import Chart
from support.world import World

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


def test_a_phrase_keeps_the_alarm_that_it_raises_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def judge(text: str, **names: object) -> WordingRule | None:
        return None if text.startswith("More ") else WordingRule.PARTNER_IS_SUBJECT

    monkeypatch.setattr(wording, "wording_alarm", judge)
    assert alarm("his patience", Part.PHRASE) == "partner_is_subject"


def test_a_text_is_a_sentence_unless_it_is_said_to_be_something_else() -> None:
    assert Wording("/title", "I stay calm").part is Part.SENTENCE


def test_the_two_are_known_by_their_whole_names_and_by_the_first_word(world: World, chart: Chart) -> None:
    with world.works.open(world.home.id) as work:
        names = names_in(work, chart.client_id, chart.partner_id)
        assert (names.partner, set(names.client)) == (("Tobias Lang", "Tobias"), {"Mara"})
        assert names_in(work, chart.client_id, None).partner == ()


FOUND = [FieldError("/title", "partner_is_subject", "a"), FieldError("/indicator", "needs_both", "b")]


def settle(work: Work, chart: Chart, goal_id: str, kind: ActorKind, role: Role) -> Goal:
    staff_id = chart.world.home.people[role.value].id
    work.actor = Principal(kind, chart.world.home.id, staff_id, None, frozenset({role}))
    goal = work.get(Goal, UUID(goal_id))
    settle_wording(work, goal, "goal", FOUND, "She means herself.", {"/title"})
    return goal


def test_a_confirmation_keeps_the_first_rule_and_who_confirmed_it(world: World, chart: Chart) -> None:
    goal_id = chart.goal()
    with world.works.open(world.home.id) as work:
        goal = settle(work, chart, goal_id, ActorKind.STAFF, Role.THERAPIST)
        assert goal.wording_rule == "partner_is_subject"
        assert goal.wording_confirmed_by == world.home.people["therapist"].id
        assert goal.wording_confirmed_reason == "She means herself."


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        *((ActorKind.STAFF, role) for role in Role if role is not Role.THERAPIST),
        (ActorKind.API_KEY, Role.THERAPIST),
        (ActorKind.SYSTEM, Role.THERAPIST),
    ],
)
def test_nobody_but_a_therapist_in_person_confirms(
    world: World, chart: Chart, kind: ActorKind, role: Role
) -> None:
    goal_id = chart.goal()
    with world.works.open(world.home.id) as work, pytest.raises(ConfirmationNeedsClinician):
        settle(work, chart, goal_id, kind, role)
