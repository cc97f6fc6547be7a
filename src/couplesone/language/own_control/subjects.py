"""Rules about who acts in the clause that says what the goal is, in deed or in wish."""

from itertools import dropwhile, takewhile

from couplesone.language.own_control import idioms
from couplesone.language.own_control import lexicon as lex
from couplesone.language.own_control.clauses import (
    Clause,
    Drop,
    Spot,
    is_adverb,
    is_gerund,
    is_wish_frame,
    looks_finite,
)
from couplesone.language.own_control.reading import NO_WORD, Case, Word, has_link, word_at
from couplesone.language.own_control.structure import Person
from couplesone.language.own_control.verdicts import WordingRule


def subject(clause: Clause) -> WordingRule | None:
    """Refuse "he listens", "for her to call", "we talk", "him coming along"."""
    if clause.actor is None:
        return _bare_subject(clause)
    if clause.actor is Person.BOTH:
        return WordingRule.NEEDS_BOTH
    if clause.actor is Person.OTHER:
        return None if _witnesses(clause) else WordingRule.OTHER_IS_SUBJECT
    if clause.actor is Person.CLIENT or _comes_from_client(clause.predicate):
        return None
    return WordingRule.WISHES_PARTNER_TO_ACT if clause.marker == "wish" else WordingRule.PARTNER_IS_SUBJECT


def _witnesses(clause: Clause) -> bool:
    """Tell whether others only see or hear the client ("my children hear me say sorry")."""
    sees = any(word.of(lex.RECEIVES) for word in clause.predicate)
    return sees and any(word.person is Person.CLIENT for word in clause.predicate)


def _bare_subject(clause: Clause) -> WordingRule | None:
    """Find the partner at the head of a clause without a subject in the nominative."""
    words = clause.words
    first, second = words[0], word_at(words, 1)
    verb = next((word for word in words[2:] if word.text != "not"), second)
    if _is_picked_out(clause):
        return WordingRule.PARTNER_IS_SUBJECT
    if first.text == "for" and verb.text == "to" and second.person is Person.PARTNER:
        return WordingRule.WISHES_PARTNER_TO_ACT
    if _is_for_another_to(words):
        return WordingRule.NEEDS_BOTH
    if first.is_(Person.PARTNER, Case.OBJECT, Case.KIND):
        joins = second.text in ("included", "present", "involved", "on_board")
        return None if clause.after_comma and not joins else WordingRule.PARTNER_IS_SUBJECT
    if _is_third_singular(first) and any(word.person is Person.CLIENT for word in words):
        return WordingRule.PARTNER_IS_SUBJECT
    if first.person is Person.BOTH and not (clause.after_comma and first.case is Case.OBJECT):
        return None if _comes_from_client(words) else WordingRule.NEEDS_BOTH
    if first.is_(Person.PARTNER, Case.OWNER) and not _is_left_to_partner(clause):
        return _owned_subject(words[1:])
    return None


def _is_picked_out(clause: Clause) -> bool:
    """Tell "it is my husband (who cooks)" from "it is my husband (whom I thank)"."""
    whom, after = clause.words[-1], clause.after
    picked = whom.is_(Person.PARTNER, Case.OBJECT, Case.NAMED) or (
        whom.is_(Person.CLIENT, Case.OBJECT) and any(word.text in lex.NEGATIONS for word in clause.words)
    )
    acts = after is not None and after.actor is not Person.CLIENT and clause.followed_by({"who", "that"})
    return picked and acts and any(word.text in lex.BE for word in clause.words[-3:-1])


def _is_for_another_to(words: list[Word]) -> bool:
    """Tell "for us to talk", "for the penny to drop" from "for me to talk", "for a walk to the park"."""
    words = list(dropwhile(lambda word: word.text in ("high", "about", "time"), words))
    to = next((at for at, word in enumerate(words[:8]) if word.text == "to"), 0)
    between = words[1:to]
    if not words or words[0].text != "for" or not between or any(word.text in lex.TIMES for word in between):
        return False
    verb = next((word for word in words[to + 1 :] if word.text != "not" and not is_adverb(word)), NO_WORD)
    others = not any(word.person is Person.CLIENT for word in between)
    return others and not verb.person and verb.text not in lex.DETERMINERS


def _is_third_singular(word: Word) -> bool:
    """Tell whether a sentence opens in the third person without naming it ("listens to me")."""
    return word.text.endswith("s") and word.of(lex.BASE_VERBS) and word.text not in lex.BASE_VERBS


def _is_left_to_partner(clause: Clause) -> bool:
    """Tell whether what is the partner's stays so: "his mood is his", "her letters lie unopened"."""
    rest = clause.words[1:]
    own_reaction = any(word.text in lex.NEGATIONS for word in rest) and any(
        word.person is Person.CLIENT for word in rest
    )
    untouched = any(word.text.startswith("un") and word.text.endswith("ed") for word in rest)
    theirs = any(word.text in ("his", "hers", "theirs", "business") for word in rest)
    client_refrains = clause.after is not None and clause.after.steps_back
    return own_reaction or untouched or theirs or client_refrains or _comes_from_client(rest)


def _owned_subject(rest: list[Word]) -> WordingRule | None:
    """Refuse "his drinking stops", "her coming along", "my wife's apology"."""
    happens = any(looks_finite(word) and not is_adverb(word) for word in rest[1:])
    gives = any(
        is_gerund(word)
        or word.text in lex.RESPONSES | idioms.RETURNS
        or (len(word.text) > 6 and word.text.endswith(idioms.NOUN_ENDINGS))
        for word in rest
    )
    return WordingRule.PARTNER_IS_SUBJECT if happens or gives else None


def _comes_from_client(words: list[Word]) -> bool:
    """Tell whether the client acts after all: "(she) gets an apology from me", "is answered by me"."""
    cases = (Case.OBJECT, Case.NAMED)
    verb = next((word for word in words if word.text not in _BEFORE_A_VERB and not is_adverb(word)), NO_WORD)
    receives = verb.of(lex.RECEIVES) or not verb.of(lex.BASE_VERBS)
    return has_link(words, {"by"}, Person.CLIENT, *cases) or (
        receives and has_link(words, {"from", "on"}, Person.CLIENT, *cases)
    )


_BEFORE_A_VERB = lex.MODALS | lex.DO | lex.NEGATIONS


def wish(clause: Clause) -> WordingRule | None:
    """Refuse "I want her to ...", "I'd love for him to ...", "it would help if he ..."."""
    would = any(word.text == "would" for word in clause.words)
    if would and clause.followed_by({"if"}, Person.PARTNER):
        return WordingRule.WISHES_PARTNER_TO_ACT
    for spot in clause.spots:
        rest = [word for word in spot.rest if word.text not in lex.WISH_LINKS]
        whom = word_at(rest, 0)
        framed = spot.word.text in lex.BE and is_wish_frame(clause.words[: spot.at + 1])
        if whom.case is Case.KIND and (framed or spot.word.of(lex.LONGS)) and not spot.drop:
            return WordingRule.PARTNER_MUST_RESPOND
        if whom.is_(Person.PARTNER, Case.NAMED, Case.OBJECT) and spot.word.of({"long"}) and not spot.drop:
            return WordingRule.WISHES_PARTNER_TO_ACT
        if whom.case is Case.OWNER or not _asks(clause, spot, rest[1:], would=would):
            continue
        if whom.person is Person.BOTH:
            return WordingRule.NEEDS_BOTH
        if whom.person is Person.PARTNER:
            return WordingRule.WISHES_PARTNER_TO_ACT
    return None


def _asks(clause: Clause, spot: Spot, then: list[Word], *, would: bool) -> bool:
    """Tell whether a verb with the partner behind it wishes the partner to do what comes `then`."""
    verb, first = spot.word, word_at(then, 0)
    if spot.drop is Drop.GIVEN_UP or (spot.drop is Drop.DENIED and not verb.of({"want"})):
        return False
    if verb.of({"want"}) or (would and verb.of({"like", "love"})):
        return bool(then) or spot.drop is Drop.NO
    if verb.of({"wait"}):
        return first.text == "to" and not word_at(then, 1).of(lex.TURNS)
    if verb.text in lex.BE:
        frame = list(takewhile(lambda word: word.person is not Person.PARTNER, clause.words))
        return first.text == "to" and is_wish_frame(frame)
    return (first.text == "to" and verb.of(lex.WISHING)) or (is_gerund(first) and verb.of(lex.LEANS))
