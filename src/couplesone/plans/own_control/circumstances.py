"""Clauses beside the one that says what the goal is: occasions, purposes, conditions."""

from couplesone.plans.own_control import lexicon as lex
from couplesone.plans.own_control.clauses import Clause, Role, dropped, is_adverb, is_gerund
from couplesone.plans.own_control.reading import word_at
from couplesone.plans.own_control.receiving import is_done_to_client
from couplesone.plans.own_control.structure import Person
from couplesone.plans.own_control.verdicts import WordingRule


def is_topic(clause: Clause) -> bool:
    """Tell whether a clause only names what the next is about ("Our evenings: ...")."""
    return clause.ended_by == ":" and len(clause.words) <= 2


def sets_the_scene(clause: Clause) -> bool:
    """Tell an occasion from a goal: "she shouts and I leave", "we quarrel and I leave", "he may sulk"."""
    verbs = clause.predicate
    if clause.actor in (None, Person.CLIENT):
        return False
    if any(word.text in lex.PERMITS for word in verbs[:2]):
        return True
    reply = clause.after
    while reply is not None and reply.role is Role.CONTEXT:
        reply = reply.after
    if reply is None or reply.actor is not Person.CLIENT or reply.role is Role.CONTENT:
        return False
    if not verbs or clause.ended_by == "?" or reply.marker == "so":
        return True
    if any(dropped(clause.predicate)) or any(word.text in lex.CALLS_FOR for word in verbs):
        return False
    return reply.steps_back or any(word.of(lex.HARMS) for word in verbs)


def aim(clause: Clause) -> WordingRule | None:
    """Refuse "so that he listens", "until she gives in", not "so that he can sleep", "until she is done"."""
    if clause.actor not in (Person.PARTNER, Person.BOTH):
        return None
    predicate = [word for word in clause.predicate if not is_adverb(word)]
    if clause.marker in lex.WAITING:
        pressed = clause.before is not None and any(word.of(lex.PRESSURES) for word in clause.before.words)
        yields = any(word.of(lex.YIELDS_AT_LAST) for word in predicate)
        argued = clause.before is not None and any(spot.word.of(lex.EXPLAINS) for spot in clause.before.spots)
        turns = any(word.text in lex.ARRIVES or word.of(lex.TURNS) for word in predicate)
        yields = yields and not any(word.text in lex.ARRIVES for word in predicate)
        alarm = pressed or yields or (argued and not turns and not word_at(predicate, 0).of({"be"}))
    else:
        alarm = not _benefits(clause) or any(word.of(lex.YIELDS) for word in predicate)
    return WordingRule.AIMS_AT_PARTNER_CHANGE if alarm else None


def _benefits(clause: Clause) -> bool:
    """Tell a service from a change: "(so that she) can sleep", "knows where I am", "does not have to ask"."""
    first, second, third = (word_at(clause.predicate, at) for at in range(3))
    if first.text in lex.DO:
        return second.text == "not" and third.text in ("have", "need")
    return first.text in lex.BENEFITS and second.text not in ("not", "to")


def depends(clause: Clause) -> WordingRule | None:
    """Refuse "I have succeeded when he ...", "I don't have to ask twice", "I don't have to, because he does"."""
    if clause.followed_by(lex.WHENS, Person.PARTNER) and any(word.of(lex.SUCCESSES) for word in clause.words):
        return WordingRule.AIMS_AT_PARTNER_CHANGE
    for spot in clause.spots:
        if spot.drop and spot.word.text == "the_only_one" and clause.followed_by({"who"}):
            return WordingRule.NEEDS_BOTH
        spared = spot.drop and spot.word.of(lex.HAVE_TO) and spot.next_text == "to"
        reminds = word_at(spot.rest, 1).of(lex.REMINDS)
        if spared and (reminds or clause.followed_by({"because"}, Person.PARTNER)):
            return WordingRule.AIMS_AT_PARTNER_CHANGE
    return None


def _is_withheld(clause: Clause) -> bool:
    """Tell "(I won't give in) before she admits it": the client waits for the partner to yield."""
    return (
        clause.actor is Person.PARTNER
        and clause.before is not None
        and any(spot.drop for spot in clause.before.spots)
        and any(word.of(lex.YIELDS_AT_LAST) for word in clause.predicate)
        and not any(word.text in lex.ARRIVES for word in clause.predicate)
    )


def hindrance(clause: Clause) -> WordingRule | None:
    """Refuse "without him rolling his eyes", "without being interrupted by her", not "without her asking"."""
    first, second = clause.words[0], word_at(clause.words, 1)
    if clause.marker == "before" and _is_withheld(clause):
        return WordingRule.AIMS_AT_PARTNER_CHANGE
    if clause.marker in lex.BARGAINING and clause.actor is Person.PARTNER:
        struck = any(word.of(lex.BARGAINS) for word in clause.predicate)
        return WordingRule.AIMS_AT_PARTNER_CHANGE if struck else None
    if clause.marker != "without" or any(word.of(lex.SPARES) for word in clause.words):
        return None
    if is_done_to_client(clause, clause.spots[0]) or (first.person is Person.PARTNER and is_gerund(second)):
        return WordingRule.PARTNER_MUST_RESPOND
    return None
