"""Rules about what can only be given: by the partner, or by the two of them to each other."""

from collections.abc import Iterator
from itertools import dropwhile, pairwise

from couplesone.language.own_control import idioms
from couplesone.language.own_control import lexicon as lex
from couplesone.language.own_control.clauses import Clause, Spot, is_adverb, is_gerund
from couplesone.language.own_control.reading import Case, Word, has_link, word_at
from couplesone.language.own_control.structure import Person
from couplesone.language.own_control.verdicts import WordingRule

_NOT_OWNER = (Case.OBJECT, Case.NAMED, Case.KIND)


def response(clause: Clause) -> WordingRule | None:
    """Refuse "to be listened to", "feel respected by her", "more affection from him", "earn her trust"."""
    for spot in clause.spots:
        if spot.word.of({"be", "feel", "get"}) and is_done_to_client(clause, spot):
            return WordingRule.PARTNER_MUST_RESPOND
        if (
            _matters(spot)
            or _is_warmed(clause, spot)
            or _has_standing(spot)
            or _has_it_done(spot)
            or (not spot.drop and (_is_welcome(spot) or _is_granted(spot)))
        ):
            return WordingRule.PARTNER_MUST_RESPOND
    if _wishes_for_kind(clause):
        return WordingRule.PARTNER_MUST_RESPOND
    giver = _giver(clause)
    if giver is not None and _receives(clause):
        return WordingRule.NEEDS_BOTH if giver is Person.BOTH else WordingRule.PARTNER_MUST_RESPOND
    return None


def is_done_to_client(clause: Clause, spot: Spot) -> bool:
    """Tell whether a "be", "feel" or "get" is done to the client, by the partner or by nobody named."""
    rest = [word for word in spot.rest if word.text not in lex.BETWEEN_PASSIVE]
    done, before = word_at(rest, 0), _chain_before(clause.words[: spot.at])
    if done.text in lex.UNMOVED or any(word.of(lex.BEARS) for word in before):
        return False
    if has_link(rest, {"by"}, Person.PARTNER, *_NOT_OWNER):
        return True
    if has_link(rest, {"by"}, Person.OTHER):
        return not any(word.text in lex.PROFESSIONALS for word in rest)
    if done.text in lex.RELATIONAL_PARTICIPLES or (spot.word.of({"be", "feel"}) and _is_passive(done)):
        return all(_is_chain(word) for word in before)
    near = has_link(rest, lex.NEAR, Person.PARTNER)
    if spot.word.of({"feel"}):
        return near and done.text in lex.FELT_NEAR
    theirs = done.is_(Person.PARTNER, Case.OWNER) or has_link(rest, {"in"}, Person.PARTNER, Case.OWNER)
    return (near or theirs) and any(word.text in lex.STANDINGS for word in rest)


def _is_passive(done: Word) -> bool:
    """Tell "(be) praised" from "(be) tired": somebody else does it."""
    ends = done.text.endswith("ed") and len(done.text) > 4
    return ends and "-" not in done.text and done.text not in idioms.OWN_STATES and not done.person


def _chain_before(words: list[Word]) -> list[Word]:
    """Give the words without persons that lead to a passive, from the last "and" that joins it to another act."""
    joined = max((at for at, word in enumerate(words) if word.text in ("and", "but")), default=-1)
    return [word for word in words[joined + 1 :] if not word.person]


def _is_chain(word: Word) -> bool:
    """Tell whether a word before a passive leaves it the head of its clause."""
    return word.text in lex.CHAIN or is_adverb(word) or word.of(lex.CHAIN_VERBS)


def _matters(spot: Spot) -> bool:
    """Tell "an end to his lies", "matter to her"."""
    if spot.word.of(lex.CHANGES) and spot.next_text in ("to", "in"):
        return word_at(spot.rest, 1).is_(Person.PARTNER, Case.OWNER)
    matters = spot.word.of(lex.MATTERS) or (spot.word.of({"come"}) and spot.next_text == "first")
    return matters and has_link(spot.rest, lex.NEAR, Person.PARTNER)


def _has_standing(spot: Spot) -> bool:
    """Tell "back in her good graces", "the centre of his world", "desirable in his eyes" from "at his side"."""
    if spot.drop or not spot.word.of(idioms.STANDS) or any(word.person is Person.OTHER for word in spot.rest):
        return False
    linked = [
        at
        for at, (link, whom) in enumerate(pairwise(spot.rest))
        if link.text in ("in", "of", "to", "into", "at") and whom.is_(Person.PARTNER, Case.OWNER)
    ]
    return any(word.text in idioms.WORLDS for at in linked for word in spot.rest[at + 2 : at + 4])


def _has_it_done(spot: Spot) -> bool:
    """Tell "have my birthday remembered", "get my needs met" from "have my car repaired"."""
    mine = word_at(spot.rest, 0).is_(Person.CLIENT, Case.OWNER) and spot.word.of(
        {"have", "get", "see", "want"}
    )
    done = any(
        word.text in lex.RELATIONAL_PARTICIPLES | {"met", "remembered", "honoured"} for word in spot.rest[2:4]
    )
    return mine and done and not spot.drop


def _is_warmed(clause: Clause, spot: Spot) -> bool:
    """Tell "(feel) that he loves me" from "(know) that he lies"."""
    if spot.drop or not spot.word.of(idioms.FINDS) or clause.after is None:
        return False
    warm = any(word.of(lex.WARMTH) for word in clause.after.predicate)
    after = clause.after
    if after.actor is Person.CLIENT and any(
        spot.word.of(lex.LEANS | {"lean", "trust"}) for spot in after.spots
    ):
        return any(word.is_(Person.PARTNER, Case.OBJECT, Case.NAMED) for word in after.predicate)
    to_client = any(word.is_(Person.CLIENT, Case.OBJECT) for word in clause.after.predicate)
    lasting = any(word.text in idioms.LASTING for word in after.words)
    pleased = any(word.text in idioms.PLEASED for word in after.predicate)
    good = (warm and to_client) or lasting or pleased
    return good and clause.followed_by({"that", "contact"}, Person.PARTNER)


def _is_welcome(spot: Spot) -> bool:
    """Tell "(get) a real apology", "(hear) some praise"; whose it is goes without saying."""
    if not spot.word.of(lex.ASKED_OF_LIFE):
        return False
    if spot.word.of({"hope"}) and spot.next_text != "for":
        return False
    if spot.word.of({"receive"}) and any(word.text in lex.GIFTS for word in spot.rest[:4]):
        return True
    for word in spot.rest[1:] if spot.next_text in ("for", "on") else spot.rest:
        if word.text in lex.PREPOSITIONS:
            return False
        if word.text in lex.WELCOME_RESPONSES:
            return True
    return False


def _is_granted(spot: Spot) -> bool:
    """Tell "(win) her trust", "(insist) on my wife's apology"."""
    if not spot.word.of(lex.GRANTED):
        return False
    owned: Iterator[Word] = dropwhile(lambda word: not word.is_(Person.PARTNER, Case.OWNER), spot.rest)
    if spot.word.of({"wait"}):
        owned = (word for word in owned if not word.of(lex.TURNS))
    return any(word.text in lex.RESPONSES for word in owned)


def _wishes_for_kind(clause: Clause) -> bool:
    """Tell "a husband who asks", "a talk in which he listens", "the one she turns to"."""
    if clause.followed_by({"who"}):
        return any(spot.word.is_(Person.PARTNER, Case.KIND) and not spot.drop for spot in clause.spots)
    placed = clause.followed_by({"where"}, Person.PARTNER) and clause.words[-1].text not in lex.PREPOSITIONS
    if placed or clause.followed_by({"which"}, Person.PARTNER):
        return any(word.of(lex.OBTAINS | {"live"}) for word in clause.words) or _is_noun_phrase(clause)
    if clause.followed_by({"contact"}, Person.PARTNER):
        return clause.words[-1].text in lex.THE_ONE
    return False


_SIDES = frozenset({"from", "on"})
_BODILY = _SIDES | {"in", "out_of"}


def _giver(clause: Clause) -> Person | None:
    """Who is to give in "(more respect) from my wife", "(no secrets) on his side"; None when nobody is."""
    words = clause.words
    named = _is_noun_phrase(clause)
    removes = any(word.of(lex.REMOVES) for word in words)
    links = {"from", "by"} if named else {"from"}
    for at, link in enumerate(words):
        whom = word_at(words, at + 1)
        if whom.person not in (Person.PARTNER, Person.BOTH):
            continue
        if whom.case is Case.OWNER:
            bodily = any(word.text in idioms.BODY for word in words[at + 2 : at + 4])
            gives = bodily and link.text in (_BODILY if named else _SIDES)
        else:
            gives = link.text in links and not removes
        if gives:
            return whom.person
    return None


def _receives(clause: Clause) -> bool:
    """Tell whether a clause is about what comes from the partner, not about how the client takes it."""
    takes = any(
        spot.word.text == "and" and word_at(spot.rest, 0).text in lex.PURE_VERBS for spot in clause.spots
    )
    reacts = clause.after is not None and is_gerund(clause.after.words[0])
    if takes or (reacts and clause.followed_by({"without"})):
        return False
    return _is_noun_phrase(clause) or any(_gets(spot) for spot in clause.spots)


def _gets(spot: Spot) -> bool:
    """Tell "get" and "expect" from "not expect" and "expect nothing"."""
    if spot.word.of(lex.EXPECTED):
        return not spot.drop and spot.next_text not in lex.NOTHING
    return spot.word.of(lex.OBTAINS)


def _is_noun_phrase(clause: Clause) -> bool:
    """Tell whether a clause names a thing ("more respect from") rather than an act."""
    if clause.subject is not None:
        return False
    opener = next(
        (
            word
            for word in clause.words
            if word.text != "not" and (not is_adverb(word) or word.text in lex.QUANTIFIERS)
        ),
        clause.words[0],
    )
    if opener.text in lex.NOUN_OPENERS:
        return True
    acts = opener.text == "to" or is_gerund(opener) or opener.of(lex.PURE_VERBS)
    described = not opener.of(_KNOWN_VERBS) and any(word.text == "from" for word in clause.words)
    return not acts and (described or any(word.text in lex.RESPONSES for word in clause.words))


_KNOWN_VERBS = lex.BASE_VERBS | idioms.TOWARDS | lex.GIVING_UP | lex.BEARS | lex.REMOVES | lex.FUNCTION_WORDS


def joint(clause: Clause) -> WordingRule | None:
    """Refuse "save our marriage", "more sex", "eat together", "fewer fights between us"."""
    plans = any(word.of(lex.PLANS) for word in clause.words)
    for spot in clause.spots:
        word = spot.word
        mutual = word.text in ("together", "each_other") and not plans
        between = clause.subject is None and has_link([word, *spot.rest], {"between"}, Person.BOTH)
        built = word.of(lex.JOINT_VERBS) and not spot.drop and _is_joint_object(spot.rest)
        equal = word.of({"be", "become"}) and any(then.text in lex.EQUALS for then in spot.rest[:4])
        equal = equal and not any(then.person is Person.OTHER for then in spot.rest)
        each = word.text in ("each", "both") and is_gerund(word_at(spot.rest, 0))
        agreed = word.of({"agree"}) and has_link(spot.rest, {"with"}, Person.PARTNER) and not spot.drop
        married = word.text == "married" and any(before.text in lex.BE for before in clause.words[: spot.at])
        alike = has_link([word, *spot.rest[:2]], {"as", "happy"}, Person.BOTH, Case.NAMED)
        revived = agreed or married or alike or word.of(idioms.REVIVES) or word.text in idioms.OLD_DAYS
        if revived or mutual or equal or each or between or built or word.of(lex.JOINT_PHRASES):
            return WordingRule.NEEDS_BOTH
    return WordingRule.NEEDS_BOTH if _is_joint_fragment(clause) else None


def _is_joint_object(words: list[Word]) -> bool:
    """Tell whether the object of a verb is something only two have; "my communication" is one's own."""
    for word in words:
        if word.text in lex.PREPOSITIONS or (word.text == "communication" and words[0].text == "my"):
            return False
        if word.text in lex.JOINT_NOUNS:
            return True
    return False


def _is_joint_fragment(clause: Clause) -> bool:
    """Tell "more sex", "weekly date nights", "fewer rows at home" from "fewer rows started by me"."""
    if any(word.person is Person.CLIENT for word in clause.words):
        return False
    for word in clause.words:
        if word.text in lex.SHARED:
            return True
        if word.of(lex.BASE_VERBS | lex.GIVING_UP) or is_gerund(word) or word.text in lex.PREPOSITIONS:
            return False
    return False
