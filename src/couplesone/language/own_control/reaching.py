"""Rules about verbs that reach for the partner: to make, to push, to convince, to beat."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from couplesone.language.own_control import idioms
from couplesone.language.own_control import lexicon as lex
from couplesone.language.own_control.clauses import Clause, Drop, Role, Spot, is_adverb, is_gerund
from couplesone.language.own_control.pressing import pressure
from couplesone.language.own_control.reading import NO_WORD, Case, Word, has_link, word_at
from couplesone.language.own_control.structure import Person
from couplesone.language.own_control.verdicts import WordingRule

_NOT_OWNER = (Case.OBJECT, Case.NAMED)


def causation(clause: Clause) -> WordingRule | None:
    """Refuse "get him to come", "make her apologise", "talk him into it", "keep asking her to change"."""
    for spot in clause.spots:
        if spot.drop is Drop.DENIED and _withholds(spot):
            return WordingRule.CAUSES_PARTNER_TO_ACT
        if spot.drop:
            continue
        if spot.word.text == "with" and _has_partner_join(clause, spot):
            return WordingRule.PARTNER_MUST_RESPOND
        if (
            _wrings(spot)
            or _lets_at_last(clause, spot)
            or _drums_in(spot)
            or _makes_it_so(spot)
            or _insists(spot)
            or _sends_third(clause, spot)
            or _alters(clause, spot)
        ):
            return WordingRule.CAUSES_PARTNER_TO_ACT
        if _brings_about(clause, spot):
            both = spot.rest[0].person is Person.BOTH
            return WordingRule.NEEDS_BOTH if both else WordingRule.CAUSES_PARTNER_TO_ACT
    return None


def _brings_about(clause: Clause, spot: Spot) -> bool:
    """Tell whether the verb brings the person right behind it to something."""
    whom = word_at(spot.rest, 0)
    eased = spot.word.of(lex.URGES) and word_at(clause.words, spot.at + 2).text == "less"
    eased = eased or any(word.text == "nothing" for word in spot.rest[:3])
    if whom.person in (None, Person.CLIENT) or whom.case is Case.OWNER or eased:
        return False
    concerns_partner = any(word.person is Person.PARTNER for word in spot.rest) or clause.followed_by(
        lex.CONTENT, Person.PARTNER
    )
    acts = spot.word.of({"make", "have", "get"}) and word_at(spot.rest, 1).text in lex.PURE_VERBS
    to_act = acts or word_at(spot.rest, 2).of(lex.BASE_VERBS)
    if whom.person is Person.OTHER and not concerns_partner and not to_act:
        return False
    if spot.word.of({"see", "hear"}) and clause.followed_by({"without"}):
        return False
    return _causes(spot.word, spot.rest[1:])


def _causes(verb: Word, rest: list[Word]) -> bool:
    """Tell whether a verb with a person behind it says that the person is brought to the `rest`."""
    return any(verb.of(verbs) and completes(rest) for verbs, completes in _CAUSATIVES)


def _is_no_thing(rest: list[Word]) -> bool:
    """Tell "make him pay" from "make him a coffee"."""
    then = word_at(rest, 0)
    return then.person is None and then.text not in lex.THINGS


def _moves(rest: list[Word]) -> bool:
    """Tell "(get him) to go", "talking", "interested"."""
    text = word_at(rest, 0).text
    return text in lex.MOVED_TO | lex.PURE_VERBS | lex.STATES or text.endswith(("ing", "ed"))


def _enlightens(rest: list[Word]) -> bool:
    """Tell "(help her) to see" from "(help her) carry"."""
    return next((word for word in rest if word.text != "to"), NO_WORD).of(lex.INSIGHTS)


def _takes_to_session(rest: list[Word]) -> bool:
    """Tell "(take him) to therapy" from "(take him) to the station"."""
    return word_at(rest, 0).text in ("to", "up", "off") and any(word.text in lex.SESSIONS for word in rest)


_CALM = lex.HARMS | lex.TURNS | {"go", "do", "drink", "work", "sleep"}

_CAUSATIVES: tuple[tuple[AbstractSet[str], Callable[[list[Word]], bool]], ...] = (
    (lex.COMPELS, lambda _: True),
    (lex.URGES, lambda rest: word_at(rest, 0).text in lex.URGED_TO),
    ({"get"}, _moves),
    ({"make", "have"}, _is_no_thing),
    ({"help"}, _enlightens),
    ({"let"}, lambda rest: word_at(rest, 0).text in lex.PAINS),
    ({"keep"}, lambda rest: word_at(rest, 0).text in lex.KEPT),
    ({"see", "hear"}, lambda rest: word_at(rest, 0).text in lex.PERCEIVED),
    ({"calm"}, lambda rest: word_at(rest, 0).text == "down"),
    (
        {"see", "notice", "sense", "watch"},
        lambda rest: is_gerund(word_at(rest, 0)) and not word_at(rest, 0).of(_CALM),
    ),
    ({"watch", "witness"}, lambda rest: word_at(rest, 0).text in lex.BECOMES),
    ({"take", "send", "sign"}, _takes_to_session),
)
"""Verbs that take a person, each with what must follow the person for the verb to bring the person to it."""


def _has_partner_join(clause: Clause, spot: Spot) -> bool:
    """Tell "with him wanting it too" from "cope with him shouting"."""
    does = word_at(spot.rest, 1)
    joins = does.text.endswith("ing") and not does.of(lex.ENDURED)
    return (
        joins
        and spot.rest[0].is_(Person.PARTNER, *_NOT_OWNER)
        and not any(word.of(lex.BEARS) for word in clause.words)
    )


def _withholds(spot: Spot) -> bool:
    """Tell "not let him see his friends" from "not let him shout at me", which guards the client."""
    return (
        spot.word.of({"let", "allow"})
        and len(spot.rest) > 1
        and spot.rest[0].is_(Person.PARTNER, *_NOT_OWNER)
        and not any(word.person is Person.CLIENT for word in spot.rest)
    )


def _wrings(spot: Spot) -> bool:
    """Tell "an apology out of him"."""
    return spot.word.text == "out_of" and word_at(spot.rest, 0).is_(Person.PARTNER, *_NOT_OWNER)


def _lets_at_last(clause: Clause, spot: Spot) -> bool:
    """Tell "let him finally grow up", which is a wish, from "let him grow up"."""
    whom, then = word_at(clause.words, spot.at + 1), word_at(clause.words, spot.at + 2)
    begged = spot.at > 0 and clause.words[spot.at - 1].text == "please"
    return spot.word.of({"let"}) and whom.person is Person.PARTNER and (begged or then.text in lex.AT_LAST)


def _drums_in(spot: Spot) -> bool:
    """Tell "talk sense into my wife"."""
    instils = spot.word.of(lex.INSTILS) and has_link(spot.rest, {"in", "into"}, Person.PARTNER, *_NOT_OWNER)
    return instils or (spot.word.of(lex.DRUMS) and has_link(spot.rest, {"into"}, Person.PARTNER, *_NOT_OWNER))


def _makes_it_so(spot: Spot) -> bool:
    """Tell "make it impossible for him to refuse"."""
    return (
        word_at(spot.rest, 0).text == "it"
        and spot.word.of({"make"})
        and has_link(spot.rest, {"for"}, Person.PARTNER, *_NOT_OWNER)
        and any(word.text == "to" for word in spot.rest)
    )


def _alters(clause: Clause, spot: Spot) -> bool:
    """Tell "change the way he talks", "reduce his drinking", "let him see what it is like"."""
    whom = word_at(spot.rest, 0)
    if spot.word.of(lex.ALTERS) and whom.is_(Person.PARTNER, Case.OWNER):
        return True
    if spot.word.of(lex.ALTERS | idioms.CONTROLS) and not spot.rest:
        return clause.followed_by({"the_way", "how", "what"}, Person.PARTNER)
    if whom.is_(Person.PARTNER, Case.OWNER):
        watches = spot.word.of(idioms.SURVEYS) and any(word.text in idioms.WATCHED for word in spot.rest[1:3])
        return watches or spot.word.of(idioms.CONTROLS)
    if whom.person is Person.PARTNER and spot.word.of({"let"}) and word_at(spot.rest, 1).of(lex.FEELS):
        return clause.followed_by({"what", "how"}) and not clause.followed_by({"what", "how"}, Person.CLIENT)
    return False


def _sends_third(clause: Clause, spot: Spot) -> bool:
    """Tell "ask his boss to send him home", "turn our friends against him", "let the judge hear what he did"."""
    first, second = word_at(spot.rest, 0), word_at(spot.rest, 1)
    other = next((at for at, word in enumerate(spot.rest[:3]) if word.person is Person.OTHER), None)
    if other is None or not spot.word.of(lex.SENDS):
        return False
    then = spot.rest[other + 1 :]
    if any(word.of(lex.TESTIFIES) for word in then[:3]) and clause.after is not None:
        concerned = any(word.person is Person.PARTNER for word in clause.after.words)
        return clause.after.role is Role.CONTENT and (concerned or clause.after.marker in ("who", "whose"))
    told = any(word.text in ("to", "against", "as", "have") for word in then) or first.text in lex.PURE_VERBS
    return told and any(word.person is Person.PARTNER for word in then) and second.text != "about"


def _insists(spot: Spot) -> bool:
    """Tell "keep asking him to come", "keep on at him": it goes on until the partner yields."""
    said = word_at(spot.rest, 0)
    if not spot.word.of(lex.REPEATS) or not any(word.person is Person.PARTNER for word in spot.rest):
        return False
    asked_to = said.of(lex.REPEATED) and any(word.text == "to" for word in spot.rest)
    return said.text == "at" or said.of(lex.PRESSES) or asked_to


def relative(clause: Clause) -> WordingRule | None:
    """Refuse "(an ultimatum) that makes him come", not "(notice) the tone that makes her cry"."""
    chosen = clause.before is not None and not any(
        spot.drop or (spot.word.of(lex.SAYS | lex.BEARS) and not spot.word.of({"find"}))
        for spot in clause.before.spots
    )
    if not chosen:
        return None
    if any(spot.word.text == "to" and word_at(spot.rest, 0).of(lex.CONVINCES) for spot in clause.spots):
        return conviction(clause)
    if clause.marker not in ("that", "which", "who"):
        return None
    return causation(clause) or pressure(clause)


def conviction(clause: Clause) -> WordingRule | None:
    """Refuse "prove that I was right", "convince her", "win the argument", "show him that he is wrong"."""
    for spot in clause.spots:
        if _prevails_over(clause, spot):
            return WordingRule.AIMS_TO_CONVINCE
        if spot.drop:
            continue
        if (
            spot.word.of(lex.TRIUMPHS)
            or _convinces(spot)
            or _beats(spot)
            or _shows(clause, spot)
            or _prevails(clause, spot)
        ):
            return WordingRule.AIMS_TO_CONVINCE
    return None


def _convinces(spot: Spot) -> bool:
    return spot.word.of(lex.CONVINCES) and not any(word.text == "myself" for word in spot.rest)


def _beats(spot: Spot) -> bool:
    """Tell "beat her at her own game", "catch him lying", "win the argument"."""
    whom, then = word_at(spot.rest, 0), word_at(spot.rest, 1)
    if spot.word.of({"win", "score"}):
        contested = any(
            word.person in (Person.PARTNER, Person.BOTH) or word.text in lex.CONTESTS for word in spot.rest
        )
        return contested or not spot.rest
    if not whom.is_(Person.PARTNER, *_NOT_OWNER):
        return False
    return spot.word.of(lex.FIGHTS) or (spot.word.of({"catch"}) and then.text.endswith(("ing", "out")))


def _shows(clause: Clause, spot: Spot) -> bool:
    """Tell "show him that he is wrong" from "show him that I care"."""
    content = clause.after
    told = any(word.person is Person.PARTNER for word in spot.rest)
    if told and spot.word.of({"let"}) and clause.followed_by({"who"}):
        return True
    accuses = spot.word.text == "make_clear" and content is not None and content.actor is Person.PARTNER
    if not spot.word.of(lex.SHOWS) or not (told or accuses):
        return False
    if content is None or content.role is not Role.CONTENT:
        return False
    if content.actor is Person.CLIENT:
        right = any(word.text == "right" for word in content.words)
        return right or content.followed_by({"than"}, Person.PARTNER)
    alike = content.marker in ("what", "how") and any(word.text == "like" for word in content.words)
    if (
        content.actor is not None
        or alike
        or content.marker in ("who", "whose")
        or is_gerund(content.words[0])
    ):
        return True
    owned = content.words[0].is_(Person.PARTNER, Case.OWNER)
    valued = any(word.of(lex.MATTERS) or word.person is Person.CLIENT for word in content.words)
    return (owned and not valued) or any(word.text in lex.VERDICTS for word in content.words)


def _prevails_over(clause: Clause, spot: Spot) -> bool:
    """Tell "(not) lose another argument", "be the one (who was right)"."""
    if spot.word.of({"lose"}) and spot.drop is Drop.DENIED:
        return any(word.text in lex.CONTESTS for word in spot.rest)
    right = clause.after is not None and any(word.text == "right" for word in clause.after.words)
    return spot.word.text == "the_one" and clause.followed_by({"who"}) and right


def _prevails(clause: Clause, spot: Spot) -> bool:
    """Tell "be right for once", "have the last word" from "let her have the last word"."""
    before = next((word for word in reversed(clause.words[: spot.at]) if not is_adverb(word)), NO_WORD)
    if spot.word.text == "right" and word_at(spot.rest, 0).text in (".", "about"):
        return before.text in lex.BE
    victory = any(word.text in lex.VICTORIES for word in spot.rest)
    return victory and spot.word.of({"have", "get"}) and before.person is not Person.PARTNER
