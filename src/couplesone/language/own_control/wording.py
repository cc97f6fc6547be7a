"""Whose conduct a goal's sentence needs: the half of the own-control check that reads words.

A sentence is cut into words (`reading`), the words into clauses (`clauses`). The rules read the clauses that
say what the goal is: who acts (`subjects`), what turns out by itself (`outcomes`), who is brought to what
(`reaching`, `pressing`), what only the partner can give (`receiving`), what is named instead of done (`naming`).
Other clauses say what it is for or on what condition (`circumstances`). Clauses that say when, why or about
what are context and raise no alarm.
"""

from collections.abc import Callable, Iterable

from couplesone.language.own_control.circumstances import aim, depends, hindrance, is_topic, sets_the_scene
from couplesone.language.own_control.clauses import Clause, Role, split
from couplesone.language.own_control.naming import thing
from couplesone.language.own_control.outcomes import outcome
from couplesone.language.own_control.pressing import pressure
from couplesone.language.own_control.reaching import causation, conviction, relative
from couplesone.language.own_control.reading import read
from couplesone.language.own_control.receiving import joint, response
from couplesone.language.own_control.structure import Person
from couplesone.language.own_control.subjects import subject, wish
from couplesone.language.own_control.verdicts import WordingRule

_Rule = Callable[[Clause], WordingRule | None]

_OWN_CLAUSE: tuple[_Rule, ...] = (
    subject, outcome, wish, causation, conviction, pressure, response, joint, depends, thing,
)  # fmt: skip


def wording_alarm(
    sentence: str, *, partner_names: Iterable[str] = (), client_names: Iterable[str] = ()
) -> WordingRule | None:
    """Name the first rule by which a goal's sentence is not the client's own conduct, or None.

    :param sentence: the goal in plain English; read up to `reading.LONGEST_SENTENCE` characters.
    :param partner_names: names by which the sentence may call the partner; whole words, in any case.
    :param client_names: names by which the sentence may call the client.

    Sources: S0.15 and S2.42 (only one's own conduct is controllable), S3.22 (no partner as subject),
    S2.33 (no proving or convincing).

    >>> wording_alarm("Get him to come to a session.")
    <WordingRule.CAUSES_PARTNER_TO_ACT: 'causes_partner_to_act'>
    >>> wording_alarm("When he goes silent I wait twenty minutes.") is None
    True
    """
    clauses = split(read(sentence, partner_names=partner_names, client_names=client_names))
    only_context = all(clause.role is Role.CONTEXT for clause in clauses)
    for clause in clauses:
        for rule in _rules(clause, only_context=only_context):
            if found := rule(clause):
                return found
    return None


def _rules(clause: Clause, *, only_context: bool) -> tuple[_Rule, ...]:
    if clause.role is Role.AIM:
        return (aim,)
    if clause.role is not Role.MAIN and not only_context:
        return (hindrance, relative)
    if is_topic(clause) or sets_the_scene(clause):
        return ()
    return _OWN_CLAUSE if clause.actor in (None, Person.CLIENT) else (subject,)
