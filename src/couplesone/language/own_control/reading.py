"""From a sentence to its words, each with the person it stands for."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from couplesone.language.own_control import lexicon as lex
from couplesone.language.own_control.inflection import bases
from couplesone.language.own_control.structure import Person
from couplesone.language.own_control.tokens import tokens

ENDS = frozenset(".!?;:")
BREAKS = frozenset(",()-")


class Case(Enum):
    """What a word for a person does in its clause, as far as its form tells."""

    SUBJECT = "he"
    OBJECT = "him"
    OWNER = "his"
    NAMED = "my husband"
    KIND = "a husband"


@dataclass(frozen=True, slots=True)
class Word:
    """One word, or one phrase that counts as a word; `person` and `case` only when it stands for somebody."""

    text: str
    person: Person | None = None
    case: Case | None = None

    def of(self, words: AbstractSet[str]) -> bool:
        """Tell whether the word is, or is inflected from, one of the base forms."""
        return not bases(self.text).isdisjoint(words)

    def is_(self, person: Person, *cases: Case) -> bool:
        """Tell whether the word stands for the person, in one of the cases when any are given."""
        return self.person is person and (not cases or self.case in cases)


NO_WORD = Word(".")


def word_at(words: Sequence[Word], at: int) -> Word:
    """Give the word at a place, or a full stop when the words end before it."""
    return words[at] if at < len(words) else NO_WORD


def has_link(words: Sequence[Word], links: AbstractSet[str], person: Person, *cases: Case) -> bool:
    """Tell whether one of the linking words stands right before the person, as in "from me"."""
    return any(link.text in links and whom.is_(person, *cases) for link, whom in pairwise(words))


_PRONOUNS = {
    "i": (Person.CLIENT, Case.SUBJECT), "he": (Person.PARTNER, Case.SUBJECT), "she": (Person.PARTNER, Case.SUBJECT),
    "they": (Person.PARTNER, Case.SUBJECT), "we": (Person.BOTH, Case.SUBJECT), "me": (Person.CLIENT, Case.OBJECT),
    "myself": (Person.CLIENT, Case.OBJECT), "him": (Person.PARTNER, Case.OBJECT),
    "them": (Person.PARTNER, Case.OBJECT), "us": (Person.BOTH, Case.OBJECT), "each_other": (Person.BOTH, Case.OBJECT),
    "us_two": (Person.BOTH, Case.NAMED), "my": (Person.CLIENT, Case.OWNER),
    "mine": (Person.CLIENT, Case.OBJECT), "couple": (Person.BOTH, Case.NAMED),
    "partners": (Person.BOTH, Case.NAMED), "spouses": (Person.BOTH, Case.NAMED), "his": (Person.PARTNER, Case.OWNER),
    "her": (Person.PARTNER, Case.OWNER), "their": (Person.PARTNER, Case.OWNER), "our": (Person.BOTH, Case.OWNER),
}  # fmt: skip
_PLURALS = frozenset({"they", "them", "their"})


def read(sentence: str, *, partner_names: Iterable[str], client_names: Iterable[str]) -> list[Word]:
    """Give the words and stops of a sentence in order, persons resolved, quoted speech as one word."""
    names = {tuple(tokens(name)): Person.CLIENT for name in client_names}
    names |= {tuple(tokens(name)): Person.PARTNER for name in partner_names}
    names.pop((), None)
    return _pairs(_Resolver().resolve(list(_named(tokens(sentence), names))))


def _named(row: list[str], names: dict[tuple[str, ...], Person]) -> Iterator[Word]:
    """Words for persons that a single word gives away: names, pronouns, possessives."""
    longest = max(map(len, names), default=0)
    at = 0
    while at < len(row):
        text = row[at]
        size = next((size for size in range(longest, 0, -1) if tuple(row[at : at + size]) in names), 0)
        if size:
            yield Word(text, names[tuple(row[at : at + size])], Case.NAMED)
        elif text in _PRONOUNS:
            yield Word(text, *_PRONOUNS[text])
        elif _is_partner_noun(text):
            yield Word(text, Person.PARTNER, Case.NAMED)
        elif text == "client":
            yield Word(text, Person.CLIENT, Case.NAMED)
        elif text in lex.OTHER_NOUNS:
            yield Word(text, Person.OTHER, Case.NAMED)
        else:
            yield Word(text)
        at += max(size, 1)


def _is_partner_noun(word: str) -> bool:
    """Tell whether the word is a partner noun, or one often mistyped with one slip of the pen."""
    return word in lex.PARTNER_NOUNS or any(_one_slip(word, noun) for noun in lex.MISTYPED)


def _one_slip(word: str, noun: str) -> bool:
    """Tell whether one letter is missing, added, wrong, or two neighbours are swapped."""
    if word[0] != noun[0] or word == noun + "s":
        return False
    at = next(
        (n for n, (a, b) in enumerate(zip(word, noun, strict=False)) if a != b), min(len(word), len(noun))
    )
    a, b = word[at:], noun[at:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


class _Resolver:
    """Resolves what needs the neighbours: owners, "her", "'s", who "they" and a named client's "he" are."""

    def __init__(self) -> None:
        self.done: list[Word] = []
        self.client_spoken_of = False
        self.plural_others = False
        self.partner_in_singular = False

    def resolve(self, words: list[Word]) -> list[Word]:
        for at, word in enumerate(words):
            if word.text in ("'s", "'"):
                self._own()
            elif word.case is Case.NAMED:
                self.done.append(self._named(word))
            else:
                self.done.append(self._pronoun(word, word_at(words, at + 1)))
        return self.done

    def _own(self) -> None:
        """Make the noun before "'s" an owner, or read it as "is" behind a pronoun."""
        before = self.done[-1] if self.done else NO_WORD
        if before.case is Case.NAMED:
            self.done[-1] = replace(before, case=Case.OWNER)
        elif before.case is Case.SUBJECT or before.text in (
            "it",
            "there",
            "that",
            "what",
            "everything",
            "here",
            "who",
        ):
            self.done.append(Word("is"))

    def _named(self, word: Word) -> Word:
        if not (self.done and self.done[-1].text in lex.PREPOSITIONS):
            self.client_spoken_of = word.person is Person.CLIENT
        self.plural_others = self.plural_others or word.text in lex.PLURAL_OTHERS
        article = _drop_determiner(self.done)
        if article in ("a", "an") and word.person is Person.PARTNER:
            client_is_it = any(before.of({"be", "become", "like"}) for before in self.done[-1:])
            return replace(word, case=Case.KIND, person=Person.CLIENT if client_is_it else Person.PARTNER)
        return word

    def _pronoun(self, word: Word, after: Word) -> Word:
        if word.person is not Person.PARTNER:
            return word
        if word.text in _PLURALS:
            return Word(word.text) if self.plural_others or self.partner_in_singular else word
        self.partner_in_singular = True
        if word.text == "her" and _stands_alone(self.done[-1] if self.done else NO_WORD, after):
            word = replace(word, case=Case.OBJECT)
        return replace(word, person=Person.CLIENT) if self.client_spoken_of else word


_NO_ADJECTIVES = lex.FUNCTION_WORDS | ENDS | BREAKS
_BEHIND_HER = lex.BEHIND_HER | ENDS | BREAKS


def _drop_determiner(done: list[Word]) -> str:
    """Take "my", "a", "Ruth's", with at most two adjectives between, off before the noun they belong to."""
    for back in range(1, min(3, len(done)) + 1):
        word = done[-back]
        if word.case is Case.OWNER or word.text in ("a", "an", "the", "several"):
            del done[-back:]
            return word.text
        if word.text in _NO_ADJECTIVES or word.of(lex.BASE_VERBS):
            break
    return ""


def _stands_alone(before: Word, after: Word) -> bool:
    """Tell "her" the person from "her" the owner, by what follows."""
    if after.text in _BEHIND_HER:
        return True
    acts = after.text in lex.ACTS
    return acts and before.of(lex.GOVERNS_HER)


def _pairs(words: list[Word]) -> list[Word]:
    """Join "my husband and I" and "me and him" into one word for both."""
    done: list[Word] = []
    at = 0
    while at < len(words):
        first, link, second = words[at], word_at(words, at + 1), word_at(words, at + 2)
        if link.text == "and" and {first.person, second.person} == {Person.CLIENT, Person.PARTNER}:
            governed = bool(done) and done[-1].text in lex.PREPOSITIONS
            governed = governed or first.case is second.case is Case.OBJECT
            done.append(Word("we", Person.BOTH, Case.OBJECT if governed else Case.SUBJECT))
            at += 3
        else:
            done.append(first)
            at += 1
    return done
