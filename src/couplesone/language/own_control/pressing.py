"""Rules about set phrases: to bring the partner round, to find the partner out, to have power over the partner."""

from itertools import pairwise

from couplesone.language.own_control import idioms
from couplesone.language.own_control import lexicon as lex
from couplesone.language.own_control.clauses import Clause, Spot, is_adverb, is_gerund
from couplesone.language.own_control.reading import Case, Word, word_at
from couplesone.language.own_control.structure import Person
from couplesone.language.own_control.verdicts import WordingRule

_NOT_OWNER = (Case.OBJECT, Case.NAMED)


def pressure(clause: Clause) -> WordingRule | None:
    """Refuse "soften her up", "change his mind", "give him an ultimatum", "see if she lies", "control over him"."""
    for spot in clause.spots:
        if spot.drop:
            continue
        if spot.word.of(idioms.SCORES) or _collects(clause, spot):
            return WordingRule.AIMS_TO_CONVINCE
        if (
            _is_paired(spot)
            or _stirs(spot)
            or _levers(spot)
            or _moves_into(spot)
            or _tests(clause, spot)
            or _has_power(clause, spot)
            or _works_on(clause, spot)
            or _bargains(clause, spot)
        ):
            return WordingRule.CAUSES_PARTNER_TO_ACT
    return None


def _is_partner(word: Word) -> bool:
    return word.is_(Person.PARTNER, *_NOT_OWNER)


def _works_on(clause: Clause, spot: Spot) -> bool:
    """Tell "placate him", "allay her fears" from the many things one can do to somebody without working on them."""
    whom = word_at(spot.rest, 0)
    if whom.is_(Person.PARTNER, Case.OWNER):
        felt = any(word.text in idioms.EMOTIONS for word in spot.rest[1:3])
        return felt and spot.word.of(idioms.CHANGES_MIND)
    eased = any(word.text in lex.NOTHING for word in clause.words[spot.at + 1 :])
    if spot.word.of({"threaten", "blackmail"}) and not eased:
        return _is_act(clause, spot)
    if eased or not (_is_partner(whom) or whom.is_(Person.BOTH, Case.OBJECT)) or not _is_act(clause, spot):
        return False
    return not spot.word.of(idioms.TOWARDS)


def _is_act(clause: Clause, spot: Spot) -> bool:
    """Tell whether a word is a verb by its place: at the head of the clause or behind "to" or "and"."""
    if spot.word.person or spot.word.text in lex.FUNCTION_WORDS or spot.word.text in lex.DETERMINERS:
        return False
    before = clause.words[: spot.at] if clause.subject is None else clause.words[clause.subject + 1 : spot.at]
    head = all(word.text in lex.MODALS or is_adverb(word) for word in before)
    return head or before[-1].text in ("to", "and", "or", "then")


def _bargains(clause: Clause, spot: Spot) -> bool:
    """Tell "offer him sex in exchange", "give her until May", "expect more of him", "support him in becoming"."""
    if spot.word.text in idioms.TRADES and clause.followed_by({"which"}, Person.PARTNER):
        return True
    whom = word_at(spot.rest, 0)
    wishes = clause.after is not None and clause.after.marker == "wish"
    if spot.word.of({"expect", "demand", "require"}) and not wishes:
        return any(a.text == "of" and _is_partner(b) for a, b in pairwise(spot.rest))
    if not _is_partner(whom):
        return False
    due = spot.word.of({"give"}) and clause.followed_by({"until", "till"})
    led = (
        word_at(spot.rest, 1).text == "in"
        and is_gerund(word_at(spot.rest, 2))
        and spot.word.of({"support", "help"})
    )
    return due or led or any(word.text in idioms.TRADES for word in spot.rest)


def _is_paired(spot: Spot) -> bool:
    """Tell "soften him up", "wear down my wife", "bring the man I married back"."""
    verbs = [verb for verb in idioms.PAIRED_VERBS if spot.word.of({verb})]
    first, second, third = (word_at(spot.rest, at) for at in range(3))
    if _is_partner(first):
        said = (second.text, f"{second.text}+{third.text}")
        return any(f"{verb}+{particle}" in idioms.PAIRED for verb in verbs for particle in said)
    return _is_partner(second) and any(f"{verb}+{first.text}" in idioms.PAIRED for verb in verbs)


def _stirs(spot: Spot) -> bool:
    """Tell "change his mind", "get it into her thick head", "bring him to his senses"."""
    owner = next((at for at, word in enumerate(spot.rest) if word.is_(Person.PARTNER, Case.OWNER)), None)
    if owner is not None and any(word.text in idioms.MIND for word in spot.rest[owner + 1 : owner + 4]):
        before = spot.rest[:owner]
        driven = spot.word.of(idioms.DRIVES) and any(word.text in idioms.INWARD for word in before)
        return driven or (not before and spot.word.of(idioms.STIRS))
    to_reason = word_at(spot.rest, 1).text in ("to", "into") and word_at(spot.rest, 2).text in idioms.REASONS
    return _is_partner(word_at(spot.rest, 0)) and to_reason


def _levers(spot: Spot) -> bool:
    """Tell "give him an ultimatum", "leave her no choice" from "give him a choice of films"."""
    if not spot.word.of(idioms.GIVES) or not _is_partner(word_at(spot.rest, 0)):
        return False
    then = spot.rest[1:5]
    exits = any(word.text in idioms.NO_EXIT for word in then) and any(word.text == "no" for word in then)
    return exits or any(word.text in idioms.LEVERS for word in then)


def _moves_into(spot: Spot) -> bool:
    """Tell "flatter him into it", "bore her out of moving" from "follow him into the garden"."""
    into = word_at(spot.rest, 1).text in ("into", "out_of")
    return into and _is_partner(word_at(spot.rest, 0)) and not spot.word.of(idioms.INTO_ROOMS)


def _tests(clause: Clause, spot: Spot) -> bool:
    """Tell "set a trap to see if she lies" from "look up to see if she needs me"."""
    after = clause.after
    if spot.word.of({"know"}) and clause.followed_by({"where"}, Person.PARTNER):
        return _is_act(clause, spot)
    if (
        not spot.word.of(idioms.TESTS)
        or after is None
        or not clause.followed_by({"if", "whether"}, Person.PARTNER)
    ):
        return False
    return not any(word.of(idioms.FREE_TO_TALK) for word in after.predicate)


def _has_power(clause: Clause, spot: Spot) -> bool:
    """Tell "control over him", "a say in how he spends it" from "a say in my own work"."""
    if spot.word.text not in idioms.POWERS or spot.next_text not in idioms.OVER:
        return False
    over = word_at(spot.rest, 1)
    return over.person in (Person.PARTNER, Person.BOTH) or clause.followed_by(
        {"how", "what", "who", "where", "whether", "when"}, Person.PARTNER
    )


def _collects(clause: Clause, spot: Spot) -> bool:
    """Tell "evidence that he is unreasonable", "proof of her lies"."""
    if spot.word.text not in idioms.PROOFS:
        return False
    if not spot.rest and clause.followed_by({"that", "contact"}):
        return clause.after is not None and clause.after.actor is not Person.CLIENT
    held = word_at(spot.rest, 0).text in idioms.HOLDS_AGAINST
    return held and word_at(spot.rest, 1).person is Person.PARTNER
