"""From a sentence to its words, each with the person it stands for.

The work is linear in a length that is capped: every pattern here matches in one way only.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from couplesone.plans.own_control import lexicon as lex
from couplesone.plans.own_control.structure import Person

LONGEST_SENTENCE = 1_500
"""Characters read; a goal is a sentence, not a letter."""

MOST_WORDS = 200
"""Words read."""

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

    def of(self, words: frozenset[str]) -> bool:
        """Tell whether the word is, or is inflected from, one of the base forms."""
        return not lex.bases(self.text).isdisjoint(words)

    def is_(self, person: Person, *cases: Case) -> bool:
        """Tell whether the word stands for the person, in one of the cases when any are given."""
        return self.person is person and (not cases or self.case in cases)


_SUBJECTS = {"i": Person.CLIENT, "he": Person.PARTNER, "she": Person.PARTNER, "they": Person.PARTNER, "we": Person.BOTH}
_OBJECTS = {
    "me": Person.CLIENT, "myself": Person.CLIENT, "him": Person.PARTNER, "them": Person.PARTNER,
    "himself": Person.PARTNER, "herself": Person.PARTNER, "themselves": Person.PARTNER, "us": Person.BOTH,
    "ourselves": Person.BOTH, "each_other": Person.BOTH, "one_another": Person.BOTH,
}  # fmt: skip
_OWNERS = {
    "my": Person.CLIENT, "his": Person.PARTNER, "her": Person.PARTNER, "their": Person.PARTNER,
    "our": Person.BOTH,
}  # fmt: skip

_SPOKEN = re.compile(r'"[^"]*"')
_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|(?<=s)'(?!\w)|[.!?;:,()-]")
_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "ʼ": "'", "´": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
    | dict.fromkeys("–—―−", " - ")
)
_CONTRACTIONS = {
    "can't": "can not", "cannot": "can not", "won't": "will not", "let's": "we", "dont": "do not",
    "doesnt": "does not", "didnt": "did not", "wont": "will not", "cant": "can not", "isnt": "is not",
    "arent": "are not", "wasnt": "was not", "im": "i am", "ive": "i have", "hes": "he is", "shes": "she is",
    "theyre": "they are", "gonna": "going to", "wanna": "want to",
}  # fmt: skip
_CLITICS = {"'s": "'s", "'re": "are", "'ll": "will", "'d": "would", "'ve": "have", "'m": "am"}
_PHRASES = dict.fromkeys(
    [
        f"{article}{some} of us"
        for article in ("", "the ")
        for some in ("both", "two", "each", "neither", "either", "all", "pair", "none")
    ],
    "us_two",
)
_FOLDED = {
    "gave up": "give_up", "gives up": "give_up", "giving up": "give_up", "given up": "give_up",
    "letting go of": "let_go_of", "makes sure": "make_sure", "making sure": "make_sure",
    "see to it": "see_to_it", "gives in": "give_in", "gave in": "give_in",
    "what i want is": "want", "all i want is": "want", "what i need is": "want", "all i need is": "want",
    "what i would like is": "want", "what i wish for is": "want", "what matters to me is": "want",
    "if only": "wish", "need not": "need_not",
}  # fmt: skip


def _phrase_table() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Every phrase of the lexicon, by its first word, the longest first."""
    phrases = {**_PHRASES, **_FOLDED}
    for value in vars(lex).values():
        if isinstance(value, frozenset):
            phrases |= {entry.replace("_", " "): entry for entry in value if "_" in entry}
    phrases |= {"each other": "each_other", "one another": "one_another"}
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        parts = tuple(phrase.split())
        table.setdefault(parts[0], []).append((parts, phrases[phrase]))
    return table


_TABLE = _phrase_table()


def read(sentence: str, *, partner_names: Iterable[str], client_names: Iterable[str]) -> list[Word]:
    """Give the words and stops of a sentence in order, persons resolved, quoted speech as one word."""
    names = {tuple(_tokens(name)): Person.CLIENT for name in client_names}
    names |= {tuple(_tokens(name)): Person.PARTNER for name in partner_names}
    names.pop((), None)
    return _pairs(_persons(list(_named(_folded(list(_tokens(sentence))[:MOST_WORDS]), names))))


def _tokens(sentence: str) -> Iterator[str]:
    text = unicodedata.normalize("NFKC", sentence[:LONGEST_SENTENCE]).translate(_PLAIN)
    text = unicodedata.normalize("NFD", text.casefold())
    text = "".join(char for char in text if not unicodedata.combining(char))
    spoken = _SPOKEN.sub(" quotation ", text)
    for token in _TOKEN.findall(text if spoken.strip(" .!?") == "quotation" else spoken):
        if token in _CONTRACTIONS:
            yield from _CONTRACTIONS[token].split()
        elif token.endswith("n't"):
            yield from (token[:-3], "not")
        elif (cut := token.rfind("'")) > 0 and token[cut:] in _CLITICS:
            yield from (token[:cut], _CLITICS[token[cut:]])
        else:
            yield token


def _folded(tokens: list[str]) -> Iterator[str]:
    at = 0
    while at < len(tokens):
        for parts, word in _TABLE.get(tokens[at], ()):
            if tuple(tokens[at : at + len(parts)]) == parts:
                yield word
                at += len(parts)
                break
        else:
            yield tokens[at]
            at += 1


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
    """Tell whether the word is a partner noun, or a long one with one slip of the pen."""
    return word in lex.PARTNER_NOUNS or (
        len(word) > 5 and any(len(noun) > 5 and _one_slip(word, noun) for noun in lex.PARTNER_NOUNS)
    )


def _one_slip(word: str, noun: str) -> bool:
    """Tell whether one letter is missing, added, wrong, or two neighbours are swapped."""
    if word[0] != noun[0] or abs(len(word) - len(noun)) > 1 or word == noun + "s":
        return False
    at = next((n for n, (a, b) in enumerate(zip(word, noun, strict=False)) if a != b), min(len(word), len(noun)))
    a, b = word[at:], noun[at:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _persons(words: list[Word]) -> list[Word]:
    """Resolve what needs the neighbours: owners, "her", "'s", who "they" and a client's "he" are."""
    done: list[Word] = []
    client_spoken_of = plural_others = partner_in_singular = False
    for at, word in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else Word(".")
        if word.case is Case.NAMED:
            client_spoken_of = word.person is Person.CLIENT
            plural_others = plural_others or word.text in lex.PLURAL_OTHERS
            if word.text in lex.OTHER_PARENTS and done and done[-1].text == "their" and plural_others:
                word = replace(word, person=Person.PARTNER)
            article = _drop_determiner(done)
            if article in ("a", "an") and word.person is Person.PARTNER:
                being = any(w.of(frozenset({"be", "become", "as", "like"})) for w in done[-2:])
                word = replace(word, case=Case.KIND, person=Person.CLIENT if being else Person.PARTNER)
        elif word.text in ("he", "she", "him"):
            partner_in_singular = True
        if word.text == "'s":
            if done and done[-1].case is Case.NAMED:
                done[-1] = replace(done[-1], case=Case.OWNER)
            elif done and (done[-1].case is Case.SUBJECT or done[-1].text in ("it", "that", "who", "what")):
                done.append(Word("is"))
            continue
        if word.text == "'":
            if done and done[-1].case is Case.NAMED:
                done[-1] = replace(done[-1], case=Case.OWNER)
            continue
        if word.text == "her" and _stands_alone(done[-1] if done else None, after):
            word = replace(word, case=Case.OBJECT)
        if word.text in ("they", "them", "themselves", "their") and (plural_others or partner_in_singular):
            word = Word(word.text)
        elif client_spoken_of and word.person is Person.PARTNER and word.case is not Case.NAMED:
            word = replace(word, person=Person.CLIENT)
        done.append(word)
    return done


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
    | lex.CONTEXT_OPENERS | ENDS | BREAKS
)  # fmt: skip


def _stands_alone(before: Word | None, after: Word) -> bool:
    """Tell "her" the person from "her" the owner, by what follows."""
    if after.person or not after.text[0].isalpha() or after.text == "quotation":
        return after.text != "quotation" and after.text not in lex.OTHER_NOUNS
    if after.text in (
        lex.PREPOSITIONS | lex.DETERMINERS | lex.ADVERBS | lex.COORDINATORS | lex.CONTEXT_OPENERS
        | lex.CONTENT_OPENERS | lex.AIM_OPENERS | lex.AUXILIARIES | lex.NEGATIONS
        | {"that", "as", "like", "home", "alone"}
    ):  # fmt: skip
        return True
    governed = before is not None and before.of(frozenset({"make", "have", "let", "help", "see", "hear", "watch"}))
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
            done.append(Word("we", Person.BOTH, Case.SUBJECT))
            at += 3
        else:
            done.append(words[at])
            at += 1
    return done


_BEFORE_A_PAIR = (
    ENDS | BREAKS | lex.ADVERBS | lex.COORDINATORS | lex.CONTEXT_OPENERS | lex.AIM_OPENERS | lex.CONTENT_OPENERS
    | {"that", "so", "for", "between"} | lex.DESIRES
)  # fmt: skip
