"""Clauses beside the one that says what the goal is: occasions, purposes, conditions."""

from couplesone.language.own_control import idioms
from couplesone.language.own_control import lexicon as lex
from couplesone.language.own_control.clauses import Clause, Role, dropped, is_adverb, is_gerund
from couplesone.language.own_control.inflection import bases
from couplesone.language.own_control.reading import Case, word_at
from couplesone.language.own_control.receiving import is_done_to_client
from couplesone.language.own_control.structure import Person
from couplesone.language.own_control.verdicts import WordingRule


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
    if not verbs or clause.ended_by == "?":
        return True
    if reply.marker == "so":
        spared = any(word.text in ("need", "have", "need_not") for word in reply.predicate[:3])
        return not (spared and any(spot.drop for spot in reply.spots))
    if any(dropped(clause.predicate)) or any(word.text in lex.CALLS_FOR for word in verbs):
        return False
    return reply.steps_back or any(word.of(lex.HARMS) for word in verbs)


def aim(clause: Clause) -> WordingRule | None:
    """Refuse "so that he listens", "until she gives in", not "so that he can sleep", "until she is done"."""
    if clause.actor in (None, Person.OTHER):
        return _result(clause)
    if clause.actor is Person.CLIENT:
        return None
    predicate = [word for word in clause.predicate if not is_adverb(word)]
    if clause.marker in lex.WAITING:
        pressed = clause.before is not None and any(word.of(lex.PRESSURES) for word in clause.before.words)
        yields = any(word.of(lex.YIELDS_AT_LAST) for word in predicate)
        turns = _arrives(clause) or any(word.of(lex.TURNS) for word in predicate)
        over = word_at(predicate, 0).of(_AT_EASE) or word_at(predicate, 0).text in lex.HAVE
        over = over and clause.actor is Person.PARTNER
        alarm = pressed or (yields and not _arrives(clause)) or not (turns or over)
    else:
        alarm = not _benefits(clause) or any(word.of(lex.YIELDS) for word in predicate)
    return WordingRule.AIMS_AT_PARTNER_CHANGE if alarm else None


_AT_EASE = frozenset({"be", "ask", "want", "need"})


def _arrives(clause: Clause) -> bool:
    """Tell "(until he) comes home" from "takes it back"."""
    moves = any(word.of(_COMES) for word in clause.predicate)
    return moves and any(word.text in lex.ARRIVES for word in clause.predicate)


_COMES = frozenset({"be", "come", "get", "go", "arrive", "walk", "drive"})


def _benefits(clause: Clause) -> bool:
    """Tell a service from a change: "(so that she) can sleep", "knows where I am", "does not have to ask"."""
    first, second, third = (word_at(clause.predicate, at) for at in range(3))
    if first.text in lex.DO:
        return second.text == "not" and third.text in ("have", "need")
    if first.text in ("get", "gets"):
        return second.text in lex.DETERMINERS | {"to", "time", "enough"}
    return first.text in lex.BENEFITS and second.text not in lex.NEGATIONS | {"to"}


def depends(clause: Clause) -> WordingRule | None:
    """Refuse "I have succeeded when he ...", "I don't have to ask twice", "I don't have to, because he does"."""
    if clause.followed_by(lex.WHENS, Person.PARTNER) and any(word.of(lex.SUCCESSES) for word in clause.words):
        return WordingRule.AIMS_AT_PARTNER_CHANGE
    if clause.before is not None and clause.before.role is Role.CONTEXT and _settles(clause, clause.before):
        return WordingRule.AIMS_AT_PARTNER_CHANGE
    if clause.followed_by(_REASONS, Person.PARTNER) and (_is_well(clause) or _is_mended(clause.after)):
        return WordingRule.AIMS_AT_PARTNER_CHANGE
    for spot in clause.spots:
        if spot.drop and spot.word.text == "the_only_one" and clause.followed_by({"who"}):
            return WordingRule.NEEDS_BOTH
        spared = spot.drop and spot.word.of(lex.HAVE_TO) and spot.next_text == "to"
        reminds = word_at(spot.rest, 1).of(lex.REMINDS)
        if spared and (reminds or clause.followed_by({"because"}, Person.PARTNER)):
            return WordingRule.AIMS_AT_PARTNER_CHANGE
    return None


_MOVES = lex.BARGAINS | {"apologise", "commit", "give", "forgive", "sign"}


def _result(clause: Clause) -> WordingRule | None:
    """Refuse "until it sinks in", "so that his mother makes him stop", not "until the film is over"."""
    reaches = clause.actor is Person.OTHER or clause.marker in lex.WAITING
    reaches = reaches and any(word.is_(Person.PARTNER, Case.OBJECT, Case.NAMED) for word in clause.words)
    works = any(
        word.of(idioms.RESULTS) or word.text in lex.RESPONSES | idioms.OUTCOMES for word in clause.words
    )
    return WordingRule.AIMS_AT_PARTNER_CHANGE if reaches or works else None


def _settles(clause: Clause, condition: Clause) -> bool:
    """Tell "unless she starts therapy this goal is not met"."""
    return condition.actor is Person.PARTNER and any(word.of(lex.SUCCESSES) for word in clause.words)


_REASONS = frozenset({"because", "since"})


def _is_mended(reason: Clause | None) -> bool:
    """Tell "because he no longer drinks" from "because he snores"."""
    return reason is not None and any(
        word.text in ("no_longer", "earned", "finally", "at_last") for word in reason.words
    )


def _is_well(clause: Clause) -> bool:
    """Tell a state ("feel worthy", "no longer be a victim") from an act ("cook") or from having to act."""
    verb = next(
        (word for word in clause.predicate if word.text not in lex.CHAIN or word.text in lex.BE), None
    )
    return verb is not None and verb.of({"be", "feel"})


def _is_withheld(clause: Clause) -> bool:
    """Tell "(I won't give in) before she admits it": the client waits for the partner to yield."""
    has_done = word_at(clause.predicate, 0).text in lex.HAVE
    return (
        clause.actor is Person.PARTNER
        and clause.before is not None
        and any(spot.drop for spot in clause.before.spots)
        and (has_done or any(word.of(lex.YIELDS_AT_LAST) for word in clause.predicate))
        and not _arrives(clause)
        and not any(word.of(lex.TURNS) for word in clause.predicate)
    )


def _is_bargain(clause: Clause, own: Clause) -> bool:
    """Tell "I cook only if he apologises", "I do my half when he does his" from "I speak only if he is calm"."""
    alike = any(word.text in lex.DO for word in clause.predicate[:2])
    if (
        clause.marker in lex.WHENS
        and own.role is Role.MAIN
        and not any(spot.drop for spot in own.spots)
        and alike
        and any(word.text in _THE_SAME for word in clause.predicate)
    ):
        return True
    if clause.marker in ("if", "once", "the_day") and own.role is Role.MAIN and _is_alike(clause, own):
        return True
    only = clause.marker in lex.BARGAINING or (
        clause.marker == "if" and any(word.text == "only" for word in own.words)
    )
    if only:
        return alike or any(word.of(lex.BARGAINS) for word in clause.predicate)
    first = (
        clause.marker in ("once", "as_soon_as", "the_day", "the_moment")
        and not _arrives(clause)
        and own.role is Role.MAIN
    )
    return first and any(
        word.of((lex.YIELDS_AT_LAST - {"come"}) | {"throw", "tell", "propose"}) for word in clause.predicate
    )


def _is_alike(clause: Clause, own: Clause) -> bool:
    """Tell "I give up smoking if he gives up gambling": the same act on both sides."""
    acts = [
        word for word in clause.predicate if word.of(lex.BARGAINS | lex.GIVING_UP) and not word.of({"listen"})
    ]
    return any(spot.word.of(bases(act.text)) and not spot.drop for act in acts for spot in own.spots) or any(
        spot.word.of(bases(act.text)) and act.of(lex.GIVING_UP) for act in acts for spot in own.spots
    )


_THE_SAME = frozenset({"his", "hers", "theirs", "same"})


def hindrance(clause: Clause) -> WordingRule | None:
    """Refuse "without him rolling his eyes", "without being interrupted by her", not "without her asking"."""
    first, second = clause.words[0], word_at(clause.words, 1)
    if clause.marker == "before" and _is_withheld(clause):
        return WordingRule.AIMS_AT_PARTNER_CHANGE
    if clause.marker == "unless" and clause.actor is Person.PARTNER and clause.before is not None:
        refused = any(spot.drop for spot in clause.before.spots)
        yields = any(word.of(_MOVES) for word in clause.predicate)
        return WordingRule.AIMS_AT_PARTNER_CHANGE if refused and yields else None
    if clause.marker in lex.CONDITIONS and clause.actor is not Person.CLIENT:
        return (
            None
            if word_at(clause.predicate, 0).of({"be"}) and clause.actor
            else WordingRule.AIMS_AT_PARTNER_CHANGE
        )
    if clause.actor is Person.PARTNER and clause.before is not None and _is_bargain(clause, clause.before):
        return WordingRule.AIMS_AT_PARTNER_CHANGE
    if clause.marker != "without" or any(word.of(lex.SPARES) for word in clause.words):
        return None
    if is_done_to_client(clause, clause.spots[0]) or (first.person is Person.PARTNER and is_gerund(second)):
        return WordingRule.PARTNER_MUST_RESPOND
    return None
