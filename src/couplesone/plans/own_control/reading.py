"""From a sentence to its words, each with the person it stands for."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from couplesone.plans.own_control import lexicon as lex
from couplesone.plans.own_control.structure import Person
from couplesone.plans.own_control.tokens import tokens

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
        return not lex.bases(self.text).isdisjoint(words)

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


_SUBJECTS = {
    "i": Person.CLIENT,
    "he": Person.PARTNER,
    "she": Person.PARTNER,
    "they": Person.PARTNER,
    "we": Person.BOTH,
}
_OBJECTS = {
    "me": Person.CLIENT, "myself": Person.CLIENT, "him": Person.PARTNER, "them": Person.PARTNER,
    "himself": Person.PARTNER, "herself": Person.PARTNER, "themselves": Person.PARTNER, "us": Person.BOTH,
    "ourselves": Person.BOTH, "each_other": Person.BOTH, "one_another": Person.BOTH,
}  # fmt: skip
_OWNERS = {
    "my": Person.CLIENT, "his": Person.PARTNER, "her": Person.PARTNER, "their": Person.PARTNER,
    "our": Person.BOTH,
}  # fmt: skip


def read(sentence: str, *, partner_names: Iterable[str], client_names: Iterable[str]) -> list[Word]:
    """Give the words and stops of a sentence in order, persons resolved, quoted speech as one word."""
    names = {tuple(tokens(name)): Person.CLIENT for name in client_names}
    names |= {tuple(tokens(name)): Person.PARTNER for name in partner_names}
    names.pop((), None)
    return _pairs(_Resolver().resolve(list(_named(tokens(sentence), names))))


def _named(tokens: Iterable[str], names: dict[tuple[str, ...], Person]) -> Iterator[Word]:
    """Words for persons that a single word gives away: names, pronouns, possessives."""
    row = list(tokens)
    at, before = 0, ""
    while at < len(row):
        size = next((n for n in (3, 2, 1) if tuple(row[at : at + n]) in names), 0)
        if size and before not in _SUBJECTS:
            word = Word(row[at], names[tuple(row[at : at + size])], Case.NAMED)
        elif row[at] in _SUBJECTS:
            word = Word(row[at], _SUBJECTS[row[at]], Case.SUBJECT)
        elif row[at] in _OBJECTS:
            word = Word(row[at], _OBJECTS[row[at]], Case.OBJECT)
        elif row[at] == "us_two":
            word = Word(row[at], Person.BOTH, Case.NAMED)
        elif row[at] in _OWNERS:
            word = Word(row[at], _OWNERS[row[at]], Case.OWNER)
        elif _is_partner_noun(row[at]):
            word = Word(row[at], Person.PARTNER, Case.NAMED)
        elif row[at] in lex.OTHER_NOUNS:
            word = Word(row[at], Person.OTHER, Case.NAMED)
        else:
            word = Word(row[at])
        before = row[at]
        at += size or 1
        yield word


def _is_partner_noun(word: str) -> bool:
    """Tell whether the word is a partner noun, or one often mistyped with one slip of the pen."""
    return word in lex.PARTNER_NOUNS or any(_one_slip(word, noun) for noun in lex.MISTYPED)


def _one_slip(word: str, noun: str) -> bool:
    """Tell whether one letter is missing, added, wrong, or two neighbours are swapped."""
    if word[0] != noun[0] or abs(len(word) - len(noun)) > 1 or word == noun + "s":
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
        elif before.case is Case.SUBJECT or before.text in ("it", "that", "who", "what"):
            self.done.append(Word("is"))

    def _named(self, word: Word) -> Word:
        self.client_spoken_of = word.person is Person.CLIENT
        self.plural_others = self.plural_others or word.text in lex.PLURAL_OTHERS
        of_the_children = self.plural_others and bool(self.done) and self.done[-1].text == "their"
        article = _drop_determiner(self.done)
        if of_the_children and word.text in lex.OTHER_PARENTS:
            return replace(word, person=Person.PARTNER)
        if article in ("a", "an") and word.person is Person.PARTNER:
            client_is_it = any(before.of({"be", "become", "as", "like"}) for before in self.done[-2:])
            return replace(word, case=Case.KIND, person=Person.CLIENT if client_is_it else Person.PARTNER)
        return word

    def _pronoun(self, word: Word, after: Word) -> Word:
        if word.text in ("they", "them", "themselves", "their"):
            return Word(word.text) if self.plural_others or self.partner_in_singular else word
        if word.person is not Person.PARTNER:
            return word
        self.partner_in_singular = self.partner_in_singular or word.text in ("he", "she", "him")
        if word.text == "her" and _stands_alone(self.done[-1] if self.done else NO_WORD, after):
            word = replace(word, case=Case.OBJECT)
        return replace(word, person=Person.CLIENT) if self.client_spoken_of else word


def _drop_determiner(done: list[Word]) -> str:
    """Take "my", "a", "Ruth's", with at most two adjectives between, off before the noun they belong to."""
    for back in range(1, min(3, len(done)) + 1):
        word = done[-back]
        if word.case is Case.OWNER or word.text in ("a", "an", "the"):
            del done[-back:]
            return word.text
        if word.person or word.text in _NO_ADJECTIVES or word.of(lex.BASE_VERBS):
            break
    return ""


_NO_ADJECTIVES = (
    lex.PREPOSITIONS | lex.AUXILIARIES | (lex.ADVERBS - {"better", "more", "first"}) | lex.COORDINATORS
    | lex.CONTEXT_OPENERS | lex.AIM_OPENERS | lex.CONTENT_OPENERS | {"that", "so", "as"} | ENDS | BREAKS
)  # fmt: skip


def _stands_alone(before: Word, after: Word) -> bool:
    """Tell "her" the person from "her" the owner, by what follows."""
    if after.person or not after.text[0].isalpha() or after.text == "quotation":
        return after.text != "quotation" and after.text not in lex.OTHER_NOUNS
    if after.text in (
        lex.PREPOSITIONS | lex.DETERMINERS | lex.ADVERBS | lex.COORDINATORS | lex.CONTEXT_OPENERS
        | lex.CONTENT_OPENERS | lex.AIM_OPENERS | lex.AUXILIARIES | lex.NEGATIONS
        | {"that", "as", "like", "home", "alone"}
    ):  # fmt: skip
        return True
    governed = before.of({"make", "have", "let", "help", "see", "hear", "watch"})
    return governed and after.text in lex.BASE_VERBS | lex.STATES and after.text not in lex.RESPONSES


def _pairs(words: list[Word]) -> list[Word]:
    """Join "my husband and I" and "me and him" into one word for both."""
    done: list[Word] = []
    at = 0
    while at < len(words):
        three = words[at : at + 3]
        if (
            len(three) == 3
            and three[1].text == "and"
            and {three[0].person, three[2].person} == {Person.CLIENT, Person.PARTNER}
            and Case.OWNER not in (three[0].case, three[2].case)
            and (not done or done[-1].text in _BEFORE_A_PAIR)
        ):
            governed = bool(done) and done[-1].text in ("for", "between")
            done.append(Word("we", Person.BOTH, Case.OBJECT if governed else Case.SUBJECT))
            at += 3
        else:
            done.append(words[at])
            at += 1
    return done


_BEFORE_A_PAIR = (
    ENDS | BREAKS | lex.ADVERBS | lex.COORDINATORS | lex.CONTEXT_OPENERS | lex.AIM_OPENERS | lex.CONTENT_OPENERS
    | {"that", "so", "for", "between"} | lex.DESIRES
)  # fmt: skip
