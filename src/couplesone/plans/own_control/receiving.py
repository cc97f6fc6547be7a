"""Rules about what can only be given: by the partner, or by the two of them to each other."""

from couplesone.plans.own_control import lexicon as lex
from couplesone.plans.own_control.clauses import Clause, Spot, is_adverb, is_gerund
from couplesone.plans.own_control.reading import Case, Word, has_link, word_at
from couplesone.plans.own_control.structure import Person
from couplesone.plans.own_control.verdicts import WordingRule

_NOT_OWNER = (Case.OBJECT, Case.NAMED, Case.KIND)


def response(clause: Clause) -> WordingRule | None:
    """Refuse "to be listened to", "feel respected by her", "more affection from him", "earn her trust"."""
    for spot in clause.spots:
        if spot.word.of({"be", "feel", "get"}) and is_done_to_client(clause.words, spot.at):
            return WordingRule.PARTNER_MUST_RESPOND
        if _matters(spot) or (not spot.drop and (_is_welcome(spot) or _is_granted(spot))):
            return WordingRule.PARTNER_MUST_RESPOND
    if _wishes_for_kind(clause):
        return WordingRule.PARTNER_MUST_RESPOND
    giver = _giver(clause.words)
    if giver is not None and _receives(clause):
        return WordingRule.NEEDS_BOTH if giver is Person.BOTH else WordingRule.PARTNER_MUST_RESPOND
    return None


def is_done_to_client(words: list[Word], at: int) -> bool:
    """Tell whether a "be", "feel" or "get" is done to the client, by the partner or by nobody named."""
    rest = [
        word
        for word in words[at + 1 : at + 10]
        if not is_adverb(word) and word.text not in lex.BETWEEN_PASSIVE
    ]
    done, before = word_at(rest, 0).text, [word for word in words[:at] if not word.person]
    if done in lex.REACTIONS or any(word.of(lex.BEARS) for word in before):
        return False
    if has_link(rest[1:], {"by"}, Person.PARTNER, *_NOT_OWNER):
        return True
    if has_link(rest[1:], {"by"}, Person.OTHER):
        return not any(word.text in lex.PROFESSIONALS for word in rest)
    if done in lex.RELATIONAL_PARTICIPLES:
        return all(_is_chain(word) for word in before)
    near = has_link(rest[1:5], lex.NEAR, Person.PARTNER)
    if words[at].of({"feel"}):
        return near and done in lex.FELT_NEAR
    in_mind = has_link(rest[1:6], {"in"}, Person.PARTNER, Case.OWNER)
    theirs = word_at(rest, 0).is_(Person.PARTNER, Case.OWNER)
    return (near or in_mind or theirs) and any(word.text in lex.STANDINGS for word in rest[:3])


def _is_chain(word: Word) -> bool:
    """Tell whether a word before a passive leaves it the head of its clause."""
    return word.text in lex.CHAIN or is_adverb(word) or word.of(lex.CHAIN_VERBS)


def _matters(spot: Spot) -> bool:
    """Tell "an end to his lies", "matter to her"."""
    whom = word_at(spot.rest, 1)
    ends = spot.word.of(lex.CHANGES) and spot.rest[:1] and spot.rest[0].text in ("to", "in", "of")
    if ends and whom.is_(Person.PARTNER, Case.OWNER):
        return True
    return spot.word.of(lex.MATTERS) and has_link(spot.rest[:5], lex.NEAR, Person.PARTNER)


def _is_welcome(spot: Spot) -> bool:
    """Tell "(get) a real apology", "(hear) some praise"; whose it is goes without saying."""
    if not spot.word.of(lex.ASKED_OF_LIFE):
        return False
    for word in spot.rest[:3]:
        if word.person or word.text in lex.PREPOSITIONS:
            return False
        if word.text in lex.WELCOME_RESPONSES:
            return True
    return False


def _is_granted(spot: Spot) -> bool:
    """Tell "(win) her trust", "(insist) on my wife's apology"."""
    owned = next((at for at, word in enumerate(spot.rest[:3]) if word.is_(Person.PARTNER, Case.OWNER)), None)
    if owned is None or not spot.word.of(lex.GRANTED):
        return False
    return any(word.text in lex.RESPONSES for word in spot.rest[owned + 1 : owned + 3])


def _wishes_for_kind(clause: Clause) -> bool:
    """Tell "a husband who asks", "a talk in which he listens", "the one she turns to"."""
    if clause.followed_by({"who"}):
        return any(spot.word.is_(Person.PARTNER, Case.KIND) and not spot.drop for spot in clause.spots)
    if clause.followed_by({"which"}, Person.PARTNER):
        return any(word.of(lex.OBTAINS) for word in clause.words) or _is_noun_phrase(clause)
    if clause.followed_by({"contact"}, Person.PARTNER):
        return clause.words[-1].text in lex.THE_ONE
    return False


def _giver(words: list[Word]) -> Person | None:
    """Who is to give in "(more respect) from my wife", "(no secrets) on his side"; None when nobody is."""
    removes = any(word.of(lex.REMOVES) for word in words)
    for at, link in enumerate(words):
        whom = word_at(words, at + 1)
        if whom.person not in (Person.PARTNER, Person.BOTH):
            continue
        if whom.case is Case.OWNER:
            gives = link.text in ("from", "on") and word_at(words, at + 2).text in ("side", "part")
        else:
            gives = link.text in ("from", "by") and not removes
        if gives:
            return whom.person
    return None


def _receives(clause: Clause) -> bool:
    """Tell whether a clause is about what comes from the partner, not about how the client takes it."""
    takes = any(
        spot.word.text == "and" and word_at(spot.rest, 0).text in lex.BASE_VERBS for spot in clause.spots
    )
    if takes or clause.followed_by({"without"}):
        return False
    return _is_noun_phrase(clause) or any(_gets(spot) for spot in clause.spots)


def _gets(spot: Spot) -> bool:
    """Tell "get" and "expect" from "not expect" and "expect nothing"."""
    if spot.word.of(lex.EXPECTED):
        return not spot.drop and spot.next_text not in lex.NOT_DOING | {"nothing"}
    return spot.word.of(lex.OBTAINS)


def _is_noun_phrase(clause: Clause) -> bool:
    """Tell whether a clause names a thing ("more respect from") rather than an act."""
    if clause.subject is not None:
        return False
    opener = next((w for w in clause.words if not is_adverb(w) or w.text in lex.QUANTIFIERS), clause.words[0])
    if opener.text in lex.QUANTIFIERS | lex.DETERMINERS | lex.RESPONSES | {"quotation"}:
        return True
    acts = opener.text == "to" or is_gerund(opener) or opener.of(lex.BASE_VERBS)
    return not acts and any(word.text in lex.RESPONSES for word in clause.words[:4])


def joint(clause: Clause) -> WordingRule | None:
    """Refuse "save our marriage", "more sex", "eat together", "fewer fights between us"."""
    plans = any(word.of(lex.PLANS) for word in clause.words)
    for spot in clause.spots:
        word = spot.word
        mutual = word.text in ("together", "each_other", "one_another") and not plans
        between = clause.subject is None and has_link([word, *spot.rest[:1]], {"between"}, Person.BOTH)
        built = word.of(lex.JOINT_VERBS) and not spot.drop and _is_joint_object(spot.rest[:5])
        if mutual or between or built or word.of(lex.JOINT_PHRASES):
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
    if clause.subject is not None or any(word.person is Person.CLIENT for word in clause.words):
        return False
    head = [word for word in clause.words if not is_adverb(word) or word.text in lex.QUANTIFIERS][:4]
    for word in head:
        if word.text in lex.JOINT_NOUNS or (word.text in lex.QUARRELS and head[0].text in lex.QUANTIFIERS):
            return True
        acts = word.of(lex.BASE_VERBS) or is_gerund(word)
        if acts or word.person or word.text in lex.PREPOSITIONS:
            return False
    return False
