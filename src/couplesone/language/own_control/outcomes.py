"""Rules about what turns out instead of being done: between two people, in the partner, in the client's life."""

from couplesone.language.own_control import idioms
from couplesone.language.own_control import lexicon as lex
from couplesone.language.own_control.clauses import Clause, Spot, is_adverb, is_gerund
from couplesone.language.own_control.reading import Case, Word, word_at
from couplesone.language.own_control.structure import Person
from couplesone.language.own_control.verdicts import WordingRule

_EXPLETIVES = frozenset({"it", "that", "nothing", "something"})
_BEFORE_A_VERB = lex.AUXILIARIES | lex.NEGATIONS | _EXPLETIVES


def outcome(clause: Clause) -> WordingRule | None:
    """Refuse "the lies stop", "it no longer bothers him", "my tears reach him", "I no longer have to beg"."""
    if clause.subject is None:
        if _turns_out(clause):
            return WordingRule.NEEDS_BOTH
        if _happens_to_partner(clause.words):
            return WordingRule.PARTNER_IS_SUBJECT
        if _has_effect(clause.words):
            return WordingRule.CAUSES_PARTNER_TO_ACT
    for spot in clause.spots:
        if (
            _is_relief(clause, spot)
            or _is_permitted(clause, spot)
            or _counts(clause, spot)
            or _is_unpunished(clause, spot)
        ):
            return WordingRule.PARTNER_MUST_RESPOND
    return None


def _turns_out(clause: Clause) -> bool:
    """Tell "the lies stop", "there is peace", "dinner times are peaceful", "things get better once he changes"."""
    words = clause.words[1:] if clause.words[0].text == "for" else clause.words
    if words and words[0].text == "there" and any(word.text in lex.NOTHING for word in words[:3]):
        return not any(word.is_(Person.CLIENT, Case.SUBJECT, Case.OWNER) for word in words)
    if any(word.person is Person.CLIENT for word in words) or _client_acts_after(clause):
        return False
    first, second, third = (word_at(words, at) for at in range(3))
    if first.text == "there":
        return second.of({"be"}) or (second.text == "to" and third.of({"be"}))
    if first.text not in lex.THING_SUBJECTS and not _is_state(words):
        return False
    if clause.followed_by(lex.TURNING_POINTS, Person.PARTNER):
        return not any(word.of({"stay", "remain"}) for word in words)
    return _is_state(words) or any(word.of(lex.TURNS_OUT) for word in words[1:6])


def _is_state(words: list[Word]) -> bool:
    """Tell "dinner times are peaceful" from "the door is closed", "the decision is hers", "the cake is for him"."""
    verb = next((at for at, word in enumerate(words[:6]) if word.text in _IS), 0)
    rest = words[verb + 1 :]
    left = any(word.person or word.text in _LEFT or word.text.endswith("ed") for word in rest)
    return verb > 0 and words[0].text not in _NO_SUBJECTS and bool(rest) and not left


_IS = frozenset({"is", "are", "becomes", "become", "gets", "feels", "returns"})
_LEFT = frozenset({"for", "hers", "theirs", "up", "business", "done", "shut", "by", "not"})
_NO_SUBJECTS = _EXPLETIVES | lex.CONTENT_OPENERS | lex.PREPOSITIONS | lex.MODALS


def _client_acts_after(clause: Clause) -> bool:
    after = clause.after
    while after is not None and after.actor is not Person.CLIENT:
        after = after.after
    return after is not None


def _happens_to_partner(words: list[Word]) -> bool:
    """Tell "it no longer bothers him", "it's his job to", "would it kill her" from "it is for her to decide"."""
    it = any(word.text in _EXPLETIVES for word in words[:2])
    if not it or any(word.is_(Person.CLIENT, Case.SUBJECT) for word in words):
        return False
    owned = any(word.is_(Person.PARTNER, Case.OWNER) for word in words)
    return (owned and any(word.text in idioms.DUTIES for word in words)) or _verb_takes_partner(words)


def _has_effect(words: list[Word]) -> bool:
    """Tell "my tears finally reach him", "my calm rubs off on her" from "my answer to him is a question"."""
    if not words[0].is_(Person.CLIENT, Case.OWNER):
        return False
    return _verb_takes_partner(words[2:])


def _verb_takes_partner(words: list[Word]) -> bool:
    rest = [word for word in words if word.text not in _BEFORE_A_VERB and not is_adverb(word)]
    taken = word_at(rest, 1).is_(Person.PARTNER, Case.OBJECT, Case.NAMED)
    onto = word_at(rest, 0).of(idioms.RESULTS) and any(word.person is Person.PARTNER for word in rest)
    return onto or (taken and word_at(rest, 0).text not in lex.PREPOSITIONS)


def _is_relief(clause: Clause, spot: Spot) -> bool:
    """Tell "I no longer have to beg", "no longer lie awake" from "I don't have to answer"."""
    words = clause.words + (clause.after.words if clause.after is not None else [])
    if not any(word.text in idioms.NO_LONGER for word in words):
        return False
    must = spot.word.of(lex.HAVE_TO) and spot.next_text == "to"
    return must or spot.word.of(idioms.BURDENS)


def _is_permitted(clause: Clause, spot: Spot) -> bool:
    """Tell "being allowed to see my friends" from "I am allowed to be sad"."""
    allowed = spot.word.of({"be"}) and word_at(spot.rest, 0).text == "allowed"
    return allowed and clause.subject is None and not spot.drop


def _counts(clause: Clause, spot: Spot) -> bool:
    """Tell "I matter", "count in this marriage", "feel like a queen" from "count to ten"."""
    before = clause.words[: spot.at] if clause.subject is None else clause.words[clause.subject + 1 : spot.at]
    if not all(word.text in lex.CHAIN or is_adverb(word) or word.of(lex.CHAIN_VERBS) for word in before):
        return False
    if spot.word.of({"feel"}):
        return spot.next_text == "like" and word_at(spot.rest, 1).text == "a"
    counts = spot.word.of({"count"}) and spot.next_text == "in"
    return (spot.word.of({"matter"}) or counts) and not spot.drop


def _is_unpunished(clause: Clause, spot: Spot) -> bool:
    """Tell "I can see my friends without a scene": that there is none is the partner's."""
    able = spot.word.text in ("can", "able", "allowed", "may") and clause.followed_by({"without"})
    return (
        able
        and clause.after is not None
        and not is_gerund(clause.after.words[0])
        and any(word.text in idioms.SCENES for word in clause.after.words)
    )
