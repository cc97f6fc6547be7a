"""Rules about a goal that names a thing instead of an act: what comes back, or turns out between two people."""

from couplesone.language.own_control import idioms
from couplesone.language.own_control import lexicon as lex
from couplesone.language.own_control.clauses import Clause, Role, is_adverb, is_gerund
from couplesone.language.own_control.reading import Case, Word, has_link, word_at
from couplesone.language.own_control.structure import Person
from couplesone.language.own_control.verdicts import WordingRule


def thing(clause: Clause) -> WordingRule | None:
    """Refuse "a proposal, ideally in Paris", "his socks in the basket", not "a walk", "a hug for him"."""
    words = [word for word in clause.words if not is_adverb(word) or word.text in lex.QUANTIFIERS]
    opens = clause.before is None or (clause.before.before is None and clause.before.role is Role.CONTEXT)
    if not words or clause.subject is not None or not opens:
        return None
    if _is_owed(clause, words):
        return WordingRule.PARTNER_MUST_RESPOND
    if _client_acts(clause):
        return None
    if any(word.text in idioms.FEELINGS for word in words[:2]) and words[0].text in ("a", "the"):
        return WordingRule.PARTNER_MUST_RESPOND
    if words[-1].text in ("his", "hers", "theirs") and words[-2:-1] and words[-2].text == "of":
        return WordingRule.PARTNER_MUST_RESPOND
    if words[0].is_(Person.PARTNER, Case.OWNER):
        return None if clause.after_comma or _is_done(words) else WordingRule.PARTNER_IS_SUBJECT
    if not _is_thing(words) or _is_directed(words) or any(is_gerund(word) for word in words):
        return None
    dated = clause.words[-1].text in lex.TIMES
    partner_acts = clause.followed_by(_WHEN if dated else _WHAT, Person.PARTNER)
    owned = words[0].text in idioms.DETERMINED and any(word.text in idioms.OWN_THINGS for word in words[1:])
    return None if owned and not partner_acts else WordingRule.PARTNER_MUST_RESPOND


def _is_owed(clause: Clause, words: list[Word]) -> bool:
    """Tell "understanding for my work", "my way for once", "less work because she helps", "dinner cooked by her"."""
    given = words[0].text in lex.RESPONSES | idioms.RETURNS and has_link(
        words, {"for"}, Person.CLIENT, Case.OWNER
    )
    once = words[0].is_(Person.CLIENT, Case.OWNER) and clause.words[-1].text == "for_once"
    thanks_to = (
        words[0].text in lex.QUANTIFIERS
        and clause.followed_by({"because", "because_of"})
        and _partner_in(clause.after)
    )
    after = clause.after
    made = (
        after is not None and after.after_comma and has_link(after.words, {"by"}, Person.PARTNER, *_NOT_OWNER)
    )
    attended = any(
        word.is_(Person.PARTNER, Case.OWNER)
        and any(then.text in lex.RESPONSES for then in words[at + 1 : at + 3])
        for at, word in enumerate(words)
        if words[0].text in idioms.DETERMINED
    )
    with_partner = (
        words[0].text == "more"
        and word_at(words, 1).text in lex.TIMES
        and has_link(words, {"with"}, Person.PARTNER)
    )
    head = words[0].text == "to" or words[0].of(lex.BASE_VERBS - lex.RESPONSES) or is_gerund(words[0])
    return given or once or thanks_to or attended or with_partner or (made and not head)


def _partner_in(clause: Clause | None) -> bool:
    return clause is not None and any(word.person is Person.PARTNER for word in clause.words)


_WHAT = frozenset({"that", "contact", "where"})
_WHEN = _WHAT | {"when"}


def _client_acts(clause: Clause) -> bool:
    """Tell whether the client has a hand in the thing: "my list", "noted by me", "a list of what I did"."""
    if any(word.is_(Person.CLIENT, Case.OWNER, Case.NAMED, Case.SUBJECT) for word in clause.words):
        return True
    if has_link(clause.words, {"by", "from", "on", "of"}, Person.CLIENT):
        return True
    after = clause.after
    if after is not None and after.role is Role.CONTENT and after.actor is Person.CLIENT:
        return True
    while after is not None and not (after.role is Role.MAIN and _is_clients(after)):
        after = after.after
    return after is not None


def _is_clients(clause: Clause) -> bool:
    owned = any(word.is_(Person.CLIENT, Case.OWNER) or word.text == "mine" for word in clause.words)
    return owned or clause.actor is Person.CLIENT


def _is_done(words: list[Word]) -> bool:
    """Tell "his letters answered", "her novel unread", "her view, then mine": the client did it or leaves it."""
    theirs = any(
        word.of(lex.BASE_VERBS) or word.text in ("his", "hers", "theirs", "business") for word in words[2:]
    )
    return theirs or any(
        (len(word.text) > 4 and word.text.startswith("un")) or _is_past(word) for word in words
    )


def _is_past(word: Word) -> bool:
    return len(word.text) > 4 and word.text.endswith("ed") and not word.person


def _is_thing(words: list[Word]) -> bool:
    """Tell whether a goal opens with a thing: by its article, its quantity, or the noun itself."""
    first = words[0]
    if first.text in idioms.DETERMINED or first.is_(Person.OTHER, Case.OWNER):
        return not any(word.text == "end" or word.of({"be", "stay", "lie"}) for word in words[1:3])
    noun = word_at(words, 1) if first.text in lex.QUANTIFIERS | idioms.KINDS else first
    if first.text in idioms.KINDS and noun.text in ("words", "looks"):
        return True
    if noun.text in idioms.RECEIVED | idioms.RETURNS | idioms.OUTCOMES | idioms.TREATMENTS:
        return True
    if noun is not first and noun.text in lex.WELCOME_RESPONSES | {"support", "help"}:
        return first.text == "more"
    verb = (
        noun.text in lex.PURE_VERBS or noun.text in idioms.OWN_THINGS or noun.text in idioms.VERBS_ENDING_SO
    )
    return (
        noun is first
        and not verb
        and len(noun.text) > 6
        and noun.text.removesuffix("s").endswith(idioms.NOUN_ENDINGS)
    )


_AT = frozenset({"for", "towards", "toward", "at", "about", "of"})
_NOT_OWNER = (Case.OBJECT, Case.NAMED)


def _is_directed(words: list[Word]) -> bool:
    """Tell "a hug for him", "more patience with my wife": the client gives it."""
    aimed = has_link(words, _AT, Person.PARTNER) or has_link(words, {"to"}, Person.PARTNER, *_NOT_OWNER)
    return aimed and not any(word.text in lex.SHARED | idioms.OUTCOMES | idioms.TREATMENTS for word in words)
